"""Whatever layout people come with, its rows become records, and every other row says why it is none."""

import json
import shutil
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import soundfile
import soxr

from bazgoo.datasets import Dataset
from bazgoo.datasets.importing import ImportReport, import_path
from bazgoo.datasets.importing.sound import looked_at, readable
from bazgoo.errors import ArchiveDamaged, ArchiveUnsafe, AudioUnreadable, DatasetInvalid, WorkCancelled
from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ

SAMPLES = Path(__file__).parents[4] / "shared/data/audio"


def _texts(dataset: Dataset) -> list[str]:
    return [record.text for record in dataset.all()]


def _refused(report: ImportReport) -> list[tuple[str, int | None, str]]:
    return [(each.file, each.line, each.code) for each in report.rejected]


def _wavs(clip, folder: Path, *names: str) -> None:
    for name in names:
        clip(folder / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ljspeech_in_any_encoding(make, clip, tmp_path, encoding: str, end: str) -> None:
    _wavs(clip, tmp_path / "lj/wavs", "a1.wav", "a2.wav", "a3.wav")
    rows = ["a1|سلام دنيا|سلام دنيا", "a2|سال 1402 بود|سال هزار و چهارصد و دو بود", "a3|خوب|"]
    (tmp_path / "lj/metadata.csv").write_bytes(end.join([*rows, ""]).encode(encoding))
    dataset = make()
    report = import_path(tmp_path / "lj", dataset)
    assert (report.layout, report.accepted, report.rejected) == ("ljspeech", 3, [])
    assert _texts(dataset) == ["سلام دنيا", "سال هزار و چهارصد و دو بود", "خوب"]
    record = dataset.record(1)
    assert (record.sample_rate, record.speaker, record.label) == (22050, None, None)
    assert record.duration_s and 0.5 < record.duration_s < 3
    assert (tmp_path / "lj/wavs/a1.wav").read_bytes() == dataset.original(record).read_bytes()


def test_two_columns_and_a_folder_around_it(make, clip, tmp_path) -> None:
    _wavs(clip, tmp_path / "top/inner/wav", "1.wav", "2.wav")
    (tmp_path / "top/inner/metadata.csv").write_text("1.wav|سلام دنیا\n2.wav|حال شما\n", "utf-8")
    (tmp_path / "top/__MACOSX/inner/wav").mkdir(parents=True)
    (tmp_path / "top/__MACOSX/inner/wav/._1.wav").write_bytes(b"\0\5\x16\7")
    (tmp_path / "top/inner/wav/._2.wav").write_bytes(b"\0\5\x16\7")
    (tmp_path / "top/inner/.DS_Store").write_bytes(b"x")
    dataset = make()
    report = import_path(tmp_path / "top", dataset)
    assert (report.accepted, report.rejected, _texts(dataset)) == (2, [], ["سلام دنیا", "حال شما"])


def test_piper_with_speakers(make, clip, tmp_path) -> None:
    rows = [f"{n}|{'مینا' if n % 2 else 'رضا'}|جملهٔ شمارهٔ {n} این است" for n in range(6)]
    _wavs(clip, tmp_path / "p/wav", *(f"{n}.wav" for n in range(6)))
    (tmp_path / "p/metadata.csv").write_text("\n".join(rows), "utf-8")
    dataset = make()
    report = import_path(tmp_path / "p", dataset)
    assert (report.layout, report.accepted) == ("piper", 6)
    assert [record.speaker for record in dataset.all()] == ["رضا", "مینا"] * 3
    assert dataset.record(4).text == "جملهٔ شمارهٔ 3 این است"


def test_common_voice_takes_what_was_validated(make, clip, tmp_path) -> None:
    heads = "client_id\tpath\tsentence\tup_votes\tgender"
    _wavs(clip, tmp_path / "cv/fa/clips", "c1.mp3", "c2.mp3", "c3.mp3")
    (tmp_path / "cv/fa/validated.tsv").write_text(
        f'{heads}\naa\tc1.mp3\t"گفت ""بله"""\t2\t\nbb\tc2.mp3\tاو گفت "نه\t2\tfemale\n', "utf-8"
    )
    (tmp_path / "cv/fa/train.tsv").write_text(f"{heads}\naa\tc1.mp3\tسلام\t2\t\n", "utf-8")
    (tmp_path / "cv/fa/invalidated.tsv").write_text(f"{heads}\nbb\tc3.mp3\tغلط\t0\t\n", "utf-8")
    dataset = make()
    report = import_path(tmp_path / "cv", dataset)
    assert (report.layout, report.accepted, report.rejected) == ("common_voice", 2, [])
    assert _texts(dataset) == ['گفت "بله"', 'او گفت "نه']
    assert [record.speaker for record in dataset.all()] == ["aa", "bb"]


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_audiofolder_with_splits(make, clip, tmp_path, ending: str) -> None:
    for split in ("train", "test"):
        clip(tmp_path / f"hf/{split}/audio/x.flac")
        row = {"file_name": "audio/x.flac", "transcription": f"سلام, {split}", "speaker_id": 7}
        csv = f'file_name,transcription,speaker_id\naudio/x.flac,"سلام, {split}",7\n'
        text = csv if ending == "csv" else json.dumps(row) + "\n"
        (tmp_path / f"hf/{split}/metadata.{ending}").write_text(text, "utf-8")
    dataset = make()
    report = import_path(tmp_path / "hf", dataset)
    assert (report.layout, report.accepted, report.rejected) == ("audiofolder", 2, [])
    assert sorted(_texts(dataset)) == ["سلام, test", "سلام, train"]
    assert dataset.record(1).speaker == "7"


def test_pairs_beside_and_in_another_folder(make, clip, tmp_path) -> None:
    _wavs(clip, tmp_path / "w/a", "1.wav", "۲.WAV", "3.wav")
    (tmp_path / "w/a/1.txt").write_text("یک\nدو", "utf-8-sig")
    (tmp_path / "w/txt").mkdir()
    (tmp_path / "w/txt/2.TXT").write_bytes("دو".encode("cp1256"))
    (tmp_path / "w/txt/4.txt").write_text("چهار", "utf-8")
    dataset = make()
    report = import_path(tmp_path / "w", dataset)
    assert (report.layout, sorted(_texts(dataset))) == ("pairs", ["دو", "یک دو"])
    assert _refused(report) == [("a/3.wav", None, "no_transcript"), ("txt/4.txt", None, "no_audio")]


def test_a_folder_for_each_label(make, clip, tmp_path) -> None:
    _wavs(clip, tmp_path / "l", "شاد/1.wav", "شاد/2.wav", "غمگین/1.wav", "stray.wav")
    dataset = make()
    report = import_path(tmp_path / "l", dataset)
    assert (report.layout, [record.label for record in dataset.all()]) == (
        "label_folders",
        ["شاد", "شاد", "غمگین"],
    )
    assert _refused(report) == [("stray.wav", None, "no_label")]


def test_a_column_of_labels(make, clip, tmp_path) -> None:
    _wavs(clip, tmp_path / "l", "1.wav", "2.wav")
    (tmp_path / "l/list.csv").write_text("پرونده;برچسب\r\n۱.wav;شاد\r\n2;غمگین\r\n", "utf-8")
    dataset = make()
    report = import_path(tmp_path / "l", dataset)
    assert (report.layout, report.rejected) == ("table", [])
    assert [(record.label, record.text) for record in dataset.all()] == [("شاد", ""), ("غمگین", "")]


def test_names_are_found_however_they_are_written(make, clip, tmp_path) -> None:
    _wavs(clip, tmp_path / "n/wavs", "صداي ۱۲۳.WAV", "b.mp3", "c")
    (tmp_path / "n/broken.wav").write_bytes(b"RIFF")
    rows = ["صدای 123|یک", r".\wavs\b.wav|دو", "/home/me/wavs/c.wav|سه"]
    (tmp_path / "n/metadata.csv").write_text("\n".join(rows), "utf-8")
    dataset = make()
    report = import_path(tmp_path / "n", dataset)
    assert _texts(dataset) == ["یک", "دو", "سه"]
    assert _refused(report) == [("broken.wav", None, "unlisted")]


def test_every_refused_row_says_where_and_why(make, clip, tmp_path) -> None:
    _wavs(
        clip, tmp_path / "r/wavs", "1.wav", "2.wav", "5.wav", "6.wav", "7.wav", "8.wav", "x/9.wav", "y/9.wav"
    )
    (tmp_path / "r/wavs/6.wav").write_bytes(b"RIFF nothing")
    clip(tmp_path / "r/wavs/7.wav").write_bytes((tmp_path / "r/wavs/1.wav").read_bytes()[:44])
    rows = [
        "1|یک", "", "2|", "3|سه", "1|باز یک", "5|پنج|شش|هفت", "6|شش", "7|هفت", "../../../etc/passwd|نه", "9|نه", "|ده",
    ]  # fmt: skip
    text = "\n".join(rows).encode() + "\n8|هشت ".encode() + b"\xff\xfe\n"
    (tmp_path / "r/metadata.csv").write_bytes(text)
    dataset = make()
    report = import_path(tmp_path / "r", dataset)
    assert _texts(dataset) == ["یک"]
    assert sorted(_refused(report), key=lambda each: each[1] or 99) == [
        ("metadata.csv", 3, "no_text"),
        ("metadata.csv", 4, "no_audio"),
        ("metadata.csv", 5, "listed_twice"),
        ("metadata.csv", 6, "too_many_columns"),
        ("metadata.csv", 7, "audio_unreadable"),
        ("metadata.csv", 8, "audio_empty"),
        ("metadata.csv", 9, "no_audio"),
        ("metadata.csv", 10, "ambiguous_audio"),
        ("metadata.csv", 11, "too_few_columns"),
        ("metadata.csv", 12, "line_unreadable"),
        *[(f"wavs/{name}.wav", None, "unlisted") for name in ("2", "5", "8", "x/9", "y/9")],
    ]
    for each in report.rejected:
        assert each.reason_fa and each.reason_en and "{" not in each.reason_fa + each.reason_en
    assert not list(dataset.folder.glob(".incoming"))


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_an_archive_is_brought_like_its_folder(make, clip, tmp_path, kind: str) -> None:
    _wavs(clip, tmp_path / "in/d/wavs", "1.wav", "2.wav")
    (tmp_path / "in/d/metadata.csv").write_text("1|یک\n2|دو\n", "utf-8")
    archive = Path(shutil.make_archive(str(tmp_path / "a"), kind.replace("tar.gz", "gztar"), tmp_path / "in"))
    dataset, plain, events = make(), make(), []
    report = import_path(archive, dataset, emit=events.append)
    import_path(tmp_path / "in", plain)
    assert (report.accepted, report.rejected) == (2, [])
    assert dataset.version() == plain.version()
    assert events[-1].stage == "importing" and events[-1].accepted == 2
    assert archive.exists() and sorted(path.name for path in dataset.folder.iterdir() if path.is_dir()) == [
        "originals",
        "prepared",
    ]


def test_what_fails_leaves_only_what_was_there(make, clip, tmp_path) -> None:
    dataset = make()
    dataset.add("پیشین", file=clip(tmp_path / "before.wav"))
    before = sorted(path.name for path in (dataset.folder / "originals").iterdir())
    _wavs(clip, tmp_path / "in/wavs", "1.wav", "2.wav", "3.wav")
    (tmp_path / "in/metadata.csv").write_text("1|یک\n2|دو\n3|سه\n", "utf-8")
    evil, cut = tmp_path / "evil.tar", tmp_path / "cut.zip"
    with tarfile.open(evil, "w") as tar:
        tar.add(tmp_path / "in", "in")
        link = tarfile.TarInfo("in/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc"
        tar.addfile(link)
    shutil.make_archive(str(tmp_path / "cut"), "zip", tmp_path / "in")
    cut.write_bytes(cut.read_bytes()[:-200])
    for source, kind, cancelled in (
        (evil, ArchiveUnsafe, lambda: False),
        (cut, ArchiveDamaged, lambda: False),
        (tmp_path / "in", WorkCancelled, lambda: dataset.count() > 2),
    ):
        with pytest.raises(kind):
            import_path(source, dataset, cancelled=cancelled)
        assert _texts(dataset) == ["پیشین"]
        assert sorted(path.name for path in (dataset.folder / "originals").iterdir()) == before
        assert not (dataset.folder / ".incoming").exists()


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
@pytest.mark.parametrize("outer", ["zip", None])
def test_archives_in_what_came_are_unpacked_too(make, clip, tmp_path, kind: str, outer: str | None) -> None:
    _wavs(clip, tmp_path / "in/shard", "1.wav", "2.wav")
    shutil.make_archive(str(tmp_path / "top/audio/s0"), kind.replace("tar.gz", "gztar"), tmp_path / "in")
    (tmp_path / "top/metadata.csv").write_text("1|یک\n2|دو\n", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    source = tmp_path / "top"
    if outer:
        source = Path(shutil.make_archive(str(tmp_path / "whole"), outer, source))
    dataset = make()
    report = import_path(source, dataset)
    assert (report.accepted, report.rejected) == (2, [])
    assert set(before) <= set(tmp_path.rglob("*"))
    assert not any(path.is_symlink() for path in dataset.folder.rglob("*"))


@pytest.mark.parametrize("name", ["../../t.csv", "C:\\x\\t.csv", "." + "ب" * 300 + ".csv", "a\nb.csv"])
def test_a_file_may_be_called_anything(make, tmp_path, name: str) -> None:
    (tmp_path / "upload").write_text("text,label\nخوب,الف\n", "utf-8")
    dataset = make("text")
    assert import_path(tmp_path / "upload", dataset, name=name).accepted == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["upload"]


def test_commands_are_text_and_label_alike(make, clip, tmp_path) -> None:
    _wavs(clip, tmp_path / "c/wavs", *(f"{n}.wav" for n in range(12)))
    (tmp_path / "c/list.csv").write_text(
        "".join(f"{n},{'بله' if n % 2 else 'نه'}\n" for n in range(12)), "utf-8"
    )
    dataset = make()
    import_path(tmp_path / "c", dataset)
    assert {(record.text, record.label) for record in dataset.all()} == {("بله", "بله"), ("نه", "نه")}


def test_a_report_of_a_hopeless_table_stays_small(make, clip, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("bazgoo.datasets.importing.bringing.MOST_TOLD", 3)
    _wavs(clip, tmp_path / "c", "0.wav")
    (tmp_path / "c/metadata.csv").write_text("0|خوب\n" + "".join(f"{n}|نیست\n" for n in range(1, 9)), "utf-8")
    report = import_path(tmp_path / "c", make())
    assert (report.accepted, len(report.rejected), report.rejected_count) == (1, 3, 8)


def test_a_second_import_goes_on(make, clip, tmp_path) -> None:
    dataset = make()
    for part in ("one", "two"):
        _wavs(clip, tmp_path / part, "1.wav")
        (tmp_path / part / "metadata.csv").write_text(f"1|{part}\n", "utf-8")
        import_path(tmp_path / part, dataset)
    assert [(record.n, record.text) for record in dataset.all()] == [(1, "one"), (2, "two")]


@pytest.mark.parametrize(
    "name, content, kind, says",
    [
        ("a.zip", None, "audio", "no audio"),
        ("a.csv", "متن,برچسب\nخوب,مثبت\n", "audio", "no audio"),
        ("a.wav", "audio", "audio", "neither transcripts nor labels"),
        ("a.csv", "", "text", "no table"),
        ("a.csv", "text,label\n,\n", "text", "nothing"),
        ("a.csv", "text,label\nخوب,\n", "text", "a.csv:2"),
        ("train.parquet", "PAR1", "audio", "Parquet"),
        ("a.rar", "Rar!", "audio", "zip"),
    ],
)
def test_what_is_no_dataset_says_what_it_lacks(make, clip, tmp_path, name, content, kind, says) -> None:
    path = tmp_path / name
    if content is None:
        with zipfile.ZipFile(path, "w") as opened:
            opened.writestr("readme.md", "hello")
    elif content == "audio":
        clip(path)
    else:
        path.write_text(content, "utf-8")
    dataset = make(kind)
    with pytest.raises(DatasetInvalid) as refused:
        import_path(path, dataset)
    assert says in refused.value.message("en") and name in refused.value.message("fa")
    assert dataset.count() == 0


def test_what_comes_through_does_not_stay_in_memory(make, clip, tmp_path) -> None:
    content = clip(tmp_path / "one.wav", "سلام دنیا، این جمله‌ای بلند است.").read_bytes()
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as opened:
        for n in range(600):
            opened.writestr(f"in/wavs/{n:04d}.wav", content)
        opened.writestr("in/metadata.csv", "".join(f"{n:04d}|جملهٔ {n}\n" for n in range(600)))
    dataset = make()
    tracemalloc.start()
    report = import_path(tmp_path / "in.zip", dataset)
    _, most_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (report.accepted, report.rejected, dataset.count()) == (600, [], 600)
    assert dataset.record(600).text == "جملهٔ 599"
    assert most_bytes < 8_000_000 < 600 * len(content)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="recordings of people are not here")
@pytest.mark.parametrize("folder, layout", [("commonvoice", "common_voice"), ("virgool", "table")])
def test_recordings_of_people(make, folder: str, layout: str) -> None:
    dataset = make()
    report = import_path(SAMPLES / folder, dataset)
    heard = sum(path.suffix in (".wav", ".mp3") for path in (SAMPLES / folder).iterdir())
    assert (report.layout, report.accepted) == (layout, heard)
    assert all(record.text and record.duration_s for record in dataset.all())


@pytest.mark.parametrize("name, codec", [("a.webm", "libopus"), ("a.m4a", "aac"), ("LONG", "libopus")])
def test_what_browsers_and_telephones_record_comes_in(make, spoken, tmp_path, name: str, codec: str) -> None:
    av = pytest.importorskip("av")
    said = soxr.resample(spoken("سلام دنیا"), SAMPLE_RATE_HZ, 48_000)
    path = tmp_path / "in" / name
    path.parent.mkdir()
    with av.open(str(path), "w", format="mp4" if codec == "aac" else "webm") as container:
        stream = container.add_stream(codec, rate=48_000, layout="mono")
        fifo = av.AudioFifo()
        frame = av.AudioFrame.from_ndarray(said[None], "fltp" if codec == "aac" else "flt", "mono")
        frame.sample_rate = 48_000
        fifo.write(frame)
        for part in (*fifo.read_many(stream.frame_size or 960), None):
            container.mux(stream.encode(part))
    path.with_suffix(".txt").write_text("سلام دنیا", "utf-8")
    dataset = make()
    report = import_path(path.parent, dataset)
    assert (report.layout, report.rejected) == ("pairs", [])
    assert abs(dataset.record(1).duration_s - len(said) / 48_000) < 0.1
    whole, rate = soundfile.read(readable(path, tmp_path))
    assert rate == 48_000 and abs(len(whole) - len(said)) < 5_000


def test_what_only_looks_like_audio_is_unreadable(tmp_path) -> None:
    (tmp_path / "x.webm").write_bytes(b"\x1aE\xdf\xa3 and nothing else")
    for read in (looked_at, lambda path: readable(path, tmp_path)):
        with pytest.raises(AudioUnreadable):
            read(tmp_path / "x.webm")
    assert [path.name for path in tmp_path.iterdir()] == ["x.webm"]
