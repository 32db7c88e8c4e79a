"""One long recording and its script become a clip for each sentence, and what does not fit is said."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from bazgoo.datasets.importing import import_path
from bazgoo.datasets.importing.aligning import align
from bazgoo.datasets.importing.stretches import Stretch
from bazgoo.errors import DatasetInvalid, WorkCancelled
from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ

SCRIPT = """روزی روزگاری، در شهری دور، پیرمردی زندگی می‌کرد.
او هر روز صبح زود به باغ می‌رفت و گل‌ها را آب می‌داد. باغ بزرگ نبود.
همسایه‌ها او را دوست داشتند!
یک روز باران تندی بارید و جوی کنار باغ پر شد؛ پیرمرد نگران شد.
چه باید کرد؟ او بیل خود را برداشت و راه آب را باز کرد.
تا شب کار کرد، خسته شد، اما باغ را نجات داد.
در سال ۱۳۵۷ نوه‌اش از سفر برگشت.
او برای پدربزرگ کتابی دربارهٔ درختان میوه آورده بود که در کشورهای دیگر می‌رویند.
پیرمرد خندید.
از آن پس هر شب کنار هم می‌نشستند و کتاب می‌خواندند.
"""


@pytest.fixture(scope="module")
def lines() -> list[str]:
    from bazgoo.datasets.importing.long_recording import sentences

    return [sentence.text for sentence in sentences(SCRIPT)]


@pytest.fixture
def record(spoken, tmp_path: Path):
    """Reads sentences with pauses into a file, with a little noise; gives the file and where each lies."""

    def read(
        said: list[str], name: str = "long.wav", pause_s: float = 0.7
    ) -> tuple[Path, list[tuple[float, float]]]:
        dice = np.random.default_rng(3)
        parts, places, at = [np.zeros(SAMPLE_RATE_HZ, np.float32)], [], 1.0
        for sentence in said:
            sound = spoken(sentence)
            pause = np.zeros(int(SAMPLE_RATE_HZ * pause_s * dice.uniform(0.8, 1.4)), np.float32)
            places.append((at, at + len(sound) / SAMPLE_RATE_HZ))
            parts += [sound, pause]
            at += (len(sound) + len(pause)) / SAMPLE_RATE_HZ
        whole = np.concatenate(parts) + dice.normal(0, 0.001, sum(map(len, parts))).astype(np.float32)
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        soundfile.write(path, whole, SAMPLE_RATE_HZ)
        return path, places

    return read


def _lengths(dataset) -> list[float]:
    return [record.duration_s for record in dataset.all()]


@pytest.mark.parametrize("name", ["long.wav", "long.flac", "long.mp3", "long.ogg"])
def test_each_sentence_gets_its_clip(make, record, lines, name: str) -> None:
    path, places = record(lines, name)
    dataset, events = make(), []
    report = import_path(path, dataset, script=SCRIPT, emit=events.append)
    assert (report.layout, report.rejected) == ("long_recording", [])
    assert [each.text for each in dataset.all()] == lines
    for said, (start, end) in zip(dataset.all(), places, strict=True):
        assert end - start - 0.35 <= said.duration_s <= end - start + 0.45
        sound, rate = soundfile.read(dataset.original(said))
        assert rate == SAMPLE_RATE_HZ
        inside = np.abs(sound[int(0.05 * rate) : int(0.1 * rate)]).max()
        assert inside < 0.05 < np.abs(sound).max()
    assert {event.stage for event in events} >= {"importing"}


def test_a_text_of_the_same_name_is_its_script(make, record, lines) -> None:
    path, _ = record(lines)
    path.with_suffix(".txt").write_text(SCRIPT, "utf-8")
    dataset = make()
    report = import_path(path.parent, dataset)
    assert (report.layout, report.accepted, report.rejected) == ("long_recording", len(lines), [])


def test_a_sentence_that_was_not_read_is_named(make, record, lines) -> None:
    path, _ = record([*lines[:4], *lines[5:]])
    dataset = make()
    report = import_path(path, dataset, script=SCRIPT)
    assert [(each.line, each.code) for each in report.rejected] == [(4, "script_unmatched")]
    assert lines[4] in report.rejected[0].reason_fa
    assert [each.text for each in dataset.all()] == [*lines[:4], *lines[5:]]


def test_speech_that_is_not_in_the_script_is_named(make, record, lines) -> None:
    strange = "این جمله در متن نیست و گوینده آن را از خودش گفته است تا ببیند چه می‌شود"
    path, places = record([*lines[:6], strange, *lines[6:]])
    dataset = make()
    report = import_path(path, dataset, script=SCRIPT)
    assert [each.code for each in report.rejected] == ["speech_unmatched"]
    assert f"{places[6][0]:.0f}"[0] in report.rejected[0].reason_en
    assert [each.text for each in dataset.all()] == lines


def test_a_script_of_something_else_brings_nothing_sure(make, record, lines) -> None:
    path, _ = record(lines[:2])
    dataset = make()
    with pytest.raises(DatasetInvalid):
        import_path(path, dataset, script="کتاب " * 400)
    assert dataset.count() == 0


def test_it_can_be_cancelled_and_leaves_nothing(make, record, lines) -> None:
    path, _ = record(lines)
    dataset = make()
    with pytest.raises(WorkCancelled):
        import_path(path, dataset, script=SCRIPT, cancelled=lambda: dataset.count() > 2)
    assert dataset.count() == 0
    assert list((dataset.folder / "originals").iterdir()) == []


def test_silence_has_no_speech(make, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "s.wav", np.zeros(22050 * 40), 22050)
    dataset = make()
    with pytest.raises(DatasetInvalid):
        import_path(tmp_path / "s.wav", dataset, script="سلام دنیا.")


def test_an_hour_is_aligned() -> None:
    dice = np.random.default_rng(8)
    weights, heard, wanted, at = [], [], [], 0.0
    for _ in range(600):
        letters = int(dice.integers(8, 90))
        weights.append(float(letters))
        parts = max(1, letters // 25)
        wanted.append((len(heard), len(heard) + parts))
        for part in range(parts):
            seconds = letters / parts / 13 * dice.uniform(0.85, 1.15)
            heard.append(Stretch(at, at + seconds))
            at += seconds + (dice.uniform(0.45, 0.9) if part == parts - 1 else dice.uniform(0.2, 0.4))
    matches = align(weights, heard)
    found = {(match.begin, match.end) for match in matches if match.last - match.first == 1}
    assert len(found & set(wanted)) >= 570
