"""Backups that were asked for: how far the one in hand is, and how the last one ended."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BACKUPS = """
-- The row is the state; what is made lies in `backups/`, and no backup brings these rows along.
CREATE TABLE backup_runs (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    user_id uuid REFERENCES users ON DELETE SET NULL,
    files boolean NOT NULL,
    incremental boolean NOT NULL,
    scheduled boolean NOT NULL,
    status text NOT NULL DEFAULT 'waiting'
        CHECK (status IN ('waiting', 'running', 'completed', 'failed', 'cancelled')),
    progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    current text,
    name text,
    error jsonb,
    attempts integer NOT NULL DEFAULT 0,
    claim uuid,
    beat_at timestamptz,
    completed_at timestamptz
);
-- One at a time.
CREATE UNIQUE INDEX backup_runs_unfinished_key ON backup_runs ((true)) WHERE status IN ('waiting', 'running');
CREATE INDEX idx_backup_runs_created_at ON backup_runs (created_at);
CREATE INDEX idx_backup_runs_user_id ON backup_runs (user_id);
"""


def upgrade() -> None:
    """Add the table."""
    op.get_bind().execution_options(no_parameters=True).exec_driver_sql(BACKUPS)
