"""How the weights are learnt: averaged perceptrons and a logistic regression over hashed features."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from bazgoo.phonemes import ezafe, homographs, tags
from bazgoo.phonemes.weights import SLOTS, slots
from bazgoo.training.reading.corpora import Ambiguous
from bazgoo.training.reading.sentences import Example

Weights = NDArray[np.float32]


class Averaged:
    """Weights, and their mean over all the steps at which they changed."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.now = np.zeros(shape, np.float32)
        self._late = np.zeros(shape, np.float64)
        self.step = 0

    def add(self, place: object, change: float) -> None:
        """Change the weights at ``place``, which may repeat."""
        np.add.at(self.now, place, np.float32(change))  # type: ignore[arg-type]
        np.add.at(self._late, place, change * self.step)  # type: ignore[arg-type]

    def mean(self) -> Weights:
        """The mean of the weights since the beginning."""
        return (self.now - self._late / max(1, self.step)).astype(np.float32)


def places(rows: Sequence[list[str]]) -> NDArray[np.int64]:
    """Where the weights of each of ``rows`` of features lie; all rows are of one length."""
    return np.array([*map(slots, rows)])


def learn_tags(examples: Sequence[Example], rounds: int, seed: int = 0) -> Weights:
    """Parts of speech, one weight a feature and tag: SLOTS × TAGS."""
    weights = Averaged((SLOTS, len(tags.TAGS)))
    order, dice = list(examples), random.Random(seed)
    for _ in range(rounds):
        dice.shuffle(order)
        for example in order:
            given: list[str] = []
            for at, right in enumerate(example.tags):
                places = slots(tags.features(example.words, at, *tags.earlier(given)))
                guess = int(np.argmax(weights.now[places].sum(axis=0)))
                weights.step += 1
                if right is not None and tags.TAGS[guess] != right:
                    weights.add((places, tags.TAGS.index(right)), 1.0)
                    weights.add((places, guess), -1.0)
                given.append(tags.TAGS[guess])
    return weights.mean()


def tag_with(weights: Weights, words: Sequence[str]) -> list[str]:
    """The parts of speech of ``words`` by weights that are being taught."""
    return tags.tag_by(words, lambda features: int(np.argmax(weights[slots(features)].sum(axis=0))))


@dataclass(frozen=True, slots=True)
class Chain:
    """A sentence for the ezafe model: where its features lie, and the answers that are known."""

    places: NDArray[np.int64]
    known: tuple[bool | None, ...]

    @classmethod
    def of(cls, example: Example, tags: Sequence[str]) -> "Chain":
        """``example`` seen with ``tags``."""
        rows = [ezafe.features(example.words, tags, at) for at in range(len(example.words))]
        return cls(places(rows), example.ezafe)


def learn_ezafe(chains: Sequence[Chain], rounds: int, seed: int = 0) -> tuple[Weights, Weights]:
    """A structured perceptron: weights (SLOTS) and transitions (2 × 2); unknown answers are left free."""
    weights, transitions = Averaged((SLOTS,)), Averaged((2, 2))
    order, dice = list(chains), random.Random(seed)
    for _ in range(rounds):
        dice.shuffle(order)
        for chain in order:
            weights.step += 1
            transitions.step += 1
            scores, steps = weights.now[chain.places].sum(axis=1).tolist(), transitions.now.tolist()
            guess = ezafe.best_chain(scores, steps)
            if all(known in (None, said) for known, said in zip(chain.known, guess, strict=True)):
                continue
            right = ezafe.best_chain(scores, steps, chain.known)
            for at, (one, other) in enumerate(zip(right, guess, strict=True)):
                if one != other:
                    weights.add(chain.places[at], 1.0 if one else -1.0)
            for row, change in ((right, 1.0), (guess, -1.0)):
                for before, after in zip((False, *row), row, strict=False):
                    transitions.add((int(before), int(after)), change)
    return weights.mean(), transitions.mean()


@dataclass(frozen=True, slots=True)
class Choice:
    """A homograph in a sentence: where the features of each of its readings lie, and which one is right."""

    places: NDArray[np.int64]
    right: int

    @classmethod
    def of(cls, example: Ambiguous, seen: Sequence[str], ways: int, right: int) -> "Choice":
        """``example`` with what was ``seen`` around its word, which has so many ``ways`` to be said."""
        word = example.words[example.at]
        rows = [homographs.of_reading(word, way, seen) for way in range(ways)]
        return cls(places(rows), right)


def learn_homographs(choices: Sequence[Choice], rounds: int, seed: int = 0) -> Weights:
    """Logistic regressions, one a homograph, in one table."""
    weights = np.zeros(SLOTS, np.float32)
    order, dice, rate = list(choices), random.Random(seed), 0.15
    for _ in range(rounds):
        dice.shuffle(order)
        for choice in order:
            scores = weights[choice.places].sum(axis=1)
            powers = np.exp(scores - scores.max())
            errors = -powers / powers.sum()
            errors[choice.right] += 1
            step = rate / sqrt(choice.places.shape[1])
            np.add.at(weights, choice.places, (step * errors[:, None]).astype(np.float32))
        rate *= 0.9
    return weights
