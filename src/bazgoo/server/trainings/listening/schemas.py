"""The listening room as the outside sees it."""

from typing import Self
from uuid import UUID

from pydantic import BaseModel

from bazgoo.server.sources.schemas import Described
from bazgoo.server.trainings.tables import Chosen, ListeningPair


class PairOut(Described):
    """Two clips of one sentence; neither name tells which checkpoint speaks."""

    id: UUID
    text: str
    a_url: str
    b_url: str

    @classmethod
    def of(cls, pair: ListeningPair, text: str) -> Self:
        """``pair``, in which ``text`` is said."""
        where = f"/api/training/{pair.training_job_id}/listening/{pair.id}"
        return cls(id=pair.id, text=text, a_url=f"{where}/a", b_url=f"{where}/b")


class Standing(Described):
    """What was thought of a checkpoint so far."""

    checkpoint_id: UUID
    step: int
    wins: int
    losses: int
    ties: int


class Listening(BaseModel):
    """What to listen to next, and what was thought so far, the best first."""

    pair: PairOut | None
    results: list[Standing]


class Vote(BaseModel):
    """Which of the two was better."""

    pair_id: UUID
    chosen: Chosen
