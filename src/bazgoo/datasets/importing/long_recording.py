"""One long recording with its script → a record for each sentence, cut at the pauses."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import soundfile

from bazgoo.datasets.coverage import phones, sounds
from bazgoo.datasets.importing.aligning import Match, align
from bazgoo.datasets.importing.report import Found, Rejection, rejection
from bazgoo.datasets.importing.sound import looked_at, readable
from bazgoo.datasets.importing.stretches import Stretch, stretches
from bazgoo.errors import AudioUnreadable

Progress = Callable[[int, int], None]
"""Told how much is done of how much; raises when it is cancelled."""

LONG_S = 30.0
"""Longer ones are no single sentence."""
BEFORE_S, AFTER_S = 0.15, 0.25
_WORTH_TELLING_S = 1.0
_MOST_READ_OVER = 1 << 18
_SENTENCE_END = re.compile(r"(?<=[.!?؟…])[»”\")\]]*\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a script."""

    text: str
    line: int
    """Where it begins, from 1."""
    phones: int
    """How many sounds it is said with, which is how long it takes."""


def is_long(audio: Path) -> bool:
    """Whether it is far too long for one sentence."""
    try:
        return looked_at(audio)[0] > LONG_S
    except AudioUnreadable:
        return False


def sentences(script: str) -> list[Sentence]:
    """The sentences of a script, which end with their mark or with the line."""
    found = []
    for number, line in enumerate(script.splitlines(), 1):
        for text in _divided(line.replace("\ufeff", "").strip()):
            if count := phones(sounds(text)):
                found.append(Sentence(text, number, count))
    return found


def cut(
    audio: Path, script: str, pieces: Path, progress: Progress, *, audio_name: str, script_name: str
) -> Iterator[Found | Rejection]:
    """A record for each sentence that was found, with its piece of the recording in ``pieces``; and what was not."""
    pieces.mkdir(exist_ok=True)
    try:
        recording = readable(audio, pieces)
    except AudioUnreadable:
        yield rejection("audio_unreadable", audio_name, name=audio_name)
        return
    said, heard = sentences(script), stretches(recording, progress)
    matches = [match for match in align([each.phones for each in said], heard) if match.sure]
    with soundfile.SoundFile(recording) as file:
        for number, match in enumerate(matches, 1):
            text = " ".join(each.text for each in said[match.first : match.last])
            piece = pieces / f"{audio.stem[:60]}_{number:04d}.flac"
            _write_piece(file, *_bounds(heard, match), piece)
            yield Found(text, piece, file=script_name or audio_name, line=said[match.first].line)
    yield from _left_over(said, heard, matches, script_name or audio_name, audio_name)


def _divided(line: str) -> Iterator[str]:
    """The sentences of a line, each with its closing quotes."""
    at = 0
    for end in _SENTENCE_END.finditer(line):
        yield line[at : end.end()].strip()
        at = end.end()
    if rest := line[at:].strip():
        yield rest


def _bounds(heard: Sequence[Stretch], match: Match) -> tuple[float, float]:
    """From a little before to a little after, no further than the middle of the pause."""
    first, last = heard[match.begin], heard[match.end - 1]
    before = heard[match.begin - 1].end_s if match.begin else 0.0
    after = heard[match.end].start_s if match.end < len(heard) else last.end_s + 2 * AFTER_S
    start = max(first.start_s - BEFORE_S, (before + first.start_s) / 2 if match.begin else 0.0)
    return start, min(last.end_s + AFTER_S, (last.end_s + after) / 2)


def _write_piece(recording: soundfile.SoundFile, start_s: float, end_s: float, piece: Path) -> None:
    """Pieces are in order, so what lies between is read over: a jump into an MP3 loses what its frames share."""
    rate = recording.samplerate
    while (left := int(start_s * rate) - recording.tell()) > 0:
        if not len(recording.read(min(left, _MOST_READ_OVER), dtype="float32")):
            break
    samples = recording.read(max(0, int(end_s * rate) - recording.tell()), dtype="float32")
    fine = recording.subtype in ("PCM_24", "PCM_32", "FLOAT", "DOUBLE")
    soundfile.write(piece, samples, rate, "PCM_24" if fine else "PCM_16", format="FLAC")


def _left_over(
    said: Sequence[Sentence], heard: Sequence[Stretch], matches: Sequence[Match], script: str, audio: str
) -> Iterator[Rejection]:
    read = {number for match in matches for number in range(match.first, match.last)}
    for number, sentence in enumerate(said):
        if number not in read:
            yield rejection("script_unmatched", script, sentence.line, text=sentence.text)
    ends = [0, *(match.end for match in matches)]
    begins = [*(match.begin for match in matches), len(heard)]
    for begin, end in zip(ends, begins, strict=True):
        left = heard[begin:end]
        if sum(each.duration_s for each in left) >= _WORTH_TELLING_S:
            start, stop = round(left[0].start_s, 1), round(left[-1].end_s, 1)
            yield rejection("speech_unmatched", audio, start=start, end=stop)
