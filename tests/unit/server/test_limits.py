"""How often one may call."""

import pytest
from starlette.requests import HTTPConnection

from bazgoo.errors import RateLimited
from bazgoo.server.limits import RateLimiter, address_of
from bazgoo.settings import RateLimits


async def test_calls_over_the_limit_are_refused_with_a_time_to_come_back() -> None:
    limiter = RateLimiter(RateLimits(search="3/minute"))
    for _ in range(3):
        await limiter.hit("search", "someone")
    with pytest.raises(RateLimited) as refused:
        await limiter.hit("search", "someone")
    assert 1 <= refused.value.data["retry_after_s"] <= 60


async def test_each_caller_and_each_limit_counts_for_itself() -> None:
    limiter = RateLimiter(RateLimits(search="1/minute", api="1/minute"))
    await limiter.hit("search", "one")
    await limiter.hit("search", "other")
    await limiter.hit("api", "one")
    with pytest.raises(RateLimited):
        await limiter.hit("search", "one")


async def test_nobody_is_sent_away_for_longer_than_a_minute() -> None:
    limiter = RateLimiter(RateLimits(token_check="1/day"))
    await limiter.hit("token_check", "someone")
    with pytest.raises(RateLimited) as refused:
        await limiter.hit("token_check", "someone")
    assert refused.value.data["retry_after_s"] == 60


async def test_of_several_windows_each_counts() -> None:
    limiter = RateLimiter(RateLimits(login="10/second;2/hour"))
    await limiter.hit("login", "address", "account")
    await limiter.hit("login", "address", "account")
    with pytest.raises(RateLimited):
        await limiter.hit("login", "address", "account")


@pytest.mark.parametrize(
    ("client", "address"),
    [
        (("203.0.113.7", 1), "203.0.113.7"),
        (("2001:db8:1:2:3:4:5:6", 1), "2001:db8:1:2::/64"),
        (("::ffff:203.0.113.7", 1), "203.0.113.7"),
        (None, "local"),
        (("a-name", 1), "a-name"),
    ],
)
def test_a_caller_is_known_by_what_one_person_has(client: tuple[str, int] | None, address: str) -> None:
    assert address_of(HTTPConnection({"type": "http", "client": client})) == address
