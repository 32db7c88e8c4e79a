"""What a monitor reads at ``/metrics``, in Prometheus' format: what this process has counted."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.platform_collector import PlatformCollector

from bazgoo.server.system.schemas import Pool
from bazgoo.server.system.speaking import SpeechMeter

LATENCY_BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

# a time for every series would make a third more of them; the library has no types for this one
disable_created_metrics()  # type: ignore[no-untyped-call]

LOGIN = "/api/auth/login"
LOGIN_OUTCOMES = {200: "ok", 401: "refused", 403: "barred", 429: "limited"}
"""How an attempt to log in ended, by its status."""


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
        self.errors = Counter(
            "bazgoo_errors",
            "Requests answered with an error, by its code.",
            ("code",),
            registry=self.registry,
        )
        self.logins = Counter(
            "bazgoo_logins", "Attempts to log in, by how they ended.", ("outcome",), registry=self.registry
        )
        for outcome in (*LOGIN_OUTCOMES.values(), "failed"):
            self.logins.labels(outcome)  # so that a first attack is a rise, not a beginning
        self.speech = SpeechMeter(self.registry)
        self.pool_size = Gauge("bazgoo_database_pool_size", "Connections open.", registry=self.registry)
        self.pool_used = Gauge("bazgoo_database_pool_used", "Connections in use.", registry=self.registry)

    def observe_request(self, method: str, route: str, status: int, duration_s: float) -> None:
        """Count one answered request; ``route`` is a template such as ``/api/users/{id}``."""
        self.requests.labels(method, route, status).inc()
        self.latency.labels(method, route).observe(duration_s)
        if route == LOGIN:
            self.logins.labels(LOGIN_OUTCOMES.get(status, "failed")).inc()

    def count_error(self, code: str) -> None:
        """Count one request that was answered with the error ``code``."""
        self.errors.labels(code).inc()

    def observe_pool(self, pool: Pool) -> None:
        """Note how the connections to the database are used now."""
        self.pool_size.set(pool.open)
        self.pool_used.set(pool.used)

    def render(self) -> bytes:
        """All measurements as text."""
        return generate_latest(self.registry)
