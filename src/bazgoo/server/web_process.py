"""One web server of `bazgoo web`, on a socket that others serve, too.

python -m bazgoo.server.web_process SOCKET
"""

import asyncio
import gc
import logging
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial

from bazgoo.errors import BazgooError
from bazgoo.server import addresses
from bazgoo.server.journal import configure_logging
from bazgoo.server.migrations import migrate
from bazgoo.server.studio import import_web
from bazgoo.settings import Settings

logger = logging.getLogger(__name__)


def main() -> None:
    """Serve until SIGTERM, or until the relay that started us is gone; a line is printed once we answer."""
    settings = Settings.load()
    configure_logging(settings.log_level)
    try:
        _serve(settings, socket.socket(fileno=int(sys.argv[1])))
    except BazgooError as error:
        logger.error("%s [%s]", error.message("en"), error.code)
        sys.exit(1)


def _serve(settings: Settings, listener: socket.socket) -> None:
    address = addresses.running(settings)
    migrate(address)  # this program may be newer than its relay
    gc.disable()  # nothing that is made now could be garbage
    import_web()
    from bazgoo.server.web import WebServer  # noqa: PLC0415 - imported above

    gc.freeze()
    gc.enable()
    web = WebServer(settings, address, partial(print, "answering", flush=True), drain_s=settings.drain_s)
    signal.signal(signal.SIGTERM, lambda _number, _frame: web.stop())
    web.serve_on(listener, [partial(_follow, web.stop)])


async def _follow(stop: Callable[[], None]) -> None:
    """End with the relay, however it ends: it holds the other end of our standard input."""
    ended = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), ended.set)
    await ended.wait()
    stop()


if __name__ == "__main__":
    main()
