"""What visitors are told."""

import httpx

from bazgoo.server.database import Database
from bazgoo.settings import Settings
from tests.integration.people import bearer, register, visit


async def test_a_visitor_of_a_new_studio_may_make_its_first_account(client: httpx.AsyncClient) -> None:
    welcome = (await client.get("/api/auth/welcome")).json()
    assert welcome == {"registration_open": True, "first_account": True, "public_speech": False}


async def test_a_visitor_is_told_that_registration_is_closed(client: httpx.AsyncClient) -> None:
    admin = bearer(await register(client, "sara"))
    await client.patch("/api/admin/settings", headers=admin, json={"registration_open": False})
    welcome = (await client.get("/api/auth/welcome")).json()
    assert (welcome["registration_open"], welcome["first_account"]) == (False, False)


async def test_a_visitor_is_told_that_speech_is_public(database: Database, settings: Settings) -> None:
    async with visit(database, settings.model_copy(update={"public_speech": True})) as client:
        assert (await client.get("/api/auth/welcome")).json()["public_speech"] is True
