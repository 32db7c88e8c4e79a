"""Records as the outside sees them."""

from typing import Annotated, Self

from pydantic import BaseModel, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bazgoo.datasets import Record, Split
from bazgoo.server.datasets.schemas import PLAIN
from bazgoo.server.sources.schemas import Described

MOST_NUMBERS = 100_000

Text = Annotated[str, StringConstraints(max_length=20_000)]
Tag = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=PLAIN)]


class RecordOut(Described):
    """One recording, text or row."""

    n: int
    """Counts from 1 in the order of import; never used again."""
    text: str
    label: str | None
    speaker: str | None
    file: str | None
    """Its audio's name; null where there is none."""
    duration_s: float | None
    sample_rate: int | None
    excluded: bool
    problems: list[str]
    """Codes of what the last check found."""
    quality: float | None
    """0–100; null before a check."""
    measures: dict[str, float]
    split: Split

    @classmethod
    def of(cls, record: Record) -> Self:
        """``record`` as it is shown."""
        plain = {name: getattr(record, name) for name in cls.model_fields if name != "quality"}
        return cls(**plain, quality=record.measures.get("quality"))


class Records(BaseModel):
    """A page of records."""

    items: list[RecordOut]
    next_cursor: str | None = None
    total: int = Field(description="How many fit, on all pages together.")


class RecordChange(BaseModel):
    """What to change of a record; an empty label or speaker takes it away."""

    text: Text | None = None
    label: Tag | None = None
    speaker: Tag | None = None
    excluded: bool | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("nothing_to_change", "names nothing to change")
        return self


class Exclusion(BaseModel):
    """Which records to keep out, or to take in again."""

    problems: list[Tag] | None = Field(
        default=None, max_length=100, description="All that have any of these."
    )
    numbers: list[Annotated[int, Field(ge=1, le=2**53)]] | None = Field(default=None, max_length=MOST_NUMBERS)
    excluded: bool = True

    @model_validator(mode="after")
    def _names_some(self) -> Self:
        if self.problems is None and self.numbers is None:
            raise PydanticCustomError("nothing_to_change", "names nothing to change")
        return self


class Excluded(BaseModel):
    """How many records changed."""

    changed: int


class NewRecord(BaseModel):
    """What is said of a recording when it is added."""

    text: Text = ""
    label: Tag | None = None
    speaker: Tag | None = None
    prompt: Tag | None = None


class Peaks(Described):
    """A waveform: the loudest of each of equal parts, 0–1."""

    peaks: list[float]
    duration_s: float
