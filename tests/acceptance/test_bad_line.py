"""A large file comes over a line that is cut again and again, by a program that is killed twice."""

import filecmp
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from tests.hub_standin import Fault, HubStandin, Repository, noise

PROGRAM = Path(__file__).with_name("bring_model.py")
SIZE = int(os.environ.get("BAD_LINE_BYTES", "40_000_000"))
CUTS = 50
LINE_BYTES_S = 5_000_000  # of each connection
COST_OF_A_KILL = 2_000_000  # whatever the size: of 200 MB, two kills are 2 %


def bring(standin: HubStandin, folder: Path, *, kill_at: int | None = None) -> int:
    """Run the program; with ``kill_at`` kill it without warning as soon as it has that many bytes."""
    command = [sys.executable, str(PROGRAM), standin.url, "a/b", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        for told in program.stdout:
            if kill_at is not None and int(told) >= kill_at:
                program.send_signal(signal.SIGKILL)
                break
    return program.returncode


def test_cuts_cost_nothing_and_a_kill_costs_under_two_megabytes(tmp_path: Path, capsys) -> None:
    source = noise(tmp_path / "model.onnx", SIZE)
    dice = random.Random(3)
    with HubStandin([Repository("a/b", {"model.onnx": source})]) as standin:
        standin.pace_bytes_s = LINE_BYTES_S
        for n in range(CUTS):
            after = dice.randrange(2 * SIZE // CUTS)
            standin.faults.add(Fault("rst" if n % 2 else "fin", after=after, methods=("GET",)))
        assert bring(standin, tmp_path / "m", kill_at=SIZE * 3 // 10) == -signal.SIGKILL
        assert bring(standin, tmp_path / "m", kill_at=SIZE * 6 // 10) == -signal.SIGKILL
        assert bring(standin, tmp_path / "m") == 0
        assert filecmp.cmp(source, tmp_path / "m/model.onnx", shallow=False)
        cuts = sum(served.fault in ("fin", "rst") for served in standin.journal)
        twice = standin.bytes_sent - SIZE
    share = f"{twice / 1e6:.2f} MB ({100 * twice / SIZE:.2f} %)"
    with capsys.disabled():
        sys.stdout.write(f"\n{SIZE / 1e6:.0f} MB, {cuts} cuts, 2 kills: {share} fetched twice\n")
    assert cuts >= CUTS * 0.6
    assert twice < 2 * COST_OF_A_KILL
