"""What an admin does with backups, and what a worker makes of it."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import psycopg
import pytest

from bazgoo.server.backups import making
from bazgoo.server.backups.archive import Archive
from bazgoo.server.backups.working import BackupWorkshop
from bazgoo.server.database import Database
from bazgoo.settings import Settings
from tests.integration.backups.conftest import Full
from tests.integration.people import bearer, register, visit

BACKUPS = "/api/admin/backups"


@pytest.fixture
def settings(tmp_path, database_url) -> Settings:
    """A studio whose worker makes a backup whenever it looks."""
    return Settings(
        data_dir=tmp_path,
        database_url=database_url,
        backup_every_hours=1e-9,
        backup_keep=2,
    )


@pytest.fixture
async def workshop(settings, database_url) -> AsyncIterator[BackupWorkshop]:
    """What a worker has of backups."""
    workshop = BackupWorkshop(settings, Database(database_url), asyncio.Event())
    yield workshop
    await workshop.close()


@pytest.fixture
async def admin(client: httpx.AsyncClient) -> httpx.AsyncClient:
    """The first account."""
    client.headers.update(bearer(await register(client, "admin")))
    client.headers["Accept-Language"] = "en"
    return client


async def _make(admin, workshop, **wish) -> dict[str, object]:
    """Have one made; it as the list shows it."""
    assert (await admin.post(BACKUPS, json=wish)).status_code == 202
    await workshop.work()
    return (await admin.get(BACKUPS)).json()["items"][0]


async def test_a_backup_is_made_listed_saved_and_deleted(admin, workshop, settings) -> None:
    asked = await admin.post(BACKUPS, json={})
    assert asked.json() | {"created_at": ""} == {
        "status": "waiting",
        "progress": 0,
        "current": None,
        "created_at": "",
    }
    assert (await admin.post(BACKUPS, json={})).json()["code"] == "backup_running"
    assert (await admin.get(f"{BACKUPS}/running")).json()["status"] == "waiting"
    await workshop.work()
    assert (await admin.get(f"{BACKUPS}/running")).json() is None
    listed = (await admin.get(BACKUPS)).json()
    (made,) = listed["items"]
    assert listed["failure"] is None
    place = settings.backups_dir / made["name"]
    expected = {
        "kind": "full",
        "base": None,
        "encrypted": False,
        "complete": True,
        "files": True,
        "scheduled": False,
    }
    assert {name: made[name] for name in expected} == expected
    assert made["size_bytes"] == place.stat().st_size
    saved = await admin.get(f"{BACKUPS}/{made['name']}")
    assert saved.content == place.read_bytes()
    assert saved.headers["content-disposition"] == f'attachment; filename="{made["name"]}"'
    part = await admin.get(f"{BACKUPS}/{made['name']}", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, saved.content[10:20])
    link = (await admin.post(f"{BACKUPS}/{made['name']}/link")).json()["url"]
    assert (await admin.get(link, headers={"Authorization": ""})).content == saved.content
    assert (await admin.delete(f"{BACKUPS}/{made['name']}")).json()["freed_bytes"] == made["size_bytes"]
    assert (await admin.get(f"{BACKUPS}/{made['name']}")).json()["code"] == "backup_not_found"
    assert list(settings.backups_dir.iterdir()) == []
    noted = [item["action"] for item in (await admin.get("/api/admin/audit")).json()["items"]]
    assert noted[:4] == ["backup_deleted", "backup_downloaded", "backup_downloaded", "backup_made"]


async def test_only_an_admin_who_logged_in_comes_near(admin, workshop, database, settings) -> None:
    made = await _make(admin, workshop)
    key = (await admin.post("/api/auth/keys", json={"name": "k"})).json()["key"]
    async with visit(database, settings) as other:
        credentials = [{}, bearer(await register(other, "user")), bearer(key)]
        for method, path in (
            ("GET", ""),
            ("POST", ""),
            ("GET", "/running"),
            ("DELETE", "/running"),
            ("GET", f"/{made['name']}"),
            ("POST", f"/{made['name']}/link"),
            ("DELETE", f"/{made['name']}"),
        ):
            answers = [
                (await other.request(method, BACKUPS + path, json={}, headers=each)).status_code
                for each in credentials
            ]
            assert answers == [401, 403, 403], (method, path)
        forged = f"{BACKUPS}/link/{credentials[1]['Authorization'].split()[1]}"
        assert (await other.get(forged)).json()["code"] == "link_expired"


async def test_no_name_leads_elsewhere(admin, settings) -> None:
    settings.backups_dir.mkdir()
    (settings.data_dir / "outside.backup").write_bytes(b"bazgoo backup 1\n{}")
    for name in (
        "..%2foutside.backup",
        "%2e%2e",
        ".backup",
        "a.backup%00",
        "jwt_secret",
        "%2fetc%2fpasswd",
        "x/../y",
    ):
        assert (await admin.get(f"{BACKUPS}/{name}")).status_code == 404
        assert (await admin.delete(f"{BACKUPS}/{name}")).status_code == 404


async def test_an_incremental_one_begins_from_the_full_one_which_then_stays(
    admin, workshop, settings
) -> None:
    full = await _make(admin, workshop)
    part = await _make(admin, workshop, incremental=True)
    assert (part["kind"], part["base"]) == ("incremental", full["name"])
    refused = await admin.delete(f"{BACKUPS}/{full['name']}")
    assert (refused.status_code, refused.json()["code"]) == (409, "backup_is_base")
    (settings.backups_dir / str(full["name"])).unlink()
    assert (await admin.get(BACKUPS)).json()["items"][0]["complete"] is False
    assert (await _make(admin, workshop, incremental=True))["kind"] == "full"


async def test_pages_of_the_list_follow_each_other(admin, workshop) -> None:
    made = [(await _make(admin, workshop))["name"] for _ in range(3)]
    first = (await admin.get(BACKUPS, params={"limit": 2})).json()
    rest = (await admin.get(BACKUPS, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    assert [item["name"] for item in first["items"] + rest["items"]] == made[::-1]
    assert rest["next_cursor"] is None
    assert (await admin.get(BACKUPS, params={"cursor": "x"})).json()["code"] == "cursor_invalid"


async def test_one_that_is_cancelled_stops_and_leaves_nothing(
    admin, workshop, settings, database_url, monkeypatch
) -> None:
    monkeypatch.setattr(making, "EVERY_S", 0)
    assert (await admin.delete(f"{BACKUPS}/running")).status_code == 404
    await admin.post(BACKUPS, json={})
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        await connection.execute("LOCK TABLE lexicon IN ACCESS EXCLUSIVE MODE")  # the backup waits for it
        work = asyncio.create_task(workshop.work())
        while (await admin.get(f"{BACKUPS}/running")).json()["status"] == "waiting":  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        assert (await admin.delete(f"{BACKUPS}/running")).json()["status"] == "cancelled"
        assert (await admin.get(f"{BACKUPS}/running")).json() is None
    await work
    assert list(settings.backups_dir.iterdir()) == []
    assert (await admin.get(BACKUPS)).json()["failure"] is None
    assert (await _make(admin, workshop))["complete"]


async def test_a_worker_that_is_stopped_gives_it_back(
    admin, workshop, settings, database_url, monkeypatch
) -> None:
    monkeypatch.setattr(making, "EVERY_S", 0)
    await admin.post(BACKUPS, json={})
    workshop._stopping.set()
    await workshop.work()
    running = (await admin.get(f"{BACKUPS}/running")).json()
    assert running is None or running["status"] == "waiting"  # it may just have been done
    workshop._stopping.clear()
    await workshop.work()
    assert len((await admin.get(BACKUPS)).json()["items"]) == 1


async def test_what_a_dead_worker_left_is_made_by_the_next(admin, workshop, database_url) -> None:
    await admin.post(BACKUPS, json={})
    dead = (
        "UPDATE backup_runs SET status = 'running', claim = gen_random_uuid(), attempts = 1, beat_at = now()"
    )
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as connection:
        await connection.execute(dead)
        await workshop.work()
        assert (await admin.get(BACKUPS)).json()["items"] == []
        await connection.execute("UPDATE backup_runs SET beat_at = now() - interval '1 minute'")
        await workshop.work()
        assert len((await admin.get(BACKUPS)).json()["items"]) == 1


async def test_why_one_failed_is_told(admin, workshop, settings) -> None:
    settings.backups_dir.write_text("not a folder")
    await admin.post(BACKUPS, json={})
    await workshop.work()
    settings.backups_dir.unlink()
    failure = (await admin.get(BACKUPS)).json()["failure"]
    assert failure["code"] == "file_unwritable"
    assert str(settings.backups_dir) in failure["message"]


async def test_the_clock_makes_them_and_takes_the_oldest_away(
    admin, workshop, settings, database_url
) -> None:
    full = Full(settings, database_url)
    own = await _make(admin, workshop)
    seen = []
    for _ in range(5):
        await workshop.look()
        items = (await admin.get(BACKUPS)).json()["items"]
        assert all(item["complete"] for item in items)
        assert own["name"] in {item["name"] for item in items}
        seen.append((items[0]["kind"], len(items)))
    assert seen == [
        ("incremental", 2),
        ("incremental", 3),
        ("full", 3),
        ("incremental", 3),
        ("incremental", 4),
    ]
    with Archive(settings.backups_dir / items[0]["name"]) as archive:
        assert f"checkpoints/{full.training}/events.jsonl" in {file.path for file in archive.contents.files}
