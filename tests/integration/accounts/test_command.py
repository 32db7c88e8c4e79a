"""`bazgoo user create` and `delete`."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from bazgoo.cli import build
from bazgoo.errors import BazgooError, EmailTaken, LastAdmin, RequestInvalid, UserNotFound
from tests.integration.people import PASSWORD, bearer, log_in, register

Make = Callable[..., Result]


@pytest.fixture
def make(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Runs the command on the database of the test: `make("sara", "--admin", typed=…)`."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)

    def run(name: str, *more: str, typed: str = f"{PASSWORD}\n") -> Result:
        account = ["user", "create", "--email", f"{name}@example.org", "--username", name]
        result = CliRunner().invoke(build(), [*account, "--data-dir", str(tmp_path), *more], input=typed)
        if isinstance(result.exception, BazgooError):
            raise result.exception
        return result

    return run


async def test_an_account_made_in_the_terminal_logs_in(make: Make, client: httpx.AsyncClient) -> None:
    made = await asyncio.to_thread(make, "sara", "--password-stdin")
    assert made.exit_code == 0, made.output
    assert (await log_in(client, "sara")).json()["user"]["role"] == "admin"


async def test_a_later_account_is_an_admin_only_when_asked(make: Make, client: httpx.AsyncClient) -> None:
    admin = bearer(await register(client, "sara"))
    await client.patch("/api/admin/settings", headers=admin, json={"registration_open": False})
    await asyncio.to_thread(make, "reza", "--password-stdin")
    await asyncio.to_thread(make, "mina", "--password-stdin", "--admin")
    users = (await client.get("/api/users", headers=admin)).json()["items"]
    assert [(user["username"], user["role"]) for user in users[1:]] == [("reza", "user"), ("mina", "admin")]


def test_the_password_is_asked_for_twice_and_never_shown(make: Make) -> None:
    made = make("sara", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output


def test_what_is_wrong_is_named(make: Make) -> None:
    with pytest.raises(RequestInvalid, match="password"):
        make("sara", "--password-stdin", typed="short\n")
    make("sara", "--password-stdin")
    with pytest.raises(EmailTaken):
        make("sara", "--password-stdin")


def _delete(name: str, tmp_path: Path, *more: str, typed: str = "") -> Result:
    command = ["user", "delete", "--email", f"{name}@example.org", "--data-dir", str(tmp_path), *more]
    result = CliRunner().invoke(build(), command, input=typed)
    if isinstance(result.exception, BazgooError):
        raise result.exception
    return result


def test_an_account_is_deleted_once_that_was_meant(make: Make, tmp_path: Path) -> None:
    make("sara", "--password-stdin")
    make("reza", "--password-stdin")
    assert _delete("reza", tmp_path, typed="n\n").exit_code == 1
    assert _delete("reza", tmp_path, typed="y\n").exit_code == 0
    with pytest.raises(UserNotFound):
        _delete("reza", tmp_path, "--yes")


def test_the_last_admin_stays_as_long_as_there_is_somebody_else(make: Make, tmp_path: Path) -> None:
    make("sara", "--password-stdin")
    make("reza", "--password-stdin")
    with pytest.raises(LastAdmin):
        _delete("sara", tmp_path, "--yes")
    _delete("reza", tmp_path, "--yes")
    assert _delete("sara", tmp_path, "--yes").exit_code == 0
