"""Making accounts."""

import asyncio

import httpx
import pytest
from sqlalchemy import text

from bazgoo.server.database import Database
from tests.integration.people import PASSWORD, bearer, register


async def _try(client: httpx.AsyncClient, **fields: object) -> httpx.Response:
    account = {"email": "sara@example.org", "username": "سارا", "password": PASSWORD} | fields
    return await client.post("/api/auth/register", json=account)


async def test_the_first_account_is_an_admin_and_later_ones_are_users(client: httpx.AsyncClient) -> None:
    assert (await register(client, "sara"))["user"]["role"] == "admin"
    assert (await register(client, "reza"))["user"]["role"] == "user"


async def test_of_several_first_accounts_at_once_one_is_the_admin(client: httpx.AsyncClient) -> None:
    logins = await asyncio.gather(*(register(client, f"person{number}") for number in range(4)))
    assert sorted(login["user"]["role"] for login in logins) == ["admin", "user", "user", "user"]


async def test_a_new_account_is_logged_in(client: httpx.AsyncClient) -> None:
    login = await register(client, "sara")
    assert login["token_type"] == "bearer"
    assert login["expires_in"] == 900
    me = await client.get("/api/auth/me", headers=bearer(login))
    assert me.json() == login["user"]
    assert set(me.json()) == {"id", "email", "username", "role", "created_at", "updated_at"}


async def test_an_email_is_taken_however_it_is_capitalised(client: httpx.AsyncClient) -> None:
    assert (await _try(client, email="Sara@Example.org")).json()["user"]["email"] == "sara@example.org"
    response = await _try(client, email="sARA@eXAMPLE.oRG")
    assert (response.status_code, response.json()["code"]) == (409, "email_taken")


async def test_of_two_accounts_with_one_email_at_once_one_is_made(client: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(_try(client), _try(client))
    assert sorted(answer.status_code for answer in answers) == [201, 409]


@pytest.mark.parametrize("email", ["ali@studio.local", "ali@localhost", "علی@مثال.ایران"])
async def test_an_email_of_a_home_network_or_in_persian_is_accepted(
    client: httpx.AsyncClient, email: str
) -> None:
    assert (await _try(client, email=email)).status_code == 201


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "no-at-sign"),
        ("email", "a\0b@example.org"),
        ("username", "س"),
        ("username", "x" * 41),
        ("username", "<script>"),
        ("username", "سارا\0"),
        ("password", "هفت حرف"),
        ("password", "گ" * 37),
        ("password", "x" * 73),
        ("password", None),
    ],
)
async def test_what_cannot_be_used_is_named(client: httpx.AsyncClient, field: str, value: object) -> None:
    response = await _try(client, **{field: value})
    assert response.status_code == 422
    problem = response.json()
    assert problem["code"] == "invalid_request"
    assert [error["loc"] for error in problem["errors"]] == [["body", field]]


@pytest.mark.parametrize("username", ["علی‌رضا ۲", "Ali_Reza-2.0", "  علی   رضا  "])
async def test_a_name_may_be_persian_or_latin(client: httpx.AsyncClient, username: str) -> None:
    answer = await _try(client, username=username)
    assert answer.json()["user"]["username"] == " ".join(username.split())


async def test_the_password_is_kept_as_bcrypt_of_cost_12(
    client: httpx.AsyncClient, database: Database
) -> None:
    await register(client, "sara")
    async with database.session() as session:
        assert (await session.scalar(text("SELECT password_hash FROM users"))).startswith("$2b$12$")


async def test_an_admin_can_close_registration_and_open_it_again(client: httpx.AsyncClient) -> None:
    admin = bearer(await register(client, "sara"))
    closed = await client.patch("/api/admin/settings", headers=admin, json={"registration_open": False})
    assert closed.json() == {"registration_open": False}
    refused = await _try(client, email="reza@example.org")
    assert (refused.status_code, refused.json()["code"]) == (403, "registration_closed")
    assert (await client.get("/api/admin/settings", headers=admin)).json() == {"registration_open": False}
    await client.patch("/api/admin/settings", headers=admin, json={"registration_open": True})
    assert (await _try(client, email="reza@example.org")).status_code == 201


async def test_the_very_first_account_can_be_made_while_registration_is_closed(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.session() as session:
        closed = "INSERT INTO installation_settings (key, value) VALUES ('registration_open', 'false')"
        await session.execute(text(closed))
    assert (await _try(client)).status_code == 201


async def test_a_visitor_learns_whether_they_may_make_an_account(client: httpx.AsyncClient) -> None:
    fresh = {"registration_open": True, "first_account": True, "public_speech": False}
    assert (await client.get("/api/auth/welcome")).json() == fresh
    admin = bearer(await register(client, "sara"))
    await client.patch("/api/admin/settings", headers=admin, json={"registration_open": False})
    closed = {"registration_open": False, "first_account": False, "public_speech": False}
    assert (await client.get("/api/auth/welcome")).json() == closed


async def test_only_an_admin_reads_or_changes_the_settings_of_the_installation(
    client: httpx.AsyncClient,
) -> None:
    await register(client, "sara")
    user = bearer(await register(client, "reza"))
    for method in ("GET", "PATCH"):
        body = {"registration_open": False} if method == "PATCH" else None
        answers = [
            await client.request(method, "/api/admin/settings", headers=headers, json=body)
            for headers in ({}, user)
        ]
        assert [answer.json()["code"] for answer in answers] == ["login_required", "admin_only"]
        assert [answer.status_code for answer in answers] == [401, 403]
