"""What admins did and who came in, what each person has used, and how much they may."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

AUDIT = """
-- Who did what, for admins to read; it outlives the account, so the address of e-mail is kept beside the reference.
CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    user_id uuid REFERENCES users ON DELETE SET NULL,
    email text,
    action text NOT NULL CHECK (action <> ''),
    target text,
    address text,
    details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX idx_audit_log_user_id ON audit_log (user_id, id);
CREATE INDEX idx_audit_log_action ON audit_log (action, id);
"""

USAGE = """
-- What a person has had spoken on a day (UTC).
CREATE TABLE speech_usage (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    day date NOT NULL,
    characters bigint NOT NULL DEFAULT 0 CHECK (characters >= 0),
    audio_s double precision NOT NULL DEFAULT 0 CHECK (audio_s >= 0),
    PRIMARY KEY (user_id, day)
);

-- What an admin allows one person; null is what the settings allow everybody.
CREATE TABLE user_quotas (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    characters_per_day bigint CHECK (characters_per_day >= 0),
    audio_minutes_per_day bigint CHECK (audio_minutes_per_day >= 0),
    disk_mb bigint CHECK (disk_mb >= 0),
    trainings integer CHECK (trainings >= 0),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER user_quotas_updated_at BEFORE UPDATE ON user_quotas
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
"""


def upgrade() -> None:
    """Add the tables."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for part in (AUDIT, USAGE):
        connection.exec_driver_sql(part)
