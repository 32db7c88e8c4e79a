import asyncio

import pytest
from sqlalchemy import text

from bazgoo.errors import DatabaseUnavailable
from bazgoo.server.database import Database

SLEEP = text("SELECT pg_sleep(0.05)")
END_ALL_OTHERS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


async def _names(database: Database) -> list[str]:
    async with database.session() as session:
        return list(await session.scalars(text("SELECT name FROM models ORDER BY name")))


async def test_a_session_commits_when_its_block_ends(database: Database) -> None:
    async with database.session() as session:
        await session.execute(text("INSERT INTO models (name, type) VALUES ('صدا', 'tts')"))
    assert await _names(database) == ["صدا"]


async def test_a_session_rolls_back_when_its_block_raises(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.session() as session:
            await session.execute(text("INSERT INTO models (name, type) VALUES ('صدا', 'tts')"))
            raise RuntimeError
    assert await _names(database) == []


async def test_sixty_requests_at_once_share_twenty_connections(database: Database) -> None:
    async def ask() -> int:
        async with database.session() as session:
            await session.execute(SLEEP)
            return int(await session.scalar(text("SELECT pg_backend_pid()")) or 0)

    pids = await asyncio.gather(*(ask() for _ in range(60)))
    assert len(set(pids)) == 20


async def test_a_request_that_finds_no_free_connection_is_told_so(database_url: str) -> None:
    database = Database(database_url, pool_timeout_s=0.1)

    async def hold(release: asyncio.Event) -> None:
        async with database.session() as session:
            await session.execute(SLEEP)
            await release.wait()

    release = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(hold(release))
        await asyncio.sleep(0.5)
        with pytest.raises(DatabaseUnavailable):
            await database.ping()
        release.set()
    await database.close()


async def test_a_connection_that_breaks_in_a_transaction_is_told_and_replaced(database: Database) -> None:
    with pytest.raises(DatabaseUnavailable):
        async with database.session() as session:
            await session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    await database.ping()


async def test_connections_that_broke_while_idle_are_replaced_unnoticed(database: Database) -> None:
    async with database.session() as one, database.session() as other:
        await one.execute(text("SELECT 1"))
        await other.execute(text("SELECT 1"))
    async with database.session() as session:
        await session.execute(END_ALL_OTHERS)
    async with database.session() as one, database.session() as other:
        await one.execute(text("SELECT 1"))
        await other.execute(text("SELECT 1"))


async def test_a_database_that_is_not_there_is_unavailable() -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(DatabaseUnavailable):
        await database.ping()


async def test_statements_are_bounded_in_time(database: Database) -> None:
    async with database.session() as session:
        assert await session.scalar(text("SHOW statement_timeout")) == "30s"


async def test_only_workers_with_a_recent_sign_of_life_are_counted(database: Database) -> None:
    async with database.session() as session:
        heartbeats = "VALUES (now()), (now() - interval '1 hour')"
        await session.execute(text(f"INSERT INTO procrastinate_workers (last_heartbeat) {heartbeats}"))
    assert await database.count_workers() == 1


async def test_single_statements_stand_for_themselves_and_leave_transactions_as_they_are(
    database: Database,
) -> None:
    async with database.single() as session:
        await session.execute(text("INSERT INTO models (name, type) VALUES ('صدا', 'tts')"))
        assert await _names(database) == ["صدا"]
    with pytest.raises(RuntimeError):
        async with database.session() as session:
            await session.execute(text("DELETE FROM models"))
            raise RuntimeError
    assert await _names(database) == ["صدا"]
