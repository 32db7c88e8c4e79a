"""Every endpoint of the contract, asked by nobody, by a user and by an admin."""

import re
import uuid
from collections.abc import Iterator
from functools import partial
from itertools import groupby

import httpx

from bazgoo.cli.verify.contract import ENDPOINTS, Endpoint
from bazgoo.cli.verify.finding import Check, Gap, Words
from bazgoo.cli.verify.site import Site, Visitor
from bazgoo.cli.verify.visiting import take_login

_PARAMETER = re.compile(r"\{(\w+)\}")
_KNOWN = {"owner": "rhasspy", "name": "piper-voices", "word": "verify", "n": "1"}
_PROBLEM = {"type", "title", "status", "detail", "code", "request_id"}


def checks(site: Site) -> Iterator[Check]:
    """The rooms of the API one after the other, then what holds of all of them."""
    for room, endpoints in groupby(sorted(ENDPOINTS, key=_room), key=_room):
        yield Check(room, room, partial(_ask_all, site, tuple(endpoints)))
    yield Check("هر کار شرح‌داده", "every operation described", lambda: _all_described(site))
    yield Check("خطاها", "errors are problems", lambda: _problems(site))


def _room(endpoint: Endpoint) -> str:
    """The beginning of its path, which those of one feature share."""
    parts = endpoint.path.split("/")
    return "/".join(parts[:3] if parts[1] == "api" else parts[:2] if parts[1] == "v1" else parts[:1]) or "/"


def _ask_all(site: Site, endpoints: tuple[Endpoint, ...]) -> Words:
    public = site.nobody.get_json("/api/auth/welcome")["public_speech"]
    for endpoint in endpoints:
        if endpoint.who != "anybody" and not (endpoint.speaks and public):
            _expect(_ask(site.nobody, endpoint), endpoint, (401,))
        if endpoint.who == "admin":
            _expect(_ask(site.user, endpoint), endpoint, (403,))
        _expect(_ask_rightly(site, endpoint), endpoint, endpoint.answers)
    return Words(f"{len(endpoints)} کار", f"{len(endpoints)} operations")


def _ask_rightly(site: Site, endpoint: Endpoint) -> httpx.Response:
    """Ask as somebody who may; on a login of its own where asking ends it."""
    if endpoint.path == "/api/auth/logout":
        with Visitor(site.url) as other:
            take_login(other, site.user.login["email"], site.user.login["password"])
            return _ask(other, endpoint)
    return _ask({"anybody": site.nobody, "user": site.user, "admin": site.admin}[endpoint.who], endpoint)


def _ask(visitor: Visitor, endpoint: Endpoint) -> httpx.Response:
    path = _PARAMETER.sub(lambda name: _KNOWN.get(name[1], str(uuid.uuid4())), endpoint.path)
    return visitor.request(endpoint.method, path + endpoint.query, json=endpoint.json)


def _expect(answer: httpx.Response, endpoint: Endpoint, statuses: tuple[int, ...]) -> None:
    """Raise Gap unless it is one of ``statuses``, and every error one that programs can read."""
    asked = f"{endpoint.method} {endpoint.path}"
    if answer.status_code not in statuses:
        told = f"{asked}: {answer.status_code}, not {' / '.join(map(str, statuses))}"
        raise Gap(told, told)
    if answer.status_code >= 400:
        told = answer.json()
        kept = (
            set(told.get("error", {})) >= {"message", "type", "code"}
            if "error" in told
            else set(told) >= _PROBLEM
        )
        if not kept:
            raise Gap(
                f"{asked}: خطا شکل پیمان را ندارد.", f"{asked}: the error has not the shape of the contract."
            )


def _all_described(site: Site) -> Words:
    """What needs a login, says the description, refuses nobody's questions; without one, nothing is done."""
    asked = 0
    for path, operations in site.nobody.get_json("/openapi.json")["paths"].items():
        for method, operation in operations.items():
            if operation.get("security") and "401" in operation["responses"]:
                where = _PARAMETER.sub(lambda name: _KNOWN.get(name[1], str(uuid.uuid4())), path)
                site.nobody.ask(method.upper(), where, 401)
                asked += 1
    return Words(f"{asked} کار بی‌ورود نشد", f"{asked} operations refuse who has no login")


def _problems(site: Site) -> Words:
    """One of each kind, with its language and its id."""
    big = b" " * (site.settings.max_body_mb * 1024 * 1024 + 1)
    kinds = {
        404: site.user.get("/api/nothing"),
        405: site.user.delete("/api/voices"),
        413: site.user.post("/api/speech", content=big),
        422: site.user.post("/api/speech", json={"text": 7}),
    }
    for status, answer in kinds.items():
        told = answer.json()
        if answer.status_code != status or told["request_id"] != answer.headers["X-Request-ID"]:
            raise Gap(f"{status}: {told}", f"{status}: {told}")
    persian = site.nobody.get("/api/auth/me", headers={"Accept-Language": "fa"})
    if persian.headers["Content-Language"] != "fa":
        raise Gap("خطا به فارسی نیست.", "The error is not in Persian.")
    return Words("۴۰۴، ۴۰۵، ۴۱۳، ۴۲۲، به دو زبان", "404, 405, 413, 422, in both languages")
