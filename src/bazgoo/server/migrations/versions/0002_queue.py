"""The tables and functions of the job queue, as procrastinate 3.10 ships them.

Procrastinate keeps no record of what it has applied, so its schema is a migration of ours; a newer
procrastinate brings a further migration here that applies what it added under ``sql/migrations``.
"""

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the queue."""
    op.get_bind().execution_options(no_parameters=True).exec_driver_sql(SchemaManager.get_schema())
