"""What is installed: the table and the disk, uninstalling, and models that come and go as files."""

import shutil

from tests.integration.sources.conftest import Wait


async def _install(client, who, until: Wait) -> dict:
    begun = await client.post("/api/sources/download", json={"repo_id": "someone/tiny"}, headers=who)
    return await until(who, begun.json(), "completed")


async def _installed(client, who) -> list[dict]:
    answer = await client.get("/api/sources/installed", headers=who)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_uninstalling_frees_the_disk(client, sara, worker, until, settings, ask) -> None:
    done = await _install(client, sara, until)
    where = f"/api/sources/installed/{done['model_id']}"
    gone = await client.delete(where, headers=sara)
    assert gone.status_code == 200
    assert gone.json()["freed_bytes"] > done["bytes_total"]
    assert list(settings.models_dir.iterdir()) == []
    assert await _installed(client, sara) == []
    assert ask("SELECT model_id, status FROM download_queue") == [(None, "completed")]
    again = await client.delete(where, headers=sara)
    assert (again.status_code, again.json()["code"]) == (404, "model_not_installed")


async def test_only_who_brought_it_or_an_admin_uninstalls(client, sara, reza, worker, until) -> None:
    sara_s = await _install(client, sara, until)
    where = f"/api/sources/installed/{sara_s['model_id']}"
    (seen,) = await _installed(client, reza)
    assert not seen["can_remove"]
    refused = await client.delete(where, headers=reza)
    assert (refused.status_code, refused.json()["code"]) == (403, "model_not_yours")
    assert (await client.delete(where, headers=sara)).status_code == 200


async def test_a_model_that_is_being_downloaded_is_not_uninstalled(
    client, sara, worker, until, standin, ask
) -> None:
    done = await _install(client, sara, until)
    ask("UPDATE download_queue SET status = 'pending', model_id = %s", done["model_id"])
    ask("UPDATE user_settings SET max_concurrent_downloads = 1")
    refused = await client.delete(f"/api/sources/installed/{done['model_id']}", headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (409, "model_in_use")


async def test_files_deleted_by_hand_are_told_and_a_download_brings_them_back(
    client, sara, worker, until, settings
) -> None:
    done = await _install(client, sara, until)
    folder = settings.models_dir / done["model_id"]
    (folder / "fa_IR-tiny-x_low.onnx").unlink()
    (told,) = await _installed(client, sara)
    assert (told["status"], told["missing"]) == ("failed", ["fa_IR-tiny-x_low.onnx"])
    shutil.rmtree(folder)
    (told,) = await _installed(client, sara)
    assert (told["status"], len(told["missing"])) == ("failed", 3)
    again = await _install(client, sara, until)
    assert again["model_id"] == done["model_id"]
    (told,) = await _installed(client, sara)
    assert (told["status"], told["missing"]) == ("installed", [])


async def test_what_was_deleted_by_hand_can_be_uninstalled(client, sara, worker, until, settings) -> None:
    done = await _install(client, sara, until)
    shutil.rmtree(settings.models_dir / done["model_id"])
    assert len(await _installed(client, sara)) == 1
    gone = await client.delete(f"/api/sources/installed/{done['model_id']}", headers=sara)
    assert (gone.status_code, gone.json()["freed_bytes"]) == (200, 0)
    assert await _installed(client, sara) == []


async def test_a_model_that_came_another_way_is_listed_and_anyone_may_uninstall_it(
    client, sara, reza, settings, tiny_voice
) -> None:
    from bazgoo.store import Shelf, import_files

    config = tiny_voice.with_name(f"{tiny_voice.name}.json")
    (manifest,) = import_files(Shelf(settings.models_dir), [tiny_voice, config])
    (told,) = await _installed(client, reza)
    assert (told["id"], told["can_remove"], told["voices"]) == (manifest.id, True, ["fa_IR-tiny-x_low"])
    assert (await client.delete(f"/api/sources/installed/{manifest.id}", headers=reza)).status_code == 200


def _pair(tiny_voice):
    config = tiny_voice.with_name(f"{tiny_voice.name}.json")
    return [("files", (path.name, path.read_bytes())) for path in (tiny_voice, config)]


async def test_voice_files_are_imported(client, sara, settings, tiny_voice) -> None:
    answer = await client.post("/api/sources/import", files=_pair(tiny_voice), headers=sara)
    assert answer.status_code == 201, answer.text
    (item,) = answer.json()["items"]
    assert (item["voices"], item["status"]) == (["fa_IR-tiny-x_low"], "installed")
    assert [model["id"] for model in await _installed(client, sara)] == [item["id"]]
    assert list((settings.data_dir / "uploads").iterdir()) == []


async def test_a_bundle_goes_out_by_a_link_and_comes_in_again(client, sara, settings, tiny_voice) -> None:
    made = await client.post("/api/sources/import", files=_pair(tiny_voice), headers=sara)
    model_id = made.json()["items"][0]["id"]
    ticket = (await client.post(f"/api/sources/installed/{model_id}/bundle", headers=sara)).json()
    bundle = await client.get(ticket["url"])
    assert (bundle.status_code, len(bundle.content)) == (200, ticket["size_bytes"])
    assert bundle.headers["content-type"] == "application/x-tar"
    await client.delete(f"/api/sources/installed/{model_id}", headers=sara)
    back = await client.post(
        "/api/sources/import", files=[("files", ("m.tar", bundle.content))], headers=sara
    )
    assert back.status_code == 201, back.text
    assert back.json()["items"][0]["voices"] == ["fa_IR-tiny-x_low"]
    expired = await client.get("/api/sources/bundle/not.a.ticket")
    assert (expired.status_code, expired.json()["code"]) == (404, "link_expired")


async def test_what_is_no_model_is_refused_and_leaves_nothing(client, sara, settings, tiny_voice) -> None:
    refusals = {
        "import_unusable": [("files", ("a.txt", b"hello"))],
        "bundle_damaged": [("files", ("a.tar", b"not a tar at all" * 100))],
    }
    for code, files in refusals.items():
        answer = await client.post("/api/sources/import", files=files, headers=sara)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    for body, kind in (
        (b"{}", "application/json"),
        (b"", "multipart/form-data"),
        (b"x", "multipart/form-data; boundary=b"),
    ):
        answer = await client.post("/api/sources/import", content=body, headers=sara | {"Content-Type": kind})
        assert answer.status_code == 422, answer.text
    assert not settings.models_dir.exists() or list(settings.models_dir.iterdir()) == []
    assert list((settings.data_dir / "uploads").iterdir()) == []


async def test_an_upload_over_the_limit_is_refused_although_it_is_no_ordinary_body(
    database, settings, tiny_voice
) -> None:
    from tests.integration.people import bearer, register, visit

    small = settings.model_copy(update={"max_upload_mb": 1, "max_body_mb": 1})
    async with visit(database, small) as client:
        who = bearer(await register(client, "sara"))
        files = [("files", ("a.tar", bytes(2 * 1024 * 1024)))]
        answer = await client.post("/api/sources/import", files=files, headers=who)
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")


async def test_a_paused_download_of_a_model_that_was_uninstalled_begins_again(
    client, sara, worker, until, settings, ask
) -> None:
    done = await _install(client, sara, until)
    ask("UPDATE download_queue SET status = 'paused', plan = '{}'")
    gone = await client.delete(f"/api/sources/installed/{done['model_id']}", headers=sara)
    assert gone.status_code == 200
    resumed = await client.post(f"/api/sources/download/{done['id']}/resume", headers=sara)
    assert (resumed.status_code, resumed.json()["id"]) == (200, done["id"])
    again = await until(sara, done, "completed")
    assert again["model_id"] not in (None, done["model_id"])
