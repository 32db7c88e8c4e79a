"""A check finds what is wrong, tells how it goes, can be broken off, and does no work twice."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import psutil
import pytest

from bazgoo.datasets import Dataset, checking
from bazgoo.datasets.checking import check, check_record
from bazgoo.datasets.crew import HANDFUL, Crew
from bazgoo.datasets.findings import Task, examine
from bazgoo.errors import WorkCancelled
from bazgoo.events import DatasetProgressed
from tests.unit.datasets.recordings import (
    RATE_HZ,
    SENTENCE,
    add,
    by_telephone,
    clipped,
    new,
    said,
    silence,
    with_noise,
)

SENTENCES = (
    "باران تا شب بارید و خیابان‌ها خلوت شد.",
    "مادربزرگ برای ما قصه‌ای از روزگار قدیم گفت.",
    "آیا تو هم به کتابخانهٔ شهر می‌روی؟",
    "چراغ‌های بندر از دور پیدا بود.",
)


@pytest.fixture
def dataset(tmp_path: Path):
    with new(tmp_path) as made:
        yield made


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The texts of what is examined, in this process and by the crew."""
    seen: list[str | None] = []
    examine_all = Crew.examine

    def watched(crew: Crew, tasks, cancelled):
        return examine_all(crew, (seen.append(task.text) or task for task in tasks), cancelled)

    monkeypatch.setattr(Crew, "examine", watched)
    return seen


def _children() -> list[psutil.Process]:
    return [each for each in psutil.Process().children() if "spawn_main" in " ".join(each.cmdline())]


def _fill(dataset: Dataset) -> None:
    for text in SENTENCES:
        add(dataset, said(text), text, speaker="مینا")


def test_each_record_gets_its_measures_and_problems(dataset: Dataset) -> None:
    _fill(dataset)
    bad = {
        "clipped": clipped(said("این یکی بریده است.")),
        "noisy": with_noise(said("این یکی پر از صداست."), 8),
        "narrow_band": by_telephone(said("این یکی از تلفن است.")),
        "silent": silence(2),
    }
    for code, samples in bad.items():
        add(dataset, samples, f"متن شمارهٔ {len(code)}", speaker="رضا")
    report = check(dataset, processes=2)
    for record in dataset.records(limit=4):
        assert record.problems == ()
        assert record.measures["quality"] > 85
        assert record.measures["phones_per_s"] > 5
    for code, record in zip(bad, dataset.records(after=4), strict=True):
        assert code in record.problems
        assert record.measures["quality"] < 70
    assert report.records == 8
    assert report.problems == Counter(code for record in dataset.all() for code in record.problems)
    assert list(report.speakers) == ["مینا", "رضا"]
    assert report.speakers["مینا"]["records"] == 4
    assert report.duration_s == pytest.approx(dataset.duration_s, abs=0.1)


def test_the_report_is_json_and_says_what_it_is_of(dataset: Dataset) -> None:
    _fill(dataset)
    told = json.loads(json.dumps(check(dataset, processes=1).as_dict()))
    assert told["version"] == dataset.version()
    assert told["coverage"]["questions"] == 1
    assert told["coverage"]["phones"]["ʃ"] >= 2
    assert "ʒ" in told["coverage"]["missing"]
    for name, histogram in told["histograms"].items():
        assert sum(histogram["counts"]) == 4, name
        assert len(histogram["edges"]) == len(histogram["counts"]) + 1
    assert {"duration_s", "snr_db", "loudness_lufs", "phones_per_s", "quality"} <= told["histograms"].keys()
    assert 85 < told["quality"] <= 100


def test_what_is_unchanged_is_not_examined_again(dataset: Dataset, examined: list[str | None]) -> None:
    _fill(dataset)
    first = check(dataset, processes=1)
    assert examined == list(SENTENCES)
    assert check(dataset) == first
    assert examined == list(SENTENCES)
    dataset.edit(2, text="متنی که با این صدا یکی نیست، چون خیلی بلندتر از آن چیزی است که گفته شد، خیلی.")
    check(dataset, processes=1)
    assert examined[4:] == [dataset.record(2).text]
    assert dataset.record(2).measures["phones_per_s"] > 1.5 * dataset.record(1).measures["phones_per_s"]
    add(dataset, said(SENTENCE), SENTENCE)
    check(dataset, processes=1)
    assert examined[5:] == [SENTENCE]


def test_what_is_prepared_and_remembered_may_be_deleted_or_damaged(dataset: Dataset) -> None:
    _fill(dataset)
    first = check(dataset, processes=1)
    for path in (dataset.folder / "prepared").iterdir():
        path.write_bytes(b"no database " * 400)
    assert check(dataset, processes=1) == first


def test_copies_are_told_from_the_first(dataset: Dataset) -> None:
    for _ in range(3):
        add(dataset, said(), speaker="مینا")
    add(dataset, said(variant="m3"), speaker="مینا")
    add(dataset, said(variant="f2"), speaker="رضا")
    assert check(dataset, processes=1).problems == {"duplicate_audio": 2, "duplicate_text": 1}
    dataset.exclude([1, 2])
    assert check(dataset, processes=1).problems == {"duplicate_text": 1}
    assert [record.problems for record in dataset.all()] == [
        ("duplicate_audio",), ("duplicate_audio",), (), ("duplicate_text",), (),
    ]  # fmt: skip


def test_what_is_excluded_counts_for_nothing_else(dataset: Dataset) -> None:
    _fill(dataset)
    add(dataset, clipped(said("بریده")), "بریده", label="الف")
    dataset.exclude([5])
    report = check(dataset, processes=1)
    assert (report.records, report.excluded) == (5, 1)
    assert (report.problems, report.labels) == ({}, {})
    assert "clipped" in dataset.record(5).problems


def test_a_rate_unlike_the_speakers_others_is_found(dataset: Dataset) -> None:
    for number in range(22):
        text = f"{SENTENCES[number % 4]} {SENTENCES[number % 3]}"
        add(dataset, said(text), f"{text}{' و' * (number // 4)}", speaker="تند")
    slow = add(dataset, said(SENTENCES[0], rate_wpm=90), SENTENCES[0], speaker="تند")
    other = add(dataset, said(SENTENCES[0], rate_wpm=90, variant="f2"), SENTENCES[0], speaker="کند")
    check(dataset)
    assert "too_slow" in dataset.record(slow.n).problems
    assert "too_slow" not in dataset.record(other.n).problems


def test_files_that_cannot_be_read_are_told_and_the_rest_goes_on(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF and nothing more")
    dataset.add("خراب است.", file=tmp_path / "broken.wav")
    dataset.add("صدا ندارد.")
    add(dataset, said())
    report = check(dataset, processes=1)
    assert report.problems == {"unreadable": 2}
    assert dataset.record(1).measures == {"quality": 0}
    assert dataset.record(3).problems == ()


def test_labelled_sounds_need_no_text_but_enough_of_each_label(dataset: Dataset) -> None:
    for number, word in enumerate(("بله", "خیر", "شاید", "هرگز", "باز")):
        for variant in ("", "f2", "m3", "m1") if number < 4 else ("f1",):
            add(dataset, said(word, variant), "", label=word)
    add(dataset, said("بله", "f3"), "بله", label="بله")
    add(dataset, said("خیر", "f3"), "خیر", label="خیر")
    report = check(dataset)
    assert report.labels["بله"] == 5
    dataset.exclude([])
    assert report.problems.keys() <= {"unbalanced_label", "noisy"}
    rare = next(record for record in dataset.all() if record.label == "باز")
    for _ in range(3):
        for variant in ("f4", "f5", "m2", "m4"):
            add(dataset, said(f"بله {'آ' * _}", variant), "", label="بله")
    check(dataset)
    assert "unbalanced_label" in dataset.record(rare.n).problems


def test_texts_are_checked_without_sound(tmp_path: Path) -> None:
    with new(tmp_path, "text") as texts:
        for text in ("فیلم خوبی بود 😀", "فیلم خوبي بود 😀", "", "بد بود"):
            texts.add(text, label="بد" if "بد" in text else "خوب")
        report = check(texts)
        assert report.problems == {"duplicate_text": 1, "no_text": 1}
        assert report.labels == {"خوب": 3, "بد": 1}
        assert sum(report.histograms["characters"]["counts"]) == 4
        assert not _children()


def test_an_empty_dataset_has_a_report_too(dataset: Dataset) -> None:
    report = check(dataset)
    assert (report.records, report.quality, report.problems) == (0, 0, {})


def test_progress_rises_to_the_end(dataset: Dataset) -> None:
    _fill(dataset)
    for _ in range(2):  # the second time nothing is left to do
        events: list[DatasetProgressed] = []
        check(dataset, emit=events.append, processes=1)
        done = [event.done for event in events]
        assert done == sorted(done)
        assert (done[0], done[-1]) == (0, 4)
        assert {(event.stage, event.total) for event in events} == {("checking", 4)}


def test_a_check_that_is_broken_off_goes_on_where_it_was(
    dataset: Dataset, examined: list[str | None]
) -> None:
    for number in range(3 * HANDFUL):
        add(dataset, said(SENTENCES[number % 4]), f"{SENTENCES[number % 4]} {'و ' * number}")
    done: list[int] = []
    with pytest.raises(WorkCancelled):
        check(
            dataset, emit=lambda event: done.append(event.done), cancelled=lambda: done[-1] > 0, processes=1
        )
    assert not _children()
    assert all(not record.measures for record in dataset.all())
    before = len(examined)
    check(dataset, processes=1)
    assert len(examined) - before <= 3 * HANDFUL - HANDFUL
    assert all(record.measures for record in dataset.all())


def test_no_process_is_left_behind(dataset: Dataset) -> None:
    _fill(dataset)
    check(dataset, processes=2)
    assert not _children()


def test_one_record_is_checked_at_once_and_not_again(dataset: Dataset, examined: list[str | None]) -> None:
    record = check_record(dataset, add(dataset, clipped(said())))
    assert record.problems == ("clipped",)
    assert record == dataset.record(1)
    assert record.measures["quality"] < 60
    check(dataset, processes=1)
    assert examined == []
    assert dataset.record(1) == record


def test_of_a_long_recording_only_the_beginning_is_measured(tmp_path: Path) -> None:
    with new(tmp_path) as dataset:
        record = add(dataset, np.tile(said(), 15), "متن")
        (finding,) = examine([Task(b"", str(dataset.original(record)), record.text, record.duration_s)])
        assert finding.measures["duration_s"] == pytest.approx(15 * len(said()) / RATE_HZ, abs=0.01)
        assert finding.measures["duration_s"] > 60
        assert "phones_per_s" not in finding.measures
        check(dataset, processes=1)
        assert "too_long" in dataset.record(1).problems


def test_the_findings_lie_in_what_may_be_deleted(dataset: Dataset) -> None:
    _fill(dataset)
    check(dataset, processes=1)
    assert (dataset.folder / "prepared" / checking.FINDINGS).is_file()
