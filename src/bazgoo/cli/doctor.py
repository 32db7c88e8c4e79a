"""`bazgoo doctor`: what works on this machine, and what to do about what does not."""

import platform
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

import typer
from rich.table import Table

from bazgoo.cli.terminal import console, language
from bazgoo.errors import BazgooError
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.speech import Speaker

LEAST_FREE_MB = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    fa: str
    en: str
    good: bool
    detail: str


def doctor() -> None:
    """Look over this installation and say what to mend; exit 1 when something is wrong."""
    settings = Settings.load()
    findings = [finding for look in LOOKS for finding in look(settings)]
    persian = language() == "fa"
    table = Table(show_header=False, box=None)
    for finding in findings:
        mark = "[green]✓[/]" if finding.good else "[red]✗[/]"
        table.add_row(mark, finding.fa if persian else finding.en, finding.detail)
    console.print(table)
    raise typer.Exit(0 if all(finding.good for finding in findings) else 1)


def _python(_: Settings) -> Iterator[Finding]:
    yield Finding(
        "پایتون", "Python", good=True, detail=f"{platform.python_version()}, bazgoo {version('bazgoo')}"
    )


def _data_dir(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            free_mb = shutil.disk_usage(folder).free // 1_000_000
    except OSError as error:
        yield Finding("پوشهٔ داده", "data directory", good=False, detail=f"{folder}: {error.strerror}")
        return
    yield Finding("پوشهٔ داده", "data directory", good=True, detail=str(folder))
    yield Finding("جای خالی دیسک", "free disk", good=free_mb >= LEAST_FREE_MB, detail=f"{free_mb:,} MB")


def _pages(_: Settings) -> Iterator[Finding]:
    built = files("bazgoo").joinpath("pages", "index.html").is_file()
    yield Finding("صفحه‌های استودیو", "studio pages", built, "" if built else "./setup.sh")


def _port(settings: Settings) -> Iterator[Finding]:
    from bazgoo.server.presence import find_studio  # noqa: PLC0415

    if studio := find_studio(settings.data_dir):
        yield Finding("استودیو", "studio", good=studio.answers(), detail=studio.address)
        return
    with socket.socket() as probe:
        free = probe.connect_ex(("127.0.0.1", settings.port)) != 0
    yield Finding("درگاه", "port", free, str(settings.port) if free else f"{settings.port}: PORT=…")


def _database(settings: Settings) -> Iterator[Finding]:
    from bazgoo.server import addresses, embedded  # noqa: PLC0415

    if addresses.configured(settings) is None:
        yield from _attempt("پایگاه دادهٔ همراه", "embedded database", embedded.postgres_version)
    else:
        yield from _attempt("پایگاه داده", "database", lambda: addresses.server_version(settings))


def _voices(settings: Settings) -> Iterator[Finding]:
    from bazgoo.engines import file_engines  # noqa: PLC0415
    from bazgoo.speech import open_speaker  # noqa: PLC0415

    speaker = open_speaker(settings.models_dir)
    for voice in speaker.voices():
        yield from _attempt("صدا", "voice", partial(_listen, speaker, voice.id))
    for engine in file_engines(settings.models_dir):
        for damage in engine.damages():
            yield Finding("صدا", "voice", good=False, detail=damage.message(language()))


def _listen(speaker: "Speaker", voice: str) -> str:
    """How fast a voice speaks here; loading it is not counted."""
    speaker.speak("سلام", voice=voice)
    begun = time.perf_counter()
    clip = speaker.speak("این جمله برای آزمودن صدا گفته می‌شود.", voice=voice)
    factor = (time.perf_counter() - begun) / clip.duration_s
    return f"{voice}, RTF {factor:.3f}"


def _training(settings: Settings) -> Iterator[Finding]:
    from bazgoo.training.machine import Machine  # noqa: PLC0415

    machine = Machine.here(settings.data_dir)
    if machine.torch:
        where = machine.gpu or f"{machine.cpus} CPU"
        yield Finding("آموزش", "training", good=True, detail=f"torch {version('torch')}, {where}")
    else:
        fa, en = "نصب نیست؛ با ‎./setup.sh بیفزایید", "not installed; ./setup.sh adds it"
        yield Finding("آموزش", "training", good=True, detail=fa if language() == "fa" else en)


def _attempt(fa: str, en: str, act: Callable[[], str]) -> Iterator[Finding]:
    try:
        yield Finding(fa, en, good=True, detail=act())
    except BazgooError as error:
        yield Finding(fa, en, good=False, detail=error.message(language()))


LOOKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _python,
    _data_dir,
    _pages,
    _database,
    _port,
    _voices,
    _training,
)
"""Everything that is looked at, in order."""
