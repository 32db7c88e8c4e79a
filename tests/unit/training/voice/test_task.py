"""A voice learns from recordings."""

import pytest

torch = pytest.importorskip("torch")

import numpy as np  # noqa: E402
import soundfile  # noqa: E402

from bazgoo.events import TrainingPreparing  # noqa: E402
from bazgoo.training.run import Asked, Run  # noqa: E402
from bazgoo.training.voice.task import open_task  # noqa: E402
from tests.unit.training.voice.speech import SENTENCES, make_dataset, make_task, teach  # noqa: E402


def test_losses_fall_and_both_networks_learn(tmp_path):
    with make_dataset(tmp_path) as dataset:
        task = make_task(dataset)
        before = {name: value.clone() for name, value in task.networks.state_dict().items()}
        totals = teach(task, 12)
        assert totals[-1] < 0.7 * totals[0]
        after = task.networks.state_dict()
        for name in ("acoustic.embedding.weight", "acoustic.leave.weight", "vocoder.leave.weight"):
            assert not torch.equal(before[name], after[name])


def test_the_same_dice_give_the_same_losses(tmp_path):
    with make_dataset(tmp_path) as dataset:
        assert teach(make_task(dataset), 2) == teach(make_task(dataset), 2)


def test_what_cannot_be_used_is_left_out(tmp_path):
    with make_dataset(tmp_path) as dataset:
        first, second, third, *_ = dataset.records()
        dataset.edit(first.n, text=" ")
        dataset.edit(second.n, text="سلام " * 200)  # more symbols than frames
        dataset.exclude([third.n])
        learning, validating = make_task(dataset).examples()
        assert len(learning) + len(validating) == len(SENTENCES) - 3


def test_how_far_its_preparation_is_is_told(tmp_path):
    with make_dataset(tmp_path) as dataset:
        told = []
        asked = Asked("voice", "صدای من", str(dataset.folder), {"validation_split": 0.2})
        open_task(asked, dataset, Run(dataset.folder), torch.device("cpu"), told.append)
        assert told[-1] == TrainingPreparing(len(SENTENCES), len(SENTENCES))
        assert [each.prepared for each in told] == sorted({each.prepared for each in told})


def test_scores_and_samples(tmp_path):
    with make_dataset(tmp_path) as dataset:
        task = make_task(dataset)
        teach(task, 1)
        _, validating = task.examples()
        assert validating
        with torch.no_grad():
            scores = task.score([task.collate(validating)])
            samples = list(task.sample(tmp_path / "samples", 1))
        parts = {"val_mel", "val_duration", "val_sound"}
        assert scores.keys() == parts | {"val_loss"}
        assert scores["val_loss"] == pytest.approx(sum(scores[part] for part in parts))
        assert [sample.kind for sample in samples] == ["audio"] * 3 + ["alignment"]
        sound, rate_hz = soundfile.read(samples[0].file)
        assert rate_hz == 22_050
        assert np.isfinite(sound).all()
        assert len(sound) > 0.2 * rate_hz
        assert samples[-1].file.read_bytes().startswith(b"\x89PNG")


def test_espeak_reads_as_many_sentences_as_asked(tmp_path):
    with make_dataset(tmp_path) as dataset:
        own, theirs = (
            make_task(dataset, espeak_share=share, validation_split=0).examples()[0] for share in (0, 1)
        )
        assert [example.ids for example in own] != [example.ids for example in theirs]


def test_a_large_voice_learns_too(tmp_path):
    with make_dataset(tmp_path) as dataset:
        assert np.isfinite(teach(make_task(dataset, size="base"), 1)).all()
