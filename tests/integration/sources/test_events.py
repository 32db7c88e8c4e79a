"""What is told while a download runs, and by how many workers it is run."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import psycopg

from bazgoo.server.live.publishing import CHANNEL
from bazgoo.server.sources.downloads.telling import snapshot
from tests.integration.sources.conftest import working


@asynccontextmanager
async def _listening(database_url: str) -> AsyncIterator[list[dict[str, Any]]]:
    """The notices that are told while the block runs."""
    heard: list[dict[str, Any]] = []

    async def listen(connection: psycopg.AsyncConnection) -> None:
        async for notice in connection.notifies():
            heard.append(json.loads(notice.payload))

    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as connection:
        await connection.execute(f"LISTEN {CHANNEL}".encode())
        listening = asyncio.create_task(listen(connection))
        try:
            yield heard
            await asyncio.sleep(0.2)
        finally:
            listening.cancel()


async def _begin(client, who, repo_id: str) -> dict[str, Any]:
    answer = await client.post("/api/sources/download", json={"repo_id": repo_id}, headers=who)
    assert answer.status_code == 202, answer.text
    return answer.json()


async def test_a_download_is_told_in_rising_order_to_its_end(
    client, sara, worker, standin, until, database_url, database
) -> None:
    standin.pace_bytes_s = 1_000_000
    async with _listening(database_url) as heard:
        download = await _begin(client, sara, "someone/big")
        done = await until(sara, download, "completed")
    told = [notice["data"] for notice in heard]
    assert [each["seq"] for each in told] == sorted({each["seq"] for each in told})
    counts = [each["bytes_downloaded"] for each in told if "bytes_downloaded" in each]
    assert counts == sorted(counts)
    assert len(set(counts)) > 2
    assert [notice["name"] for notice in heard][-1] == "download:complete"
    last = told[-1]
    assert (last["model_id"], last["repo_id"], last["seq"]) == (done["model_id"], "someone/big", done["seq"])
    async with database.session() as session:
        me = (await client.get("/api/auth/me", headers=sara)).json()["id"]
        seen = await snapshot(session, UUID(me), UUID(download["id"]))
        assert seen is not None
        assert (seen["seq"], seen["status"], seen["error"]) == (done["seq"], "completed", None)
        assert await snapshot(session, UUID(int=0), UUID(download["id"])) is None


async def test_a_failure_is_told_with_its_code_in_both_languages(
    client, sara, standin, settings, until, database_url
) -> None:
    download = await _begin(client, sara, "someone/tiny")
    standin.shelf.repositories["someone/tiny"].private = True
    async with _listening(database_url) as heard, working(settings):
        await until(sara, download, "failed")
    assert heard[-1]["name"] == "download:error"
    assert heard[-1]["data"]["code"] == "repo_not_found"
    assert heard[-1]["data"]["message"] != heard[-1]["data"]["message_en"]
    english = sara | {"Accept-Language": "en"}
    told = (await client.get(f"/api/sources/download/{download['id']}", headers=english)).json()
    assert "private" in told["error"]["message"]
    standin.shelf.repositories["someone/tiny"].private = False
    resumed = await client.post(f"/api/sources/download/{download['id']}/resume", headers=sara)
    assert (resumed.status_code, resumed.json()["error"]) == (200, None)
    async with working(settings):
        await until(sara, download, "completed")


async def test_of_two_workers_one_brings_a_download(client, sara, reza, settings, standin, until) -> None:
    standin.pace_bytes_s = 2_000_000
    async with working(settings), working(settings):
        begun = [
            (who, await _begin(client, who, repo))
            for who in (sara, reza)
            for repo in ("someone/big", "someone/big2")
        ]
        for who, download in begun:
            await until(who, download, "completed")
    assert standin.bytes_sent < 2 * 4_000_000 * 1.1
