"""A dataset is one folder: records that keep their numbers, originals that stay as they came."""

import shutil
import threading
from pathlib import Path

import pytest

from bazgoo.datasets import Dataset
from bazgoo.errors import DatasetDamaged, RecordNotFound


@pytest.fixture
def dataset(tmp_path: Path):
    with Dataset.create(tmp_path / "d", "نمونه", "audio") as made:
        yield made


def _file(folder: Path, content: bytes, name: str = "صدا ۱.WAV") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_record_is_kept_with_its_file_untouched(dataset: Dataset, tmp_path: Path) -> None:
    made = dataset.add("سلام", label="شاد", speaker="مینا", file=_file(tmp_path, b"sound"), duration_s=1.5)
    assert (made.n, made.text, made.label, made.speaker, made.duration_s) == (1, "سلام", "شاد", "مینا", 1.5)
    assert made.file == "000001-صدا_۱.wav"
    assert dataset.original(made).read_bytes() == (tmp_path / "صدا ۱.WAV").read_bytes() == b"sound"
    assert dataset.record(1) == made
    assert dataset.size_bytes > 5


def test_it_opens_elsewhere_with_all_that_was_in_it(dataset: Dataset, tmp_path: Path) -> None:
    dataset.add("سلام", file=_file(tmp_path, b"sound"))
    dataset.set_fact("license", "cc0-1.0")
    version = dataset.version()
    dataset.close()
    assert not list((tmp_path / "d").glob("dataset.db-*"))
    moved = Path(shutil.move(tmp_path / "d", tmp_path / "elsewhere"))
    with Dataset.open(moved) as again:
        assert (again.name, again.kind, again.facts()["license"]) == ("نمونه", "audio", "cc0-1.0")
        assert again.version() == version


def test_numbers_are_never_used_again(dataset: Dataset) -> None:
    for word in "abc":
        dataset.add(word)
    dataset.remove(3)
    with pytest.raises(RecordNotFound):
        dataset.record(3)
    assert dataset.add("d").n == 4


def test_what_came_last_can_be_taken_back(dataset: Dataset, tmp_path: Path) -> None:
    for n in range(4):
        dataset.add(str(n), file=_file(tmp_path, b"sound"))
    dataset.remove_after(2)
    assert [each.n for each in dataset.all()] == [1, 2]
    assert len(list((dataset.folder / "originals").iterdir())) == 2


def test_a_file_that_cannot_be_kept_leaves_nothing(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        dataset.add("سلام", file=tmp_path / "gone.wav")
    assert dataset.count() == 0
    assert list((dataset.folder / "originals").iterdir()) == []


def test_an_edit_changes_only_what_it_names(dataset: Dataset) -> None:
    dataset.add("سلام", label="شاد", speaker="مینا")
    assert dataset.edit(1, text="درود").label == "شاد"
    assert dataset.edit(1, label=None).label is None
    assert dataset.edit(1, excluded=True).excluded
    assert (dataset.edit(1).text, dataset.record(1).speaker) == ("درود", "مینا")
    with pytest.raises(RecordNotFound):
        dataset.edit(2, text="x")


def test_records_are_searched_filtered_and_ordered(dataset: Dataset) -> None:
    for n, (text, duration) in enumerate([("كتاب‌های نو", 3.0), ("گل سرخ", 1.0), ("سال ۱۴۰۲", None)], 1):
        dataset.add(text, duration_s=duration)
        dataset.measured(n, {"quality": 100 - n}, ["noisy"] if n == 2 else [])
    assert [each.n for each in dataset.records(search="کتابهای")] == [1]
    assert [each.n for each in dataset.records(search="1402")] == [3]
    assert [each.n for each in dataset.records(search="%")] == []
    assert [each.n for each in dataset.records(problem="noisy")] == [2]
    assert [each.n for each in dataset.records(order="duration")] == [2, 1, 3]
    assert [each.n for each in dataset.records(order="duration", descending=True)] == [1, 2, 3]
    assert [each.n for each in dataset.records(order="quality")] == [3, 2, 1]
    assert [each.n for each in dataset.records(after=1, limit=1)] == [2]
    assert dataset.exclude([1, 2, 9]) == 2
    assert dataset.exclude([1]) == 0
    assert (dataset.count(excluded=False), dataset.count(excluded=True), dataset.duration_s) == (1, 2, 0.0)
    assert dataset.record(2).measures == {"quality": 98}


def test_the_version_says_what_is_in_it(tmp_path: Path) -> None:
    def filled(name: str) -> Dataset:
        made = Dataset.create(tmp_path / name, name, "audio")
        made.add("سلام", file=_file(tmp_path, b"one", f"{name}.wav"))
        made.add("درود", file=_file(tmp_path, b"two", f"{name}.wav"))
        return made

    one, two = filled("one"), filled("two")
    assert one.version() == two.version()
    one.measured(1, {"quality": 3}, ["noisy"])
    assert one.version() == two.version()
    one.exclude([2])
    assert one.version() != two.version()
    two.remove(2)
    assert one.version() == two.version()


def test_the_split_stays_when_the_dataset_grows(dataset: Dataset) -> None:
    for n in range(400):
        dataset.add(f"جملهٔ {n}")
    before = {each.n: each.split for each in dataset.all()}
    for n in range(400, 800):
        dataset.add(f"جملهٔ {n}")
    assert {each.n: each.split for each in dataset.all() if each.n in before} == before
    assert 20 <= sum(each.split == "validation" for each in dataset.all()) <= 60
    assert dataset.add("جملهٔ 7").split == before[8]


def test_threads_may_write_at_once(dataset: Dataset) -> None:
    threads = [
        threading.Thread(target=lambda: [dataset.add("x") for _ in range(50)], daemon=True) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [each.n for each in dataset.all()] == list(range(1, 201))


@pytest.mark.parametrize("content", [None, b"", b"not a database at all, but long enough to be read as one"])
def test_what_is_no_dataset_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "dataset.db").write_bytes(content)
    with pytest.raises(DatasetDamaged):
        Dataset.open(tmp_path)
