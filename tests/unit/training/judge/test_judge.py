"""A judge learns to hear phonemes, in seconds, from words that eSpeak says."""

import json
import subprocess
import sys

import numpy as np
import pytest
import soundfile

from bazgoo.datasets import Dataset
from bazgoo.datasets.holding_out import held_out
from bazgoo.errors import JudgeDamaged, NothingToLearn
from bazgoo.evaluation.comparing import measured
from bazgoo.evaluation.judge import Judge, is_judge
from bazgoo.evaluation.reading import edits
from bazgoo.phonemes import espeak_ng
from bazgoo.phonemes.sounds import sounds_of

torch = pytest.importorskip("torch")

STEPS = 150
WORDS = tuple(
    "باران کتاب مادر درخت آسمان پنجره خیابان دریا ستاره گنجشک چراغ نان قلم شهر دوست زمستان "  # noqa: SIM905
    "مدرسه بازار سیب کوه گل بهار خانه دیوار".split()
)


def pairs(apart: int) -> list[str]:
    """Two words each, so many places apart."""
    return [f"{one} {other}" for one, other in zip(WORDS, WORDS[apart:] + WORDS[:apart], strict=True)]


PAIRS = pairs(3)


def spoken(text: str) -> np.ndarray:
    return espeak_ng.synthesize(text).astype(np.float32) / 32_768


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    folder = tmp_path_factory.mktemp("datasets")
    with Dataset.create(folder / "dataset", "واژه‌ها", "audio") as created:
        for pair in PAIRS:
            soundfile.write(folder / "said.wav", spoken(pair), espeak_ng.SAMPLE_RATE_HZ)
            created.add(pair, file=folder / "said.wav", move=True)
        yield created


@pytest.fixture(scope="module")
def taught(dataset, tmp_path_factory):
    """The folder of a judge, taught by its command, and what that told."""
    folder = tmp_path_factory.mktemp("judges") / "judge"
    command = [sys.executable, "-m", "bazgoo.training.judge", str(dataset.folder), str(folder)]
    done = subprocess.run(
        [*command, "--steps", str(STEPS)], capture_output=True, check=True, timeout=550, encoding="utf-8"
    )
    return folder, [json.loads(line) for line in done.stdout.splitlines()]


def errors(judge: Judge, phrases: list[str]) -> float:
    """Phonemes heard wrongly, a share."""
    wrong = right = 0
    for phrase in phrases:
        said = sounds_of(phrase)
        heard = judge.hear(measured(spoken(phrase), espeak_ng.SAMPLE_RATE_HZ).samples)
        wrong, right = wrong + edits(said, heard), right + len(said)
    return wrong / right


def test_it_hears_the_words_it_was_taught_with_also_in_other_places(taught):
    folder, told = taught
    judge = Judge.open(folder)
    assert errors(judge, PAIRS) < 0.2
    assert errors(judge, pairs(5)) < 0.4
    progress = [each for each in told if each["event"] == "training_progressed"]
    assert progress[-1]["step"] == STEPS
    assert progress[-1]["metrics"]["loss"] < progress[0]["metrics"]["loss"] / 2
    assert told[-1]["event"] == "training_completed"


def test_it_says_what_it_was_taught_with(taught, dataset):
    described = Judge.open(taught[0]).described
    assert described["version"] == dataset.version()
    assert described["steps"] == STEPS


def test_it_never_hears_a_sentence_that_voices_are_judged_with(dataset):
    from bazgoo.training.judge.clips import learnt

    heard = {sounds_of(record.text) for record in learnt(dataset)}
    assert held_out(dataset)
    assert not heard & {sounds_of(record.text) for record in held_out(dataset)}
    assert len(list(learnt(dataset))) == len(PAIRS) - len(held_out(dataset))


def test_a_sentence_said_twice_is_held_out_twice(tmp_path):
    from bazgoo.training.judge.clips import learnt

    with Dataset.create(tmp_path / "dataset", "تکرار", "audio") as twice:
        for number in range(60):  # equal texts, but each recording another
            soundfile.write(tmp_path / "said.wav", np.full(22_050, number / 100, np.float32), 22_050)
            twice.add("سلام" if number % 2 else f"شمارهٔ {number}", file=tmp_path / "said.wav", move=True)
        assert any(record.split == "validation" and record.text == "سلام" for record in twice.all())
        assert "سلام" not in {record.text for record in learnt(twice)}


def test_equal_seeds_give_equal_judges(dataset):
    from bazgoo.training.judge.clips import clip, learnt
    from bazgoo.training.judge.teaching import teach

    clips = [clip(dataset, record) for record in list(learnt(dataset))[:16]]
    one, other = (teach(clips, steps=3, seed=7).state_dict() for _ in range(2))
    assert all(torch.equal(weights, other[name]) for name, weights in one.items())


def test_too_few_recordings_are_refused(tmp_path):
    from bazgoo.training.judge.__main__ import teach_from

    with Dataset.create(tmp_path / "dataset", "خالی", "audio"):
        pass
    with pytest.raises(NothingToLearn):
        teach_from(tmp_path / "dataset", tmp_path / "judge")
    assert not is_judge(tmp_path / "judge")


@pytest.mark.parametrize("file", ["judge.onnx", "judge.json"])
def test_a_damaged_judge_is_told_of(taught, tmp_path, file):
    for name in ("judge.onnx", "judge.json"):
        (tmp_path / name).write_bytes(b"{}" if name == file else (taught[0] / name).read_bytes())
    with pytest.raises(JudgeDamaged):
        Judge.open(tmp_path)
