"""The commands, as other programs and shells run them."""

import io
import json
import os
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

LINE = ["text", "normalized", "ipa", "words"]
WORD = ["text", "spoken", "ipa", "ezafe", "source"]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `bazgoo` in a folder and an environment of its own."""
    environment = {
        "PATH": os.defpath,
        "HOME": str(tmp_path),
        "LANG": "C",
        "BAZGOO_DATA_DIR": str(tmp_path / "d"),
    }

    def run(*arguments: str, given: bytes = b"", **settings: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "bazgoo", *arguments],
            check=False,
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env=environment | settings,
            timeout=60,
        )

    return run


def test_thousands_of_lines_are_read_in_one_call_and_in_order(run) -> None:
    lines = [f"جملهٔ شمارهٔ {number} است." if number % 10 else "" for number in range(3000)]
    done = run("text", "--jsonl", given="\n".join([*lines, ""]).encode())
    readings = [json.loads(line) for line in done.stdout.split(b"\n")[:-1]]
    assert done.returncode == 0
    assert [reading["text"] for reading in readings] == lines
    assert all(list(reading) == LINE for reading in readings)
    assert all(list(word) == WORD for reading in readings for word in reading["words"])
    assert readings[0] == {"text": "", "normalized": "", "ipa": "", "words": []}


ODD = (
    "سلام\r".encode(),
    b"",
    b"  ",
    b"\xff\xfe",
    "a\rb\x0bc\x0cd\x85e\u2028f\u2029g".encode(),
    "نول \0 اینجا".encode(),
    "😀".encode(),
    "بلند ".encode() * 20_000,
    "بی پایان".encode(),
)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize("option", ["--jsonl", "--normalize"])
def test_whatever_a_line_holds_it_is_one_line_in_and_one_line_out(run, option: str, locale: str) -> None:
    done = run("text", option, given=b"\n".join(ODD), LANG=locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == len(ODD)
    written = done.stdout.decode().split("\n")
    if option == "--jsonl":
        assert json.loads(written[0])["text"] == "سلام"
        assert json.loads(written[8])["text"] == "بی پایان"
    else:
        assert (written[0], written[8]) == ("سلام", "بی پایان")


def test_normalizing_writes_what_is_said(run) -> None:
    done = run("text", "--normalize", given="ساعت ۱۲:۳۰ است.\n۲۵٪\n".encode())
    assert done.stdout.decode() == "ساعت دوازده و سی دقیقه است.\nبیست و پنج درصد\n"


@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.opus", "a.ogg", "a.flac", "A.WAV"])
def test_the_ending_of_a_file_names_its_format(run, tmp_path: Path, name: str) -> None:
    assert run("speak", "سلام دنیا", "-o", name).returncode == 0
    samples, rate = soundfile.read(tmp_path / name)
    assert 0.5 < len(samples) / rate < 3
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_text_is_taken_from_the_command_line_a_file_or_a_pipe(run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("سلام دنیا", encoding="utf-8")
    piped = "سلام دنیا".encode()
    assert run("speak", "سلام دنیا", "-o", "1.wav").returncode == 0
    assert run("speak", "--file", "text.txt", "-o", "2.wav").returncode == 0
    assert run("speak", "-o", "3.wav", given=piped).returncode == 0
    assert run("speak", "-", "-o", "4.wav", given=piped).returncode == 0
    assert len({(tmp_path / f"{number}.wav").read_bytes() for number in range(1, 5)}) == 1
    with wave.open(str(tmp_path / "1.wav")) as file:
        assert file.getnframes() * 2 + 44 == (tmp_path / "1.wav").stat().st_size
    through = run("speak", "-o", "-", given=piped)
    assert through.stdout[44:] == (tmp_path / "1.wav").read_bytes()[44:]
    assert soundfile.read(io.BytesIO(run("speak", "-", "-o", "-", "--format", "mp3", given=piped).stdout))[1]


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["", "-o", "a.wav"], 1, "text_empty"),
        (["😀", "-o", "a.wav"], 1, "nothing_to_speak"),
        (["سلام", "-o", "nowhere/a.wav"], 1, "file_unwritable"),
        (["سلام", "-o", "a.wav", "--voice", "nobody"], 1, "voice_not_found"),
        (["<speak>", "--ssml", "-o", "a.wav"], 1, "ssml_invalid"),
        (["سلام", "-o", "a.txt"], 2, "--format"),
        (["سلام", "-o", "a.wav", "--speed", "9"], 2, "--speed"),
        (["--file", "nothing.txt", "-o", "a.wav"], 2, "--file"),
    ],
    ids=str,
)
def test_what_cannot_be_said_ends_with_a_sentence_and_no_file(
    run, tmp_path: Path, arguments: list[str], status: int, word: str
) -> None:
    done = run("speak", *arguments)
    assert done.returncode == status
    assert word in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("PORT", "many"),
        ("PORT", "70000"),
        ("BAZGOO_PORT", "many"),
        ("HOST", "no such host"),
        ("CORS_ORIGIN", "https://friend.example/"),
        ("DATABASE_URL", "mysql://localhost/bazgoo"),
        ("DB_PORT", "many"),
        ("JWT_SECRET", "short"),
        ("BAZGOO_PUBLIC_SPEECH", "perhaps"),
        ("BAZGOO_MAX_TEXT_CHARS", "0"),
        ("BAZGOO_LOG_LEVEL", "loud"),
        ("BAZGOO_RATE_LIMIT__LOGIN", "often"),
        ("BAZGOO_RATE_LIMIT__NOTHING", "1/minute"),
        ("BAZGOO_RATE_LIMIT", "often"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_sentence_that_names_it(
    run, tmp_path: Path, setting: str, value: str
) -> None:
    done = run("serve", "--quiet", **{setting: value})
    assert (done.returncode, done.stdout) == (1, b"")
    told = done.stderr.decode()
    assert told.startswith(f"bazgoo: The setting {setting} is not valid: ")
    assert told.count("\n") == 1
    assert not (tmp_path / "d" / "database").exists()


def test_a_settings_file_that_cannot_be_read_is_named(run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe=1\n")
    done = run("serve", "--quiet")
    assert (done.returncode, b".env" in done.stderr, b"Traceback" in done.stderr) == (1, True, False)


@pytest.mark.parametrize("command", [[], ["speak"], ["text"], ["serve"], ["user", "create"]], ids=str)
def test_help_teaches(run, command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert b"Usage" in done.stdout
