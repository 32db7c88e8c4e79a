"""Secrets go where they belong and nowhere else: not into logs, metrics, errors, the audit log, tables or files."""

import io
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Installation
from tests.acceptance.visitors import Visitor
from tests.hub_standin import Account, HubStandin


def _mark(kind: str) -> str:
    return f"{kind}Mark{secrets.token_hex(8)}"


class Told:
    """A studio that has been told every kind of secret."""

    def __init__(self, installation: Installation, standin: HubStandin, hub_token: str) -> None:
        self.installation, self.standin = installation, standin
        self.password, self.wrong = _mark("pw"), _mark("wrong")
        self.said, self.hub_token = _mark("said"), hub_token
        self.signing, self.metrics, self.shared = _mark("jwt") * 2, _mark("metrics"), f"hf_{_mark('shared')}"
        self.answers: list[str] = []
        self.rows: dict[str, str] = {}
        self.printed = ""
        installation.environment |= {
            "BAZGOO_LOG_LEVEL": "debug",
            "BAZGOO_METRICS_TOKEN": self.metrics,
            "JWT_SECRET": self.signing,
            "HF_TOKEN": self.shared,
            "HF_ENDPOINT": standin.url,
            "BAZGOO_RATE_LIMIT__API": "100000/minute",
        }

    def drive(self) -> None:
        """Log in, ask for everything there is, and get everything wrong."""
        self.process = self.installation.serve()
        with Visitor(self.installation.port) as admin, Visitor(self.installation.port) as stranger:
            account = {"email": "sara@example.org", "username": "sara", "password": self.password}
            admin.take(admin.post("/api/auth/register", json=account).raise_for_status().json())
            first = admin.login["refresh_token"]
            renewed = admin.post("/api/auth/refresh", json={"refresh_token": first}).raise_for_status()
            admin.take(renewed.json())
            self.key = admin.post("/api/auth/keys", json={"name": "radio"}).json()["key"]
            self.tokens = [first, admin.login["refresh_token"], admin.login["access_token"]]
            self._use(admin)
            self._mistake(admin, stranger)
            self._ask_for_everything(admin, stranger)
            self.seen = {path: admin.get(path).raise_for_status().text for path in SEEN}
            bearer = {"Authorization": f"Bearer {self.metrics}"}
            self.seen["/metrics"] = stranger.get("/metrics", headers=bearer).raise_for_status().text

    def _use(self, admin: Visitor) -> None:
        """What a person does with it."""
        kept = admin.put("/api/settings/huggingface/token", json={"token": self.hub_token})
        assert kept.json()["huggingface_token_valid"] is True
        admin.put("/api/settings/huggingface/validate").raise_for_status()
        admin.get("/api/sources/search", params={"q": self.said}).raise_for_status()
        by_key = {"Authorization": f"Bearer {self.key}"}
        spoken = admin.post("/api/speech", json={"text": f"سلام {self.said}"}, headers=by_key)
        assert spoken.status_code == 200
        admin.post("/api/text/analyze", json={"text": self.said}).raise_for_status()
        admin.put(f"/api/lexicon/{self.said}", json={"spoken": "سَلام"})

    def _mistake(self, admin: Visitor, stranger: Visitor) -> None:
        """What goes wrong, with a secret in every place."""
        wrong = {"email": "sara@example.org", "password": self.wrong}
        self._note(
            stranger.post("/api/auth/login", json=wrong),
            stranger.post("/api/auth/login", json={"email": self.wrong, "password": self.wrong}),
            stranger.post("/api/auth/login", json={"email": ["x"], "password": {"x": self.wrong}}),
            stranger.post("/api/auth/register", json=wrong | {"username": "\0", "password": self.wrong * 9}),
            stranger.post("/api/auth/login", content=f'{{"password": "{self.wrong}'.encode()),
            stranger.post("/api/auth/refresh", json={"refresh_token": [self.wrong]}),
            stranger.post("/api/sources/validate-token", json={"token": f"hf_{self.wrong}"}),
            stranger.get("/api/auth/me", headers={"Authorization": f"Bearer {self.wrong}"}),
            stranger.get("/api/auth/me", headers={"Authorization": f"Bearer bzg_{self.wrong}"}),
            stranger.get(f"/api/sources/bundle/{self.wrong}"),
            stranger.get(f"/metrics?token={self.wrong}"),
            stranger.get(f"/{self.wrong}"),
            admin.put("/api/settings/huggingface/token", json={"token": f"hf_{self.wrong}"}),
            admin.put("/api/settings/huggingface/token", json={"token": f"{self.wrong} {self.wrong}"}),
            admin.post(
                "/api/settings", json={"huggingface_api_url": f"https://u:{self.wrong}@mirror.example"}
            ),
            admin.post("/api/datasets", files={"file": ("a.zip", io.BytesIO(self.wrong.encode() * 20))}),
        )

    def _ask_for_everything(self, admin: Visitor, stranger: Visitor) -> None:
        """Every endpoint there is, with a secret in the query, the body and the header."""
        for path, operations in admin.get("/openapi.json").json()["paths"].items():
            for method in operations:
                where = path.replace("{", "").replace("}", "")
                for client in (admin, stranger):
                    if method == "delete" or where == "/api/auth/logout":
                        continue
                    body: dict[str, Any] = {} if method == "get" else {"json": {"token": [self.wrong]}}
                    self._note(client.request(method, where, params={"x": self.wrong}, **body))

    def _note(self, *answers: Any) -> None:
        for answer in answers:
            if answer.status_code >= 400:
                assert answer.status_code in (502, 503) or answer.status_code < 500, answer.text
                self.answers.append(answer.text)

    @property
    def secrets(self) -> list[str]:
        """What must be read nowhere."""
        own = [self.password, self.wrong, self.hub_token, self.shared, self.signing, self.metrics, self.key]
        return own + self.tokens


SEEN = (
    "/api/admin/audit?limit=100",
    "/api/admin/logs?limit=500",
    "/api/system/status",
    "/health",
    "/api/users",
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    hub_token = f"hf_{_mark('own')}"
    installation = Installation(tmp_path_factory.mktemp("secrets"))
    with HubStandin([], {hub_token: Account("sara")}) as standin:
        told = Told(installation, standin, hub_token)
        try:
            told.drive()
            told.rows = _rows(installation)
            told.process.terminate()
            told.printed = "".join(told.process.communicate(timeout=60))
            yield told
        finally:
            installation.clear()


def _rows(installation: Installation) -> dict[str, str]:
    """Every row of every table, as text."""
    names = installation.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return {str(name): str(installation.ask(f"SELECT t::text FROM {name} t")) for (name,) in names}


def _files(folder: Path) -> Iterator[Path]:
    """Every file of an installation but the database's own."""
    for path in folder.rglob("*"):
        if path.is_file() and "postgres" not in path.relative_to(folder).parts[0]:
            yield path


def test_no_log_holds_a_secret_or_what_somebody_said(told: Told) -> None:
    logs = {path.name: path.read_text("utf-8") for path in (told.installation.data_dir / "logs").iterdir()}
    assert any("request" in log for log in logs.values())
    for name, log in {**logs, "printed": told.printed}.items():
        assert [each for each in [*told.secrets, told.said] if each in log] == [], name


def test_nothing_an_admin_or_a_monitor_sees_holds_a_secret(told: Told) -> None:
    for path, text in told.seen.items():
        assert [each for each in [*told.secrets, told.said] if each in text] == [], path


def test_no_error_repeats_a_secret(told: Told) -> None:
    assert len(told.answers) > 100
    assert [answer for answer in told.answers for each in told.secrets if each in answer] == []


def test_no_table_holds_a_secret_that_could_be_used(told: Told) -> None:
    assert "sara@example.org" in told.rows["users"]
    for name, text in told.rows.items():
        assert [each for each in told.secrets if each in text] == [], name


def test_no_file_holds_a_secret_but_the_one_that_keeps_it(told: Told) -> None:
    for path in _files(told.installation.data_dir):
        if path.name != "jwt_secret":
            content = path.read_bytes()
            assert [each for each in told.secrets if each.encode() in content] == [], path
