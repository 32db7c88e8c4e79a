"""Who may come in at /socket.io, and for how long."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import jwt
import pytest
from socketio.exceptions import ConnectionError as Refused

from bazgoo.server.live import departures
from bazgoo.server.signing import signing_key
from tests.integration.live.watching import PATIENCE_S, make_person, refusal, watch
from tests.integration.people import bearer


async def _gone(watcher) -> None:
    await asyncio.wait_for(watcher.gone.wait(), PATIENCE_S)


@pytest.mark.parametrize("transport", ["websocket", "polling", "polling websocket"])
async def test_a_person_is_let_in_by_websocket_by_polling_and_from_one_to_the_other(
    studio, sara, downloads, transport
) -> None:
    download = await downloads.begin(sara["user"]["id"])
    async with watch(studio, sara["access_token"], transport) as watcher:
        assert (await watcher.ask("subscribe:download", download))["ok"]
        await downloads.advance(download)
        await watcher.until(lambda: watcher.seqs() == [1])


@pytest.mark.parametrize("token", ["", "junk", "bzg_nothing", None, 7, {"a": 1}, "a" * 5000])
async def test_a_bad_token_is_refused_with_a_code(studio, token) -> None:
    told = await refusal(studio, token)
    assert told["code"] in {"token_invalid", "key_invalid", "login_required"}
    assert told["message"] and told["message_en"]


async def test_a_token_that_has_run_out_is_refused_as_such(studio, sara, settings) -> None:
    claims = jwt.decode(sara["access_token"], options={"verify_signature": False})
    old = jwt.encode({**claims, "exp": 1}, signing_key(settings), "HS256")
    assert (await refusal(studio, old))["code"] == "token_expired"


async def test_logging_out_ends_the_connections_of_this_login_alone(studio, sara) -> None:
    async with httpx.AsyncClient(base_url=studio) as client:
        again = {"email": "sara@example.org", "password": "یک گذرواژه ۱۲۳"}
        other = (await client.post("/api/auth/login", json=again)).json()
        async with watch(studio, sara["access_token"]) as here, watch(studio, other["access_token"]) as there:
            await client.post("/api/auth/logout", headers=bearer(sara))
            await _gone(here)
            assert there.io.connected
        assert (await refusal(studio, sara["access_token"]))["code"] == "token_invalid"


async def test_a_key_is_let_in_until_it_is_deleted(studio, sara) -> None:
    async with httpx.AsyncClient(base_url=studio, headers=bearer(sara)) as client:
        key = (await client.post("/api/auth/keys", json={"name": "a"})).json()
        async with watch(studio, key["key"]) as watcher:
            await client.delete(f"/api/auth/keys/{key['id']}")
            await _gone(watcher)


async def test_a_disabled_person_is_disconnected(studio, sara) -> None:
    reza = await make_person(studio, "reza")
    async with watch(studio, reza["access_token"]) as watcher:
        async with httpx.AsyncClient(base_url=studio, headers=bearer(sara)) as client:
            await client.patch(f"/api/users/{reza['user']['id']}", json={"disabled": True})
        await _gone(watcher)


async def test_a_connection_ends_with_its_token_and_comes_back_with_a_new_one(studio, sara, settings) -> None:
    claims = jwt.decode(sara["access_token"], options={"verify_signature": False})
    soon = datetime.now(UTC) + timedelta(seconds=2)
    short = jwt.encode({**claims, "exp": soon}, signing_key(settings), "HS256")
    async with watch(studio, short) as watcher:
        await _gone(watcher)
    async with watch(studio, sara["access_token"]) as watcher:
        assert watcher.io.connected


async def test_a_page_of_another_origin_is_let_in_only_where_the_settings_say_so(studio, sara) -> None:
    with pytest.raises(Refused):
        async with watch(studio, sara["access_token"], Origin="https://stranger.example"):
            pass
    async with watch(studio, sara["access_token"], Origin=studio):
        pass


async def test_whoever_never_logs_in_is_sent_away(studio, monkeypatch) -> None:
    monkeypatch.setattr(departures, "STRANGER_S", 0.0)
    async with httpx.AsyncClient(base_url=studio, timeout=PATIENCE_S) as client:
        opened = await client.get("/socket.io/?EIO=4&transport=polling")
        sid = opened.text.partition('"sid":"')[2].partition('"')[0]
        assert sid
        poll = f"/socket.io/?EIO=4&transport=polling&sid={sid}"
        assert (await client.get(poll)).text == "1"


async def test_polls_carry_the_security_headers_and_are_not_kept(studio) -> None:
    async with httpx.AsyncClient(base_url=studio) as client:
        opened = await client.get("/socket.io/?EIO=4&transport=polling")
    assert opened.headers["X-Content-Type-Options"] == "nosniff"
    assert opened.headers["Cache-Control"] == "no-store"


async def test_a_body_too_large_is_refused(studio) -> None:
    async with httpx.AsyncClient(base_url=studio) as client:
        opened = await client.get("/socket.io/?EIO=4&transport=polling")
        sid = opened.text.partition('"sid":"')[2].partition('"')[0]
        poll = f"/socket.io/?EIO=4&transport=polling&sid={sid}"
        refused = await client.post(poll, content=b"4" * 20_000)
    assert refused.status_code == 413


async def test_a_message_too_large_or_too_many_of_them_end_the_connection(studio, sara) -> None:
    async with watch(studio, sara["access_token"]) as watcher:
        await watcher.io.emit("subscribe:download", "x" * 20_000)
        await _gone(watcher)
    async with watch(studio, sara["access_token"]) as watcher:
        for _ in range(500):
            await watcher.io.emit("anything")
        await _gone(watcher)
    async with watch(studio, sara["access_token"]) as watcher:
        assert not (await watcher.ask("subscribe:download", UUID(int=1)))["ok"]


async def test_events_that_only_the_server_may_fire_do_nothing(studio, sara, downloads) -> None:
    async with watch(studio, sara["access_token"]) as watcher:
        await watcher.io.emit("connect", ({}, {"token": sara["access_token"]}))
        download = await downloads.begin(sara["user"]["id"])
        assert (await watcher.ask("subscribe:download", download))["ok"]
        await downloads.advance(download)
        await downloads.advance(download)
        await watcher.until(lambda: len(watcher.heard) >= 2)
        assert watcher.seqs() == [1, 2]
