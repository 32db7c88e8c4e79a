"""What a download carries through kills and restarts: its plan, its sequence number, its claim."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

DOWNLOADS = """
ALTER TABLE download_queue
    ADD COLUMN repo_id text NOT NULL DEFAULT '',
    ADD COLUMN request jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN request_key text,
    ADD COLUMN plan jsonb,
    ADD COLUMN endpoint text,
    ADD COLUMN seq bigint NOT NULL DEFAULT 0,
    ADD COLUMN speed_bps double precision,
    ADD COLUMN eta_s double precision,
    ADD COLUMN error jsonb,
    ADD COLUMN claim uuid,
    ADD COLUMN beat_at timestamptz;
-- Two equal requests of one person are one download, also when they come at the same moment.
CREATE UNIQUE INDEX download_queue_unfinished_key ON download_queue (user_id, request_key)
    WHERE status IN ('pending', 'downloading', 'paused');
CREATE INDEX idx_models_repo_id ON models (repo_id);
"""

HANDING_OUT = """
-- Which downloads may begin now: each person's oldest first, those of whoever has least running before others,
-- no two of one model, at most `most` at once in all.
CREATE FUNCTION next_downloads(most integer) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH running AS (
        SELECT user_id, model_id FROM download_queue WHERE status = 'downloading'
    ), waiting AS (
        SELECT q.id, q.created_at, coalesce(s.max_concurrent_downloads, 3) AS allowed,
               (SELECT count(*) FROM running r WHERE r.user_id = q.user_id)
               + row_number() OVER (PARTITION BY q.user_id ORDER BY q.created_at, q.id) AS place
          FROM download_queue q LEFT JOIN user_settings s ON s.user_id = q.user_id
         WHERE q.status = 'pending' AND q.plan IS NOT NULL AND q.model_id IS NOT NULL
           AND NOT EXISTS (SELECT FROM running r WHERE r.model_id = q.model_id)
    )
    SELECT id FROM waiting WHERE place <= allowed ORDER BY place, created_at, id
     LIMIT greatest(0, most - (SELECT count(*) FROM running))
$$;

-- Takes back the downloads of runs that gave no sign of life, and makes a job of each that may begin now.
-- A job too many does no harm: a download is claimed once.
CREATE FUNCTION hand_out_downloads(most integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM download_queue WHERE status IN ('pending', 'downloading')) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1651536228);
    UPDATE download_queue SET status = 'pending', claim = NULL, seq = seq + 1, speed_bps = NULL, eta_s = NULL
     WHERE status = 'downloading'
       AND (beat_at IS NULL OR beat_at < clock_timestamp() - interval '5 seconds');
    PERFORM procrastinate_defer_jobs_v1(ARRAY[
        ROW('downloads', 'downloads:bring', 0, NULL, NULL, jsonb_build_object('download_id', id), NULL)
        ::procrastinate_job_to_defer_v1
    ]) FROM next_downloads(most) AS id
     WHERE NOT EXISTS (
        SELECT FROM procrastinate_jobs
         WHERE task_name = 'downloads:bring' AND status = 'todo' AND args ->> 'download_id' = id::text
    );
END $$;
"""


def upgrade() -> None:
    """Add the columns and the functions."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for part in (DOWNLOADS, HANDING_OUT):
        connection.exec_driver_sql(part)
