"""Prompts and progress of recording, as the outside sees them."""

from pydantic import BaseModel

from bazgoo.server.sources.schemas import Described


class Prompt(Described):
    """A sentence to be read aloud."""

    id: str
    text: str
    phones: str | None = None
    """How it is said, in IPA, where that is known."""


class Prompts(BaseModel):
    """Sentences in the order in which they are to be read."""

    items: list[Prompt]


class OwnPrompts(BaseModel):
    """Sentences of one's own, which take the place of Bazgoo's; none bring those back."""

    lines: list[str]


class PromptsKept(BaseModel):
    """How many sentences of one's own a dataset has."""

    count: int


class Recording(Described):
    """How far the recording of a dataset is."""

    next: Prompt | None
    """The first sentence that has not been recorded; null when all have."""
    upcoming: list[Prompt]
    """Some that follow it."""
    recorded: int
    """Sentences that have been recorded."""
    total: int
    """Sentences there are."""
    records: int
    duration_s: float
    goals: list[int]
    """Seconds worth reaching: a first voice, a good one, one to be proud of."""
