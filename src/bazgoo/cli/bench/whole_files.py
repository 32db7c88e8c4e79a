"""How long a page takes, in seconds of work for each second of speech: one subject in a process of its own.

python -m bazgoo.cli.bench.whole_files SUBJECT [VOICE.onnx]
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import ArrayLike

from bazgoo.cli.bench.texts import PAGE, SENTENCES

ROUNDS = 3
"""How often each subject has its turn; the middle one counts."""


def measure_whole_files(voice: Path | None) -> dict[str, float]:
    """The real-time factor of ``espeak``, and with a voice of ``piper`` and of each peer installed."""
    subjects = ["espeak"]
    if voice:
        subjects.append("piper")
        subjects += [peer for peer, module in MODULES.items() if find_spec(module)]
    turns = [(subject, _in_a_process(subject, voice)) for _ in range(ROUNDS) for subject in subjects]
    factors = {
        subject: [factor for name, factor in turns if name == subject and factor] for subject in subjects
    }
    return {subject: median(found) for subject, found in factors.items() if found}


def real_time_factor(voice: Path) -> float:
    """Of Bazgoo with ``voice``, in a process of its own."""
    factors = [factor for _ in range(ROUNDS) if (factor := _in_a_process("piper", voice))]
    return median(factors)


MODULES = {"piper-tts": "piper", "sherpa-onnx": "sherpa_onnx"}
"""The peers, and the modules by which they are known to be installed."""


def _in_a_process(subject: str, voice: Path | None) -> float | None:
    """Its factor; None when it cannot run this voice (sherpa-onnx then ends its whole process)."""
    command = [sys.executable, "-m", __name__, subject, *([str(voice)] if voice else [])]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  our own module
    return float(json.loads(done.stdout)) if done.returncode == 0 else None


def _factor(subject: str, voice: Path | None) -> float:
    """Seconds of work for one second of speech, the voice loaded and warm."""
    make = _SUBJECTS[subject](voice)
    make(SENTENCES[0])
    began = time.perf_counter()
    duration_s = make(PAGE)
    return (time.perf_counter() - began) / duration_s


Make = Callable[[str], float]
"""Speaks a text, and says how many seconds of sound that was."""


def _sounding_s(sounds: Sequence[ArrayLike], rate_hz: int) -> float:
    """Seconds of sound, pauses left out: subjects put different pauses between sentences, at no cost."""
    return sum(np.count_nonzero(sound) for sound in sounds) / rate_hz


def _bazgoo(voice: Path | None) -> Make:
    from bazgoo.speech import open_speaker  # noqa: PLC0415

    speaker = open_speaker(None, files=[voice] if voice else [], cache_bytes=0)
    named = voice.stem if voice else "espeak-fa"
    # Of several speakers the first.
    chosen = next(found.id for found in speaker.voices() if found.id.partition("#")[0] == named)
    rate_hz = speaker.voice(chosen).sample_rate
    return lambda text: _sounding_s([clip.samples for clip in speaker.stream(text, voice=chosen)], rate_hz)


def _piper_tts(voice: Path | None) -> Make:
    from piper import PiperVoice  # noqa: PLC0415

    loaded = PiperVoice.load(str(voice))
    rate_hz = loaded.config.sample_rate
    return lambda text: _sounding_s([chunk.audio_float_array for chunk in loaded.synthesize(text)], rate_hz)


def _sherpa_onnx(voice: Path | None) -> Make:
    """sherpa-onnx has no eSpeak of its own any more: it is given Bazgoo's phonemes, made beforehand."""
    import sherpa_onnx  # noqa: PLC0415

    if voice is None:
        raise ValueError("sherpa-onnx needs a voice")
    with tempfile.TemporaryDirectory() as folder:
        tokens = Path(folder, "tokens.txt")
        table = json.loads(Path(f"{voice}.json").read_bytes())["phoneme_id_map"]
        tokens.write_text("".join(f"{symbol} {ids[0]}\n" for symbol, ids in table.items()), encoding="utf-8")
        vits = sherpa_onnx.OfflineTtsVitsModelConfig(model=str(voice), tokens=str(tokens))
        model = sherpa_onnx.OfflineTtsModelConfig(vits=vits, num_threads=2)
        loaded = sherpa_onnx.OfflineTts(sherpa_onnx.OfflineTtsConfig(model=model))

    def make(text: str) -> float:
        wanted = sherpa_onnx.GenerationConfig()
        wanted.phoneme_codepoints = [[ord(symbol) for symbol in line] for line in _phonemes(text)]
        made = loaded.generate("", wanted)
        return _sounding_s([made.samples], made.sample_rate)

    return make


def _phonemes(text: str) -> list[str]:
    from bazgoo.phonemes import transcribe  # noqa: PLC0415
    from bazgoo.text import passages  # noqa: PLC0415

    return [transcribe(passage.tokens).ipa.replace("q", "q1") for passage in passages(text)]


_SUBJECTS: dict[str, Callable[[Path | None], Make]] = {
    "espeak": lambda _: _bazgoo(None),
    "piper": _bazgoo,
    "piper-tts": _piper_tts,
    "sherpa-onnx": _sherpa_onnx,
}

if __name__ == "__main__":
    _, name, *files = sys.argv
    json.dump(_factor(name, Path(files[0]) if files else None), sys.stdout)
