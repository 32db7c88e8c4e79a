"""Texts that nobody would write: to read them must take neither long nor down what reads."""

import random
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

PIECES = [
    "سلام", "می‌روم", "۱۲:۳۰", "1403/08/12", "۰۹۱۲۳۴۵۶۷۸۹", "1,234,567.89", "۱۲٫۵٪", "$12.50", "-۳ درجه", "½", "٣٫١٤",
    "IV", "www.example.org/a?b=c#d", "a@b.c", "#برچسب", "C++", "۵۰ کیلومتر بر ساعت", "۱۰-۱۵", "دکتر", "ه.ش", "😀👨‍👩‍👧‍👦",
    "6037-9911-2233-4455", "IR820540102680020817909002", "v1.2.3.4", "+98 (21) 8888-8888", "2^10=1024", "«", "»", "(", "…",
    "\u200c", "\u200f", "\u202e", "\u0640", "\u064e\u0651", "\u0654", "\ufdfa", "ﷲ", "\ufeff", "\ufffe", "\x00", "\x07", "\x85",
    "\u2028", "\r\n", "\t", " ", "\u00a0", "\U0001f1ee\U0001f1f7", "e\u0301", "中文", "हिन्दी", "\U000e0041", "١٢", "৩", "²", "Ⅻ",
    "0", "9", ".", ",", "،", "؛", "؟", "!", "-", "/", ":", "_", "&amp;", "<b>", "%00", "../../etc/passwd", "{{7*7}}", "'; --",
]  # fmt: skip


def hostile_text(dice: random.Random, longest: int = 20_000) -> str:
    """A text of at most ``longest`` characters, of one of many kinds."""
    kinds: list[Callable[[], str]] = [
        lambda: "".join(dice.choices(PIECES, k=dice.randint(1, 200))),
        lambda: " ".join(dice.choices(PIECES, k=dice.randint(1, 200))),
        lambda: dice.choice(PIECES) * dice.choice((1, 40, 1_000, longest)),
        lambda: "".join(dice.choices(PIECES, k=dice.randint(1, 4))) * dice.choice((10, 500, longest)),
        lambda: "".join(chr(dice.choice(_RANGES)(dice)) for _ in range(dice.randint(1, 400))),
        lambda: dice.choice(PIECES) + "\u0651" * dice.choice((1, 100, longest)),
        lambda: "".join(dice.choices("0123456789۰۱۲۳۴۵۶۷۸۹.,٬٫:/- ", k=dice.choice((30, 300, longest)))),
    ]
    return dice.choice(kinds)()[:longest]


_RANGES: list[Callable[[random.Random], int]] = [
    lambda dice: dice.randrange(0x20, 0x7F),
    lambda dice: dice.randrange(0x600, 0x700),
    lambda dice: dice.randrange(0xD800),
    lambda dice: dice.randrange(0xE000, 0x110000),
]
_TAGS = [
    "p",
    "s",
    "prosody",
    "break",
    "sub",
    "phoneme",
    "say-as",
    "emphasis",
    "voice",
    "lang",
    "audio",
    "mark",
    "desc",
    "metadata",
    "speak",
    "xx",
    "w",
    "token",
]
_VALUES = [
    "x-slow",
    "0.1",
    "1e9",
    "-5%",
    "+999999%",
    "1000000s",
    "5ms",
    "NaN",
    "inf",
    "-inf",
    "silent",
    "+40dB",
    "+1e400dB",
    "date",
    "telephone",
    "cardinal",
    "ipa",
    "sˈɑ",
    "10s",
    "3600s",
    "00000000000000000000001s",
    "۱۲۳",
    "../../a",
    "http://127.0.0.1/",
    "fa",
    "fr",
    "zz",
]
_NAMES = [
    "rate",
    "volume",
    "pitch",
    "time",
    "strength",
    "alias",
    "ph",
    "alphabet",
    "interpret-as",
    "format",
    "xml:lang",
    "name",
    "src",
    "level",
]


def hostile_ssml(dice: random.Random, longest: int = 20_000) -> str:
    """A document that is SSML, nearly SSML, or a trap for whoever reads XML."""
    kinds: list[Callable[[], str]] = [
        lambda: f"<speak>{_tree(dice, 4)}</speak>",
        lambda: f"<speak>{_tree(dice, 6)}",
        lambda: _cut(dice, f"<speak>{_tree(dice, 5)}</speak>"),
        lambda: "<speak>" + "<p>" * (longest // 8) + "سلام" + "</p>" * (longest // 8) + "</speak>",
        lambda: "<speak>" + '<prosody rate="2">' * 400 + "سلام" + "</prosody>" * 400 + "</speak>",
        lambda: "<speak>" + '<break time="10s"/>' * 500 + "سلام</speak>",
        lambda: "<speak " + " ".join(f'a{n}="b"' for n in range(1000)) + ">سلام</speak>",
        lambda: BOMB,
        lambda: '<!DOCTYPE speak SYSTEM "file:///etc/passwd"><speak>سلام</speak>',
        lambda: '<?xml version="1.0" encoding="utf-16"?><speak>سلام</speak>',
        lambda: f"<speak><![CDATA[{hostile_text(dice, 200)}]]></speak>",
        lambda: f"<speak>&#{dice.randrange(0x120000)};&lt;&#x{dice.randrange(0x120000):x};</speak>",
    ]
    return dice.choice(kinds)()[:longest]


BOMB = (
    "<!DOCTYPE s [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 20}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><speak>&i;</speak>"
)
"""Entities that would be some 50 GB of text."""


def _tree(dice: random.Random, deep: int) -> str:
    if deep == 0 or dice.random() < 0.2:
        return escape("".join(dice.choices(PIECES, k=dice.randint(0, 5))))
    tag = dice.choice(_TAGS)
    given = "".join(
        f" {name}={quoteattr(dice.choice(_VALUES))}" for name in dice.sample(_NAMES, dice.randint(0, 3))
    )
    return "".join(f"<{tag}{given}>{_tree(dice, deep - 1)}</{tag}>" for _ in range(dice.randint(1, 3)))


def _cut(dice: random.Random, document: str) -> str:
    """The document with some of it lost, doubled or exchanged."""
    at, to = sorted(dice.choices(range(len(document)), k=2))
    return dice.choice(
        (document[:at] + document[to:], document[:to] + document[at:], document[:at] + "\0<&" + document[at:])
    )
