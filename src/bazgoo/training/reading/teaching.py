"""The whole of it: material in, `reading.npz` and `homographs.tsv` out, with what was measured on the way."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from bazgoo.phonemes import ezafe, homographs
from bazgoo.phonemes.network import Network
from bazgoo.phonemes.weights import FILE
from bazgoo.training.reading import corpora, learning
from bazgoo.training.reading.corpora import Ambiguous
from bazgoo.training.reading.learning import Chain, Choice, Weights
from bazgoo.training.reading.network import learn_networks
from bazgoo.training.reading.scores import Share, ezafe_scores
from bazgoo.training.reading.sentences import Example
from bazgoo.training.reading.treebanks import treebank

TAG_ROUNDS, EZAFE_ROUNDS, HOMOGRAPH_ROUNDS = 5, 10, 12
FOLDS = 4
OWN_TIMES = 3
"""How often the linear model sees our own sentences; others are marked by rule or by ear."""
WEIGHTS = {"marked": 2.0, "trees": 0.6, "formal": 0.8, "colloquial": 0.6}
"""What an answer of each source counts for the networks."""
HELD_OUT = 8
"""One sentence in so many is kept for measuring."""
SMALLEST = 0.02
"""A weight below this says nothing and is not kept."""


@dataclass(frozen=True, slots=True)
class Material:
    """Sentences by where they come from."""

    trees: list[Example]
    marked: list[Example]
    """Bazgoo's own, with every ezafe written."""
    formal: list[Example]
    colloquial: list[Example]
    human: list[Ambiguous]
    generated: list[Ambiguous]
    own: list[Ambiguous]
    heard: list[Ambiguous]

    @property
    def homographs(self) -> list[Ambiguous]:
        """All sentences that show a homograph."""
        return self.human + self.generated + self.own + self.heard

    @classmethod
    def read(cls, folder: Path) -> "Material":
        """All that lies in ``folder``."""
        formal = list(corpora.formal(folder))
        usual = corpora.usual_ezafe(formal)
        trees = [
            one for file in sorted((folder / "treebanks").glob("*.conllu")) for one in treebank(file, usual)
        ]
        human, generated = (list(corpora.homographs(folder, name)) for name in ("human", "generated"))
        own = list(corpora.own_homographs())
        heard = list(corpora.heard_homographs(folder, _readings(human + generated + own)))
        marked, colloquial = list(corpora.own()), list(corpora.colloquial(folder))
        heard += corpora.usual_homographs(marked, own, heard)
        return cls(trees, marked, formal, colloquial, human, generated, own, heard)

    def split(self) -> "tuple[Material, Material]":
        """For learning and for measuring: always the same sentences."""
        dice = random.Random(7)
        halves: tuple[list[list[object]], list[list[object]]] = ([], [])
        for rows in (getattr(self, one.name) for one in fields(self)):
            kept = {id(row) for row in dice.sample(rows, len(rows) // HELD_OUT)}
            halves[0].append([row for row in rows if id(row) not in kept])
            halves[1].append([row for row in rows if id(row) in kept])
        return Material(*halves[0]), Material(*halves[1])  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Reader:
    """What has been learnt."""

    tags: Weights
    ezafe: Weights
    transitions: Weights
    network: Network
    homographs: Weights
    readings: dict[str, tuple[str, ...]]
    """Each homograph with its pronunciations in Repr.1."""

    def bound(self, words: Sequence[str]) -> tuple[list[str], list[bool]]:
        """The parts of speech of ``words`` and which carry an ezafe."""
        tags = learning.tag_with(self.tags, words)
        places = learning.places([ezafe.features(words, tags, at) for at in range(len(words))])
        scores = ezafe.speaking_for(self.ezafe[places].sum(axis=1).tolist(), self.network.scores(words))
        return tags, ezafe.best_chain(scores, self.transitions.tolist())

    def choose(self, example: Ambiguous) -> str:
        """Which pronunciation of its homograph a sentence shows."""
        word, seen = example.words[example.at], seen_by(self, example)
        ways = self.readings[word]
        places = learning.places([homographs.of_reading(word, way, seen) for way in range(len(ways))])
        return ways[int(np.argmax(self.homographs[places].sum(axis=1)))]

    def save(self, folder: Path) -> None:
        """Write what the reader ships with into ``folder``."""
        arrays = {"tags": self.tags, "ezafe": self.ezafe, "homographs": self.homographs}
        small = {name: np.where(np.abs(array) < SMALLEST, 0, array) for name, array in arrays.items()}
        halves: dict[str, Any] = {name: array.astype(np.float16) for name, array in small.items()}
        np.savez_compressed(folder / FILE, **halves, ezafe_transitions=self.transitions)
        self.network.save(folder)
        rows = "\n".join("\t".join((word, *ways)) for word, ways in sorted(self.readings.items()))
        (folder / "homographs.tsv").write_text(f"# {SOURCE}\n{rows}\n", "utf-8")


SOURCE = "homograph, then its pronunciations in Repr.1; from HomoRich (CC0)"


def seen_by(reader: Reader, example: Ambiguous) -> list[str]:
    """The features of a homograph in its sentence."""
    tags, bound = reader.bound(example.words)
    return homographs.features(example.words, tags, bound, example.at)


def teach(material: Material) -> Reader:
    """Learn everything: parts of speech, then ezafe on tags as they are guessed, then homographs on both."""
    trees = material.trees + [one.without_marks() for one in material.trees[::3]]
    tags = learning.learn_tags(trees, TAG_ROUNDS)
    told = [*_varied(material.formal, 1), *_varied(material.colloquial, 3)]
    chains = _guessed(trees) + _chains(told, tags) + OWN_TIMES * _chains(material.marked, tags)
    weights, transitions = learning.learn_ezafe(chains, EZAFE_ROUNDS)
    network = learn_networks(_weighted(material))
    readings = _readings(material.homographs)
    reader = Reader(tags, weights, transitions, network, np.zeros(1, np.float32), readings)
    choices = [
        Choice.of(one, seen_by(reader, one), len(ways), ways.index(one.sound))
        for one in material.homographs
        if one.sound in (ways := readings.get(one.words[one.at], ()))
    ]
    learnt = learning.learn_homographs(choices, HOMOGRAPH_ROUNDS)
    return replace(reader, homographs=learnt)


def _chains(examples: Sequence[Example], tags: Weights) -> list[Chain]:
    """Chains with the parts of speech that are guessed."""
    return [Chain.of(one, learning.tag_with(tags, one.words)) for one in examples]


def _weighted(material: Material) -> list[tuple[Example, float]]:
    """All sentences with known ezafes, and what those of their source count."""
    return [(one, weight) for name, weight in WEIGHTS.items() for one in getattr(material, name)]


def _guessed(trees: Sequence[Example]) -> list[Chain]:
    """Chains with the tags that a tagger guesses which has not seen their sentences."""
    chains = []
    for fold in range(FOLDS):
        others = [one for at, one in enumerate(trees) if at % FOLDS != fold]
        tags = learning.learn_tags(others, TAG_ROUNDS - 2)
        chains += [Chain.of(one, learning.tag_with(tags, one.words)) for one in trees[fold::FOLDS]]
    return chains


def _varied(examples: Sequence[Example], every: int) -> list[Example]:
    """Sentences, and one in ``every`` of them again without its commas."""
    return [*examples, *(one.without_marks() for one in examples[::every])]


def _readings(examples: Sequence[Ambiguous]) -> dict[str, tuple[str, ...]]:
    """Every homograph with its pronunciations, the most frequent first."""
    counts: dict[str, Counter[str]] = {}
    for one in examples:
        counts.setdefault(one.words[one.at], Counter())[one.sound] += 1
    return {
        word: tuple(sound for sound, _ in count.most_common())
        for word, count in counts.items()
        if len(count) > 1
    }


def measure(reader: Reader, material: Material) -> dict[str, Share]:
    """How much of ``material`` is read right, by kind."""
    scores: dict[str, Share] = {}
    for name in ("marked", "trees", "formal", "colloquial"):
        examples: list[Example] = getattr(material, name)
        scores |= ezafe_scores(f"ezafe, {name}", examples, [reader.bound(one.words)[1] for one in examples])
        bare = [one.without_marks() for one in examples]
        scores |= ezafe_scores(
            f"ezafe, {name}, no commas", bare, [reader.bound(one.words)[1] for one in bare]
        )
    for name in ("human", "generated", "own", "heard"):
        rows = [one for one in getattr(material, name) if one.words[one.at] in reader.readings]
        right = sum(reader.choose(one) == one.sound for one in rows)
        scores[f"homographs, {name}"] = Share(right, len(rows))
    return scores
