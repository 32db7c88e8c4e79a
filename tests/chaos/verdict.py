"""What must be true when everything has come to rest: nothing lost, nothing twice, nothing left."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.chaos.asking import Asking, Unanswered
from tests.chaos.deeds import see_on
from tests.chaos.ledger import GONE
from tests.chaos.scene import Scene

RESTS_WITHIN_S = 300.0
OVER = ("completed", "failed", "cancelled")


def come_to_rest(asking: Asking) -> None:
    """Let everything that was begun go on to its end, as the people would who began it."""
    _until(
        lambda: all(_has_ended(asking, str(each)) for each in asking.ledger.downloads.all()),
        asking,
        "downloads",
    )
    _until(lambda: all(_is_made(each) for each in _all(asking, "/api/datasets")), asking, "datasets")
    trainings = asking.ledger.trainings.all()
    _until(
        lambda: all(see_on(asking, f"/api/training/{each}") in (*OVER, "gone") for each in trainings),
        asking,
        "trainings",
    )


def judge(asking: Asking) -> None:
    """Ask for everything that was acknowledged, and accuse what is not as it was said to be."""
    words = {item["word"]: item["spoken"] for item in _all(asking, "/api/lexicon")}
    _compare("word", asking, asking.ledger.words.all(), words.get)
    _compare(
        "download",
        asking,
        asking.ledger.downloads.all(),
        lambda each: _status(asking, f"/api/sources/download/{each}"),
    )
    installed = {item["id"]: item["status"] for item in _all(asking, "/api/sources/installed")}
    _compare("model", asking, asking.ledger.models.all(), installed.get)
    asking.ledger.wrong += [
        f"model {each} is {status}" for each, status in installed.items() if status != "installed"
    ]
    _compare("dataset", asking, asking.ledger.datasets.all(), lambda each: _record_count(asking, each))
    for each in _all(asking, "/api/datasets"):  # also those whose upload was cut off before its answer
        if each["metadata"]["status"] != "ready":
            asking.ledger.accuse(f"dataset {each['id']} is {each['metadata']}")
    _compare("recording", asking, asking.ledger.recordings.all(), lambda each: _recording(asking, *each))
    _compare(
        "training",
        asking,
        asking.ledger.trainings.all(),
        lambda each: _status(asking, f"/api/training/{each}"),
    )
    for account in asking.ledger.people.all().values():
        asking.ask(
            "POST",
            "/api/auth/login",
            200,
            json={"email": account[0]["email"], "password": account[0]["password"]},
        )


def look_for_orphans(scene: Scene, wrong: list[str]) -> None:
    """Accuse every file that belongs to nothing, an hour later; the studio runs, and has tidied up."""
    places = {"models": "models", "datasets": "datasets", "checkpoints": "training_jobs"}
    for place, table in places.items():
        rows = {str(row[0]) for row in scene.ask(f"SELECT id FROM {table}")}
        kept = rows | ({f".held-{row}" for row in rows} if place == "checkpoints" else set())
        wrong += [
            f"left in {place}: {path.name}" for path in _in(scene.data_dir / place) if path.name not in kept
        ]
    wrong += [f"left in uploads: {path.name}" for path in _in(scene.data_dir / "uploads")]
    wrong += [f"left beside: {path.name}" for path in _in(scene.data_dir) if path.name.startswith(".")]
    wrong += [f"left in a model: {path}" for path in (scene.data_dir / "models").glob("*/.parts/*")]
    for folder in _in(scene.data_dir / "datasets"):
        wrong += list(_strays(folder))


def an_hour_passes(folder: Path) -> None:
    """Make everything an hour older, so that nothing counts as just begun."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            if not path.is_symlink() and "database" not in path.parts:
                os.utime(path, (time.time() - 3600, path.stat().st_mtime - 3600))


def _strays(folder: Path) -> Iterator[str]:
    """Recordings of no record."""
    from bazgoo.datasets import Dataset

    with Dataset.open(folder) as dataset:
        known = {record.file for record in dataset.all() if record.file}
        for path in _in(folder / "originals"):
            if path.name not in known:
                yield f"left in a dataset: {path.name}"
        for name in known:
            if not (folder / "originals" / name).exists():
                yield f"lost from a dataset: {name}"


def _in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _until(happened: Callable[[], bool], asking: Asking, what: str) -> None:
    deadline = time.monotonic() + RESTS_WITHIN_S
    while True:
        with suppress(Unanswered):
            if happened():
                return
        if time.monotonic() > deadline:
            asking.ledger.accuse(f"the {what} did not come to rest within {RESTS_WITHIN_S:.0f} s")
            return
        time.sleep(0.5)


def _has_ended(asking: Asking, download_id: str) -> bool:
    told = asking.get(f"/api/sources/download/{download_id}")
    if told and told["status"] == "paused":
        asking.ask("POST", f"/api/sources/download/{download_id}/resume", 200, 409)
        return False
    return told is None or told["status"] in OVER


def _is_made(dataset: dict[str, Any]) -> bool:
    return dataset["metadata"]["status"] in ("ready", "failed")


def _compare(kind: str, asking: Asking, said: dict, is_now: Callable) -> None:  # type: ignore[type-arg]
    for thing, states in said.items():
        now = is_now(thing)
        if now not in states:
            asking.ledger.accuse(
                f"{kind} {thing} was said to be {' or '.join(map(str, states))} and is {now}"
            )


def _status(asking: Asking, where: str) -> str | None:
    told = asking.get(where)
    return told["status"] if told else GONE


def _record_count(asking: Asking, dataset_id: object) -> int | str | None:
    told = asking.get(f"/api/datasets/{dataset_id}")
    if told is None:
        return GONE
    return int(told["record_count"]) if told["metadata"]["status"] == "ready" else str(told["metadata"])


def _recording(asking: Asking, dataset_id: str, n: int) -> str | None:
    told = asking.get(f"/api/datasets/{dataset_id}/records/{n}")
    heard = asking.ask("GET", f"/api/datasets/{dataset_id}/records/{n}/audio", 200, 404)
    return str(told["text"]) if told and heard.content[:4] == b"RIFF" else GONE


def _all(asking: Asking, path: str) -> Iterator[dict]:  # type: ignore[type-arg]
    cursor = ""
    while True:
        page = asking.get(f"{path}{cursor}")
        yield from page["items"]
        if not page.get("next_cursor"):
            return
        cursor = f"?cursor={page['next_cursor']}"
