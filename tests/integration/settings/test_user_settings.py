"""What a person chooses, and their Hub token, which never comes back."""

from collections.abc import Iterator

import psycopg
import pytest

from bazgoo.server.settings import sealing
from bazgoo.settings import Settings
from tests.hub_standin import Account, HubStandin
from tests.integration.people import bearer, register

TOKEN = "/api/settings/huggingface/token"


@pytest.fixture
def standin() -> Iterator[HubStandin]:
    with HubStandin([], {"hf_good_1234": Account("sara", role="fineGrained")}) as standin:
        yield standin


@pytest.fixture
def settings(tmp_path, database_url, standin) -> Settings:
    return Settings(data_dir=tmp_path, database_url=database_url, hf_endpoint=standin.url)


@pytest.fixture
async def sara(client) -> dict[str, str]:
    return bearer(await register(client, "sara"))


async def test_whoever_has_chosen_nothing_sees_what_holds(client, sara, standin) -> None:
    assert (await client.get("/api/settings", headers=sara)).json() == {
        "huggingface_token_set": False,
        "huggingface_token_hint": None,
        "huggingface_token_valid": None,
        "huggingface_api_url": None,
        "auto_download": False,
        "max_concurrent_downloads": 3,
        "settings": {"hub_endpoints": [], "max_bandwidth_kbps": None},
        "installation_endpoints": [standin.url],
    }
    assert (await client.get("/api/settings")).status_code == 401


async def test_what_is_not_named_stays(client, sara) -> None:
    first = {
        "max_concurrent_downloads": 5,
        "huggingface_api_url": "https://mirror.example/",
        "settings": {
            "hub_endpoints": ["https://a.example", "http://b.example/hub/"],
            "max_bandwidth_kbps": 800,
        },
    }
    assert (await client.post("/api/settings", json=first, headers=sara)).status_code == 200
    changed = await client.post(
        "/api/settings", json={"settings": {"max_bandwidth_kbps": None}}, headers=sara
    )
    told = changed.json()
    assert told["max_concurrent_downloads"] == 5
    assert told["huggingface_api_url"] == "https://mirror.example"
    assert told["settings"] == {
        "hub_endpoints": ["https://a.example", "http://b.example/hub"],
        "max_bandwidth_kbps": None,
    }
    cleared = await client.post("/api/settings", json={"huggingface_api_url": None}, headers=sara)
    assert cleared.json()["huggingface_api_url"] is None
    assert (await client.get("/api/settings", headers=sara)).json() == cleared.json()


async def test_what_cannot_be_is_refused(client, sara) -> None:
    for wrong in (
        {"max_concurrent_downloads": 0},
        {"max_concurrent_downloads": 1000},
        {"huggingface_api_url": "ftp://x.example"},
        {"huggingface_api_url": "https://user:pass@x.example"},
        {"huggingface_api_url": "no address"},
        {"settings": {"hub_endpoints": ["file:///etc/passwd"]}},
        {"settings": {"max_bandwidth_kbps": -1}},
    ):
        answer = await client.post("/api/settings", json=wrong, headers=sara)
        assert answer.status_code == 422, wrong
        assert answer.json()["errors"]


async def test_a_token_is_sealed_and_only_hinted_at(client, sara, database_url, settings) -> None:
    kept = await client.put(TOKEN, json={"token": "hf_good_1234"}, headers=sara)
    assert kept.status_code == 200
    told = kept.json()
    assert (told["huggingface_token_set"], told["huggingface_token_hint"]) == (True, "1234")
    assert told["huggingface_token_valid"] is True
    assert "hf_good" not in kept.text
    with psycopg.connect(database_url) as connection:
        (stored,) = connection.execute("SELECT huggingface_token FROM user_settings").fetchone()  # type: ignore[misc]
    assert "hf_good" not in stored
    assert sealing.opened(settings, stored) == "hf_good_1234"
    checked = await client.put("/api/settings/huggingface/validate", headers=sara)
    assert (checked.json()["valid"], checked.json()["kind"]) == (True, "fineGrained")
    forgotten = await client.delete(TOKEN, headers=sara)
    assert forgotten.json()["huggingface_token_set"] is False
    missing = await client.put("/api/settings/huggingface/validate", headers=sara)
    assert (missing.status_code, missing.json()["code"]) == (422, "hub_token_missing")


async def test_a_token_that_the_hub_refuses_is_not_kept(client, sara) -> None:
    refused = await client.put(TOKEN, json={"token": "hf_bad"}, headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (422, "hub_token_invalid")
    assert not (await client.get("/api/settings", headers=sara)).json()["huggingface_token_set"]
    told = await client.put("/api/settings/huggingface/validate", json={"token": "hf_bad"}, headers=sara)
    assert (told.status_code, told.json()["valid"]) == (200, False)


async def test_a_token_is_kept_also_when_the_hub_is_out_of_reach(client, sara, standin) -> None:
    standin.stop()
    kept = await client.put(TOKEN, json={"token": "hf_good_1234"}, headers=sara)
    assert (kept.status_code, kept.json()["huggingface_token_valid"]) == (200, None)
    asked = await client.put("/api/settings/huggingface/validate", headers=sara)
    assert (asked.status_code, asked.json()["code"]) == (502, "hub_unreachable")


async def test_a_token_sealed_with_another_key_is_as_if_there_were_none(settings) -> None:
    other = settings.model_copy(update={"jwt_secret": None, "data_dir": settings.data_dir / "other"})
    stored = sealing.sealed(other, "hf_good_1234")
    assert sealing.opened(settings, stored) is None
    assert sealing.hint(stored) == "1234"


async def test_a_whoami_is_remembered(client, sara, standin) -> None:
    await client.put(TOKEN, json={"token": "hf_good_1234"}, headers=sara)
    for _ in range(3):
        await client.put("/api/settings/huggingface/validate", headers=sara)
    assert len(standin.requests("api")) == 1
