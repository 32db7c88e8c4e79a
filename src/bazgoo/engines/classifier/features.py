"""What a network sees of an example: numbers of a fixed shape, made the same way wherever it is asked.

All that decides them stands in `classifier.json`, so that a page in a browser can make the same ones. They are computed
in double precision and handed over in single precision.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

Numbers = NDArray[np.float32]


class Features(BaseModel, ABC):
    """One way to make numbers of an example."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @property
    @abstractmethod
    def shape(self) -> tuple[int, ...]:
        """Of the numbers of one example."""

    @abstractmethod
    def measured(self, example: Any) -> Numbers:
        """The numbers before they are brought to one scale; NaN where there is nothing to measure."""

    def scaled(self, measured: Numbers) -> Numbers:
        """Numbers that were ``measured``, of one example or many, as the network wants them."""
        return measured

    def vector(self, example: Any) -> Numbers:
        """What the network sees of ``example``: float32 of ``shape``."""
        return self.scaled(self.measured(example))


class Scaled(Features):
    """Numbers less their mean, by their standard deviation, both over the examples that were learnt from.

    What could not be measured is 0 then: it says nothing.
    """

    mean: tuple[float, ...] = ()
    """Of each number of the last axis; empty before anything is learnt."""
    deviation: tuple[float, ...] = ()
    """Of each number of the last axis; 1 where it never changes."""

    def scaled(self, measured: Numbers) -> Numbers:
        """The numbers less their mean, by their deviation."""
        values: NDArray[np.float64] = (measured.astype(np.float64) - np.array(self.mean)) / np.array(
            self.deviation
        )
        values[np.isnan(values)] = 0.0
        return values.astype(np.float32)

    def fitted(self, measured: Iterable[Numbers]) -> Self:
        """The same, with the mean and the deviation of these examples."""
        rows = [values.reshape(-1, values.shape[-1]) for values in measured]
        known = np.maximum(1, sum(np.isfinite(row).sum(axis=0) for row in rows))
        mean = _total(rows) / known
        deviation = np.sqrt(_total((row - mean) ** 2 for row in rows) / known)
        deviation[deviation <= 1e-9 * np.abs(mean)] = 1.0  # rounding alone
        return self.model_copy(update={"mean": tuple(mean.tolist()), "deviation": tuple(deviation.tolist())})


def _total(rows: Iterable[NDArray[np.floating[Any]]]) -> NDArray[np.float64]:
    """Of each column, without what is NaN."""
    return np.asarray(sum(np.nansum(row, axis=0, dtype=np.float64) for row in rows))
