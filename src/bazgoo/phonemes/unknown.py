"""Words that no dictionary has, read letter by letter by a small recurrent network.

It sees the letters and what eSpeak NG makes of each, and says a piece of Repr.1 for each; its numbers are in
`speller.py`. How it is taught: docs/reading.md.
"""

from functools import cache, lru_cache
from importlib.resources.abc import Traversable

from bazgoo.phonemes.letters import align
from bazgoo.phonemes.speller import FIRST_PIECE, Speller
from bazgoo.phonemes.weights import shipped, stored

FILE = "unknown.npz"
EDGE, FIRST_LETTER = 1, 2
"""The row of the edges of a word among the letters, and of the first letter; 0 pads."""


@lru_cache(maxsize=4096)
def guess(word: str, said: str) -> str | None:
    """How ``word`` is said, in Repr.1, given how eSpeak NG says it; None if a letter of it is foreign."""
    return _reader().guess(word, said)


@cache
def _reader() -> "Reader":
    return Reader(shipped(FILE))


class Reader:
    """The network, with the weights in ``file``."""

    def __init__(self, file: Traversable) -> None:
        arrays = stored(file)
        self._pieces = arrays.pop("pieces").texts()
        self._piece_at = {piece: at for at, piece in enumerate(self._pieces, FIRST_PIECE)}
        self._letter_at = {
            letter: at for at, letter in enumerate(arrays.pop("letters").texts(), FIRST_LETTER)
        }
        self._speller = Speller(arrays)

    def guess(self, word: str, said: str) -> str | None:
        """How ``word`` is said, given how eSpeak NG says it, both in Repr.1; None if a letter of it is foreign."""
        if not all(letter in self._letter_at for letter in word):
            return None
        letters = [EDGE, *(self._letter_at[letter] for letter in word), EDGE]
        pieces = self._speller.pieces(letters, self._hints(word, said))
        return "".join(self._pieces[piece - FIRST_PIECE] for piece in pieces)

    def _hints(self, word: str, said: str) -> list[int]:
        """What eSpeak says for each letter, the edges included; where that is not known, one sign for it."""
        unheard = len(self._pieces) + FIRST_PIECE
        pieces = align(word, said)
        if pieces is None:
            return [unheard] * (len(word) + 2)
        return [0, *(self._piece_at.get(piece, unheard) for piece in pieces), 0]
