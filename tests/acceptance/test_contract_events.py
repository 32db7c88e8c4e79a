"""Live events as a program meets them that knows nothing but the contract: from outside, over real sockets."""

import asyncio
import json
import os
import signal
import uuid
from collections.abc import Iterable

import psycopg
import pytest
import socketio

from bazgoo.server.embedded import EmbeddedPostgres
from tests.acceptance.visitors import Visitor
from tests.integration.live.sleepers import asleep_on_a_websocket

PATIENCE_S = 30.0


async def _connect(port: int, token: str, transport: str = "websocket") -> socketio.AsyncClient:
    client = socketio.AsyncClient(reconnection=False)
    await client.connect(
        f"http://127.0.0.1:{port}", auth={"token": token}, transports=[transport], wait_timeout=PATIENCE_S
    )
    return client


def _tell(installation, owner: str, download: str, seqs: Iterable[int] = (1,), file: str = "a") -> None:
    """What a worker does: notifications, each in a transaction."""
    about = {"owner": owner, "topic": "download", "id": download, "name": "download:progress"}
    address = EmbeddedPostgres(installation.data_dir).cluster.conninfo
    with psycopg.connect(address, autocommit=True) as connection:
        for seq in seqs:
            data = {"seq": seq, "download_id": download, "status": "downloading", "current_file": file}
            notice = json.dumps(about | {"data": data})
            connection.execute("SELECT pg_notify('bazgoo_live', %s)", (notice,))


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_a_person_is_told_what_a_worker_of_another_process_does(studio, join, transport) -> None:
    person = join()
    told: asyncio.Queue[dict[str, object]] = asyncio.Queue()
    client = await _connect(studio.port, person.login["access_token"], transport)
    try:
        client.on("download:progress", told.put)
        refused = await client.call("subscribe:download", str(uuid.uuid4()), timeout=PATIENCE_S)
        assert refused == {"ok": False, "code": "not_found"}
        download = str(uuid.uuid4())
        _tell(studio, person.login["user"]["id"], download)
        async with asyncio.timeout(PATIENCE_S):
            assert (await told.get())["download_id"] == download
    finally:
        await client.disconnect()


async def test_a_bad_token_is_refused(studio) -> None:
    with pytest.raises(socketio.exceptions.ConnectionError):
        await _connect(studio.port, "junk")


async def test_events_go_on_after_the_database_was_killed(installation, wait_until) -> None:
    installation.serve()
    with Visitor(installation.port) as visitor:
        login = visitor.join("sara").login
    told: asyncio.Queue[dict[str, object]] = asyncio.Queue()
    client = await _connect(installation.port, login["access_token"])
    try:
        client.on("download:progress", told.put)
        killed = installation.postmaster()
        os.kill(killed, signal.SIGKILL)
        wait = asyncio.get_running_loop().run_in_executor
        await wait(None, wait_until, lambda: installation.postmaster() not in (None, killed))
        await wait(None, installation.wait_until_healthy)
        # answered once the studio listens again
        assert not (await client.call("subscribe:download", str(uuid.uuid4()), timeout=PATIENCE_S))["ok"]
        _tell(installation, login["user"]["id"], str(uuid.uuid4()))
        async with asyncio.timeout(PATIENCE_S):
            assert (await told.get())["seq"] == 1
    finally:
        await client.disconnect()


async def test_told_to_stop_with_clients_connected_the_studio_ends(installation) -> None:
    studio = installation.serve()
    with Visitor(installation.port) as visitor:
        token = visitor.join("sara").login["access_token"]
        asleep = visitor.join("reza").login
    clients = [
        await _connect(installation.port, token, transport) for transport in ["websocket", "polling"] * 10
    ]
    try:
        for client in clients:
            await client.call("subscribe:download", str(uuid.uuid4()), timeout=PATIENCE_S)
        async with asleep_on_a_websocket(f"http://127.0.0.1:{installation.port}", asleep["access_token"]):
            _tell(installation, asleep["user"]["id"], str(uuid.uuid4()), range(1000), "a" * 7000)
            await _end(studio)
        assert installation.left() == []
    finally:
        await asyncio.gather(*(client.disconnect() for client in clients))


async def _end(studio) -> None:
    studio.send_signal(signal.SIGTERM)
    await asyncio.get_running_loop().run_in_executor(None, lambda: studio.communicate(timeout=30))
    assert studio.returncode == 0
