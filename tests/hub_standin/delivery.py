"""An answer on the wire, whole or as a fault leaves it."""

import contextlib
import select
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

from tests.hub_standin.answers import Answer
from tests.hub_standin.faults import Fault

if TYPE_CHECKING:
    from tests.hub_standin.server import HubStandin, Served


def deliver(
    handler: BaseHTTPRequestHandler,
    answer: Answer,
    fault: Fault | None,
    served: "Served",
    standin: "HubStandin",
) -> None:
    """Send head and body; a fault changes, slows or ends them."""
    kind = fault.kind if fault else None
    if fault and kind == "refuse":
        return reset(handler)
    headers, length, pieces = dict(answer.headers), answer.length, body(answer)
    if fault and kind == "truncate":
        length, pieces = min(length, fault.after), cut(pieces, fault.after)
    if fault and kind == "corrupt":
        pieces = spoil(pieces, fault.after)
    if fault and kind == "wrong_range" and answer.status == 206 and answer.blob:
        headers["Content-Range"] = f"bytes {answer.start + 1}-{answer.end}/{answer.blob.size}"
    handler.send_response_only(answer.status)
    for name, text in {**headers, "Content-Length": str(length)}.items():
        handler.send_header(name, text)
    handler.end_headers()
    if handler.command == "HEAD":
        return None
    stops_at = fault.after if fault and kind in ("fin", "rst", "stall") else None
    # What waits in a buffer here when the client is gone was never on the line: keep little there.
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 17)
    for piece in pieces if stops_at is None else cut(pieces, stops_at):
        handler.connection.sendall(piece)
        served.sent += len(piece)
        rate = fault.rate if fault and kind == "slow" else standin.pace_bytes_s
        if rate:
            time.sleep(len(piece) / rate)
    if kind == "fin":
        handler.close_connection = True
    if kind == "rst":
        reset(handler)
    if kind == "stall":
        wait_for_the_client(handler, standin.stopping)
    return None


def body(answer: Answer) -> Iterator[bytes]:
    if answer.blob:
        return answer.blob.read(answer.start, answer.end)
    return iter([answer.body])


def cut(pieces: Iterator[bytes], after: int) -> Iterator[bytes]:
    """The first ``after`` bytes."""
    for piece in pieces:
        if after <= 0:
            return
        yield piece[:after]
        after -= len(piece)


def spoil(pieces: Iterator[bytes], at: int) -> Iterator[bytes]:
    """The same bytes but for one, at ``at`` or, in a shorter body, the last."""
    before = 0
    held = b""
    done = False
    for piece in pieces:
        if held:
            yield held
            before += len(held)
        held = piece
        if not done and at < before + len(held):
            where, done = at - before, True
            held = held[:where] + bytes([held[where] ^ 0xFF]) + held[where + 1 :]
    if held:
        yield held if done else held[:-1] + bytes([held[-1] ^ 0xFF])


def reset(handler: BaseHTTPRequestHandler) -> None:
    """End with RST, once what was sent has arrived."""
    connection = handler.connection
    drain(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    with contextlib.suppress(OSError):
        # The handler's files hold the socket open; detaching and closing sends the RST now.
        socket.socket(fileno=connection.detach()).close()


def drain(connection: socket.socket, patience_s: float = 1.0) -> None:
    """Wait until the peer has acknowledged everything (Linux can tell; elsewhere a moment)."""
    if sys.platform != "linux":
        time.sleep(0.05)
        return
    import fcntl
    import termios

    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if struct.unpack("i", fcntl.ioctl(connection, termios.TIOCOUTQ, b"\0" * 4))[0] == 0:
            return
        time.sleep(0.001)


def wait_for_the_client(handler: BaseHTTPRequestHandler, stopping: threading.Event) -> None:
    """Say nothing until the client leaves or the stand-in stops."""
    handler.close_connection = True
    while not stopping.is_set():
        ready, _, _ = select.select([handler.connection], [], [], 0.05)
        if ready:
            return
