"""A voice judged in one call: it says what real people said, on sentences held out, and is set beside them.

Beside the voice stand the recordings themselves, and chance: the recording of another sentence in each one's place.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from bazgoo.datasets import Dataset, Record
from bazgoo.datasets.audio import samples
from bazgoo.datasets.holding_out import held_out
from bazgoo.errors import NothingHeldOut
from bazgoo.evaluation.comparing import SHAPE, Sound, compare, measured
from bazgoo.evaluation.judge import Judge
from bazgoo.evaluation.predictors import OpinionPredictor, Recogniser
from bazgoo.evaluation.reading import edits
from bazgoo.evaluation.writing import plain
from bazgoo.events import Emit, VoiceJudged, ignore
from bazgoo.phonemes.sounds import sounds_of
from bazgoo.speech import Speaker
from bazgoo.text import normalize

MOST = 40
"""Sentences that a voice is judged with, unless told."""


@dataclass(frozen=True, slots=True)
class Score:
    """One figure of a voice, and the same figure of what it is measured against."""

    name: str
    """A key of MEASURES."""
    voice: float
    chance: float | None
    """Of the recordings of other sentences."""
    recordings: float | None
    """Of the recordings themselves."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of a voice."""

    voice: str
    dataset: str
    version: str
    """Of the dataset."""
    sentences: int
    scores: tuple[Score, ...]


MEASURES = {
    "mcd": "dB",
    "pitch_difference": "semitones",
    "voicing_errors": "%",
    "duration_ratio": "",
    "loudness": "LUFS",
    "phoneme_errors": "%",
    "character_errors": "%",
    "opinion": "1–5",
    "real_time_factor": "",
}
"""The figures in order, and their units; what nobody is there to judge is left out."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Who judges, besides what can be measured."""

    judge: Judge | None = None
    recogniser: Recogniser | None = None
    opinions: OpinionPredictor | None = None


@dataclass(slots=True)
class _Tally:
    """What was found of one speaker, sentence by sentence."""

    found: dict[str, list[float]] = field(default_factory=dict)
    errors: dict[str, tuple[int, int]] = field(default_factory=dict)

    def note(self, name: str, value: float | None) -> None:
        if value is not None:
            self.found.setdefault(name, []).append(value)

    def count(self, name: str, right: Sequence[str], said: Sequence[str]) -> None:
        wrong, all_of_them = self.errors.get(name, (0, 0))
        self.errors[name] = wrong + edits(right, said), all_of_them + len(right)

    def figure(self, name: str) -> float | None:
        if name in self.errors:
            wrong, all_of_them = self.errors[name]
            return round(100 * wrong / max(1, all_of_them), 4)
        return round(fmean(self.found[name]), 4) if name in self.found else None


def judge_voice(
    speaker: Speaker,
    voice: str,
    dataset: Dataset,
    panel: Panel | None = None,
    *,
    most: int = MOST,
    emit: Emit = ignore,
) -> Judgement:
    """Judge a voice on up to ``most`` held-out records; raises NothingHeldOut, VoiceNotFound, AudioUnreadable."""
    records = _chosen(dataset, most)
    judging = _Judging(dataset, panel or Panel())
    spoken, chance, recorded = _Tally(), _Tally(), _Tally()
    speaker.speak(records[0].text, voice=voice)  # loads it
    for done, (record, other) in enumerate(zip(records, [*records[1:], records[0]], strict=True), 1):
        judging.note(spoken, _spoken(speaker, voice, record, spoken), record)
        judging.note(recorded, judging.recording(record), record)
        if other is not record:
            judging.note(chance, judging.recording(other), record)
        emit(VoiceJudged(done, len(records)))
    return Judgement(
        voice, dataset.name, dataset.version(), len(records), tuple(_scores(spoken, chance, recorded))
    )


class _Judging:
    """Listens to whoever says the sentences of a dataset."""

    def __init__(self, dataset: Dataset, panel: Panel) -> None:
        self._dataset = dataset
        self._panel = panel
        self._recordings: dict[int, Sound] = {}

    def recording(self, record: Record) -> Sound:
        """How the person said it."""
        if record.n not in self._recordings:
            path = self._dataset.original(record)
            assert path
            self._recordings[record.n] = measured(*samples(path))
        return self._recordings[record.n]

    def note(self, tally: _Tally, sound: Sound, record: Record) -> None:
        """Add to ``tally`` how well ``sound`` says what ``record`` says."""
        differs = compare(sound, self.recording(record))
        tally.note("mcd", differs.mcd_db)
        tally.note("pitch_difference", differs.pitch_semitones)
        tally.note("voicing_errors", differs.voicing_errors)
        tally.note("duration_ratio", differs.duration_ratio)
        tally.note("loudness", sound.loudness_lufs)
        if self._panel.judge:
            tally.count("phoneme_errors", sounds_of(record.text), self._panel.judge.read(sound.log_mels))
        if self._panel.recogniser:
            written = self._panel.recogniser.write(sound.samples, SHAPE.sample_rate_hz)
            tally.count("character_errors", _letters(record.text), _letters(written))
        if self._panel.opinions:
            tally.note("opinion", self._panel.opinions.score(sound.samples, SHAPE.sample_rate_hz))


def _chosen(dataset: Dataset, most: int) -> list[Record]:
    """Records that nothing is learnt from, spread evenly over the dataset where there are more than ``most``."""
    found = [record for record in held_out(dataset) if record.file and sounds_of(record.text)]
    if not found:
        raise NothingHeldOut(dataset=dataset.name)
    return [found[at * len(found) // min(most, len(found))] for at in range(min(most, len(found)))]


def _spoken(speaker: Speaker, voice: str, record: Record, tally: _Tally) -> Sound:
    began = time.perf_counter()
    clip = speaker.speak(record.text, voice=voice)
    tally.note("real_time_factor", (time.perf_counter() - began) / max(clip.duration_s, 1e-9))
    return measured(clip.samples, clip.sample_rate_hz)


def _scores(spoken: _Tally, chance: _Tally, recorded: _Tally) -> Iterator[Score]:
    for name in MEASURES:
        figure = spoken.figure(name)
        if figure is not None:
            yield Score(name, figure, chance.figure(name), recorded.figure(name))


def _letters(text: str) -> str:
    """What of a text is compared: spaces, marks and ways to write a number do not count."""
    return plain(normalize(text))
