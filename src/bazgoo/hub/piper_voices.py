"""The voices of Piper: one repository that holds hundreds, and any other that holds a few."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bazgoo.errors import RepoFileNotFound
from bazgoo.hub.cards import RemoteFile
from bazgoo.hub.client import Hub
from bazgoo.hub.formats import Finding
from bazgoo.hub.problems import nothing
from bazgoo.hub.sherpa import sherpa_voices

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
    if len(parts) != 3 or "/" in voice or any(part.strip(".") == "" for part in parts):
        raise nothing(REPOSITORY, "voice")
    language, name, quality = parts
    return f"{language.partition('_')[0]}/{language}/{name}/{quality}"


def voices_among(files: Sequence[RemoteFile], finding: Finding) -> list[OfferedVoice]:
    """The voices in a repository; what the names do not tell is left open."""
    if finding.format.startswith("sherpa"):
        return _sherpa_voices(files)
    return _pairs(files) if finding.format == "piper" else []


def chosen_files(files: Sequence[RemoteFile], finding: Finding, voice: str) -> list[RemoteFile]:
    """The files of ``voice``, by its id, among ``files``; none when it is not there."""
    paths = next((offered.paths for offered in voices_among(files, finding) if offered.id == voice), ())
    by_path = {file.path: file for file in files}
    return [by_path[path] for path in paths]


def _sherpa_voices(files: Sequence[RemoteFile]) -> list[OfferedVoice]:
    """Each folder with a graph and its tokens as a voice."""
    sizes = {file.path: file.size for file in files}
    return [
        OfferedVoice(each.id, each.id, LANGUAGE, None, sum(sizes[path] for path in each.paths), each.paths)
        for each in sherpa_voices(sizes)
        if each.id
    ]


def _pairs(files: Sequence[RemoteFile]) -> list[OfferedVoice]:
    """Every pair of `.onnx` and `.onnx.json` as a voice, with the card beside it."""
    sizes = {file.path: file.size for file in files}
    models = [path for path in sizes if path.endswith(".onnx") and f"{path}.json" in sizes]
    return [_pair(path, sizes) for path in models]


def _pair(model: str, sizes: Mapping[str, int]) -> OfferedVoice:
    folder, _, name = model.rpartition("/")
    voice = name.removesuffix(".onnx")
    card = f"{folder}/MODEL_CARD".lstrip("/")
    paths = tuple(path for path in (f"{model}.json", model, card) if path in sizes)
    said = voice.split("-")
    full = len(said) == 3
    return OfferedVoice(
        id=voice,
        name=said[1] if full else voice,
        language=said[0],
        quality=said[2] if full else None,
        size_bytes=sum(sizes[path] for path in paths),
        paths=paths,
    )


async def persian_voices(hub: Hub, revision: str = "main") -> list[OfferedVoice]:
    """The Persian voices of the great repository, from its `voices.json`, else from its folders."""
    try:
        listed = json.loads(await hub.read(REPOSITORY, revision, "voices.json"))
        return [
            _offered(key, row) for key, row in sorted(listed.items()) if row["language"]["family"] == LANGUAGE
        ]
    except (RepoFileNotFound, ValueError, KeyError, TypeError, AttributeError):
        return _pairs(await hub.tree(REPOSITORY, revision, LANGUAGE))


def _offered(key: str, row: Mapping[str, Any]) -> OfferedVoice:
    files: Mapping[str, Any] = row["files"]
    size = sum(int(file["size_bytes"]) for file in files.values())
    return OfferedVoice(
        key, str(row["name"]), str(row["language"]["code"]), row.get("quality"), size, tuple(files)
    )
