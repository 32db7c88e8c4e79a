"""`/health`, `/api/health`, `/api/system/status`, `/metrics`, `/docs`."""

from typing import Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from bazgoo.errors import AdminOnly, LoginRequired
from bazgoo.server.dependencies import API_LIMIT, CurrentUser, require_monitor
from bazgoo.server.language import preferred_language
from bazgoo.server.problems import described
from bazgoo.server.system import documentation, gauges, service
from bazgoo.server.system.health import check_health
from bazgoo.server.system.schemas import Health, MachineStatus, SystemStatus

router = APIRouter(tags=["system"])


async def _health(request: Request) -> JSONResponse:
    health = await check_health(request.app, preferred_language(request.scope))
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Language"}
    return JSONResponse(health.model_dump(), 200 if health.status == "ok" else 503, headers=headers)


_DOWN: dict[int | str, dict[str, Any]] = {
    503: {"model": Health, "description": "Something that is needed is down."}
}


@router.get("/health", response_model=Health, responses=_DOWN)
async def read_health(request: Request) -> JSONResponse:
    """Whether the studio can work, what of it cannot, and why; 503 only when it cannot be used."""
    return await _health(request)


@router.get("/api/health", response_model=Health, responses=_DOWN)
async def read_api_health(request: Request) -> JSONResponse:
    """Whether the studio can work; the same as `/health`."""
    return await _health(request)


@router.get("/api/system/status", dependencies=[API_LIMIT], responses=described(LoginRequired))
async def read_system_status(request: Request, caller: CurrentUser) -> MachineStatus | SystemStatus:
    """How the installation is doing; an admin sees the whole machine, others what is theirs."""
    return await service.describe_system(request.app, caller)


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    dependencies=[Depends(require_monitor)],
    responses=described(LoginRequired, AdminOnly),
)
async def read_metrics(request: Request) -> Response:
    """Measurements for Prometheus, to an admin or with `BAZGOO_METRICS_TOKEN`."""
    state = request.app.state
    state.metrics.observe_pool(service.describe_pool(state.database))
    if state.speaker is not None:
        state.metrics.speech.observe_memory(state.speaker.memory)
    installation = await gauges.read(request.app)
    return Response(installation.render() + state.metrics.render(), media_type=CONTENT_TYPE_LATEST)


@router.get("/docs", include_in_schema=False)
async def read_documentation(request: Request) -> HTMLResponse:
    """The API described, for people."""
    return HTMLResponse(documentation.render(request.app.openapi()))


@router.get("/docs/style.css", include_in_schema=False)
async def read_documentation_style() -> Response:
    """How that page looks."""
    return Response(documentation.STYLE.read_bytes(), media_type="text/css")
