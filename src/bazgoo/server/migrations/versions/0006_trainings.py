"""What a training carries through kills and restarts; its history, its samples, and what was thought of them."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TRAININGS = """
ALTER TABLE training_jobs DROP CONSTRAINT training_jobs_recipe_check;
ALTER TABLE training_jobs
    ADD CONSTRAINT training_jobs_recipe_check CHECK (recipe IN ('voice', 'vits', 'classifier')),
    ADD COLUMN name text NOT NULL DEFAULT '',
    ADD COLUMN dataset_id uuid REFERENCES datasets ON DELETE SET NULL,
    ADD COLUMN dataset_name text NOT NULL DEFAULT '',
    ADD COLUMN lineage jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN epoch integer NOT NULL DEFAULT 0 CHECK (epoch >= 0),
    ADD COLUMN total_epochs integer NOT NULL DEFAULT 0 CHECK (total_epochs >= 0),
    ADD COLUMN step bigint NOT NULL DEFAULT 0 CHECK (step >= 0),
    ADD COLUMN total_steps bigint NOT NULL DEFAULT 0 CHECK (total_steps >= 0),
    ADD COLUMN eta_s double precision,
    ADD COLUMN device text,
    ADD COLUMN seq bigint NOT NULL DEFAULT 0,
    ADD COLUMN error jsonb,
    ADD COLUMN work jsonb,
    ADD COLUMN position bigint NOT NULL DEFAULT 0,
    ADD COLUMN logged_at double precision NOT NULL DEFAULT 0,
    ADD COLUMN crashed_at_step bigint,
    ADD COLUMN slot integer,
    ADD COLUMN claim uuid,
    ADD COLUMN beat_at timestamptz;
CREATE INDEX idx_training_jobs_work ON training_jobs (created_at) WHERE work IS NOT NULL;
CREATE INDEX idx_training_jobs_dataset_id ON training_jobs (dataset_id);

-- A step that is done again after a crash writes its rows again; the later ones count.
CREATE UNIQUE INDEX checkpoints_file_key ON checkpoints (training_job_id, file_path);

CREATE TABLE training_metrics (
    training_job_id uuid NOT NULL REFERENCES training_jobs ON DELETE CASCADE,
    step bigint NOT NULL CHECK (step >= 0),
    epoch integer NOT NULL CHECK (epoch >= 0),
    metrics jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (training_job_id, step)
);

CREATE TABLE training_samples (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    training_job_id uuid NOT NULL REFERENCES training_jobs ON DELETE CASCADE,
    step bigint NOT NULL CHECK (step >= 0),
    kind text NOT NULL,
    text text NOT NULL DEFAULT '',
    file text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (training_job_id, file)
);

-- Two samples of one sentence, heard without knowing which is which; `chosen` is what was thought of them.
CREATE TABLE listening_pairs (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    training_job_id uuid NOT NULL REFERENCES training_jobs ON DELETE CASCADE,
    sample_a uuid NOT NULL REFERENCES training_samples ON DELETE CASCADE,
    sample_b uuid NOT NULL REFERENCES training_samples ON DELETE CASCADE,
    checkpoint_a uuid NOT NULL REFERENCES checkpoints ON DELETE CASCADE,
    checkpoint_b uuid NOT NULL REFERENCES checkpoints ON DELETE CASCADE,
    chosen text CHECK (chosen IN ('a', 'b', 'same')),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_listening_pairs_training_job_id ON listening_pairs (training_job_id);
CREATE INDEX idx_listening_pairs_sample_a ON listening_pairs (sample_a);
CREATE INDEX idx_listening_pairs_sample_b ON listening_pairs (sample_b);
CREATE INDEX idx_listening_pairs_checkpoint_a ON listening_pairs (checkpoint_a);
CREATE INDEX idx_listening_pairs_checkpoint_b ON listening_pairs (checkpoint_b);
"""

HANDING_OUT = """
-- What may begin now: trainings of whoever has least in hand first, among equals of whoever has waited longest, so
-- that ten of one person do not keep another waiting; at most `most` at once in all.  To make a model of what is
-- taught takes moments and waits for nobody.
CREATE FUNCTION next_trainings(most integer) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH running AS (
        SELECT user_id FROM training_jobs WHERE claim IS NOT NULL AND slot IS NOT NULL
    ), waiting AS (
        SELECT t.id, t.created_at,
               (SELECT max(had.beat_at) FROM training_jobs had WHERE had.user_id = t.user_id) AS had_at,
               (SELECT count(*) FROM running r WHERE r.user_id = t.user_id)
               + row_number() OVER (PARTITION BY t.user_id ORDER BY t.created_at, t.id) AS place
          FROM training_jobs t WHERE t.work ->> 'do' = 'train' AND t.claim IS NULL
    ), next AS (
        SELECT id FROM waiting ORDER BY place, had_at NULLS FIRST, created_at, id
         LIMIT greatest(0, most - (SELECT count(*) FROM running))
    )
    SELECT id FROM next
     UNION ALL
    SELECT id FROM training_jobs WHERE work ->> 'do' <> 'train' AND claim IS NULL
$$;

-- Takes back the trainings of runs that gave no sign of life since the database is up, and makes a job of each
-- that may begin now.  A job too many does no harm: a training is claimed once.
CREATE FUNCTION hand_out_trainings(most integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM training_jobs WHERE work IS NOT NULL OR claim IS NOT NULL) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1651536226);
    UPDATE training_jobs
       SET claim = NULL, seq = seq + 1,
           status = CASE WHEN status = 'running' THEN 'queued' ELSE status END
     WHERE claim IS NOT NULL
       AND coalesce(greatest(beat_at, pg_postmaster_start_time()), '-infinity')
           < clock_timestamp() - interval '5 seconds';
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
    """Add the columns, the tables beside, and the functions."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for part in (TRAININGS, HANDING_OUT):
        connection.exec_driver_sql(part)
