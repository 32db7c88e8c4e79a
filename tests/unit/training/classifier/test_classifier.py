"""Small networks learn real material in seconds, and tell what they never met."""

import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import soundfile

pytest.importorskip("torch")

import torch

from bazgoo.datasets import Dataset
from bazgoo.engines.classifier import Classifier, Example, Sound
from bazgoo.errors import ExampleUnfit, TrainingRefused
from bazgoo.training.classifier.doctor import findings
from bazgoo.training.classifier.task import open_task
from bazgoo.training.doctor import Machine
from bazgoo.training.run import Asked, Run
from bazgoo.training.trainer import export, train
from tests.unit.training.classifier import material
from tests.unit.training.classifier.conftest import Teach

NETWORKS = ("dense", "convolutional")
NEW_WORDS = ("گلدان", "مدرسه", "قطار تندرو", "زمستان", "کوه بلند", "ماهی سرخ")
NEW_TEXTS = {
    "ورزش": ("بازیکنان تیم فوتبال به ورزشگاه آمدند", "مربی والیبال گل و بازی را دید", "داور مسابقهٔ کشتی"),
    "آشپزی": ("گوشت و برنج را بپزید", "سبزی را در روغن سرخ کنید", "نمک و زعفران را در آب بریزید"),
}


def share_right(classifier: Classifier, examples: Iterable[tuple[Example, str]]) -> float:
    right = [classifier.classify(example)[0].label == label for example, label in examples]
    return sum(right) / len(right)


def heard(folder: Path, text: str, variant: str, rate_wpm: int, dice: random.Random) -> Sound:
    path = folder / "heard.wav"
    material.spoken(path, text, variant, rate_wpm, dice)
    return Sound(*soundfile.read(path, dtype="float32"))


@pytest.mark.parametrize("network", NETWORKS)
def test_who_speaks_by_words_never_heard(teach: Teach, tmp_path: Path, network: str) -> None:
    taught = teach(material.speakers, target="speaker", network=network, max_steps=150)
    classifier, dice = Classifier(taught.run.export), random.Random(9)
    clips = [
        (heard(tmp_path, word, variant, rate_wpm, dice), name)
        for name, (variant, rate_wpm) in material.VOICES.items()
        for word in NEW_WORDS
    ]
    assert classifier.labels == tuple(sorted(material.VOICES))
    assert share_right(classifier, clips) > 0.8


@pytest.mark.parametrize("network", NETWORKS)
def test_which_word_at_paces_and_voices_never_heard(teach: Teach, tmp_path: Path, network: str) -> None:
    taught = teach(material.words, network=network, max_steps=120)
    classifier, dice = Classifier(taught.run.export), random.Random(9)
    clips = [
        (heard(tmp_path, word, variant, dice.randrange(130, 230), dice), word)
        for word in ("بله", "نه")
        for variant in ("", "croak", "klatt", "m4", "f1")
    ]
    assert share_right(classifier, clips) > 0.8


@pytest.mark.parametrize("network", NETWORKS)
def test_topics_of_texts_never_read(teach: Teach, network: str) -> None:
    taught = teach(material.topics, network=network, max_steps=150)
    texts = [(text, topic) for topic, texts in NEW_TEXTS.items() for text in texts]
    assert share_right(Classifier(taught.run.export), texts) > 0.8


def test_a_rule_over_columns(teach: Teach) -> None:
    taught = teach(material.table, max_steps=400)
    classifier = Classifier(taught.run.export)
    assert classifier.description.features.columns == ("طول", "عرض", "شماره")
    rows = [
        ({"طول": a, "عرض": b, "شماره": 500}, "بزرگ" if a * b > 20 else "کوچک")
        for a in range(1, 11)
        for b in range(1, 11)
        if abs(a * b - 20) > 3
    ]
    assert share_right(classifier, rows) > 0.9


def test_its_scores_stand_in_its_description(teach: Teach) -> None:
    scores = Classifier(teach(material.table, max_steps=400).run.export).description.validation
    assert scores is not None
    assert scores.accuracy > 0.85
    assert scores.f1 > 0.85
    assert sum(map(sum, scores.confusion)) == scores.examples > 30


def test_probabilities_are_sorted_and_add_up(teach: Teach) -> None:
    told = Classifier(teach(material.topics, max_steps=150).run.export).classify("تیم برنج")
    assert [likely.probability for likely in told] == sorted((one.probability for one in told), reverse=True)
    assert sum(likely.probability for likely in told) == pytest.approx(1)


def test_what_it_cannot_look_at_is_refused(teach: Teach) -> None:
    classifier = Classifier(teach(material.topics, max_steps=150).run.export)
    with pytest.raises(ExampleUnfit):
        classifier.classify({"طول": 1})


def test_a_run_goes_on_as_it_began_though_the_dataset_changes(tmp_path: Path) -> None:
    with material.table(tmp_path / "dataset", rows=40) as dataset:
        asked = Asked("classifier", "جدول", str(dataset.folder), {})
        run = Run.create(tmp_path / "run", asked)
        before = open_task(asked, dataset, run, torch.device("cpu")).description
        dataset.add(json.dumps({"طول": 1e6}), label="تازه")
        assert open_task(asked, dataset, run, torch.device("cpu")).description == before


def test_one_label_is_refused(tmp_path: Path) -> None:
    with Dataset.create(tmp_path / "dataset", "یکی", "text") as dataset:
        dataset.add("یک", label="الف")
        asked = Asked("classifier", "یکی", str(dataset.folder), {})
        with pytest.raises(TrainingRefused):
            open_task(asked, dataset, Run.create(tmp_path / "run", asked), torch.device("cpu"))


@pytest.mark.parametrize("kind", NETWORKS)
@pytest.mark.parametrize("make", [material.words, material.topics])
def test_the_doctor_counts_what_torch_counts(
    teach: Teach, kind: str, make: Callable[[Path], Dataset]
) -> None:
    taught = teach(make, network=kind, max_steps=120 if make is material.words else 150)
    task = open_task(taught.asked, taught.dataset, taught.run, torch.device("cpu"))
    counted = sum(weight.numel() for weight in task.networks.parameters())
    machine = Machine(2, 4_000, 10_000, None, None, True)
    assert findings(taught.dataset, taught.asked.read_config(), machine).parameters == counted


def test_paused_and_resumed_it_comes_to_the_same_weights(teach: Teach, tmp_path: Path) -> None:
    whole = teach(material.topics, network="dense", max_steps=150)
    run = Run.create(tmp_path / "run", whole.asked)
    asked = iter([False] * 60)
    train(run, stop=lambda: next(asked, True))
    assert not run.export.exists()
    train(run)
    for file in ("model.onnx", "classifier.json", "tfjs/weights.bin"):
        assert (run.export / file).read_bytes() == (whole.run.export / file).read_bytes()


def test_another_checkpoint_becomes_the_model_though_the_dataset_has_gone_on(tmp_path: Path) -> None:
    with material.topics(tmp_path / "dataset") as dataset:
        asked = Asked("classifier", "موضوع", str(dataset.folder), {"epochs": 6, "checkpoint_every": 2})
        run = Run.create(tmp_path / "run", asked)
        train(run)
        last = (run.export / "model.onnx").read_bytes()
        first = min(file.name for file in run.checkpoints.glob("*.pt"))
        dataset.add("بازی تازه", label="بازی")
        export(run, first)
        assert (run.export / "model.onnx").read_bytes() != last
        assert Classifier(run.export).labels == tuple(sorted(material.TOPICS))
