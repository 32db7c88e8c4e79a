"""The voices of Piper: one repository that holds hundreds, and any other that holds a few."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bazgoo.errors import RepoFileNotFound
from bazgoo.hub.cards import RemoteFile
from bazgoo.hub.client import Hub
from bazgoo.hub.problems import nothing

REPOSITORY = "rhasspy/piper-voices"
LANGUAGE = "fa"


@dataclass(frozen=True, slots=True)
class OfferedVoice:
    """A voice that a repository offers."""

    id: str
    """Such as `fa_IR-amir-medium`: the name of its `.onnx`."""
    name: str
    language: str
    quality: str | None
    size_bytes: int
    paths: tuple[str, ...]


def folder_of(voice: str) -> str:
    """The folder of ``voice`` in the great repository: `fa_IR-amir-medium` lies in `fa/fa_IR/amir/medium`."""
    parts = voice.split("-")
    if len(parts) != 3 or not all(parts) or "/" in voice:
        raise nothing(REPOSITORY, "voice")
    language, name, quality = parts
    return f"{language.partition('_')[0]}/{language}/{name}/{quality}"


def voice_files(files: Sequence[RemoteFile], voice: str) -> list[RemoteFile]:
    """The files of ``voice`` among ``files``: model, configuration and the card beside them."""
    by_path = {file.path: file for file in files}
    model = next((path for path in by_path if path.rsplit("/", 1)[-1] == f"{voice}.onnx"), None)
    if model is None or f"{model}.json" not in by_path:
        return []
    folder = model.rpartition("/")[0]
    card = f"{folder}/MODEL_CARD".lstrip("/")
    return [by_path[path] for path in (f"{model}.json", model, card) if path in by_path]


def voices_among(files: Sequence[RemoteFile]) -> list[OfferedVoice]:
    """Every pair of `.onnx` and `.onnx.json` as a voice; what the names do not tell is left open."""
    found = []
    paths = {file.path for file in files}
    for file in files:
        if file.path.endswith(".onnx") and f"{file.path}.json" in paths:
            voice = file.path.rsplit("/", 1)[-1].removesuffix(".onnx")
            parts = voice_files(files, voice)
            size, names = sum(part.size for part in parts), tuple(part.path for part in parts)
            said = voice.split("-")
            quality = said[-1] if len(said) == 3 else None
            found.append(
                OfferedVoice(voice, said[1] if len(said) == 3 else voice, said[0], quality, size, names)
            )
    return found


async def persian_voices(hub: Hub, revision: str = "main") -> list[OfferedVoice]:
    """The Persian voices of the great repository, from its `voices.json`, else from its folders."""
    try:
        listed = json.loads(await hub.read(REPOSITORY, revision, "voices.json"))
        return [
            _offered(key, row) for key, row in sorted(listed.items()) if row["language"]["family"] == LANGUAGE
        ]
    except (RepoFileNotFound, ValueError, KeyError, TypeError, AttributeError):
        return voices_among(await hub.tree(REPOSITORY, revision, LANGUAGE))


def _offered(key: str, row: Mapping[str, Any]) -> OfferedVoice:
    files: Mapping[str, Any] = row["files"]
    size = sum(int(file["size_bytes"]) for file in files.values())
    return OfferedVoice(
        key, str(row["name"]), str(row["language"]["code"]), row.get("quality"), size, tuple(files)
    )
