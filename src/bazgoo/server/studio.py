"""What `bazgoo serve` runs: the database, a worker and the web server, looked after until told to stop."""

import gc
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module

from bazgoo.errors import DatabaseUnavailable, StudioRunning
from bazgoo.server import addresses, systemd
from bazgoo.server.data_dir import check_data_dir
from bazgoo.server.embedded import EmbeddedPostgres
from bazgoo.server.listener import open_listener
from bazgoo.server.logfile import log_to
from bazgoo.server.migrations import migrate
from bazgoo.server.presence import Presence, find_studio, studio_lock
from bazgoo.server.worker_process import WorkerProcess
from bazgoo.settings import Settings


def serve(settings: Settings, *, quiet: bool = False, announce: Callable[[str], None]) -> None:
    """Run the studio until it is told to stop; ``announce`` is given its address once it answers.

    Raises StudioRunning, PortBusy, DataDirUnwritable, DiskFull, SettingInvalid and what the database raises.
    """
    _when_told_to_stop(_leave)
    with ExitStack() as stack:
        presence = stack.enter_context(_only_one(settings))
        listener = stack.enter_context(open_listener(settings.host, settings.port))
        log_to(settings, "studio.log", quiet=quiet)
        # Importing the web takes longest, so it begins first, and makes nothing that could be garbage.
        gc.disable()
        importing = threading.Thread(target=import_web)
        importing.start()
        stack.callback(importing.join)
        address, postgres = stack.enter_context(_database(settings))
        migrate(address)
        worker = stack.enter_context(WorkerProcess(settings, quiet=quiet))
        importing.join()
        from bazgoo.server.web import WebServer  # noqa: PLC0415 - imported by the thread above

        gc.freeze()
        gc.enable()
        web = WebServer(settings, address, lambda: _announce(announce, presence))
        _when_told_to_stop(web.stop)
        web.serve_on(listener, [worker.supervise, *([postgres.supervise] if postgres else [])])


def _announce(announce: Callable[[str], None], presence: Presence) -> None:
    announce(presence.address)
    systemd.tell("READY=1")


def import_web() -> None:
    """Import the web without what only the clients in python-socketio want, where tests have installed it."""
    for name in _CLIENTS_ONLY:
        sys.modules[name] = None  # type: ignore[assignment]  # an import of it fails, as if it were not there
    try:
        import_module("bazgoo.server.web")
    finally:
        for name in _CLIENTS_ONLY:
            del sys.modules[name]


_CLIENTS_ONLY = ("aiohttp", "requests")
"""Together 12 MB and a fifth of a second."""


def _when_told_to_stop(act: Callable[[], None]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as it is for SIGHUP under nohup
            signal.signal(number, lambda _number, _frame: act())


def _leave() -> None:
    """Stop while still starting: leave every block in order."""
    raise SystemExit(0)


@contextmanager
def _only_one(settings: Settings) -> Iterator[Presence]:
    """See that the data directory can be written to and is ours alone, and say in it where we are."""
    check_data_dir(settings.data_dir)
    lock = studio_lock(settings.data_dir)
    presence = Presence.here(settings)
    if not lock.acquire():
        raise StudioRunning(address=(find_studio(settings.data_dir) or presence).address)
    try:
        presence.write(lock)
        yield presence
    finally:
        lock.release()


@contextmanager
def _database(settings: Settings) -> Iterator[tuple[str, EmbeddedPostgres | None]]:
    """The address of the database, and the embedded one when we run it."""
    address = addresses.configured(settings)
    if address is not None:
        yield address, None
        return
    postgres = EmbeddedPostgres(settings.data_dir)
    # a command such as `bazgoo migrate` may just be using it
    if not postgres.cluster.lock.acquire(addresses.PATIENCE_S):
        raise DatabaseUnavailable
    try:
        with postgres.running() as address:
            yield address, postgres
    finally:
        postgres.cluster.lock.release()
