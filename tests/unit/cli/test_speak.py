"""`bazgoo speak` as a person runs it: a process, its files and its exit status."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

Run = Callable[..., subprocess.CompletedProcess[bytes]]
COMMAND = (sys.executable, "-m", "bazgoo", "speak")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """English, no players, nothing installed."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("BAZGOO_", "LC_"))}
    return usual | {
        "BAZGOO_DATA_DIR": str(tmp_path / "data"),
        "LANG": "C.UTF-8",
        "PATH": str(tmp_path / "bin"),
    }


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    def run(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, *arguments],
            input=stdin.encode(),
            capture_output=True,
            cwd=tmp_path,
            env=environment | variables,
            timeout=60,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    "name", ["salam.wav", "salam.mp3", "salam.opus", "salam.ogg", "salam.flac", "سلام من.WAV"]
)
def test_the_ending_of_the_file_names_its_format(run: Run, tmp_path: Path, name: str) -> None:
    done = run("سلام دنیا", "-o", name)
    assert (done.returncode, done.stdout) == (0, b"")
    assert soundfile.info(tmp_path / name).duration > 0.5
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [name]


def test_a_written_file_can_be_read_by_whom_the_umask_lets(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    run("سلام", "-o", "salam.wav")
    assert stat.S_IMODE((tmp_path / "salam.wav").stat().st_mode) == stat.S_IMODE(
        (tmp_path / "plain").stat().st_mode
    )


def test_standard_input_and_output_are_a_pipe(run: Run) -> None:
    piped = run("-o", "-", stdin="سلام دنیا")
    dashed = run("-", "-o", "-", "--format", "pcm", stdin="سلام دنیا")
    assert piped.stdout[:4] == b"RIFF"
    assert len(dashed.stdout) > 20_000


def test_a_file_is_read_with_or_without_a_byte_order_mark(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ketab.txt").write_text("\ufeffسلام دنیا.\r\nخوبی؟", encoding="utf-8")
    assert run("--file", "ketab.txt", "-o", "ketab.wav").returncode == 0
    assert soundfile.info(tmp_path / "ketab.wav").duration > 1


def test_speed_rate_and_voice_are_heeded(run: Run, tmp_path: Path, tiny_voice: Path) -> None:
    run("سلام دنیا", "-o", "a.wav", "--voice", str(tiny_voice))
    run("سلام دنیا", "-o", "b.wav", "--voice", str(tiny_voice), "--speed", "2", "--sample-rate", "48000")
    usual, fast = soundfile.info(tmp_path / "a.wav"), soundfile.info(tmp_path / "b.wav")
    assert (usual.samplerate, fast.samplerate) == (22_050, 48_000)
    assert fast.duration == pytest.approx(usual.duration / 2, rel=0.1)


def test_ssml_is_spoken(run: Run, tmp_path: Path) -> None:
    run('<speak>سلام<break time="3s"/>دنیا</speak>', "--ssml", "-o", "a.wav")
    assert soundfile.info(tmp_path / "a.wav").duration > 3


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("😀", "-o", "a.wav"), 1, "nothing_to_speak"),
        (("", "-o", "a.wav"), 1, "text_empty"),
        (("سلام", "-o", "a.wav", "--voice", "nobody"), 1, "voice_not_found"),
        (("سلام", "-o", "missing/a.wav"), 1, "file_unwritable"),
        (("<speak>", "--ssml", "-o", "a.wav"), 1, "ssml_invalid"),
        (("سلام",), 1, "-o salam.wav"),
        (("سلام", "-o", "a.xyz"), 2, "--format"),
        (("سلام", "-o", "a.wav", "--format", "midi"), 2, "midi"),
        (("سلام", "-o", "a.wav", "--speed", "9"), 2, "speed"),
        (("سلام", "-o", "a.wav", "--voice", "missing.onnx"), 2, "missing.onnx"),
        (("سلام", "--file", "missing.txt", "-o", "a.wav"), 2, "missing.txt"),
    ],
)
def test_what_goes_wrong_is_told_and_leaves_no_file(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], status: int, told: str
) -> None:
    done = run(*arguments)
    assert done.returncode == status
    assert told in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert not [file for file in tmp_path.iterdir() if file.is_file()]


def test_an_error_is_told_in_persian_to_a_persian(run: Run) -> None:
    assert "به زبان آورد" in run("😀", "-o", "a.wav", LANG="fa_IR.UTF-8").stderr.decode()


def test_a_file_that_is_not_utf8_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("سلام".encode("cp1256"))
    done = run("--file", "old.txt", "-o", "a.wav")
    assert (done.returncode, b"file_unreadable" in done.stderr) == (1, True)


def test_a_file_that_was_there_stays_as_it_was_when_speaking_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"old")
    run("😀", "-o", "a.wav")
    assert (tmp_path / "a.wav").read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, environment: dict[str, str], sent: signal.Signals, status: int
) -> None:
    (tmp_path / "ketab.txt").write_text("این کتاب بسیار بلند است. " * 20_000, encoding="utf-8")
    command = [*COMMAND, "--file", "ketab.txt", "-o", "ketab.opus"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE) as speaking:
        while not any(file.suffix == ".part" for file in tmp_path.iterdir()):
            assert speaking.poll() is None
        speaking.send_signal(sent)
        try:
            speaking.communicate(timeout=60)
        finally:
            speaking.kill()
    assert speaking.returncode == status
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["ketab.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="the player here is a shell script")
@pytest.mark.parametrize("arguments", [(), ("-o", "a.wav", "--play")])
def test_a_player_is_given_the_sound(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    player = tmp_path / "bin" / "aplay"
    player.parent.mkdir()
    player.write_text("#!/bin/sh\nexec /bin/cat > heard\n", encoding="utf-8")
    player.chmod(0o755)
    assert run("سلام دنیا", *arguments).returncode == 0
    heard = (tmp_path / "heard").read_bytes()
    assert heard[:4] == b"RIFF"
    assert len(heard) > 20_000
