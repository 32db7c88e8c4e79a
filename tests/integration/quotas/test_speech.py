"""How much a person may have spoken a day."""

import asyncio

import psycopg
import pytest

from bazgoo.settings import Settings
from tests.integration.people import bearer

TEXT = "سلام دنیا."  # ten characters


async def _speak(client, person, text=TEXT, path="/api/speech", **asked):
    body = {"text": text} if path == "/api/speech" else {"model": "tts-1", "input": text, "voice": "alloy"}
    return await client.post(path, json=body | asked, headers=bearer(person))


async def test_without_a_quota_it_is_counted_and_nobody_is_stopped(client, sara, used) -> None:
    for path in ("/api/speech", "/v1/audio/speech"):
        assert (await _speak(client, sara, path=path)).status_code == 200
    told = await used(sara, lambda told: told["characters_today"] == 2 * len(TEXT))
    assert 0 < told["audio_minutes_today"] < 0.2


@pytest.mark.parametrize("path", ["/api/speech", "/v1/audio/speech"])
async def test_over_the_characters_of_a_day_nothing_is_spoken(client, reza, allow, used, path) -> None:
    await allow(reza, characters_per_day=25)
    assert (await _speak(client, reza, path=path)).status_code == 200
    assert (await _speak(client, reza, path=path)).status_code == 200
    refused = await _speak(client, reza, path=path)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 86_400
    problem = refused.json() if path == "/api/speech" else refused.json()["error"]
    assert problem["code"] == "character_quota_exceeded"
    if path != "/api/speech":
        assert problem["type"] == "insufficient_quota"
    assert (await _speak(client, reza, "سلام", path=path)).status_code == 200
    assert (await used(reza, lambda told: told["characters_today"] == 24))["characters_today"] == 24


async def test_over_the_minutes_of_a_day_nothing_is_spoken(client, reza, allow, used) -> None:
    await allow(reza, audio_minutes_per_day=1)
    assert (await _speak(client, reza, "سلام دنیا. " * 20)).status_code == 200
    await used(reza, lambda told: told["audio_minutes_today"] > 0)
    refused = await _speak(client, reza, "سلام دنیا. " * 80)
    assert (refused.status_code, refused.json()["code"]) == (429, "audio_quota_exceeded")
    assert "۱ دقیقه" in refused.json()["detail"]


async def test_nothing_at_all_may_be_allowed(client, reza, allow) -> None:
    await allow(reza, audio_minutes_per_day=0)
    assert (await _speak(client, reza)).json()["code"] == "audio_quota_exceeded"
    await allow(reza, characters_per_day=0)
    assert (await _speak(client, reza)).json()["code"] == "character_quota_exceeded"


async def test_pauses_of_ssml_cannot_make_a_text_last_for_hours(client, reza, allow, used) -> None:
    await allow(reza, audio_minutes_per_day=5)
    pauses = '<speak>سلام <break time="10s"/>' + '<break time="10s"/> سلام ' * 60 + "</speak>"
    events = (await _speak(client, reza, pauses, ssml=True, stream_format="sse")).text
    assert "audio_quota_exceeded" in events.rpartition("event: error")[2]
    # what was made counts, so the next one is refused at its beginning
    told = await used(reza, lambda told: told["audio_minutes_today"] > 2)
    assert told["audio_minutes_today"] < 15


async def test_what_is_refused_counts_nothing(client, reza, allow, used) -> None:
    await allow(reza, characters_per_day=25)
    for text in ("🙂🙂", "   ", "🙂"):
        assert (await _speak(client, reza, text)).status_code == 422
    assert (await _speak(client, reza, voice="nobody")).status_code == 404
    await used(reza, lambda told: told["characters_today"] == 0)
    assert (await _speak(client, reza)).status_code == 200


async def test_many_at_once_do_not_get_more_than_there_is(client, reza, allow, used) -> None:
    await allow(reza, characters_per_day=35)
    answers = await asyncio.gather(*(_speak(client, reza) for _ in range(12)))
    assert sorted(answer.status_code for answer in answers) == [200] * 3 + [429] * 9
    assert (await used(reza, lambda told: told["characters_today"]))["characters_today"] == 30


async def test_the_next_day_begins_anew(client, reza, allow, used, database_url) -> None:
    await allow(reza, characters_per_day=10)
    assert (await _speak(client, reza)).status_code == 200
    await used(reza, lambda told: told["audio_minutes_today"] > 0)
    assert (await _speak(client, reza)).status_code == 429
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE speech_usage SET day = day - 1")
    assert (await _speak(client, reza)).status_code == 200


async def test_the_quotas_of_one_are_not_those_of_another(client, sara, reza, allow) -> None:
    await allow(reza, characters_per_day=0)
    assert (await _speak(client, sara)).status_code == 200
    assert (await _speak(client, reza)).status_code == 429


class TestSettings:
    """What the settings allow everybody."""

    @pytest.fixture
    def settings(self, tmp_path) -> Settings:
        return Settings(data_dir=tmp_path, character_quota=5, audio_quota_minutes=60)

    async def test_hold_for_everybody_whom_nothing_else_is_allowed(self, client, sara, reza, allow) -> None:
        assert (await _speak(client, reza)).status_code == 429
        told = await allow(reza, characters_per_day=1000)
        assert told["effective"] == {
            "characters_per_day": 1000,
            "audio_minutes_per_day": 60,
            "disk_mb": 51_200,
            "trainings": 20,
        }
        assert (await _speak(client, reza)).status_code == 200
        assert (await allow(reza))["characters_per_day"] is None
        assert (await _speak(client, reza)).status_code == 429
