"""`bazgoo serve`, `start`, `stop`, `web`, `worker` and `migrate`: the studio and its processes."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from bazgoo.cli.terminal import console, language, say
from bazgoo.errors import StudioNotStarted
from bazgoo.settings import Settings

Host = Annotated[str | None, typer.Option(help="The address to listen on; 0.0.0.0 opens it to the network.")]
Port = Annotated[int | None, typer.Option(help="The port to listen on.")]
DataDir = Annotated[Path | None, typer.Option(help="Where everything is kept.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Write the log to its file alone.")]

STARTS_S = 60.0
"""How long `bazgoo start` waits for the studio to answer; a first start makes the database."""
STOPS_S = 10.0
"""How long `bazgoo stop` waits before it uses force."""


def serve(host: Host = None, port: Port = None, data_dir: DataDir = None, quiet: Quiet = False) -> None:
    """Run the studio, with its worker and its database, until Ctrl-C or SIGTERM."""
    from bazgoo.server import studio  # noqa: PLC0415

    settings = Settings.load(host=host, port=port, data_dir=data_dir)
    studio.serve(settings, quiet=quiet, announce=_tell_address)


def start(host: Host = None, port: Port = None, data_dir: DataDir = None) -> None:
    """Start the studio in the background and print its address once it answers."""
    from bazgoo.server.presence import find_studio  # noqa: PLC0415

    settings = Settings.load(host=host, port=port, data_dir=data_dir)
    if studio := find_studio(settings.data_dir):
        say(
            f"بازگو هم‌اکنون در حال اجراست: {studio.address}", f"Bazgoo is already running at {studio.address}"
        )
        return
    command = [sys.executable, "-m", "bazgoo", "serve", "--quiet", "--host", settings.host]
    command += ["--port", str(settings.port), "--data-dir", str(settings.data_dir)]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(  # noqa: S603 - the command is our own
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        with console.status("بازگو راه می‌افتد…" if language() == "fa" else "Starting Bazgoo…"):
            address = _wait_for_health(process, settings)
        if address is None:
            output.seek(0)
            sys.stderr.write(output.read().decode(errors="replace"))
            raise typer.Exit(1)
    _tell_address(address)


def _wait_for_health(process: subprocess.Popen[bytes], settings: Settings) -> str | None:
    """The studio's address once it answers, None when it has ended instead."""
    from bazgoo.server.presence import find_studio  # noqa: PLC0415

    deadline = time.monotonic() + STARTS_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            return None
        if (studio := find_studio(settings.data_dir)) and studio.pid == process.pid and studio.answers():
            return studio.address
        time.sleep(0.05)
    process.terminate()
    raise StudioNotStarted(log=settings.data_dir / "logs" / "studio.log")


def stop(data_dir: DataDir = None) -> None:
    """Stop the studio and everything it started."""
    from bazgoo.server.presence import find_studio  # noqa: PLC0415

    studio = find_studio(Settings.load(data_dir=data_dir).data_dir)
    if studio is None:
        say("بازگو در حال اجرا نیست.", "Bazgoo is not running.")
        return
    with console.status("در حال توقف بازگو…" if language() == "fa" else "Stopping Bazgoo…"):
        studio.end(STOPS_S)
    say("بازگو متوقف شد.", "Bazgoo has stopped.")


def web(
    host: Host = None,
    port: Port = None,
    data_dir: DataDir = None,
    processes: Annotated[int | None, typer.Option(help="How many processes share the port.")] = None,
) -> None:
    """Run web servers alone, on the database of the settings; SIGHUP replaces them without losing a request."""
    from bazgoo.server import relay  # noqa: PLC0415

    settings = Settings.load(host=host, port=port, data_dir=data_dir, web_processes=processes)
    relay.serve(settings, announce=_tell_address)


def worker(data_dir: DataDir = None) -> None:
    """Run one more worker, on the database of the settings or of the running studio."""
    import asyncio  # noqa: PLC0415

    from bazgoo.server.journal import configure_logging  # noqa: PLC0415
    from bazgoo.server.worker import work  # noqa: PLC0415

    settings = Settings.load(data_dir=data_dir)
    configure_logging(settings.log_level)
    asyncio.run(work(settings))


def migrate(data_dir: DataDir = None) -> None:
    """Bring the database to the newest shape; `serve` does so by itself."""
    from bazgoo.server import addresses, migrations  # noqa: PLC0415

    with addresses.opened(Settings.load(data_dir=data_dir)) as address:
        revision = migrations.migrate(address)
    say(f"پایگاه داده به‌روز است (بازنگری {revision}).", f"The database is up to date (revision {revision}).")


def _tell_address(address: str) -> None:
    typer.echo(f"بازگو اینجاست: {address}" if language() == "fa" else f"Bazgoo is at {address}")
