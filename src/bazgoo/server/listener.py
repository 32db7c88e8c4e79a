"""The listening socket: the one that systemd hands over, or one of our own."""

import errno
import socket

from bazgoo.errors import PortBusy, SettingInvalid
from bazgoo.server.systemd import handed_socket

BACKLOG = 1024
"""How many connections may wait to be taken, for instance while the web server is restarted."""


def open_listener(host: str, port: int) -> socket.socket:
    """The socket to serve on, taken before anything is started, so that a busy port costs no time.

    Raises PortBusy and SettingInvalid.
    """
    return handed_socket() or _listen(host, port)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(where[:2], family=family, backlog=BACKLOG, dualstack_ipv6=host == "::")
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortBusy(host=host, port=port, other=str(port + 1)) from None
        setting = "PORT" if error.errno == errno.EACCES else "HOST"
        raise SettingInvalid(setting=setting, reason=error.strerror) from None
