"""The numbers behind the reader of unknown words: a bidirectional GRU, then one that also hears the piece before."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bazgoo.phonemes.weights import Stored

Vectors: TypeAlias = NDArray[np.float32]

FIRST_PIECE = 1
"""The row of the first piece of sound; 0 stands before all of them."""


class Speller:
    """The network."""

    def __init__(self, arrays: Mapping[str, Stored]) -> None:
        self._weights: Mapping[str, Vectors] = {
            name: np.frombuffer(content, kind).reshape(shape).astype(np.float32)
            for name, (kind, shape, content) in arrays.items()
        }

    def pieces(self, letters: Sequence[int], hints: Sequence[int]) -> list[int]:
        """The likeliest piece for each letter but the edges, from the first to the last."""
        state, last, said = self._rest("decoder"), 0, []
        for letter in self._encode(letters, hints)[1:-1]:
            given = self._given("decoder", np.concatenate([letter, self._weights["piece"][last]]))
            state = self._step("decoder", given, state)
            scores = self._weights["out"] @ np.concatenate([state, letter]) + self._weights["out_bias"]
            last = int(np.argmax(scores[FIRST_PIECE:])) + FIRST_PIECE
            said.append(last)
        return said

    def _encode(self, letters: Sequence[int], hints: Sequence[int]) -> Vectors:
        """Each letter seen with all the others: letters × 2·hidden."""
        seen = np.concatenate([self._weights["letter"][letters], self._weights["hint"][hints]], axis=1)
        backward = self._along("backward", seen[::-1])[::-1]
        return np.concatenate([self._along("forward", seen), backward], axis=1)

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
