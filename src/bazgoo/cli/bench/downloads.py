"""Downloads measured on loopback beside the official client and curl: speed, memory, and what cuts cost.

The Hub on loopback is the stand-in of the tests, so this runs from a checkout.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from bazgoo.cli.bench.report import Figure
from bazgoo.errors import PeerNotStarted

CHECKOUT = Path(__file__).parents[4]
ROUNDS = 5
CUTS = 50
MOST_CALLS = 20
"""How often a peer that gave up is called again before it counts as never finishing."""

OURS = """
import asyncio, sys, time
from pathlib import Path
from bazgoo.hub import Download, Endpoints, Hub, Line, Patience, make_plan
async def bring(url, folder):
    async with Line(Endpoints([url], hub=url, trusted=[url]), patience=Patience(base_s=0.01, longest_s=0.1)) as line:
        began = time.perf_counter()
        await Download(line, await make_plan(Hub(line), "a/b", globs=["*"]), Path(folder)).run()
        print(time.perf_counter() - began)
asyncio.run(bring(*sys.argv[1:]))
"""
OFFICIAL = """
import sys, time
from huggingface_hub import hf_hub_download
began = time.perf_counter()
hf_hub_download("a/b", "model.onnx", endpoint=sys.argv[1], cache_dir=sys.argv[2])
print(time.perf_counter() - began)
"""


class Run(NamedTuple):
    """One call of one client."""

    finished: bool
    seconds: float
    memory_mb: float


def measure(size_mb: int = 200) -> list[Figure]:
    """Bring one file of ``size_mb`` with every client that is here, over a clean line and over a cut one."""
    with TemporaryDirectory() as name, _standin(Path(name), size_mb) as hub:
        folder = Path(name) / "out"
        clients = _clients(hub, folder)
        runs: dict[str, list[Run]] = {client: [] for client in clients}
        for _ in range(ROUNDS):
            for client, command in clients.items():
                runs[client].append(_call(command))
                shutil.rmtree(folder)
        seconds = {client: median(run.seconds for run in done) for client, done in runs.items()}
        memory = {client: max(run.memory_mb for run in done) for client, done in runs.items()}
        again = {client: _over_cuts(hub, command, folder, size_mb) for client, command in clients.items()}
    return [
        _figure(f"{size_mb} MB over a clean line, median of {ROUNDS}", "s", seconds),
        _figure("peak memory", "MB", memory),
        _figure(
            f"brought again over {CUTS} cuts",
            "MB",
            {name: mb for name, mb in again.items() if mb is not None},
        ),
    ]


def _figure(name: str, unit: str, values: dict[str, float]) -> Figure:
    peers = {client: value for client, value in values.items() if client != "bazgoo"}
    return Figure(name, unit, "", values["bazgoo"], peers)


def _clients(hub: str, folder: Path) -> dict[str, list[str]]:
    """The command of each client that is installed."""
    found = {"bazgoo": [sys.executable, "-c", OURS, hub, str(folder)]}
    if find_spec("huggingface_hub"):
        found["huggingface_hub"] = [sys.executable, "-c", OFFICIAL, hub, str(folder)]
    if curl := shutil.which("curl"):
        out, told = str(folder / "model.onnx"), "%{time_total}"
        options = ["-sfL", "-C", "-", "--create-dirs", "-o", out, "-w", told]
        found["curl"] = [curl, *options, f"{hub}/a/b/resolve/main/model.onnx"]
    return found


def _call(command: list[str]) -> Run:
    """Run a client and see how long it says it took and how much memory it held."""
    quiet = {"HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
    process = subprocess.Popen(  # noqa: S603  the command is made above
        command, env=os.environ | quiet, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    finished = process.returncode == 0
    return Run(finished, float(told) if finished else 0.0, usage.ru_maxrss / 1024)


def _over_cuts(hub: str, command: list[str], folder: Path, size_mb: int) -> float | None:
    """Megabytes that came twice over a line cut again and again; None for a client that never finishes."""
    dice, size = random.Random(3), size_mb * 1_000_000  # noqa: S311  the same cuts for every client
    before: int = _journal(hub)["bytes_sent"]
    _journal(hub, [_cut(kind, dice.randrange(2 * size // CUTS)) for kind in ["fin", "rst"] * (CUTS // 2)])
    for _ in range(MOST_CALLS if command[0] == sys.executable else CUTS + 1):
        if _call(command).finished:
            shutil.rmtree(folder)
            sent: int = _journal(hub)["bytes_sent"]
            return (sent - before - size) / 1e6
    shutil.rmtree(folder, ignore_errors=True)
    _journal(hub, [], clear=True)
    return None


def _cut(kind: str, after: int) -> dict[str, Any]:
    return {"kind": kind, "after": after, "methods": ["GET"]}


def _journal(hub: str, faults: list[dict[str, Any]] | None = None, *, clear: bool = False) -> dict[str, Any]:
    """Give the stand-in faults, and read what it served."""
    body = None if faults is None else json.dumps(faults).encode()
    where = "clear" if clear else "journal" if faults is None else "faults"
    with urllib.request.urlopen(f"{hub}/-/{where}", body) as answer:  # noqa: S310  on loopback
        told: dict[str, Any] = json.load(answer)
        return told


@contextmanager
def _standin(folder: Path, size_mb: int) -> Iterator[str]:
    """The address of a Hub on loopback with one large file; raises PeerNotStarted outside of a checkout."""
    if not (CHECKOUT / "tests/hub_standin").is_dir():
        raise PeerNotStarted(name="tests.hub_standin", reason="this is no checkout of Bazgoo's source")
    source = folder / "hub/a/b/model.onnx"
    source.parent.mkdir(parents=True)
    with source.open("wb") as file:
        for _ in range(size_mb):
            file.write(os.urandom(1_000_000))
    command = [sys.executable, "-m", "tests.hub_standin", "--folder", str(folder / "hub")]
    with subprocess.Popen(  # noqa: S603  the command is made above
        command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdin
        yield json.loads(process.stdout.readline())["hub"]
        process.stdin.close()
