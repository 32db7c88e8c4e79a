"""Web and mail addresses, read simply: words as they are, ‹دات› for the dot."""

import re
from urllib.parse import unquote

from bazgoo.text.characters import fold, unify
from bazgoo.text.latin import say_latin, spell
from bazgoo.text.numbers import say_digits, say_group

_LABEL = "[A-Za-z0-9-]{1,63}+"
_REST = '[^\\s«»<>"“”()\\[\\]،؛؟]'
PATTERN = (
    rf"(?:https?|ftp)://{_REST}{{0,500}}[\w/=&#-]"
    rf"|[A-Za-z0-9][A-Za-z0-9_.+-]{{0,63}}@(?:{_LABEL}\.){{1,5}}[A-Za-z]{{2,24}}(?![A-Za-z0-9])"
    rf"|(?:{_LABEL}\.){{1,5}}(?:[A-Za-z]{{2,24}}|mp[34]|m4[av])(?![A-Za-z0-9]|\.[A-Za-z0-9])(?::\d{{2,5}}(?!\d))?(?:/(?:{_REST}{{0,300}}[\w/=&#-])?)?"
    r"|(?<![\w.])@[A-Za-z][A-Za-z0-9_.]{1,40}[A-Za-z0-9_]|(?<!\S)\.[A-Za-z]{2,10}(?![\w.])"
)

_SIGNS = {
    ".": "دات", "/": "اسلش", "@": "ات", "-": "خط تیره", "_": "آندرلاین", ":": "دونقطه",
    "?": "علامت سؤال", "&": "و", "=": "مساوی", "#": "شارپ", "%": "درصد", "+": "پلاس", "~": "تیلدا",
}  # fmt: skip
_WORDS = {"www": "دبلیو دبلیو دبلیو", "com": "کام", "ir": "آی آر", "org": "اورگ", "net": "نت", "io": "آی او"}
_PARTS = re.compile(r"\d+|[A-Za-z]+|[^\W\d_A-Za-z]+|.", re.DOTALL)


def say_address(written: str) -> str:
    """Say an address from left to right, without the ‹https› that nobody says."""
    bare = unify(fold(_decoded(re.sub(r"^\w+://", "", written).rstrip("/")))) or written
    said = (_say(part) for part in _PARTS.findall(bare))
    return " ".join(part for part in said if part)


def _decoded(address: str) -> str:
    """The letters that an address has as percent signs and figures, where they are some."""
    letters = unquote(address)
    return letters if letters.isprintable() and "\ufffd" not in letters else address


def _say(part: str) -> str:
    if part.isdecimal():
        return say_group(part) if len(part) <= 4 else say_digits(part)
    if part.isalpha():
        return _WORDS.get(part) or (_name(part) if part.isascii() else unify(part))
    return _SIGNS.get(part, "")


def _name(part: str) -> str:
    """A name in an address; one of two letters is said by them."""
    return spell(part) if len(part) == 2 else say_latin(part)
