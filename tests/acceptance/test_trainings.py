"""A classifier taught by the real trainer in a whole studio, through kills of everything that takes part."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import psutil
import pytest

from tests.acceptance.conftest import Installation
from tests.acceptance.visitors import Visitor

pytest.importorskip("torch")

LONG = 300.0
GOOD = ("هوا امروز خوب است", "چه روز زیبایی است", "از دیدنت شاد شدم", "این کتاب بسیار خوب بود")
BAD = ("هوا امروز بد است", "چه روز تلخی است", "از رفتنت غمگین شدم", "این کتاب بسیار بد بود")
LABELS = "text,label\n" + "".join(
    f"{text} {number},{label}\n"
    for number in range(30)
    for label, texts in (("خوب", GOOD), ("بد", BAD))
    for text in texts
)
CONFIG = {"epochs": 60, "batch_size": 8, "checkpoint_every": 5, "seed": 1, "hidden": [32]}


@pytest.fixture
def sara(installation: Installation) -> Iterator[Visitor]:
    with Visitor(installation.port) as visitor:
        yield visitor


def _dataset(who: Visitor, wait_until: Callable[..., None]) -> str:
    files = {"file": ("labels.csv", LABELS.encode())}
    answer = who.post("/api/datasets", data={"name": "نظرها", "type": "text"}, files=files)
    assert answer.status_code == 201, answer.text
    where = f"/api/datasets/{answer.json()['id']}"
    wait_until(lambda: who.get(where).json()["metadata"]["status"] == "ready", LONG)
    return answer.json()["id"]


def _begin(who: Visitor, dataset_id: str, **config: Any) -> dict[str, Any]:
    wanted = {"recipe": "classifier", "dataset_id": dataset_id, "name": "نظر", "config": CONFIG | config}
    answer = who.post("/api/training", json=wanted)
    assert answer.status_code == 201, answer.text
    return answer.json()


def _of(installation: Installation, words: str) -> list[psutil.Process]:
    """The studio's processes whose command has ``words``."""
    found = []
    for process in installation.note():
        with suppress(psutil.Error):
            if words in " ".join(process.cmdline()):
                found.append(process)
    return found


def test_what_the_contract_says_of_trainings(
    studio: Installation, join: Callable[[], Visitor], wait_until: Callable[..., None]
) -> None:
    sara, reza = join(), join()
    recipes = sara.get("/api/training/recipes").json()
    assert {each["recipe"] for each in recipes["items"]} == {"voice", "vits", "classifier"}
    asked = _begin(sara, _dataset(sara, wait_until), epochs=3)
    assert {"id", "user_id", "model_id", "recipe", "status", "progress", "config", "metrics"} <= set(asked)
    assert asked["status"] == "queued"
    where = f"/api/training/{asked['id']}"
    wait_until(lambda: sara.get(where).json()["status"] in ("completed", "failed"), LONG)
    done = sara.get(where).json()
    assert (done["status"], done["progress"], done["error"]) == ("completed", 100, None)
    assert len(sara.get(f"{where}/metrics").json()["items"]) >= 3
    assert sara.get(f"{where}/checkpoints").json()["items"]
    assert reza.get(where).status_code == 404
    installed = {each["id"]: each for each in sara.get("/api/sources/installed").json()["items"]}
    assert installed[done["model_id"]]["type"] == "classification"


def test_a_training_outlives_kills_of_all_that_takes_part(
    installation: Installation, sara: Visitor, wait_until: Callable[..., None]
) -> None:
    studio = installation.serve()
    sara.join("sara")
    job = _begin(sara, _dataset(sara, wait_until))
    where = f"/api/training/{job['id']}"

    def has_saved_after(step: int) -> bool:
        saved = sara.get(f"{where}/checkpoints").raise_for_status().json()["items"]
        return bool(saved) and saved[0]["step"] > step

    wait_until(lambda: has_saved_after(0), LONG)
    for words in ("-m bazgoo.training", "bazgoo.server.worker"):
        before = sara.get(where).json()["step"]
        (process,) = _of(installation, words)
        process.kill()
        wait_until(lambda before=before: has_saved_after(before), LONG)  # type: ignore[misc]
    psutil.Process(studio.pid).kill()  # the web, and with it everything else
    studio.communicate()
    wait_until(lambda: not any(_is_ours(process) for process in installation.left()), LONG)
    installation.serve()
    wait_until(lambda: sara.get(where).json()["status"] in ("completed", "failed"), LONG)
    done = sara.get(where).json()
    assert (done["status"], done["error"]) == ("completed", None)
    installed = {each["id"]: each for each in sara.get("/api/sources/installed").json()["items"]}
    assert installed[done["model_id"]]["status"] == "installed"
    steps = [row["step"] for row in sara.get(f"{where}/metrics?limit=1000").json()["items"]]
    assert steps == sorted(set(steps))
    assert steps[-1] == done["total_steps"] == done["step"]


def _is_ours(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return "bazgoo.server" in " ".join(process.cmdline())
    return False


def test_a_cancelled_training_is_gone_with_its_process(
    installation: Installation, sara: Visitor, wait_until: Callable[..., None]
) -> None:
    installation.serve()
    sara.join("sara")
    job = _begin(sara, _dataset(sara, wait_until), epochs=100_000)
    where = f"/api/training/{job['id']}"
    wait_until(lambda: sara.get(where).json()["step"] > 10, LONG)
    (trainer,) = _of(installation, "-m bazgoo.training")
    answer = sara.delete(where)
    assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
    wait_until(lambda: not trainer.is_running() or trainer.status() == psutil.STATUS_ZOMBIE)
    wait_until(lambda: list((installation.data_dir / "checkpoints").iterdir()) == [])
