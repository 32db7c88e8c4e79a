"""Looking at the Hub through the studio."""

from bazgoo.settings import RateLimits
from tests.integration.people import visit


async def _get(client, where, who=None, **query):
    return await client.get(f"/api/sources/{where}", params=query, headers=who or {})


async def test_a_search_says_what_can_run_here(client) -> None:
    answer = await _get(client, "search", q="tiny")
    assert answer.status_code == 200
    (item,) = answer.json()["items"]
    assert item["repo_id"] == "someone/tiny"
    assert (item["engine"], item["why_not"], item["installed"]) == ("piper", None, False)
    assert (item["license"], item["downloads"], item["type"]) == ("mit", 7, "tts")


async def test_a_search_goes_on_by_its_cursor(client) -> None:
    first = (await _get(client, "search", q="someone", limit=2, sort="downloads")).json()
    second = (
        await _get(client, "search", q="someone", limit=2, sort="downloads", cursor=first["next_cursor"])
    ).json()
    assert not {item["repo_id"] for item in first["items"]} & {item["repo_id"] for item in second["items"]}


async def test_typing_the_same_again_asks_the_hub_once(client, standin) -> None:
    for _ in range(3):
        await _get(client, "search", q="tiny")
    assert len(standin.requests("api")) == 1


async def test_searches_are_counted(database, settings, standin) -> None:
    few = settings.model_copy(update={"rate_limit": RateLimits(search="2/minute")})
    async with visit(database, few) as client:
        answers = [(await _get(client, "search", q="tiny")) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2].headers["retry-after"]) <= 60


async def test_why_something_cannot_run_is_said_in_the_readers_language(client) -> None:
    persian = (await _get(client, "model/someone/nothing")).json()
    english = (await _get(client, "model/someone/nothing", {"Accept-Language": "en"})).json()
    assert (persian["can_run"], persian["engine"], persian["format"]) == (False, None, "empty")
    assert persian["why_not"] != english["why_not"] == "The repository is empty."


async def test_a_repository_opens_with_its_files_its_card_and_its_voices(client) -> None:
    told = (await _get(client, "model/someone/tiny")).json()
    assert told["can_run"]
    assert told["card"] == "# صدای ریز\n"
    assert {file["path"] for file in told["files"]} >= {"README.md", "fa_IR-tiny-x_low.onnx"}
    assert [voice["id"] for voice in told["voices"]] == ["fa_IR-tiny-x_low"]
    assert told["download_bytes"] <= told["size_bytes"]


async def test_the_great_repository_opens_as_its_persian_voices(client) -> None:
    told = (await _get(client, "model/rhasspy/piper-voices")).json()
    (voice,) = told["voices"]
    assert voice["id"] == "fa_IR-amir-medium"
    assert voice["sample"].endswith("samples/speaker_0.mp3")
    sample = await _get(client, "sample", repo_id="rhasspy/piper-voices", path=voice["sample"])
    assert (sample.content, sample.headers["content-type"]) == (b"ID3 sound", "audio/mpeg")


async def test_only_sounds_are_samples(client) -> None:
    refused = await _get(client, "sample", repo_id="someone/tiny", path="README.md")
    assert (refused.status_code, refused.json()["code"]) == (422, "sample_unusable")


async def test_what_is_not_there_is_not_found(client) -> None:
    for path in ("model/no/such", "model/someone/private", "model/../..%2f", "model/a%00/b"):
        answer = await _get(client, path)
        assert answer.status_code == 404, path


async def test_a_token_is_checked_and_not_kept(client, sara, ask, standin) -> None:
    good = await client.post("/api/sources/validate-token", json={"token": "hf_good"})
    assert good.json()["valid"]
    assert good.json()["username"] == "sara"
    bad = await client.post("/api/sources/validate-token", json={"token": "hf_bad"})
    assert bad.status_code == 200
    assert (bad.json()["valid"], bad.json()["code"]) == (False, "hub_token_invalid")
    assert ask("SELECT count(*) FROM user_settings") == [(0,)]


async def test_checks_of_tokens_are_counted(database, settings) -> None:
    few = settings.model_copy(update={"rate_limit": RateLimits(token_check="1/minute")})
    async with visit(database, few) as client:
        for status in (200, 429):
            answer = await client.post("/api/sources/validate-token", json={"token": "hf_good"})
            assert answer.status_code == status


async def test_a_mirror_of_a_person_must_not_lead_into_the_private_network(client, sara, standin) -> None:
    own = {"settings": {"hub_endpoints": [standin.cdn_url]}}
    assert (await client.post("/api/settings", json=own, headers=sara)).status_code == 200
    answer = await _get(client, "search", sara, q="tiny")
    assert (answer.status_code, answer.json()["code"]) == (422, "hub_address_private")
    assert standin.requests("cdn") == []


async def test_a_hub_that_has_had_enough_says_when_to_come_back(client, sara, standin) -> None:
    standin.use_up("api", 30)
    answer = await client.post("/api/sources/download", json={"repo_id": "someone/tiny"}, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (429, "hub_rate_limited")
    assert 0 < int(answer.headers["retry-after"]) <= 60


async def test_a_mirror_beside_this_machine_is_asked_only_where_the_admin_allows_it(
    database, settings, standin, client, sara
) -> None:
    named = {"huggingface_api_url": standin.url.replace("127.0.0.1", "localhost")}
    assert (await client.post("/api/settings", json=named, headers=sara)).status_code == 200
    wanted = "/api/sources/model/someone/tiny"
    refused = await client.get(wanted, headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (422, "hub_address_private")
    allowing = settings.model_copy(update={"allow_private_endpoints": True})
    async with visit(database, allowing) as there:
        assert (await there.get(wanted, headers=sara)).status_code == 200
