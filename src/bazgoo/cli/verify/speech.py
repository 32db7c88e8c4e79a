"""Speech: how a text is read, every voice heard and measured, every format, OpenAI's API."""

import io
import secrets
import time
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import soundfile

from bazgoo.cli.verify.finding import Check, Gap, Words
from bazgoo.cli.verify.site import Site

SENTENCE = "این جمله برای آزمودن صدا گفته می‌شود."
FIRST = 1000 + secrets.randbelow(9000)
"""Another train in each sentence and at each visit, so that no sound is taken from memory."""
TEXT = " ".join(
    f"قطار شمارهٔ {number} ساعت ۱۲:۳۰ به تهران می‌رسد و مسافران آن پیاده می‌شوند."
    for number in range(FIRST, FIRST + 60)
)
SHORT = 700
"""Letters of it that a voice is measured with."""
BEGINNINGS = {"wav": (b"RIFF",), "flac": (b"fLaC",), "opus": (b"OggS",), "mp3": (b"\xff", b"ID3")}
QUIETEST = 0.01
"""The least peak of something that can be heard."""


def checks(site: Site) -> Iterator[Check]:
    """Reading first, then each voice, then what can be done with them."""
    yield Check("خواندن متن", "how a text is read", lambda: _reading(site))
    yield Check("واژه‌نامهٔ خود", "one's own pronunciation", lambda: _lexicon(site))
    voices: list[dict[str, Any]] = []
    yield Check("صداها", "voices", lambda: _voices(site, voices))
    for voice in voices:
        yield Check(f"صدای {voice['id']}", f"voice {voice['id']}", partial(_voice, site, voice))
    yield Check("قالب‌ها", "formats", lambda: _formats(site))
    yield Check("جریان", "a stream", lambda: _stream(site))
    yield Check("OpenAI", "OpenAI's API", lambda: _openai(site))


def _reading(site: Site) -> str:
    told = site.user.ask("POST", "/api/text/analyze", json={"text": "ساعت ۱۲:۳۰ است."}).json()["normalized"]
    if "دوازده و سی دقیقه" not in told:
        raise Gap(told, told)
    return str(told)


def _lexicon(site: Site) -> Words:
    """Kept, heeded at once, forgotten."""
    where = "/api/lexicon/بازگو"
    site.user.ask("PUT", where, 200, 201, json={"ipa": "bɒːzɡuː"})
    analysis = site.user.ask("POST", "/api/text/analyze", json={"text": "بازگو"}).json()
    site.user.ask("DELETE", where, 200, 204)
    source = analysis["sentences"][0]["words"][0]["source"]
    if source != "lexicon":
        raise Gap(f"منبع خوانش: {source}", f"It was read by: {source}")
    return Words("بی‌درنگ به کار رفت", "heeded at once")


def _voices(site: Site, voices: list[dict[str, Any]]) -> str:
    voices += site.user.get_json("/api/voices")["items"]
    if not voices:
        raise Gap("هیچ صدایی نیست.", "There is no voice.")
    return str(len(voices))


def _say(site: Site, **said: Any) -> bytes:
    return site.user.ask("POST", "/api/speech", json={"text": SENTENCE} | said).content


def _voice(site: Site, voice: dict[str, Any]) -> Words:
    """It can be heard, and how fast it speaks once it is loaded."""
    _say(site, voice=voice["id"], text="سلام")
    began = time.perf_counter()
    samples, rate_hz = soundfile.read(
        io.BytesIO(_say(site, voice=voice["id"], text=TEXT[:SHORT])), dtype="float32"
    )
    seconds = time.perf_counter() - began
    duration_s = len(samples) / rate_hz
    if duration_s < 1 or np.abs(samples).max() < QUIETEST:
        raise Gap("شنیدنی نیست.", "It cannot be heard.")
    told = f"RTF {seconds / duration_s:.3f}, {duration_s:.1f} s, {rate_hz} Hz, {voice['engine']}"
    return Words(told, told)


def _formats(site: Site) -> str:
    for format, beginnings in BEGINNINGS.items():
        if not _say(site, format=format).startswith(beginnings):
            raise Gap(f"{format} نیست.", f"That is no {format}.")
    answer = site.user.ask(
        "POST", "/api/speech", json={"text": SENTENCE, "format": "pcm", "sample_rate": 16_000}
    )
    if answer.headers["X-Sample-Rate"] != "16000" or len(answer.content) < 16_000:
        raise Gap("pcm درست نیست.", "The pcm is not as it should be.")
    return ", ".join((*BEGINNINGS, "pcm"))


def _stream(site: Site) -> Words:
    """Sound begins before the text is done."""
    began = time.perf_counter()
    with site.user.stream("POST", "/api/speech", json={"text": TEXT, "format": "pcm"}) as answer:
        parts = answer.iter_raw()
        next(parts)
        first_ms = 1000 * (time.perf_counter() - began)
        for _ in parts:
            pass
    whole_ms = 1000 * (time.perf_counter() - began)
    return Words(
        f"نخستین صدا پس از {first_ms:.0f} میلی‌ثانیه، همه پس از {whole_ms:.0f}",
        f"first sound after {first_ms:.0f} ms, all of it after {whole_ms:.0f} ms",
    )


def _openai(site: Site) -> str:
    said = {"model": "tts-1", "voice": "alloy", "input": SENTENCE, "response_format": "pcm"}
    sound = site.user.ask("POST", "/v1/audio/speech", json=said).content
    names = [model["id"] for model in site.user.get_json("/v1/models")["data"]]
    if len(sound) < 24_000 or "tts-1" not in names:
        raise Gap(f"{len(sound)} بایت؛ {names}", f"{len(sound)} bytes; {names}")
    return "tts-1, alloy, pcm 24 kHz"
