"""Endpoints are asked in order, rest after failures, and only the Hub sees the token."""

import pytest

from bazgoo.hub.endpoints import HUB, LONGEST_REST_S, Endpoints
from bazgoo.hub.line import on

MIRROR, OTHER = "https://mirror.example", "https://other.example/hf"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_first_healthy_endpoint_is_asked() -> None:
    endpoints = Endpoints([HUB, MIRROR, OTHER])
    endpoints.failed(HUB)
    assert endpoints.best() == MIRROR
    endpoints.failed(MIRROR)
    assert endpoints.best() == OTHER


def test_a_rested_endpoint_is_asked_again_and_rests_longer_each_time() -> None:
    clock = Clock()
    endpoints = Endpoints([HUB, MIRROR], clock=clock)
    rests = []
    for _ in range(12):
        endpoints.failed(HUB)
        began = clock.now
        while endpoints.resting(HUB):
            clock.now += 1
        rests.append(clock.now - began)
        assert endpoints.best() == HUB
    assert rests == sorted(rests) and rests[0] < rests[3] < rests[-1] == LONGEST_REST_S


def test_where_all_rest_the_one_that_is_back_first_is_asked() -> None:
    clock = Clock()
    endpoints = Endpoints([HUB, MIRROR], clock=clock)
    endpoints.failed(MIRROR)
    clock.now = 5
    endpoints.failed(HUB)
    assert endpoints.best() == MIRROR


def test_an_answer_ends_the_rest() -> None:
    endpoints = Endpoints([HUB, MIRROR])
    endpoints.failed(HUB)
    endpoints.answered(HUB)
    assert endpoints.best() == HUB


@pytest.mark.parametrize(
    "url,seen",
    [
        (f"{HUB}/api/models", True),
        ("https://huggingface.co:443/x", True),
        ("http://huggingface.co/x", False),
        ("https://huggingface.co.evil.example/x", False),
        ("https://evil.example/huggingface.co", False),
        ("https://cdn.hf.co/x", False),
        (f"{MIRROR}/api/models", False),
    ],
)
def test_only_the_hub_itself_sees_the_token(url: str, seen: bool) -> None:
    endpoints = Endpoints([HUB, MIRROR], token="hf_secret")
    assert endpoints.token_for(url) == ("hf_secret" if seen else None)
    assert endpoints.token_for(url, "hf_other") == ("hf_other" if seen else None)


def test_a_hub_of_ones_own_sees_the_token_and_the_public_one_does_not() -> None:
    endpoints = Endpoints(["https://hub.example"], hub="https://hub.example", token="hf_secret")
    assert endpoints.token_for("https://hub.example/x") == "hf_secret"
    assert endpoints.token_for(HUB) is None


def test_the_fingerprint_tells_holders_apart_and_not_the_token() -> None:
    one, other = Endpoints(token="hf_one").fingerprint, Endpoints(token="hf_other").fingerprint
    assert one != other and "hf_" not in one


@pytest.mark.parametrize("url", [f"{HUB}/api/models?cursor=eyJ&limit=2", "/api/models?cursor=eyJ&limit=2"])
def test_the_link_to_the_next_page_stays_at_the_endpoint_asked(url: str) -> None:
    assert on(MIRROR, url) == f"{MIRROR}/api/models?cursor=eyJ&limit=2"
