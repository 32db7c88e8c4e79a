"""From a spectrogram to samples."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.files import damaged
from bazgoo.engines.runtime import Session

Floats = NDArray[np.float32]


class Vocoder:
    """One ONNX session that gives samples (HiFi-GAN) or the short-time spectrum of the sound (Vocos)."""

    def __init__(self, voice: str, model: Path) -> None:
        """Load ``model``; raises VoiceDamaged."""
        self._voice = voice
        self._session = Session(voice, model)
        self._fft, self._hop, self._window = (
            self._size(key, usual)
            for key, usual in (("n_fft", 1024), ("hop_length", 256), ("win_length", 1024))
        )
        self._centred = self._session.properties.get("center", "1") != "0"

    def run(self, mel: Floats) -> Floats:
        """The samples of ``mel`` (1 × bands × frames); raises VoiceDamaged."""
        made = self._session.run({self._session.inputs[0]: mel})
        return made[0].reshape(-1) if len(made) == 1 else self._sound(made)

    def _sound(self, made: Sequence[Floats]) -> Floats:
        """From magnitude and the cosine and sine of phase, each 1 × bins × frames."""
        magnitude, cosine, sine = (part[0] for part in made[:3])
        if magnitude.shape[0] != self._fft // 2 + 1:
            raise damaged(self._voice, "وُکدر آن درست نیست.", "its vocoder is not valid.")
        samples = inverse_stft(magnitude * (cosine + 1j * sine), self._hop, self._window)
        edge = self._fft // 2
        return samples[edge:-edge] if self._centred else samples

    def _size(self, key: str, usual: int) -> int:
        try:
            size = int(self._session.properties.get(key, usual))
        except ValueError:
            size = 0
        if not 0 < size <= 2**16:
            raise damaged(self._voice, "وُکدر آن درست نیست.", "its vocoder is not valid.")
        return size


def inverse_stft(spectrum: NDArray[np.complex64], hop: int, window_length: int) -> Floats:
    """The sound whose short-time spectrum (bins × frames) this is: frames windowed by Hann, added, and evened out."""
    fft = 2 * (spectrum.shape[0] - 1)
    window = np.zeros(fft, np.float32)
    begin = (fft - window_length) // 2
    window[begin : begin + window_length] = np.hanning(window_length + 1)[:-1]
    frames = np.fft.irfft(spectrum.T, fft).astype(np.float32) * window
    length = fft + (len(frames) - 1) * hop
    samples, weight = np.zeros(length, np.float32), np.zeros(length, np.float32)
    for number, frame in enumerate(frames):
        at = slice(number * hop, number * hop + fft)
        samples[at] += frame
        weight[at] += window**2
    return np.divide(samples, weight, out=samples, where=weight > 1e-8)
