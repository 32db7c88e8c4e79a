"""Requests to every endpoint, by everyone, right ones and wrong ones, on what there really is."""

import json
import random
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import quote, urlencode

import httpx

from bazgoo.server.openapi import describe_without_a_studio
from tests.attack.files import NAMES, damaged, hostile_archive, hostile_sound, hostile_table
from tests.attack.findings import Findings
from tests.attack.forms import form
from tests.attack.shapes import STRANGE, Schema, made
from tests.attack.target import Person, Target
from tests.attack.texts import hostile_ssml, hostile_text

REAL = 0.75
"""How often a parameter names something that is there."""
COSTLY = {"/api/auth/register": 0.04, "/api/auth/login": 0.04, "/api/datasets": 0.1, "/api/sources/import": 0.3,
          "/api/training": 0.3, "/api/training/check": 0.3, "/api/speech": 0.6, "/v1/audio/speech": 0.6,
          }  # fmt: skip
"""How often what takes long is asked, beside once for all else."""
PATIENCE_S = 90.0
RENEWED_EVERY = 50
"""Requests after which it is looked whether people have still what is theirs."""


@dataclass(frozen=True)
class Role:
    """Whose requests they are, and among whose things."""

    name: str
    headers: dict[str, str]
    own: dict[str, str]


def roles(target: Target) -> list[Role]:
    """A stranger, a person, their program, a neighbour among the person's things, an admin."""

    def by(name: str, headers: dict[str, str], person: Person) -> Role:
        # whoever loses account or key would ask nothing more, and there are no weights to make a model of
        spared = ("user_id", "key_id", "checkpoint_id")
        own = {what: id for what, id in person.own.items() if what not in spared}
        return Role(name, headers, own)

    return [
        by("nobody", {}, target.sara),
        by("sara", target.sara.headers, target.sara),
        by("sara's key", target.sara.key_headers, target.sara),
        by("reza", target.reza.headers, target.sara),
        by("admin", target.admin.headers, target.admin),
    ]


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    what: str
    """The operation it is of."""
    headers: dict[str, str]
    body: bytes | None = None

    def __str__(self) -> str:
        return (
            f"{self.method} {self.path} {dict(self.headers, Authorization='…')} {(self.body or b'')[:600]!r}"
        )


class Everything:
    """The whole API, ready to be asked anything."""

    def __init__(self) -> None:
        described = describe_without_a_studio()
        self._known: Schema = described["components"]["schemas"]
        self._operations = [
            (method.upper(), path, operation)
            for path, methods in described["paths"].items()
            for method, operation in methods.items()
        ]
        self._weights = [
            COSTLY.get(path, 1.0) if method == "POST" else 1.0 for method, path, _ in self._operations
        ]

    def ask(self, role: Role, dice: random.Random) -> Asked:
        """A request of ``role``."""
        ((method, path, operation),) = dice.choices(self._operations, self._weights)
        parameters = operation.get("parameters", [])
        # nobody is logged out by the attack: everything else would need them
        login = {} if path == "/api/auth/logout" else role.headers
        headers = {"Accept-Language": dice.choice(("en", "fa", "xx;q=9, *", "\xff"))} | login
        body, kind = self._body(method, path, operation, dice)
        if kind:
            headers["Content-Type"] = kind
        if dice.random() < 0.05:
            headers |= dice.choice(ODD_HEADERS)
        own = role.own if method != "DELETE" or dice.random() < 0.05 else {}
        there = self._address(path, parameters, own, dice)
        what = f"{method} {path}"
        return Asked("PUT" if dice.random() < 0.01 else method, there, what, headers, body)

    def _address(self, path: str, parameters: list[Any], own: dict[str, str], dice: random.Random) -> str:
        asked = []
        for parameter in parameters:
            name = parameter["name"]
            value = made(parameter["schema"], self._known, dice)
            if parameter["in"] == "path":
                if dice.random() < REAL:
                    value = own.get(name, value)
                elif dice.random() < 0.5:
                    value = dice.choice(NAMES)
                path = path.replace(f"{{{name}}}", _quoted(value, "/" if dice.random() < 0.1 else ""))
            elif parameter.get("required") or dice.random() < 0.4:
                asked.append((name, _plain(value)))
        return path + (f"?{urlencode(asked, errors='replace')}" if asked else "")

    def _body(
        self, method: str, path: str, operation: Schema, dice: random.Random
    ) -> tuple[bytes | None, str]:
        content = operation.get("requestBody", {}).get("content", {})
        if not content:
            return (
                (dice.randbytes(20), "application/json")
                if method != "GET" and dice.random() < 0.02
                else (None, "")
            )
        kind = dice.choice(list(content))
        if kind == "multipart/form-data":
            return form(_parts(path, dice), dice)
        if kind != "application/json":
            return hostile_table(dice), kind
        body = json.dumps(_said(made(content[kind]["schema"], self._known, dice), path, dice)).encode()
        if dice.random() < 0.05:
            body = dice.choice(
                (damaged(dice, body), b"[" * 50_000, body[:-1], b"\xff\xfe" + body, b'{"a":1e999999}')
            )
        return body, kind


ODD_HEADERS: list[dict[str, str]] = [
    {"Range": "bytes=0-0,2-2,5-9,-1,99999999999999999999-"},
    {"Range": "bytes=" + ",".join(f"{at}-{at}" for at in range(800))},
    {"Range": "lines=1-"}, {"If-None-Match": '"' * 99}, {"If-None-Match": "*"}, {"If-Range": "yesterday"},
    {"X-Request-ID": "../../a\tb"}, {"X-Forwarded-For": "1.2.3.4, ::1, a"}, {"X-Forwarded-Proto": "javascript"},
    {"Accept-Encoding": "br;q=x, *;q=0"}, {"Content-Encoding": "gzip"}, {"Origin": "null"}, {"Host": "evil.example"},
    {"Transfer-Encoding": "identity"}, {"Content-Type": "multipart/form-data"}, {"Content-Type": "application/json; charset=utf-7"},
    {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer"}, {"Expect": "200-ok"}, {"Cookie": "a=" + "b" * 3000},
    {"User-Agent": "\x80" * 400}, {"Accept": "text/html"}, {"Upgrade": "websocket", "Connection": "Upgrade"},
]  # fmt: skip


def _quoted(value: Any, safe: str) -> str:
    return quote(_plain(value).encode("utf-8", "surrogatepass"), safe=safe) or "%20"


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _said(body: Any, path: str, dice: random.Random) -> Any:
    """A body in which there is something to say; never for long, since all others wait meanwhile."""
    if isinstance(body, dict) and path in ("/api/speech", "/v1/audio/speech", "/api/text/analyze"):
        field = "input" if path.startswith("/v1") else "text"
        body[field] = hostile_ssml(dice, 400) if body.get("ssml") else hostile_text(dice, 400)
        if dice.random() < 0.6:
            body.pop("voice", None)
        body.pop("" if dice.random() < 0.3 else "sample_rate", None)
    return body


def _parts(path: str, dice: random.Random) -> list[tuple[str, str | None, bytes]]:
    """The fields of a form: name, file's name, content."""
    text = ("text", None, hostile_text(dice, 200).encode())
    if path.endswith("/records"):
        return [("audio", dice.choice([*NAMES, "a.wav"]), hostile_sound(dice)), text, *_strange_fields(dice)]
    if path == "/api/datasets" and dice.random() < 0.4:
        return _strange_fields(dice, "name", "type", "license", "consent")
    name, content = hostile_archive(dice)
    field = "files" if path.endswith("import") and "sources" in path else "file"
    return [(field, name, content), *_strange_fields(dice, "name", "type", "script")]


def _strange_fields(dice: random.Random, *names: str) -> list[tuple[str, str | None, bytes]]:
    return [
        (
            name,
            None,
            _plain(dice.choice([*STRANGE, "audio", "csv", "a name"])).encode("utf-8", "surrogatepass"),
        )
        for name in names or ("label", "speaker", "prompt")
        if dice.random() < 0.4
    ]


def ask_on(target: Target, everything: Everything, dice: random.Random, findings: Findings) -> None:
    """Ask until it is enough, on one connection as long as it holds."""
    connection = HTTPConnection("127.0.0.1", target.installation.port, timeout=PATIENCE_S)
    while not findings.enough:
        if findings.sent % RENEWED_EVERY == 0:
            try:
                target.renew()
            except httpx.HTTPError as error:
                findings.fault("what people had could not be renewed", str(error))
        everyone = roles(target)
        role = dice.choice(everyone)
        asked = everything.ask(role, dice)
        with findings.watched(role.name, asked.what, lambda asked=asked: str(asked)) as note:
            note(*_answer(connection, asked))
    connection.close()


def _answer(connection: HTTPConnection, asked: Asked) -> tuple[int, bytes, float]:
    """Status, content and seconds; a connection that was idle too long is made again."""
    began = time.monotonic()
    try:
        _send(connection, asked)
        answer = connection.getresponse()
    except (ConnectionError, HTTPException):
        connection.close()
        _send(connection, asked)
        answer = connection.getresponse()
    content = answer.read()
    if answer.will_close:
        connection.close()
    return answer.status, content, time.monotonic() - began


def _send(connection: HTTPConnection, asked: Asked) -> None:
    connection.putrequest(
        asked.method, asked.path, skip_host="Host" in asked.headers, skip_accept_encoding=True
    )
    for name, value in asked.headers.items():
        connection.putheader(name, value.encode("latin-1"))
    if asked.body is not None and "Transfer-Encoding" not in asked.headers:
        connection.putheader("Content-Length", str(len(asked.body)))
    connection.endheaders(asked.body)
