"""Downloads, from the request to a voice on the shelf, and every way to stop one."""

import asyncio

from tests.integration.sources.conftest import working

TINY = {"repo_id": "someone/tiny"}
BIG = {"repo_id": "someone/big"}


def _files(settings) -> set[str]:
    """What lies below models/, without folders."""
    return {path.name for path in settings.models_dir.rglob("*") if path.is_file()}


async def _begin(client, who, wanted, status: int = 202) -> dict:
    answer = await client.post("/api/sources/download", json=wanted, headers=who)
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_a_downloaded_voice_is_installed(client, sara, worker, until, settings) -> None:
    begun = await _begin(client, sara, TINY)
    assert begun["status"] in ("pending", "downloading")
    done = await until(sara, begun, "completed")
    assert (done["progress"], done["bytes_downloaded"]) == (100, done["bytes_total"])
    assert done["seq"] > begun["seq"]
    assert done["error"] is None
    listed = (await client.get("/api/sources/installed", headers=sara)).json()
    model = listed["items"][0]
    assert (model["id"], model["status"], model["engine"]) == (done["model_id"], "installed", "piper")
    assert model["voices"] == ["fa_IR-tiny-x_low"]
    assert model["missing"] == []
    assert "fa_IR-tiny-x_low.onnx" in _files(settings)


async def test_what_can_be_known_at_once_is_refused_at_once(client, sara, standin, settings, ask) -> None:
    refused = {
        "no/such": (404, "repo_not_found"),
        "someone/private": (404, "repo_not_found"),
        "someone/gated": (403, "repo_gated"),
        "someone/nothing": (422, "nothing_to_download"),
        "rhasspy/piper-voices": (422, "nothing_to_download"),
        "not a name": (404, "repo_not_found"),
    }
    for repo_id, (status, code) in refused.items():
        answer = await client.post("/api/sources/download", json={"repo_id": repo_id}, headers=sara)
        assert (answer.status_code, answer.json()["code"]) == (status, code), repo_id
    standin.stop()
    answer = await client.post("/api/sources/download", json=TINY, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (502, "hub_unreachable")
    assert ask("SELECT (SELECT count(*) FROM models), (SELECT count(*) FROM download_queue)") == [(0, 0)]
    assert _files(settings) == set()


async def test_a_full_disk_is_told_before_the_first_byte(client, sara, monkeypatch, ask) -> None:
    monkeypatch.setattr("bazgoo.hub.plan.SPARE_BYTES", 1 << 60)
    answer = await client.post("/api/sources/download", json=TINY, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (507, "disk_full")
    assert ask("SELECT count(*) FROM download_queue") == [(0,)]


async def test_a_token_that_no_longer_holds_is_told(client, sara, ask) -> None:
    kept = await client.put("/api/settings/huggingface/token", json={"token": "hf_good"}, headers=sara)
    assert kept.status_code == 200
    private = await client.post("/api/sources/download", json={"repo_id": "someone/private"}, headers=sara)
    assert private.status_code == 202


async def test_an_equal_request_joins_and_an_installed_model_is_there_at_once(
    client, sara, reza, worker, standin, until, ask
) -> None:
    standin.pace_bytes_s = 1_000_000
    first = await _begin(client, sara, BIG)
    again = await _begin(client, sara, BIG, status=200)
    theirs = await _begin(client, reza, BIG)
    assert again["id"] == first["id"] != theirs["id"]
    assert first["model_id"] == theirs["model_id"]
    standin.pace_bytes_s = None
    await until(sara, first, "completed")
    await until(reza, theirs, "completed")
    sent = standin.bytes_sent
    for who, download in ((sara, first), (reza, theirs)):
        told = await _begin(client, who, BIG, status=200)
        assert (told["id"], told["status"]) == (download["id"], "completed")
    assert standin.bytes_sent == sent < 1.5 * 4_000_000
    assert ask("SELECT count(*) FROM models") == [(1,)]


async def test_pausing_keeps_the_bytes_and_going_on_needs_only_the_rest(
    client, sara, worker, standin, until, settings
) -> None:
    standin.pace_bytes_s = 700_000
    download = await _begin(client, sara, BIG)
    await until(sara, download, lambda told: told["bytes_downloaded"] > 1_500_000)
    where = f"/api/sources/download/{download['id']}"
    paused = (await client.post(f"{where}/pause", headers=sara)).json()
    assert (paused["status"], paused["speed_bps"]) == ("paused", None)
    assert (await client.post(f"{where}/pause", headers=sara)).json()["status"] == "paused"
    standin.pace_bytes_s = None
    resumed = (await client.post(f"{where}/resume", headers=sara)).json()
    assert resumed["status"] == "pending"
    assert resumed["bytes_downloaded"] >= 1_500_000
    done = await until(sara, download, "completed")
    assert done["seq"] > resumed["seq"] > paused["seq"]
    assert standin.bytes_sent < 4_000_000 + 2_500_000


async def test_cancelling_leaves_nothing(client, sara, worker, standin, until, settings, ask) -> None:
    standin.pace_bytes_s = 500_000
    download = await _begin(client, sara, BIG)
    await until(sara, download, lambda told: told["bytes_downloaded"] > 500_000)
    assert _files(settings)
    where = f"/api/sources/download/{download['id']}"
    cancelled = await client.delete(where, headers=sara)
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    assert _files(settings) == set()
    assert ask("SELECT count(*) FROM models") == [(0,)]
    assert (await client.delete(where, headers=sara)).json()["status"] == "cancelled"
    resumed = await client.post(f"{where}/resume", headers=sara)
    assert (resumed.status_code, resumed.json()["code"]) == (409, "download_finished")


async def test_cancelling_leaves_nothing_also_when_no_worker_lives(
    client, sara, settings, standin, until, ask
) -> None:
    standin.pace_bytes_s = 500_000
    async with working(settings):
        download = await _begin(client, sara, BIG)
        await until(sara, download, lambda told: told["bytes_downloaded"] > 500_000)
    told = (await client.get(f"/api/sources/download/{download['id']}", headers=sara)).json()
    assert told["status"] == "pending"
    assert _files(settings)
    await client.delete(f"/api/sources/download/{download['id']}", headers=sara)
    assert _files(settings) == set()
    assert ask("SELECT count(*) FROM models") == [(0,)]


async def test_what_one_cancels_stays_for_another_who_wants_it(
    client, sara, reza, worker, standin, until
) -> None:
    standin.pace_bytes_s = 500_000
    mine, theirs = await _begin(client, sara, BIG), await _begin(client, reza, BIG)
    await until(sara, mine, lambda told: told["bytes_downloaded"] > 500_000)
    await client.delete(f"/api/sources/download/{mine['id']}", headers=sara)
    standin.pace_bytes_s = None
    assert (await until(reza, theirs, "completed"))["model_id"] == mine["model_id"]


async def test_a_worker_that_stops_gives_its_downloads_to_the_next(
    client, sara, settings, standin, until
) -> None:
    standin.pace_bytes_s = 600_000
    async with working(settings):
        download = await _begin(client, sara, BIG)
        before = await until(sara, download, lambda told: told["bytes_downloaded"] > 1_000_000)
    standin.pace_bytes_s = None
    async with working(settings):
        after = await until(sara, download, "completed")
    assert after["seq"] > before["seq"]


async def test_a_download_without_signs_of_life_is_taken_up_again(client, sara, settings, until, ask) -> None:
    download = await _begin(client, sara, TINY)
    ask(
        "UPDATE download_queue SET status = 'downloading', claim = gen_random_uuid(),"
        " beat_at = now() - interval '1 minute', bytes_downloaded = 7"
    )
    async with working(settings):
        assert (await until(sara, download, "completed"))["bytes_downloaded"] > 7


async def test_as_many_run_at_once_as_their_owner_wants(client, sara, worker, standin, until) -> None:
    standin.pace_bytes_s = 400_000
    await client.post("/api/settings", json={"max_concurrent_downloads": 1}, headers=sara)
    first = await _begin(client, sara, BIG)
    second = await _begin(client, sara, {"repo_id": "someone/big2"})
    await until(sara, first, lambda told: told["bytes_downloaded"] > 0)
    told = (await client.get(f"/api/sources/download/{second['id']}", headers=sara)).json()
    assert told["status"] == "pending"
    await client.post("/api/settings", json={"max_concurrent_downloads": 2}, headers=sara)
    await until(sara, second, "downloading")
    standin.pace_bytes_s = None


async def test_another_person_sees_no_download_of_mine_and_a_key_sees_them(client, sara, reza) -> None:
    download = await _begin(client, sara, TINY)
    where = f"/api/sources/download/{download['id']}"
    for method, address in (
        ("GET", where),
        ("POST", f"{where}/pause"),
        ("POST", f"{where}/resume"),
        ("DELETE", where),
    ):
        answer = await client.request(method, address, headers=reza)
        assert (answer.status_code, answer.json()["code"]) == (404, "download_not_found")
        assert (await client.request(method, address)).status_code == 401
    assert (await client.get("/api/sources/downloads", headers=reza)).json()["items"] == []
    key = (await client.post("/api/auth/keys", json={"name": "k"}, headers=sara)).json()["key"]
    listed = await client.get("/api/sources/downloads", headers={"Authorization": f"Bearer {key}"})
    assert [item["id"] for item in listed.json()["items"]] == [download["id"]]


async def test_a_person_who_goes_takes_their_downloads_along(
    client, sara, reza, worker, standin, until, settings, ask
) -> None:
    standin.pace_bytes_s = 300_000
    download = await _begin(client, reza, BIG)
    await until(reza, download, lambda told: told["bytes_downloaded"] > 300_000)
    ask("DELETE FROM users WHERE username = 'reza'")
    for _ in range(200):
        if not _files(settings) and ask("SELECT count(*) FROM models") == [(0,)]:
            break
        await asyncio.sleep(0.05)
    else:
        raise AssertionError(_files(settings))


async def test_one_voice_of_many_is_brought_alone(client, sara, worker, until, settings) -> None:
    wanted = {"repo_id": "rhasspy/piper-voices", "voice": "fa_IR-amir-medium"}
    download = await _begin(client, sara, wanted)
    assert (download["voice"], download["repo_id"]) == ("fa_IR-amir-medium", "rhasspy/piper-voices")
    done = await until(sara, download, "completed")
    model = (await client.get("/api/sources/installed", headers=sara)).json()["items"][0]
    assert (model["id"], model["name"]) == (done["model_id"], "fa_IR-amir-medium")
    assert "speaker_0.mp3" not in _files(settings)


async def test_a_branch_that_moved_on_updates_the_model(
    client, sara, worker, standin, until, settings
) -> None:
    first = await until(sara, await _begin(client, sara, TINY), "completed")
    repository = standin.shelf.repositories["someone/tiny"]
    files = {path: path_content for path, path_content in repository.files.items() if path != "README.md"}
    repository.commit({**files, "LICENSE": b"MIT"})
    with_news = await client.get("/api/sources/model/someone/tiny", headers=sara)
    assert with_news.json()["installed"]
    ask_again = await client.post(
        "/api/sources/download", json=TINY | {"revision": repository.sha}, headers=sara
    )
    second = await until(sara, ask_again.json(), "completed")
    assert second["model_id"] == first["model_id"]
    assert "LICENSE" in _files(settings)
    assert "README.md" not in _files(settings)


async def test_the_recommended_voice_comes_by_itself_when_there_is_none(client, sara, worker, until) -> None:
    await client.post("/api/settings", json={"auto_download": True}, headers=sara)
    (download,) = (await client.get("/api/sources/downloads", headers=sara)).json()["items"]
    assert (download["repo_id"], download["voice"]) == ("rhasspy/piper-voices", "fa_IR-amir-medium")
    await until(sara, download, "completed")
    await client.post("/api/settings", json={"auto_download": True}, headers=sara)
    assert len((await client.get("/api/sources/downloads", headers=sara)).json()["items"]) == 1


async def test_a_cap_on_bandwidth_holds_while_a_download_runs(client, sara, worker, standin, until) -> None:
    await client.post("/api/settings", json={"settings": {"max_bandwidth_kbps": 800}}, headers=sara)
    download = await _begin(client, sara, BIG)
    told = await until(sara, download, lambda told: told["bytes_downloaded"] > 300_000)
    assert told["status"] == "downloading"
    await client.post("/api/settings", json={"settings": {"max_bandwidth_kbps": None}}, headers=sara)
    await until(sara, download, "completed")
