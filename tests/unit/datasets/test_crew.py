"""The crew ends with the program that hired it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
import soundfile

from bazgoo.datasets import crew as crews
from bazgoo.datasets.crew import Crew
from bazgoo.datasets.findings import Task
from tests.unit.datasets.recordings import RATE_HZ, SENTENCE, said

HIRE = """
import multiprocessing, sys, time
from bazgoo.datasets import crew as crews
from bazgoo.datasets.crew import Crew
from bazgoo.datasets.findings import Task
with Crew(1) as crew:
    list(crew.examine([Task(b"1", sys.argv[1], "متن")], lambda: False))
    print(multiprocessing.active_children()[0].pid, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a signal")
def test_it_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "clip.wav", said(), RATE_HZ)
    command = [sys.executable, "-c", HIRE, str(tmp_path / "clip.wav")]
    program = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUTF8": "1"}
    )
    members: list[psutil.Process] = []
    try:
        assert program.stdout
        members = [psutil.Process(int(program.stdout.readline()))]
        program.send_signal(signal.SIGKILL)
        program.wait()
        _, alive = psutil.wait_procs(members, timeout=60)
        assert not alive
    finally:
        program.kill()
        program.communicate()
        for member in members:
            if member.is_running():
                member.kill()


class _Deadly:
    """What kills the process that receives it, as a broken decoder would."""

    def __reduce__(self):
        return os._exit, (1,)


def test_a_file_that_kills_its_reader_is_unreadable_and_the_others_are_not(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "clip.wav", said(), RATE_HZ)
    tasks = [Task(bytes([number]), str(tmp_path / "clip.wav"), SENTENCE) for number in range(4)]
    tasks.insert(2, Task(b"deadly", _Deadly(), None))
    with Crew(2) as crew:
        found = dict(pair for pairs in crew.examine(tasks, lambda: False) for pair in pairs)
    assert {key: finding.problems for key, finding in found.items()} == {
        task.key: ("unreadable",) if task.key == b"deadly" else () for task in tasks
    }


def test_processes_that_keep_dying_are_not_the_recordings_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crews, "MOST_DEATHS", 2)
    tasks = [Task(bytes([number]), _Deadly(), None) for number in range(4)]
    with Crew(1) as crew, pytest.raises(RuntimeError, match="keep dying"):
        list(crew.examine(tasks, lambda: False))


def test_no_more_are_hired_than_there_is_work_for(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "clip.wav", said(), RATE_HZ)
    tasks = [Task(bytes([number]), str(tmp_path / "clip.wav"), SENTENCE) for number in range(3)]
    with Crew(6) as crew:
        found = [pair for pairs in crew.examine(tasks, lambda: False) for pair in pairs]
        hired = [each for each in psutil.Process().children() if "spawn_main" in " ".join(each.cmdline())]
        assert len(hired) == 1
    assert [key for key, _ in found] == [task.key for task in tasks]
    assert len({finding.measures["snr_db"] for _, finding in found}) == 1
