"""Each person's own pronunciations."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

LEXICON = """
CREATE TABLE lexicon (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    word text NOT NULL CHECK (length(word) BETWEEN 1 AND 100),
    ipa text NOT NULL CHECK (ipa <> ''),
    spoken text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, word)
);
CREATE INDEX idx_lexicon_user_id ON lexicon (user_id, created_at, id);
CREATE TRIGGER lexicon_updated_at BEFORE UPDATE ON lexicon
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
"""


def upgrade() -> None:
    """Add the table."""
    op.get_bind().execution_options(no_parameters=True).exec_driver_sql(LEXICON)
