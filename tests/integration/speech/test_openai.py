"""`/v1`: programs written for OpenAI's API speak here too."""

import base64
import io
import json

import httpx
import pytest
import soundfile

TEXT = "سلام دنیا. امروز هوا خوب است."


def ask(client: httpx.Client, **given: object) -> httpx.Response:
    return client.post("/v1/audio/speech", json={"model": "tts-1", "input": TEXT, "voice": "alloy"} | given)


def test_mp3_is_what_comes_when_nothing_is_said(client: httpx.Client) -> None:
    answer = ask(client)
    assert answer.headers["content-type"] == "audio/mpeg"
    assert soundfile.info(io.BytesIO(answer.content)).duration > 1


def test_pcm_is_at_24_khz(client: httpx.Client) -> None:
    pcm, wav = ask(client, response_format="pcm"), ask(client, response_format="wav")
    assert pcm.headers["x-sample-rate"] == "24000"
    spoken_s = soundfile.info(io.BytesIO(wav.content)).duration
    assert len(pcm.content) / 2 / 24_000 == pytest.approx(spoken_s, abs=0.01)


@pytest.mark.parametrize("model", ["tts-1", "tts-1-hd", "gpt-4o-mini-tts"])
def test_openais_models_are_taken(client: httpx.Client, model: str) -> None:
    assert ask(client, model=model).status_code == 200


def test_openais_names_and_native_ids_are_voices(client: httpx.Client) -> None:
    by_name = ask(client, voice="nova", response_format="pcm").content
    by_id = ask(client, voice="espeak-fa-female", response_format="pcm").content
    assert by_name == by_id != ask(client, voice="onyx", response_format="pcm").content


def test_fields_that_only_openai_knows_are_passed_over(client: httpx.Client) -> None:
    assert ask(client, instructions="با شادی بخوان", user="x").status_code == 200


def test_events_have_openais_shape(client: httpx.Client) -> None:
    answer = ask(client, response_format="pcm", stream_format="sse")
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = answer.text.strip().split("\n\n")
    assert all(block.startswith("data: ") for block in blocks)
    told = [json.loads(block.removeprefix("data: ")) for block in blocks]
    assert [data["type"] for data in told[:-1]] == ["speech.audio.delta"] * (len(told) - 1)
    sound = b"".join(base64.b64decode(data["audio"]) for data in told[:-1])
    assert sound == ask(client, response_format="pcm").content
    usage = told[-1]["usage"]
    assert told[-1]["type"] == "speech.audio.done"
    assert usage["input_tokens"] == len(TEXT)
    assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"]


@pytest.mark.parametrize(
    ("given", "status", "code", "param"),
    [
        ({"model": "whisper-1"}, 404, "model_not_found", None),
        ({"voice": "nobody"}, 404, "voice_not_found", None),
        ({"input": " "}, 422, "text_empty", None),
        ({"input": "😀"}, 422, "nothing_to_speak", None),
        ({"input": "س" * 100_001}, 413, "text_too_long", None),
        ({"speed": 5}, 422, "invalid_request", "speed"),
        ({"response_format": "midi"}, 422, "invalid_request", "response_format"),
        ({"input": None}, 422, "invalid_request", "input"),
    ],
)
def test_errors_have_openais_shape(
    client: httpx.Client, given: dict[str, object], status: int, code: str, param: str | None
) -> None:
    answer = ask(client, **given)
    error = answer.json()["error"]
    assert answer.status_code == status
    assert (error["code"], error["param"], error["type"]) == (code, param, "invalid_request_error")
    assert error["message"]


def test_models_are_listed_as_openai_lists_them(client: httpx.Client) -> None:
    listed = client.get("/v1/models").json()
    assert listed["object"] == "list"
    assert {"tts-1", "tts-1-hd", "gpt-4o-mini-tts"} <= {model["id"] for model in listed["data"]}
    assert {model["object"] for model in listed["data"]} == {"model"}


def test_every_voice_that_is_listed_speaks(client: httpx.Client) -> None:
    voices = client.get("/v1/audio/voices").json()["voices"]
    assert {"alloy", "verse", "espeak-fa"} <= {voice["id"] for voice in voices}
    for voice in voices:
        assert ask(client, voice=voice["id"], input="سلام").status_code == 200
