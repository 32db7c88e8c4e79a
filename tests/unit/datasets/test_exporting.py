"""What is exported is read again as it was, by Bazgoo and by others."""

import json
import zipfile
from pathlib import Path

import pytest
import soundfile

from bazgoo.datasets import Dataset
from bazgoo.datasets.exporting import export_audiofolder, export_ljspeech
from bazgoo.datasets.importing import import_path
from bazgoo.errors import DatasetInvalid, FileUnwritable, WorkCancelled


@pytest.fixture
def dataset(make, clip, tmp_path: Path) -> Dataset:
    made = make()
    for n, (text, ending) in enumerate(
        [("سلام|دنیا", "wav"), ("حال\nشما", "flac"), ("بد", "wav"), ("خوب", "mp3")]
    ):
        path = clip(tmp_path / f"c{n}.{ending}", f"جملهٔ {n}")
        info = soundfile.info(path)
        made.add(
            text,
            speaker="مینا",
            label="شاد",
            file=path,
            duration_s=info.duration,
            sample_rate=info.samplerate,
        )
    made.exclude([3])
    made.set_fact("license", "cc0-1.0")
    return made


@pytest.mark.parametrize("name", ["out", "out.zip", "empty"])
def test_ljspeech_comes_back(dataset: Dataset, make, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    events = []
    out = export_ljspeech(dataset, tmp_path / name, events.append)
    again = make()
    report = import_path(out, again)
    assert (report.layout, report.accepted, report.rejected) == ("ljspeech", 3, [])
    assert [record.text for record in again.all()] == ["سلام دنیا", "حال شما", "خوب"]
    assert again.record(1).sha256 == dataset.record(1).sha256
    assert {again.original(record).suffix for record in again.all()} == {".wav"}
    assert abs(again.duration_s - dataset.duration_s) < 0.2
    assert (events[-1].stage, events[-1].done, events[-1].total) == ("exporting", 3, 3)
    assert not list(tmp_path.glob(".*part"))


def test_several_speakers_are_written_as_piper_reads_them(dataset: Dataset, make, tmp_path: Path) -> None:
    for n in (1, 2, 4):
        dataset.edit(n, speaker=f"گوینده {n % 2}", text=f"این جملهٔ شمارهٔ {n} است")
    again = make()
    report = import_path(export_ljspeech(dataset, tmp_path / "out"), again)
    assert report.layout == "piper"
    assert [record.speaker for record in again.all()] == ["گوینده 1", "گوینده 0", "گوینده 0"]


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_audiofolder_comes_back(dataset: Dataset, make, tmp_path: Path, name: str) -> None:
    again = make()
    report = import_path(export_audiofolder(dataset, tmp_path / name), again)
    assert (report.layout, report.accepted, report.rejected) == ("audiofolder", 3, [])

    def said(dataset: Dataset) -> list[tuple]:
        records = dataset.all(excluded=False)
        return sorted(
            (each.sha256, " ".join(each.text.split()), each.label, each.speaker) for each in records
        )

    assert said(again) == said(dataset)


def test_the_same_dataset_gives_the_same_zip(dataset: Dataset, tmp_path: Path) -> None:
    one, two = (export_audiofolder(dataset, tmp_path / name) for name in ("one.zip", "two.zip"))
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as opened:
        assert b"license: cc0-1.0" in opened.read("README.md")


def test_texts_and_rows_are_json_lines(make, tmp_path: Path) -> None:
    texts, rows = make("text"), make("csv")
    for n in range(60):
        texts.add(f"متن {n}", label="الف")
        rows.add(json.dumps({"طول": n, "عرض": 0.5}), label="ب")
    for dataset, first in ((texts, {"text", "label"}), (rows, {"طول", "عرض", "label"})):
        out = export_audiofolder(dataset, tmp_path / dataset.kind)
        assert sorted(path.name for path in out.iterdir()) == ["README.md", "train.jsonl", "validation.jsonl"]
        assert json.loads((out / "train.jsonl").read_text("utf-8").splitlines()[0]).keys() == first
        (out / "README.md").unlink()
        again = make(dataset.kind)
        assert import_path(out, again).accepted == 60
        with pytest.raises(DatasetInvalid):
            export_ljspeech(dataset, tmp_path / "lj")


def test_what_fails_leaves_nothing(dataset: Dataset, make, tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid):
        export_ljspeech(make(), tmp_path / "nothing")
    for name in ("x", "x.zip"):
        with pytest.raises(WorkCancelled):
            export_audiofolder(dataset, tmp_path / name, cancelled=lambda: True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("mine")
    with pytest.raises(FileUnwritable):
        export_ljspeech(dataset, tmp_path / "full")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    assert not [
        path
        for path in tmp_path.iterdir()
        if path.name in ("nothing", "x", "x.zip") or path.suffix == ".part"
    ]
