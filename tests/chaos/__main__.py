"""python -m tests.chaos --minutes 10 --seed 1: kill at random under load, then judge; exit 1 when all is not well."""

import argparse
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.acceptance.visitors import Visitor
from tests.chaos import material, verdict
from tests.chaos.asking import Asking, Unanswered
from tests.chaos.deeds import DEEDS, Deed, Teaching, see_on
from tests.chaos.killing import Killer
from tests.chaos.ledger import Ledger
from tests.chaos.scene import Scene
from tests.chaos.watching import Listening, Watching


class Chaos:
    """One run."""

    def __init__(self, scene: Scene, seed: int) -> None:
        self.scene, self.seed, self.ledger = scene, seed, Ledger()
        self.killer = Killer(scene, seed)
        self._ended = threading.Event()

    def run(self, seconds: float, kills: int) -> None:
        """Begin everything, kill for ``seconds`` and ``kills`` times, let it come to rest, and judge."""
        self.scene.open()
        with Visitor(self.scene.port) as visitor:
            login = visitor.join("sara").login
        self._asking = Asking(self.scene.port, login, self.ledger)
        unbroken = self._prepare()
        listening = Listening(self.scene.port, login["access_token"], self.ledger)
        watching = Watching(self.scene, self.ledger)
        people = [
            self._begin(kind(Asking(self.scene.port, login, self.ledger), f"{self.seed} {kind.__name__}"))
            for kind in DEEDS
        ]
        listening.start()
        watching.start()
        self._kill(seconds, kills)
        self._ended.set()
        for person in people:
            person.join(180)
        verdict.come_to_rest(self._asking)
        listening.stop()
        watching.stop()
        self.heard, self.most = listening.heard, watching.most
        self._judge(unbroken)

    def _prepare(self) -> Any:
        """A voice, a dataset to teach from, and what an unbroken training comes to."""
        voice = self._asking.ask("POST", "/api/sources/download", 200, 202, json=material.VOICE).json()
        sent = {"data": {"name": "نظرها", "type": "text"}, "files": {"file": ("labels.csv", material.LABELS)}}
        Teaching.dataset_id = self._asking.ask("POST", "/api/datasets", 201, **sent).json()["id"]
        self.ledger.downloads.acknowledged(voice["id"], "completed")
        self.ledger.datasets.acknowledged(Teaching.dataset_id, material.LABELLED)
        wanted = {
            "recipe": "classifier",
            "dataset_id": Teaching.dataset_id,
            "name": "نظر",
            "config": material.TEACHING,
        }
        job = self._asking.ask("POST", "/api/training", 201, json=wanted).json()
        while see_on(self._asking, f"/api/training/{job['id']}") != "completed":
            time.sleep(0.5)
        verdict.come_to_rest(self._asking)
        return self._asking.get(f"/api/training/{job['id']}")["metrics"]

    def _begin(self, deed: Deed) -> threading.Thread:
        thread = threading.Thread(target=self._live, args=(deed,), name=type(deed).__name__, daemon=True)
        thread.start()
        return thread

    def _live(self, deed: Deed) -> None:
        while not self._ended.is_set():
            try:
                with suppress(Unanswered):
                    deed.do()
            except Exception as error:  # a person who gives up finds nothing any more
                self.ledger.accuse(f"{type(deed).__name__}: {error!r}")
            deed.wait()

    def _kill(self, seconds: float, kills: int) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until or self.killer.killed.total() < kills:
            if wrong := self.killer.burst():
                self.ledger.accuse(wrong)
            left_s = max(0, until - time.monotonic())
            told = f"{self.killer.killed.total()} kills, {len(self.ledger.wrong)} wrong, {left_s:.0f} s to go"
            sys.stderr.write(f"\r{told}  ")

    def _judge(self, unbroken: dict[str, Any]) -> None:
        verdict.judge(self._asking)
        for job_id, states in self.ledger.trainings.all().items():
            told = self._asking.get(f"/api/training/{job_id}")
            if states == ["completed"] and told and told["metrics"].get("loss") != unbroken["loss"]:
                self.ledger.accuse(
                    f"training {job_id} came to {told['metrics']} and an unbroken one to {unbroken}"
                )
        verdict.an_hour_passes(self.scene.data_dir)
        self.scene.again()
        self.scene.wait_until_tidy()
        verdict.look_for_orphans(self.scene, self.ledger.wrong)
        self.scene.close()
        self.ledger.wrong += [
            f"still runs: {' '.join(process.cmdline())[:200]}" for process in self.scene.alive()
        ]

    def told(self) -> dict[str, Any]:
        """What happened, for programs."""
        return {
            "seed": self.seed,
            "killed": dict(self.killer.killed),
            "kills": self.killer.killed.total(),
            "starts": self.scene.starts,
            "longest_away_s": round(self.killer.longest_away_s, 1),
            "most_processes": self.most,
            "heard": dict(self.heard),
            "done": dict(sorted(self.ledger.told.items())),
            "kept": {
                name: len(account.all())
                for name, account in vars(self.ledger).items()
                if hasattr(account, "all")
            },
            "wrong": dict(Counter(self.ledger.wrong)),
        }


def main() -> None:
    """Run it and print what happened."""
    arguments = argparse.ArgumentParser(prog="python -m tests.chaos")
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--kills", type=int, default=200, help="at least so many, however long that takes")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--folder", type=Path, help="where the installation lies; kept afterwards")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        (folder / "hub").mkdir(parents=True, exist_ok=True)
        with material.open_hub(folder / "hub") as hub:
            scene = Scene(folder, hub.url)
            chaos = Chaos(scene, given.seed)
            try:
                chaos.run(given.minutes * 60, given.kills)
            finally:
                scene.close()
                for process in scene.alive():
                    process.kill()
    told = chaos.told()
    sys.stdout.write(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    sys.exit(1 if told["wrong"] else 0)


if __name__ == "__main__":
    main()
