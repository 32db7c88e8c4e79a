"""Every endpoint × everyone: nobody, tokens that are none, a key, someone else, an admin."""

import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import httpx
import jwt
import pytest

from tests.acceptance.visitors import Visitor
from tests.attack.target import MONITOR, Target, operations

OPEN = {
    "POST /api/auth/register",
    "POST /api/auth/login",
    "POST /api/auth/refresh",
    "GET /api/auth/welcome",
    "GET /api/reader",
    "POST /api/sources/validate-token",
    "GET /api/sources/bundle/{ticket}",
    "GET /api/datasets/export/{ticket}",
    "GET /api/admin/backups/link/{ticket}",
    "GET /health",
    "GET /api/health",
}
"""What needs no login; whoever adds to it has to say so here."""

LOOKING = {"GET /api/sources/search", "GET /api/sources/model/{owner}/{name}", "GET /api/sources/sample"}
"""What anyone may ask, and a person with their own token; a bad token is refused all the same."""

LOGIN_ONLY = {
    "POST /api/auth/logout",
    "GET /api/auth/keys",
    "POST /api/auth/keys",
    "DELETE /api/auth/keys/{key_id}",
}
"""What a key may not do, although its person may; beside all that only an admin may."""

SHARED = {
    "DELETE /api/sources/installed/{model_id}": 403,
    "GET /api/sources/installed/{model_id}/files": 403,
    "GET /api/sources/installed/{model_id}/files/{path}": 403,
    "POST /api/sources/installed/{model_id}/bundle": 403,
    "GET /api/voices/{voice_id}/model": 200,
    "GET /api/voices/{voice_id}/config": 200,
}
"""Models are everyone's to hear; what their owner alone may do is refused to others."""

BODIES: dict[str, Any] = {
    "PATCH /api/datasets/{dataset_id}": {"name": "stolen"},
    "POST /api/datasets/{dataset_id}/exclude": {"numbers": [1]},
    "PATCH /api/datasets/{dataset_id}/records/{n}": {"text": "stolen"},
    "POST /api/datasets/{dataset_id}/prompts": {"lines": ["stolen"]},
    "POST /api/training/{job_id}/listening": {"pair_id": str(uuid.UUID(int=1)), "chosen": "a"},
    "PUT /api/lexicon/{word}": {"spoken": "کِرِم"},
}
OWN = {"dataset_id", "job_id", "download_id", "key_id"}
"""Parameters that name what is one person's and nobody else's."""
PARAMETER = re.compile(r"{(\w+)}")

Operation = tuple[str, str]
OPERATIONS: list[Operation] = [(method, path) for method, path, _ in operations()]


def named(operation: Operation) -> str:
    return " ".join(operation)


def is_admins(operation: Operation) -> bool:
    return operation[1].startswith(("/api/admin/", "/api/users")) and named(operation) not in OPEN


def is_ones_own(operation: Operation) -> bool:
    return bool(OWN & set(PARAMETER.findall(operation[1]))) and not is_admins(operation)


CLOSED = [operation for operation in OPERATIONS if named(operation) not in OPEN]


def call(
    visitor: Visitor, operation: Operation, own: dict[str, str], headers: dict[str, str] | None = None
) -> httpx.Response:
    """Ask for ``operation`` on what is someone's ``own``."""
    method, path = operation
    rest = {"ticket": "none", "owner": "someone", "name": "tiny", "path": "none", "side": "a"}
    there = PARAMETER.sub(lambda found: quote((own | rest).get(found[1], "none")), path)
    return visitor.request(method, there, json=BODIES.get(named(operation)), headers=headers)


def told(answer: httpx.Response) -> str:
    """The status and the code of an answer, in one word."""
    problem = answer.json() if "json" in answer.headers.get("content-type", "") and answer.content else {}
    return f"{answer.status_code} {(problem.get('error') or problem).get('code', '')}".strip()


def unlike(expected: str, answers: Iterable[tuple[Operation, httpx.Response]]) -> dict[str, str]:
    """What was answered where not ``expected`` was."""
    return {named(operation): told(answer) for operation, answer in answers if told(answer) != expected}


@pytest.fixture
def stranger(target: Target) -> Iterator[Visitor]:
    with Visitor(target.installation.port) as visitor:
        yield visitor


def forged(target: Target) -> dict[str, str]:
    """Credentials that look real and are not, by what is wrong with them."""
    real = target.sara.visitor.login["access_token"]
    claims = jwt.decode(real, options={"verify_signature": False})
    admins = jwt.decode(target.admin.visitor.login["access_token"], options={"verify_signature": False})
    key, now = target.signing_key, datetime.now(UTC)
    head, body, seal = real.split(".")
    return {
        "signed by nobody": jwt.encode(claims, None, "none"),
        "without its signature": f"{head}.{body}.",
        "signed by another key": jwt.encode(claims, "another key that is long enough for HS256", "HS256"),
        "signed in another way": jwt.encode(claims, key.ljust(64, "0"), "HS512"),
        "with a body that was exchanged": ".".join((head, jwt.encode(admins, "x" * 32).split(".")[1], seal)),
        "expired": jwt.encode({**claims, "exp": now - timedelta(seconds=1)}, key),
        "without an end": jwt.encode({name: value for name, value in claims.items() if name != "exp"}, key),
        "without a login": jwt.encode({name: value for name, value in claims.items() if name != "sid"}, key),
        "of a login that never was": jwt.encode({**claims, "sid": str(uuid.uuid4())}, key),
        "of another's login": jwt.encode({**claims, "sub": admins["sub"]}, key),
        "of nobody": jwt.encode({**claims, "sub": "admin", "sid": "1"}, key),
        "a link's": jwt.encode({**claims, "aud": "dataset"}, key),
        "not yet good": jwt.encode({**claims, "nbf": now + timedelta(hours=1)}, key),
        "a key that was never made": f"bzg_{uuid.uuid4().hex}",
        "a key with another's beginning": f"{target.sara.key[:12]}{'A' * 31}",
        "a key's digest": hashlib.sha256(target.sara.key.encode()).hexdigest(),
        "a refresh token": target.sara.visitor.login["refresh_token"],
        "the monitor's": MONITOR,
        "next to nothing": ".",
        "far too long": "a" * 7000,
        "not even text": "\N{LATIN SMALL LETTER Y WITH DIAERESIS}" * 40,
    }


def test_nobody_is_let_in_but_where_that_is_said(target: Target, stranger: Visitor) -> None:
    closed = [operation for operation in CLOSED if named(operation) not in LOOKING]
    answers = [(operation, call(stranger, operation, target.sara.own)) for operation in closed]
    assert unlike("401 login_required", answers) == {}


def test_a_key_that_is_none_opens_nothing(target: Target, stranger: Visitor) -> None:
    headers = {"Authorization": f"Bearer bzg_{uuid.uuid4().hex}"}
    answers = [(operation, call(stranger, operation, target.sara.own, headers)) for operation in CLOSED]
    assert unlike("401 key_invalid", answers) == {}


def test_a_token_that_nobody_signed_opens_nothing(target: Target, stranger: Visitor) -> None:
    headers = {"Authorization": f"Bearer {forged(target)['signed by nobody']}"}
    answers = [(operation, call(stranger, operation, target.sara.own, headers)) for operation in CLOSED]
    assert unlike("401 token_invalid", answers) == {}


def test_every_way_to_forge_a_token_fails(target: Target, stranger: Visitor) -> None:
    asked = {}
    for what, token in forged(target).items():
        headers = [(b"Authorization", b"Bearer " + token.encode("latin-1"))]
        asked[what] = stranger.get("/api/auth/me", headers=headers).status_code
    assert {what: status for what, status in asked.items() if status != 401} == {}


def test_what_is_somebodys_is_not_there_for_anybody_else(target: Target) -> None:
    """Neither another person nor an admin, by login or by key, finds what is sara's."""
    own = [operation for operation in OPERATIONS if is_ones_own(operation)]
    assert len(own) > 30
    for other in (target.reza, target.admin):
        for headers in (other.headers, other.key_headers):
            for operation in own:
                if headers == other.key_headers and named(operation) in LOGIN_ONLY:
                    continue
                answer = call(other.visitor, operation, target.sara.own, headers)
                assert answer.status_code == 404, (named(operation), answer.text)
                assert "stolen" not in answer.text


def test_what_belongs_to_everybody_is_changed_by_its_owner_alone(target: Target) -> None:
    found = {
        named(operation): call(target.reza.visitor, operation, target.sara.own).status_code
        for operation in OPERATIONS
        if named(operation) in SHARED
    }
    assert found == SHARED


def test_only_an_admin_who_has_logged_in_does_what_admins_do(target: Target) -> None:
    admins = [operation for operation in OPERATIONS if is_admins(operation)]
    sara, admin = target.sara, target.admin
    assert len(admins) >= 4
    for headers in (sara.headers, sara.key_headers):
        answers = [(each, call(sara.visitor, each, target.reza.own, headers)) for each in admins]
        assert unlike("403 admin_only", answers) == {}
    answers = [(each, call(admin.visitor, each, target.reza.own, admin.key_headers)) for each in admins]
    assert unlike("403 login_only", answers) == {}


def test_a_key_does_not_make_keys_nor_log_anybody_out(target: Target) -> None:
    sara = target.sara
    logins = [operation for operation in OPERATIONS if named(operation) in LOGIN_ONLY]
    answers = [(each, call(sara.visitor, each, sara.own, sara.key_headers)) for each in logins]
    assert unlike("403 login_only", answers) == {}
    assert sara.visitor.get("/api/auth/me").status_code == 200


def test_a_word_is_its_persons_alone(target: Target) -> None:
    target.sara.visitor.put("/api/lexicon/گرگ", json={"spoken": "گُرگ"}).raise_for_status()
    assert target.reza.visitor.get("/api/lexicon/گرگ").status_code == 404
    assert target.reza.visitor.delete("/api/lexicon/گرگ").status_code == 404
    assert target.sara.visitor.delete("/api/lexicon/گرگ").status_code == 204


def test_a_link_opens_only_what_it_was_made_for(target: Target, stranger: Visitor) -> None:
    sara = target.sara
    model = sara.visitor.post(f"/api/sources/installed/{sara.own['model_id']}/bundle").json()["url"]
    data = sara.visitor.post(f"/api/datasets/{sara.own['dataset_id']}/export").json()["url"]
    for link in (model, data):
        assert stranger.get(link).status_code == 200
    tickets = model.rpartition("/")[2], data.rpartition("/")[2]
    for link in (f"/api/sources/bundle/{tickets[1]}", f"/api/datasets/export/{tickets[0]}"):
        assert told(stranger.get(link)) == "404 link_expired"
    for ticket in tickets:
        assert stranger.get("/api/auth/me", headers={"Authorization": f"Bearer {ticket}"}).status_code == 401
        told_of = jwt.decode(ticket, options={"verify_signature": False})
        for wrong in (
            jwt.encode(told_of, None, "none"),
            jwt.encode(told_of, "another key that is long enough for HS256"),
            jwt.encode({**told_of, "exp": 1}, target.signing_key),
            jwt.encode({**told_of, "sub": "../../users"}, target.signing_key),
            sara.visitor.login["access_token"],
        ):
            for place in ("/api/sources/bundle", "/api/datasets/export"):
                assert told(stranger.get(f"{place}/{wrong}")) == "404 link_expired"


def test_a_refresh_token_is_good_once_and_its_theft_ends_the_login(target: Target, stranger: Visitor) -> None:
    thief = stranger.join(f"u{uuid.uuid4().hex[:12]}")
    first = thief.login["refresh_token"]
    second = thief.post("/api/auth/refresh", json={"refresh_token": first}).raise_for_status().json()
    assert told(thief.post("/api/auth/refresh", json={"refresh_token": first})) == "401 refresh_token_invalid"
    stolen = {"Authorization": f"Bearer {second['access_token']}"}
    assert thief.get("/api/auth/me", headers=stolen).status_code == 401
    assert thief.post("/api/auth/refresh", json={"refresh_token": second["refresh_token"]}).status_code == 401


def test_what_a_login_could_do_ends_with_it(target: Target, stranger: Visitor) -> None:
    person = stranger.join(f"u{uuid.uuid4().hex[:12]}")
    person.post("/api/auth/logout").raise_for_status()
    closed = [operation for operation in CLOSED if operation[1] != "/metrics"]
    answers = [(operation, call(person, operation, target.sara.own)) for operation in closed]
    assert unlike("401 token_invalid", answers) == {}
