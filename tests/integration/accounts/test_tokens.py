"""Access tokens and refresh tokens, and how they end."""

import asyncio
import uuid
from typing import Any

import httpx
import jwt
import pytest

from bazgoo.server.accounts.tokens import AccessToken, sign_access_token
from bazgoo.server.signing import signing_key
from bazgoo.settings import Settings
from tests.integration.people import bearer, log_in, register


async def _refresh(client: httpx.AsyncClient, login: dict[str, Any]) -> httpx.Response:
    return await client.post("/api/auth/refresh", json={"refresh_token": login["refresh_token"]})


async def _who(client: httpx.AsyncClient, login: dict[str, Any] | str) -> httpx.Response:
    return await client.get("/api/auth/me", headers=bearer(login))


async def test_an_access_token_says_what_the_contract_names(
    client: httpx.AsyncClient, settings: Settings
) -> None:
    login = await register(client, "sara")
    claims = jwt.decode(login["access_token"], signing_key(settings), ["HS256"])
    assert (claims["sub"], claims["role"]) == (login["user"]["id"], "admin")
    assert claims["exp"] - claims["iat"] == login["expires_in"]
    assert claims["jti"]


async def test_refreshing_gives_new_tokens_that_work(client: httpx.AsyncClient) -> None:
    first = await register(client, "sara")
    second = (await _refresh(client, first)).json()
    assert second["user"] == first["user"]
    assert second["refresh_token"] != first["refresh_token"]
    assert (await _who(client, second)).status_code == 200
    assert (await _refresh(client, second)).status_code == 200


async def test_a_reused_refresh_token_revokes_the_family(client: httpx.AsyncClient) -> None:
    first = await register(client, "sara")
    second = (await _refresh(client, first)).json()
    reused = await _refresh(client, first)
    assert (reused.status_code, reused.json()["code"]) == (401, "refresh_token_invalid")
    assert (await _refresh(client, second)).status_code == 401
    assert (await _who(client, second)).status_code == 401
    assert (await _who(client, first)).status_code == 401


async def test_a_refresh_token_used_many_times_at_once_revokes_the_family(client: httpx.AsyncClient) -> None:
    login = await register(client, "sara")
    answers = await asyncio.gather(*(_refresh(client, login) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401, 401, 401]
    winner = next(answer.json() for answer in answers if answer.status_code == 200)
    assert (await _who(client, winner)).status_code == 401
    assert (await _refresh(client, winner)).status_code == 401


async def test_reuse_leaves_the_other_logins_of_the_person(client: httpx.AsyncClient) -> None:
    first = await register(client, "sara")
    other = (await log_in(client, "sara")).json()
    await _refresh(client, first)
    await _refresh(client, first)
    assert (await _who(client, other)).status_code == 200


async def test_after_logout_the_tokens_of_this_login_stop_at_once(client: httpx.AsyncClient) -> None:
    login = await register(client, "sara")
    other = (await log_in(client, "sara")).json()
    assert (await client.post("/api/auth/logout", headers=bearer(login))).status_code == 204
    assert (await _who(client, login)).json()["code"] == "token_invalid"
    assert (await _refresh(client, login)).status_code == 401
    assert (await _who(client, other)).status_code == 200


async def test_an_expired_access_token_says_so(client: httpx.AsyncClient, settings: Settings) -> None:
    login = await register(client, "sara")
    token = AccessToken(uuid.UUID(login["user"]["id"]), uuid.uuid4())
    expired = sign_access_token(token, "admin", signing_key(settings), minutes=-1)
    answer = await _who(client, expired)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_expired")


@pytest.mark.parametrize("algorithm", ["none", "HS256", "HS512"])
async def test_a_token_that_we_did_not_sign_is_refused(
    client: httpx.AsyncClient, settings: Settings, algorithm: str
) -> None:
    login = await register(client, "sara")
    claims = jwt.decode(login["access_token"], options={"verify_signature": False})
    key = {"none": "", "HS256": "k" * 64, "HS512": signing_key(settings)}[algorithm]
    answer = await _who(client, jwt.encode(claims, key, algorithm))
    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")


async def test_a_token_for_another_person_on_ones_own_login_is_refused(
    client: httpx.AsyncClient, settings: Settings
) -> None:
    admin, user = await register(client, "sara"), await register(client, "reza")
    claims = jwt.decode(user["access_token"], options={"verify_signature": False})
    claims["sub"] = admin["user"]["id"]
    assert (await _who(client, jwt.encode(claims, signing_key(settings)))).status_code == 401


@pytest.mark.parametrize("credential", ["", "x", "a.b.c", "bzg_", "bzg_unknown", "💥", "Ã©"])
async def test_a_credential_that_means_nothing_is_a_401(client: httpx.AsyncClient, credential: str) -> None:
    answer = await client.get("/api/auth/me", headers={"Authorization": f"Bearer {credential}".encode()})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


async def test_tokens_still_work_when_the_studio_starts_again(
    client: httpx.AsyncClient, settings: Settings
) -> None:
    from bazgoo.server import signing

    login = await register(client, "sara")
    signing._kept_key.cache_clear()  # what a new process knows: nothing but the data directory
    assert (await _who(client, login)).status_code == 200
    assert (settings.data_dir / "jwt_secret").stat().st_mode & 0o077 == 0


async def test_an_expired_access_token_does_not_stand_in_the_way_of_refreshing(
    client: httpx.AsyncClient, settings: Settings
) -> None:
    login = await register(client, "sara")
    token = AccessToken(uuid.UUID(login["user"]["id"]), uuid.uuid4())
    client.headers.update(bearer(sign_access_token(token, "admin", signing_key(settings), minutes=-1)))
    assert (await _refresh(client, login)).status_code == 200
    assert (await log_in(client, "sara")).status_code == 200
