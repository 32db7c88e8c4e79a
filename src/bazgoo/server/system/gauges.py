"""What a monitor reads at ``/metrics`` of the whole installation: read anew from tables and disk each time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from bazgoo.errors import DatabaseUnavailable
from bazgoo.server.live.door import Live
from bazgoo.server.system import health, repository
from bazgoo.server.system.health import Pulse
from bazgoo.server.system.repository import Work
from bazgoo.server.system.schemas import Disk


@dataclass(frozen=True, eq=False)
class Reading(Collector):
    """What was found at one moment."""

    pulse: Pulse
    work: Work | None
    """None when the database does not answer."""
    disk: Disk
    live: Live
    voices: Mapping[str, int]
    """How many voices each engine has."""
    speech_waiting: int

    def collect(self) -> Iterator[Metric]:
        """Everything as measurements."""
        yield from self._health()
        yield from self._disk()
        yield from self._live()
        yield from self._speech()
        if self.work is not None:
            yield from _work(self.work)

    def render(self) -> bytes:
        """Everything as text."""
        registry = CollectorRegistry()
        registry.register(self)
        return generate_latest(registry)

    def _health(self) -> Iterator[Metric]:
        pulse = self.pulse
        yield _gauge("bazgoo_healthy", "1 when the studio can be used, as /health says.", not pulse.is_down)
        yield _gauge("bazgoo_database_up", "1 when the database answers.", pulse.workers is not None)
        yield _gauge("bazgoo_workers", "Workers that live.", pulse.workers or 0)
        oldest_s = pulse.queue_oldest_s or 0
        yield _gauge(
            "bazgoo_queue_oldest_seconds", "How long the oldest work has waited that could begin.", oldest_s
        )
        troubles = {(part, error.code): 1 for part, error, _ in pulse.troubles()}
        yield _gauges("bazgoo_trouble", "What /health calls a trouble now.", ("part", "code"), troubles)

    def _disk(self) -> Iterator[Metric]:
        disk = self.disk
        space = {"total": disk.total_bytes, "free": disk.free_bytes}
        yield _gauges("bazgoo_disk_bytes", "The disk under the data directory.", ("space",), space)
        folders = {
            "models": disk.models_bytes,
            "datasets": disk.datasets_bytes,
            "checkpoints": disk.checkpoints_bytes,
            "backups": disk.backups_bytes,
        }
        yield _gauges(
            "bazgoo_folder_bytes", "What the folders of the data directory take.", ("folder",), folders
        )

    def _live(self) -> Iterator[Metric]:
        yield _gauge("bazgoo_live_clients", "Clients connected for live events.", self.live.clients)
        yield _gauge("bazgoo_live_listening", "1 while no event can be missed.", self.live.listens)
        heard = CounterMetricFamily("bazgoo_live_events", "Live events heard.", labels=("event",))
        for event, count in self.live.heard.items():
            heard.add_metric((event,), count)
        yield heard
        yield CounterMetricFamily(
            "bazgoo_live_clients_let_go", "Clients let go because they did not read.", self.live.let_go
        )

    def _speech(self) -> Iterator[Metric]:
        yield _gauge("bazgoo_speech_waiting", "Passages that wait for a thread.", self.speech_waiting)
        yield _gauges("bazgoo_engine_voices", "Voices that can speak now.", ("engine",), self.voices)
        states = {engine: state == "failing" for engine, state in (self.pulse.engines or {}).items()}
        yield _gauges(
            "bazgoo_engine_failing", "1 when the last speech of an engine failed.", ("engine",), states
        )


async def read(app: FastAPI) -> Reading:
    """How the installation is now."""
    state = app.state
    return Reading(
        pulse=await health.feel(app),
        work=await _ask(app),
        disk=await state.watch.surveyor.disk(),
        live=state.live,
        voices=_count(voice.engine for voice in state.speaker.voices()) if state.speaker else {},
        speech_waiting=state.speech_pool.waiting,
    )


async def _ask(app: FastAPI) -> Work | None:
    try:
        async with app.state.database.session() as session:
            return await repository.read_work(session)
    except DatabaseUnavailable:
        return None


def _work(work: Work) -> Iterator[Metric]:
    yield _gauges("bazgoo_queue_jobs", "Jobs of the queue.", ("queue", "status"), work.jobs)
    yield _gauges("bazgoo_downloads", "Downloads.", ("status",), work.downloads)
    yield _gauge("bazgoo_download_bytes_per_second", "How fast all downloads come.", work.download_bps)
    yield _gauges("bazgoo_trainings", "Trainings.", ("status",), work.trainings)
    yield _gauges("bazgoo_datasets", "Datasets.", ("status",), work.datasets)
    yield _gauges("bazgoo_models", "Models.", ("status",), work.models)
    yield _gauges("bazgoo_users", "Accounts.", ("role",), work.users)
    yield _gauge("bazgoo_logins_standing", "Logins that have not ended.", work.logins)


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, float(value))


def _gauges(name: str, meaning: str, labels: tuple[str, ...], values: Mapping[Any, float]) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=labels)
    for key, value in values.items():
        family.add_metric(key if isinstance(key, tuple) else (key,), float(value))
    return family


def _count(names: Iterable[str]) -> dict[str, int]:
    found = list(names)
    return {name: found.count(name) for name in sorted(set(found))}
