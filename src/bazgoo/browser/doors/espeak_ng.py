"""The door to eSpeak NG, in a page: WebAssembly, with the server's data files."""

from pathlib import Path

from inpage import open_hearing

import bazgoo
from bazgoo.browser.doors.crossing import across
from bazgoo.phonemes.plain import on_one_line, plain

_DATA = Path(bazgoo.__file__).parents[1] / "espeak-ng-data"

_files = (file for file in _DATA.rglob("*") if file.is_file())
_hear = open_hearing(across({file.relative_to(_DATA).as_posix(): file.read_bytes() for file in _files}))


def ipa(text: str) -> str:
    """How eSpeak reads spoken Persian, in its own IPA: words and clauses apart by spaces."""
    return on_one_line(_hear(plain(text)))
