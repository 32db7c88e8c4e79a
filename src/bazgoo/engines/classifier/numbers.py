"""Rows of a table as a network sees them: the columns that hold numbers."""

import math
from collections.abc import Mapping
from typing import Literal

import numpy as np

from bazgoo.engines.classifier.features import Numbers, Scaled

_SIGNS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫−", "01234567890123456789.-", "٬,_\u200e\u200f \u00a0")


class Columns(Scaled):
    """The numbers in ``columns``, in their order."""

    kind: Literal["numbers"] = "numbers"
    columns: tuple[str, ...]

    @property
    def shape(self) -> tuple[int, ...]:
        """A number for each column."""
        return (len(self.columns),)

    def measured(self, example: Mapping[str, object]) -> Numbers:
        """What stands in the columns; NaN where that is no number."""
        return np.array([number(example.get(column)) for column in self.columns], np.float32)


def number(written: object) -> float:
    """A number as people write it, also with Persian figures and marks of thousands; NaN when it is none."""
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        return math.nan
    try:
        value = float(written.translate(_SIGNS) if isinstance(written, str) else written)
    except (ValueError, OverflowError):
        return math.nan
    return value if math.isfinite(value) else math.nan
