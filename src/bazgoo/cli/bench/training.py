"""What `bazgoo bench training` measures: how fast is taught here, and what came of it, all from eSpeak speech."""

import runpy
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import soundfile

from bazgoo.cli.bench.report import Figure
from bazgoo.cli.bench.teaching import Bar, Taught, teach_judge, teach_run
from bazgoo.cli.bench.whole_files import real_time_factor
from bazgoo.cli.terminal import say
from bazgoo.datasets import Dataset
from bazgoo.datasets.prompts import prompts
from bazgoo.evaluation.judge import Judge
from bazgoo.evaluation.voices import Judgement, Panel, judge_voice
from bazgoo.phonemes import espeak_ng
from bazgoo.speech import open_speaker
from bazgoo.training.config import RecipeName
from bazgoo.training.run import Asked, Run

PIPER_SHAPED = Path(__file__).parents[4] / "tests/voices/make_tiny_voice.py"
"""Makes a voice that costs what a medium Piper voice costs; there in a checkout only."""
SPEAKERS = ("", "f2", "m3")
"""Variants of eSpeak that the classifier tells apart."""
_A_SPEAKER = 24
_PEER = "Piper-medium-shaped"


def measure(steps: Sequence[int], sentences: int, judge_steps: int, classifier_steps: int) -> list[Figure]:
    """Teach a judge, a classifier, and a tiny voice for each number of ``steps``; all of it is deleted again."""
    with TemporaryDirectory(prefix="bazgoo-bench-") as name:
        folder = Path(name)
        dataset, speakers = _corpus(folder / "dataset", sentences), _speakers(folder / "speakers")
        figures = [_pace("judge", judge_steps, teach_judge(dataset, folder / "judge", judge_steps))]
        figures += _classifier(folder / "classifier", speakers, classifier_steps)
        for count in steps:
            figures += _voice(folder / f"voice-{count}", dataset, Judge.open(folder / "judge"), count)
    return figures


def _corpus(folder: Path, sentences: int) -> Path:
    """Bazgoo's own sentences, read by Bazgoo, said by eSpeak."""
    speaker = open_speaker(None, cache_bytes=0)
    with Dataset.create(folder, "eSpeak", "audio") as dataset, Bar("گفتار eSpeak", "eSpeak speech") as bar:
        for done, prompt in enumerate(prompts()[:sentences], 1):
            clip = speaker.speak(prompt.text, voice="espeak-fa")
            sound = folder.with_suffix(".wav")
            soundfile.write(sound, clip.samples, clip.sample_rate_hz)
            rate_hz, duration_s = clip.sample_rate_hz, clip.duration_s
            dataset.add(prompt.text, file=sound, move=True, duration_s=duration_s, sample_rate=rate_hz)
            bar(done, sentences)
    return folder


def _speakers(folder: Path) -> Path:
    """Sentences said by several, each labelled with who says it."""
    with Dataset.create(folder, "eSpeak", "audio") as dataset:
        for place, prompt in enumerate(prompts()[: len(SPEAKERS) * _A_SPEAKER]):
            variant = SPEAKERS[place % len(SPEAKERS)]
            samples, sound = espeak_ng.synthesize(prompt.text, variant), folder.with_suffix(".wav")
            soundfile.write(sound, samples, espeak_ng.SAMPLE_RATE_HZ)
            duration_s = len(samples) / espeak_ng.SAMPLE_RATE_HZ
            rate_hz = espeak_ng.SAMPLE_RATE_HZ
            label = variant or "fa"
            dataset.add(
                prompt.text, label=label, file=sound, move=True, duration_s=duration_s, sample_rate=rate_hz
            )
    return folder


def _pace(what: str, steps: int, steps_per_s: float) -> Figure:
    return Figure(f"{what}, {steps} steps", "steps/s", "", steps_per_s)


def _run(folder: Path, recipe: RecipeName, dataset: Path, steps: int) -> tuple[Run, Taught]:
    config = {"max_steps": steps, "epochs": 10_000, "checkpoint_every": 10_000}
    run = Run.create(folder, Asked(recipe, "bench", str(dataset), config, lineage={"dataset_name": "eSpeak"}))
    return run, teach_run(run, "می‌آموزد", f"teaching: {recipe}")


def _classifier(folder: Path, dataset: Path, steps: int) -> Iterator[Figure]:
    _, taught = _run(folder, "classifier", dataset, steps)
    yield _pace("classifier", steps, taught.steps_per_s)
    if "val_accuracy" in taught.metrics:
        wrong = 100 * (1 - taught.metrics["val_accuracy"])
        yield Figure(f"classifier, {steps} steps: speakers taken for others", "%", "", wrong)


def _voice(folder: Path, dataset: Path, judge: Judge, steps: int) -> Iterator[Figure]:
    run, taught = _run(folder, "voice", dataset, steps)
    what = f"voice, {steps} steps"
    yield _pace("voice", steps, taught.steps_per_s)
    yield Figure(f"{what}: from its first step to its model", "s", "", taught.seconds)
    model = next(run.export.glob("*.onnx"))
    yield from _judged(what, model, dataset, judge)
    yield from _beside_piper(what, model, folder)


def _judged(what: str, model: Path, dataset: Path, judge: Judge) -> Iterator[Figure]:
    speaker = open_speaker(None, files=[model], cache_bytes=0)
    with Dataset.open(dataset) as opened:
        judgement = judge_voice(speaker, model.stem, opened, Panel(judge))
    for name, unit in (("mcd", "dB"), ("phoneme_errors", "%"), ("pitch_difference", "semitones")):
        yield from _score(f"{what}: {name.replace('_', ' ')}", unit, name, judgement)


def _score(what: str, unit: str, name: str, judgement: Judgement) -> Iterator[Figure]:
    for score in judgement.scores:
        if score.name == name:
            beside = {"recordings": score.recordings, "another sentence": score.chance}
            peers = {peer: value for peer, value in beside.items() if value is not None}
            yield Figure(what, unit, judgement.voice, score.voice, peers)


def _beside_piper(what: str, model: Path, folder: Path) -> Iterator[Figure]:
    """Speed and size, beside a voice of the shape of Piper's medium ones where one can be made."""
    voices = {"": model}
    if PIPER_SHAPED.is_file() and find_spec("onnx"):
        made = runpy.run_path(str(PIPER_SHAPED))["make_voice"](folder / "peer", "heavy", heavy=True)
        voices[_PEER] = made
    else:
        say(
            "بیرون از مخزن بازگو همتایی برای سنجش نیست.", "Outside of a checkout there is no peer to measure."
        )
    factors = {name: real_time_factor(voice) for name, voice in voices.items()}
    sizes = {name: voice.stat().st_size / 1e6 for name, voice in voices.items()}
    for name, unit, values in (("speaking", "real-time factor", factors), ("size", "MB", sizes)):
        ours = values.pop("")
        yield Figure(f"{what}: {name}", unit, model.stem, ours, values)
