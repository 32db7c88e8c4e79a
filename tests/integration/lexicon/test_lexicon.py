"""`/api/lexicon`: what a person says of words holds at once, for that person."""

import httpx
import pytest

from bazgoo.server.lexicon import service
from tests.integration.people import bearer, register


@pytest.fixture
async def sara(client) -> dict[str, str]:
    return bearer(await register(client, "sara"))


async def put(client: httpx.AsyncClient, who: dict[str, str], word: str, **said: str) -> httpx.Response:
    return await client.put(f"/api/lexicon/{word}", json=said, headers=who)


async def words(client: httpx.AsyncClient, who: dict[str, str], text: str, **more: object) -> list[dict]:
    asked = {"text": text, **more}
    answer = await client.post("/api/text/analyze", json=asked, headers=who)
    return [word for sentence in answer.json()["sentences"] for word in sentence["words"]]


async def test_a_word_is_kept_found_listed_changed_and_forgotten(client, sara) -> None:
    made = await put(client, sara, "كرم", spoken="کِرِم")
    assert made.status_code == 200
    assert {**made.json(), "updated_at": ""} == {
        "word": "کرم",
        "ipa": "kˈerem",
        "spoken": "کِرِم",
        "updated_at": "",
    }
    changed = (await put(client, sara, "کرم", ipa="keˈræm")).json()
    assert (changed["ipa"], changed["spoken"]) == ("kerˈam", None)
    assert changed["updated_at"] > made.json()["updated_at"]
    assert (await client.get("/api/lexicon/کرم", headers=sara)).json() == changed
    assert (await client.get("/api/lexicon", headers=sara)).json() == {
        "items": [changed],
        "next_cursor": None,
    }
    assert (await client.delete("/api/lexicon/كرم", headers=sara)).status_code == 204
    for call in (client.get, client.delete):
        gone = await call("/api/lexicon/کرم", headers=sara)
        assert (gone.status_code, gone.json()["code"]) == (404, "lexicon_entry_not_found")


async def test_a_lexicon_is_read_page_by_page_the_newest_first(client, sara) -> None:
    for word in ("یک", "دو", "سه", "چهار"):
        await put(client, sara, word, ipa="a")
    page = (await client.get("/api/lexicon", params={"limit": 3}, headers=sara)).json()
    assert [entry["word"] for entry in page["items"]] == ["چهار", "سه", "دو"]
    rest = await client.get("/api/lexicon", params={"cursor": page["next_cursor"]}, headers=sara)
    assert [entry["word"] for entry in rest.json()["items"]] == ["یک"]
    found = await client.get("/api/lexicon", params={"q": "ه"}, headers=sara)
    assert [entry["word"] for entry in found.json()["items"]] == ["چهار", "سه"]


@pytest.mark.parametrize("part", ["\0", "%", "_", "\\", "'"])
async def test_any_search_is_only_a_search(client, sara, part) -> None:
    await put(client, sara, "یک", ipa="a")
    found = await client.get("/api/lexicon", params={"q": part}, headers=sara)
    assert (found.status_code, found.json()["items"]) == (200, [])


async def test_what_is_kept_holds_at_once_and_for_its_person_alone(client, sara) -> None:
    other = bearer(await register(client, "omid"))
    before = (await words(client, sara, "گلناز آمد."))[0]
    await put(client, sara, "گلناز", ipa="ɡolenɑz")
    after = (await words(client, sara, "گلناز آمد."))[0]
    assert (after["ipa"], after["source"]) == ("ɡolenˈɑz", "lexicon")
    assert before["ipa"] in after["alternatives"]
    assert (await words(client, other, "گلناز آمد."))[0] == before
    assert (await client.get("/api/lexicon", headers=other)).json()["items"] == []
    await client.delete("/api/lexicon/گلناز", headers=sara)
    assert (await words(client, sara, "گلناز آمد."))[0] == before


async def test_words_know_their_place_in_the_text(client, sara) -> None:
    text = "😀 خانهٔ ما، ۱۲:۳۰."
    assert [text[word["start"] : word["end"]] for word in await words(client, sara, text)] == [
        "خانهٔ", "ما", "،", "۱۲:۳۰", ".",
    ]  # fmt: skip
    document = '<speak>سلام <phoneme ph="karˈam">کرم</phoneme></speak>'
    (_, said) = await words(client, sara, document, ssml=True)
    assert (document[said["start"] : said["end"]], said["source"]) == ("کرم", "author")


async def test_both_speech_addresses_say_it_so(client, sara) -> None:
    async def sounds() -> list[bytes]:
        said = {"text": "گلناز", "voice": "espeak-fa", "format": "pcm"}
        asked = {"model": "tts-1", "input": "گلناز", "voice": "espeak-fa", "response_format": "pcm"}
        heard = [
            await client.post("/api/speech", json=said, headers=sara),
            await client.post("/v1/audio/speech", json=asked, headers=sara),
        ]
        assert [answer.status_code for answer in heard] == [200, 200], heard[0].text
        return [answer.content for answer in heard]

    before = await sounds()
    await put(client, sara, "گلناز", ipa="ɡolenɑz")
    after = await sounds()
    assert all(one != other for one, other in zip(before, after, strict=True))
    await client.delete("/api/lexicon/گلناز", headers=sara)
    assert await sounds() == before


@pytest.mark.parametrize(
    ("word", "said", "code"),
    [
        ("دو کلمه", {"ipa": "a"}, "lexicon_word_invalid"),
        ("س" * 101, {"ipa": "a"}, "lexicon_word_invalid"),
        ("کرم", {"ipa": "☃"}, "pronunciation_invalid"),
        ("کرم", {"spoken": "😀"}, "pronunciation_invalid"),
        ("کرم", {}, "pronunciation_invalid"),
        ("کرم", {"sound": "a"}, "invalid_request"),
    ],
)
async def test_what_cannot_be_kept_is_refused_in_both_languages(client, sara, word, said, code) -> None:
    refused = [
        await client.put(f"/api/lexicon/{word}", json=said, headers=sara | {"Accept-Language": language})
        for language in ("fa", "en")
    ]
    assert [(answer.status_code, answer.json()["code"]) for answer in refused] == [(422, code)] * 2
    assert refused[0].json()["detail"] != refused[1].json()["detail"]
    assert (await client.get("/api/lexicon", headers=sara)).json()["items"] == []


async def test_a_lexicon_has_a_bound(client, sara, monkeypatch) -> None:
    monkeypatch.setattr(service, "MOST_ENTRIES", 2)
    for word in ("یک", "دو", "دو"):
        assert (await put(client, sara, word, ipa="a")).status_code == 200
    full = await put(client, sara, "سه", ipa="a")
    assert (full.status_code, full.json()["code"]) == (409, "lexicon_full")
    assert (await put(client, sara, "یک", ipa="u")).status_code == 200


async def test_nobody_has_a_lexicon_without_a_login(client) -> None:
    assert (await client.get("/api/lexicon")).status_code == 401
    assert (await client.put("/api/lexicon/کرم", json={"ipa": "a"})).status_code == 401
