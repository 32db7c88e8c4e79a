"""Clips on their way out: as one file, as a stream of bytes, or as events."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import IO

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Scope

from bazgoo.audio import Encoder, extension, media_type
from bazgoo.errors import BazgooError, InternalError
from bazgoo.server.problems import problem
from bazgoo.server.speech.admission import Admitted
from bazgoo.server.speech.making import Making
from bazgoo.server.speech.narration import Narrator, event
from bazgoo.server.speech.schemas import SpeechRequest

log = logging.getLogger(__name__)

STEP_S = 0.25
"""How much sound is encoded at a time; the listener waits for it, some 7 ms with Opus."""
HELD_BYTES = 8 * 2**20
"""How much of a whole file is held in memory; a longer one, such as an hour of WAV, waits on disk."""
PART_BYTES = 2**16
PATIENCE_S = 0.03
"""How long a stream waits, once it has sound, for the rest: what is whole by then is sent with its length."""


async def deliver(
    asked: SpeechRequest, request: Request, narrate: Callable[[int], Narrator], admitted: Admitted
) -> Response:
    """The response to ``asked``: the file, streamed where that serves, or events if those are asked for.

    Raises what keeps the first clip from being made, so that it is answered with a status.
    """
    try:
        return await _deliver(asked, request, narrate, admitted)
    except BaseException:
        admitted.settle()
        raise


async def _deliver(
    asked: SpeechRequest, request: Request, narrate: Callable[[int], Narrator], admitted: Admitted
) -> Response:
    state = request.app.state
    voice = state.speaker.voice(asked.voice)
    open_encoder = partial(Encoder, asked.format, voice.sample_rate, target_rate_hz=asked.sample_rate)
    encoder = open_encoder()
    clips = state.speaker.stream(
        asked.text,
        voice=voice.id,
        speed=asked.speed,
        mode=asked.mode,
        ssml=asked.ssml,
        lexicon=admitted.lexicon,
    )
    making = Making(
        admitted.count(state.metrics.speech.measure(clips, voice)),
        state.speech_pool,
        end=len(asked.text.rstrip()),
        at_end=admitted.settle,
    )
    told = asked.stream_format == "sse"
    # Only a WAV says at its start how long it is, so only a WAV gains by waiting.
    patient = asked.format == "wav" and not told
    complete = await making.begin(PATIENCE_S if patient else 0)
    headers = _headers(asked.format, encoder.sample_rate_hz)
    if told:
        events = _events(making, encoder, narrate(encoder.sample_rate_hz), request.scope)
        return StreamingResponse(events, headers=headers, media_type="text/event-stream")
    if (patient and complete) or not _streams(asked):
        file = SpooledTemporaryFile(HELD_BYTES)  # noqa: SIM115 - closed when it has been sent
        await _fill(making, open_encoder(file=file), request)
        headers["Content-Length"] = str(file.seek(0, os.SEEK_END))
        return StreamingResponse(_contents(file), headers=headers, media_type=media_type(asked.format))
    return StreamingResponse(_sound(making, encoder), headers=headers, media_type=media_type(asked.format))


def _streams(asked: SpeechRequest) -> bool:
    return asked.format != "flac" if asked.stream is None else asked.stream


def _headers(format: str, sample_rate_hz: int) -> dict[str, str]:
    return {
        "X-Sample-Rate": str(sample_rate_hz),
        "Content-Disposition": f'inline; filename="speech{extension(format)}"',
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",  # nginx would hold a stream back until it is whole
    }


async def _fill(making: Making, encoder: Encoder, request: Request) -> None:
    """Write every clip into the file of ``encoder``, unless the client goes away meanwhile."""
    try:
        async for clip in making:
            await asyncio.to_thread(encoder.encode, clip.samples)
            if await request.is_disconnected():
                raise ClientDisconnect
        await asyncio.to_thread(encoder.finish)
    finally:
        making.stop()


async def _contents(file: IO[bytes]) -> AsyncIterator[bytes]:
    with file:
        file.seek(0)
        while part := await asyncio.to_thread(file.read, PART_BYTES):
            yield part


async def _sound(making: Making, encoder: Encoder) -> AsyncIterator[bytes]:
    """The bytes of the file, as they are made."""
    try:
        async for clip in making:
            step = round(STEP_S * clip.sample_rate_hz)
            for at in range(0, len(clip.samples), step):
                yield await asyncio.to_thread(encoder.encode, clip.samples[at : at + step])
        yield await asyncio.to_thread(encoder.finish)
    finally:
        making.stop()


async def _events(making: Making, encoder: Encoder, narrator: Narrator, scope: Scope) -> AsyncIterator[bytes]:
    """One event a clip, then one that says that it was the last; what goes wrong is an event too."""
    try:
        async for clip in making:
            yield narrator.sound(clip, await asyncio.to_thread(encoder.encode, clip.samples))
        if rest := await asyncio.to_thread(encoder.finish):
            yield narrator.tail(rest)
        yield narrator.done()
    except Exception as failure:
        error = failure if isinstance(failure, BazgooError) else InternalError()
        if error is not failure:
            log.exception("speech failed on the way")
        yield event(problem(error, scope), name="error")
    finally:
        making.stop()
