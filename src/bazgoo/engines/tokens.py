"""The table beside sherpa-onnx's models: a symbol and its number on each line."""

from collections.abc import Collection
from pathlib import Path

from bazgoo.engines.files import damaged

_LARGEST_TABLE = 2**20
_VOCODERS = ("vocos", "hifigan", "vocoder")


def tokens_among(names: Collection[str]) -> str | None:
    """The table among the files of one folder: ``tokens.txt``, or the first like ``tokens_fa.txt``."""
    tables = sorted(name for name in names if name.startswith("tokens") and name.endswith(".txt"))
    return "tokens.txt" if "tokens.txt" in tables else next(iter(tables), None)


def is_vocoder(name: str) -> bool:
    """By its name, a file turns spectrograms into sound and does not speak by itself."""
    return name.endswith(".onnx") and any(word in name.lower() for word in _VOCODERS)


def tokens_of(model: Path) -> Path:
    """Where the table of ``model`` lies."""
    names = [file.name for file in model.parent.glob("tokens*.txt")]
    return model.with_name(tokens_among(names) or "tokens.txt")


def read_tokens(model: Path, voice: str) -> dict[str, int]:
    """The numbers of the symbols that ``model`` knows; raises VoiceDamaged."""
    file = tokens_of(model)
    try:
        with file.open("rb") as opened:
            lines = opened.read(_LARGEST_TABLE).decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        raise damaged(
            voice,
            f"پروندهٔ «{file.name}» کنار آن نیست یا خوانده نمی‌شود.",
            f"“{file.name}” is missing beside it or cannot be read.",
        ) from None
    try:
        return dict(_entry(line) for line in lines if line.strip())
    except ValueError:
        raise damaged(
            voice, f"جدول «{file.name}» درست نیست.", f"the table in “{file.name}” is not valid."
        ) from None


def _entry(line: str) -> tuple[str, int]:
    """A symbol and its number; a number alone belongs to the space."""
    symbol, _, written = line.replace("\t", " ").rstrip().rpartition(" ")
    number = int(written)
    if not 0 <= number < 2**31:
        raise ValueError("a number that no table has")
    return symbol.strip(" ") or " ", number
