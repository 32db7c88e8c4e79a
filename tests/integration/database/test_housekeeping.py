import psycopg
import pytest

from bazgoo.server.housekeeping import purge_expired, retry_stalled
from bazgoo.server.queue import make_queue

PEOPLE = """
WITH person AS (INSERT INTO users (email, username, password_hash)
                VALUES ('a@b.ir', 'سارا', 'x') RETURNING id),
     key AS (INSERT INTO api_keys (user_id, name, prefix, key_hash, expires_at)
             SELECT id, name, name, name, expires_at FROM person, (VALUES
                 ('old', now() - interval '1 day'), ('new', now() + interval '1 day'), ('lasting', NULL)
             ) AS keys (name, expires_at)),
     session AS (INSERT INTO auth_sessions (user_id, user_agent, expires_at)
                 SELECT id, name, expires_at FROM person, (VALUES
                     ('old', now() - interval '1 day'), ('new', now() + interval '1 day')
                 ) AS sessions (name, expires_at) RETURNING id, user_agent)
INSERT INTO refresh_tokens (session_id, token_hash, expires_at)
SELECT id, user_agent || name, expires_at FROM session, (VALUES
    ('-old', now() - interval '1 day'), ('-new', now() + interval '1 day')
) AS tokens (name, expires_at)
"""


@pytest.fixture
async def queue(database_url):
    queue = make_queue(database_url)
    async with queue.open_async():
        yield queue


async def _run(queue, task) -> None:
    """Have a worker do one job of ``task``."""
    await queue.configure_task(f"housekeeping:{task.name}", queue="housekeeping").defer_async(timestamp=0)
    await queue.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)


async def test_what_has_expired_is_thrown_away_and_nothing_else(queue, database_url) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(PEOPLE)
        await _run(queue, purge_expired)
        assert connection.execute("SELECT name FROM api_keys ORDER BY 1").fetchall() == [
            ("lasting",),
            ("new",),
        ]
        assert connection.execute("SELECT user_agent FROM auth_sessions").fetchall() == [("new",)]
        assert connection.execute("SELECT token_hash FROM refresh_tokens").fetchall() == [("new-new",)]


async def test_the_job_of_a_worker_that_died_runs_again_and_that_of_a_living_one_stays(
    queue, database_url
) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now()), (now() - interval '1 hour')"
        )
        connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, worker_id)"
            " SELECT 'elsewhere', 'long', 'doing', id FROM procrastinate_workers"
        )
        await _run(queue, retry_stalled)
        jobs = connection.execute(
            "SELECT worker_id, status FROM procrastinate_jobs WHERE task_name = 'long' ORDER BY 1"
        )
        # taken up again it fails, since nobody knows such a task
        assert [status for _, status in jobs] == ["doing", "failed"]
