"""A training from the wish to the model: its rows, its samples, what is told, where the model comes from."""

import asyncio
from typing import Any
from uuid import UUID

import httpx

from bazgoo.server.trainings.telling import snapshot
from tests.integration.live.watching import make_person, serve, watch
from tests.integration.people import bearer
from tests.integration.sources.test_events import _listening


async def _items(client, who, job, what: str) -> list[dict]:
    answer = await client.get(f"/api/training/{job['id']}/{what}", headers=who)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_a_training_comes_to_a_model(client, sara, texts, worker, begin, until, settings) -> None:
    asked = await begin(sara, texts)
    assert (asked["status"], asked["dataset_name"], asked["name"]) == ("queued", "هوا", "هوا")
    assert asked["config"]["optimizer"] == "adamw"  # as it was understood, with the defaults
    done = await until(sara, asked, "completed")
    assert (done["progress"], done["step"], done["total_steps"], done["epoch"]) == (100, 60, 60, 6)
    assert done["metrics"]["val_loss"] < 0.2
    assert done["error"] is None
    assert done["started_at"] < done["completed_at"]
    rows = await _items(client, sara, done, "metrics")
    assert {10, 20, 30, 40, 50, 60} <= {row["step"] for row in rows}
    assert rows[0]["metrics"]["loss"] > rows[-1]["metrics"]["loss"]
    saved = await _items(client, sara, done, "checkpoints")
    assert [each["step"] for each in saved] == [60, 50, 40, 30, 20, 10]
    assert [each["best"] for each in saved] == [True, *[False] * 5]
    samples = await _items(client, sara, done, "samples")
    assert len(samples) == 6
    heard = await client.get(samples[0]["url"], headers=sara)
    assert (heard.status_code, heard.content[:4]) == (200, b"RIFF")
    log = (await client.get(f"/api/training/{done['id']}/log", headers=sara)).json()
    assert log == {"lines": ["learning from step 0"]}


async def test_how_far_its_preparation_is_is_told(
    client, sara, texts, worker, begin, until, tmp_path, monkeypatch
) -> None:
    busy = tmp_path / "busy"
    busy.touch()
    monkeypatch.setenv("LITTLE_BUSY", str(busy))
    job = await begin(sara, texts)
    told: dict[str, Any] = {}
    async with asyncio.timeout(60):
        while told.get("metrics") != {"prepared": 25}:
            told = (await client.get(f"/api/training/{job['id']}", headers=sara)).json()
            await asyncio.sleep(0.05)
    assert (told["status"], told["step"]) == ("running", 0)
    busy.unlink()
    assert "prepared" not in (await until(sara, job, "completed"))["metrics"]


async def test_the_model_is_on_the_shelf_with_where_it_comes_from(
    client, sara, texts, worker, begin, until, ask
) -> None:
    done = await until(sara, await begin(sara, texts), "completed")
    installed = (await client.get("/api/sources/installed", headers=sara)).json()["items"]
    (model,) = installed
    assert (model["id"], model["type"], model["license"]) == (done["model_id"], "tts", "CC0-1.0")
    assert (model["status"], model["can_remove"]) == ("installed", True)
    ((lineage,),) = ask("SELECT metadata -> 'lineage' FROM models")
    assert (lineage["job_id"], lineage["dataset_id"]) == (done["id"], texts)
    assert len(lineage["dataset_version"]) > 10
    assert lineage["config"]["max_steps"] == 60
    assert (lineage["author"], lineage["step"]) == ("sara", 60)
    gone = await client.delete(f"/api/sources/installed/{model['id']}", headers=sara)
    assert gone.status_code == 200
    assert (await client.get(f"/api/training/{done['id']}", headers=sara)).json()["model_id"] is None


async def test_the_history_comes_in_pages(client, sara, texts, worker, begin, until) -> None:
    done = await until(sara, await begin(sara, texts), "completed")
    where, seen, cursor = f"/api/training/{done['id']}/metrics", [], None
    while True:
        told = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await client.get(where, params=told, headers=sara)).json()
        seen += [row["step"] for row in page["items"]]
        if (cursor := page["next_cursor"]) is None:
            break
    assert seen == sorted(set(seen))
    assert len(seen) >= 6
    wrong = await client.get(where, params={"cursor": "x"}, headers=sara)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "cursor_invalid")


async def test_it_is_told_in_rising_order_to_its_end(
    client, sara, texts, worker, begin, until, database, database_url
) -> None:
    async with _listening(database_url) as heard:
        done = await until(sara, await begin(sara, texts), "completed")
    told = [notice["data"] for notice in heard]
    assert [each["seq"] for each in told] == sorted({each["seq"] for each in told})
    names = {notice["name"] for notice in heard}
    assert names == {"training:progress", "training:sample", "training:complete"}
    assert heard[-1]["name"] == "training:complete"
    assert (told[-1]["model_id"], told[-1]["seq"]) == (done["model_id"], done["seq"])
    statuses = [each["status"] for each in told if "status" in each]
    assert list(dict.fromkeys(statuses)) == ["queued", "running", "completed"]
    steps = [each["step"] for each in told if "status" in each]
    assert steps == sorted(steps)
    sample = next(notice["data"] for notice in heard if notice["name"] == "training:sample")
    assert (await client.get(sample["url"], headers=sara)).status_code == 200
    me = (await client.get("/api/auth/me", headers=sara)).json()["id"]
    async with database.session() as session:
        seen = await snapshot(session, UUID(me), UUID(done["id"]))
        assert seen is not None
        assert (seen["seq"], seen["status"], seen["error"]) == (done["seq"], "completed", None)
        assert await snapshot(session, UUID(int=0), UUID(done["id"])) is None


async def test_who_subscribes_hears_of_their_own_alone(settings, database_url, worker, ask) -> None:
    async with serve(settings, database_url) as studio, httpx.AsyncClient(base_url=studio) as client:
        sara, reza = await make_person(studio, "sara"), await make_person(studio, "reza")
        ((job_id,),) = ask(
            "INSERT INTO training_jobs (user_id) SELECT id FROM users WHERE username = 'sara' RETURNING id"
        )
        async with watch(studio, sara["access_token"]) as hers, watch(studio, reza["access_token"]) as his:
            told = await hers.ask("subscribe:training", job_id)
            assert (told["ok"], told["snapshot"]["status"]) == (True, "queued")
            assert await his.ask("subscribe:training", job_id) == {"ok": False, "code": "not_found"}
            await client.post(f"/api/training/{job_id}/pause", headers=bearer(sara))
            await hers.until(lambda: hers.heard and hers.heard[-1][1]["status"] == "paused")
            assert {name for name, _ in hers.heard} == {"training:progress"}
            assert his.heard == []
