"""Words that no dictionary has, read letter by letter by a small recurrent network.

It sees the letters and what eSpeak NG makes of each, and says a piece of Repr.1 for each: a bidirectional GRU over the
word, then a GRU that also hears the piece before. How it is taught: docs/reading.md.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bazgoo.phonemes import weights
from bazgoo.phonemes.letters import align

Vectors: TypeAlias = NDArray[np.float32]

FILE = "unknown.npz"
EDGE, FIRST_LETTER = 1, 2
"""The row of the edges of a word among the letters, and of the first letter; 0 pads."""
FIRST_PIECE = 1
"""The row of the first piece of sound; 0 stands before all of them."""


@lru_cache(maxsize=4096)
def guess(word: str, said: str) -> str | None:
    """How ``word`` is said, in Repr.1, given how eSpeak NG says it; None if a letter of it is foreign."""
    return _reader().guess(word, said)


@cache
def _reader() -> "Reader":
    with as_file(files(weights).joinpath(FILE)) as file:
        return Reader(file)


class Reader:
    """The network, with the weights in ``file``."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as arrays:
            stored = {name: arrays[name] for name in arrays.files}
        self._pieces = tuple(map(str, stored.pop("pieces")))
        self._piece_at = {piece: at for at, piece in enumerate(self._pieces, FIRST_PIECE)}
        self._letter_at = {str(letter): at for at, letter in enumerate(stored.pop("letters"), FIRST_LETTER)}
        self._weights: Mapping[str, Vectors] = {
            name: np.ascontiguousarray(array, np.float32) for name, array in stored.items()
        }

    def guess(self, word: str, said: str) -> str | None:
        """How ``word`` is said, given how eSpeak NG says it, both in Repr.1; None if a letter of it is foreign."""
        if not all(letter in self._letter_at for letter in word):
            return None
        letters = [EDGE, *(self._letter_at[letter] for letter in word), EDGE]
        return self._decode(self._encode(letters, self._hints(word, said))[1:-1])

    def _hints(self, word: str, said: str) -> list[int]:
        """What eSpeak says for each letter, the edges included; where that is not known, one sign for it."""
        unheard = len(self._pieces) + FIRST_PIECE
        pieces = align(word, said)
        if pieces is None:
            return [unheard] * (len(word) + 2)
        return [0, *(self._piece_at.get(piece, unheard) for piece in pieces), 0]

    def _encode(self, letters: Sequence[int], hints: Sequence[int]) -> Vectors:
        """Each letter seen with all the others: letters × 2·hidden."""
        seen = np.concatenate([self._weights["letter"][letters], self._weights["hint"][hints]], axis=1)
        backward = self._along("backward", seen[::-1])[::-1]
        return np.concatenate([self._along("forward", seen), backward], axis=1)

    def _decode(self, seen: Vectors) -> str:
        """The likeliest piece for each letter, from the first to the last."""
        state, last, said = self._rest("decoder"), 0, []
        for letter in seen:
            given = self._given("decoder", np.concatenate([letter, self._weights["piece"][last]]))
            state = self._step("decoder", given, state)
            scores = self._weights["out"] @ np.concatenate([state, letter]) + self._weights["out_bias"]
            last = int(np.argmax(scores[FIRST_PIECE:])) + FIRST_PIECE
            said.append(self._pieces[last - FIRST_PIECE])
        return "".join(said)

    def _along(self, name: str, seen: Vectors) -> Vectors:
        """The states of a GRU along a word."""
        states, state = [], self._rest(name)
        for given in self._given(name, seen):
            state = self._step(name, given, state)
            states.append(state)
        return np.stack(states)

    def _rest(self, name: str) -> Vectors:
        return np.zeros(self._weights[f"{name}_hh"].shape[1], np.float32)

    def _given(self, name: str, seen: Vectors) -> Vectors:
        given: Vectors = seen @ self._weights[f"{name}_ih"].T + self._weights[f"{name}_ih_bias"]
        return given

    def _step(self, name: str, given: Vectors, state: Vectors) -> Vectors:
        """One step of a GRU, its gates in the order reset, update, new."""
        kept = self._weights[f"{name}_hh"] @ state + self._weights[f"{name}_hh_bias"]
        size = len(state)
        reset, update = np.split(np.reciprocal(1 + np.exp(-(given[: 2 * size] + kept[: 2 * size]))), 2)
        new = np.tanh(given[2 * size :] + reset * kept[2 * size :])
        following: Vectors = (1 - update) * new + update * state
        return following
