"""A whole studio with people in it, each with things of their own; everything over real sockets."""

import io
import json
import os
import threading
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bazgoo.server.openapi import describe_without_a_studio
from tests.acceptance.conftest import Installation
from tests.acceptance.visitors import Visitor
from tests.hub_standin import HubStandin, Repository

OFTEN = "100000000/minute"
SETTINGS = {
    f"BAZGOO_RATE_LIMIT__{name}": OFTEN
    for name in ("REGISTER", "LOGIN", "TOKEN_CHECK", "SEARCH", "SPEECH", "API")
}
MONITOR = "a-monitor-that-nobody-else-is"
PATIENCE_S = 60.0


@dataclass
class Person:
    """Someone with an account, a key, and one of everything that can be one's own."""

    visitor: Visitor
    key: str
    own: dict[str, str]
    """The ids of what is theirs, by the parameters of addresses that take them."""

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": self.visitor.headers["Authorization"]}

    @property
    def key_headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}


@dataclass
class Target:
    """A running studio and the people in it: an admin, sara who has everything, reza who is curious."""

    installation: Installation
    hub: HubStandin
    admin: Person
    sara: Person
    reza: Person
    tiny_voice: Path
    _renewing: threading.Lock = field(default_factory=threading.Lock)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.installation.port}"

    @property
    def signing_key(self) -> str:
        return (self.installation.data_dir / "jwt_secret").read_text().strip()

    def renew(self) -> None:
        """Give those whose things have been deleted others."""
        with self._renewing:
            for name, person in (("admin", self.admin), ("sara", self.sara)):
                places = (
                    f"/api/datasets/{person.own['dataset_id']}",
                    f"/api/training/{person.own['job_id']}",
                )
                if any(person.visitor.get(place).status_code != 200 for place in places):
                    furnish(self, person, name, self.tiny_voice)

    def failures(self) -> dict[str, str]:
        """What nobody foresaw, as the studio's logs have it: the end of each traceback, and the whole."""
        found = {}
        for log in (self.installation.data_dir / "logs").glob("*.log*"):
            for line in log.read_text("utf-8", "replace").splitlines():
                told = json.loads(line) if line.startswith("{") else {}
                if told.get("level") in ("error", "critical"):
                    whole = told.get("exception", told["event"])
                    found[f"{told['event'][:20]}: {whole.splitlines()[-1][:200]}"] = whole
        return found

    def uploads_left(self) -> list[Path]:
        """What requests have left behind where uploads lie while they are needed."""
        return list((self.installation.data_dir / "uploads").glob("*"))


@contextmanager
def attacked(folder: Path, tiny_voice: Path, settings: dict[str, str] | None = None) -> Iterator[Target]:
    """A studio in ``folder``, ended with the block whatever happens in it."""
    installation = Installation(folder)
    with HubStandin(repositories(tiny_voice)) as hub:
        installation.environment |= {
            **SETTINGS,
            "BAZGOO_METRICS_TOKEN": MONITOR,
            "BAZGOO_ACCESS_TOKEN_MINUTES": "1440",
            "HF_ENDPOINT": hub.url,
            **(settings or {}),
        }
        try:
            installation.serve()
            yield _peopled(installation, hub, tiny_voice)
        finally:
            installation.clear()


def repositories(tiny_voice: Path) -> list[Repository]:
    """What the Hub of the attacked studio has."""
    config = tiny_voice.with_name(f"{tiny_voice.name}.json")
    files = {tiny_voice.name: tiny_voice.read_bytes(), config.name: config.read_bytes()}
    return [
        Repository("someone/tiny", files, tags=["fa"], pipeline_tag="text-to-speech"),
        Repository("someone/other", {**files, "README.md": b"# other"}, tags=["fa"]),
        Repository("someone/private", {"a.bin": b"secret"}, private=True),
    ]


def _peopled(installation: Installation, hub: HubStandin, tiny_voice: Path) -> Target:
    people = {}
    for name in ("admin", "sara", "reza"):
        visitor = Visitor(installation.port).join(name)
        made = visitor.post("/api/auth/keys", json={"name": "a program"}).raise_for_status().json()
        people[name] = Person(
            visitor, made["key"], {"key_id": made["id"], "user_id": visitor.login["user"]["id"]}
        )
    target = Target(installation, hub, **people, tiny_voice=tiny_voice)
    for name, person in people.items():
        furnish(target, person, name, tiny_voice)
    return target


def furnish(target: Target, person: Person, name: str, tiny_voice: Path) -> None:
    """Give ``person`` a dataset with a recording, a model, a word, a finished download and a finished training."""
    ask, own = person.visitor, person.own
    dataset = ask.post("/api/datasets", files={"name": (None, f"{name}'s")}).raise_for_status().json()
    clip = {"audio": ("a.wav", tone()), "text": (None, "سلام")}
    record = ask.post(f"/api/datasets/{dataset['id']}/records", files=clip).raise_for_status().json()
    own |= {"dataset_id": dataset["id"], "n": str(record["n"])}
    ask.put("/api/lexicon/کرم", json={"spoken": "کِرِم"}).raise_for_status()
    own["word"] = "کرم"
    own["model_id"] = _import(ask, name, tiny_voice)
    own["voice_id"] = f"fa_IR-{name}-x_low"
    own["download_id"] = _download(ask, "someone/tiny")
    own |= _training(target.installation, own)


def tone(rate_hz: int = 16_000, seconds: float = 0.5) -> bytes:
    """A WAV in which there is something."""
    samples = b"".join(((at % 80) * 300).to_bytes(2, "little") for at in range(int(rate_hz * seconds)))
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(samples)
    return made.getvalue()


def _import(ask: Visitor, name: str, tiny_voice: Path) -> str:
    config = json.loads(tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes()) | {"dataset": name}
    graph = f"fa_IR-{name}-x_low.onnx"
    files = [
        ("files", (graph, tiny_voice.read_bytes())),
        ("files", (f"{graph}.json", json.dumps(config).encode())),
    ]
    return str(ask.post("/api/sources/import", files=files).raise_for_status().json()["items"][0]["id"])


def _download(ask: Visitor, repo_id: str) -> str:
    made = ask.post("/api/sources/download", json={"repo_id": repo_id}).raise_for_status().json()
    until = time.monotonic() + PATIENCE_S
    while ask.get(f"/api/sources/download/{made['id']}").json()["status"] != "completed":
        assert time.monotonic() < until, "the download never ended"
        time.sleep(0.1)
    return str(made["id"])


_TRAINING = """
WITH job AS (
    INSERT INTO training_jobs (user_id, dataset_id, dataset_name, recipe, name, status, config, lineage)
    VALUES ('{user_id}', '{dataset_id}', 'd', 'voice', '{user_id}', 'completed', '{{}}', '{{}}') RETURNING id
), saved AS (
    INSERT INTO checkpoints (training_job_id, epoch, file_path, metadata)
    SELECT id, 1, 'checkpoints/none', '{{"best": true, "size_bytes": 1, "sha256": "00", "file": "a"}}' FROM job RETURNING id
), heard AS (
    INSERT INTO training_samples (training_job_id, step, kind, file) SELECT id, 1, 'audio', 'a.wav' FROM job RETURNING id
), pair AS (
    INSERT INTO listening_pairs (training_job_id, sample_a, sample_b, checkpoint_a, checkpoint_b)
    SELECT job.id, heard.id, heard.id, saved.id, saved.id FROM job, heard, saved RETURNING id
)
SELECT job.id, saved.id, heard.id, pair.id FROM job, saved, heard, pair
"""


def _training(installation: Installation, own: dict[str, str]) -> dict[str, str]:
    """A training that ended long ago, its files thrown away."""
    ((job, checkpoint, sample, pair),) = installation.ask(_TRAINING.format(**own))
    return {
        "job_id": str(job),
        "checkpoint_id": str(checkpoint),
        "sample_id": str(sample),
        "pair_id": str(pair),
    }


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every operation of the API: its method, its address and its description."""
    for path, methods in describe_without_a_studio()["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def ended_processes(target: Target) -> bool:
    """Whether a process of the studio that ran when it was ready has gone, which none may under attack."""
    return len(target.installation.left()) < len(target.installation.processes)


def quiet_environment() -> None:
    """No setting of whoever runs this reaches the studio."""
    for name in list(os.environ):
        if name.startswith("BAZGOO_"):
            del os.environ[name]
