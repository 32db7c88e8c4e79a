"""The tables, keys, indexes, triggers and the pool that the contract names."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg

from bazgoo.cli.verify.contract import COLUMNS, FOREIGN_KEYS, INDEXES, POOL, TOUCHED
from bazgoo.cli.verify.finding import Check, Gap, Words
from bazgoo.cli.verify.site import Site
from bazgoo.server.migrations import VERSIONS

AT_ONCE, ASKED = 40, 200

_COLUMNS = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
_KEYS = (
    "SELECT conrelid::regclass::text, pg_get_constraintdef(oid), contype::text FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace"
)
_BARE = (
    "SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint WHERE contype = 'f' AND NOT EXISTS"
    " (SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1])"
    " AND conrelid::regclass::text NOT LIKE 'procrastinate%'"
)
_TRIGGERS = "SELECT event_object_table, trigger_name FROM information_schema.triggers"
_SETTINGS = "SELECT current_setting('server_version'), current_setting('server_encoding')"


def checks(site: Site) -> Iterator[Check]:
    """What the catalogue says, then what the database does."""
    yield Check("پاسخ و رمزگان", "it answers", lambda: _answers(site))
    yield Check("بازنگری", "revision", lambda: _revision(site))
    yield Check("جدول‌ها و ستون‌ها", "tables and columns", lambda: _tables(site))
    yield Check("کلیدها", "keys", lambda: _keys(site))
    yield Check("نمایه‌ها", "indexes", lambda: _indexes(site))
    yield Check("ماشه‌ها", "triggers", lambda: _triggers(site))
    yield Check("ناشدنی‌ها", "what cannot be is refused", lambda: _refusals(site))
    yield Check("استخر اتصال", "pool", lambda: _pool(site))


def _answers(site: Site) -> str:
    ((version, encoding),) = site.rows(_SETTINGS)
    if encoding != "UTF8":
        raise Gap(f"رمزگان پایگاه {encoding} است، نه UTF8.", f"The database is in {encoding}, not in UTF8.")
    return f"PostgreSQL {version.split()[0]}, {encoding}"


def _revision(site: Site) -> str:
    ((revision,),) = site.rows("SELECT version_num FROM alembic_version")
    if revision != VERSIONS[-1]:
        raise Gap(
            f"{revision}؛ باید {VERSIONS[-1]} باشد: bazgoo migrate",
            f"{revision}, not {VERSIONS[-1]}: bazgoo migrate",
        )
    return str(revision)


def _missing(wanted: set[str], there: set[str]) -> None:
    """Raise Gap unless all that is ``wanted`` is there."""
    if missing := sorted(wanted - there):
        raise Gap(f"نیست: {'، '.join(missing)}", f"missing: {', '.join(missing)}")


def _tables(site: Site) -> Words:
    there = {f"{table}.{column}" for table, column in site.rows(_COLUMNS)}
    wanted = {f"{table}.{column}" for table, columns in COLUMNS.items() for column in columns.split()}
    _missing(wanted, there)
    return Words(f"{len(COLUMNS)} جدول، {len(wanted)} ستون", f"{len(COLUMNS)} tables, {len(wanted)} columns")


def _keys(site: Site) -> Words:
    """A primary key for each table, and the foreign keys with what they do when their subject goes."""
    found = [(table, definition, kind) for table, definition, kind in site.rows(_KEYS)]
    _missing(
        {f"{table} (id)" for table in COLUMNS},
        {f"{table} (id)" for table, text, _ in found if text == "PRIMARY KEY (id)"},
    )
    there = {
        f"{table}.{column} {rule}"
        for table, column, rule in FOREIGN_KEYS
        if any(
            name == table
            and text.startswith(f"FOREIGN KEY ({column})")
            and text.endswith(f"ON DELETE {rule}")
            for name, text, _ in found
        )
    }
    _missing({f"{table}.{column} {rule}" for table, column, rule in FOREIGN_KEYS}, there)
    silent = [
        f"{table}: {text}"
        for table, text, kind in found
        if kind == "f" and "ON DELETE" not in text and not table.startswith("procrastinate")
    ]
    if silent:
        raise Gap(f"بی‌قاعده برای حذف: {silent}", f"no rule for deletes: {silent}")
    return Words(f"{len(FOREIGN_KEYS)} کلید خارجی", f"{len(FOREIGN_KEYS)} foreign keys with their rules")


def _indexes(site: Site) -> Words:
    there = {name for (name,) in site.rows("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'")}
    _missing(set(INDEXES), there)
    if bare := [name for (name,) in site.rows(_BARE)]:
        raise Gap(f"کلید خارجی بی‌نمایه: {bare}", f"foreign keys without an index: {bare}")
    return Words(f"{len(INDEXES)} نمایهٔ نام‌برده", f"{len(INDEXES)} named ones, and one for every foreign key")


def _triggers(site: Site) -> str:
    """The catalogue names them, and one is seen at work; nothing of that is kept."""
    _missing(set(TOUCHED), {table for table, _ in site.rows(_TRIGGERS)})
    assert site.database
    with site.database.transaction(force_rollback=True):
        ((touched,),) = site.rows(
            "INSERT INTO models (name, type, updated_at) VALUES ('verify', 'tts', '2000-01-01') RETURNING id"
        )
        ((recent,),) = site.rows(
            "UPDATE models SET name = name WHERE id = %s RETURNING updated_at > '2001-01-01'", touched
        )
    if not recent:
        raise Gap("updated_at نگه داشته نمی‌شود.", "updated_at is not kept.")
    return ", ".join(TOUCHED)


def _refusals(site: Site) -> Words:
    """Statuses that there are not; nothing of it is kept."""
    assert site.database
    wrong = (
        "INSERT INTO models (name, type) VALUES ('verify', 'song')",
        "INSERT INTO models (name, type, status) VALUES ('verify', 'tts', 'lost')",
        "INSERT INTO users (email, username, password_hash, role) VALUES ('v@v', 'verify', 'x', 'king')",
    )
    for statement in wrong:
        try:
            with site.database.transaction(force_rollback=True):
                site.database.execute(statement.encode())
        except psycopg.errors.CheckViolation:
            continue
        raise Gap(f"پذیرفته شد: {statement}", f"taken: {statement}")
    return Words(f"{len(wrong)} بار", f"{len(wrong)} times")


def _pool(site: Site) -> Words:
    """More requests at once than there are connections, each of which needs one."""
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        answers = list(crowd.map(lambda _: site.nobody.get("/health"), range(ASKED)))
    if failed := sum(answer.status_code != 200 for answer in answers):
        raise Gap(f"{failed} از {ASKED} درخواست بی‌پاسخ ماند", f"{failed} of {ASKED} requests failed")
    return Words(
        f"{ASKED} درخواست، {AT_ONCE} با هم، روی {POOL} اتصال",
        f"{ASKED} requests, {AT_ONCE} at once, over {POOL} connections",
    )
