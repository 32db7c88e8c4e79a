"""Recordings as a training wants them: one channel, one rate, one loudness, no silence around; originals stay."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from bazgoo.datasets.dataset import PREPARED, Dataset
from bazgoo.datasets.loudness import loudness_lufs
from bazgoo.datasets.records import Record
from bazgoo.datasets.voice_activity import find_speech
from bazgoo.errors import AudioUnreadable

LOUDNESS_LUFS = -20.0
"""How loud every prepared recording is, unless its peaks forbid."""
PEAK = 0.89
"""What no prepared sample goes beyond (−1 dBFS)."""
BEFORE_S, AFTER_S = 0.1, 0.25
"""Silence that stays before and after speech; voices fade out slower than they begin."""

# what the two libraries raise for files that are broken, each where it happens to notice
_UNREADABLE = (
    *(soundfile.LibsndfileError, OSError, ValueError, ImportError),
    *(EOFError, LookupError, ArithmeticError, AttributeError, TypeError, RuntimeError),
)
# never a playlist, which could name other files and other machines
_FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,aac,ogg,mp3,flac,wav,aiff,caf,asf,amr,au,ac3,mpegts,w64"
_RATES_HZ = range(1_000, 768_001)
_RECIPE = "1"  # counts up when the same recording would be prepared otherwise
_PIECE_S = 10
_QUIET_S = 0.3


def samples(path: Path, longest_s: float | None = None) -> tuple[NDArray[np.float32], int]:
    """What a sound file holds (no more than ``longest_s`` of it), all channels mixed, and its rate in Hz.

    Raises AudioUnreadable.
    """
    for read in (_by_sndfile, _by_ffmpeg):
        try:
            mono, rate_hz = read(path, longest_s)
        except _UNREADABLE:
            continue
        if rate_hz not in _RATES_HZ:
            break
        return np.nan_to_num(mono, copy=False), rate_hz
    raise AudioUnreadable(file=path.name)


def prepare(dataset: Dataset, record: Record, sample_rate_hz: int = 22_050) -> Path:
    """A WAV of the recording of ``record``, ready for training; made once. Raises AudioUnreadable."""
    original = dataset.original(record)
    if original is None or record.sha256 is None:
        raise AudioUnreadable(file=str(record.n))
    settings = f"{_RECIPE} {record.sha256} {sample_rate_hz} {LOUDNESS_LUFS} {PEAK} {BEFORE_S} {AFTER_S}"
    target = dataset.folder / PREPARED / f"{hashlib.sha256(settings.encode()).hexdigest()[:32]}.wav"
    if not target.exists():
        ready = made_ready(*samples(original), sample_rate_hz)
        _appear(target, lambda file: soundfile.write(file, ready, sample_rate_hz, "PCM_16", format="WAV"))
    return target


def made_ready(mono: NDArray[np.float32], rate_hz: int, sample_rate_hz: int) -> NDArray[np.float32]:
    """Mono samples without DC and outer silence, at another rate, at one loudness, without clipping."""
    if not mono.size:
        return mono
    mono = trimmed(mono - mono.mean(), rate_hz)
    mono = soxr.resample(mono, rate_hz, sample_rate_hz)
    peak = float(np.abs(mono).max(initial=0.0))
    if peak == 0:
        return mono
    wanted = 10 ** ((LOUDNESS_LUFS - loudness_lufs(mono, sample_rate_hz)) / 20)
    return mono * np.float32(min(wanted, PEAK / peak))


def made_comparable(mono: NDArray[np.float32], rate_hz: int, sample_rate_hz: int) -> NDArray[np.float32]:
    """The same, and with the same silence around it whether it came with any or not."""
    return made_ready(np.pad(mono, int(_QUIET_S * rate_hz)), rate_hz, sample_rate_hz).astype(
        np.float32, copy=False
    )


def trimmed(mono: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    """The part in which somebody speaks, with a little silence around; all of it when nobody does."""
    speech = find_speech(mono, rate_hz)
    if speech is None:
        return mono
    start = max(0, int((speech.start_s - BEFORE_S) * rate_hz))
    return mono[start : int((speech.end_s + AFTER_S) * rate_hz)]


def _by_sndfile(path: Path, longest_s: float | None) -> tuple[NDArray[np.float32], int]:
    """WAV, FLAC, MP3, Ogg and what else libsndfile knows; mixed piece by piece, since channels may be many."""
    with soundfile.SoundFile(path) as file:
        rate_hz = file.samplerate
        left = int(longest_s * rate_hz) if longest_s else -1
        if file.channels == 1:
            return file.read(left, dtype="float32"), rate_hz
        pieces = [np.zeros(0, np.float32)]
        while len(piece := file.read(_PIECE_S * rate_hz, dtype="float32")) and left:
            pieces.append(piece.mean(axis=1)[: left if left > 0 else None])
            left = max(0, left - len(piece)) if left > 0 else left
        return np.concatenate(pieces), rate_hz


def _by_ffmpeg(path: Path, longest_s: float | None) -> tuple[NDArray[np.float32], int]:
    """AAC, M4A, WebM, where PyAV (an extra) is there."""
    import av  # noqa: PLC0415 - an extra

    with av.open(
        str(path), options={"format_whitelist": _FORMATS, "protocol_whitelist": "file"}
    ) as container:
        stream = container.streams.audio[0]
        mix, pieces, length = av.AudioResampler("flt", "mono", stream.rate), [np.zeros(0, np.float32)], 0
        for frame in container.decode(stream):
            pieces += [part.to_ndarray()[0] for part in mix.resample(frame)]
            length += len(pieces[-1])
            if longest_s and length >= longest_s * stream.rate:
                break
        mono = np.concatenate(pieces)
        return mono[: int(longest_s * stream.rate)] if longest_s else mono, stream.rate


def _appear(target: Path, write: Callable[[str], None]) -> None:
    """Write a file beside ``target`` and put it there when it is whole, also when others do the same."""
    target.parent.mkdir(exist_ok=True)
    handle, part = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        write(part)
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
