"""A database that goes away, and clients that do not read."""

import asyncio

import psycopg
import pytest

from bazgoo.server.live import audience
from bazgoo.server.live.departures import Departures
from tests.integration.live.sleepers import asleep_between_polls, asleep_on_a_websocket
from tests.integration.live.watching import watch

END_OF_LISTENING = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE application_name = 'bazgoo events' AND datname = current_database()
"""


async def test_what_was_missed_is_made_up_for_by_itself(studio, sara, downloads, database_url) -> None:
    download, quiet = [await downloads.begin(sara["user"]["id"]) for _ in range(2)]
    async with watch(studio, sara["access_token"]) as watcher:
        for each in (download, quiet):
            await watcher.ask("subscribe:download", each)
        await downloads.advance(download)
        await watcher.until(lambda: watcher.seqs() == [1])
        with psycopg.connect(database_url, autocommit=True) as connection:
            assert connection.execute(END_OF_LISTENING).fetchall() == [(True,)]
        for _ in range(3):  # the listening connection is gone: nobody hears of these
            await downloads.advance(download)
        await watcher.until(lambda: 4 in watcher.seqs())
        await downloads.advance(download)
        await watcher.until(lambda: 5 in watcher.seqs())
        assert watcher.seqs() == sorted(set(watcher.seqs()))
        assert {data["download_id"] for _, data in watcher.heard} == {str(download)}


async def test_whoever_subscribes_while_nobody_listens_waits_for_it(
    studio, sara, downloads, database_url
) -> None:
    download = await downloads.begin(sara["user"]["id"])
    async with watch(studio, sara["access_token"]) as watcher:
        with psycopg.connect(database_url, autocommit=True) as connection:
            connection.execute(END_OF_LISTENING)
        assert (await watcher.ask("subscribe:download", download))["ok"]
        await downloads.advance(download)
        await watcher.until(lambda: watcher.seqs() == [1])


async def test_what_is_no_event_harms_nobody(studio, sara, downloads, database_url) -> None:
    download = await downloads.begin(sara["user"]["id"])
    async with watch(studio, sara["access_token"]) as watcher:
        await watcher.ask("subscribe:download", download)
        with psycopg.connect(database_url, autocommit=True) as connection:
            for junk in ("", "{", "[]", "{}", '{"owner": 3}', "null", "0"):
                connection.execute("SELECT pg_notify('bazgoo_live', %s)", (junk,))
        await downloads.advance(download)
        await watcher.until(lambda: watcher.seqs() == [1])


@pytest.mark.parametrize("fall_asleep", [asleep_on_a_websocket, asleep_between_polls])
async def test_a_client_that_does_not_read_is_let_go_and_holds_nobody_up(
    studio, sara, downloads, monkeypatch, fall_asleep
) -> None:
    let_go = asyncio.Event()
    cut = Departures.cut

    async def note(self: Departures, client: audience.Client) -> None:
        await cut(self, client)
        let_go.set()

    monkeypatch.setattr(Departures, "cut", note)
    monkeypatch.setattr(audience, "MOST_WAITING", 64)
    download = await downloads.begin(sara["user"]["id"])
    token = sara["access_token"]
    async with watch(studio, token) as watcher, fall_asleep(studio, token):
        await watcher.ask("subscribe:download", download)
        sent = 0
        while not let_go.is_set() and sent < 5000:
            sent = await downloads.advance(download, file="a" * 7000)
        assert let_go.is_set()
        sent = await downloads.advance(download)
        await watcher.until(lambda: sent in watcher.seqs())
        assert watcher.seqs() == list(range(1, sent + 1))
