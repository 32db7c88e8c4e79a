"""An event fits into a notification, whatever is in it, and is read as it was written."""

from uuid import UUID

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazgoo.server.live.audience import packet_of
from bazgoo.server.live.events import DownloadComplete, DownloadError, DownloadProgress, TrainingComplete
from bazgoo.server.live.notices import MOST_BYTES, read_notice, write_notice

OWNER, DOWNLOAD, MODEL = UUID(int=1), UUID(int=2), UUID(int=3)
texts = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["a", "\x00", "é", "ش", "😀", "\n"]
).flatmap(lambda letter: st.integers(0, 20_000).map(lambda count: letter * count))


def progress(current_file: str | None, seq: int = 1) -> DownloadProgress:
    return DownloadProgress(seq, DOWNLOAD, "downloading", 1.5, 10, 20, current_file, 3.25, None)


@given(texts | st.none())
def test_any_file_name_fits(name: str | None) -> None:
    written = write_notice(OWNER, progress(name))
    assert len(written.encode()) <= MOST_BYTES
    assert "\x00" not in written  # which PostgreSQL does not take
    told = read_notice(written).data["current_file"]
    assert told == name or (
        name is not None and told.endswith("…") and name.startswith(told[:-1].rstrip("…"))
    )


@given(st.lists(texts, max_size=50), texts, texts)
def test_any_list_and_any_message_fit(voices: list[str], long: str, other: str) -> None:
    for event in (
        DownloadComplete(1, DOWNLOAD, MODEL, other, long, tuple(voices)),
        DownloadError(1, DOWNLOAD, "disk_full", long, other),
    ):
        assert len(write_notice(OWNER, event).encode()) <= MOST_BYTES


def test_what_fits_arrives_as_it_was() -> None:
    notice = read_notice(write_notice(OWNER, progress("voices/fa.onnx", seq=7)))
    assert (notice.owner, notice.subject, notice.name, notice.seq) == (
        OWNER,
        ("download", DOWNLOAD),
        "download:progress",
        7,
    )
    assert notice.data == {
        "seq": 7,
        "download_id": str(DOWNLOAD),
        "status": "downloading",
        "progress": 1.5,
        "bytes_downloaded": 10,
        "bytes_total": 20,
        "current_file": "voices/fa.onnx",
        "speed_bps": 3.25,
        "eta_s": None,
    }


def test_events_of_training_are_about_their_job() -> None:
    metrics = {"loss": 0.5, "learning_rate": 1e-4, "steps_per_s": 2.0}
    notice = read_notice(write_notice(OWNER, TrainingComplete(3, DOWNLOAD, MODEL, metrics)))
    assert (notice.subject, notice.name, notice.data["metrics"]) == (
        ("training", DOWNLOAD),
        "training:complete",
        metrics,
    )


def test_a_client_is_sent_the_name_and_the_fields() -> None:
    packet = packet_of(read_notice(write_notice(OWNER, progress("a"))))
    name, data = orjson.loads(packet.data.removeprefix("2"))
    assert (name, data["current_file"]) == ("download:progress", "a")


@pytest.mark.parametrize(
    ("name", "seq", "news"), [("progress", 4, True), ("progress", 3, False), ("complete", 3, True)]
)
def test_an_end_is_news_also_when_a_snapshot_has_counted_it(name: str, seq: int, news: bool) -> None:
    end = DownloadComplete(seq, DOWNLOAD, MODEL, "a/b", None, ())
    event = progress("a", seq) if name == "progress" else end
    assert read_notice(write_notice(OWNER, event)).is_news_after(3) is news
    assert not read_notice(write_notice(OWNER, event)).is_news_after(5)
