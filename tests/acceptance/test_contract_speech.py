"""Speech, as a program that knows nothing but the contract asks for it and reads what comes."""

import base64
import io
import json
import socket
import wave
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import av
import httpx
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

SENTENCE = "سلام دنیا، امروز هوا آفتابی است."
LONG = " ".join(f"این جملهٔ شمارهٔ {number} است و به نوبت خوانده می‌شود." for number in range(1, 13))
VOICE = {"id", "name", "language", "engine", "sample_rate", "runs_in_browser"}
FORMATS = ("wav", "mp3", "opus", "flac", "aac", "pcm")


@pytest.fixture
def speak(admin) -> Callable[..., httpx.Response]:
    """Asks `/api/speech`; the body is written so that it may also hold half a surrogate pair."""
    json_body = {"Content-Type": "application/json"}
    return lambda **asked: admin.post("/api/speech", content=json.dumps(asked), headers=json_body)


def _samples(answer: httpx.Response) -> NDArray[np.int16]:
    assert answer.status_code == 200, answer.text
    return np.frombuffer(answer.content, "<i2")


def _seconds(file: bytes) -> float:
    """How long a file sounds to FFmpeg, which also reads what does not say its length."""
    with av.open(io.BytesIO(file)) as container:
        frames = list(container.decode(audio=0))
    return sum(frame.samples for frame in frames) / frames[0].sample_rate


def _events(text: str) -> Iterator[tuple[str, Any]]:
    """The events of a stream, read as strictly as browsers read them (WHATWG HTML, section 9.2)."""
    name, data = "message", None
    for line in text.split("\n"):
        field, _, value = line.partition(": ")
        if line == "":
            if data is not None:
                yield name, json.loads(data)
            name, data = "message", None
        elif field == "event":
            name = value
        else:
            assert (field, data) == ("data", None)
            data = value
    assert data is None


def test_every_voice_that_is_listed_is_described_and_speaks(admin, speak) -> None:
    listed = admin.get("/api/voices").json()
    assert set(listed) == {"items", "next_cursor"}
    assert listed["items"]
    for voice in listed["items"]:
        assert set(voice) >= VOICE
        answer = speak(text=SENTENCE, voice=voice["id"], format="pcm")
        assert int(answer.headers["X-Sample-Rate"]) == voice["sample_rate"]
        assert np.abs(_samples(answer)).max() > 1000


@pytest.mark.parametrize("text", [SENTENCE, LONG], ids=["short", "long"])
@pytest.mark.parametrize("format", FORMATS)
def test_streamed_or_whole_a_file_sounds_equally_long_to_every_reader(speak, format: str, text: str) -> None:
    said = speak(text=text, format="pcm")
    expected_s = len(_samples(said)) / int(said.headers["X-Sample-Rate"])
    streamed, whole = speak(text=text, format=format), speak(text=text, format=format, stream=False)
    assert int(whole.headers["Content-Length"]) == len(whole.content)
    for answer in (streamed, whole):
        assert answer.status_code == 200
        if format == "pcm":
            assert answer.content == said.content
            continue
        assert _seconds(answer.content) == pytest.approx(expected_s, abs=0.1)
        if format != "aac":
            samples, rate = soundfile.read(io.BytesIO(answer.content))
            assert rate == int(answer.headers["X-Sample-Rate"])
            assert len(samples) / rate == pytest.approx(expected_s, abs=0.1)


def test_a_wav_of_one_passage_and_any_whole_one_name_their_exact_length(speak) -> None:
    answers = [speak(text=f"سلام {number}") for number in range(8)] + [speak(text=LONG, stream=False)]
    for answer in answers:
        with wave.open(io.BytesIO(answer.content)) as file:
            assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
            assert file.getnframes() * 2 + 44 == len(answer.content)


def test_a_long_text_is_heard_sentence_by_sentence_in_order(speak) -> None:
    events = list(_events(speak(text=LONG, format="pcm", stream_format="sse").text))
    assert {name for name, _ in events[:-1]} == {"speech.audio.delta"}
    places = [(data["text_start"], data["text_end"]) for _, data in events[:-1]]
    assert len(places) >= 12
    assert places == sorted(places)
    heard = b"".join(base64.b64decode(data["audio"]) for _, data in events[:-1])
    assert heard == speak(text=LONG, format="pcm").content
    name, done = events[-1]
    assert (name, done["type"]) == ("speech.audio.done", "speech.audio.done")
    assert done["duration_s"] == pytest.approx(len(heard) / 2 / done["sample_rate"], abs=0.01)


@pytest.mark.parametrize("speed", [0.25, 0.5, 2.0, 4.0])
def test_speed_divides_the_duration(speak, speed: float) -> None:
    usual = len(_samples(speak(text=LONG, format="pcm")))
    heard = len(_samples(speak(text=LONG, format="pcm", speed=speed)))
    assert usual / heard == pytest.approx(speed, rel=0.1)


@pytest.mark.parametrize("format", ["pcm", "wav", "flac"])
def test_the_rate_that_is_asked_for_is_the_rate_that_comes(speak, format: str) -> None:
    usual = speak(text=SENTENCE, format="pcm")
    seconds = len(_samples(usual)) / int(usual.headers["X-Sample-Rate"])
    for rate in (8000, 16000, 44100, 48000):
        answer = speak(text=SENTENCE, format=format, sample_rate=rate)
        assert int(answer.headers["X-Sample-Rate"]) == rate
        count = (
            len(_samples(answer)) if format == "pcm" else len(soundfile.read(io.BytesIO(answer.content))[0])
        )
        assert count / rate == pytest.approx(seconds, abs=0.02)


@pytest.mark.parametrize("rate", [8000, 22050, 44100, 96000])
def test_opus_takes_the_nearest_rate_that_it_knows(speak, rate: int) -> None:
    answer = speak(text=SENTENCE, format="opus", sample_rate=rate)
    _, found = soundfile.read(io.BytesIO(answer.content))
    assert found == int(answer.headers["X-Sample-Rate"]) in (8000, 12000, 16000, 24000, 48000)


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"text": ""}, 422, "text_empty"),
        ({"text": " \n\t"}, 422, "text_empty"),
        ({"text": "😀🎉"}, 422, "nothing_to_speak"),
        ({"text": "،؛…"}, 422, "nothing_to_speak"),
        ({"text": "\u200f\u200c\u064e"}, 422, "nothing_to_speak"),
        ({"text": "آ" * 100_001}, 413, "text_too_long"),
        ({"text": "سلام \ud800"}, 422, "invalid_request"),
        ({"text": SENTENCE, "speed": 0.24}, 422, "invalid_request"),
        ({"text": SENTENCE, "speed": 4.01}, 422, "invalid_request"),
        ({"text": SENTENCE, "format": "ogg"}, 422, "invalid_request"),
        ({"text": SENTENCE, "voice": "nobody"}, 404, "voice_not_found"),
        ({"text": "<speak>سلام", "ssml": True}, 422, "ssml_invalid"),
        ({"text": "", "stream_format": "sse"}, 422, "text_empty"),
    ],
    ids=str,
)
def test_what_cannot_be_spoken_is_told_with_its_code(
    speak, asked: dict[str, Any], status: int, code: str
) -> None:
    answer = speak(**asked)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    "text", ["سلام\0دنیا", "\u202bسلام\u202c \u200fدنیا", "سلام 😀", "ي ك ٤", "salam", "۷"]
)
def test_odd_texts_with_something_to_say_are_said(speak, text: str) -> None:
    assert len(_samples(speak(text=text, format="pcm")))


def test_a_text_of_100_000_characters_is_begun(admin) -> None:
    text = (LONG * 300)[:100_000]
    with admin.stream("POST", "/api/speech", json={"text": text, "format": "pcm"}) as answer:
        assert answer.status_code == 200
        assert next(answer.iter_bytes())


def _say(speak: Callable[..., httpx.Response], inside: str) -> NDArray[np.int16]:
    return _samples(speak(text=f"<speak>{inside}</speak>", ssml=True, format="pcm"))


def test_every_element_of_ssml_is_heard(speak) -> None:
    plain = _say(speak, SENTENCE)
    second = 22050
    assert len(_say(speak, f"{SENTENCE}<break time='2s'/>{SENTENCE}")) >= 2 * len(plain) + second
    assert len(_say(speak, f"<prosody rate='50%'>{SENTENCE}</prosody>")) > 1.7 * len(plain)
    assert len(_say(speak, f"<prosody rate='fast'>{SENTENCE}</prosody>")) < 0.95 * len(plain)
    quiet = _say(speak, f"<prosody volume='-12dB'>{SENTENCE}</prosody>")
    assert np.abs(quiet).max() < 0.4 * np.abs(plain).max()
    assert len(_say(speak, "<s>سلام</s><s>سلام</s>")) > len(_say(speak, "سلام سلام"))
    assert len(_say(speak, "<p>سلام</p><p>سلام</p>")) > len(_say(speak, "<s>سلام</s><s>سلام</s>"))
    assert np.array_equal(_say(speak, "<sub alias='سازمان'>س</sub>"), _say(speak, "سازمان"))
    assert not np.array_equal(
        _say(speak, "<phoneme alphabet='ipa' ph='ketɑb'>گل</phoneme>"), _say(speak, "گل")
    )
    digits = _say(speak, "<say-as interpret-as='digits'>1234</say-as>")
    assert not np.array_equal(digits, _say(speak, "1234"))


@pytest.mark.parametrize("model", ["tts-1", "tts-1-hd", "gpt-4o-mini-tts"])
@pytest.mark.parametrize(
    "voice", ["alloy", "ash", "ballad", "cedar", "coral", "echo", "marin", "sage", "verse"]
)
def test_openais_models_and_voices_speak_mp3(admin, model: str, voice: str) -> None:
    asked = {"model": model, "voice": voice, "input": "سلام", "instructions": "calm"}
    answer = admin.post("/v1/audio/speech", json=asked)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "audio/mpeg")
    assert _seconds(answer.content) > 0.3


def test_openais_pcm_is_at_24_khz_whatever_the_voice(admin, speak) -> None:
    usual = speak(text=SENTENCE, format="pcm")
    asked = {"model": "tts-1", "input": SENTENCE, "response_format": "pcm"}
    answer = admin.post("/v1/audio/speech", json=asked)
    seconds = len(_samples(usual)) / int(usual.headers["X-Sample-Rate"])
    assert len(_samples(answer)) / 24_000 == pytest.approx(seconds, abs=0.01)


def test_openais_events_are_the_file(admin) -> None:
    asked = {"model": "gpt-4o-mini-tts", "voice": "nova", "input": LONG, "stream_format": "sse"}
    answer = admin.post("/v1/audio/speech", json=asked)
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    *deltas, done = (data for _, data in _events(answer.text))
    assert {delta["type"] for delta in deltas} == {"speech.audio.delta"}
    assert done["type"] == "speech.audio.done"
    assert {"input_tokens", "output_tokens", "total_tokens"} == set(done["usage"])
    file = b"".join(base64.b64decode(delta["audio"]) for delta in deltas)
    del asked["stream_format"]
    assert _seconds(file) == pytest.approx(_seconds(admin.post("/v1/audio/speech", json=asked).content))


def test_openais_lists_have_openais_shape(admin) -> None:
    models = admin.get("/v1/models").json()
    assert models["object"] == "list"
    assert {"tts-1", "tts-1-hd", "gpt-4o-mini-tts"} <= {model["id"] for model in models["data"]}
    own = {voice["id"] for voice in admin.get("/api/voices").json()["items"]}
    assert own <= {voice["id"] for voice in admin.get("/v1/audio/voices").json()["voices"]}


def test_under_v1_every_error_has_openais_shape(admin, visit) -> None:
    stranger = visit()
    wrong = {"model": "tts-1", "input": SENTENCE, "response_format": "xyz"}
    too_long = {"model": "tts-1", "input": "آ" * 100_001}
    answers = {
        401: stranger.get("/v1/models"),
        404: admin.get("/v1/nothing"),
        405: admin.get("/v1/audio/speech"),
        413: admin.post("/v1/audio/speech", json=too_long),
        422: admin.post("/v1/audio/speech", json=wrong),
    }
    for status, answer in answers.items():
        assert answer.status_code == status
        assert set(answer.json()) == {"error"}
        assert set(answer.json()["error"]) == {"message", "type", "param", "code"}
    assert answers[422].json()["error"]["param"] == "response_format"


def test_a_reading_has_the_shape_of_the_contract(admin) -> None:
    reading = admin.post("/api/text/analyze", json={"text": "ساعت ۱۲:۳۰ است.", "mode": "formal"}).json()
    assert set(reading) == {"normalized", "sentences"}
    words = [word for sentence in reading["sentences"] for word in sentence["words"]]
    assert {"text", "spoken", "phonemes", "ipa", "ezafe", "source", "alternatives"} <= set(words[0])
    assert "دوازده" in reading["normalized"]


def test_sixty_four_clients_at_once_are_all_heard(admin, speak) -> None:
    texts = [f"شنوندهٔ شمارهٔ {number} هم شنید." for number in range(64)]
    with ThreadPoolExecutor(64) as threads:
        together = list(threads.map(lambda text: _samples(speak(text=text, format="pcm")), texts))
    for text, heard in zip(texts[::16], together[::16], strict=True):
        assert np.array_equal(heard, _samples(speak(text=text, format="pcm")))


def test_clients_that_go_away_or_do_not_read_are_in_nobodys_way(studio, admin, speak) -> None:
    body = json.dumps({"text": LONG * 100, "format": "wav"}).encode()
    head = (
        f"POST /api/speech HTTP/1.1\r\nHost: studio\r\nAuthorization: {admin.headers['Authorization']}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    lazy = [socket.create_connection(("127.0.0.1", studio.port)) for _ in range(8)]
    try:
        for client in lazy:
            client.sendall(head.encode() + body)
            assert client.recv(12) == b"HTTP/1.1 200"
        for client in lazy[:4]:
            client.close()
        assert len(_samples(speak(text="دیگران هم شنیده می‌شوند", format="pcm")))
    finally:
        for client in lazy:
            client.close()
