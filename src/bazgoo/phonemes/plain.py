"""What eSpeak NG is asked, wherever it runs: text that it can only read in one way."""

import re

_DOUBLED = re.compile(
    "(\\w)([\N{ARABIC FATHATAN}-\N{ARABIC KASRA}]?)\N{ARABIC SHADDA}([\N{ARABIC FATHATAN}-\N{ARABIC KASRA}]?)"
)
"""A tashdid beside a vowel mark, which eSpeak would read by its name."""


def plain(text: str) -> str:
    """``text`` as it is asked about: no tashdid beside a vowel, no mnemonics, and nothing but Unicode."""
    # Brackets would switch eSpeak to reading mnemonics, depending on what was synthesised before.
    asked = _DOUBLED.sub(r"\1\1\2\3", text.replace("[[", " "))
    return encodable(asked)


def encodable(text: str) -> str:
    """``text`` without what a C string in UTF-8 cannot hold."""
    return text.replace("\0", " ").encode("utf-8", "ignore").decode()


def on_one_line(said: str) -> str:
    """What eSpeak answered, in which words and clauses are apart by single spaces."""
    return " ".join(said.split())
