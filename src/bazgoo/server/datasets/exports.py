"""A dataset as one file to save."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast
from urllib.parse import quote
from uuid import UUID

import jwt
from fastapi.responses import StreamingResponse

from bazgoo.errors import LinkExpired
from bazgoo.server.database import Database
from bazgoo.server.datasets.arrival import safe_name
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.schemas import ExportTicket, Layout
from bazgoo.server.passing import held
from bazgoo.server.signing import signing_key
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.datasets import Dataset

TICKET_S = 300
PIECE = 1 << 20
_AUDIENCE = "dataset"


async def make_ticket(holding: Holding, layout: Layout) -> ExportTicket:
    """A link for five minutes; raises DatasetNotFound, DatasetBusy."""
    await holding.look(lambda dataset: dataset.name)
    told = {
        "sub": str(holding.dataset_id),
        "user": str(holding.user_id),
        "layout": layout,
        "aud": _AUDIENCE,
        "exp": datetime.now(UTC) + timedelta(seconds=TICKET_S),
    }
    ticket = jwt.encode(told, signing_key(holding.settings), algorithm="HS256")
    return ExportTicket(url=f"/api/datasets/export/{ticket}", expires_in=TICKET_S)


def read_ticket(database: Database, settings: Settings, ticket: str) -> tuple[Holding, Layout]:
    """What a ticket is for; raises LinkExpired."""
    try:
        told = jwt.decode(ticket, signing_key(settings), algorithms=["HS256"], audience=_AUDIENCE)
        holding = Holding(database, settings, UUID(told["user"]), UUID(told["sub"]))
        return holding, cast("Layout", told["layout"])
    except (jwt.InvalidTokenError, KeyError, ValueError):
        raise LinkExpired from None


async def zip_of(holding: Holding, layout: Layout) -> StreamingResponse:
    """The zip as it was just made; raises DatasetNotFound, DatasetBusy, DatasetInvalid, DiskFull."""
    uploads_dir = holding.settings.data_dir / "uploads"
    name, file, size_bytes = await holding.look(lambda dataset: _made(dataset, uploads_dir, layout))
    headers = {
        "Content-Length": str(size_bytes),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{name}.zip', safe='')}",
    }
    return StreamingResponse(_pieces(file), media_type="application/zip", headers=headers)


def _made(dataset: "Dataset", uploads_dir: Path, layout: Layout) -> tuple[str, IO[bytes], int]:
    """Write the zip; it is gone from the disk when nobody reads it any more, however that comes."""
    from bazgoo.datasets.exporting import export_audiofolder, export_ljspeech  # noqa: PLC0415

    uploads_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=uploads_dir) as folder, held(Path(folder)):
        place = Path(folder) / "dataset.zip"
        (export_ljspeech if layout == "ljspeech" else export_audiofolder)(dataset, place)
        return safe_name(dataset.name), place.open("rb"), place.stat().st_size


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece
