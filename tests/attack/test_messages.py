"""Socket.IO messages that no client sends."""

import random

import aiohttp
import httpx

from tests.attack.messages import hostile_message
from tests.attack.target import PATIENCE_S, Target

WEBSOCKET = "/socket.io/?EIO=4&transport=websocket"
POLL = "/socket.io/?EIO=4&transport=polling"


async def test_whatever_is_said_the_studio_goes_on(target: Target) -> None:
    dice = random.Random(8)
    token = target.sara.visitor.login["access_token"]
    async with aiohttp.ClientSession(target.address) as session:
        for number in range(30):
            await _talk(session, dice, token, known=number % 3 > 0)
    async with httpx.AsyncClient(base_url=target.address, timeout=PATIENCE_S) as client:
        for _ in range(8):
            await _post(client, dice, token)
    assert target.failures() == {}
    await _is_heard(target, token)


async def _talk(session: aiohttp.ClientSession, dice: random.Random, token: str, *, known: bool) -> None:
    """Say a dozen things on one websocket, or as many as are listened to."""
    async with session.ws_connect(WEBSOCKET) as line:
        await line.receive(timeout=PATIENCE_S)
        if known:
            await line.send_str(f'40{{"token":"{token}"}}')
            await line.receive(timeout=PATIENCE_S)
        for _ in range(12):
            said = hostile_message(dice, token)
            try:
                await (line.send_bytes(said) if isinstance(said, bytes) else line.send_str(said))
            except (ConnectionError, aiohttp.ClientError):
                return


async def _post(client: httpx.AsyncClient, dice: random.Random, token: str) -> None:
    sid = (await client.get(POLL)).text.partition('"sid":"')[2].partition('"')[0]
    for _ in range(3):
        said = hostile_message(dice, token)
        content = said if isinstance(said, bytes) else said.encode("utf-8", "surrogatepass")
        answer = await client.post(f"{POLL}&sid={dice.choice((sid, 'none', '../x'))}", content=content)
        assert answer.status_code < 500, (said[:200], answer.text)


async def _is_heard(target: Target, token: str) -> None:
    """A client that speaks properly gets its snapshot."""
    async with aiohttp.ClientSession(target.address) as session, session.ws_connect(WEBSOCKET) as line:
        await line.receive(timeout=PATIENCE_S)
        await line.send_str(f'40{{"token":"{token}"}}')
        assert (await line.receive_str(timeout=PATIENCE_S)).startswith("40")
        await line.send_str(f'421["subscribe:download","{target.sara.own["download_id"]}"]')
        assert '"ok":true' in await line.receive_str(timeout=PATIENCE_S)


async def test_parts_that_never_come_are_not_waited_for(target: Target) -> None:
    """Nobody sends binary messages; their parts would be kept until the last has come, which may be never."""
    token = target.sara.visitor.login["access_token"]
    wanted = f'421["subscribe:download","{target.sara.own["download_id"]}"]'
    async with aiohttp.ClientSession(target.address) as session, session.ws_connect(WEBSOCKET) as line:
        await line.receive(timeout=PATIENCE_S)
        await line.send_str(f'40{{"token":"{token}"}}')
        assert (await line.receive_str(timeout=PATIENCE_S)).startswith("40")
        for part in (
            '451000-["subscribe:download",{"_placeholder":true,"num":0}]',
            "462-[]",
            "bAAAA",
            b"\x00" * 9,
        ):
            await (line.send_bytes(part) if isinstance(part, bytes) else line.send_str(part))
            await line.send_str(wanted)
            assert '"ok":true' in await line.receive_str(timeout=PATIENCE_S)
