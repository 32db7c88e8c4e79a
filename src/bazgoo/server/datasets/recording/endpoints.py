"""`/api/prompts` and a dataset's own prompts: what to read aloud, and how far one is."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from bazgoo.errors import DatasetBusy, DatasetNotFound, LoginRequired, RequestInvalid
from bazgoo.server.datasets.reception import TheHolding
from bazgoo.server.datasets.recording import service
from bazgoo.server.datasets.recording.schemas import Prompts, PromptsKept, Recording
from bazgoo.server.dependencies import API_LIMIT, CurrentUser
from bazgoo.server.problems import described

router = APIRouter(prefix="/api", tags=["datasets"], dependencies=[API_LIMIT])

_LINES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["lines"],
                    "properties": {"lines": {"type": "array", "items": {"type": "string"}}},
                }
            },
            "text/plain": {"schema": {"type": "string"}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}


@router.get("/prompts", responses=described(LoginRequired))
async def list_prompts(_caller: CurrentUser) -> Prompts:
    """Bazgoo's own sentences, in an order that has every sound of Persian early."""
    return Prompts(items=list(service.own_sentences()))


@router.get(
    "/datasets/{dataset_id}/prompts", responses=described(LoginRequired, DatasetNotFound, DatasetBusy)
)
async def list_dataset_prompts(holding: TheHolding) -> Prompts:
    """The sentences of this dataset: one's own, else Bazgoo's."""
    return Prompts(items=await service.prompts_of(holding))


@router.post(
    "/datasets/{dataset_id}/prompts",
    openapi_extra=_LINES,
    responses=described(LoginRequired, RequestInvalid, DatasetNotFound, DatasetBusy),
)
async def keep_dataset_prompts(request: Request, holding: TheHolding) -> PromptsKept:
    """Read sentences of one's own: a text file with one a line, or JSON `{"lines": […]}`; none brings Bazgoo's back."""
    return PromptsKept(count=await service.keep_prompts(request, holding))


@router.get(
    "/datasets/{dataset_id}/recording", responses=described(LoginRequired, DatasetNotFound, DatasetBusy)
)
async def read_recording(
    holding: TheHolding,
    after: Annotated[str | None, Query(max_length=200, description="Begin behind this prompt.")] = None,
) -> Recording:
    """What to read next, and how far one is."""
    return await service.progress(holding, after)
