"""Files put into a folder or a zip, which appears when all of them are in it."""

import contextlib
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Protocol

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same files give the same zip."""
_TEXTS = frozenset((".csv", ".jsonl", ".md"))
_PIECE = 1 << 20


class Target(Protocol):
    """Where files are put."""

    def put(self, name: str, stream: IO[bytes]) -> None:
        """Write what ``stream`` gives to the file ``name``."""


@contextlib.contextmanager
def packed(out: Path) -> Iterator[Target]:
    """A zip where ``out`` ends in `.zip`, else a folder, new or so far empty; whatever goes wrong leaves nothing."""
    part = out.with_name(f".{out.name}.part")
    _clear(part)
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        if out.suffix.lower() == ".zip":
            with zipfile.ZipFile(part, "x") as opened:
                yield _Zip(opened)
        else:
            part.mkdir()
            yield _Folder(part)
            if out.is_dir():
                out.rmdir()
        part.replace(out)
    finally:
        _clear(part)


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, name: str, stream: IO[bytes]) -> None:
        place = self._root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as out:
            shutil.copyfileobj(stream, out, _PIECE)


class _Zip:
    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened

    def put(self, name: str, stream: IO[bytes]) -> None:
        """Sound is kept as it is: packing it would take long and save little."""
        info = zipfile.ZipInfo(name, _EPOCH)
        info.external_attr = 0o644 << 16
        info.compress_type = zipfile.ZIP_DEFLATED if Path(name).suffix in _TEXTS else zipfile.ZIP_STORED
        with self._opened.open(info, "w", force_zip64=True) as out:
            shutil.copyfileobj(stream, out, _PIECE)


def _clear(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    else:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
