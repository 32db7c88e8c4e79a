"""What the listening room asks of the database."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bazgoo.server.trainings.tables import CheckpointRow, Chosen, ListeningPair, SampleRow


class Candidate(NamedTuple):
    """Two samples, their checkpoints, and what is said."""

    first: UUID
    second: UUID
    one: UUID
    other: UUID
    text: str


async def find(session: AsyncSession, job_id: UUID, pair_id: UUID) -> ListeningPair | None:
    """A pair of a training."""
    query = select(ListeningPair).where(ListeningPair.id == pair_id, ListeningPair.training_job_id == job_id)
    return await session.scalar(query)


async def find_open(session: AsyncSession, job_id: UUID) -> tuple[ListeningPair, str] | None:
    """The pair that waits for an opinion, and what is said in it."""
    query = (
        select(ListeningPair, SampleRow.text)
        .join(SampleRow, SampleRow.id == ListeningPair.sample_a)
        .where(ListeningPair.training_job_id == job_id, ListeningPair.chosen.is_(None))
        .limit(1)
    )
    found = (await session.execute(query)).first()
    return (found[0], found[1]) if found else None


async def find_candidate(session: AsyncSession, job_id: UUID) -> Candidate | None:
    """Two samples of one sentence by two checkpoints that are still there, compared least of all."""
    first, second = aliased(SampleRow), aliased(SampleRow)
    one, other = aliased(CheckpointRow), aliased(CheckpointRow)
    pair = ListeningPair
    compared = (
        select(func.count())
        .where(
            or_(
                and_(pair.sample_a == first.id, pair.sample_b == second.id),
                and_(pair.sample_a == second.id, pair.sample_b == first.id),
            )
        )
        .scalar_subquery()
    )
    query = (
        select(first.id, second.id, one.id, other.id, first.text)
        .join(second, and_(second.training_job_id == first.training_job_id, second.text == first.text))
        .join(one, and_(one.training_job_id == first.training_job_id, one.step == first.step))
        .join(other, and_(other.training_job_id == second.training_job_id, other.step == second.step))
        .where(first.training_job_id == job_id, first.step < second.step)
        .where(first.kind == "audio", second.kind == "audio")
        .order_by(compared, func.random())
        .limit(1)
    )
    found = (await session.execute(query)).first()
    return Candidate(*found) if found else None


async def choose(session: AsyncSession, pair: ListeningPair, chosen: Chosen) -> bool:
    """Keep an opinion of a pair, if there is none yet."""
    waits = ListeningPair.id == pair.id, ListeningPair.chosen.is_(None)
    done = update(ListeningPair).where(*waits).values(chosen=chosen).returning(ListeningPair.id)
    return await session.scalar(done) is not None


async def list_chosen(session: AsyncSession, job_id: UUID) -> list[ListeningPair]:
    """Every pair that there is an opinion of."""
    query = select(ListeningPair).where(
        ListeningPair.training_job_id == job_id, ListeningPair.chosen.is_not(None)
    )
    return list(await session.scalars(query))
