"""The log."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from structlog.contextvars import bound_contextvars

from bazgoo.server.journal import configure_logging


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged during the test."""
    before = logging.getLogger().handlers[:], logging.getLogger().level
    stream = io.StringIO()
    configure_logging("info", stream)
    yield stream
    logging.getLogger().handlers[:], level = before
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()


def _lines(written: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_both_ways_of_logging_write_json_lines_with_the_id_of_the_request(written: io.StringIO) -> None:
    with bound_contextvars(request_id="r1"):
        structlog.stdlib.get_logger("ours").info("spoken", seconds=1.5)
        logging.getLogger("library").warning("the voice %s is damaged", "x", extra={"color_message": "x"})
    ours, library = _lines(written)
    assert (ours["event"], ours["seconds"], ours["logger"]) == ("spoken", 1.5, "ours")
    assert (library["event"], library["level"]) == ("the voice x is damaged", "warning")
    assert ours["request_id"] == library["request_id"] == "r1"
    assert "color_message" not in library


def test_a_traceback_stays_in_one_line(written: io.StringIO) -> None:
    try:
        raise ValueError("متن")
    except ValueError:
        logging.getLogger("library").exception("failed")
    (line,) = _lines(written)
    assert "ValueError: متن" in str(line["exception"])


def test_what_is_below_the_level_is_not_written(written: io.StringIO) -> None:
    logging.getLogger("library").debug("detail")
    structlog.stdlib.get_logger("ours").debug("detail")
    assert _lines(written) == []


@pytest.mark.parametrize(
    ("written_so", "kept"),
    [
        ("the key bzg_AbCdEf0123456789-_xyz fails", "the key bzg_… fails"),
        ("hf_abcdefghijklmnop", "hf_…"),
        ("eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl", "eyJ…"),
        ("postgresql://bazgoo:geheim@host/db", "postgresql://bazgoo:…@host/db"),
        ("Authorization: Bearer abcdefghijkl", "Authorization: Bearer …"),
        ("host=x password=geheim dbname=y", "host=x password=… dbname=y"),
        ("https://host:8080/path@1", "https://host:8080/path@1"),
        ("the password is wrong; ساعت ۱۲:۳۰", "the password is wrong; ساعت ۱۲:۳۰"),
    ],
)
def test_a_secret_that_gets_into_a_line_cannot_be_read(
    written: io.StringIO, written_so: str, kept: str
) -> None:
    logging.getLogger("library").warning("%s", written_so)
    structlog.stdlib.get_logger("ours").info("ours", told=written_so)
    one, other = _lines(written)
    assert (one["event"], other["told"]) == (kept, kept)
