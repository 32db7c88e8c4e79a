"""The tables as they stand at one moment, written as COPY gives them: no pg_dump of a matching version is needed.

The queue's own tables stay behind: its jobs only knock at the door, what is to be done stands in the rows of downloads,
datasets and trainings (decision 91), and is handed out anew.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from psycopg import IsolationLevel, sql

from bazgoo.errors import DatabaseNewer
from bazgoo.server.addresses import connect
from bazgoo.server.backups.archive import ArchiveWriter, KeptTable, Part
from bazgoo.server.migrations import LOCK, VERSIONS

PART_BYTES = 4 << 20
LEFT_OUT = ("alembic_version", "backup_runs")
"""Told by the header, and about the installation that was backed up alone; beside them `procrastinate_*`."""

_TABLES = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
 WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind = 'r'
   AND c.relname <> ALL(%s) AND c.relname NOT LIKE 'procrastinate%%'
   AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
 GROUP BY c.relname ORDER BY c.relname
"""
_SEQUENCES = """
SELECT sequencename, last_value FROM pg_sequences
 WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename
"""
WITH_FOLDERS = ("models", "datasets", "training_jobs")
"""Tables whose rows own folders."""


class Snapshot:
    """The database at one moment, for as long as its transaction is open."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection
        self.revision = self._revision()

    @property
    def size_bytes(self) -> int:
        """About as much as its tables hold."""
        row = self._connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return int(row[0]) if row else 0

    def write(self, archive: ArchiveWriter, tell: Callable[[str], None]) -> Iterator[KeptTable]:
        """Write every table to ``archive``; ``tell`` is given the name of each part that is written."""
        for name, columns in self._connection.execute(_TABLES, [list(LEFT_OUT)]).fetchall():
            yield KeptTable(name, columns, list(self._write_one(archive, name, columns, tell)))

    def _write_one(
        self, archive: ArchiveWriter, name: str, columns: list[str], tell: Callable[[str], None]
    ) -> Iterator[Part]:
        query = sql.SQL("COPY {} ({}) TO STDOUT").format(
            sql.Identifier(name), sql.SQL(",").join(map(sql.Identifier, columns))
        )
        with self._connection.cursor() as cursor, cursor.copy(query) as copy:
            for number, piece in enumerate(_pieces(copy), 1):
                yield archive.add(f"database/{name}/{number:06d}", piece)
                tell(name)

    def sequences(self) -> dict[str, int]:
        """The last number of each; they know no transactions, so it is no smaller than what the rows have."""
        return {name: int(last) for name, last in self._connection.execute(_SEQUENCES).fetchall()}

    def owners(self) -> dict[str, set[str]]:
        """The ids of the rows that own folders."""
        return {table: _ids(self._connection, table) for table in WITH_FOLDERS}

    def waiting(self) -> set[str]:
        """The datasets that have something to be done to them, for which what came is still needed."""
        if self.revision is None or self.revision < "0005":
            return set()
        rows = self._connection.execute("SELECT id::text FROM datasets WHERE work IS NOT NULL").fetchall()
        return {row[0] for row in rows}

    def _revision(self) -> str | None:
        row = self._connection.execute("SELECT to_regclass('alembic_version')::text").fetchone()
        if row == (None,):
            return None
        found = self._connection.execute("SELECT version_num FROM alembic_version").fetchone()
        revision = str(found[0]) if found else None
        if revision is not None and revision not in VERSIONS:
            raise DatabaseNewer(found=revision, known=VERSIONS[-1])
        return revision


@contextmanager
def snapshot(address: str) -> Iterator[Snapshot]:
    """The database as it is now, whatever happens to it meanwhile; raises DatabaseUnusable, DatabaseNewer."""
    with connect(address) as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        # nobody migrates meanwhile
        connection.execute("SELECT pg_advisory_xact_lock_shared(%s)", [LOCK])
        yield Snapshot(connection)


def gone_since(address: str, owners: dict[str, set[str]]) -> dict[str, list[str]]:
    """Which of ``owners`` have been deleted in the meantime."""
    with connect(address) as connection:
        left = {table: sorted(ids - _ids(connection, table)) for table, ids in owners.items()}
    return {table: ids for table, ids in left.items() if ids}


def _ids(connection: psycopg.Connection, table: str) -> set[str]:
    query = sql.SQL("SELECT id::text FROM {}").format(sql.Identifier(table))
    return {row[0] for row in connection.execute(query).fetchall()}


def _pieces(copy: psycopg.Copy) -> Iterator[bytes]:
    """The rows in pieces of some megabytes."""
    piece = bytearray()
    for row in copy:
        piece += row
        if len(piece) >= PART_BYTES:
            yield bytes(piece)
            piece.clear()
    if piece:
        yield bytes(piece)
