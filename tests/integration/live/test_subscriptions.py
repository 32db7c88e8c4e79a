"""What subscribers are told: how it stands, then everything once and in order."""

import asyncio
from uuid import UUID, uuid4

import pytest

from bazgoo.server.live import subscriptions
from bazgoo.server.live.events import DownloadComplete
from tests.integration.live.watching import make_person, progress, serve, watch


async def test_the_answer_is_a_snapshot_and_events_follow_once(studio, sara, downloads) -> None:
    download = await downloads.begin(sara["user"]["id"])
    await downloads.advance(download)
    async with watch(studio, sara["access_token"]) as watcher:
        answer = await watcher.ask("subscribe:download", download)
        assert answer == {
            "ok": True,
            "snapshot": {"seq": 1, "download_id": str(download), "status": "downloading"},
        }
        for _ in range(5):
            await downloads.advance(download)
        await watcher.until(lambda: 6 in watcher.seqs())
        assert watcher.seqs() == [2, 3, 4, 5, 6]
        assert {name for name, _ in watcher.heard} == {"download:progress"}
        assert watcher.heard[0][1]["download_id"] == str(download)


async def test_the_owner_is_told_without_subscribing_and_others_never(studio, sara, downloads) -> None:
    reza = await make_person(studio, "reza")
    hers, his = await downloads.begin(sara["user"]["id"]), await downloads.begin(reza["user"]["id"])
    async with watch(studio, sara["access_token"]) as watcher, watch(studio, reza["access_token"]) as other:
        await downloads.advance(hers)
        await downloads.advance(his)
        await watcher.until(lambda: watcher.heard)
        await other.until(lambda: other.heard)
        assert [data["download_id"] for _, data in watcher.heard] == [str(hers)]
        assert [data["download_id"] for _, data in other.heard] == [str(his)]
        assert await other.ask("subscribe:download", hers) == {"ok": False, "code": "not_found"}
        assert (await other.ask("subscribe:download", his))["ok"]


@pytest.mark.parametrize("junk", [(), (None,), (7,), ("x",), ({"id": 1},), (["a"],), ("' OR 1=1 --",)])
async def test_junk_is_refused_as_such(studio, sara, junk) -> None:
    async with watch(studio, sara["access_token"]) as watcher:
        for event in ("subscribe:download", "unsubscribe:download", "subscribe:training"):
            assert await watcher.ask(event, *junk) == {"ok": False, "code": "invalid"}


async def test_what_nobody_has_is_not_found(studio, sara, downloads) -> None:
    async with watch(studio, sara["access_token"]) as watcher:
        for topic in ("download", "training"):
            assert await watcher.ask(f"subscribe:{topic}", uuid4()) == {"ok": False, "code": "not_found"}


async def test_one_client_may_watch_so_many_and_no_more(studio, sara, downloads, monkeypatch) -> None:
    monkeypatch.setattr(subscriptions, "MOST_SUBSCRIPTIONS", 2)
    first, second, third = [await downloads.begin(sara["user"]["id"]) for _ in range(3)]
    async with watch(studio, sara["access_token"]) as watcher:
        for download in (first, second, first):
            assert (await watcher.ask("subscribe:download", download))["ok"]
        assert await watcher.ask("subscribe:download", third) == {"ok": False, "code": "too_many"}
        assert await watcher.ask("unsubscribe:download", first) == {"ok": True}
        assert (await watcher.ask("subscribe:download", third))["ok"]


async def test_what_is_undone_is_not_told(studio, sara, downloads) -> None:
    download = await downloads.begin(sara["user"]["id"])
    async with watch(studio, sara["access_token"]) as watcher:
        await watcher.ask("subscribe:download", download)
        await downloads.advance(download, keep=False, file="undone")
        await downloads.advance(download, file="kept")
        await watcher.until(lambda: watcher.heard)
        assert [data["current_file"] for _, data in watcher.heard] == ["kept"]


async def test_nothing_older_than_the_snapshot_is_told_but_its_end_is(studio, sara, downloads) -> None:
    owner = sara["user"]["id"]
    download = await downloads.begin(owner)
    for _ in range(3):
        await downloads.advance(download, tell=False)
    async with watch(studio, sara["access_token"]) as watcher:
        assert (await watcher.ask("subscribe:download", download))["snapshot"]["seq"] == 3
        await downloads.say(owner, progress(download, 2))
        await downloads.say(owner, progress(download, 3))
        end = DownloadComplete(3, download, UUID(int=1), "a/b", None, ("fa_IR-sara-medium",))
        await downloads.say(owner, end)
        await watcher.until(lambda: watcher.heard)
        assert [name for name, _ in watcher.heard] == ["download:complete"]
        assert watcher.heard[0][1]["voices"] == ["fa_IR-sara-medium"]


async def test_every_web_process_tells_its_own_clients(settings, database_url, downloads) -> None:
    async with serve(settings, database_url) as one, serve(settings, database_url) as two:
        sara = await make_person(one, "sara")
        download = await downloads.begin(sara["user"]["id"])
        token = sara["access_token"]
        async with watch(one, token) as first, watch(two, token) as second:
            for watcher in (first, second):
                await watcher.ask("subscribe:download", download)
            for _ in range(20):
                await downloads.advance(download)
            for watcher in (first, second):
                await watcher.until(lambda watcher=watcher: 20 in watcher.seqs())
                assert watcher.seqs() == list(range(1, 21))


async def test_those_who_subscribe_in_the_middle_of_it_never_go_back(studio, sara, downloads) -> None:
    download = await downloads.begin(sara["user"]["id"])

    async def work() -> None:
        for _ in range(100):
            await downloads.advance(download)

    async with watch(studio, sara["access_token"]) as watcher:
        working = asyncio.create_task(work())
        answers = [await watcher.ask("subscribe:download", download) for _ in range(20)]
        await working
        await watcher.until(lambda: 100 in watcher.seqs() or answers[-1]["snapshot"]["seq"] == 100)
        assert watcher.seqs() == sorted(set(watcher.seqs()))
        seqs = [answer["snapshot"]["seq"] for answer in answers]
        assert seqs == sorted(seqs)
