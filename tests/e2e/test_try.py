"""Models run in the page: what was taught here tells what the server tells, others what is known; memory stays flat."""

import base64
import copy
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bazgoo.engines.classifier import Classifier, Sound
from bazgoo.store import Shelf, import_folder
from tests.chromium import find
from tests.e2e.conftest import FLAGS, axe_violations, log_in
from tests.e2e.studio import ADMIN, Studio

pytest.importorskip("torch")
pytestmark = pytest.mark.chromium

from bazgoo.datasets.audio import samples  # noqa: E402
from tests.unit.training.classifier import material  # noqa: E402
from tests.unit.training.classifier.conftest import Teach, teach  # noqa: E402, F401

MEMORY = "--enable-blink-features=ForceEagerMeasureMemory"
MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
RUNS = 200
TAUGHT: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "گوینده": (material.speakers, {"target": "speaker", "max_steps": 60}),
    "بله و نه": (material.words, {"network": "convolutional", "max_steps": 60}),
    "موضوع": (material.topics, {"network": "dense", "max_steps": 80}),
    "موضوع نویسه‌به‌نویسه": (material.topics, {"network": "convolutional", "max_steps": 80}),
    "جدول": (material.table, {"max_steps": 150}),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium that has a microphone and tells of its memory at once."""
    path = find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, MEMORY, *MICROPHONE])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def exports(teach: Teach) -> dict[str, Path]:  # noqa: F811
    """Small classifiers of every kind, as training exports them."""
    return {name: teach(make, **config).run.export for name, (make, config) in TAUGHT.items()}


@pytest.fixture(scope="module")
def shelved(studio: Studio, exports: dict[str, Path]) -> dict[str, str]:
    """The ids under which they are installed in the studio."""
    shelf = Shelf(studio.data_dir / "models")
    return {name: import_folder(shelf, folder, name=name).id for name, folder in exports.items()}


@pytest.fixture
def opened(admin: Page, shelved: dict[str, str]) -> Callable[[str], Page]:
    """Opens an installed classifier on the page."""

    def open_model(name: str) -> Page:
        admin.goto(f"/try?model={shelved[name]}")
        expect(admin.get_by_test_id("try-card")).to_have_attribute("data-kind", "layers")
        return admin

    return open_model


def told(page: Page, runs: int = 1) -> dict[str, float]:
    """What the page shows after so many runs."""
    expect(page.get_by_test_id("try-memory")).to_have_attribute("data-runs", str(runs))
    rows = page.get_by_test_id("try-result").get_by_role("listitem")
    return {
        row.locator("bdi").inner_text(): float(row.get_attribute("data-value") or "nan") for row in rows.all()
    }


def assert_equal(shown: dict[str, float], classifier: Classifier, example: Any) -> None:
    expected = {likely.label: likely.probability for likely in classifier.classify(example)}
    assert shown.keys() == expected.keys()
    for label, probability in expected.items():
        assert shown[label] == pytest.approx(probability, abs=1e-4), (shown, expected)


def by_both(page: Page, ask: Callable[[], None], classifier: Classifier, example: Any) -> None:
    """The same answer as the server's, by TensorFlow.js and by ONNX Runtime."""
    ask()
    assert_equal(told(page), classifier, example)
    page.get_by_test_id("try-runtime").select_option("model.onnx")
    expect(page.get_by_test_id("try-card")).to_have_attribute("data-kind", "onnx")
    ask()
    assert_equal(told(page), classifier, example)


@pytest.mark.parametrize("name", ["گوینده", "بله و نه"])
@pytest.mark.parametrize("rate_hz", [22_050, 16_000, 48_000])
def test_a_sound_is_told_as_on_the_server(
    opened: Callable[[str], Page], exports: dict[str, Path], tmp_path: Path, name: str, rate_hz: int
) -> None:
    import soundfile
    import soxr

    page, wav = opened(name), tmp_path / "گفته.wav"
    material.spoken(wav, "بله", "f2", 150)
    sound, own_hz = samples(wav)
    soundfile.write(wav, soxr.resample(sound, own_hz, rate_hz), rate_hz, "PCM_16")
    by_both(
        page,
        lambda: page.get_by_test_id("try-sound-file").set_input_files(wav),
        Classifier(exports[name]),
        Sound(*samples(wav)),
    )


@pytest.mark.parametrize("name", ["موضوع", "موضوع نویسه‌به‌نویسه"])
def test_a_text_is_told_as_on_the_server(
    opened: Callable[[str], Page], exports: dict[str, Path], name: str
) -> None:
    page, text = opened(name), "مربي تیم  گلِ ۲۰ بازی را با زعفران می‌پزد ABC"

    def ask() -> None:
        page.get_by_test_id("try-text").fill(text)
        page.get_by_test_id("try-run").click()

    by_both(page, ask, Classifier(exports[name]), text)


def test_a_row_is_told_as_on_the_server(opened: Callable[[str], Page], exports: dict[str, Path]) -> None:
    page, cells = opened("جدول"), {"طول": "۶٫۵", "عرض": " 3.25", "شماره": ""}

    def ask() -> None:
        for column, written in cells.items():
            page.get_by_label(column, exact=True).fill(written)
        page.get_by_test_id("try-run").click()

    by_both(page, ask, Classifier(exports["جدول"]), cells)


def test_a_recording_is_told_without_a_file(opened: Callable[[str], Page]) -> None:
    page = opened("گوینده")
    page.get_by_test_id("try-record").click()
    expect(page.get_by_test_id("try-stop")).to_contain_text("۰:۰۱")
    page.get_by_test_id("try-stop").click()
    assert sum(told(page).values()) == pytest.approx(1, abs=1e-4)
    expect(page.get_by_test_id("try-sound")).to_contain_text("ضبط شما")


def test_what_a_voice_says_in_the_page_is_told_without_the_server(opened: Callable[[str], Page]) -> None:
    page = opened("گوینده")
    page.get_by_test_id("try-speak-text").fill("نان")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_test_id("try-speak-now").click()
    expect(page.get_by_test_id("try-speak")).to_have_attribute("data-phase", "done", timeout=90_000)
    page.get_by_test_id("try-spoken").click()
    assert sum(told(page).values()) == pytest.approx(1, abs=1e-4)
    assert not [url for url in asked if "/speech" in url]


@pytest.mark.parametrize("runtime", ["tfjs/model.json", "model.onnx"])
def test_memory_is_flat_over_200_runs(
    opened: Callable[[str], Page],
    tmp_path: Path,
    runtime: str,
    record_property: Callable[[str, object], None],
) -> None:
    page = opened("بله و نه")
    page.get_by_test_id("try-runtime").select_option(runtime)
    kind = "onnx" if runtime.endswith(".onnx") else "layers"
    expect(page.get_by_test_id("try-card")).to_have_attribute("data-kind", kind)
    page.get_by_test_id("try-sound-file").set_input_files(_wav(tmp_path))
    first = _held(page, 1)
    before = _run_often(page, RUNS)
    after = _run_often(page, RUNS)
    assert before["held"] == after["held"] == first
    assert after["page"] - before["page"] < 3_000_000, (before, after)


def _held(page: Page, runs: int) -> dict[str, str | None]:
    memory = page.get_by_test_id("try-memory")
    expect(memory).to_have_attribute("data-runs", str(runs))
    return {name: memory.get_attribute(f"data-{name}") for name in ("tensors", "tensor-bytes", "wasm-bytes")}


def _run_often(page: Page, more: int) -> dict[str, Any]:
    """Asks ``more`` times; what the model then holds, and all of the page with its workers."""
    memory = page.get_by_test_id("try-memory")
    done = int(memory.get_attribute("data-runs") or 0)
    page.evaluate(
        """async (more) => {
             for (let n = 0; n < more; n++) {
               const runs = document.querySelector('[data-testid=try-memory]').dataset.runs;
               document.querySelector('[data-testid=try-run]').click();
               while (document.querySelector('[data-testid=try-memory]').dataset.runs === runs)
                 await new Promise((next) => setTimeout(next));
             }
           }""",
        more,
    )
    whole = page.evaluate("async () => (await performance.measureUserAgentSpecificMemory()).bytes")
    return {"held": _held(page, done + more), "page": whole}


def _wav(folder: Path) -> dict[str, Any]:
    import soundfile

    path = folder / "said.wav"
    material.spoken(path, "نه", "m3", 170)
    content = path.read_bytes()
    assert soundfile.info(path).samplerate == 22_050
    return {"name": "said.wav", "mimeType": "audio/wav", "buffer": content}


GRAPH = {
    "format": "graph-model",
    "generatedBy": "test",
    "convertedBy": "test",
    "modelTopology": {
        "node": [
            {"name": "x", "op": "Placeholder", "attr": {
                "dtype": {"type": "DT_FLOAT"}, "shape": {"shape": {"dim": [{"size": "-1"}, {"size": "2"}]}}}},
            {"name": "w", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"}, "value": {"tensor": {
                "dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "2"}, {"size": "3"}]}}}}},
            {"name": "y", "op": "MatMul", "input": ["x", "w"], "attr": {
                "T": {"type": "DT_FLOAT"}, "transpose_a": {"b": False}, "transpose_b": {"b": False}}},
        ],
        "library": {},
        "versions": {"producer": 1},
    },
    "weightsManifest": [
        {"paths": ["group1-shard1of1.bin"], "weights": [{"name": "w", "shape": [2, 3], "dtype": "float32"}]}
    ],
}  # fmt: skip
WEIGHTS = np.array([[1, 0, -1], [0, 2, 1]], np.float32)


def write_graph(folder: Path, graph: dict[str, Any] | None = None) -> list[Path]:
    """A graph model of TensorFlow.js that multiplies two numbers by ``WEIGHTS``, and its labels."""
    (folder / "model.json").write_text(json.dumps(graph or GRAPH))
    (folder / "group1-shard1of1.bin").write_bytes(WEIGHTS.tobytes())
    (folder / "labels.txt").write_text("یک\nدو\nسه\n", "utf-8")
    return [folder / name for name in ("model.json", "group1-shard1of1.bin", "labels.txt")]


def write_heavy_graph(folder: Path, operator: str) -> list[Path]:
    """The same in two steps with 120,000 numbers between them; the last by ``operator``."""
    width = 120_000
    first, second = (
        np.repeat(np.eye(2, dtype=np.float32), width // 2, axis=1),
        np.repeat(WEIGHTS, width // 2, axis=0),
    )
    graph = copy.deepcopy(GRAPH)
    x, w, y = graph["modelTopology"]["node"]
    wide, narrow = copy.deepcopy(w) | {"name": "wide"}, copy.deepcopy(w) | {"name": "narrow"}
    for node, array in ((wide, first), (narrow, second)):
        dims = [{"size": str(size)} for size in array.shape]
        node["attr"]["value"]["tensor"]["tensorShape"]["dim"] = dims
    hidden = copy.deepcopy(y) | {"name": "hidden", "input": ["x", "wide"]}
    last = copy.deepcopy(y) | {"input": ["hidden", "narrow"], "op": operator}
    if operator == "Einsum":
        equation = base64.b64encode(b"ij,jk->ik").decode()
        last["attr"] = {"equation": {"s": equation}, "N": {"i": "2"}, "T": {"type": "DT_FLOAT"}}
    graph["modelTopology"]["node"] = [x, wide, narrow, hidden, last]
    graph["weightsManifest"][0]["weights"] = [
        {"name": node["name"], "shape": list(array.shape), "dtype": "float32"}
        for node, array in ((wide, first), (narrow, second))
    ]
    files = write_graph(folder, graph)
    files[1].write_bytes(first.tobytes() + (second / (width // 2)).tobytes())
    return files


def write_means(path: Path, shape: list[Any], axes: list[int]) -> Path:
    """An ONNX model that tells the mean of each colour of a picture."""
    nodes = [helper.make_node("ReduceMean", ["image", "axes"], ["means"], keepdims=0)]
    graph = helper.make_graph(
        nodes,
        "means",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("means", TensorProto.FLOAT, [1, 3])],
        [numpy_helper.from_array(np.array(axes, np.int64), "axes")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())
    return path


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = (b"\0" + bytes(colour) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def trying(admin: Page) -> Page:
    """The page, with nothing opened."""
    admin.goto("/try")
    expect(admin.get_by_test_id("try-choose")).to_be_visible()
    return admin


def test_a_graph_model_from_disk_tells_what_is_known(trying: Page, tmp_path: Path) -> None:
    trying.get_by_test_id("try-files").set_input_files(write_graph(tmp_path))
    card = trying.get_by_test_id("try-card")
    expect(card).to_have_attribute("data-kind", "graph")
    expect(card).to_contain_text("float32 [?, 2]")
    trying.get_by_test_id("try-numbers").fill("۱٫۵، 0.5")
    trying.get_by_test_id("try-run").click()
    logits = np.array([1.5, 0.5]) @ WEIGHTS
    expected = np.exp(logits) / np.exp(logits).sum()
    assert told(trying) == pytest.approx(dict(zip(["یک", "دو", "سه"], expected, strict=True)), abs=1e-6)
    trying.get_by_test_id("try-meaning").select_option("values")
    assert told(trying) == pytest.approx({"یک": 1.5, "دو": 1.0, "سه": -1.0}, abs=1e-6)


@pytest.mark.parametrize("operator", ["MatMul", "Einsum"])
def test_a_heavy_model_computes_in_webassembly_but_for_what_only_the_processor_can(
    trying: Page, tmp_path: Path, operator: str
) -> None:
    trying.get_by_test_id("try-files").set_input_files(write_heavy_graph(tmp_path, operator))
    expect(trying.get_by_test_id("try-card")).to_have_attribute("data-backend", "wasm")
    trying.get_by_test_id("try-numbers").fill("1.5, 0.5")
    trying.get_by_test_id("try-run").click()
    trying.get_by_test_id("try-meaning").select_option("values")
    assert told(trying) == pytest.approx({"یک": 1.5, "دو": 1.0, "سه": -1.0}, abs=1e-3)


@pytest.mark.parametrize(
    ("shape", "axes", "scaling", "expected"),
    [
        ([1, 3, 8, 8], [2, 3], "unit", [1.0, 0.6, 0.2]),
        ([1, 8, 8, 3], [1, 2], "signed", [1.0, 0.2, -0.6]),
        ([1, 3, 8, 8], [2, 3], "raw", [255.0, 153.0, 51.0]),
        ([1, 8, 8, 3], [1, 2], "standard", [(1 - 0.485) / 0.229, (0.6 - 0.456) / 0.224, (0.2 - 0.406) / 0.225]),
    ],
)  # fmt: skip
def test_a_picture_is_brought_to_the_models_size_and_scale(
    trying: Page, tmp_path: Path, shape: list[int], axes: list[int], scaling: str, expected: list[float]
) -> None:
    trying.get_by_test_id("try-files").set_input_files(write_means(tmp_path / "means.onnx", shape, axes))
    expect(trying.get_by_test_id("try-card")).to_have_attribute("data-kind", "onnx")
    trying.get_by_test_id("try-scaling").select_option(scaling)
    picture = {"name": "رنگ.png", "mimeType": "image/png", "buffer": png(20, 12, (255, 153, 51))}
    trying.get_by_test_id("try-picture-file").set_input_files(picture)
    told(trying)
    trying.get_by_test_id("try-meaning").select_option("values")
    assert told(trying) == pytest.approx({str(n): value for n, value in enumerate(expected)}, abs=1e-5)


def test_a_model_for_pictures_of_any_size_is_asked_with_one(trying: Page, tmp_path: Path) -> None:
    trying.get_by_test_id("try-files").set_input_files(
        write_means(tmp_path / "means.onnx", [1, 3, "rows", None], [2, 3])
    )
    expect(trying.get_by_test_id("try-card")).to_contain_text("float32 [1, 3, ?, ?]")
    picture = {"name": "رنگ.png", "mimeType": "image/png", "buffer": png(20, 12, (255, 153, 51))}
    trying.get_by_test_id("try-picture-file").set_input_files(picture)
    told(trying)
    trying.get_by_test_id("try-meaning").select_option("values")
    assert told(trying) == pytest.approx({"0": 1.0, "1": 0.6, "2": 0.2}, abs=1e-3)


def _wrong(trying: Page, files: list[Any], sentence: str) -> None:
    trying.get_by_test_id("try-files").set_input_files(files)
    expect(trying.get_by_test_id("error-message")).to_contain_text(sentence)


def test_what_cannot_be_run_is_told_in_a_sentence(trying: Page, tmp_path: Path) -> None:
    model, shard, _ = write_graph(tmp_path)
    _wrong(trying, [{"name": "a.txt", "mimeType": "", "buffer": b"hello"}], "مدلی نیست که اینجا اجرا شود")
    _wrong(trying, [model], "به «group1-shard1of1.bin» هم نیاز دارد")
    _wrong(trying, [{"name": "a.onnx", "mimeType": "", "buffer": b"no model"}], "این مدل باز یا اجرا نشد")
    broken = tmp_path / "classifier.json"
    broken.write_text("{}")
    _wrong(trying, [model, shard, broken], "«classifier.json» خوانده نشد")
    unknown = onnx.load(write_means(tmp_path / "means.onnx", [1, 3, 8, 8], [2, 3]))
    unknown.graph.node[0].op_type = "Smell"
    content = unknown.SerializeToString()
    _wrong(trying, [{"name": "b.onnx", "mimeType": "", "buffer": content}], "عملگر «Smell»")


def test_numbers_that_do_not_fit_are_told_in_a_sentence(trying: Page, tmp_path: Path) -> None:
    trying.get_by_test_id("try-files").set_input_files(write_graph(tmp_path))
    for written, sentence in (("1, 2, 3", "شکل"), ("1, دو", "جز عدد هست"), ("", "جز عدد هست")):
        trying.get_by_test_id("try-numbers").fill(written)
        trying.get_by_test_id("try-run").click()
        expect(trying.get_by_test_id("error-message")).to_contain_text(sentence)


def test_a_model_is_tried_with_the_keyboard_alone(admin: Page, shelved: dict[str, str]) -> None:
    admin.goto("/try")
    chosen = admin.get_by_test_id("try-installed")
    chosen.focus()
    chosen.select_option(shelved["موضوع"])
    expect(admin.get_by_test_id("try-card")).to_be_visible()
    text = admin.get_by_test_id("try-text")
    text.focus()
    admin.keyboard.type("تیم ملی گل زد")
    admin.keyboard.press("Tab")
    expect(admin.get_by_test_id("try-run")).to_be_focused()
    admin.keyboard.press("Enter")
    assert max(told(admin).items(), key=lambda item: item[1])[0] == "ورزش"


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_breaks_no_rule_and_fits_a_phone(
    new_context: Callable[..., BrowserContext], shelved: dict[str, str], language: str, theme: str
) -> None:
    context = new_context(viewport={"width": 390, "height": 844}, color_scheme=theme, reduced_motion="reduce")
    page = context.new_page()
    log_in(page, ADMIN)
    if language == "en":
        page.get_by_test_id("language-switch").click()
    for name in ("موضوع", "جدول", "گوینده"):
        page.goto(f"/try?model={shelved[name]}")
        expect(page.get_by_test_id("try-card")).to_be_visible()
        if name == "موضوع":
            page.get_by_test_id("try-text").fill("گل زد")
            page.get_by_test_id("try-run").click()
            told(page)
        assert axe_violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_nothing_of_it_travels_before_a_model_is_opened(admin: Page, shelved: dict[str, str]) -> None:
    fetched: list[str] = []
    admin.on("request", lambda request: fetched.append(request.url))
    admin.goto("/try")
    expect(admin.get_by_test_id("try-installed")).to_be_visible()
    admin.wait_for_load_state("networkidle")
    assert not [url for url in fetched if ".wasm" in url or "worker" in url or "/files" in url]
    admin.get_by_test_id("try-installed").select_option(shelved["جدول"])
    expect(admin.get_by_test_id("try-card")).to_have_attribute("data-backend", "cpu")
    assert not [url for url in fetched if ".wasm" in url or url.endswith(".onnx")]
