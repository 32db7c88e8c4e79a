"""All that is measured of speech, in one run."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

from bazgoo.cli.bench.clients import Heard, listen, together
from bazgoo.cli.bench.report import Figure
from bazgoo.cli.bench.servers import Server, piper_server, studio
from bazgoo.cli.bench.whole_files import measure_whole_files
from bazgoo.cli.terminal import console

SETTLES_S = 3.0
"""How long a started server is left alone before its memory is read."""
CROWDS = {1: 12, 8: 4, 64: 1}
"""How many clients ask at once, and how often."""


def measure(voice: Path | None) -> list[Figure]:
    """Measure eSpeak and, if it is given, a Piper ``voice``, beside the peers that are installed."""
    with console.status("whole files") as status:
        figures = list(_whole_files(voice))
        with tempfile.TemporaryDirectory(prefix="bazgoo-bench-") as folder:
            data_dir = Path(folder)
            if voice:
                _install(voice, data_dir / "models")
            status.update("a studio that is started the first time")
            with studio(data_dir, None):
                pass
            status.update("a studio with eSpeak")
            figures += _studio(data_dir)
            if voice:
                status.update("a studio and piper-tts with the voice")
                figures += _beside_piper(data_dir, voice)
    return figures


def _install(voice: Path, models_dir: Path) -> None:
    models_dir.mkdir(parents=True)
    for file in (voice, Path(f"{voice}.json")):
        (models_dir / file.name).symlink_to(file.resolve())


def _whole_files(voice: Path | None) -> Iterator[Figure]:
    factors = measure_whole_files(voice)
    name, unit = "whole files", "real-time factor"
    yield Figure(name, unit, "espeak-fa", factors.pop("espeak"))
    if voice:
        yield Figure(name, unit, voice.stem, factors.pop("piper"), factors)


def _studio(data_dir: Path) -> Iterator[Figure]:
    """Start-up, idle memory, and crowds with eSpeak."""
    with studio(data_dir, "espeak-fa") as server:
        yield Figure("installed start to healthy", "s", "", server.started_s)
        time.sleep(SETTLES_S)
        yield Figure("memory idle", "MB", "", server.memory_mb())
        yield from _crowds("espeak-fa", server, {})


def _beside_piper(data_dir: Path, voice: Path) -> Iterator[Figure]:
    """The same crowds with a Piper voice, at a studio and in turns at piper-tts's own server."""
    with ExitStack() as opened:
        ours = opened.enter_context(studio(data_dir, voice.stem))
        peers: dict[str, Server] = {}
        if find_spec("piper") and find_spec("flask"):
            peers["piper-tts"] = opened.enter_context(piper_server(data_dir, voice))
        yield from _crowds(voice.stem, ours, peers)
        peers_mb = {name: peer.memory_mb() for name, peer in peers.items()}
        yield Figure("memory after that", "MB", voice.stem, ours.memory_mb(), peers_mb)


def _crowds(voice: str, ours: Server, peers: dict[str, Server]) -> Iterator[Figure]:
    """Crowds at every server in turn, so that other work on the machine troubles all alike."""
    servers = {"": ours} | peers
    for server in servers.values():
        listen(server, clients=2)  # loads the voice
    for clients, rounds in CROWDS.items():
        heard: dict[str, list[Heard]] = {name: [] for name in servers}
        for _ in range(rounds):
            for name, server in servers.items():
                heard[name].append(listen(server, clients))
        yield from _figures(voice, clients, {name: together(turns) for name, turns in heard.items()})


def _figures(voice: str, clients: int, heard: dict[str, Heard]) -> Iterator[Figure]:
    ours = heard.pop("")
    crowd = f"{clients} client" + ("s" if clients > 1 else "")
    for name, unit, value in (
        ("first audio, median", "ms", "median_ms"),
        ("first audio, slowest", "ms", "slowest_ms"),
        ("failures", "requests", "failures"),
    ):
        peers = {peer: float(getattr(theirs, value)) for peer, theirs in heard.items()}
        yield Figure(f"{name}, {crowd}", unit, voice, float(getattr(ours, value)), peers)
