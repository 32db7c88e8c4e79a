"""The ids of the voices in a model, as its engine names them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from bazgoo.hub.formats import Finding

_NAMELESS = ("model", "model_quantized", "vits", "generator")
"""Names of files that say nothing about the voice."""


def voices_in(finding: Finding, configs: Mapping[str, bytes], repo_id: str | None) -> tuple[str, ...]:
    """The voices of a model; none where no engine here runs it."""
    if finding.engine is None:
        return ()
    graphs = [path for path in finding.needed if path.endswith(".onnx")]
    if finding.engine == "piper":
        return tuple(voice for path in graphs for voice in _speakers(path, configs.get(f"{path}.json")))
    name = repo_id.rpartition("/")[2] if repo_id else "model"
    return (_named(graphs[0], name),) if graphs else (name,)


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


def _named(path: str, name: str) -> str:
    """The file's own name if it says something, else the folder's or the repository's."""
    file = PurePosixPath(path)
    if file.stem not in _NAMELESS and not file.stem.startswith("model-steps"):
        return file.stem
    return file.parent.name or name


def _parsed(config: bytes | None) -> Mapping[str, Any]:
    try:
        parsed = json.loads(config or b"{}")
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}
