"""A few steps on recordings of eSpeak, and a voice that stock programs speak with."""

import json

import numpy as np
import pytest
import soundfile

torch = pytest.importorskip("torch")

import onnx  # noqa: E402 - after the check for torch
import sherpa_onnx  # noqa: E402
from piper import PiperVoice, SynthesisConfig  # noqa: E402

from bazgoo.errors import TrainingRefused  # noqa: E402
from bazgoo.training import recipes, trainer  # noqa: E402
from bazgoo.training.journal import told  # noqa: E402
from bazgoo.training.run import Run  # noqa: E402
from bazgoo.training.vits.symbols import number  # noqa: E402
from bazgoo.training.vits.task import open_task  # noqa: E402
from tests.unit.training.vits.recorded import asked, recorded, tiny_task  # noqa: E402


@pytest.fixture
def dataset(tmp_path):
    with recorded(tmp_path) as made:
        yield made


def taught(task, steps):
    """What the generator's parts came to at each step; objectives in turn, as the loop follows them."""
    optimizers = [
        torch.optim.AdamW([p for name in objective.networks for p in task.networks[name].parameters()], 2e-3)
        for objective in task.objectives
    ]
    told = []
    task.networks.train()
    for step in range(steps):
        batch = task.collate(task.examples()[0][:3])
        torch.manual_seed(step)
        for objective, optimizer in zip(task.objectives, optimizers, strict=True):
            loss = objective.loss(batch, step)
            optimizer.zero_grad()
            loss.total.backward()
            optimizer.step()
            parts = {**loss.parts, objective.name: loss.total.detach()}
            told.append({name: float(part) for name, part in parts.items()})
    return told[::2], told[1::2]


def test_a_few_steps_lower_the_losses(dataset):
    task = tiny_task(dataset)
    generator, discriminators = taught(task, 25)
    first, mean = (
        {name: np.mean([step[name] for step in steps]) for name in generator[0]}
        for steps in (generator[:5], generator[-5:])
    )
    assert mean["mel"] < 0.8 * generator[0]["mel"]
    assert mean["duration"] < first["duration"]
    assert mean["generator"] < 0.8 * generator[0]["generator"]
    assert discriminators[-1]["discriminators"] < discriminators[0]["discriminators"]


def test_the_same_seed_gives_the_same_losses(dataset):
    assert taught(tiny_task(dataset), 3) == taught(tiny_task(dataset), 3)


def test_scores_samples_and_an_alignment_are_made(dataset, tmp_path):
    task = tiny_task(dataset)
    task.networks.eval()
    learning, validating = task.examples()
    assert (len(learning), len(validating)) == (len(learning), 6 - len(learning))
    assert len(learning.lengths) == len(learning)
    with torch.no_grad():
        scores = task.score([task.collate(learning[:2]), task.collate(learning[2:])])
        samples = [*task.sample(tmp_path / "step", 3)]
    assert set(scores) == {"val_loss", "val_kl", "val_duration"}
    assert all(np.isfinite(value) for value in scores.values())
    assert [sample.kind for sample in samples] == ["audio", "alignment"]
    assert soundfile.info(samples[0].file).samplerate == 22_050
    assert samples[1].file.read_bytes().startswith(b"\x89PNG")


def sentence():
    return number("salˈɑm donjˈɑː.")


def stock_piper(model, speaker=None):
    voice = PiperVoice.load(model)
    settings = SynthesisConfig(speaker_id=speaker, noise_scale=0.0, noise_w_scale=0.0, normalize_audio=False)
    return voice.phoneme_ids_to_audio(sentence(), settings)


def stock_sherpa(model, speaker=0):
    vits = sherpa_onnx.OfflineTtsVitsModelConfig(
        model=str(model), tokens=str(model.with_name("tokens.txt")), noise_scale=0.0, noise_scale_w=0.0
    )
    config = sherpa_onnx.OfflineTtsConfig(model=sherpa_onnx.OfflineTtsModelConfig(vits=vits, num_threads=1))
    wanted = sherpa_onnx.GenerationConfig()
    wanted.sid, wanted.silence_scale = speaker, 1.0
    wanted.phoneme_codepoints = [[*map(ord, "salˈɑm donjˈɑː.")]]
    return np.array(sherpa_onnx.OfflineTts(config).generate("", wanted).samples, np.float32)


@pytest.mark.parametrize("speakers", [1, 2])
def test_stock_programs_speak_with_what_is_exported(tmp_path, speakers):
    with recorded(tmp_path, ("آوا", "بهار")[:speakers]) as dataset:
        task = tiny_task(dataset)
    task.networks.eval()
    folder = tmp_path / "export"
    folder.mkdir()
    task.export(folder)
    (model,) = folder.glob("*.onnx")
    assert model.name == "fa_IR-azmayesh-medium.onnx"
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        [model.name, f"{model.name}.json", "tokens.txt"]
    )
    told = json.loads(model.with_name(f"{model.name}.json").read_text("utf-8"))
    assert (told["num_speakers"], told["num_symbols"], told["phoneme_type"]) == (speakers, 256, "espeak")
    graph = onnx.load(model).graph
    assert [node.op_type for node in graph.node].count("Ceil") == 1
    assert [given.name for given in graph.input] == ["input", "input_lengths", "scales", "sid"][
        : 2 + speakers
    ]
    for speaker in range(speakers):
        ids = torch.tensor([sentence()])
        with torch.no_grad():
            wanted, _ = task.generator.speak(
                ids, torch.tensor([ids.shape[1]]), torch.tensor([0.0, 1.0, 0.0]), torch.tensor([speaker])
            )
        by_piper = stock_piper(model, speaker)
        assert len(by_piper) == wanted.numel()
        np.testing.assert_allclose(by_piper, wanted[0, 0].numpy(), atol=5e-3)
        by_sherpa = stock_sherpa(model, speaker)
        assert len(by_sherpa) > 0
        assert np.abs(by_sherpa).max() > 0


def test_durations_of_an_exported_voice_are_drawn(dataset, tmp_path):
    task = tiny_task(dataset)
    task.networks.eval()
    (tmp_path / "export").mkdir()
    task.export(tmp_path / "export")
    (model,) = (tmp_path / "export").glob("*.onnx")
    voice = PiperVoice.load(model)
    drawn = SynthesisConfig(noise_scale=0.667, noise_w_scale=1.5)
    lengths = {len(voice.phoneme_ids_to_audio(sentence(), drawn)) for _ in range(8)}
    assert len(lengths) > 1


def test_a_cpu_is_refused_by_the_trainer_too(dataset, tmp_path):
    wanted = asked(dataset)
    run = Run.create(tmp_path / "run", wanted)
    with pytest.raises(TrainingRefused, match="CPU"):
        open_task(wanted, dataset, run, torch.device("cpu"))


def test_the_loop_teaches_it_to_its_end(dataset, tmp_path, monkeypatch):
    run = Run.create(tmp_path / "run", asked(dataset, epochs=2, checkpoint_every=1, device="cpu"))
    made = lambda asked, dataset, run, device, emit: tiny_task(dataset)  # noqa: E731
    monkeypatch.setattr(recipes, "task_of", lambda recipe: made)
    trainer.train(run)
    rows = [row for _, row in told(run.events)]
    assert rows[-1]["event"] == "training_completed"
    finished = [row["metrics"] for row in rows if row["event"] == "epoch_finished"]
    assert {"mel", "kl", "duration", "deceit", "matching", "generator_loss", "val_loss"} <= finished[
        -1
    ].keys()
    assert len(list(run.export.glob("fa_IR-*.onnx"))) == 1
