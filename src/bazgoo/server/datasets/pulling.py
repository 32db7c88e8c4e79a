"""A dataset from the Hub: what can be refused is refused at once, the rest is a worker's."""

from typing import TYPE_CHECKING
from uuid import UUID

from bazgoo.server.database import Database
from bazgoo.server.datasets import repository
from bazgoo.server.datasets.arrival import new_row
from bazgoo.server.datasets.quotas import Room
from bazgoo.server.datasets.schemas import PullRequest
from bazgoo.server.datasets.service import begin
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.datasets.telling import tell
from bazgoo.server.sources.access import of_user
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.server.sources.desk import Desk


async def ask(
    database: Database, settings: Settings, desk: "Desk", user_id: UUID, wanted: PullRequest
) -> DatasetRow:
    """The dataset that is on its way; raises what the Hub refuses with, QuotaExceeded, DatasetTooLarge, DiskFull."""
    room = await Room.of(database, settings, user_id)
    async with database.session() as session:
        access = await of_user(session, settings, user_id)
    repo_id = f"datasets/{wanted.repo_id.removeprefix('datasets/')}"
    planned = await desk.plan(access, repo_id, wanted.revision, (), None)
    room.check(planned.plan.size_bytes)
    desk.check_room(planned)
    name = wanted.name or planned.plan.repo_id.rpartition("/")[2]
    details = {"source": planned.plan.repo_id} | ({"license": planned.license} if planned.license else {})
    async with database.session() as session:
        await repository.lock_work(session)
        (await Room.left(session, settings, user_id)).check(planned.plan.size_bytes)
        row = new_row(user_id, name, wanted.type or "audio", **details)
        row.size_mb = repository.megabytes(planned.plan.size_bytes)
        session.add(row)
        begin(row, {"do": "pull", "plan": planned.written()})
        await session.flush()
        await session.refresh(row)
        await tell(session, row, row.id)
        await repository.hand_out(session)
    return row
