"""Passwords."""

import bcrypt

from bazgoo.server.accounts import passwords


async def test_a_password_matches_its_own_hash_only() -> None:
    hashed = await passwords.hash_password("یک گذرواژه ۱۲۳")
    assert hashed.startswith("$2b$12$")
    assert await passwords.matches("یک گذرواژه ۱۲۳", hashed)
    assert not await passwords.matches("یک گذرواژه ۱۲۴", hashed)


async def test_what_bcrypt_would_cut_never_matches() -> None:
    hashed = bcrypt.hashpw(b"x" * 72, bcrypt.gensalt(4)).decode()
    assert await passwords.matches("x" * 72, hashed)
    assert not await passwords.matches("x" * 73, hashed)


async def test_without_an_account_nothing_matches_after_the_same_work() -> None:
    # the rounds, which decide the time, are those of every stored hash
    assert passwords._STAND_IN.startswith(f"$2b${passwords.COST}$".encode())
    assert not await passwords.matches("any password", None)
    assert not await passwords.matches("", None)


def test_a_persian_letter_takes_two_of_the_72_bytes() -> None:
    assert passwords.fits("گ" * 36)
    assert not passwords.fits("گ" * 37)
