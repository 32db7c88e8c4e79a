"""Listening to two checkpoints without knowing which is which, and keeping what was thought of them."""

import asyncio
import secrets
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import PairNotFound
from bazgoo.server.database import Database
from bazgoo.server.trainings.history import file_of
from bazgoo.server.trainings.listening import repository
from bazgoo.server.trainings.listening.schemas import Listening, PairOut, Standing, Vote
from bazgoo.server.trainings.repository import find_sample, list_checkpoints
from bazgoo.server.trainings.service import read
from bazgoo.server.trainings.tables import ListeningPair
from bazgoo.settings import Settings

Side = Literal["a", "b"]


async def listen(database: Database, user_id: UUID, job_id: UUID) -> Listening:
    """The pair to listen to next, and the opinions so far; raises TrainingNotFound."""
    await read(database, user_id, job_id)
    async with database.session() as session:
        pair = await repository.find_open(session, job_id) or await _make(session, job_id)
        wins, losses, ties = _counted(await repository.list_chosen(session, job_id))
        results = [
            Standing(
                checkpoint_id=row.id,
                step=row.step,
                wins=wins[row.id],
                losses=losses[row.id],
                ties=ties[row.id],
            )
            for row in await list_checkpoints(session, job_id)
        ]
    results.sort(key=lambda each: (each.losses - each.wins, -each.step))
    return Listening(pair=PairOut.of(*pair) if pair else None, results=results)


async def vote(database: Database, user_id: UUID, job_id: UUID, said: Vote) -> Listening:
    """Keep an opinion; raises TrainingNotFound, PairNotFound, also for a pair of which there is one."""
    await read(database, user_id, job_id)
    async with database.session() as session:
        pair = await repository.find(session, job_id, said.pair_id)
        if pair is None or not await repository.choose(session, pair, said.chosen):
            raise PairNotFound
    return await listen(database, user_id, job_id)


async def clip(  # noqa: PLR0917 - what a clip is named by
    database: Database, settings: Settings, user_id: UUID, job_id: UUID, pair_id: UUID, side: Side
) -> tuple[Path, str]:
    """One of the two clips; raises TrainingNotFound, PairNotFound, SampleNotFound."""
    await read(database, user_id, job_id)
    async with database.session() as session:
        pair = await repository.find(session, job_id, pair_id)
        if pair is None:
            raise PairNotFound
        row = await find_sample(session, job_id, pair.sample_a if side == "a" else pair.sample_b)
    if row is None:
        raise PairNotFound
    return await asyncio.to_thread(file_of, settings, job_id, row.file)


async def _make(session: AsyncSession, job_id: UUID) -> tuple[ListeningPair, str] | None:
    """A new pair of what was compared least, either of them first; None where there are no two."""
    found = await repository.find_candidate(session, job_id)
    if found is None:
        return None
    sides = [(found.first, found.one), (found.second, found.other)]
    if secrets.randbelow(2):
        sides.reverse()
    (sample_a, checkpoint_a), (sample_b, checkpoint_b) = sides
    pair = ListeningPair(
        training_job_id=job_id,
        sample_a=sample_a,
        sample_b=sample_b,
        checkpoint_a=checkpoint_a,
        checkpoint_b=checkpoint_b,
    )
    session.add(pair)
    await session.flush()
    return pair, found.text


def _counted(pairs: Iterable[ListeningPair]) -> tuple[Counter[UUID], Counter[UUID], Counter[UUID]]:
    wins: Counter[UUID] = Counter()
    losses: Counter[UUID] = Counter()
    ties: Counter[UUID] = Counter()
    for pair in pairs:
        if pair.chosen == "same":
            ties.update((pair.checkpoint_a, pair.checkpoint_b))
        else:
            better_first = pair.chosen == "a"
            wins[pair.checkpoint_a if better_first else pair.checkpoint_b] += 1
            losses[pair.checkpoint_b if better_first else pair.checkpoint_a] += 1
    return wins, losses, ties
