"""What the starter voice is taught with: eSpeak NG speaking Bazgoo's own sentences, as Bazgoo reads them.

`python -m bazgoo.training.starter FOLDER` makes the dataset; `recipes/starter_voice.sh` tells the whole story.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

import soundfile

from bazgoo.datasets import Dataset
from bazgoo.datasets.prompts import prompts
from bazgoo.engines import EspeakEngine, Voice
from bazgoo.engines.espeak import MAN
from bazgoo.phonemes import Utterance, transcribe
from bazgoo.text import passages

NAME = "صدای آغازین"
CLIPS = 1500
FACTS = {
    "license": "CC0-1.0",
    "consent": "گفتار ساختگی eSpeak NG؛ صدای هیچ‌کس نیست.",
    "source": "eSpeak NG",
}
_SHORTEST, _LONGEST = 4, 160
_PHRASES, _SENTENCES = 5, 3
"""Of the corpus' phrases every fifth is taken and of its sentences every third, until there are enough."""


def texts() -> Iterator[str]:
    """Sentences and short phrases, each of them said in one breath; those that cover the sounds of Persian first."""
    sentences, phrases = _corpus("ezafe.txt")[::_SENTENCES], _corpus("light_verbs.tsv")[::_PHRASES]
    mixed = chain.from_iterable(zip(sentences, phrases, strict=False))
    known = set()
    for text in chain((prompt.text for prompt in prompts()), mixed, sentences[len(phrases) :]):
        if text not in known and _SHORTEST <= len(text) <= _LONGEST and len(list(passages(text))) == 1:
            known.add(text)
            yield text


def _corpus(name: str) -> list[str]:
    lines = files("bazgoo.training.reading").joinpath("corpus", name).read_text("utf-8").splitlines()
    return [line.rpartition("\t")[2] for line in lines if line and not line.startswith("#")]


def make(folder: Path, clips: int = CLIPS, voice: Voice = MAN) -> Dataset:
    """A dataset of that many clips in ``folder``, which is made."""
    dataset, engine = Dataset.create(folder, NAME, "audio"), EspeakEngine()
    for key, value in FACTS.items():
        dataset.set_fact(key, value)
    with tempfile.TemporaryDirectory() as scratch:
        clip = Path(scratch, "clip.wav")
        for _, text in zip(range(clips), texts(), strict=False):
            samples = engine.synthesize(_read(text), voice, 1.0)
            soundfile.write(clip, samples, voice.sample_rate)
            duration_s = len(samples) / voice.sample_rate
            dataset.add(text, file=clip, move=True, duration_s=duration_s, sample_rate=voice.sample_rate)
    return dataset


def _read(text: str) -> Utterance:
    (passage,) = passages(text)
    return transcribe(passage.tokens)


def main() -> None:
    """Make it, and say how much it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clips", type=int, default=CLIPS)
    given = parser.parse_args()
    with make(given.folder, given.clips) as dataset:
        sys.stdout.write(f"{dataset.count()} clips, {dataset.duration_s / 60:.0f} minutes\n")


if __name__ == "__main__":
    main()
