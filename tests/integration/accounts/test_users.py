"""What an admin does with accounts."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.integration.people import bearer, log_in, register


async def _change(client: httpx.AsyncClient, admin: Any, user: Any, **change: object) -> httpx.Response:
    return await client.patch(f"/api/users/{user['user']['id']}", headers=bearer(admin), json=change)


async def test_an_admin_sees_all_accounts_page_by_page(client: httpx.AsyncClient) -> None:
    logins = [await register(client, name) for name in ("sara", "reza", "mina")]
    first = (await client.get("/api/users?limit=2", headers=bearer(logins[0]))).json()
    rest = (
        await client.get("/api/users", headers=bearer(logins[0]), params={"cursor": first["next_cursor"]})
    ).json()
    names = [item["username"] for item in first["items"] + rest["items"]]
    assert (names, rest["next_cursor"]) == (["sara", "reza", "mina"], None)
    assert first["items"][0] == logins[0]["user"] | {"disabled": False}


@pytest.mark.parametrize("cursor", ["x", "é", "MjAyNg", "-" * 200, "MjAyNi0xMS0yMCB4"])
async def test_a_cursor_that_no_page_gave_is_refused(client: httpx.AsyncClient, cursor: str) -> None:
    admin = bearer(await register(client, "sara"))
    answer = await client.get("/api/users", headers=admin, params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (422, "cursor_invalid")


async def test_a_user_may_not_and_a_stranger_must_log_in(client: httpx.AsyncClient) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    assert (await client.get("/api/users")).json()["code"] == "login_required"
    assert (await client.get("/api/users", headers=bearer(user))).json()["code"] == "admin_only"
    assert (await _change(client, user, user, role="admin")).status_code == 403
    assert (await _change(client, user, admin, disabled=True)).status_code == 403


async def test_a_role_holds_at_once_whatever_the_token_says(client: httpx.AsyncClient) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    assert (await _change(client, admin, user, role="admin")).json()["role"] == "admin"
    assert (await client.get("/api/users", headers=bearer(user))).status_code == 200
    assert (await _change(client, user, admin, role="user")).status_code == 200
    assert (await client.get("/api/users", headers=bearer(admin))).status_code == 403


async def test_a_disabled_person_is_refused_everywhere_at_once(client: httpx.AsyncClient) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    key = (await client.post("/api/auth/keys", headers=bearer(user), json={"name": "k"})).json()["key"]
    assert (await _change(client, admin, user, disabled=True)).json()["disabled"] is True
    refresh = {"refresh_token": user["refresh_token"]}
    answers = [
        await client.get("/api/auth/me", headers=bearer(user)),
        await client.get("/api/auth/me", headers=bearer(key)),
        await client.post("/api/auth/refresh", json=refresh),
        await log_in(client, "reza"),
        await log_in(client, "reza", "not this one"),
    ]
    assert [answer.json()["code"] for answer in answers] == [
        "token_invalid",
        "key_invalid",
        "refresh_token_invalid",
        "account_disabled",
        "invalid_credentials",
    ]


async def test_a_person_enabled_again_must_log_in_anew(client: httpx.AsyncClient) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    await _change(client, admin, user, disabled=True)
    await _change(client, admin, user, disabled=False)
    assert (await client.get("/api/auth/me", headers=bearer(user))).status_code == 401
    assert (await log_in(client, "reza")).status_code == 200


@pytest.mark.parametrize("change", [{"role": "user"}, {"disabled": True}])
async def test_the_last_active_admin_stays(client: httpx.AsyncClient, change: dict[str, object]) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    await _change(client, admin, user, role="admin", disabled=True)
    answer = await _change(client, admin, admin, **change)
    assert (answer.status_code, answer.json()["code"]) == (409, "last_admin")
    assert (await client.get("/api/users", headers=bearer(admin))).status_code == 200


async def test_two_admins_who_demote_each_other_at_once_leave_one(client: httpx.AsyncClient) -> None:
    one, other = await register(client, "sara"), await register(client, "reza")
    await _change(client, one, other, role="admin")
    await asyncio.gather(_change(client, one, one, role="user"), _change(client, other, other, role="user"))
    roles = [
        (await client.get("/api/auth/me", headers=bearer(login))).json()["role"] for login in (one, other)
    ]
    assert sorted(roles) == ["admin", "user"]


@pytest.mark.parametrize("body", [{"role": "owner"}, {"disabled": "perhaps"}, [], None])
async def test_a_change_that_makes_no_sense_is_refused(client: httpx.AsyncClient, body: object) -> None:
    admin = await register(client, "sara")
    answer = await client.patch(f"/api/users/{admin['user']['id']}", headers=bearer(admin), json=body)
    assert answer.status_code == 422


async def test_a_person_who_is_not_there_is_a_404(client: httpx.AsyncClient) -> None:
    admin = bearer(await register(client, "sara"))
    nobody = "/api/users/00000000-0000-4000-8000-000000000000"
    answer = await client.patch(nobody, headers=admin, json={"disabled": True})
    assert (answer.status_code, answer.json()["code"]) == (404, "user_not_found")
