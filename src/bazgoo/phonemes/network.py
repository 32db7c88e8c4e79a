"""Small recurrent networks that read a sentence from both ends and tell which of its words carry an ezafe.

Each is a bidirectional GRU over a vector of the word and the mean of the vectors of its groups of letters. Several,
taught alike but for their dice, are asked at once: their mean is surer than any of them. Teaching: docs/reading.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bazgoo.phonemes.vocabulary import groups, rows_of
from bazgoo.phonemes.weights import shipped, stored

FILE = "network.npz"
REMEMBERED = 1 << 14
"""The vectors of so many words are remembered."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """The weights of N networks, each array with N as its first dimension.

    `words` and `groups` are vectors in whole numbers (int8) with one `…_scale` a network; the rest is as in a GRU.
    """

    vocabulary: Mapping[str, int]
    """The rows of the words that have a vector of their own; row 0 is of all others."""
    arrays: Mapping[str, Array]
    _vectors: dict[str, Array] = field(default_factory=dict)

    def scores(self, words: Sequence[str]) -> Array:
        """The mean logit of an ezafe, for each of ``words``."""
        seen = np.stack([self._vector(word) for word in words], axis=1)
        states = self._read(np.stack([seen, seen[:, ::-1]], axis=1))
        both = np.concatenate([states[:, 0], states[:, 1, ::-1]], axis=-1)
        following = np.concatenate([both[:, 1:], np.zeros_like(both[:, :1])], axis=1)
        pairs = np.concatenate([both, following], axis=-1)
        hidden = np.maximum(pairs @ self.arrays["pair"] + self.arrays["pair_bias"], 0)
        logits: Array = (hidden @ self.arrays["ezafe"] + self.arrays["ezafe_bias"])[..., 0].mean(axis=0)
        return logits

    def save(self, folder: Path) -> None:
        """Write them into ``folder``: whole numbers as they are, the rest in half precision."""
        kinds = {
            name: np.int8 if array.dtype == np.int8 else np.float16 for name, array in self.arrays.items()
        }
        stored: dict[str, Any] = {name: array.astype(kinds[name]) for name, array in self.arrays.items()}
        words = np.frombuffer("\n".join(self.vocabulary).encode(), np.uint8)
        np.savez_compressed(folder / FILE, vocabulary=words, **stored)

    def _vector(self, word: str) -> Array:
        """A word as the networks see it: N × (word, letters)."""
        vector = self._vectors.get(word)
        if vector is None:
            whole = self.arrays["words"][:, self.vocabulary.get(word, 0)] * self.arrays["words_scale"]
            letters = self.arrays["groups"][:, groups(word)].mean(axis=1) * self.arrays["groups_scale"]
            vector = np.concatenate([whole, letters], axis=-1).astype(np.float32)
            if len(self._vectors) >= REMEMBERED:
                self._vectors.clear()
            self._vectors[word] = vector
        return vector

    def _read(self, seen: Array) -> Array:
        """The states after each word, N × directions × words × size, from ``seen``, which is laid out alike."""
        inputs = seen @ self.arrays["input"] + self.arrays["input_bias"]
        recurrent, bias = self.arrays["recurrent"], self.arrays["recurrent_bias"]
        size = recurrent.shape[-2]
        states = np.zeros((*inputs.shape[:3], size), np.float32)
        state = states[:, :, :1]
        for at in range(inputs.shape[2]):
            given, kept = inputs[:, :, at : at + 1], state @ recurrent + bias
            gates = (1 + np.tanh((given + kept)[..., : 2 * size] / 2)) / 2
            reset, keep = gates[..., :size], gates[..., size:]
            new = np.tanh(given[..., 2 * size :] + reset * kept[..., 2 * size :])
            state = new + keep * (state - new)
            states[:, :, at : at + 1] = state
        return states


@cache
def network() -> Network:
    """The networks that Bazgoo ships with."""
    arrays = stored(shipped(FILE))
    rows = rows_of(arrays.pop("vocabulary"))
    return Network(rows, {name: _numbers(*array) for name, array in arrays.items()})


def _numbers(kind: str, shape: tuple[int, ...], content: bytes) -> Array:
    """An array as it is worked with: whole numbers as they are, the rest in single precision."""
    array = np.frombuffer(content, kind).reshape(shape)
    return array if array.dtype == np.int8 else array.astype(np.float32)
