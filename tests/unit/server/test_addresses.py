import pytest
from psycopg.conninfo import conninfo_to_dict

from bazgoo.errors import DatabaseUnavailable, SettingInvalid
from bazgoo.server.addresses import configured, running
from bazgoo.settings import Settings


def _settings(**given: object) -> Settings:
    return Settings(_env_file=None, **given)


def _read(**given: object) -> dict[str, object]:
    address = configured(_settings(**given))
    assert address is not None
    return conninfo_to_dict(address)


def test_without_a_setting_the_embedded_database_is_meant() -> None:
    assert configured(_settings()) is None


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg", "postgresql+asyncpg"])
def test_a_url_may_name_postgresql_as_other_programs_do(scheme) -> None:
    read = _read(database_url=f"{scheme}://sara:gol@db.example.org:6543/studio?sslmode=require")
    assert read == {
        "user": "sara",
        "password": "gol",
        "host": "db.example.org",
        "port": "6543",
        "dbname": "studio",
        "sslmode": "require",
        "client_encoding": "utf8",
    }


def test_a_url_may_hold_any_password_percent_encoded() -> None:
    assert _read(database_url="postgresql://u:p%40s%3A%2F%23%25%20%DA%AF@h/d")["password"] == "p@s:/#% گ"


def test_a_password_of_its_own_setting_is_taken_as_it_stands() -> None:
    odd = "p@s:/#% '\\ گل"
    assert _read(db_host="h", db_password=odd)["password"] == odd


def test_single_settings_have_the_usual_values() -> None:
    read = _read(db_host="db")
    assert (read["host"], str(read["port"]), read["dbname"], read["user"]) == (
        "db",
        "5432",
        "bazgoo",
        "bazgoo",
    )


@pytest.mark.parametrize("url", ["sqlite:///bazgoo.db", "mysql://h/d", "postgresql://h/d?nonsense=1", "db"])
def test_a_url_that_is_no_postgresql_is_refused_by_the_name_of_its_setting(url) -> None:
    with pytest.raises(SettingInvalid, match="DATABASE_URL"):
        configured(_settings(database_url=url))


def test_an_embedded_database_that_does_not_run_is_unavailable(tmp_path) -> None:
    with pytest.raises(DatabaseUnavailable):
        running(_settings(data_dir=tmp_path))
