"""What a dataset carries while it is brought in and checked: its work, its progress, its claim."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

DATASETS = """
ALTER TABLE datasets
    ADD COLUMN status text NOT NULL DEFAULT 'ready'
        CHECK (status IN ('importing', 'checking', 'ready', 'failed')),
    ADD COLUMN stage text,
    ADD COLUMN progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    ADD COLUMN accepted integer NOT NULL DEFAULT 0 CHECK (accepted >= 0),
    ADD COLUMN rejected integer NOT NULL DEFAULT 0 CHECK (rejected >= 0),
    ADD COLUMN duration_s double precision,
    ADD COLUMN seq bigint NOT NULL DEFAULT 0,
    ADD COLUMN error jsonb,
    ADD COLUMN work jsonb,
    ADD COLUMN attempts integer NOT NULL DEFAULT 0,
    ADD COLUMN claim uuid,
    ADD COLUMN beat_at timestamptz;
CREATE INDEX idx_datasets_work ON datasets (created_at) WHERE work IS NOT NULL;
"""

HANDING_OUT = """
-- Which datasets may be worked on now: first those of whoever has least in hand, at most `most` at once in all.
CREATE FUNCTION next_datasets(most integer) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH running AS (
        SELECT user_id FROM datasets WHERE claim IS NOT NULL
    ), waiting AS (
        SELECT d.id, d.created_at,
               (SELECT count(*) FROM running r WHERE r.user_id = d.user_id)
               + row_number() OVER (PARTITION BY d.user_id ORDER BY d.created_at, d.id) AS place
          FROM datasets d WHERE d.work IS NOT NULL AND d.claim IS NULL
    )
    SELECT id FROM waiting ORDER BY place, created_at, id
     LIMIT greatest(0, most - (SELECT count(*) FROM running))
$$;

-- Takes back the work of runs that gave no sign of life, and makes a job of each that may begin now.
-- A job too many does no harm: a dataset is claimed once.
CREATE FUNCTION hand_out_datasets(most integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM datasets WHERE work IS NOT NULL) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1651536227);
    UPDATE datasets SET claim = NULL
     WHERE claim IS NOT NULL
       AND (beat_at IS NULL OR beat_at < clock_timestamp() - interval '5 seconds');
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


def upgrade() -> None:
    """Add the columns and the functions."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for part in (DATASETS, HANDING_OUT):
        connection.exec_driver_sql(part)
