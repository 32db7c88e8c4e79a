"""Attempts end, waits grow with jitter, and another endpoint is tried at once."""

import pytest

from bazgoo.errors import HubRateLimited, HubUnreachable
from bazgoo.events import DownloadDelayed, Event
from bazgoo.hub.bandwidth import Bandwidth
from bazgoo.hub.endpoints import Endpoints
from bazgoo.hub.problems import unreachable
from bazgoo.hub.retries import Again, Patience, Retries

QUICK = Patience(attempts=3, base_s=0.001, longest_s=0.002, longest_limit_s=10)


def test_backoff_grows_and_is_spread() -> None:
    patience = Patience(base_s=1, longest_s=8)
    for attempt, most in enumerate([1, 2, 4, 8, 8, 8]):
        waits = [patience.backoff_s(attempt) for _ in range(200)]
        assert 0 <= min(waits) < most / 4 and most / 2 < max(waits) <= most


async def test_attempts_that_bring_nothing_come_to_an_end() -> None:
    retries = Retries(Endpoints(["https://a"]), QUICK, lambda event: None)
    await retries.after(Again(unreachable("https://a", "reset")), "https://a")
    await retries.after(Again(unreachable("https://a", "reset")), "https://a")
    with pytest.raises(HubUnreachable):
        await retries.after(Again(unreachable("https://a", "reset")), "https://a")


async def test_attempts_that_bring_something_never_do() -> None:
    retries = Retries(Endpoints(["https://a"]), QUICK, lambda event: None)
    for _ in range(50):
        await retries.after(Again(unreachable("https://a", "reset"), progressed=True), "https://a")


async def test_another_endpoint_is_tried_without_a_wait() -> None:
    told: list[Event] = []
    endpoints = Endpoints(["https://a", "https://b"])
    gone = Again(unreachable("https://a", "dns"), blame=True)
    await Retries(endpoints, Patience(), told.append).after(gone, "https://a")
    assert endpoints.best() == "https://b"
    assert told == [DownloadDelayed("hub_unreachable", 0.0)]


async def test_a_limit_too_long_to_wait_for_is_told_at_once() -> None:
    retries = Retries(Endpoints(), QUICK, lambda event: None)
    with pytest.raises(HubRateLimited):
        await retries.after(Again(HubRateLimited(retry_after_s=11), wait_s=11), "https://huggingface.co")


async def test_a_bandwidth_is_shared_by_those_who_take(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    async def sleep(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr("bazgoo.hub.bandwidth.asyncio.sleep", sleep)
    bandwidth = Bandwidth(1000, clock=lambda: now[0])
    for _ in range(20):
        await bandwidth.take(500)
    assert now[0] == pytest.approx(10, abs=0.3)


async def test_without_a_cap_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bazgoo.hub.bandwidth.asyncio.sleep", None)
    await Bandwidth().take(10**12)
