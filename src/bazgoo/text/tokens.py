"""Tokens: the pieces a text is written in, each with how it is said."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bazgoo.text import (
    abbreviations,
    addresses,
    cards,
    codes,
    dates,
    durations,
    fractions,
    latin,
    money,
    numbers,
    phones,
    punctuation,
    ranges,
    roman,
    spacing,
    symbols,
    times,
    units,
)
from bazgoo.text.characters import LONG_WORD, PERSIAN, WITHIN, WORD, ZWNJ, fold, unify

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Token:
    """One written token and how it is said."""

    text: str
    """As written."""
    start: int
    """Offset of its first code point in the text."""
    end: int
    """Offset behind its last code point."""
    spoken: str
    """Spoken Persian, words parted by single spaces; for punctuation one of ``،:؛….!؟``; "" when silent."""
    ipa: str | None = None
    """A pronunciation given by the author."""
    given: bool = False
    """Whether the author said how it is said, in words or in sounds."""

    @property
    def is_word(self) -> bool:
        """Whether it is said, not only heard as a pause."""
        return bool(self.spoken) and self.spoken not in punctuation.MARKS


def _say_word(written: str) -> str:
    return spacing.parted(unify(written))


def _always(spoken: str) -> Say:
    return lambda _: spoken


def _say_suffixed(written: str) -> str:
    """A number and the ending that a ZWNJ ties to it: ۱۲‌ساله، دههٔ ۹۰‌ی."""
    number, ending = written.split(ZWNJ, 1)
    return spacing.suffixed(numbers.say_number(number), unify(ending))


KINDS: tuple[tuple[str, str, Say], ...] = (
    ("scale", money.SCALE, unify),
    ("long_word", LONG_WORD, _say_word),
    ("abbreviation", abbreviations.PATTERN, abbreviations.say_abbreviation),
    ("era", abbreviations.ERA, abbreviations.say_era),
    ("hijri", abbreviations.HIJRI, abbreviations.say_hijri),
    ("bracketed_era", abbreviations.BRACKETED_ERA, abbreviations.say_era),
    ("spelled", abbreviations.SPELLED, abbreviations.say_spelled),
    ("life", abbreviations.LIFE, abbreviations.say_life),
    ("toman", money.TOMANS, _always("تومان")),
    ("word", WORD, _say_word),
    ("address", addresses.PATTERN, addresses.say_address),
    ("metre_power", units.POWER, units.say_power),
    ("arc", units.ARC, units.say_arc),
    ("inches", units.INCHES, _always("اینچ")),
    ("clock", times.CLOCK, _always("ساعت")),
    ("noon", times.NOON, times.say_noon),
    ("unit", units.PATTERN, units.say_unit),
    ("per", units.PER, _always("بر")),
    ("roman_cardinal", roman.CARDINAL, roman.say_cardinal),
    ("roman_ordinal", roman.ORDINAL, roman.say_ordinal),
    ("iban", cards.IBAN, cards.say_iban),
    ("card", cards.CARD, cards.say_card),
    ("english_date", dates.ENGLISH, dates.say_english),
    ("by", symbols.BY, _always("در")),
    ("latin_era", abbreviations.LATIN_ERA, abbreviations.say_latin_era),
    ("coded_money", money.CODED, money.say_money),
    ("dotted_latin", latin.DOTTED, latin.say_dotted),
    ("lines", units.LINES, _always("پی")),
    ("latin", latin.PATTERN, latin.say_latin),
    ("duration", durations.PATTERN, durations.say_duration),
    ("service", phones.SERVICE, phones.say_service),
    ("code", codes.PATTERN, numbers.say_digits),
    ("code_in_parts", codes.PARTED, numbers.say_digits),
    ("phone", phones.PATTERN, phones.say_phone),
    ("date", dates.PATTERN, dates.say_date),
    ("month", dates.MONTH, dates.say_month),
    ("years", dates.YEARS, dates.say_years),
    ("weekday", dates.WEEKDAY, dates.say_weekday),
    ("day", dates.DAY, dates.say_day),
    ("time", times.PATTERN, times.say_time),
    ("ratio", ranges.RATIO, ranges.say_ratio),
    ("stroked_money", money.STROKED, money.say_stroked),
    ("dotted", numbers.DOTTED, numbers.say_dotted),
    ("money", money.PATTERN, money.say_money),
    ("percent", numbers.PERCENT, numbers.say_percent),
    ("descending", ranges.DESCENDING, ranges.say_descending),
    ("pair", ranges.PAIR, ranges.say_pair),
    ("minus_behind", numbers.MINUS_BEHIND, numbers.say_minus_behind),
    ("range", ranges.PATTERN, ranges.say_range),
    ("score", fractions.SCORE, fractions.say_score),
    ("pressure", fractions.PRESSURE, fractions.say_pressure),
    ("mixed", fractions.MIXED, fractions.say_mixed),
    ("divided", fractions.DIVIDED, fractions.say_divided),
    ("slash_decimal", fractions.DECIMAL, fractions.say_decimal),
    ("fraction", fractions.PATTERN, fractions.say_stroke),
    ("vulgar_fraction", fractions.VULGAR, fractions.say_vulgar),
    ("century", numbers.CENTURY, numbers.say_century),
    ("ordinal", numbers.ORDINAL, numbers.say_ordinal),
    ("english_ordinal", numbers.ENGLISH_ORDINAL, numbers.say_ordinal),
    ("digits", numbers.DIGITS, numbers.say_digits),
    ("trailing", numbers.TRAILING, numbers.say_trailing),
    ("suffixed", rf"{numbers.PATTERN}{ZWNJ}{WORD}", _say_suffixed),
    ("number", numbers.PATTERN, numbers.say_number),
    ("initial", abbreviations.INITIAL, _always("")),
    ("smiley", symbols.SMILEY, _always("")),
    ("factorial", numbers.FACTORIAL, _always("فاکتوریل")),
    ("stop", punctuation.STOP, punctuation.say_stop),
    ("clause", punctuation.CLAUSE, punctuation.say_clause),
    *((f"beside_{n}", pattern, _always(said)) for n, (pattern, said) in enumerate(symbols.BESIDE)),
    ("power", symbols.POWER, symbols.say_power),
    ("dash", punctuation.DASH, _always("،")),
    ("honorific", abbreviations.HONORIFIC, abbreviations.say_honorific),
    ("parenthesis", punctuation.PARENTHESIS, _always("،")),
    ("bracket", punctuation.BRACKET, _always("")),
    ("symbol", symbols.PATTERN, symbols.say_symbol),
    ("other", symbols.OTHER, symbols.say_other),
    ("emoji", symbols.EMOJI, _always("")),
    ("silent", rf"[{WITHIN}]{{1,100}}+|\S", _always("")),
)
"""Every kind of token in the order it is tried: its name, its pattern, how it is said."""

_LETTER = re.compile(f"[{PERSIAN}{WITHIN}]")
_SAY = {name: say for name, _, say in KINDS}
_TOKEN = re.compile(rf"(?=\S)(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern, _ in KINDS)})")


def scan(text: str) -> Iterator[Token]:
    """Give the tokens of ``text`` one by one; only white space lies between them."""
    return _whole(text, _pieces(text))


def _pieces(text: str) -> Iterator[Token]:
    folded = fold(text)
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        say = _SAY[match.lastgroup or "silent"]
        yield Token(text[start:end], start, end, say(folded[start:end]))


def _whole(text: str, pieces: Iterator[Token]) -> Iterator[Token]:
    """Put words together that were typed in two, on one line; nothing that is heard lies between their parts."""
    held: list[Token] = []
    for token in pieces:
        if held and token.is_word and (said := _together(text, held[0], token)):
            held = [Token(text[held[0].start : token.end], held[0].start, token.end, said)]
        elif token.spoken:
            yield from held
            held = [token]
        else:
            held.append(token)
    yield from held


def _together(text: str, one: Token, other: Token) -> str:
    """How two tokens are said as one word, or "" if they are two."""
    if not one.is_word:
        return ""
    if other.spoken in spacing.SUFFIXES and _is_attached(text, one, other):
        return spacing.suffixed(one.spoken, other.spoken)
    if not spacing.belong(one.spoken, other.spoken, text[other.end : other.end + 8]):
        return ""
    return (
        spacing.joined(one.spoken, other.spoken) if len(text[one.end : other.start].splitlines()) < 2 else ""
    )


def _is_attached(text: str, one: Token, other: Token) -> bool:
    """Whether a Persian word was written right behind a figure, a sign or a Latin word."""
    return text[one.end : other.start] in {"", ZWNJ} and not _LETTER.match(one.text[-1])


def read(text: str) -> list[Token]:
    """Read a text: every token in the order it is written, with how it is said."""
    return list(scan(text))


_BARE = re.compile(f"(?:.* )?[{PERSIAN}]")


def spoken_line(tokens: Iterable[Token]) -> str:
    """Write tokens as they are said, in one line: marks attached, of several marks in a row the strongest."""
    said: list[str] = []
    mark = ""
    for token in tokens:
        if token.is_word:
            if said:
                said[-1] = _attach(said[-1], mark)
            said.append(token.spoken)
            mark = ""
        elif token.spoken and said:
            mark = punctuation.stronger(mark, token.spoken) if mark else token.spoken
    return " ".join([*said[:-1], _attach(said[-1], mark)]) if said else ""


def _attach(word: str, mark: str) -> str:
    """A word with its mark; a full stop behind a bare letter would be taken for that of an initial."""
    return word if mark == "." and _BARE.fullmatch(word) else word + mark


def normalize(text: str) -> str:
    """Give the spoken form of a whole text as one line."""
    return spoken_line(scan(text))
