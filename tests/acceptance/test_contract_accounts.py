"""Accounts, as a program that knows nothing but the contract meets them."""

import base64
import hashlib
import hmac
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.acceptance.visitors import PASSWORD

USER = {"id", "email", "username", "role", "created_at", "updated_at"}
LOGIN = {"user", "access_token", "refresh_token", "token_type", "expires_in"}


def _segment(part: dict[str, Any]) -> bytes:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=")


def _claims(token: str, segment: int = 1) -> dict[str, Any]:
    part = token.split(".")[segment]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return claims


def _forge(header: dict[str, Any], claims: dict[str, Any], secret: bytes | None) -> str:
    signed = _segment(header) + b"." + _segment(claims)
    signature = hmac.new(secret, signed, hashlib.sha256).digest() if secret is not None else b""
    return (signed + b"." + base64.urlsafe_b64encode(signature).rstrip(b"=")).decode()


def test_the_first_account_is_the_admin_and_the_next_is_a_user(admin, join) -> None:
    second = join()
    for visitor, role in ((admin, "admin"), (second, "user")):
        assert set(visitor.login) == LOGIN
        assert (visitor.login["token_type"], visitor.login["user"]["role"]) == ("bearer", role)
        me = visitor.get("/api/auth/me").json()
        assert set(me) == USER
        assert me == visitor.login["user"]


def test_an_access_token_is_a_jwt_that_names_what_the_contract_names(join) -> None:
    person = join()
    token = person.login["access_token"]
    assert _claims(token, 0)["alg"] == "HS256"
    claims = _claims(token)
    assert {"sub", "role", "jti", "exp"} <= set(claims)
    assert (claims["sub"], claims["role"]) == (person.login["user"]["id"], "user")
    assert claims["exp"] - claims["iat"] == person.login["expires_in"]


def test_a_token_that_the_studio_did_not_sign_is_nobodys(join) -> None:
    token = join().login["access_token"]
    header, claims = _claims(token, 0), _claims(token) | {"role": "admin"}
    forged = (
        _forge({"alg": "none", "typ": "JWT"}, claims, None),
        _forge({"alg": "None", "typ": "JWT"}, claims, None),
        _forge(header, claims, b"another secret of more than 32 characters"),
        _forge(header, claims, b""),
        token.rpartition(".")[0] + ".",
        token.rpartition(".")[0],
    )
    person = join()
    for each in forged:
        answer = person.get("/api/auth/me", headers={"Authorization": f"Bearer {each}"})
        assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_an_unknown_email_and_a_wrong_password_cannot_be_told_apart(join, visit) -> None:
    person, stranger = join(), visit()
    answers = [
        stranger.post("/api/auth/login", json={"email": email, "password": "not the password"})
        for email in (person.login["user"]["email"], "nobody@example.org", "no e-mail at all")
    ]
    told = [{**answer.json(), "request_id": None} for answer in answers]
    assert told[0] == told[1] == told[2]
    assert (told[0]["status"], told[0]["code"]) == (401, "invalid_credentials")
    assert len({tuple(sorted(answer.headers)) for answer in answers}) == 1


def test_login_is_limited_for_one_account_and_says_when_to_come_back(join, visit) -> None:
    person, stranger = join(), visit()
    wrong = {"email": person.login["user"]["email"], "password": "not the password"}
    statuses = [stranger.post("/api/auth/login", json=wrong).status_code for _ in range(3)]
    assert statuses == [401, 401, 401]
    refused = stranger.post("/api/auth/login", json=wrong | {"email": wrong["email"].upper()})
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    other = stranger.post("/api/auth/login", json=wrong | {"email": join().login["user"]["email"]})
    assert other.status_code == 401


def test_refresh_tokens_rotate_and_reuse_ends_the_login(join) -> None:
    person = join()
    first = {"refresh_token": person.login["refresh_token"]}
    renewed = person.post("/api/auth/refresh", json=first).json()
    assert set(renewed) == LOGIN
    assert renewed["refresh_token"] != first["refresh_token"]
    assert person.post("/api/auth/refresh", json=first).json()["code"] == "refresh_token_invalid"
    after = person.post("/api/auth/refresh", json={"refresh_token": renewed["refresh_token"]})
    assert after.status_code == 401
    person.take(renewed)
    assert person.get("/api/auth/me").status_code == 401


def test_of_many_uses_of_a_refresh_token_at_once_one_at_most_succeeds_and_the_login_ends(join) -> None:
    person = join()
    token = {"refresh_token": person.login["refresh_token"]}
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: person.post("/api/auth/refresh", json=token), range(8)))
    assert {answer.status_code for answer in answers} <= {200, 401}
    assert sum(answer.status_code == 200 for answer in answers) <= 1
    assert person.get("/api/auth/me").status_code == 401


def test_logout_ends_this_login_at_once_and_no_other(join, visit) -> None:
    here, there = join(), visit()
    credentials = {"email": here.login["user"]["email"], "password": PASSWORD}
    there.take(there.post("/api/auth/login", json=credentials).json())
    assert here.post("/api/auth/logout").status_code == 204
    assert here.get("/api/auth/me").status_code == 401
    refresh = {"refresh_token": here.login["refresh_token"]}
    assert here.post("/api/auth/refresh", json=refresh).status_code == 401
    assert there.get("/api/auth/me").status_code == 200


def test_an_api_key_is_shown_once_and_works_until_it_is_deleted(join, visit) -> None:
    person, program = join(), visit()
    made = person.post("/api/auth/keys", json={"name": "my program"})
    assert made.status_code == 201
    key = made.json()
    assert {"id", "name", "key", "prefix", "created_at", "expires_at"} <= set(key)
    assert key["key"].startswith("bzg_")
    assert key["key"].startswith(key["prefix"])
    program.headers["Authorization"] = f"Bearer {key['key']}"
    assert program.get("/api/voices").status_code == 200
    listed = person.get("/api/auth/keys").json()
    assert set(listed) == {"items", "next_cursor"}
    assert [each["id"] for each in listed["items"]] == [key["id"]]
    assert key["key"] not in person.get("/api/auth/keys").text
    assert join().delete(f"/api/auth/keys/{key['id']}").status_code == 404
    assert person.delete(f"/api/auth/keys/{key['id']}").status_code == 204
    refused = program.get("/api/voices")
    assert (refused.status_code, refused.json()["code"]) == (401, "key_invalid")


@pytest.mark.parametrize(
    ("expires_at", "code"),
    [
        ("2020-01-01T00:00:00Z", "expiry_past"),
        ("9999-12-31T23:59:59-23:59", "invalid_request"),
        ("2999-01-01T00:00:00", "invalid_request"),
        ("tomorrow", "invalid_request"),
    ],
)
def test_a_key_expires_at_a_time_in_the_future_with_its_zone(join, expires_at: str, code: str) -> None:
    answer = join().post("/api/auth/keys", json={"name": "k", "expires_at": expires_at})
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_a_disabled_person_is_out_at_once_by_token_key_and_password(admin, join, visit) -> None:
    person, program = join(), visit()
    key = person.post("/api/auth/keys", json={"name": "k"}).json()["key"]
    program.headers["Authorization"] = f"Bearer {key}"
    address = f"/api/users/{person.login['user']['id']}"
    assert admin.patch(address, json={"disabled": True}).status_code == 200
    assert [each.get("/api/auth/me").status_code for each in (person, program)] == [401, 401]
    refresh = {"refresh_token": person.login["refresh_token"]}
    assert person.post("/api/auth/refresh", json=refresh).status_code == 401
    credentials = {"email": person.login["user"]["email"], "password": PASSWORD}
    assert visit().post("/api/auth/login", json=credentials).json()["code"] == "account_disabled"


def test_only_an_admin_lists_and_changes_people_and_the_last_one_stays(admin, join) -> None:
    person = join()
    listed = admin.get("/api/users", params={"limit": 1}).json()
    assert set(listed) == {"items", "next_cursor"}
    assert admin.get("/api/users", params={"cursor": listed["next_cursor"]}).json()["items"]
    assert person.get("/api/users").status_code == 403
    own = f"/api/users/{admin.login['user']['id']}"
    assert person.patch(own, json={"role": "user"}).status_code == 403
    for change in ({"role": "user"}, {"disabled": True}):
        refused = admin.patch(own, json=change)
        assert (refused.status_code, refused.json()["code"]) == (409, "last_admin")


def test_an_admin_closes_registration(admin, visit) -> None:
    assert admin.patch("/api/admin/settings", json={"registration_open": False}).status_code == 200
    try:
        account = {"email": "late@example.org", "username": "late", "password": "long enough"}
        refused = visit().post("/api/auth/register", json=account)
        assert (refused.status_code, refused.json()["code"]) == (403, "registration_closed")
    finally:
        assert admin.patch("/api/admin/settings", json={"registration_open": True}).status_code == 200
    assert admin.get("/api/admin/settings").json()["registration_open"] is True


@pytest.mark.parametrize("field", ["email", "username", "password"])
def test_half_a_surrogate_pair_is_refused_in_every_field(visit, field: str) -> None:
    account = {"email": "odd@example.org", "username": "odd", "password": "long enough"}
    body = json.dumps(account | {field: "abc\ud800defghi"})
    answer = visit().post("/api/auth/register", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert [error["loc"] for error in answer.json()["errors"]] == [["body", field]]
