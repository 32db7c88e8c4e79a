"""Tokens."""

from uuid import uuid4

import jwt
import pytest

from bazgoo.errors import TokenExpired, TokenInvalid
from bazgoo.server.accounts.tokens import (
    AccessToken,
    digest,
    make_secret,
    read_access_token,
    sign_access_token,
)

KEY = "k" * 48


def test_a_signed_token_is_read_back() -> None:
    token = AccessToken(user_id=uuid4(), session_id=uuid4())
    assert read_access_token(sign_access_token(token, "user", KEY, minutes=1), KEY) == token


def test_no_two_tokens_of_a_login_are_equal() -> None:
    token = AccessToken(user_id=uuid4(), session_id=uuid4())
    assert len({sign_access_token(token, "user", KEY, minutes=1) for _ in range(5)}) == 5


def test_an_expired_token_says_so() -> None:
    token = AccessToken(user_id=uuid4(), session_id=uuid4())
    with pytest.raises(TokenExpired):
        read_access_token(sign_access_token(token, "user", KEY, minutes=-1), KEY)


@pytest.mark.parametrize("missing", ["sub", "sid", "role", "jti", "exp"])
def test_a_token_without_all_it_must_say_is_invalid(missing: str) -> None:
    token = AccessToken(user_id=uuid4(), session_id=uuid4())
    claims = jwt.decode(sign_access_token(token, "user", KEY, minutes=1), KEY, ["HS256"])
    del claims[missing]
    with pytest.raises(TokenInvalid):
        read_access_token(jwt.encode(claims, KEY), KEY)


@pytest.mark.parametrize("claim", ["sub", "sid"])
def test_a_token_with_another_kind_of_id_is_invalid(claim: str) -> None:
    token = AccessToken(user_id=uuid4(), session_id=uuid4())
    claims = jwt.decode(sign_access_token(token, "user", KEY, minutes=1), KEY, ["HS256"])
    with pytest.raises(TokenInvalid):
        read_access_token(jwt.encode(claims | {claim: "7"}, KEY), KEY)


def test_a_secret_has_256_bits_and_only_its_digest_is_kept() -> None:
    secret = make_secret("bzg_")
    assert len(secret) == 4 + 43
    assert len(digest(secret)) == 64
    assert digest(secret) == digest(secret) != digest(make_secret("bzg_"))
