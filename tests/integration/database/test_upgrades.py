"""A database as each earlier version made it, with data in it, becomes one of today and keeps every word."""

import hashlib
from typing import Any

import psycopg
import pytest

from bazgoo.server.database import Database
from bazgoo.server.migrations import HERE, VERSIONS, migrate, migrating
from bazgoo.server.settings.sealing import opened
from bazgoo.settings import Settings
from tests.integration.database import earlier
from tests.integration.people import bearer, log_in, visit

RELEASED = {
    "0001": "ec289aacde2196e8",
    "0002": "1e3b0d48244fef3b",
    "0003": "8622b286eb5cc0da",
    "0004": "f1ac29e249da9546",
    "0005": "636fcfc433cb51fd",
    "0006": "f9e20d0fe17d363b",
}
"""Hashes of the migrations that somebody may have applied: those are not changed any more, others are added."""
Rows = dict[str, list[dict[str, Any]]]


def _rows(address: str) -> Rows:
    """Every row of every table."""
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    with psycopg.connect(address) as connection:
        names = [name for (name,) in connection.execute(tables) if name != "alembic_version"]
        return {
            name: [row for (row,) in connection.execute(f'SELECT to_jsonb(t) FROM "{name}" t'.encode())]
            for name in names
        }


def _changed(before: Rows, after: Rows) -> list[str]:
    """Every value that is not what it was; columns and tables may have come."""
    found = []
    for table, rows in before.items():
        left = list(after[table])
        for row in rows:
            kept = next((other for other in left if row.items() <= other.items()), None)
            if kept is None:
                found.append(f"{table}: {row} of {left}")
            else:
                left.remove(kept)
        found += [f"{table}: {row} came from nowhere" for row in left]
    return found


@pytest.fixture(params=VERSIONS[:-1])
def upgraded(request, empty_database_url: str, settings: Settings) -> tuple[str, Rows]:
    """A database that an earlier version made and people filled, brought to today; what was in it."""
    with migrating(empty_database_url) as transaction:
        transaction.upgrade(request.param)
    with psycopg.connect(empty_database_url) as connection:
        for revision, statements in earlier.filling(settings).items():
            if revision <= request.param:
                connection.execute(statements.encode())
    earlier.lay_files(settings)
    before = _rows(empty_database_url)
    assert migrate(empty_database_url) == VERSIONS[-1]
    return empty_database_url, before


async def test_nothing_is_lost_and_everything_works(upgraded, settings) -> None:
    address, before = upgraded
    assert _changed(before, _rows(address)) == []
    database = Database(address)
    async with visit(database, settings) as client:
        login = await log_in(client, "sara")
        assert login.status_code == 200, login.text
        for who in (bearer(login.json()), bearer(earlier.KEY)):
            (dataset,) = (await client.get("/api/datasets", headers=who)).json()["items"]
            assert (dataset["id"], dataset["name"], dataset["record_count"]) == (earlier.DATASET, "ضبط‌ها", 12)
            records = await client.get(f"/api/datasets/{earlier.DATASET}/records", headers=who)
            assert len(records.json()["items"]) == 12
            (download,) = (await client.get("/api/sources/downloads", headers=who)).json()["items"]
            assert (download["status"], download["bytes_downloaded"]) == ("paused", 4000)
            (training,) = (await client.get("/api/training", headers=who)).json()["items"]
            assert (training["status"], training["metrics"]["loss"]) == ("completed", 0.5)
            told = (await client.get("/api/settings", headers=who)).json()
            assert (told["huggingface_token_set"], told["max_concurrent_downloads"]) == (True, 5)
            assert (await client.get("/api/lexicon", headers=who)).status_code == 200
        closed = {"email": "new@example.org", "username": "new", "password": "گذرواژه-۱۲۳"}
        assert (await client.post("/api/auth/register", json=closed)).status_code == 403
    await database.close()
    with psycopg.connect(address) as connection:
        (token,) = connection.execute("SELECT huggingface_token FROM user_settings").fetchone()
    assert opened(settings, token) == earlier.HUB_TOKEN


def test_migrations_that_have_been_applied_somewhere_are_not_changed() -> None:
    files = {path.stem[:4]: path for path in (HERE / "versions").glob("[0-9]*.py")}
    found = {revision: hashlib.sha256(files[revision].read_bytes()).hexdigest()[:16] for revision in RELEASED}
    assert found == RELEASED
