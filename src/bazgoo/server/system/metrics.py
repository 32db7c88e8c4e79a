"""What a monitor reads at ``/metrics``, in Prometheus' format."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.platform_collector import PlatformCollector

from bazgoo.server.system.schemas import Pool
from bazgoo.speech import Clip
from bazgoo.speech.memory import SoundMemory

LATENCY_BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counters of one running studio; each has its own registry, so that two can live in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self.requests = Counter(
            "bazgoo_requests", "Answered requests.", ("method", "route", "status"), registry=self.registry
        )
        self.latency = Histogram(
            "bazgoo_request_seconds",
            "From a request's arrival to the end of its answer.",
            ("method", "route"),
            buckets=LATENCY_BUCKETS_S,
            registry=self.registry,
        )
        self.speech_seconds = Counter(
            "bazgoo_speech_seconds",
            "Seconds of speech made or taken from memory.",
            ("voice",),
            registry=self.registry,
        )
        self.cache_bytes = Gauge(
            "bazgoo_speech_cache_bytes", "Memory taken by sounds kept for reuse.", registry=self.registry
        )
        self.cache_sounds = Gauge(
            "bazgoo_speech_cache_sounds",
            "Sounds asked for since the start: held already, or made.",
            ("outcome",),
            registry=self.registry,
        )
        self.pool_size = Gauge("bazgoo_database_pool_size", "Connections open.", registry=self.registry)
        self.pool_used = Gauge("bazgoo_database_pool_used", "Connections in use.", registry=self.registry)

    def observe_request(self, method: str, route: str, status: int, duration_s: float) -> None:
        """Count one answered request; ``route`` is a template such as ``/api/users/{id}``."""
        self.requests.labels(method, route, status).inc()
        self.latency.labels(method, route).observe(duration_s)

    def count_speech(self, clips: Iterator[Clip], voice: str) -> Iterator[Clip]:
        """Pass ``clips`` on, counting how long they sound."""
        seconds = self.speech_seconds.labels(voice)
        for clip in clips:
            seconds.inc(clip.duration_s)
            yield clip

    def observe_memory(self, memory: SoundMemory) -> None:
        """Note what the memory of sounds holds now, and how often it has helped."""
        self.cache_bytes.set(memory.held_bytes)
        self.cache_sounds.labels("held").set(memory.recalled)
        self.cache_sounds.labels("made").set(memory.made)

    def observe_pool(self, pool: Pool) -> None:
        """Note how the connections to the database are used now."""
        self.pool_size.set(pool.open)
        self.pool_used.set(pool.used)

    def render(self) -> bytes:
        """All measurements as text."""
        return generate_latest(self.registry)
