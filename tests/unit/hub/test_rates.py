"""The Hub's wishes to be left alone are understood in every form it gives them."""

from datetime import UTC, datetime

import httpx
import pytest

from bazgoo.hub.rates import Allowance, limit, retry_after_s, wait_s

NOW = datetime(2026, 10, 21, 7, 28, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value,seconds",
    [("0", 0), ("120", 120), ("Wed, 21 Oct 2026 07:28:30 GMT", 30), ("Wed, 21 Oct 2026 07:00:00 GMT", 0)],
)
def test_retry_after_is_a_number_or_a_date(value: str, seconds: float) -> None:
    assert retry_after_s(value, NOW) == seconds


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5.2"])
def test_nonsense_says_nothing(value: str) -> None:
    assert retry_after_s(value, NOW) is None


def test_the_rate_limit_header_is_read() -> None:
    answer = httpx.Response(200, headers={"RateLimit": '"api";r=499;t=295'})
    assert limit(answer) == ("api", 499, 295)


def test_an_empty_bucket_is_waited_for_one_second_longer() -> None:
    assert wait_s(httpx.Response(429, headers={"RateLimit": '"api";r=0;t=55', "Retry-After": "3"})) == 56


def test_a_limit_without_headers_says_nothing() -> None:
    assert wait_s(httpx.Response(429)) is None


def test_buckets_of_endpoints_are_apart_and_fill_again() -> None:
    now = [100.0]
    allowance = Allowance(clock=lambda: now[0])
    allowance.learn("https://a", httpx.Response(200, headers={"RateLimit": '"api";r=0;t=10'}))
    assert allowance.wait_s("https://a", "api") == 11
    assert allowance.wait_s("https://a", "resolvers") == allowance.wait_s("https://b", "api") == 0
    now[0] += 12
    assert allowance.wait_s("https://a", "api") == 0
