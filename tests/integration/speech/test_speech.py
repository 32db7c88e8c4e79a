"""`POST /api/speech`: sound over HTTP."""

import io

import httpx
import numpy as np
import pytest
import soundfile

from bazgoo.audio import media_type
from bazgoo.engines import EspeakEngine
from bazgoo.speech import Speaker

av = pytest.importorskip("av")

SHORT = "سلام دنیا"
LONG = " ".join(f"این جملهٔ شمارهٔ {number} از متنی بلند است." for number in range(12))


def seconds(data: bytes) -> float:
    with av.open(io.BytesIO(data)) as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


@pytest.mark.parametrize("format", ["wav", "mp3", "opus", "flac", "aac"])
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_a_text_is_heard_whole_in_every_format(client: httpx.Client, format: str, text: str) -> None:
    pcm = client.post("/api/speech", json={"text": text, "format": "pcm"})
    spoken_s = len(pcm.content) / 2 / int(pcm.headers["x-sample-rate"])
    answer = client.post("/api/speech", json={"text": text, "format": format})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type(format)
    assert seconds(answer.content) == pytest.approx(spoken_s, abs=0.15)


@pytest.mark.parametrize("format", ["wav", "mp3", "opus", "flac"])
def test_without_streaming_the_file_names_its_length(client: httpx.Client, format: str) -> None:
    answer = client.post("/api/speech", json={"text": LONG, "format": format, "stream": False})
    assert int(answer.headers["content-length"]) == len(answer.content)
    info = soundfile.info(io.BytesIO(answer.content))
    assert info.duration == pytest.approx(seconds(answer.content), abs=0.06)


def test_a_short_wav_has_an_exact_header_though_it_may_stream(client: httpx.Client) -> None:
    answer = client.post("/api/speech", json={"text": SHORT})
    assert int.from_bytes(answer.content[40:44], "little") == len(answer.content) - 44


def test_pcm_comes_at_the_rate_that_was_asked_for(client: httpx.Client) -> None:
    usual = client.post("/api/speech", json={"text": SHORT, "format": "pcm"})
    asked = client.post("/api/speech", json={"text": SHORT, "format": "pcm", "sample_rate": 48_000})
    assert usual.headers["x-sample-rate"] == "22050"
    assert asked.headers["x-sample-rate"] == "48000"
    assert len(asked.content) / 48_000 == pytest.approx(len(usual.content) / 22_050, rel=1e-3)
    assert np.abs(np.frombuffer(asked.content, "<i2")).max() > 3000


def test_opus_at_a_rate_it_does_not_know_takes_the_nearest(client: httpx.Client) -> None:
    answer = client.post("/api/speech", json={"text": SHORT, "format": "opus", "sample_rate": 22_050})
    assert answer.headers["x-sample-rate"] == "24000"


def test_speed_and_voice_change_what_is_heard(client: httpx.Client) -> None:
    usual = client.post("/api/speech", json={"text": LONG, "stream": False}).content
    fast = client.post("/api/speech", json={"text": LONG, "stream": False, "speed": 2}).content
    woman = client.post(
        "/api/speech", json={"text": LONG, "stream": False, "voice": "espeak-fa-female"}
    ).content
    assert len(fast) == pytest.approx(len(usual) / 2, rel=0.15)
    assert woman != usual


def test_ssml_is_read_when_asked_for(client: httpx.Client) -> None:
    asked = {"text": '<speak>سلام<break time="4s"/>دنیا</speak>', "ssml": True, "format": "pcm"}
    answer = client.post("/api/speech", json=asked)
    assert len(answer.content) / 2 / 22_050 > 4


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"text": ""}, 422, "text_empty"),
        ({"text": " \n\t "}, 422, "text_empty"),
        ({"text": "😀🎉"}, 422, "nothing_to_speak"),
        ({"text": "؟!…"}, 422, "nothing_to_speak"),
        ({"text": "\u0000"}, 422, "nothing_to_speak"),
        ({"text": "س" * 100_001}, 413, "text_too_long"),
        ({"text": SHORT, "voice": "nobody"}, 404, "voice_not_found"),
        ({"text": "<speak>", "ssml": True}, 422, "ssml_invalid"),
        ({"text": "سلام", "ssml": True}, 422, "ssml_invalid"),
        ({"text": SHORT, "speed": 0.1}, 422, "invalid_request"),
        ({"text": SHORT, "speed": 9}, 422, "invalid_request"),
        ({"text": SHORT, "format": "midi"}, 422, "invalid_request"),
        ({"text": SHORT, "sample_rate": 1}, 422, "invalid_request"),
        ({"text": SHORT, "txet": 1}, 422, "invalid_request"),
        ({"text": 7}, 422, "invalid_request"),
        ({}, 422, "invalid_request"),
        ([], 422, "invalid_request"),
    ],
)
def test_what_cannot_be_spoken_is_a_problem_with_a_code(
    client: httpx.Client, asked: object, status: int, code: str
) -> None:
    answer = client.post("/api/speech", json=asked)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "body",
    [
        b'{"text": "\\ud800"}',
        b'{"text": "\\udfff \\u0633\\u0644\\u0627\\u0645"}',
        b'{"text": "a", "voice": "\\udfff", "model": "\\udfff", "input": "a"}',
        b'{"text": "\xff\xfe"}',
        b'{"text": ',
        b"[" * 100_000,
        b'{"text": "a", "speed": NaN}',
        b'{"text": "a", "speed": 1e999}',
        b'{"text": "a", "sample_rate": ' + b"9" * 5000 + b"}",
    ],
    ids=[
        "surrogate",
        "surrogate and word",
        "surrogate elsewhere",
        "not UTF-8",
        "cut",
        "deep",
        "NaN",
        "infinite",
        "huge number",
    ],
)
@pytest.mark.parametrize("path", ["/api/speech", "/v1/audio/speech", "/api/text/analyze"])
def test_a_body_that_makes_no_sense_is_the_clients_mistake(
    client: httpx.Client, path: str, body: bytes
) -> None:
    answer = client.post(path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "text",
    [
        "سلام\u0000 دنیا",
        "سلام 😀 دنیا",
        "\u202bسلام\u202c",
        "سلام" * 2000,
        "[[s]] سلام",
        "1" * 3000,
        "a\u0301" * 500,
    ],
)
def test_odd_texts_with_something_to_say_are_said(client: httpx.Client, text: str) -> None:
    answer = client.post("/api/speech", json={"text": text, "format": "pcm"})
    assert answer.status_code == 200
    assert np.abs(np.frombuffer(answer.content, "<i2")).max() > 1000


def test_the_longest_text_allowed_is_accepted(client: httpx.Client) -> None:
    text = ("سلام دنیا. " * 10_000)[:100_000]
    with client.stream("POST", "/api/speech", json={"text": text, "format": "pcm"}) as answer:
        assert answer.status_code == 200
        assert next(answer.iter_bytes())


def test_without_a_login_a_closed_studio_says_nothing(serve) -> None:
    client = serve(Speaker([EspeakEngine()]), public_speech=False)
    for path in ("/api/speech", "/v1/audio/speech", "/api/text/analyze"):
        assert client.post(path, json={"text": SHORT, "input": SHORT, "model": "tts-1"}).status_code in (
            401,
            422,
        )
    assert client.post("/api/speech", json={"text": SHORT}).status_code == 401
    assert client.get("/api/voices").status_code == 401


def test_speech_is_rate_limited_by_its_setting(serve) -> None:
    client = serve(Speaker([EspeakEngine()]), rate_limit={"speech": "2/minute"})
    statuses = [client.post("/api/speech", json={"text": SHORT}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
