"""What is measured of speech while it is made."""

from collections.abc import Iterator
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from bazgoo.engines import Voice
from bazgoo.errors import BazgooError, InternalError, VoiceDamaged
from bazgoo.speech import Clip
from bazgoo.speech.memory import SoundMemory

FIRST_SOUND_BUCKETS_S = (0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 1.0, 2.0, 5.0, 10.0)


class SpeechMeter:
    """Counts the clips that pass, and knows which engines failed at the last."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.failing: set[str] = set()
        """Engines whose last speech failed."""
        self.seconds = Counter(
            "bazgoo_speech_seconds",
            "Seconds of speech made or taken from memory.",
            ("voice",),
            registry=registry,
        )
        self.making = Counter(
            "bazgoo_speech_making_seconds",
            "Seconds that reading and making speech took.",
            ("engine",),
            registry=registry,
        )
        self.first_sound = Histogram(
            "bazgoo_speech_first_sound_seconds",
            "From the request to its first sound, waiting for a turn included.",
            ("engine",),
            buckets=FIRST_SOUND_BUCKETS_S,
            registry=registry,
        )
        self.failures = Counter(
            "bazgoo_speech_failures", "Speech that could not be made.", ("engine", "code"), registry=registry
        )
        self.cache_bytes = Gauge(
            "bazgoo_speech_cache_bytes", "Memory taken by sounds kept for reuse.", registry=registry
        )
        self.cache_sounds = Gauge(
            "bazgoo_speech_cache_sounds",
            "Sounds asked for since the start: held already, or made.",
            ("outcome",),
            registry=registry,
        )

    def measure(self, clips: Iterator[Clip], voice: Voice) -> Iterator[Clip]:
        """Pass ``clips`` on, measuring them from now on."""
        return self._measured(clips, voice, perf_counter())

    def _measured(self, clips: Iterator[Clip], voice: Voice, asked: float) -> Iterator[Clip]:
        seconds, making = self.seconds.labels(voice.id), self.making.labels(voice.engine)
        waiting_since: float | None = asked
        while (clip := self._next(clips, voice, making)) is not None:
            if waiting_since is not None:
                self.first_sound.labels(voice.engine).observe(perf_counter() - waiting_since)
                waiting_since = None
            seconds.inc(clip.duration_s)
            yield clip

    def _next(self, clips: Iterator[Clip], voice: Voice, making: Counter) -> Clip | None:
        began = perf_counter()
        try:
            clip = next(clips, None)
        except Exception as error:
            self._note_failure(voice.engine, error)
            raise
        making.inc(perf_counter() - began)
        self.failing.discard(voice.engine)
        return clip

    def _note_failure(self, engine: str, error: Exception) -> None:
        """Count it; a text that cannot be spoken is no fault of the engine."""
        code = error.code if isinstance(error, BazgooError) else InternalError.code
        self.failures.labels(engine, code).inc()
        if not isinstance(error, BazgooError) or isinstance(error, VoiceDamaged):
            self.failing.add(engine)

    def observe_memory(self, memory: SoundMemory) -> None:
        """Note what the memory of sounds holds now, and how often it has helped."""
        self.cache_bytes.set(memory.held_bytes)
        self.cache_sounds.labels("held").set(memory.recalled)
        self.cache_sounds.labels("made").set(memory.made)
