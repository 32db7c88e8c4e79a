"""`bazgoo user`: accounts from the terminal, whether the studio runs or not."""

import asyncio
import sys
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bazgoo.cli.serve import DataDir
from bazgoo.cli.terminal import language, say
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bazgoo.server.accounts.schemas import Registration
    from bazgoo.server.accounts.tables import Role
    from bazgoo.server.database import Database

T = TypeVar("T")

app = typer.Typer(help="Make and delete accounts.", no_args_is_help=True)

Email = Annotated[str, typer.Option(help="The e-mail to log in with.")]
Username = Annotated[
    str, typer.Option(help="The name to show: 2–40 Persian or Latin letters, digits, _ - . or spaces.")
]
Admin = Annotated[bool, typer.Option("--admin", help="Make it an admin's account; the first always is.")]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input.")
]

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@app.callback()
def users() -> None:
    """Make and delete accounts."""


@app.command()
def create(
    email: Email,
    username: Username,
    admin: Admin = False,
    password_stdin: PasswordStdin = False,
    data_dir: DataDir = None,
) -> None:
    """Make an account, also when registration is closed; the password is asked for."""
    from pydantic import ValidationError  # noqa: PLC0415

    from bazgoo.errors.validation import invalid  # noqa: PLC0415
    from bazgoo.server.accounts.schemas import Registration  # noqa: PLC0415

    try:
        registration = Registration(email=email, username=username, password=_password(password_stdin))
    except ValidationError as error:
        raise invalid(error) from None
    role = _create(Settings.load(data_dir=data_dir), registration, "admin" if admin else "user")
    say(
        f"حساب {registration.email} ساخته شد ({'مدیر' if role == 'admin' else 'کاربر'}).",
        f"Made the account {registration.email} ({role}).",
    )


@app.command()
def delete(email: Email, yes: Yes = False, data_dir: DataDir = None) -> None:
    """Delete an account with its datasets, trainings and settings; models that it installed stay."""
    from bazgoo.server.accounts.schemas import comparable_email  # noqa: PLC0415
    from bazgoo.server.accounts.service import delete_account  # noqa: PLC0415

    persian = language() == "fa"
    question = f"حساب {email} با همهٔ داده‌هایش پاک شود؟" if persian else f"Delete {email} with all its data?"
    if not yes:
        typer.confirm(question, abort=True, err=True)
    _in_database(
        Settings.load(data_dir=data_dir), lambda database: delete_account(database, comparable_email(email))
    )
    say(f"حساب {email} پاک شد.", f"Deleted the account {email}.")


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    persian = language() == "fa"
    label, again = ("گذرواژه", "دوباره") if persian else ("Password", "Again")
    answer: str = typer.prompt(label, hide_input=True, confirmation_prompt=again, err=True)
    return answer


def _create(settings: Settings, registration: "Registration", role: "Role") -> "Role":
    """Make the account in the database of the settings; the role it got."""
    from bazgoo.server.accounts.service import create_account  # noqa: PLC0415

    return _in_database(settings, lambda database: create_account(database, registration, role)).role


def _in_database(settings: Settings, act: "Callable[[Database], Coroutine[None, None, T]]") -> T:
    """What ``act`` gives, with the database of the settings, migrated."""
    from bazgoo.server import addresses  # noqa: PLC0415
    from bazgoo.server.database import Database  # noqa: PLC0415
    from bazgoo.server.migrations import migrate  # noqa: PLC0415

    async def run(address: str) -> T:
        database = Database(address)
        try:
            return await act(database)
        finally:
            await database.close()

    with addresses.opened(settings) as address:
        migrate(address)
        return asyncio.run(run(address))
