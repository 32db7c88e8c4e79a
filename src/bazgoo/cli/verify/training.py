"""A training of a minute at most: begun, told of live, paused, resumed, and its model used and carried."""

from collections.abc import Iterator
from typing import Any

from bazgoo.cli.verify.datasets import dataset
from bazgoo.cli.verify.ear import Ear, rising
from bazgoo.cli.verify.finding import Check, Gap, Skipped, Words
from bazgoo.cli.verify.site import Site, wait_for

CONFIG = {"epochs": 30, "batch_size": 8, "checkpoint_every": 5, "seed": 1, "hidden": [32], "patience": None}
TURN_WITHIN_S = 120.0
"""How long others may have the machine."""
TAUGHT_WITHIN_S = 300.0
ENDED = ("completed", "failed", "cancelled")


def checks(site: Site) -> Iterator[Check]:
    """One classifier of texts, and what has become of it."""
    job: dict[str, Any] = {}
    yield Check("آموزش یک‌دقیقه‌ای", "a training of a minute", lambda: _teach(site, job))
    if job:
        yield Check(
            "مدل، بسته و بازنصب", "its model carried as a bundle", lambda: _carry(site, job["model_id"])
        )


def _teach(site: Site, job: dict[str, Any]) -> Words:
    with Ear(site.url, site.user.login["access_token"]) as ear, dataset(site) as made:
        said = {"recipe": "classifier", "dataset_id": made["id"], "name": "verify", "config": CONFIG}
        answer = site.user.post("/api/training", json=said)
        if answer.status_code != 201:
            _explain(answer.json())
        where = f"/api/training/{answer.json()['id']}"
        site.made.add(answer.json()["id"])
        _pause(site, where)
        done = _wait(site, where, ENDED, TAUGHT_WITHIN_S)
        if done["status"] != "completed":
            raise Gap(f"{done['status']}: {done['error']}", f"{done['status']}: {done['error']}")
        events = ear.wait_for("training:complete", done["id"])
        rising(events)
        _history(site, where)
        job.update(done)
    accuracy = done["metrics"].get("val_accuracy", done["metrics"].get("accuracy", 0.0))
    return Words(
        f"{done['step']} گام، درستی {accuracy:.0%}، {len(events)} رویداد",
        f"{done['step']} steps, accuracy {accuracy:.0%}, {len(events)} events",
    )


def _explain(problem: dict[str, Any]) -> None:
    if problem["code"] == "torch_missing":
        raise Skipped("بخش آموزش نصب نیست: ‎./setup.sh", "Training is not installed: ./setup.sh")
    raise Gap(f"{problem['code']}: {problem['detail']}", f"{problem['code']}: {problem['detail']}")


def _pause(site: Site, where: str) -> None:
    """Pause it once it runs, and let it go on."""
    if _wait(site, where, ("running", *ENDED), TURN_WITHIN_S)["status"] == "running":
        site.user.post(f"{where}/pause")  # it may have ended meanwhile
        site.user.post(f"{where}/resume")


def _wait(site: Site, where: str, statuses: tuple[str, ...], patience_s: float) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        now: dict[str, Any] = site.user.get_json(where)
        return now if now["status"] in statuses else None

    told = f"{patience_s:.0f} s: {' / '.join(statuses)}"
    return wait_for(look, patience_s, f"آموزش نرسید؛ {told}", f"The training did not get there; {told}")


def _history(site: Site, where: str) -> None:
    """Its curve without a step twice, its checkpoints, and nobody else's business."""
    steps = [row["step"] for row in site.user.get_json(f"{where}/metrics?limit=1000")["items"]]
    if not steps or steps != sorted(set(steps)):
        raise Gap(f"گام‌ها: {steps}", f"steps: {steps}")
    if not site.user.get_json(f"{where}/checkpoints")["items"]:
        raise Gap("نقطهٔ بازیابی ندارد.", "It has no checkpoint.")
    site.admin.ask("GET", where, 404)


def _carry(site: Site, model_id: str) -> Words:
    """Taken out as one file, uninstalled, brought in from the file, and uninstalled."""
    site.made.add(model_id)
    where = f"/api/sources/installed/{model_id}"
    ticket = site.user.ask("POST", f"{where}/bundle").json()
    bundle = site.nobody.ask("GET", ticket["url"]).content  # the link is the right to it
    site.user.ask("DELETE", where)
    answer = site.user.ask("POST", "/api/sources/import", 201, files={"files": ("verify.tar", bundle)})
    for model in answer.json()["items"]:
        site.made.add(model["id"])
        site.user.ask("DELETE", f"/api/sources/installed/{model['id']}")
    return Words(f"{len(bundle):,} بایت", f"{len(bundle):,} bytes")
