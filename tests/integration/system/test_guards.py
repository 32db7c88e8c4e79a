"""What guards every request."""

from collections.abc import AsyncIterator, MutableMapping
from typing import Any

import httpx
import pytest
import structlog

from bazgoo.engines import EspeakEngine
from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.settings import RateLimits, Settings
from bazgoo.speech import Speaker
from tests.integration.people import bearer, log_in, register, serve, visit

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize("path", ["/", "/health", "/api/nothing", "/docs", "/openapi.json"])
async def test_every_answer_carries_the_headers_that_guard_it(client: httpx.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Strict-Transport-Security" not in headers
    assert "Server" not in headers


async def test_only_https_is_told_to_stay_https(client: httpx.AsyncClient) -> None:
    secure = await client.get("https://studio.test/health")
    assert secure.headers["Strict-Transport-Security"].startswith("max-age=")


async def test_answers_about_people_are_not_kept_by_caches(client: httpx.AsyncClient) -> None:
    assert (await client.get("/api/auth/welcome")).headers["Cache-Control"] == "no-store"


async def test_only_the_origins_of_the_settings_may_call(database: Database, settings: Settings) -> None:
    open_to = settings.model_copy(update={"cors_origin": ("https://friend.example",)})
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    async with visit(database, open_to) as client:
        friend, stranger = {"Origin": "https://friend.example"}, {"Origin": "https://stranger.example"}
        flight = await client.options("/api/speech", headers=friend | asked)
        assert flight.headers["Access-Control-Allow-Origin"] == "https://friend.example"
        refused = await client.options("/api/speech", headers=stranger | asked)
        assert "Access-Control-Allow-Origin" not in refused.headers
        problem = await client.get("/api/auth/me", headers=friend)
        assert problem.status_code == 401
        assert problem.headers["Access-Control-Allow-Origin"] == "https://friend.example"


async def test_without_the_setting_no_other_origin_may_call(client: httpx.AsyncClient) -> None:
    answer = await client.get("/health", headers={"Origin": "https://stranger.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


async def test_a_body_over_the_limit_is_refused_by_its_length(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/auth/login", content=b"x" * (8 * MEGABYTE + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


async def test_a_body_without_a_length_is_refused_once_it_is_over(client: httpx.AsyncClient) -> None:
    sent = 0

    async def pour() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(64):
            sent += 1
            yield b"x" * MEGABYTE

    answer = await client.post(
        "/api/auth/login", content=pour(), headers={"Content-Type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    assert sent <= 9


async def test_a_request_keeps_the_id_it_came_with_if_that_is_sane(client: httpx.AsyncClient) -> None:
    kept = await client.get("/health", headers={"X-Request-ID": "trace-1.2_3"})
    assert kept.headers["X-Request-ID"] == "trace-1.2_3"
    for odd in ("", "x" * 65, "two words", 'a"b'):
        assert (await client.get("/health", headers={"X-Request-ID": odd})).headers["X-Request-ID"] != odd


async def test_the_log_tells_of_requests_without_what_was_in_them(client: httpx.AsyncClient) -> None:
    with structlog.testing.capture_logs() as lines:
        login = await register(client, "sara")
        await client.get("/api/users?cursor=hidden", headers=bearer(login) | {"X-Request-ID": "one"})
        await client.get("/somewhere/hidden")
    assert [line["route"] for line in lines] == ["/api/auth/register", "/api/users", None]
    assert [line["status"] for line in lines] == [201, 422, 200]
    assert lines[1]["user_id"] == login["user"]["id"]
    assert lines[1]["address"] == "203.0.113.7"
    written = str(lines)
    assert not [word for word in ("hidden", "sara@", login["access_token"], "۱۲۳") if word in written]


async def test_a_person_is_limited_by_who_they_are_and_a_stranger_by_address(
    database: Database, settings: Settings
) -> None:
    strict = settings.model_copy(update={"rate_limit": RateLimits(api="3/minute")})
    async with visit(database, strict) as client:
        sara, reza = bearer(await register(client, "sara")), bearer(await register(client, "reza"))
        statuses = [(await client.get("/api/auth/me", headers=sara)).status_code for _ in range(4)]
        assert statuses == [200, 200, 200, 429]
        assert (await client.get("/api/auth/me", headers=reza)).status_code == 200
        guesses = [(await client.get("/api/auth/me", headers=bearer("x"))).status_code for _ in range(4)]
        assert guesses == [401, 401, 401, 429]
        assert (await log_in(client, "sara")).status_code == 200


async def test_on_a_real_socket_a_body_over_the_limit_is_told_so_and_the_studio_goes_on(
    database: Database, settings: Settings
) -> None:
    small = settings.model_copy(update={"max_body_mb": 1})
    async with serve(database, small, Speaker([EspeakEngine()])) as address:

        async def pour() -> AsyncIterator[bytes]:
            for _ in range(3):
                yield b" " * MEGABYTE

        json = {"Content-Type": "application/json"}
        for body in (b" " * 3 * MEGABYTE, pour()):
            async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
                answer = await client.post("/api/auth/login", content=body, headers=json)
            assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
        async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
            assert (await client.get("/health")).status_code == 200


async def test_nobody_is_behind_an_address_for_a_websocket(database: Database, settings: Settings) -> None:
    sent = []

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message["type"])

    scope = {"type": "websocket", "path": "/ws", "headers": [], "query_string": b"", "subprotocols": []}
    await create_app(settings, database)(scope, receive, send)
    assert sent == ["websocket.close"]
