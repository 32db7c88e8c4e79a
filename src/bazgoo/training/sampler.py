"""In which order examples are gone through: the same for the same seed and epoch, wherever one sets in."""

from collections.abc import Sequence

import numpy as np

_POOL = 32
"""Batches whose examples are put together by length at a time."""


class Sampler:
    """Batches of indices, an epoch at a time."""

    def __init__(
        self, count: int, batch_size: int, seed: int, lengths: Sequence[float] | None = None
    ) -> None:
        """Of ``count`` examples; where their ``lengths`` are known, those of like length come together."""
        self._count, self._batch_size, self._seed = count, batch_size, seed
        self._lengths = None if lengths is None else np.asarray(lengths, np.float64)

    def __len__(self) -> int:
        """Batches an epoch; the last may be smaller."""
        return (self._count + self._batch_size - 1) // self._batch_size

    def epoch(self, epoch: int) -> list[list[int]]:
        """Every index once, in batches."""
        dice = np.random.default_rng((self._seed, epoch))
        order = dice.permutation(self._count)
        if self._lengths is None:
            return self._cut(order)
        pool = _POOL * self._batch_size
        pools = [order[start : start + pool] for start in range(0, self._count, pool)]
        sorted_ = [each[np.argsort(self._lengths[each], kind="stable")] for each in pools]
        batches = [batch for each in sorted_ for batch in self._cut(each)]
        return [batches[n] for n in dice.permutation(len(batches))]

    def _cut(self, order: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> list[list[int]]:
        size = self._batch_size
        return [order[start : start + size].tolist() for start in range(0, len(order), size)]
