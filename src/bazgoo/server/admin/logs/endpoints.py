"""`/api/admin/logs`: the last lines of the logs."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query

from bazgoo.errors import AdminOnly, LoginRequired
from bazgoo.server.admin.logs.reading import read_last
from bazgoo.server.admin.logs.schemas import LogLevel, LogLines, LogSource
from bazgoo.server.dependencies import ADMIN_ONLY, API_LIMIT, InstalledSettings
from bazgoo.server.problems import described

router = APIRouter(
    prefix="/api/admin",
    tags=["admin"],
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly),
)


@router.get("/logs")
async def read_logs(
    settings: InstalledSettings,
    source: LogSource = "studio",
    level: Annotated[LogLevel, Query(description="This and worse.")] = "debug",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> LogLines:
    """The last lines that the studio or its worker wrote, the newest first."""
    folder = settings.data_dir / "logs"
    return LogLines(items=await asyncio.to_thread(read_last, folder, source, level, limit))
