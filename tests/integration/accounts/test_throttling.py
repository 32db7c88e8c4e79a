"""Guessing at passwords is slow, and guessing at somebody's does not lock them out."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import count

import httpx
import pytest

from bazgoo.server.app import create_app
from bazgoo.settings import RateLimits, Settings
from tests.integration.people import log_in, register

WRONG = "not this one"


@pytest.fixture
def settings(tmp_path) -> Settings:
    limits = RateLimits(login="1000/minute", login_address="4/minute", login_account="6/10minutes")
    return Settings(data_dir=tmp_path, rate_limit=limits)


@pytest.fixture
async def come(database, settings) -> AsyncIterator:
    """A client of the studio from an address: `await come("203.0.113.7")`; without one, from nowhere known."""
    app, numbers = create_app(settings, database), count(1)
    async with AsyncExitStack() as stack:

        async def client(address: str | None = None) -> httpx.AsyncClient:
            where = address or f"198.51.100.{next(numbers)}"
            transport = httpx.ASGITransport(app, client=(where, 50_000))
            made = httpx.AsyncClient(transport=transport, base_url="http://studio.test")
            return await stack.enter_async_context(made)

        yield client


async def test_one_address_cannot_try_account_after_account(come) -> None:
    attacker = await come()
    answers = [await log_in(attacker, f"person{number}", WRONG) for number in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 4 + [429] * 2
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert (await log_in(await come(), "person1", WRONG)).status_code == 401


async def test_whoever_has_come_from_an_address_comes_in_again_beside_an_attacker(come) -> None:
    office = await come("203.0.113.7")
    await register(office, "sara")
    for number in range(6):
        await log_in(office, f"person{number}", WRONG)
    assert (await log_in(office, "person1", WRONG)).status_code == 429
    assert (await log_in(office, "sara")).status_code == 200


async def test_many_addresses_cannot_guess_at_one_account_for_long(come) -> None:
    home = await come("203.0.113.7")
    await register(home, "sara")
    answers = [await log_in(await come(), "sara", WRONG) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 6
    attacker = await come()
    answers = [await log_in(attacker, "sara", WRONG) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [401, 429, 429]


async def test_an_account_that_is_guessed_at_stays_open_to_its_owner(come) -> None:
    home = await come("203.0.113.7")
    await register(home, "sara")
    for _ in range(12):
        await log_in(await come(), "sara", WRONG)
    assert (await log_in(home, "sara")).status_code == 200
    # also from where they have never been, with the first attempt
    assert (await log_in(await come(), "sara")).status_code == 200


async def test_an_account_that_is_not_there_looks_the_same(come) -> None:
    await register(await come(), "sara")
    seen = []
    for name in ("sara", "nobody"):
        attacker = await come()
        for _ in range(6):
            await log_in(await come(), name, WRONG)
        seen.append([(await log_in(attacker, name, WRONG)).status_code for _ in range(2)])
    assert seen == [[401, 429]] * 2


async def test_right_passwords_count_for_nothing(come) -> None:
    home = await come()
    await register(home, "sara")
    assert {(await log_in(home, "sara")).status_code for _ in range(8)} == {200}
