"""What this machine lets itself be sent to: never into its own network by a stranger's address or redirect."""

import asyncio
import contextlib
import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import anyio
import httpcore
import httpx

from bazgoo.errors import HubAddressPrivate

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Programs that tunnel a whole machine answer every name with an address from here and carry it on themselves.
_TUNNELS = ipaddress.ip_network("198.18.0.0/15")


def is_private(text: str) -> bool:
    """Whether an IP address lies anywhere but in the public Internet: loopback, private, link-local, reserved."""
    address = _within(ipaddress.ip_address(text.partition("%")[0]))
    if address in _TUNNELS:
        return False
    return not address.is_global or address.is_multicast


def _within(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if not isinstance(address, ipaddress.IPv6Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1] or address


class PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only: it resolves a name, looks at what it got, and connects to just that.

    A name that answers otherwise a moment later (DNS rebinding) gains nothing.
    """

    def __init__(self) -> None:
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  the shape is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Raises HubAddressPrivate when the name leads nowhere else."""
        try:
            with anyio.fail_after(timeout):
                found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"getaddrinfo: {error}") from error
        addresses = sorted(dict.fromkeys(str(row[4][0]) for row in found), key=_new)
        public = [address for address in addresses if not is_private(address)]
        if not public:
            raise HubAddressPrivate(host=host, address=addresses[0])
        each_s = timeout / len(public) if timeout else None
        for address in public[:-1]:
            with contextlib.suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return await self._network.connect_tcp(address, port, each_s, local_address, socket_options)
        return await self._network.connect_tcp(public[-1], port, each_s, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._network.sleep(seconds)


def _new(address: str) -> bool:
    """Whether it is IPv6, which is tried last: where a network breaks one of the two, it is mostly this one."""
    return ":" in address


def public_only(client: httpx.AsyncClient) -> httpx.AsyncClient:
    """``client``, from now on connecting to public addresses only; where a proxy connects for it, that decides.

    httpx has no public way to give a client a network and leave it the proxies of the environment.
    """
    pool = client._transport._pool  # type: ignore[attr-defined]
    if not isinstance(pool._network_backend, httpcore.AsyncNetworkBackend):
        raise TypeError
    pool._network_backend = PublicNetwork()
    return client
