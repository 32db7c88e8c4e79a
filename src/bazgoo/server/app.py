"""The web application: every room of the server put together."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.routing import APIRoute

from bazgoo import __version__
from bazgoo.server.access import AccessLog
from bazgoo.server.accounts.endpoints import router as accounts_router
from bazgoo.server.admin.jobs.endpoints import router as jobs_router
from bazgoo.server.admin.logs.endpoints import router as logs_router
from bazgoo.server.audit.endpoints import router as audit_router
from bazgoo.server.backups.endpoints import router as backups_router
from bazgoo.server.database import Database
from bazgoo.server.datasets.endpoints import router as datasets_router
from bazgoo.server.datasets.recording.endpoints import router as recording_router
from bazgoo.server.datasets.records.endpoints import router as records_router
from bazgoo.server.datasets.telling import snapshot as dataset_snapshot
from bazgoo.server.lexicon.endpoints import router as lexicon_router
from bazgoo.server.limits import RateLimiter
from bazgoo.server.live.door import Live
from bazgoo.server.live.events import Topic
from bazgoo.server.live.subscriptions import Snapshot
from bazgoo.server.openapi import install_openapi
from bazgoo.server.pace import BodyPace
from bazgoo.server.pages import Pages
from bazgoo.server.problems import Failures, install_problems
from bazgoo.server.quotas.endpoints import router as quotas_router
from bazgoo.server.reader.endpoints import router as reader_router
from bazgoo.server.security import CORS, BodyLimit, HeadAsGet, SecurityHeaders
from bazgoo.server.settings.endpoints import router as settings_router
from bazgoo.server.sources.downloads.endpoints import router as downloads_router
from bazgoo.server.sources.downloads.telling import snapshot
from bazgoo.server.sources.endpoints import router as sources_router
from bazgoo.server.sources.installed.endpoints import router as installed_router
from bazgoo.server.speech.endpoints import router as speech_router
from bazgoo.server.speech.pool import SpeechPool
from bazgoo.server.system.endpoints import router as system_router
from bazgoo.server.system.machine import Surveyor
from bazgoo.server.system.metrics import Metrics
from bazgoo.server.system.service import Watch
from bazgoo.server.trainings.endpoints import router as trainings_router
from bazgoo.server.trainings.listening.endpoints import router as listening_router
from bazgoo.server.trainings.telling import snapshot as training_snapshot
from bazgoo.server.voices.endpoints import router as voices_router
from bazgoo.settings import Settings
from bazgoo.speech import Speaker

ROUTERS = (
    speech_router,
    lexicon_router,
    voices_router,
    reader_router,
    sources_router,
    downloads_router,
    installed_router,
    recording_router,
    datasets_router,
    records_router,
    trainings_router,
    listening_router,
    accounts_router,
    settings_router,
    audit_router,
    backups_router,
    quotas_router,
    jobs_router,
    logs_router,
    system_router,
)
UPLOADS = re.compile(r"/api/(sources/import|datasets|datasets/[^/]+/records)")
"""Where a body may be larger than elsewhere; what takes it sees to its own limit."""

SNAPSHOTS: dict[Topic, Snapshot] = {
    "download": snapshot,
    "dataset": dataset_snapshot,
    "training": training_snapshot,
}
"""How what live events are about stands now, by topic."""


def create_app(settings: Settings, database: Database, speaker: Speaker | None = None) -> FastAPI:
    """The application over what is already running; who starts ``database`` and ``speaker`` stops them."""
    app = FastAPI(
        title="Bazgoo",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
        generate_unique_id_function=_operation_id,
    )
    app.state.settings = settings
    app.state.database = database
    app.state.speaker = speaker
    app.state.desk = None  # made when somebody asks for the Hub
    app.state.limiter = RateLimiter(settings.rate_limit)
    app.state.metrics = Metrics()
    app.state.watch = Watch(Surveyor(settings))
    app.state.speech_pool = SpeechPool()
    for router in ROUTERS:
        app.include_router(router)
    app.state.live = Live(database, settings, app.state.limiter, SNAPSHOTS)
    app.mount(Live.path, app.state.live)
    app.router.default = Pages()
    install_problems(app)
    install_openapi(app)
    _install_guards(app, settings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.live.start()
    yield
    await app.state.live.stop()
    app.state.speech_pool.close()
    if app.state.desk is not None:
        await app.state.desk.lines.close()


def _install_guards(app: FastAPI, settings: Settings) -> None:
    """What every request passes; the last added is the first passed."""
    app.add_middleware(BodyPace)
    app.add_middleware(BodyLimit, limit_bytes=settings.max_body_mb * 1024 * 1024, uploads=UPLOADS)
    app.add_middleware(Failures)
    if settings.cors_origin:
        app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origin, **CORS)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AccessLog, metrics=app.state.metrics)
    app.add_middleware(HeadAsGet)


def _operation_id(route: APIRoute) -> str:
    return route.name
