"""Datasets from the Hub."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bazgoo.settings import RateLimits, Settings
from tests.hub_standin import HubStandin, Repository
from tests.integration.datasets.conftest import OFTEN, SENTENCES


@pytest.fixture
def standin(clips: dict[str, bytes]) -> Iterator[HubStandin]:
    """A Hub with a folder of recordings, and data that is no dataset."""
    rows = [f"data/{number}.wav,{text}" for number, text in enumerate(clips, 1)]
    files: dict[str, bytes | Path] = {"metadata.csv": "\n".join(["file_name,text", *rows]).encode()}
    files |= {f"data/{number}.wav": sound for number, sound in enumerate(clips.values(), 1)}
    repositories = [
        Repository("datasets/someone/voice", files, card={"license": "cc0-1.0"}),
        Repository("datasets/someone/nothing", {"README.md": b"# nothing"}),
    ]
    with HubStandin(repositories, {}) as standin:
        yield standin


@pytest.fixture
def settings(tmp_path: Path, database_url: str, standin: HubStandin) -> Settings:
    limits = RateLimits(register=OFTEN, search=OFTEN, api=OFTEN)
    return Settings(
        data_dir=tmp_path / "data", database_url=database_url, hf_endpoint=standin.url, rate_limit=limits
    )


async def test_a_dataset_comes_from_the_hub(client, sara, worker, until, settings) -> None:
    begun = await client.post("/api/datasets/pull", json={"repo_id": "someone/voice"}, headers=sara)
    assert begun.status_code == 202, begun.text
    assert begun.json()["metadata"]["status"] == "importing"
    done = await until(sara, begun.json(), "ready")
    told = done["metadata"]
    assert (done["name"], done["record_count"]) == ("voice", len(SENTENCES))
    assert (told["source"], told["license"], told["layout"]) == (
        "datasets/someone/voice",
        "cc0-1.0",
        "audiofolder",
    )
    assert [path.name for path in settings.datasets_dir.iterdir()] == [done["id"]]


async def test_what_the_hub_refuses_is_refused_at_once(client, sara, ask, settings, database) -> None:
    for repo_id in ("no/such", "datasets/no/such", "not a name"):
        answer = await client.post("/api/datasets/pull", json={"repo_id": repo_id}, headers=sara)
        assert (answer.status_code, answer.json()["code"]) == (404, "repo_not_found")
    assert ask("SELECT count(*) FROM datasets") == [(0,)]


async def test_data_that_is_no_dataset_is_told(client, sara, worker, until, settings) -> None:
    begun = await client.post("/api/datasets/pull", json={"repo_id": "someone/nothing"}, headers=sara)
    assert begun.status_code == 202, begun.text
    failed = await until(sara, begun.json(), "failed")
    assert failed["metadata"]["error"]["code"] == "dataset_invalid"
    assert "someone/nothing" in failed["metadata"]["error"]["message"]
    assert list(settings.datasets_dir.iterdir()) == []
