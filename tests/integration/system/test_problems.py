"""What a client is told when something is wrong."""

import logging

import httpx
import pytest

from bazgoo.errors import VoiceNotFound
from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.settings import Settings

ENGLISH = {"Accept-Language": "en"}


async def test_a_problem_is_told_in_persian_unless_english_is_preferred(client: httpx.AsyncClient) -> None:
    persian, english = await client.get("/api/nothing"), await client.get("/api/nothing", headers=ENGLISH)
    assert persian.headers["Content-Type"] == "application/problem+json"
    assert (persian.headers["Content-Language"], english.headers["Content-Language"]) == ("fa", "en")
    assert (persian.json()["title"], english.json()["title"]) == ("پیدا نشد", "Not found")
    assert "Accept-Language" in persian.headers["Vary"]
    assert set(persian.json()) == {"type", "title", "status", "detail", "code", "request_id"}
    assert persian.json()["type"] == "/problems/not_found"
    assert persian.json()["request_id"] == persian.headers["X-Request-ID"]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/api", "/api/nothing", "/api/users/", "/v1/nothing"])
async def test_an_address_that_is_not_there_is_a_404_by_any_method(
    client: httpx.AsyncClient, method: str, path: str
) -> None:
    assert (await client.request(method, path)).status_code == 404


async def test_a_wrong_method_is_told_with_the_right_ones(client: httpx.AsyncClient) -> None:
    answer = await client.delete("/api/users")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["Allow"] == "GET"


async def test_a_body_that_cannot_be_read_is_a_422(client: httpx.AsyncClient) -> None:
    headers = {"Content-Type": "application/json"}
    for body in (b"{", b"\xff", b'"\\ud800"', b"[" * 100_000, b"1" * 5000, b"", b"null"):
        answer = await client.post("/api/auth/login", content=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), body[:10]


async def test_each_wrong_value_is_named_in_the_readers_language(client: httpx.AsyncClient) -> None:
    persian = await client.post("/api/auth/login", json={"email": 7})
    english = await client.post("/api/auth/login", json={"email": 7}, headers=ENGLISH)
    assert persian.json()["errors"] == [
        {"loc": ["body", "email"], "msg": "باید متن باشد."},
        {"loc": ["body", "password"], "msg": "لازم است."},
    ]
    assert [error["msg"] for error in english.json()["errors"]] == ["must be text.", "is needed."]


async def test_under_v1_errors_have_the_shape_of_openai(client: httpx.AsyncClient) -> None:
    missing = (await client.post("/v1/nothing", headers=ENGLISH)).json()
    assert set(missing) == {"error"}
    assert missing["error"]["type"] == "invalid_request_error"
    assert missing["error"]["code"] == "not_found"
    stranger = await client.get("/v1/models")
    assert (stranger.status_code, stranger.json()["error"]["type"]) == (401, "authentication_error")
    assert stranger.headers["Content-Type"] == "application/json"


async def test_a_failure_that_nobody_foresaw_tells_nothing_of_the_inside(
    database: Database, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(settings, database)

    async def fail() -> None:
        raise RuntimeError("the secret inside")

    async def known() -> None:
        raise VoiceNotFound(voice="x")

    app.add_api_route("/api/failing", fail)
    app.add_api_route("/v1/failing", fail)
    app.add_api_route("/api/known", known)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://studio.test") as client:
        with caplog.at_level(logging.ERROR):
            answers = [await client.get("/api/failing"), await client.get("/v1/failing")]
        assert (await client.get("/api/known")).json()["code"] == "voice_not_found"
    assert [answer.status_code for answer in answers] == [500, 500]
    assert answers[0].json()["code"] == answers[1].json()["error"]["code"] == "internal_error"
    assert answers[1].json()["error"]["type"] == "server_error"
    assert all("secret" not in answer.text for answer in answers)
    assert answers[0].headers["X-Content-Type-Options"] == "nosniff"
    assert answers[0].json()["request_id"] == answers[0].headers["X-Request-ID"]
    assert "the secret inside" in caplog.text
