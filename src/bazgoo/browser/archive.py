"""The archive that a page's Python reads with: our own modules, what they have learnt, and eSpeak NG's data.

It has no room's `__init__.py` but those of the front end, so that only what makes phonemes and ids of a text is in it.
Modules that need compiled code stand behind doors of the same name (`doors/`), which ask the page's JavaScript.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import bazgoo

PACKAGE = Path(bazgoo.__file__).parent
ROOMS = ("errors", "text", "phonemes")
"""What is in it as a whole."""
MODULES = (
    "__init__.py", "speech/analysis.py", "speech/reading.py", "engines/symbols.py", "engines/piper/symbols.py",
    "browser/page.py", "browser/doors/crossing.py",
)  # fmt: skip
"""What is in it of other rooms."""
DOORS = ("espeak_ng.py", "linear.py", "network.py", "speller.py")
"""The modules of `phonemes/` that it has from `browser/doors/`."""

DATA = "espeak-ng-data"
DATA_FILES = (
    "phontab", "phondata", "phonindex", "intonations", "fa_dict", "en_dict", "lang/ira/fa", "lang/gmw/en*",
)  # fmt: skip
"""What eSpeak NG needs for Persian, and for the English words in it."""

_PACKED = frozenset((".npz",))
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Archive(NamedTuple):
    """The archive, which is the same for the same files."""

    content: bytes
    """A zip."""
    tag: str
    """What tells it from another one."""


@cache
def reader_archive() -> Archive:
    """The archive, made once."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, file in sorted(_members()):
            info = ZipInfo(name, _EPOCH)
            info.create_system = 3  # as from Unix, wherever it is made
            info.compress_type = ZIP_STORED if file.suffix in _PACKED else ZIP_DEFLATED
            archive.writestr(info, file.read_bytes(), compresslevel=9)
    content = packed.getvalue()
    return Archive(content, sha256(content).hexdigest()[:32])


def _members() -> set[tuple[str, Path]]:
    """Every file by its name in the archive."""
    modules = {name: PACKAGE / name for name in MODULES}
    for room in ROOMS:
        modules |= {file.relative_to(PACKAGE).as_posix(): file for file in _files_in(PACKAGE / room)}
    modules |= {f"phonemes/{door}": PACKAGE / "browser/doors" / door for door in DOORS}
    ours = {(f"{PACKAGE.name}/{name}", file) for name, file in modules.items()}
    return ours | set(_calendar()) | set(_espeak_data())


def _files_in(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file() and file.suffix in (".py", ".tsv", ".npz"))


def _calendar() -> Iterator[tuple[str, Path]]:
    """The package that `text/dates.py` converts dates with; it is Python alone."""
    found = find_spec("persiantools")
    assert found is not None and found.origin is not None  # we depend on it
    folder = Path(found.origin).parent
    return ((f"{folder.name}/{file.name}", file) for file in folder.glob("*.py"))


def _espeak_data() -> Iterator[tuple[str, Path]]:
    import espeakng_loader  # noqa: PLC0415  it brings the library with it, which only making the archive needs

    folder = Path(espeakng_loader.get_data_path())
    for pattern in DATA_FILES:
        for file in folder.glob(pattern):
            yield f"{DATA}/{file.relative_to(folder).as_posix()}", file
