"""Passages: what is said in one breath, a sentence or a clause of it, given out as soon as it is known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bazgoo.text.punctuation import CLOSERS, OPENERS, QUOTE
from bazgoo.text.tokens import Token, scan, spoken_line

SENTENCE_S = 0.35
CLAUSE_S = 0.18
PARAGRAPH_S = 0.6
BREATH_S = 0.1

LONGEST_PAUSE_S = 10.0
"""The most silence between two passages, however many breaks stand there."""

LONGEST = 200
"""Characters after which a sentence is cut at its best place."""

SHORTEST_FIRST = 12
SHORTEST_CUT = 40

_CONJUNCTIONS = frozenset(
    ("اما", "ولی", "زیرا", "چون", "اگر", "بلکه", "سپس", "چنانچه", "هرچند", "گرچه", "چراکه")
)
_LINKS = _CONJUNCTIONS | frozenset(("و", "که", "یا", "تا"))
_STOPS = frozenset(".!؟…")
_CLAUSES = frozenset("؛:،")
_NEWLINE = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Passage:
    """What is said in one breath: a sentence, or a clause of it."""

    tokens: tuple[Token, ...]
    start: int
    """Offset of its first code point in the source (the plain text, or the SSML document as given)."""
    end: int
    """Offset behind its last code point."""
    pause_s: float
    """Silence after it."""
    rate: float = 1.0
    """How much faster than usual."""
    gain_db: float = 0.0
    """How much louder than usual."""

    @property
    def text(self) -> str:
        """The passage as written, on one line; in a document the tags before a mark are no space."""
        before = (self.start, *(token.end for token in self.tokens))
        return "".join(
            f" {token.text}" if token.start > end and (token.is_word or not token.spoken) else token.text
            for end, token in zip(before, self.tokens, strict=False)
        )

    @property
    def spoken(self) -> str:
        """The passage as said, in one line."""
        return spoken_line(self.tokens)

    @property
    def has_words(self) -> bool:
        """Whether anything in it is said; a passage without words is only its pause."""
        return any(token.is_word for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a passage ends for another reason than its words: a new line, ``<break>``, ``</s>``."""

    pause_s: float
    at: int
    """Offset in the source."""
    exact: bool = False
    """Whether the author asked for just this silence, instead of at least so much."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How what follows is said."""

    rate: float = 1.0
    gain_db: float = 0.0


Piece = Token | Cut | Manner


def passages(text: str) -> Iterator[Passage]:
    """Divide a text into passages, lazily; the first one is short, so that sound can start at once."""
    return divide(_lines(text))


def _lines(text: str) -> Iterator[Piece]:
    """The tokens of a plain text, with a cut at each new line."""
    last = 0
    for token in scan(text):
        if token.start > last and (lines := len(_NEWLINE.findall(text, last, token.start))):
            yield Cut(SENTENCE_S if lines == 1 else PARAGRAPH_S, last)
        yield token
        last = token.end


def divide(pieces: Iterable[Piece]) -> Iterator[Passage]:
    """Divide a stream of tokens and cuts into passages."""
    draft = _Draft(first=True)
    for piece in pieces:
        if isinstance(piece, Token):
            yield from draft.take(piece)
        elif isinstance(piece, Cut):
            draft.cut(piece)
        else:
            yield from draft.finish()
            draft.manner = piece
    yield from draft.finish(whole=True)


@dataclass(slots=True)
class _Draft:
    """The passage being gathered."""

    first: bool
    manner: Manner = Manner()
    tokens: list[Token] = field(default_factory=list)
    spoken: bool = False
    """Whether it has a word."""
    pause_s: float | None = None
    """The silence behind it, once its end is known; what still belongs to it may follow."""
    asked: bool = False
    """Whether that silence was asked for exactly."""
    at: int = 0
    """Where it was asked for."""

    def take(self, token: Token) -> Iterator[Passage]:
        if self.pause_s is not None and not self._belongs(token):
            yield from self._give(len(self.tokens), self.pause_s)
        elif self.pause_s is None and self._is_first_breath(token):
            yield from self._give(len(self.tokens), BREATH_S)
        self._add(token)
        if self.pause_s is None and self.tokens[-1].end - self.tokens[0].start > LONGEST and self.spoken:
            at = self._best_cut()
            yield from self._give(at, CLAUSE_S if self.tokens[at - 1].spoken in _CLAUSES else BREATH_S)

    def cut(self, cut: Cut) -> None:
        if cut.exact and (self.spoken or cut.pause_s):
            before = self.pause_s or 0.0 if self.asked else 0.0
            self.pause_s = min(before + cut.pause_s, LONGEST_PAUSE_S)
            self.asked, self.at = True, cut.at
        elif self.spoken and not self.asked:
            self.pause_s = max(cut.pause_s, self.pause_s or 0.0)

    def finish(self, whole: bool = False) -> Iterator[Passage]:
        """End the passage here; what has no word waits for the next, unless the text is at its end."""
        if self.spoken or self.asked or (whole and self.tokens):
            yield from self._give(len(self.tokens), self.pause_s or 0.0)

    def _belongs(self, token: Token) -> bool:
        """Whether a token belongs to the sentence that has ended: a closing quote, a mark, an emoji."""
        if self.asked or token.is_word or token.text in OPENERS:
            return False
        return token.text not in QUOTE or token.start == self.tokens[-1].end

    def _is_first_breath(self, token: Token) -> bool:
        """Whether the first passage can end before a conjunction."""
        if not (self.first and self.spoken and token.spoken in _LINKS):
            return False
        return self._width() >= (SHORTEST_FIRST if token.spoken in _CONJUNCTIONS else SHORTEST_CUT)

    def _width(self) -> int:
        return self.tokens[-1].end - self.tokens[0].start if self.tokens else 0

    def _add(self, token: Token) -> None:
        self.tokens.append(token)
        if token.is_word:
            self.spoken = True
        elif not self.spoken or self.asked:
            return
        elif token.spoken in _STOPS:
            self.pause_s = max(self.pause_s or 0.0, SENTENCE_S)
        elif self.pause_s is not None and (token.text in CLOSERS or token.text in QUOTE):
            self.pause_s = CLAUSE_S
        elif token.text in OPENERS:
            return
        elif token.spoken == "؛" or (self.first and token.spoken and self._width() >= SHORTEST_FIRST):
            self.pause_s = max(self.pause_s or 0.0, CLAUSE_S)

    def _best_cut(self) -> int:
        """Where a long sentence is best cut: behind a mark, else before a conjunction, else at its end."""
        start = self.tokens[0].start
        late = [at for at in range(1, len(self.tokens)) if self.tokens[at].start - start >= SHORTEST_CUT]
        for at in reversed(late):
            if self.tokens[at - 1].spoken in _CLAUSES and self.tokens[at - 1].text not in OPENERS:
                return at
        for at in reversed(late):
            if self.tokens[at].spoken in _LINKS:
                return at
        return max(len(self.tokens) - 1, 1)

    def _give(self, count: int, pause_s: float) -> Iterator[Passage]:
        tokens = tuple(self.tokens[:count])
        del self.tokens[:count]
        start, end = (tokens[0].start, tokens[-1].end) if tokens else (self.at, self.at)
        yield Passage(tokens, start, end, pause_s, self.manner.rate, self.manner.gain_db)
        self.first = self.first and not any(token.is_word for token in tokens)
        self.spoken = any(token.is_word for token in self.tokens)
        self.pause_s, self.asked = None, False
