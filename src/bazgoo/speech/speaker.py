"""From text to sound: read it, transcribe each passage, synthesise it, hand out the clip."""

from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines import Engine, EspeakEngine, Voice, file_engines
from bazgoo.engines.starter import STARTER
from bazgoo.errors import VoiceNotFound
from bazgoo.phonemes import Lexicon, Utterance
from bazgoo.speech.clip import Clip
from bazgoo.speech.memory import SoundMemory
from bazgoo.speech.reading import has_word, read_aloud
from bazgoo.text import Mode, Passage

SPEEDS = (0.25, 4.0)
"""The slowest and the fastest; 1 is the voice's own pace."""
CACHE_BYTES = 64 * 2**20
"""How much memory the sounds kept for reuse take, unless told."""
_QUALITIES = ("high", "medium", "low", "x_low")


class Speaker:
    """Speaks with every voice of its engines; safe to share between threads."""

    def __init__(self, engines: Sequence[Engine], cache_bytes: int = CACHE_BYTES) -> None:
        """``engines`` come in the order of preference; ``cache_bytes`` bounds the sounds kept for reuse."""
        self._engines = {engine.name: engine for engine in engines}
        self.memory = SoundMemory(cache_bytes)

    def voices(self) -> list[Voice]:
        """Every voice that can speak now, the best Persian one first."""
        return sorted(
            (voice for engine in self._engines.values() for voice in engine.voices()), key=self._rank
        )

    def voice(self, id: str | None = None) -> Voice:
        """The voice of that ``id``, or the best Persian one; raises VoiceNotFound and VoiceDamaged."""
        for voice in self.voices():
            if id is None or voice.id == id:
                return voice
        for engine in self._engines.values():
            if id is not None and (damage := engine.damage(id)):
                raise damage
        raise VoiceNotFound(voice="fa" if id is None else id)

    def stream(
        self,
        text: str,
        *,
        voice: str | None = None,
        speed: float = 1.0,
        mode: Mode = "formal",
        ssml: bool = False,
        lexicon: Lexicon | None = None,
    ) -> Iterator[Clip]:
        """Speak ``text`` passage by passage, each made when it is asked for; words of ``lexicon`` as it says.

        Raises VoiceNotFound, TextEmpty, NothingToSpeak and SsmlInvalid before the first clip.
        """
        speaking = self.voice(voice)
        for passage, utterance in read_aloud(text, lexicon, mode=mode, ssml=ssml):
            sound = self._synthesize(utterance, speaking, speed * passage.rate)
            yield _clip(passage, sound, speaking.sample_rate, speed)

    def speak(
        self,
        text: str,
        *,
        voice: str | None = None,
        speed: float = 1.0,
        mode: Mode = "formal",
        ssml: bool = False,
        lexicon: Lexicon | None = None,
    ) -> Clip:
        """Speak the whole of ``text``; raises what ``stream`` raises."""
        clips = list(self.stream(text, voice=voice, speed=speed, mode=mode, ssml=ssml, lexicon=lexicon))
        samples = np.concatenate([clip.samples for clip in clips])
        return Clip(samples, clips[0].sample_rate_hz, clips[0].start, clips[-1].end, text)

    def _synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        """The sound of ``utterance``, from memory when it was made lately."""
        if not has_word(utterance):
            return np.zeros(0, np.float32)
        pace = min(max(speed, SPEEDS[0]), SPEEDS[1])
        engine = self._engines[voice.engine]
        said = tuple((word.spoken, word.ipa) for word in utterance.words)
        key = said, voice.id, _identity(voice.path), pace
        return self.memory.recall(key, lambda: engine.synthesize(utterance, voice, pace))

    def _rank(self, voice: Voice) -> tuple[bool, bool, int, int, str]:
        """Persian first, then by engine, then by quality; the starter after whom it learnt from."""
        engine = list(self._engines).index(voice.engine)
        quality = _QUALITIES.index(voice.quality) if voice.quality in _QUALITIES else len(_QUALITIES)
        return not voice.language.startswith("fa"), voice.path == STARTER, engine, quality, voice.id


def open_speaker(
    models_dir: Path | None, *, files: Sequence[Path] = (), cache_bytes: int = CACHE_BYTES
) -> Speaker:
    """A speaker with every engine: the voices below ``models_dir`` and in ``files``, eSpeak NG, the starter."""
    return Speaker([*file_engines(models_dir, [*files, STARTER]), EspeakEngine()], cache_bytes)


def _clip(passage: Passage, sound: NDArray[np.float32], sample_rate_hz: int, speed: float) -> Clip:
    """The passage as it is heard: at its own loudness, its pause after it."""
    gain = np.float32(10 ** (passage.gain_db / 20))
    pause = np.zeros(round(passage.pause_s / speed * sample_rate_hz), np.float32)
    return Clip(
        np.concatenate([sound * gain, pause]), sample_rate_hz, passage.start, passage.end, passage.text
    )


def _identity(model: Path | None) -> Hashable:
    """What tells a voice's files from others put in their place."""
    files = (model, model.with_name(f"{model.name}.json")) if model else ()
    statuses = [file.stat() for file in files if file.exists()]
    return tuple((status.st_ino, status.st_size, status.st_mtime_ns) for status in statuses)
