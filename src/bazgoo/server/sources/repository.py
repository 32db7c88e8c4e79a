"""What the Hub's pages ask of the database: which of the repositories are here already."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.sources.schemas import FoundModel
from bazgoo.server.sources.tables import Model


async def mark_installed(session: AsyncSession, found: Iterable[FoundModel]) -> set[str]:
    """Say of each repository whether a model of it is installed; the voices of those models."""
    by_repo = {item.repo_id: item for item in found}
    query = select(Model.id, Model.repo_id, Model.details).where(
        Model.repo_id.in_(by_repo), Model.status == "installed"
    )
    voices: set[str] = set()
    for row in await session.execute(query.order_by(Model.created_at)):
        by_repo[row.repo_id].installed = True
        by_repo[row.repo_id].model_id = str(row.id)
        voices |= set(row.details.get("voices", ()))
    return voices
