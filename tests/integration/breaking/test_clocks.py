"""Clocks that are set forward and back: nothing stands still until they are where they were."""

import datetime as clock
import time
import uuid

import psycopg
import pytest

from bazgoo.errors import RateLimited
from bazgoo.server.accounts.tokens import AccessToken, read_access_token, sign_access_token
from bazgoo.server.limits import RateLimiter
from bazgoo.settings import RateLimits

CLAIMED = """
WITH person AS (INSERT INTO users (email, username, password_hash) VALUES ('a@b.ir', 'سارا', 'x') RETURNING id),
     model AS (INSERT INTO models (name, type) VALUES ('صدا', 'tts') RETURNING id),
     download AS (
         INSERT INTO download_queue (model_id, user_id, status, plan, claim, beat_at)
         SELECT model.id, person.id, 'downloading', '{}', gen_random_uuid(), clock_timestamp() + $1::interval
           FROM model, person),
     dataset AS (
         INSERT INTO datasets (user_id, name, type, status, work, claim, beat_at)
         SELECT id, 'ضبط', 'audio', 'checking', '{"do": "check"}', gen_random_uuid(), clock_timestamp() + $1::interval
           FROM person)
INSERT INTO training_jobs (user_id, status, work, claim, beat_at)
SELECT id, 'running', '{"do": "train"}', gen_random_uuid(), clock_timestamp() + $1::interval FROM person
"""
HAND_OUT = "SELECT hand_out_downloads(8), hand_out_datasets(2), hand_out_trainings(1)"
CLAIMS = " UNION ALL ".join(
    f"SELECT '{table}', claim IS NOT NULL FROM {table}"
    for table in ("download_queue", "datasets", "training_jobs")
)
JOBS = "SELECT task_name FROM procrastinate_jobs ORDER BY 1"


@pytest.mark.parametrize(
    ("beat", "kept"),
    [("0 seconds", True), ("-1 hour", False), ("1 hour", False)],
    ids=["now", "old", "future"],
)
def test_what_gave_no_sign_of_life_is_handed_out_again_whatever_the_clock_did(
    database_url, postgres, beat, kept
) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        # PostgreSQL gives trainings a moment after its own start
        started = "SELECT clock_timestamp() - pg_postmaster_start_time() > interval '6 seconds'"
        while connection.execute(started).fetchone() != (True,):
            time.sleep(0.1)
        connection.execute(CLAIMED.replace("$1", f"'{beat}'").encode())
        connection.execute(HAND_OUT)
        assert {now for _, now in connection.execute(CLAIMS.encode())} == {kept}
        waiting = [name for (name,) in connection.execute(JOBS)]
        assert waiting == ([] if kept else ["datasets:work", "downloads:bring", "trainings:work"])


async def test_workers_of_the_future_do_not_count(database, database_url) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now()), (now() - interval '1 hour'), (now() + interval '1 hour')"
        )
    assert await database.count_workers() == 1


async def test_a_window_does_not_last_until_the_clock_is_where_it_was(monkeypatch) -> None:
    now = time.time
    limiter = RateLimiter(RateLimits(search="2/minute"))
    await limiter.hit("search", "sara")
    await limiter.hit("search", "sara")
    with pytest.raises(RateLimited):
        await limiter.hit("search", "sara")
    monkeypatch.setattr(time, "time", lambda: now() - 3600)
    await limiter.hit("search", "sara")
    await limiter.hit("search", "sara")
    with pytest.raises(RateLimited) as refused:
        await limiter.hit("search", "sara")
    assert refused.value.data["retry_after_s"] <= 60


def test_a_login_made_before_the_clock_was_set_back_stays_good(monkeypatch) -> None:
    key = "k" * 40
    token = AccessToken(uuid.uuid4(), uuid.uuid4())
    signed = sign_access_token(token, "user", key, minutes=120)

    class Earlier(clock.datetime):
        @classmethod
        def now(cls, tz=None):
            return super().now(tz) - clock.timedelta(hours=1)

    monkeypatch.setattr("jwt.api_jwt.datetime", Earlier)
    assert read_access_token(signed, key) == token
