"""Coming into an installation with accounts of one's own, and leaving it as it was."""

import asyncio
import secrets
import time
from contextlib import suppress

import httpx

from bazgoo.cli.verify.finding import Gap, Words
from bazgoo.cli.verify.site import Site, Visitor, expect
from bazgoo.errors import UserNotFound
from bazgoo.server.accounts import passwords, repository
from bazgoo.server.accounts.schemas import Registration
from bazgoo.server.accounts.service import create_account, delete_account
from bazgoo.server.accounts.tables import Role
from bazgoo.server.database import Database

ADMIN, USER = "verify-admin@bazgoo.local", "verify-user@bazgoo.local"
"""Always the same, so that a visit that was cut off is cleared up by the next."""
ROLES: tuple[tuple[str, Role], ...] = ((ADMIN, "admin"), (USER, "user"))
VISIT = 0x62617A76
"""The lock that one visit at a time holds: "bazv"."""
OUR_MODELS = (
    "SELECT id::text FROM models"
    " WHERE metadata->>'owner' IN (SELECT id::text FROM users WHERE email = ANY(%s))"
)
PERSONAL = "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'user_id'"


def come_in(site: Site) -> str:
    """Make the accounts, or take over those of a visit that was cut off, and log in."""
    if not site.rows("SELECT pg_try_advisory_lock(%s)", VISIT)[0][0]:
        raise Gap("آزمون دیگری هم‌اکنون در کار است.", "Another verification is going on.")
    site.entered = True
    password = secrets.token_urlsafe(24)
    asyncio.run(_make_accounts(site.address, password))
    for visitor, email in ((site.admin, ADMIN), (site.user, USER)):
        take_login(visitor, email, password)
    _remove_what_was_made(site)
    return f"{ADMIN}, {USER}"


async def _make_accounts(address: str, password: str) -> None:
    database = Database(address)
    try:
        for email, role in ROLES:
            await _account(database, email, role, password)
    finally:
        await database.close()


async def _account(database: Database, email: str, role: Role, password: str) -> None:
    """Make the account, or take it over with another password."""
    async with database.session() as session:
        known = await repository.find_user_by_email(session, email)
        if known:
            known.password_hash, known.role, known.disabled = (
                await passwords.hash_password(password),
                role,
                False,
            )
    if not known:
        username = email.partition("@")[0]
        await create_account(database, Registration(email=email, username=username, password=password), role)


def take_login(visitor: Visitor, email: str, password: str) -> None:
    """Log in over HTTP, when the studio has us wait, a little later; raises Gap."""
    said = {"email": email, "password": password}
    answer = visitor.post("/api/auth/login", json=said)
    if answer.status_code == 429:  # it was verified several times within a minute
        time.sleep(int(answer.headers.get("Retry-After", "1")))
        answer = visitor.ask("POST", "/api/auth/login", json=said)
    expect(answer, 200)
    visitor.login = answer.json() | said
    visitor.headers["Authorization"] = f"Bearer {visitor.login['access_token']}"


def leave(site: Site) -> None:
    """Remove everything that was made, then the accounts."""
    with suppress(Gap, httpx.HTTPError, KeyError):  # what could not be removed is found by `what_is_left`
        _remove_what_was_made(site)
    asyncio.run(_delete_accounts(site.address))


async def _delete_accounts(address: str) -> None:
    database = Database(address)
    try:
        for email in (USER, ADMIN):
            with suppress(UserNotFound):
                await delete_account(database, email)
    finally:
        await database.close()


def _remove_what_was_made(site: Site) -> None:
    for visitor in (site.user, site.admin):
        _remove_of(visitor, site.made)
    for (model,) in site.rows(OUR_MODELS, [ADMIN, USER]):
        site.made.add(model)
        site.admin.delete(f"/api/sources/installed/{model}")


def _remove_of(visitor: Visitor, made: set[str]) -> None:
    """Remove what this person made; what they have by now is noted in ``made``."""
    made.add(visitor.login["user"]["id"])
    for place, listed in ((T, T), (D, D), (f"{S}/download", f"{S}/downloads")):
        for item in visitor.get_json(f"{listed}?limit=100")["items"]:
            made.add(item["id"])
            visitor.delete(f"{place}/{item['id']}")
            if place == T:  # cancelled; the second time it is taken out of the list
                visitor.delete(f"{place}/{item['id']}")


T, D, S = "/api/training", "/api/datasets", "/api/sources"


def what_is_left(site: Site) -> Words:
    """Look for anything of ours in tables and folders; raises Gap when there is some."""
    left = [
        f"users: {email}"
        for (email,) in site.rows("SELECT email FROM users WHERE email = ANY(%s)", [ADMIN, USER])
    ]
    for (table,) in site.rows(PERSONAL):
        query = f"SELECT count(*) FROM {table} WHERE user_id::text = ANY(%s)"  # noqa: S608  a name of the catalogue
        left += [f"{table}: {count}" for (count,) in site.rows(query, list(site.made)) if count]
    models = site.rows("SELECT id::text FROM models WHERE id::text = ANY(%s)", list(site.made))
    left += [f"models: {model}" for (model,) in models]
    settings = site.settings
    for folder in (settings.models_dir, settings.datasets_dir, settings.trainings_dir):
        names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        left += [f"{folder.name}/{name}" for name in names if any(made in name for made in site.made)]
    if left:
        raise Gap(f"به‌جا ماند: {'، '.join(left)}", f"left behind: {', '.join(left)}")
    return Words(f"{len(site.made)} چیز ساخته و برداشته شد", f"{len(site.made)} things were made and removed")
