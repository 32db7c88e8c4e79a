"""Logging in."""

import httpx
import pytest

from bazgoo.server.database import Database
from bazgoo.settings import RateLimits, Settings
from tests.integration.people import bearer, log_in, register, visit


def _told(response: httpx.Response) -> tuple[int, dict[str, object], str]:
    problem = response.json()
    return response.status_code, problem | {"request_id": None}, response.headers["WWW-Authenticate"]


async def test_a_person_logs_in_however_the_email_is_capitalised(client: httpx.AsyncClient) -> None:
    made = await register(client, "sara")
    login = (await log_in(client, " SaRa")).json()
    assert login["user"] == made["user"]
    assert (await client.get("/api/auth/me", headers=bearer(login))).status_code == 200


async def test_an_unknown_email_and_a_wrong_password_are_told_alike(client: httpx.AsyncClient) -> None:
    await register(client, "sara")
    wrong, unknown = (
        await log_in(client, "sara", "not this one"),
        await log_in(client, "nobody", "not this one"),
    )
    assert _told(wrong) == _told(unknown)
    assert _told(wrong)[0] == 401
    assert _told(wrong)[1]["code"] == "invalid_credentials"


@pytest.mark.parametrize("email", ["", "not an e-mail", "a\0b@example.org", "x" * 254])
async def test_what_is_no_email_is_told_like_an_unknown_one(client: httpx.AsyncClient, email: str) -> None:
    answer = await client.post("/api/auth/login", json={"email": email, "password": "whatever it is"})
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_credentials")


async def test_a_password_is_never_cut(client: httpx.AsyncClient) -> None:
    longest = "x" * 72
    account = {"email": "sara@example.org", "username": "sara", "password": longest}
    assert (await client.post("/api/auth/register", json=account)).status_code == 201
    assert (await log_in(client, "sara", longest)).status_code == 200
    assert (await log_in(client, "sara", longest + "y")).status_code == 401


async def test_attempts_are_limited_per_address_and_account(database: Database, settings: Settings) -> None:
    strict = settings.model_copy(update={"rate_limit": RateLimits(login="2/minute")})
    async with visit(database, strict) as client:
        await register(client, "sara")
        attempts = [await log_in(client, name, "not this one") for name in ("sara", "SARA", "sara", "reza")]
        assert [attempt.status_code for attempt in attempts] == [401, 401, 429, 401]
        assert attempts[2].json()["code"] == "rate_limited"
        assert 1 <= int(attempts[2].headers["Retry-After"]) <= 60


async def test_registration_is_limited_per_address(database: Database, settings: Settings) -> None:
    strict = settings.model_copy(update={"rate_limit": RateLimits(register="1/minute")})
    async with visit(database, strict) as client:
        await register(client, "sara")
        account = {"email": "reza@example.org", "username": "reza", "password": "a long enough one"}
        assert (await client.post("/api/auth/register", json=account)).status_code == 429
