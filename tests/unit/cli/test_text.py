"""`bazgoo text`: how a text will be read, for people and for programs."""

import json
import os
import subprocess
import sys
from pathlib import Path

LINES = ("سلام دنیا", "", "ساعت ۱۲:۳۰ است.", "😀", "۱۲٪ و ۳٫۵ کیلو")


def run(*arguments: str, stdin: str = "") -> str:
    return subprocess.run(
        [sys.executable, "-m", "bazgoo", "text", *arguments],
        input=stdin.encode(),
        capture_output=True,
        env=os.environ | {"LANG": "C", "LC_ALL": "C"},
        timeout=60,
        check=True,
    ).stdout.decode()


def test_jsonl_gives_one_object_for_each_line_in_order() -> None:
    objects = [json.loads(line) for line in run("--jsonl", stdin="\n".join(LINES)).splitlines()]
    assert [read["text"] for read in objects] == list(LINES)
    for read in objects:
        assert list(read) == ["text", "normalized", "ipa", "words"]
        for word in read["words"]:
            assert list(word) == ["text", "spoken", "ipa", "ezafe", "source"]
            assert isinstance(word["ezafe"], bool)
    assert objects[0]["words"][0] == {
        "text": "سلام", "spoken": "سلام", "ipa": "salˈɑm", "ezafe": False, "source": "dictionary"
    }  # fmt: skip
    assert objects[1] == {"text": "", "normalized": "", "ipa": "", "words": []}


def test_normalize_gives_one_line_for_each_line() -> None:
    lines = run("--normalize", stdin="\n".join(LINES) + "\n").split("\n")
    assert len(lines) == len(LINES) + 1
    assert lines[0] == "سلام دنیا"
    assert lines[1] == lines[-1] == ""
    assert "دوازده و سی" in lines[2]


def test_a_line_is_answered_before_the_next_is_written() -> None:
    command = [sys.executable, "-m", "bazgoo", "text", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reading:
        assert reading.stdin
        assert reading.stdout
        for text in ("یک", "دو", "سه"):
            reading.stdin.write(f"{text}\n".encode())
            reading.stdin.flush()
            assert json.loads(reading.stdout.readline())["text"] == text


def test_thousands_of_lines_are_one_call() -> None:
    lines = [f"خط شمارهٔ {number}" for number in range(2000)]
    assert len(run("--jsonl", stdin="\n".join(lines)).splitlines()) == len(lines)


def test_a_person_sees_a_table_of_what_is_written_and_what_is_said() -> None:
    shown = run("ساعت ۱۲:۳۰ است")
    assert "دوازده و سی" in shown
    assert "۱۲:۳۰" in shown


def test_a_text_may_be_the_argument_of_every_form() -> None:
    assert run("--normalize", "۵٪") == "پنج درصد\n"
    assert json.loads(run("--jsonl", "۵٪"))["normalized"] == "پنج درصد"


def test_formal_persian_can_be_read_as_tehran_speaks() -> None:
    assert run("--normalize", "--colloquial", "به خانه می‌روم") == "به خونه می‌رم\n"


def test_a_lexicon_from_a_file_is_used(tmp_path: Path) -> None:
    own = tmp_path / "lexicon.tsv"
    own.write_text("word\tipa\tspoken\nاردکان\tardakˈɑn\t\n", "utf-8")
    (word,) = json.loads(run("--jsonl", "--lexicon", str(own), "اردکان"))["words"]
    assert (word["ipa"], word["source"]) == ("ardakˈɑn", "lexicon")
