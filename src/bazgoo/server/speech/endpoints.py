"""Speech: sound from text, for the studio's pages and for OpenAI's programs."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect

from bazgoo.audio import FORMATS, media_type
from bazgoo.errors import TextTooLong
from bazgoo.server.dependencies import (
    API_LIMIT,
    SPEECH_LIMIT,
    InstalledDatabase,
    InstalledSettings,
    SpeechUser,
)
from bazgoo.server.lexicon.service import lexicon_of
from bazgoo.server.speech.admission import admit
from bazgoo.server.speech.delivery import deliver
from bazgoo.server.speech.narration import OpenAiNarrator, StudioNarrator
from bazgoo.server.speech.pool import Turn
from bazgoo.server.speech.schemas import (
    Analysis,
    AnalyzeRequest,
    OpenAiSpeechRequest,
    SpeechRequest,
)
from bazgoo.server.voices.openai import check_model, find_voice
from bazgoo.speech.analysis import joined, read_sentences

T = TypeVar("T")

router = APIRouter()


def _sound(events: str, example: str) -> dict[int | str, dict[str, Any]]:
    """The answers of an endpoint that speaks, described; ``events`` says what `sse` sends."""
    file = {"schema": {"type": "string", "format": "binary"}}
    told = {"schema": {"type": "string", "description": events}, "example": example}
    rate = {"description": "Of the sound, in Hz.", "schema": {"type": "integer"}}
    return {
        200: {
            "description": "The sound, sent while it is made, or events when `stream_format` is `sse`.",
            "content": {media_type(format): file for format in FORMATS} | {"text/event-stream": told},
            "headers": {"X-Sample-Rate": rate},
        }
    }


@router.post(
    "/api/speech",
    tags=["speech"],
    dependencies=[SPEECH_LIMIT],
    response_class=Response,
    responses=_sound(
        "`speech.audio.delta` for each passage, with the next bytes of the file in Base64 and the place of the "
        "passage in the text (code points) and in time; then `speech.audio.done`. What goes wrong on the way is "
        "an `error` with a problem.",
        'event: speech.audio.delta\ndata: {"type":"speech.audio.delta","audio":"AAAB","text_start":0,'
        '"text_end":5,"start_s":0.0,"duration_s":1.2,"progress":20}\n\n'
        'event: speech.audio.done\ndata: {"type":"speech.audio.done","duration_s":6.1,"sample_rate":22050}\n\n',
    ),
)
async def speak(
    asked: SpeechRequest,
    request: Request,
    caller: SpeechUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
) -> Response:
    """Speak a text. Sound starts when its first words are made; going away stops the making."""
    admitted = await admit(asked, caller, database, settings)
    return await deliver(asked, request, partial(StudioNarrator, asked.text), admitted)


@router.post(
    "/v1/audio/speech",
    tags=["openai"],
    dependencies=[SPEECH_LIMIT],
    response_class=Response,
    responses=_sound(
        "`speech.audio.delta` with the next bytes of the file in Base64, then `speech.audio.done` with the usage.",
        'data: {"type":"speech.audio.delta","audio":"AAAB"}\n\n'
        'data: {"type":"speech.audio.done","usage":{"input_tokens":22,"output_tokens":3,"total_tokens":25}}\n\n',
    ),
)
async def speak_for_openai(
    asked: OpenAiSpeechRequest,
    request: Request,
    caller: SpeechUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
) -> Response:
    """Speak a text as OpenAI's `audio/speech` does."""
    check_model(asked.model)
    translated = SpeechRequest(
        text=asked.input,
        voice=find_voice(asked.voice, request.app.state.speaker).id,
        format=asked.response_format,
        speed=asked.speed,
        sample_rate=24_000 if asked.response_format == "pcm" else None,
        stream_format=asked.stream_format,
    )
    admitted = await admit(translated, caller, database, settings)
    return await deliver(translated, request, lambda _rate: OpenAiNarrator(asked.input), admitted)


@router.post("/api/text/analyze", tags=["speech"], dependencies=[API_LIMIT])
async def analyze_text(
    asked: AnalyzeRequest,
    request: Request,
    settings: InstalledSettings,
    caller: SpeechUser,
    database: InstalledDatabase,
) -> Analysis:
    """Show how a text will be read, word by word."""
    if len(asked.text) > settings.max_text_chars:
        raise TextTooLong(length=len(asked.text), limit=settings.max_text_chars)
    lexicon = await lexicon_of(database, caller)
    passages, read = read_sentences(asked.text, lexicon, mode=asked.mode, ssml=asked.ssml), []
    # one passage at a time: whoever wants to hear something goes before the rest of a long text
    while sentence := await _in_turn(request, partial(next, passages, None)):
        read.append(sentence)
    return Analysis.model_validate(await _in_turn(request, partial(joined, read)))


async def _in_turn(request: Request, make: Callable[[], T]) -> T:
    """What ``make`` gives when nobody waits for sound; raises ClientDisconnect when nobody waits for it either."""
    if await request.is_disconnected():
        raise ClientDisconnect
    made: T = await asyncio.wrap_future(request.app.state.speech_pool.submit(Turn.READING, make))
    return made
