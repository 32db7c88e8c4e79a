"""One visit: look at every subject in turn, and leave nothing behind."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress

import httpx
import psycopg

from bazgoo.cli.verify.finding import Check, Finding, Gap, Skipped, State, Subject, Words
from bazgoo.cli.verify.site import Site, Visitor, Wanted
from bazgoo.cli.verify.visiting import come_in, leave, what_is_left
from bazgoo.errors import BazgooError
from bazgoo.server import addresses
from bazgoo.server.presence import find_studio
from bazgoo.settings import Settings

TROUBLE = (httpx.HTTPError, psycopg.Error, OSError, ValueError, KeyError, TypeError, IndexError)
"""How a studio that is not what it should be makes itself felt."""


def prove(settings: Settings, wanted: Wanted, subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Look at ``subjects``; what was made for it is removed, also when it is interrupted."""
    with ExitStack() as stack:
        site = _reach(settings, wanted, stack)
        inside = False
        try:
            for subject in subjects:
                if subject.visits and not inside:
                    finding = found("accounts", _coming_in(site))
                    inside = finding.state == "good"
                    yield finding
                if inside or not subject.visits:
                    yield from (found(subject.name, check) for check in subject.checks(site))
        finally:
            if site.entered:
                leave(site)
        if site.entered:
            yield found(
                "leaving", Check("چیزی به‌جا نماند", "nothing is left behind", lambda: what_is_left(site))
            )


def _reach(settings: Settings, wanted: Wanted, stack: ExitStack) -> Site:
    """Where the studio and its database are; whether they answer is a matter of the checks."""
    studio = find_studio(settings.data_dir)
    url = wanted.url or (studio.address if studio else f"http://localhost:{settings.port}")
    nobody, admin, user = (stack.enter_context(Visitor(url.rstrip("/"))) for _ in range(3))
    address, database = "", None
    with suppress(BazgooError, psycopg.OperationalError):
        address = addresses.running(settings)
        database = psycopg.connect(address, autocommit=True, connect_timeout=10)
        stack.enter_context(database)
    return Site(settings, wanted, url.rstrip("/"), address, database, nobody, admin, user)


def _coming_in(site: Site) -> Check:
    return Check("آمدن با حسابی گذرا", "coming in with accounts of its own", lambda: come_in(site))


def found(subject: str, check: Check) -> Finding:
    """What comes of ``check``."""
    began = time.perf_counter()
    state: State = "good"
    try:
        told = check.act()
        detail = told if isinstance(told, Words) else Words(told, told)
    except Gap as gap:
        state, detail = "gap", gap.words
    except Skipped as skipped:
        state, detail = "skipped", skipped.words
    except BazgooError as error:
        state, detail = "gap", Words(error.message("fa"), error.message("en"))
    except TROUBLE as error:
        told = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        state, detail = "gap", Words(told, told)
    return Finding(subject, check.fa, check.en, state, detail, time.perf_counter() - began)
