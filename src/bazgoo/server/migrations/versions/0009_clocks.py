"""A sign of life from the future, given before the clock was set back, is none."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ALIVE = """
-- Whether a sign of life is less than five seconds old; one of the future was given before the clock was set back,
-- and whoever lives gives the next in a moment.
CREATE FUNCTION is_alive(beat_at timestamptz) RETURNS boolean LANGUAGE sql VOLATILE AS $$
    SELECT coalesce(
        beat_at BETWEEN clock_timestamp() - interval '5 seconds' AND clock_timestamp() + interval '5 seconds', false
    )
$$;
"""

DOWNLOADS = """
CREATE OR REPLACE FUNCTION hand_out_downloads(most integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM download_queue WHERE status IN ('pending', 'downloading')) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1651536228);
    UPDATE download_queue SET status = 'pending', claim = NULL, seq = seq + 1, speed_bps = NULL, eta_s = NULL
     WHERE status = 'downloading' AND NOT is_alive(beat_at);
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

DATASETS = """
CREATE OR REPLACE FUNCTION hand_out_datasets(most integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM datasets WHERE work IS NOT NULL) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1651536227);
    UPDATE datasets SET claim = NULL WHERE claim IS NOT NULL AND NOT is_alive(beat_at);
    PERFORM procrastinate_defer_jobs_v1(ARRAY[
        ROW('datasets', 'datasets:work', 0, NULL, NULL, jsonb_build_object('dataset_id', id), NULL)
        ::procrastinate_job_to_defer_v1
    ]) FROM next_datasets(most) AS id
     WHERE NOT EXISTS (
        SELECT FROM procrastinate_jobs
         WHERE task_name = 'datasets:work' AND status = 'todo' AND args ->> 'dataset_id' = id::text
    );
END $$;
"""

TRAININGS = """
CREATE OR REPLACE FUNCTION hand_out_trainings(most integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM training_jobs WHERE work IS NOT NULL OR claim IS NOT NULL) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1651536226);
    -- whoever lives has not been able to say so before the database was up
    UPDATE training_jobs
       SET claim = NULL, seq = seq + 1,
           status = CASE WHEN status = 'running' THEN 'queued' ELSE status END
     WHERE claim IS NOT NULL AND NOT is_alive(beat_at) AND NOT is_alive(pg_postmaster_start_time());
    PERFORM procrastinate_defer_jobs_v1(ARRAY[
        ROW('trainings', 'trainings:work', 0, NULL, NULL, jsonb_build_object('job_id', id), NULL)
        ::procrastinate_job_to_defer_v1
    ]) FROM next_trainings(most) AS id
     WHERE NOT EXISTS (
        SELECT FROM procrastinate_jobs
         WHERE task_name = 'trainings:work' AND status = 'todo' AND args ->> 'job_id' = id::text
    );
END $$;
"""


def upgrade() -> None:
    """Replace the functions that take back what nobody works on."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for part in (ALIVE, DOWNLOADS, DATASETS, TRAININGS):
        connection.exec_driver_sql(part)
