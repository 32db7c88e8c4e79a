"""Nobody can send this machine into its own network, by whatever name or notation."""

import asyncio
import socket

import httpcore
import httpx
import pytest

from bazgoo.errors import HubAddressPrivate
from bazgoo.hub.addresses import PublicNetwork, is_private, public_only

PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.10.34.36",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:db8::1",
    "100::1",
]
PUBLIC = [
    "8.8.8.8",
    "13.33.33.33",
    "1.1.1.1",
    "198.18.0.7",
    "2606:4700::1",
    "64:ff9b::808:808",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_ones_own_network_is_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_not(address: str) -> None:
    assert not is_private(address)


NAMES = [
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f.1",
    "127.1",
    "0",
    "::1",
    "::ffff:127.0.0.1",
    "0177.0.0.1",
]


@pytest.mark.parametrize("name", NAMES)
async def test_every_notation_of_this_machine_is_refused_without_a_connection(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        with pytest.raises(HubAddressPrivate):
            await PublicNetwork().connect_tcp(name, server.getsockname()[1], timeout=2)
        with pytest.raises(TimeoutError):
            server.accept()


def answering(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Names resolve to these addresses, one answer after the other; the addresses that are connected to."""
    left, reached = list(answers), []

    async def getaddrinfo(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in left.pop(0)]

    async def connect_tcp(_: object, host: str, *__: object) -> None:
        reached.append(host)
        if host.startswith("9."):
            raise httpcore.ConnectError

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", getaddrinfo, raising=False)
    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_tcp)
    return reached


async def test_a_name_that_changes_its_answer_gains_nothing(monkeypatch) -> None:
    reached = answering(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    await PublicNetwork().connect_tcp("rebinding.example", 443)
    assert reached == ["8.8.8.8"]
    with pytest.raises(HubAddressPrivate):
        await PublicNetwork().connect_tcp("rebinding.example", 443)
    assert reached == ["8.8.8.8"]


async def test_of_mixed_answers_only_the_public_are_tried_one_after_the_other(monkeypatch) -> None:
    reached = answering(monkeypatch, ["10.0.0.1", "2606:4700::1", "9.9.9.9"])
    await PublicNetwork().connect_tcp("mixed.example", 443)
    assert reached == ["9.9.9.9", "2606:4700::1"]


async def test_a_client_told_so_refuses() -> None:
    async with public_only(httpx.AsyncClient()) as client:
        with pytest.raises(HubAddressPrivate):
            await client.get("http://127.0.0.1:9/")
