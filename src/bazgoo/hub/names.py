"""Names of a repository's files on this disk: none escapes its folder, none is special to Windows."""

import re
import unicodedata
from collections.abc import Iterable

from bazgoo.errors import FileNameUnsafe

_RESERVED = re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
_SPECIAL = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$|%(?=[0-9A-Fa-f]{2})')
LONGEST_NAME = 240
DATASETS = "datasets/"
"""What the name of a repository of data begins with."""


def is_dataset(repo_id: str) -> bool:
    """Whether ``repo_id`` names data (`datasets/owner/name`) rather than a model."""
    return repo_id.startswith(DATASETS)


def local_names(repo: str, paths: Iterable[str]) -> dict[str, str]:
    """A relative path on disk for each of ``paths``.

    Odd characters become `%XX`; of two names that some disks cannot tell apart the later is changed as well.
    Raises FileNameUnsafe for names that lead out of the folder or are too long.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        name = local_name(repo, path)
        while _folded(name) in taken:
            head, _, last = name.rpartition("/")
            name = f"{head}/{_coded(last[0])}{last[1:]}".lstrip("/")
            if _folded(name) in taken:
                raise FileNameUnsafe(repo=repo, path=path)
        taken.add(_folded(name))
        names[path] = name
    return names


def local_name(repo: str, path: str) -> str:
    """``path`` with every segment safe on every system."""
    segments = path.split("/")
    unsafe = any(
        segment.casefold() in ("", ".", "..", ".parts") or _too_long(segment) for segment in segments
    )
    if unsafe or "\0" in path:
        raise FileNameUnsafe(repo=repo, path=path)
    return "/".join(_safe(segment) for segment in segments)


def _safe(segment: str) -> str:
    segment = _SPECIAL.sub(lambda found: _coded(found[0]), segment)
    return _coded(segment[0]) + segment[1:] if _RESERVED.match(segment) else segment


def _coded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _too_long(segment: str) -> bool:
    return len(segment.encode("utf-8", "surrogatepass")) > LONGEST_NAME


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
