"""Speech told in server-sent events, in our shapes and in OpenAI's."""

from base64 import b64encode
from math import ceil
from typing import Any, Protocol

import orjson

from bazgoo.server.speech.schemas import (
    DoneEvent,
    OpenAiDoneEvent,
    OpenAiSoundEvent,
    OpenAiUsage,
    SoundEvent,
)
from bazgoo.speech import Clip


class Narrator(Protocol):
    """Tells of one text's clips; each API has its own way."""

    def sound(self, clip: Clip, data: bytes) -> bytes:
        """The event of a clip, with the bytes of the file that are ready by it."""

    def tail(self, data: bytes) -> bytes:
        """The event of the file's last bytes."""

    def done(self) -> bytes:
        """The event of the end."""


def event(data: dict[str, Any], name: str | None = None) -> bytes:
    """A server-sent event (WHATWG HTML, section 9.2)."""
    line = f"event: {name}\n".encode() if name else b""
    return line + b"data: " + orjson.dumps(data) + b"\n\n"


class StudioNarrator:
    """Says of each sound where it is in the text and in time."""

    def __init__(self, text: str, sample_rate_hz: int) -> None:
        self._length = len(text)
        self._sample_rate_hz = sample_rate_hz
        self._told_s = 0.0

    def sound(self, clip: Clip, data: bytes) -> bytes:
        """`speech.audio.delta` with the clip's place."""
        return self._delta(data, clip.start, clip.end, clip.duration_s)

    def tail(self, data: bytes) -> bytes:
        """`speech.audio.delta` at the end of the text."""
        return self._delta(data, self._length, self._length, 0.0)

    def done(self) -> bytes:
        """`speech.audio.done`."""
        done = DoneEvent(duration_s=round(self._told_s, 3), sample_rate=self._sample_rate_hz)
        return event(done.model_dump(), name=done.type)

    def _delta(self, data: bytes, start: int, end: int, duration_s: float) -> bytes:
        delta = SoundEvent(
            audio=b64encode(data).decode(),
            text_start=start,
            text_end=end,
            start_s=round(self._told_s, 3),
            duration_s=round(duration_s, 3),
            progress=100 * end // self._length,
        )
        self._told_s += duration_s
        return event(delta.model_dump(), name=delta.type)


class OpenAiNarrator:
    """Says what OpenAI's clients read; they know an event by its data alone."""

    def __init__(self, text: str) -> None:
        self._characters = len(text)
        self._told_s = 0.0

    def sound(self, clip: Clip, data: bytes) -> bytes:
        """`speech.audio.delta`."""
        self._told_s += clip.duration_s
        return self.tail(data)

    def tail(self, data: bytes) -> bytes:
        """`speech.audio.delta` too."""
        return event(OpenAiSoundEvent(audio=b64encode(data).decode()).model_dump())

    def done(self) -> bytes:
        """`speech.audio.done`."""
        seconds = ceil(self._told_s)
        usage = OpenAiUsage(
            input_tokens=self._characters, output_tokens=seconds, total_tokens=self._characters + seconds
        )
        return event(OpenAiDoneEvent(usage=usage).model_dump())
