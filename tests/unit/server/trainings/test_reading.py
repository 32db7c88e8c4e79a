"""What a trainer tells, read as far as it is whole."""

import json
from pathlib import Path

import pytest

from bazgoo.server.trainings.working import reading
from bazgoo.server.trainings.working.reading import read_news


def _line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_nothing_is_told_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_news(tmp_path / "events.jsonl", 0).events == ()


def test_each_line_is_read_once_and_a_half_one_waits(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    first, second = _line(event="a", at=1), _line(event="b", at=2)
    file.write_bytes(first + second[:5])
    news = read_news(file, 0)
    assert ([told["event"] for told in news.events], news.until) == (["a"], len(first))
    assert read_news(file, news.until).events == ()
    file.write_bytes(first + second)
    later = read_news(file, news.until)
    assert ([told["event"] for told in later.events], later.since) == (["b"], news.until)


def test_what_no_table_takes_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    told = {
        "event": "epoch_finished",
        "metrics": {"loss": float("nan"), "accuracy": 1.0},
        "text": "a\0b\ud800",
    }
    file.write_bytes(_line(**told) + b"half a li\n" + b"[1]\n")
    (event,) = read_news(file, 0).events
    assert event["metrics"] == {"accuracy": 1.0}
    assert event["text"] == "a�b?"


def test_a_run_that_is_begun_anew_is_read_from_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_bytes(_line(event="a"))
    assert len(read_news(file, 10_000).events) == 1


def test_much_is_read_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    file = tmp_path / "events.jsonl"
    file.write_bytes(b"".join(_line(event="a", at=number) for number in range(20)))
    position, seen = 0, []
    while (news := read_news(file, position)).until > position:
        position = news.until
        seen += [told["at"] for told in news.events]
    assert seen == list(range(20))
