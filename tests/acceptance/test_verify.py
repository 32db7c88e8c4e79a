"""`bazgoo verify` on a running studio: it finds nothing missing, finds what is, and leaves nothing behind."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Installation
from tests.hub_standin import HubStandin, Repository, noise

LESSONS = Path(__file__).parents[2] / "test-api.sh"
TINY = "someone/tiny"
ROOMS = (
    "health",
    "database",
    "accounts",
    "endpoints",
    "live",
    "speech",
    "datasets",
    "download",
    "training",
    "backup",
)
Verify = Callable[..., tuple[int, dict[str, dict[str, Any]]]]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A studio that nobody has used, and a Hub with one small repository."""
    folder = tmp_path_factory.mktemp("verified")
    files = {"model.safetensors": noise(folder / "noise", 300_000), "config.json": b'{"model_type": "bert"}'}
    installation = Installation(folder)
    with HubStandin([Repository(TINY, files)]) as standin:
        installation.environment["HF_ENDPOINT"] = standin.url
        try:
            installation.serve()
            yield installation
        finally:
            installation.clear()


@pytest.fixture
def verify(here: Installation) -> Verify:
    """Runs it, and gives its exit status with every check by its name."""

    def verify(*arguments: str) -> tuple[int, dict[str, dict[str, Any]]]:
        process = here.begin("verify", "--json", "--repo", TINY, *arguments)
        out, err = process.communicate(timeout=400)
        assert process.returncode in (0, 1), err
        told = json.loads(out)
        assert told["ok"] == (process.returncode == 0)
        return process.returncode, {check["check"]: check for check in told["checks"]}

    return verify


def _only(*subjects: str) -> list[str]:
    return [word for subject in subjects for word in ("--only", subject)]


def _folders(here: Installation) -> list[Path]:
    return [
        path for room in ("models", "datasets", "checkpoints") for path in (here.data_dir / room).glob("*")
    ]


def test_nothing_is_missing_and_nothing_is_left_behind(here: Installation, verify: Verify) -> None:
    status, checks = verify(*_only(*ROOMS))
    bad = {name: check["detail"] for name, check in checks.items() if check["state"] == "gap"}
    assert (status, bad) == (0, {})
    assert {check["subject"] for check in checks.values()} == {*ROOMS, "leaving"}
    assert checks["a download from the Hub"]["state"] == "good"
    for table in ("users", "models", "datasets", "training_jobs", "download_queue", "lexicon", "api_keys"):
        assert here.ask(f"SELECT count(*) FROM {table}") == [(0,)]
    assert [path.name for path in _folders(here) if not path.name.startswith(".")] == []


def test_what_is_missing_is_named(here: Installation, verify: Verify) -> None:
    here.ask("DROP INDEX idx_models_type")
    here.ask("DROP TRIGGER models_updated_at ON models")
    try:
        status, checks = verify(*_only("database"))
    finally:
        here.ask("CREATE INDEX idx_models_type ON models (type)")
        here.ask(
            "CREATE TRIGGER models_updated_at BEFORE UPDATE ON models"
            " FOR EACH ROW EXECUTE FUNCTION touch_updated_at()"
        )
    assert status == 1
    assert checks["indexes"]["detail"] == "missing: idx_models_type"
    assert checks["triggers"]["detail"] == "missing: models"
    assert checks["keys"]["state"] == "good"


def test_a_studio_that_does_not_answer_is_a_gap(here: Installation, verify: Verify) -> None:
    status, checks = verify("--url", "http://127.0.0.1:9", *_only("health", "speech"))
    assert status == 1
    assert checks["health"]["state"] == "gap"
    assert here.ask("SELECT count(*) FROM users") == [(0,)]


def test_what_a_killed_visit_left_the_next_one_removes(
    here: Installation, verify: Verify, wait_until: Callable[..., None]
) -> None:
    killed = here.begin("verify", "--json", *_only("datasets"))
    wait_until(lambda: here.ask("SELECT count(*) FROM datasets") == [(1,)])
    killed.kill()
    killed.communicate()
    assert here.ask("SELECT count(*) FROM users") == [(2,)]
    status, checks = verify(*_only("accounts"))
    assert status == 0, checks
    assert here.ask("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM datasets)") == [(0,)]


def test_a_repository_that_is_not_there_is_a_gap(here: Installation, verify: Verify) -> None:
    status, checks = verify("--repo", "nobody/nothing", *_only("download"))
    assert status == 1
    assert "repo" in checks["a download from the Hub"]["detail"].lower()


def test_people_are_told_in_their_language(here: Installation) -> None:
    here.environment["LANG"] = "fa_IR.UTF-8"
    try:
        done = here.run("verify", *_only("health"))
    finally:
        here.environment["LANG"] = "C.UTF-8"
    assert done.returncode == 0
    assert "تندرستی" in done.stdout
    assert "همه‌چیز درست است" in done.stderr


def test_the_lessons_of_the_api_go_well_and_leave_nothing(here: Installation) -> None:
    command = {"BAZGOO": f"{sys.executable} -m bazgoo", "BAZGOO_PYTHON": sys.executable}
    done = subprocess.run(
        [LESSONS, f"http://127.0.0.1:{here.port}"],
        check=False,
        env=here.environment | command,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "24 lessons, 0 went wrong" in done.stdout
    assert '"key":"…"' in done.stdout
    assert here.ask("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM datasets)") == [(0,)]
