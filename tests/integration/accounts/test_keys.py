"""API keys."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text

from bazgoo.server.database import Database
from tests.integration.people import bearer, register


async def _make(client: httpx.AsyncClient, login: dict[str, str], **fields: object) -> httpx.Response:
    return await client.post("/api/auth/keys", headers=login, json={"name": "برنامهٔ من"} | fields)


async def test_a_key_acts_for_its_owner(client: httpx.AsyncClient) -> None:
    login = await register(client, "sara")
    made = (await _make(client, bearer(login))).json()
    assert made["key"].startswith("bzg_")
    assert made["key"].startswith(made["prefix"])
    assert (await client.get("/api/auth/me", headers=bearer(made["key"]))).json() == login["user"]


async def test_a_key_is_shown_once_and_stored_hashed(client: httpx.AsyncClient, database: Database) -> None:
    login = bearer(await register(client, "sara"))
    made = (await _make(client, login)).json()
    listed = await client.get("/api/auth/keys", headers=login)
    assert listed.json()["next_cursor"] is None
    assert [item["id"] for item in listed.json()["items"]] == [made["id"]]
    assert made["key"] not in listed.text
    async with database.session() as session:
        assert made["key"] not in str((await session.execute(text("SELECT * FROM api_keys"))).all())


async def test_a_deleted_key_stops_at_once(client: httpx.AsyncClient) -> None:
    login = bearer(await register(client, "sara"))
    made = (await _make(client, login)).json()
    assert (await client.delete(f"/api/auth/keys/{made['id']}", headers=login)).status_code == 204
    assert (await client.get("/api/auth/me", headers=bearer(made["key"]))).json()["code"] == "key_invalid"
    assert (await client.delete(f"/api/auth/keys/{made['id']}", headers=login)).status_code == 404


async def test_an_expired_key_is_refused(client: httpx.AsyncClient, database: Database) -> None:
    login = bearer(await register(client, "sara"))
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    made = (await _make(client, login, expires_at=tomorrow)).json()
    assert (await client.get("/api/auth/me", headers=bearer(made["key"]))).status_code == 200
    async with database.session() as session:
        await session.execute(text("UPDATE api_keys SET expires_at = now()"))
    assert (await client.get("/api/auth/me", headers=bearer(made["key"]))).status_code == 401


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expiry_past"),
        ({"expires_at": "2090-01-01T00:00:00"}, "invalid_request"),
        ({"name": " "}, "invalid_request"),
        ({"name": "a\0b"}, "invalid_request"),
    ],
)
async def test_a_key_that_makes_no_sense_is_refused(
    client: httpx.AsyncClient, fields: dict[str, object], code: str
) -> None:
    answer = await _make(client, bearer(await register(client, "sara")), **fields)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_a_key_can_neither_manage_keys_nor_people_nor_log_out(client: httpx.AsyncClient) -> None:
    login = await register(client, "sara")
    made = (await _make(client, bearer(login))).json()
    by_key = bearer(made["key"])
    answers = [
        await _make(client, by_key),
        await client.get("/api/auth/keys", headers=by_key),
        await client.delete(f"/api/auth/keys/{made['id']}", headers=by_key),
        await client.post("/api/auth/logout", headers=by_key),
        await client.patch(f"/api/users/{login['user']['id']}", headers=by_key, json={"role": "admin"}),
    ]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(403, "login_only")] * 5


async def test_a_key_of_someone_else_is_not_there(client: httpx.AsyncClient) -> None:
    made = (await _make(client, bearer(await register(client, "sara")))).json()
    other = bearer(await register(client, "reza"))
    answer = await client.delete(f"/api/auth/keys/{made['id']}", headers=other)
    assert (answer.status_code, answer.json()["code"]) == (404, "key_not_found")
    assert (await client.get("/api/auth/keys", headers=other)).json()["items"] == []


async def test_the_use_of_a_key_is_noted_to_the_minute(client: httpx.AsyncClient) -> None:
    login = bearer(await register(client, "sara"))
    made = (await _make(client, login)).json()
    noted = []
    for _ in range(3):
        noted.append((await client.get("/api/auth/keys", headers=login)).json()["items"][0]["last_used_at"])
        await client.get("/api/auth/me", headers=bearer(made["key"]))
    assert noted[0] is None
    assert noted[1] is not None
    assert noted[1] == noted[2]


async def test_many_keys_come_page_by_page(client: httpx.AsyncClient) -> None:
    login = bearer(await register(client, "sara"))
    made = [(await _make(client, login, name=f"key {number}")).json()["id"] for number in range(5)]
    seen, cursor = [], None
    while True:
        page = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        answer = (await client.get("/api/auth/keys", headers=login, params=page)).json()
        seen += [item["id"] for item in answer["items"]]
        if (cursor := answer["next_cursor"]) is None:
            break
    assert seen == made
