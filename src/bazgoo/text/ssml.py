"""SSML: text with its pauses, pace, loudness and pronunciations (W3C, Speech Synthesis Markup 1.1)."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NoReturn
from xml.parsers import expat

from bazgoo.errors import SsmlInvalid
from bazgoo.text.interpretations import interpret, words
from bazgoo.text.passages import PARAGRAPH_S, SENTENCE_S, Cut, Manner, Passage, Piece, divide
from bazgoo.text.prosody import RefusedError, change_manner, pause_s
from bazgoo.text.tokens import Token, scan

_BLOCKS_S = {"p": PARAGRAPH_S, "paragraph": PARAGRAPH_S, "s": SENTENCE_S, "sentence": SENTENCE_S}
_UNSPOKEN = frozenset(("desc", "metadata", "meta", "lexicon", "title"))
_SAID_OTHERWISE = frozenset(("sub", "phoneme", "say-as"))

LONGEST_SAID = 300
"""Characters that one element may have said otherwise, and that may stand in its place."""

_REASONS = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: (
        "سند خالی است؛ متن را میان <speak> و </speak> بنویسید.",
        "it is empty; write the text between <speak> and </speak>.",
    ),
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: (
        "نشانه‌ای باز مانده است.",
        "a tag is left open.",
    ),
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]: (
        "نشانهٔ پایانی با نشانهٔ آغازین نمی‌خواند.",
        "a closing tag does not match its opening tag.",
    ),
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: (
        "یک صفت دو بار آمده است.",
        "an attribute is given twice.",
    ),
    expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: (
        "پس از </speak> چیزی مانده است.",
        "something is left after </speak>.",
    ),
    expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: (
        "نام یک نویسه ناشناخته است؛ فقط &lt; &gt; &amp; &quot; &apos; شناخته می‌شوند.",
        "an entity is unknown; only &lt; &gt; &amp; &quot; &apos; are known.",
    ),
}
_MALFORMED = (
    "این XML درست نوشته نشده است؛ & و < را &amp; و &lt; بنویسید.",
    "it is not well-formed XML; write & and < as &amp; and &lt;.",
)


def parse_ssml(document: str) -> Iterator[Passage]:
    """Divide an SSML document into passages whose offsets point into the document as given.

    Raises SsmlInvalid at once, before the first passage, when any part of the document is wrong.
    """
    return divide(chain.from_iterable(_Reader(document).read()))


@dataclass(slots=True)
class _Run:
    """Text that is read on, and where in the document each part of it is written."""

    parts: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, start: int, end: int) -> None:
        self.parts.append(text)
        self.offsets.append(self.length)
        self.places.append((start, end))
        self.length += len(text)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def place(self, offset: int) -> tuple[int, int]:
        """The start and end of one character in the document; an escaped one is longer there."""
        index = bisect_right(self.offsets, offset) - 1
        start, end = self.places[index]
        if end - start == len(self.parts[index]):
            start += offset - self.offsets[index]
            return start, start + 1
        return start, end

    def __iter__(self) -> Iterator[Token]:
        for token in scan(self.text):
            start, end = self.place(token.start)[0], self.place(token.end - 1)[1]
            yield Token(token.text, start, end, token.spoken)


class _Reader:
    """Walks through the elements of a document and gathers what is to be said."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._bytes = document.encode("utf-8", "surrogatepass")
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._read
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartCdataSectionHandler = lambda: self._set_raw(True)
        self._parser.EndCdataSectionHandler = lambda: self._set_raw(False)
        self._raw = False
        self._at = (0, 0)
        self._open: list[str] = []
        self._manners = [Manner()]
        self._pieces: list[_Run | tuple[Piece]] = []
        self._run = _Run()
        self._otherwise: tuple[int, str, dict[str, str]] | None = None
        self._unspoken = 0

    def read(self) -> list["_Run | tuple[Piece]"]:
        """Every piece of the document in order."""
        try:
            self._parser.Parse(self._bytes, True)
        except expat.ExpatError as error:
            self._refuse(*_REASONS.get(error.code, _MALFORMED), line=error.lineno)
        except RefusedError as refused:
            self._refuse(*refused.reasons)
        return self._pieces

    def _refuse(self, fa: str, en: str, line: int | None = None) -> NoReturn:
        raise SsmlInvalid(line=line or self._parser.CurrentLineNumber, reason_fa=fa, reason_en=en) from None

    def _refuse_doctype(self, *_: object) -> None:
        raise RefusedError(
            "<!DOCTYPE> پذیرفته نمی‌شود؛ آن را بردارید.", "<!DOCTYPE> is not accepted; remove it."
        )

    def _set_raw(self, raw: bool) -> None:
        self._raw = raw

    def _place(self) -> int:
        """The code-point offset of the present event; expat counts the bytes."""
        at, offset = self._at
        now = self._parser.CurrentByteIndex
        self._at = now, offset + len(self._bytes[at:now].decode("utf-8", "surrogatepass"))
        return self._at[1]

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(":")[2]
        if not self._open and name != "speak":
            raise RefusedError("نخستین نشانه باید <speak> باشد.", "the first tag must be <speak>.")
        self._open.append(name)
        if name in _UNSPOKEN:
            self._unspoken += 1
        elif self._otherwise is None and name in _SAID_OTHERWISE:
            self._close_run()
            self._otherwise = len(self._open), name, attributes
        elif self._otherwise is None:
            self._obey(name, attributes)

    def _obey(self, name: str, attributes: dict[str, str]) -> None:
        if name in _BLOCKS_S:
            self._put(Cut(_BLOCKS_S[name], self._place()))
        elif name == "break" and (pause := pause_s(attributes)) is not None:
            self._put(Cut(pause, self._place(), exact=True))
        elif name == "prosody":
            self._manners.append(change_manner(self._manners[-1], attributes))
            self._put(self._manners[-1])

    def _end(self, _: str) -> None:
        depth, name = len(self._open), self._open.pop()
        if name in _UNSPOKEN:
            self._unspoken -= 1
        elif self._otherwise is not None and self._otherwise[0] == depth:
            self._say(*self._otherwise[1:])
        elif self._otherwise is None and name in _BLOCKS_S:
            self._put(Cut(_BLOCKS_S[name], self._place()))
        elif self._otherwise is None and name == "prosody":
            self._manners.pop()
            self._put(self._manners[-1])
        elif name == "speak":
            self._close_run()

    def _read(self, text: str) -> None:
        if self._unspoken:
            return
        start = self._place()
        if self._document[start] == "&" and not self._raw:
            end = self._document.index(";", start) + 1
        elif self._document.startswith(text, start):
            end = start + len(text)
        else:  # XML reads every way of ending a line as one
            end = start + (2 if self._document.startswith("\r\n", start) else 1)
        self._run.add(text, start, end)

    def _put(self, piece: Piece) -> None:
        self._close_run()
        self._pieces.append((piece,))

    def _close_run(self) -> None:
        if self._run.length:
            self._pieces.append(self._run)
            self._run = _Run()

    def _say(self, name: str, attributes: dict[str, str]) -> None:
        """The text of an element whose author says how it is said becomes one token."""
        run, self._run, self._otherwise = self._run, _Run(), None
        written = run.text
        text = written.strip()
        if max(map(len, (text, *attributes.values()))) > LONGEST_SAID:
            raise RefusedError(
                f"<{name}> بلندتر از {LONGEST_SAID} نویسه است؛ آن را چند بخش کنید.",
                f"<{name}> is longer than {LONGEST_SAID} characters; divide it.",
            )
        if text:
            first = written.index(text)
            start, end = run.place(first)[0], run.place(first + len(text) - 1)[1]
        else:
            start = end = self._place()
        spoken, ipa = _said(name, attributes, text)
        self._pieces.append((Token(text, start, end, spoken, ipa, given=True),))


def _said(name: str, attributes: dict[str, str], text: str) -> tuple[str, str | None]:
    """How such an element is said: in words, and in IPA where that is given."""
    if name == "say-as":
        return interpret(_required(name, "interpret-as", attributes), text), None
    if name == "sub":
        return words(_required(name, "alias", attributes)), None
    if attributes.get("alphabet", "ipa") != "ipa":
        raise RefusedError("الفبای <phoneme> باید ipa باشد.", "the alphabet of <phoneme> must be ipa.")
    ipa = _required(name, "ph", attributes).strip()
    return words(text) or ipa, ipa


def _required(element: str, name: str, attributes: dict[str, str]) -> str:
    if not attributes.get(name, "").strip():
        raise RefusedError(f"<{element}> به {name} نیاز دارد.", f"<{element}> needs {name}.")
    return attributes[name]
