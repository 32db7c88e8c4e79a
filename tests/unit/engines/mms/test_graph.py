import json
from pathlib import Path

import numpy as np
import onnx
import pytest

from bazgoo.engines.mms import graph as mms_graph
from bazgoo.engines.mms.config import read_config
from bazgoo.engines.mms.graph import MmsGraph, letter_ids
from bazgoo.engines.mms.safetensors import SafeTensors
from tests.unit.engines.mms.reference import Reference, spline, spline_inverse


def reference_of(model: Path) -> Reference:
    weights = SafeTensors(model)
    config = json.loads(model.with_name("config.json").read_text())
    return Reference({name: weights.take(name) for name in weights._tensors}, config)


@pytest.mark.parametrize("stochastic", [True, False])
@pytest.mark.parametrize("length", [1, 3, 41])
def test_samples_are_those_of_the_papers(stochastic, length, make_mms, tmp_path):
    model = make_mms(tmp_path, use_stochastic_duration_prediction=stochastic)
    ids = [0, *np.random.default_rng(1).integers(1, 38, length - 1)]
    for seed, speed in ((1, 1.0), (2, 0.5), (3, 2.0)):
        made = MmsGraph(model, read_config(model), seed).run(ids, speed)
        expected = reference_of(model).speak(ids, speed, np.random.default_rng(seed))
        assert made.shape == expected.shape
        np.testing.assert_allclose(made, expected, atol=2e-5)


def test_a_wide_noise_leaves_the_splines_and_comes_back(make_mms, tmp_path):
    model = make_mms(tmp_path, noise_scale_duration=4.0)
    ids = [*range(1, 30)]
    made = MmsGraph(model, read_config(model), 5).run(ids, 1.0)
    np.testing.assert_allclose(made, reference_of(model).speak(ids, 1.0, np.random.default_rng(5)), atol=2e-5)


def test_the_reference_undoes_its_own_splines():
    chance = np.random.default_rng(0)
    shape = chance.normal(size=10), chance.normal(size=10), chance.normal(size=9)
    for x in (-6.0, -4.9, 0.0, 1.3, 4.99, 7.0):
        assert spline_inverse(spline(x, *shape), *shape) == pytest.approx(x, abs=1e-9)


def test_a_seed_repeats_the_sound_and_chance_changes_it(make_mms, tmp_path):
    model = make_mms(tmp_path)
    config = read_config(model)
    ids = [*range(20)]
    twice = [MmsGraph(model, config, seed=7).run(ids, 1.0) for _ in range(2)]
    np.testing.assert_array_equal(*twice)
    free = MmsGraph(model, config)
    first, second = free.run(ids, 1.0), free.run(ids, 1.0)
    assert first.shape != second.shape or not np.array_equal(first, second)


def test_the_graphs_are_what_onnx_says_a_graph_is(make_mms, tmp_path):
    weights, network = SafeTensors(make_mms(tmp_path)), read_config(tmp_path / "model.safetensors").network
    for graph in (mms_graph._reading(weights, network), mms_graph._sounding(weights, network)):
        model = onnx.load_model_from_string(graph.content())
        for tensor in model.graph.initializer:
            if tensor.name in graph.weights:
                tensor.CopyFrom(onnx.numpy_helper.from_array(graph.weights[tensor.name], tensor.name))
        onnx.checker.check_model(model, full_check=True)


def test_weight_norm_is_read_as_newer_pytorch_keeps_it(make_mms, tmp_path):
    model = make_mms(tmp_path)
    before = MmsGraph(model, read_config(model), 1).run([*range(20)], 1.0)
    content = model.read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = content[8 : 8 + length].rstrip()
    for old, new in (("g", "0"), ("v", "1")):
        header = header.replace(f".weight_{old}".encode(), f".parametrizations.weight.original{new}".encode())
    model.write_bytes(len(header).to_bytes(8, "little") + header + content[8 + length :])
    np.testing.assert_array_equal(MmsGraph(model, read_config(model), 1).run([*range(20)], 1.0), before)


def test_letters_are_spelled_as_the_vocabulary_has_them(make_mms, tmp_path, utter):
    config = read_config(make_mms(tmp_path))
    known = config.vocabulary
    ids = letter_ids(utter("سلام دنیا"), config)
    assert ids[::2] == [0] * (len("سلام دنیا") + 1)
    assert ids[1::2] == [known[letter] for letter in "سلام دنیا"]


@pytest.mark.parametrize(
    "written, read",
    [("می\u200cروم", "میروم"), ("كي", "کی"), ("سلامِ", "سلام"), ("سلام .", "سلام"), ("— سلام", "سلام")],
)
def test_what_the_vocabulary_lacks_is_written_otherwise_or_left_out(
    written, read, make_mms, tmp_path, utter, caplog
):
    config = read_config(make_mms(tmp_path))
    assert letter_ids(utter(written), config)[1::2] == [config.vocabulary[letter] for letter in read]
    assert "symbols" not in caplog.text


def test_letters_that_are_lost_are_logged(make_mms, tmp_path, utter, caplog):
    config = read_config(make_mms(tmp_path))
    assert letter_ids(utter("xyz سلام"), config)[1::2] == [config.vocabulary[letter] for letter in "سلام"]
    assert "3 of 8 symbols" in caplog.text
