"""What the audit log notes, and who may read it."""

import httpx
import psycopg
import pytest

from tests.integration.people import bearer, log_in, register

AUDIT = "/api/admin/audit"


async def _read(client: httpx.AsyncClient, admin: dict, **asked: object) -> list[dict]:
    answer = await client.get(AUDIT, headers=bearer(admin), params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_who_came_in_and_who_did_not_is_noted(client: httpx.AsyncClient) -> None:
    admin = await register(client, "sara")
    await log_in(client, "sara", "not this one")
    await log_in(client, "nobody")
    login = (await log_in(client, "sara")).json()
    await client.post("/api/auth/logout", headers=bearer(login))
    noted = await _read(client, admin)
    assert [each["action"] for each in noted] == [
        *("logout", "login", "login_failed", "login_failed", "register")
    ]
    assert {each["address"] for each in noted} == {"203.0.113.7"}
    assert [each["email"] for each in noted] == [
        *("sara@example.org", "sara@example.org", "nobody@example.org", "sara@example.org"),
        "sara@example.org",
    ]
    assert [each["user_id"] for each in noted[2:4]] == [None, None]
    assert [each["target"] for each in noted[2:4]] == [None, admin["user"]["id"]]


async def test_what_was_typed_in_place_of_an_e_mail_is_not_kept(client: httpx.AsyncClient) -> None:
    admin = await register(client, "sara")
    wrong = {"email": "my-secret-password", "password": "sara@example.org"}
    assert (await client.post("/api/auth/login", json=wrong)).status_code == 401
    assert "my-secret" not in str(await _read(client, admin))


async def test_what_admins_do_is_noted_with_what_changed(client: httpx.AsyncClient) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    one = f"/api/users/{user['user']['id']}"
    await client.patch(one, headers=bearer(admin), json={"role": "admin"})
    await client.patch("/api/admin/settings", headers=bearer(admin), json={"registration_open": False})
    changed, settings = (
        (await _read(client, admin, action="user_changed"))[0],
        (await _read(client, admin, action="settings_changed"))[0],
    )
    assert changed["target"] == user["user"]["id"]
    assert changed["details"] == {"email": "reza@example.org", "role": ["user", "admin"]}
    assert settings["details"] == {"registration_open": False}
    assert changed["user_id"] == settings["user_id"] == admin["user"]["id"]


async def test_a_key_is_noted_by_its_name_only(client: httpx.AsyncClient) -> None:
    admin = await register(client, "sara")
    key = (await client.post("/api/auth/keys", headers=bearer(admin), json={"name": "radio"})).json()
    await client.delete(f"/api/auth/keys/{key['id']}", headers=bearer(admin))
    noted = await _read(client, admin)
    assert [(each["action"], each["target"]) for each in noted[:2]] == [
        ("key_deleted", key["id"]),
        ("key_made", key["id"]),
    ]
    assert noted[1]["details"] == {"name": "radio"}
    assert key["key"] not in str(noted)


async def test_a_refresh_token_used_twice_is_noted_once(client: httpx.AsyncClient) -> None:
    admin = await register(client, "sara")
    for _ in range(4):
        await client.post("/api/auth/refresh", json={"refresh_token": admin["refresh_token"]})
    admin = (await log_in(client, "sara")).json()
    assert [each["action"] for each in await _read(client, admin)].count("token_reused") == 1


async def test_a_deed_that_was_undone_is_not_noted(client: httpx.AsyncClient) -> None:
    admin = await register(client, "sara")
    me = f"/api/users/{admin['user']['id']}"
    assert (await client.patch(me, headers=bearer(admin), json={"role": "user"})).status_code == 409
    assert await _read(client, admin, action="user_changed") == []


async def test_it_is_read_page_by_page_and_by_person(client: httpx.AsyncClient) -> None:
    admin = await register(client, "sara")
    other = await register(client, "reza")
    for _ in range(4):
        await log_in(client, "reza")
    seen, cursor = [], None
    while True:
        asked = {"limit": 2, "user_id": other["user"]["id"]} | ({"cursor": cursor} if cursor else {})
        page = (await client.get(AUDIT, headers=bearer(admin), params=asked)).json()
        seen += page["items"]
        if not (cursor := page["next_cursor"]):
            break
    assert [each["action"] for each in seen] == ["login"] * 4 + ["register"]
    assert [each["id"] for each in seen] == sorted((each["id"] for each in seen), reverse=True)


@pytest.mark.parametrize("cursor", ["x", "é", "MjAyNg", "-" * 200, "YSAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMw"])
async def test_a_cursor_that_no_page_gave_is_refused(client: httpx.AsyncClient, cursor: str) -> None:
    admin = bearer(await register(client, "sara"))
    answer = await client.get(AUDIT, headers=admin, params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (422, "cursor_invalid")


async def test_only_an_admin_who_logged_in_reads_it(client: httpx.AsyncClient) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    key = (await client.post("/api/auth/keys", headers=bearer(admin), json={"name": "k"})).json()["key"]
    answers = [await client.get(AUDIT, headers=bearer(who)) for who in (user, key)]
    assert [answer.json()["code"] for answer in answers] == ["admin_only", "login_only"]
    assert (await client.get(AUDIT)).status_code == 401


async def test_it_outlives_the_account(client: httpx.AsyncClient, database_url: str) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    with psycopg.connect(database_url) as connection:
        connection.execute("DELETE FROM users WHERE id = %s", (user["user"]["id"],))
    (noted,) = [each for each in await _read(client, admin) if each["email"] == "reza@example.org"]
    assert (noted["action"], noted["user_id"]) == ("register", None)
