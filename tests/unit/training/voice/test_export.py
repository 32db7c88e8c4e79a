"""An exported voice is the taught one, and everybody can speak with it."""

import json
import wave

import pytest

torch = pytest.importorskip("torch")

import numpy as np  # noqa: E402
import onnx  # noqa: E402
import onnxruntime  # noqa: E402
import piper  # noqa: E402
import sherpa_onnx  # noqa: E402

from bazgoo.engines import PiperEngine  # noqa: E402
from bazgoo.phonemes import transcribe  # noqa: E402
from bazgoo.text import passages  # noqa: E402
from bazgoo.training.voice.speaking import Speaking  # noqa: E402
from bazgoo.training.voice.symbols import number, read  # noqa: E402
from tests.unit.training.voice.speech import make_dataset, make_task, teach  # noqa: E402

TEXT = "سلام، حال شما چطور است؟"
_EQUAL = 3e-4
"""RMS, of samples within ±1: phases add up over all frames, and so does the rounding of 32 bits."""


@pytest.fixture(scope="module")
def taught(tmp_path_factory):
    """A voice of one speaker, after a few steps: its task and the graph made of it."""
    folder = tmp_path_factory.mktemp("voice")
    with make_dataset(folder) as dataset:
        torch.manual_seed(1)
        task = make_task(dataset)
        teach(task, 3)
        yield task, _exported(task, folder / "export")


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The same of two speakers."""
    folder = tmp_path_factory.mktemp("voices")
    with make_dataset(folder, ("ژاله", "امیر")) as dataset:
        torch.manual_seed(1)
        task = make_task(dataset)
        teach(task, 3)
        yield task, _exported(task, folder / "export")


def _exported(task, folder):
    """The graph of ``task``, whose large weights are made as short first as the file keeps them.

    Symbols last about two frames, although it has hardly learnt how long they are.
    """
    lasting = task.networks["acoustic"].duration.out
    lasting.weight.data.mul_(0.1)
    lasting.bias.data.fill_(0.7)
    for weights in task.networks.parameters():
        if weights.numel() >= 4096:
            weights.data = weights.data.half().float()
    folder.mkdir()
    task.export(folder)
    return next(folder.glob("*.onnx"))


def _run(model, ids, sid=None, pace=1.0):
    session = onnxruntime.InferenceSession(str(model))
    feed = {
        "input": np.array([ids]),
        "input_lengths": np.array([len(ids)]),
        "scales": np.array([0.667, pace, 0.8], np.float32),
    }
    if sid is not None:
        feed["sid"] = np.array([sid])
    made = session.run(None, feed)[0]
    assert made.shape[:2] == (1, 1)
    return made[0, 0]


def _apart(made, expected):
    return np.sqrt(np.mean((made - expected) ** 2))


def _padded(ids):
    """As stock Piper sends them."""
    spread = [each for one in ids[:-1] for each in (one, 0)]
    return [*spread, ids[-1]]


@pytest.mark.parametrize("text", ["سلام.", TEXT, TEXT * 5])
def test_the_graph_says_what_the_networks_say(text, taught):
    task, model = taught
    ids = number(read(text))
    expected = Speaking(task.networks["acoustic"], task.networks["vocoder"]).say(ids)
    made = _run(model, ids)
    assert made.shape == expected.shape
    assert _apart(made, expected) < _EQUAL


def test_pads_change_nothing(taught):
    ids = number(read(TEXT))
    np.testing.assert_allclose(_run(taught[1], _padded(ids)), _run(taught[1], ids), atol=1e-5)


def test_slower_is_longer(taught):
    ids = number(read(TEXT))
    usual, slow = (len(_run(taught[1], ids, pace=pace)) for pace in (1.0, 2.0))
    assert 1.5 * usual < slow < 2.5 * usual


def test_its_files(taught):
    model = taught[1]
    assert model.name == "fa_IR-sedaye_man-low.onnx"
    assert model.stat().st_size < 12 * 2**20
    graph = onnx.load(model)
    assert [given.name for given in graph.graph.input] == ["input", "input_lengths", "scales"]
    assert sum(node.op_type == "Ceil" for node in graph.graph.node) == 1
    config = json.loads(model.with_name(f"{model.name}.json").read_text("utf-8"))
    wanted = {"audio", "espeak", "language", "inference", "phoneme_type", "phoneme_id_map", "num_symbols"}
    assert (
        wanted | {"num_speakers", "speaker_id_map", "hop_length", "dataset", "piper_version"} <= config.keys()
    )
    assert config["num_symbols"] == len(config["phoneme_id_map"])
    assert len(model.with_name("tokens.txt").read_text("utf-8").splitlines()) == config["num_symbols"]


def test_stock_piper_speaks_with_it_and_tells_when(taught, tmp_path):
    voice = piper.PiperVoice.load(taught[1], include_alignments=True)
    (chunk,) = voice.synthesize(TEXT, include_alignments=True)
    assert chunk.sample_rate == 22_050
    told = sum(each.num_samples for each in chunk.phoneme_alignments)
    assert told == len(chunk.audio_float_array)
    with wave.open(str(tmp_path / "said.wav"), "wb") as file:
        voice.synthesize_wav(TEXT, file)
        assert file.getnframes() > 5_000


def test_sherpa_speaks_with_it(taught):
    model = taught[1]
    made = _by_sherpa(model)
    ids = number("salˈɑm.")
    np.testing.assert_allclose(made, _run(model, ids), atol=1e-4)


def _by_sherpa(model, sid=0):
    vits = sherpa_onnx.OfflineTtsVitsModelConfig(model=str(model), tokens=str(model.with_name("tokens.txt")))
    config = sherpa_onnx.OfflineTtsConfig(model=sherpa_onnx.OfflineTtsModelConfig(vits=vits, num_threads=1))
    wanted = sherpa_onnx.GenerationConfig()
    wanted.silence_scale, wanted.sid = 1.0, sid
    wanted.phoneme_codepoints = [list(map(ord, "salˈɑm."))]
    return np.array(sherpa_onnx.OfflineTts(config).generate("", wanted).samples, np.float32)


def test_bazgoo_speaks_with_it(taught):
    model = taught[1]
    engine = PiperEngine(model.parent)
    (voice,) = engine.voices()
    assert (voice.id, voice.name, voice.language) == (model.stem, "صدای من", "fa")
    (passage,) = passages(TEXT)
    made = engine.synthesize(transcribe(passage.tokens), voice, 1.0)
    assert len(made) == len(_run(model, number(read(TEXT))))
    assert np.abs(made).max() == 1


def test_several_speakers_speak_apart(two):
    task, model = two
    ids = number(read(TEXT))
    one, other = (_run(model, ids, sid) for sid in (0, 1))
    assert len(one) != len(other) or not np.allclose(one, other, atol=1e-4)
    speaking = Speaking(task.networks["acoustic"], task.networks["vocoder"])
    assert _apart(other, speaking.say(ids, 1)) < _EQUAL
    assert _by_sherpa(model, 1).size
    (chunk,) = piper.PiperVoice.load(model).synthesize(TEXT, piper.SynthesisConfig(speaker_id=1))
    assert chunk.audio_float_array.size
