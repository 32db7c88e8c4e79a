"""Sentences of a script ↔ stretches of speech, in order, by how long each should take.

A dynamic programme over (sentences read, stretches heard): a few sentences may be said in one go, a sentence may hold
many stretches; either may be left over.  No recogniser is needed, so it works in any language at once; what it cannot
be sure of is left out and said so.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from bazgoo.datasets.importing.stretches import Stretch

_MOST_SENTENCES = 3
_MOST_STRETCHES = 40
_LONGEST_RATIO = 2.5
_BAND_S = 60.0
_BAND_SHARE = 0.1
"""How far, in speech and as a share of all of it, a way may lead from an even pace."""
_BEAM = 80.0
"""How much dearer than the cheapest a way may be and still be followed."""
_SENTENCE_PAUSE_S = 0.45
# What is strange costs its square in standard deviations; all else is weighed against that.
_SHORT_PAUSE = 3.0
_HALT_S, _HALTING, _MOST_HALTING = 0.6, 4.0, 8.0
_TOGETHER = 8.0
_SKIPPED_SENTENCE = 9.0
_SKIPPED_STRETCH = 1.5
_SKIPPED_S = 2.5
_SURE = 2.5
"""Standard deviations beyond which nobody should learn from a match."""
_SPREAD, _SPREAD_S = 0.12, 0.15
"""How far a reader strays from an even pace: by a share, and by a moment at the edges."""
_RATES = (5.0, 30.0)
"""Sounds a second that anybody reads with."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Sentences ``first`` to ``last`` (exclusive) said in the stretches ``begin`` to ``end`` (exclusive)."""

    first: int
    last: int
    begin: int
    end: int
    sure: bool
    """Whether it took about as long as it should."""


def align(weights: Sequence[float], heard: Sequence[Stretch]) -> list[Match]:
    """The matches in order; ``weights`` say how much there is to say in each sentence, in sounds."""
    if not weights or not heard:
        return []
    rate = sum(weights) / sum(each.duration_s for each in heard)
    matches: list[Match] = []
    for _ in range(_ROUNDS):
        matches = _Programme(weights, heard, rate).best()
        rates = [_sounds(weights, each) / _seconds(heard, each) for each in matches]
        if not rates or abs(median(rates) / rate - 1) < 0.02:
            break
        rate = median(rates)
    return matches if _RATES[0] <= rate <= _RATES[1] else []


def _sounds(weights: Sequence[float], match: Match) -> float:
    return sum(weights[match.first : match.last])


def _seconds(heard: Sequence[Stretch], match: Match) -> float:
    return sum(each.duration_s for each in heard[match.begin : match.end])


@dataclass(frozen=True, slots=True)
class _Step:
    """How the best way reached a state."""

    cost: float
    sentences: int
    stretches: int
    strangeness: float


class _Programme:
    """All ways to read the script along the recording, within a band around an even pace."""

    def __init__(self, weights: Sequence[float], heard: Sequence[Stretch], rate: float) -> None:
        self._expected = [0.0, *accumulate([weight / rate for weight in weights])]
        self._heard = [0.0, *accumulate([each.duration_s for each in heard])]
        self._pauses = [after.start_s - before.end_s for before, after in pairwise(heard)] + [math.inf]
        self._inside = [0.0, *accumulate([_halting(pause) for pause in self._pauses])]
        scale = self._heard[-1] / self._expected[-1]
        self._even = [expected * scale for expected in self._expected]
        self._band = max(_BAND_S, _BAND_SHARE * self._heard[-1])

    def best(self) -> list[Match]:
        """The matches of the cheapest way."""
        states: list[dict[int, _Step]] = [{} for _ in self._expected]
        states[0][0] = _Step(0.0, 0, 0, 0.0)
        for i, here in enumerate(states):
            beam = min((step.cost for step in here.values()), default=0.0) + _BEAM
            for j in range(min(here, default=0), len(self._heard)):
                if j not in here or here[j].cost > beam:
                    continue
                if abs(self._heard[j] - self._even[i]) <= self._band:
                    self._go_on(states, i, j, here[j].cost)
        return self._way_back(states)

    def _go_on(self, states: list[dict[int, _Step]], i: int, j: int, cost: float) -> None:
        if j + 1 < len(self._heard):
            seconds = self._heard[j + 1] - self._heard[j]
            _offer(states[i], j + 1, _Step(cost + _SKIPPED_STRETCH + _SKIPPED_S * seconds, 0, 1, 0.0))
        if i + 1 < len(states):
            _offer(states[i + 1], j, _Step(cost + _SKIPPED_SENTENCE, 1, 0, 0.0))
        for sentences in range(1, min(_MOST_SENTENCES, len(states) - 1 - i) + 1):
            expected = self._expected[i + sentences] - self._expected[i]
            for stretches, strangeness, more in self._said(j, expected):
                total = cost + more + _TOGETHER * (sentences - 1)
                _offer(states[i + sentences], j + stretches, _Step(total, sentences, stretches, strangeness))

    def _said(self, j: int, expected: float) -> Iterator[tuple[int, float, float]]:
        """How many stretches from ``j`` on may say what should take so long, how strange that is, what it costs."""
        spread = math.hypot(_SPREAD, _SPREAD_S / max(expected, 0.1))
        for stretches in range(1, min(_MOST_STRETCHES, len(self._heard) - 1 - j) + 1):
            seconds = self._heard[j + stretches] - self._heard[j]
            strangeness = math.log(seconds / max(expected, 0.01)) / spread
            end = j + stretches - 1
            short = max(0.0, 1 - self._pauses[end] / _SENTENCE_PAUSE_S) * _SHORT_PAUSE
            inside = self._inside[end] - self._inside[j]
            yield stretches, abs(strangeness), strangeness**2 + short + inside
            if seconds > _LONGEST_RATIO * expected + 1:
                return

    def _way_back(self, states: list[dict[int, _Step]]) -> list[Match]:
        i, j = len(states) - 1, len(self._heard) - 1
        found: list[Match] = []
        if j not in states[i]:
            return found
        while i or j:
            step = states[i][j]
            i, j = i - step.sentences, j - step.stretches
            if step.sentences and step.stretches:
                sure = step.strangeness <= _SURE
                found.append(Match(i, i + step.sentences, j, j + step.stretches, sure))
        return found[::-1]


def _halting(pause_s: float) -> float:
    """What a pause within a sentence costs: readers halt between sentences, hardly inside."""
    return min(_MOST_HALTING, max(0.0, pause_s - _HALT_S) * _HALTING)


def _offer(states: dict[int, _Step], at: int, step: _Step) -> None:
    if at not in states or step.cost < states[at].cost:
        states[at] = step
