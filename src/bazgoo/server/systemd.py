"""What systemd and a service tell each other: a socket that is handed over, and how the service stands."""

import os
import socket
from contextlib import suppress

FIRST = 3
"""The number of the first socket that is handed over (sd_listen_fds(3))."""


def handed_socket() -> socket.socket | None:
    """The listening socket that systemd has opened for this process, None where it has not."""
    handed = os.environ.get("LISTEN_PID") == str(os.getpid()) and os.environ.get("LISTEN_FDS") == "1"
    for name in ("LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"):
        os.environ.pop(name, None)  # what we start shall not take it for its own
    if not handed:
        return None
    os.set_inheritable(FIRST, False)
    return socket.socket(fileno=FIRST)


def tell(state: str) -> None:
    """Tell systemd how this service stands, such as ``READY=1`` (sd_notify(3)); nobody listens elsewhere."""
    where = os.environ.get("NOTIFY_SOCKET")
    if not where:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect("\0" + where[1:] if where.startswith("@") else where)
        line.sendall(state.encode())
