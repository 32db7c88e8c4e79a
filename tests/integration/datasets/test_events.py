"""What is told while a dataset is brought in."""

from uuid import UUID

import httpx

from bazgoo.server.datasets.telling import snapshot
from tests.integration.live.watching import make_person, serve, watch
from tests.integration.people import bearer
from tests.integration.sources.test_events import _listening


async def test_an_import_is_told_in_rising_order_to_its_end(
    client, sara, worker, ljspeech, database, database_url
) -> None:
    async with _listening(database_url) as heard:
        answer = await client.post("/api/datasets", files={"file": ("voice.zip", ljspeech)}, headers=sara)
    made = answer.json()
    assert {notice["name"] for notice in heard} == {"dataset:progress"}
    told = [notice["data"] for notice in heard]
    assert [each["seq"] for each in told] == sorted({each["seq"] for each in told})
    progress = [each["progress"] for each in told]
    assert progress == sorted(progress)
    statuses = list(dict.fromkeys(each["status"] for each in told))
    assert statuses == ["importing", "checking", "ready"]
    last = told[-1]
    assert (last["dataset_id"], last["accepted"], last["rejected"]) == (made["id"], 4, 1)
    assert last["seq"] == made["metadata"]["seq"]
    async with database.session() as session:
        me = (await client.get("/api/auth/me", headers=sara)).json()["id"]
        seen = await snapshot(session, UUID(me), UUID(made["id"]))
        assert seen is not None
        assert (seen["seq"], seen["status"], seen["error"]) == (last["seq"], "ready", None)
        assert await snapshot(session, UUID(int=0), UUID(made["id"])) is None


async def test_who_subscribes_hears_of_their_own_alone(settings, database_url, worker, ljspeech) -> None:
    async with serve(settings, database_url) as studio, httpx.AsyncClient(base_url=studio) as client:
        sara, reza = await make_person(studio, "sara"), await make_person(studio, "reza")
        async with watch(studio, sara["access_token"]) as hers, watch(studio, reza["access_token"]) as his:
            files = {"file": ("voice.zip", ljspeech)}
            answer = await client.post("/api/datasets", files=files, headers=bearer(sara), timeout=60)
            made = answer.json()
            await hers.until(lambda: hers.heard and hers.heard[-1][1]["status"] == "ready")
            assert {name for name, _ in hers.heard} == {"dataset:progress"}
            told = await hers.ask("subscribe:dataset", made["id"])
            assert (told["ok"], told["snapshot"]["status"]) == (True, "ready")
            assert await his.ask("subscribe:dataset", made["id"]) == {"ok": False, "code": "not_found"}
            assert his.heard == []
