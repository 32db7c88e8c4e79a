"""Sound leaves while the rest is made, for many at once, and stops being made when nobody listens."""

import asyncio
import base64
import json
from itertools import pairwise
from pathlib import Path
from threading import Semaphore

import httpx
import numpy as np
import pytest
from numpy.typing import NDArray

from bazgoo.engines import EspeakEngine, Voice
from bazgoo.errors import VoiceNotFound
from bazgoo.phonemes import Utterance
from bazgoo.speech import Speaker, open_speaker

LONG = " ".join(f"این جملهٔ شمارهٔ {number} از متنی بلند است." for number in range(16))


class GatedEngine(EspeakEngine):
    """eSpeak NG that makes a passage only when it is let."""

    def __init__(self, allowed: int) -> None:
        self.gate = Semaphore(allowed)
        self.made = 0

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        self.gate.acquire(timeout=5)  # a failed test must not wait for ever
        self.made += 1
        return super().synthesize(utterance, voice, speed)


def events(answer: httpx.Response) -> list[tuple[str, dict[str, object]]]:
    found = []
    for block in answer.text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((fields.get("event", ""), json.loads(fields["data"])))
    return found


@pytest.mark.parametrize("format", ["pcm", "wav", "mp3", "opus"])
def test_the_first_words_are_heard_before_the_second_are_made(serve, format: str) -> None:
    engine = GatedEngine(allowed=1)
    client = serve(Speaker([engine]))
    with client.stream("POST", "/api/speech", json={"text": LONG, "format": format}) as answer:
        sound = answer.iter_raw()
        assert len(next(sound)) > 200
        assert engine.made == 1
        engine.gate.release(200)
        assert len(b"".join(sound)) > 10_000


@pytest.mark.parametrize("stream", [True, False])
def test_when_the_client_goes_away_nothing_more_is_made(serve, stream: bool) -> None:
    engine = GatedEngine(allowed=2)
    client = serve(Speaker([engine]))
    asked = {"text": LONG, "format": "pcm", "stream": stream}
    try:
        with client.stream("POST", "/api/speech", json=asked, timeout=1) as answer:
            next(answer.iter_raw())
    except httpx.ReadTimeout:
        pass
    assert client.get("/health").status_code in (
        200,
        503,
    )  # by now the server has seen that the other one left
    engine.gate.release(200)
    assert client.post("/api/speech", json={"text": "سلام", "format": "pcm"}).status_code == 200
    assert engine.made - 1 <= 4 < len(list(Speaker([EspeakEngine()]).stream(LONG)))


def test_events_tell_where_in_the_text_each_sound_is(client: httpx.Client) -> None:
    plain = client.post("/api/speech", json={"text": LONG, "format": "pcm"}).content
    answer = client.post("/api/speech", json={"text": LONG, "format": "pcm", "stream_format": "sse"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = events(answer)
    deltas = [data for name, data in told if name == "speech.audio.delta"]
    assert b"".join(base64.b64decode(delta["audio"]) for delta in deltas) == plain
    assert all(LONG[delta["text_start"] : delta["text_end"]] for delta in deltas)
    assert all(early["text_end"] <= late["text_start"] for early, late in pairwise(deltas))
    assert all(early["progress"] <= late["progress"] <= 100 for early, late in pairwise(deltas))
    for early, late in pairwise(deltas):
        assert late["start_s"] == pytest.approx(early["start_s"] + early["duration_s"], abs=0.005)
    name, done = told[-1]
    assert name == done["type"] == "speech.audio.done"
    assert done["sample_rate"] == 22_050
    assert done["duration_s"] == pytest.approx(len(plain) / 2 / 22_050, abs=0.01)


def test_offsets_count_code_points_also_beyond_the_basic_plane(client: httpx.Client) -> None:
    text = "😀😀 سلام. خوبی؟"
    told = events(client.post("/api/speech", json={"text": text, "format": "pcm", "stream_format": "sse"}))
    spoken = [
        text[data["text_start"] : data["text_end"]] for name, data in told if name == "speech.audio.delta"
    ]
    assert "سلام" in spoken[0]
    assert "خوبی" in spoken[-1]


def test_a_file_told_in_events_is_the_file(client: httpx.Client) -> None:
    told = events(client.post("/api/speech", json={"text": LONG, "format": "mp3", "stream_format": "sse"}))
    data = b"".join(
        base64.b64decode(str(data["audio"])) for name, data in told if name == "speech.audio.delta"
    )
    assert data == client.post("/api/speech", json={"text": LONG, "format": "mp3", "stream": True}).content


class VanishingEngine(EspeakEngine):
    """eSpeak NG whose voice is gone after the first passage."""

    def __init__(self) -> None:
        self.made = 0

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        self.made += 1
        if self.made > 1:
            raise VoiceNotFound(voice=voice.id)
        return super().synthesize(utterance, voice, speed)


def test_an_error_on_the_way_is_an_event_with_the_problem(serve) -> None:
    client = serve(Speaker([VanishingEngine()]))
    answer = client.post("/api/speech", json={"text": LONG, "format": "pcm", "stream_format": "sse"})
    told = events(answer)
    assert [name for name, _ in told] == ["speech.audio.delta", "error"]
    assert told[-1][1]["code"] == "voice_not_found"


def test_an_error_on_the_way_cuts_a_stream_so_that_nobody_takes_it_for_whole(serve) -> None:
    client = serve(Speaker([VanishingEngine()]))
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/api/speech", json={"text": LONG, "format": "pcm"})


async def test_sixty_four_clients_at_once_all_hear_their_own_text(
    piper_client: httpx.Client, tiny_voice: Path
) -> None:
    texts = [f"این جملهٔ شمارهٔ {number} است. و این هم جملهٔ دوم آن." for number in range(64)]
    async with httpx.AsyncClient(base_url=piper_client.base_url, timeout=60, trust_env=False) as many:
        answers = await asyncio.gather(
            *(
                many.post("/api/speech", json={"text": text, "format": "pcm", "stream": True})
                for text in texts
            )
        )
    assert {answer.status_code for answer in answers} == {200}
    alone = open_speaker(tiny_voice.parent)
    for text, answer in zip(texts, answers, strict=True):
        samples = np.rint(np.clip(alone.speak(text).samples, -1, 1) * 32767).astype("<i2")
        assert answer.content == samples.tobytes()
