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


def upgrade() -> None:
    """Add the columns."""
    op.get_bind().execution_options(no_parameters=True).exec_driver_sql(DOWNLOADS)
