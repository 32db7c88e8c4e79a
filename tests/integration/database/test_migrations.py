import os
import subprocess
import sys

import psycopg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from bazgoo.errors import DatabaseNewer, DatabaseUnusable
from bazgoo.server.migrations import HERE, VERSIONS, migrate, revision

MIGRATE = "import sys; from bazgoo.server.migrations import migrate; print(migrate(sys.argv[1]))"


def test_file_names_tell_the_newest_revision_as_alembic_sees_it() -> None:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [VERSIONS[-1]]
    assert [each.revision for each in script.walk_revisions()] == VERSIONS[::-1]


def test_an_empty_database_has_no_revision_and_gets_the_newest(empty_database_url) -> None:
    assert revision(empty_database_url) is None
    assert migrate(empty_database_url) == VERSIONS[-1] == revision(empty_database_url)


def test_migrating_again_changes_nothing(empty_database_url) -> None:
    migrate(empty_database_url)
    assert migrate(empty_database_url) == VERSIONS[-1]


def test_a_database_with_data_in_it_is_upgraded(empty_database_url, monkeypatch) -> None:
    with psycopg.connect(empty_database_url) as connection:
        first = (HERE / "versions" / "0001_tables.py").read_text()
        for part in ("PEOPLE", "MODELS", "TEACHING", "UPDATED_AT"):
            connection.execute(first.split(f'{part} = """')[1].split('"""')[0].encode())
        connection.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
        connection.execute("INSERT INTO models (name, type) VALUES ('صدا', 'tts')")
    migrate(empty_database_url)
    with psycopg.connect(empty_database_url) as connection:
        assert connection.execute("SELECT name FROM models").fetchall() == [("صدا",)]
        assert connection.execute("SELECT count(*) FROM procrastinate_jobs").fetchone() == (0,)


def test_processes_that_migrate_at_once_all_succeed(empty_database_url) -> None:
    command = [sys.executable, "-c", MIGRATE, empty_database_url]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) for _ in range(5)]
    printed = [process.communicate(timeout=60)[0].decode().strip() for process in processes]
    assert printed == [VERSIONS[-1]] * 5


def test_a_database_of_a_newer_program_is_left_alone(database_url) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseNewer):
        migrate(database_url)


def test_a_database_that_is_not_there_is_told_with_its_reason() -> None:
    with pytest.raises(DatabaseUnusable, match="refused"):
        migrate("postgresql://nobody@127.0.0.1:1/none")
