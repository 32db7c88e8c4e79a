"""The ids of the voices in a model, as its engine names them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from bazgoo.hub.formats import Finding
from bazgoo.hub.sherpa import sherpa_voices


def voices_in(
    finding: Finding, configs: Mapping[str, bytes], name: str | None, repo: str | None
) -> tuple[str, ...]:
    """The voices of a model that was given ``name``, or came from ``repo``; none where no engine here runs it.

    A Piper voice is named by its file; another at the top by the model's name, since engines read the manifest.
    """
    if finding.engine is None:
        return ()
    graphs = [path for path in finding.needed if path.endswith(".onnx")]
    if finding.engine == "piper":
        return tuple(voice for path in graphs for voice in _speakers(path, configs.get(f"{path}.json")))
    voices = sherpa_voices(dict.fromkeys(finding.needed, 0))
    below = [voice.id for voice in voices if voice.folder and voice.id]
    return tuple(below) or (
        name or next((voice.id for voice in voices if voice.id), None) or repo or "model",
    )


def _speakers(path: str, config: bytes | None) -> Iterator[str]:
    """A Piper voice, or one for each of its speakers."""
    stem = PurePosixPath(path).stem
    said = _parsed(config)
    count = said.get("num_speakers")
    if not isinstance(count, int) or count < 2:
        yield stem
        return
    names = said.get("speaker_id_map") or {str(number): number for number in range(count)}
    yield from (f"{stem}#{name}" for name in names)


def _parsed(config: bytes | None) -> Mapping[str, Any]:
    try:
        parsed = json.loads(config or b"{}")
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}
