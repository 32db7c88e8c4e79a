"""No worker for an hour: what waited is done when one is back, once, and what nobody needs any more is gone."""

import os
import time

from tests.integration.sources.conftest import working

AN_HOUR_LATER = (
    "UPDATE download_queue SET beat_at = beat_at - interval '1 hour', created_at = created_at - interval '1 hour'",
    "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 hour'",
    "UPDATE procrastinate_jobs SET scheduled_at = scheduled_at - interval '1 hour'",
    "UPDATE procrastinate_events SET at = at - interval '1 hour'",
)
DIED_AT_WORK = """
UPDATE download_queue SET status = 'downloading', claim = gen_random_uuid(), beat_at = now()
 WHERE repo_id = 'someone/tiny'
"""
HELD_BY_THE_DEAD = """
WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now()) RETURNING id)
UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM dead)
"""


async def test_what_waited_for_an_hour_is_done_once_when_a_worker_is_back(
    client, sara, until, settings, standin, ask
) -> None:
    begun = []
    for repo in ("someone/tiny", "someone/big"):
        answer = await client.post("/api/sources/download", json={"repo_id": repo}, headers=sara)
        begun.append(answer.json())
    abandoned = settings.data_dir / "uploads" / "tmpabandoned"
    abandoned.mkdir(parents=True)
    (abandoned / "0").write_bytes(b"half an upload")
    for statement in (DIED_AT_WORK, HELD_BY_THE_DEAD, *AN_HOUR_LATER):
        ask(statement)
    os.utime(abandoned, (time.time() - 3600, time.time() - 3600))
    assert (await client.get("/health")).json()["workers"] == 0
    async with working(settings) as worker:
        for download in begun:
            await until(sara, download, "completed")
        from bazgoo.server.passing import remove_abandoned

        remove_abandoned(worker.settings.data_dir / "uploads")
    assert not abandoned.exists()
    sizes = [download["bytes_total"] for download in begun]
    assert standin.bytes_sent <= sum(sizes)
    assert ask("SELECT status, count(*) FROM download_queue GROUP BY 1") == [("completed", 2)]
