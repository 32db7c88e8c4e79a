"""The way back into a database, in one transaction: the shape of the backup, its rows, then the newest shape."""

from collections.abc import Callable, Iterable
from graphlib import TopologicalSorter

import psycopg
from psycopg import sql
from psycopg.errors import UndefinedColumn, UndefinedTable

from bazgoo.errors import BackupDamaged, DatabaseForeign, DatabaseInUse, DataThere
from bazgoo.server.backups.archive import Chain, Contents, KeptTable
from bazgoo.server.backups.tables_out import WITH_FOLDERS
from bazgoo.server.migrations import VERSIONS, Migrating

_REFERENCES = """
SELECT c.relname, r.relname FROM pg_constraint f
  JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class r ON r.oid = f.confrelid
 WHERE f.contype = 'f' AND c.relnamespace = quote_ident(current_schema())::regnamespace AND f.conrelid <> f.confrelid
"""
_OTHERS = """
SELECT count(*) FROM pg_stat_activity
 WHERE datname = current_database() AND application_name = 'bazgoo' AND pid <> pg_backend_pid()
"""
_THINGS = """
WITH here AS (SELECT quote_ident(current_schema())::regnamespace::oid AS oid), ours AS (
    SELECT 'pg_class'::regclass AS kind, c.oid, 1 AS turn, format('TABLE %I CASCADE', relname) AS what
      FROM pg_class c, here WHERE relnamespace = here.oid AND relkind IN ('r', 'p')
     UNION ALL
    SELECT 'pg_class', c.oid, 0, format('VIEW %I CASCADE', relname)
      FROM pg_class c, here WHERE relnamespace = here.oid AND relkind = 'v'
     UNION ALL
    SELECT 'pg_proc', p.oid, 2, format('ROUTINE %s CASCADE', p.oid::regprocedure)
      FROM pg_proc p, here WHERE pronamespace = here.oid
     UNION ALL
    SELECT 'pg_type', t.oid, 3, format('TYPE %I CASCADE', typname)
      FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid, here
     WHERE typnamespace = here.oid AND typtype IN ('e', 'c', 'd') AND coalesce(c.relkind, 'c') = 'c'
)
SELECT what FROM ours
 WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = kind AND d.objid = ours.oid AND d.deptype = 'e')
 ORDER BY turn, what
"""
"""All that lies in the schema and belongs to no extension, as DROP names it."""


def fill(migrating: Migrating, chain: Chain, *, replace: bool, tell: Callable[[str, int], None]) -> None:
    """Put all tables of a backup into the database; ``tell`` is given each table and the bytes that were read.

    Raises DataThere, DatabaseForeign, DatabaseInUse, BackupDamaged; whoever owns the transaction undoes it then.
    """
    connection, contents = migrating.psycopg, chain.contents
    before = _clear(connection, replace=replace)
    migrating.upgrade(chain.header.revision)
    tables = {table.name: table for table in contents.tables}
    order = [name for name in _in_order(connection) if name in tables]
    if len(order) != len(tables):
        raise BackupDamaged(file=chain.top.name)
    try:
        for name in order:
            _copy(connection, chain, tables[name], tell)
        for name, last in contents.sequences.items():
            connection.execute("SELECT setval(quote_ident(%s)::regclass, %s)", [name, last])
    except (psycopg.DataError, psycopg.IntegrityError, UndefinedColumn, UndefinedTable) as error:
        raise BackupDamaged(file=chain.top.name) from error
    migrating.upgrade(VERSIONS[-1])
    _agree_with_files(connection, contents)
    if before and (foreign := before - _things(connection)):
        names = ", ".join(sorted(what.split(" ", 1)[1].removesuffix(" CASCADE") for what in foreign)[:5])
        raise DatabaseForeign(names=names)


def _clear(connection: psycopg.Connection, *, replace: bool) -> set[str]:
    """Take away what is there, if that is wanted; what it was."""
    if connection.execute(_OTHERS).fetchone() != (0,):
        raise DatabaseInUse
    before = _things(connection)
    if before and not replace:
        raise DataThere(place=f"“{connection.info.dbname}”")
    for what in [row[0] for row in connection.execute(_THINGS).fetchall()]:
        connection.execute(f"DROP {what.replace(' ', ' IF EXISTS ', 1)}".encode())
    return before


def _things(connection: psycopg.Connection) -> set[str]:
    return {row[0] for row in connection.execute(_THINGS).fetchall()}


def _in_order(connection: psycopg.Connection) -> Iterable[str]:
    """Every table, those that others refer to first."""
    query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
    graph: dict[str, set[str]] = {row[0]: set() for row in connection.execute(query).fetchall()}
    for table, referred in connection.execute(_REFERENCES).fetchall():
        graph[table].add(referred)
    return TopologicalSorter(graph).static_order()


def _copy(
    connection: psycopg.Connection, chain: Chain, table: KeptTable, tell: Callable[[str, int], None]
) -> None:
    """Fill one table, whose own triggers keep still: what they would do is among the rows."""
    name = sql.Identifier(table.name)
    connection.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(name))
    columns = sql.SQL(",").join(map(sql.Identifier, table.columns))
    query = sql.SQL("COPY {} ({}) FROM STDIN").format(name, columns)
    with connection.cursor() as cursor, cursor.copy(query) as copy:
        for part in table.parts:
            for piece in chain.read_part(part):
                copy.write(piece)
                tell(table.name, len(piece))
    connection.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(name))


def _agree_with_files(connection: psycopg.Connection, contents: Contents) -> None:
    """Let rows agree with the folders that came along, which were read a little later."""
    for table in WITH_FOLDERS:
        query = sql.SQL("DELETE FROM {} WHERE id::text = ANY(%s)").format(sql.Identifier(table))
        connection.execute(query, [contents.gone.get(table, [])])
    # their import came to its end while the files were read
    places = (file.path.split("/") for file in contents.files)
    ready = [place[1] for place in places if place[0] == "datasets" and place[2:] == ["dataset.db"]]
    connection.execute(
        """UPDATE datasets SET status = 'checking', work = '{"do": "check", "new": true}', claim = NULL
            WHERE status = 'importing' AND id::text = ANY(%s)""",
        [ready],
    )
