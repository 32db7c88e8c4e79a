"""What people do all the time, each deed in a thread of its own: the ledger keeps what they were told."""

import random
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any

from tests.chaos import material
from tests.chaos.asking import Asking, Unanswered
from tests.chaos.ledger import GONE

CONTINUABLE = ("trainer_crashed", "internal_error", "work_crashed")


class Deed(ABC):
    """One thing that a person does again and again."""

    def __init__(self, asking: Asking, seed: str) -> None:
        self.asking, self.ledger = asking, asking.ledger
        self.dice = random.Random(seed)

    @abstractmethod
    def do(self) -> None:
        """Do it once; raises Unanswered."""

    def wait(self) -> None:
        """Do something else for a moment."""
        time.sleep(self.dice.uniform(0.2, 1.0))


class Speaking(Deed):
    """Has texts read aloud."""

    def do(self) -> None:
        said = {
            "text": "، ".join(self.dice.sample(material.GOOD + material.BAD, 3)),
            "voice": "fa_IR-tiny-x_low",
        }
        answer = self.asking.ask("POST", "/api/speech", 200, 404, json=said)
        if answer.status_code == 200 and answer.content[:4] != b"RIFF":
            self.ledger.accuse("a whole answer to /api/speech was no sound")


class Spelling(Deed):
    """Says how words are to be said, and forgets some again."""

    number = 0

    def do(self) -> None:
        if self.dice.random() < 0.2 and self.number:
            word = f"واژه{_letters(self.dice.randrange(self.number))}"
            try:
                self.asking.ask("DELETE", f"/api/lexicon/{word}", 200, 204, 404)
            except Unanswered:
                self.ledger.words.unanswered(word, GONE)
                raise
            self.ledger.words.acknowledged(word, GONE)
            return
        word, spoken = f"واژه{_letters(self.number)}", self.dice.choice(("کِتاب", "گُلدان", "مادَر"))
        self.number += 1
        try:
            self.asking.ask("PUT", f"/api/lexicon/{word}", 200, 201, json={"spoken": spoken})
        except Unanswered:
            self.ledger.words.unanswered(word, spoken)
            raise
        self.ledger.words.acknowledged(word, spoken)


class Downloading(Deed):
    """Brings models, pauses and cancels some, uninstalls others."""

    number = 0

    def do(self) -> None:
        repo = f"someone/model-{self.number % material.REPOSITORIES}"
        self.number += 1
        begun = self.asking.ask("POST", "/api/sources/download", 200, 202, json={"repo_id": repo}).json()
        self.ledger.downloads.acknowledged(
            begun["id"], begun["status"] if begun["status"] == "completed" else "completed"
        )
        time.sleep(self.dice.uniform(0.0, 3.0))
        match self.dice.choice(("cancel", "pause", "leave", "leave", "uninstall")):
            case "cancel":
                self._cancel(begun["id"])
            case "pause":
                self._pause(f"/api/sources/download/{begun['id']}")
            case "uninstall":
                self._uninstall(begun)

    def _cancel(self, download_id: str) -> None:
        try:
            answer = self.asking.ask("DELETE", f"/api/sources/download/{download_id}", 200, 409)
        except Unanswered:
            self.ledger.downloads.unanswered(download_id, "cancelled")
            raise
        if answer.status_code == 200:
            self.ledger.downloads.acknowledged(download_id, "cancelled")

    def _pause(self, where: str) -> None:
        if self.asking.ask("POST", f"{where}/pause", 200, 409).status_code == 409:
            return
        try:
            time.sleep(self.dice.uniform(0.5, 4.0))
            told = self.asking.get(where)
            if told is None or told["status"] != "paused":
                self.ledger.accuse(f"{where} was paused and is {told and told['status']}")
        finally:
            self.asking.ask("POST", f"{where}/resume", 200, 409)

    def _uninstall(self, begun: dict[str, Any]) -> None:
        model_id = begun["model_id"]
        answer = self.asking.ask("DELETE", f"/api/sources/installed/{model_id}", 200, 404, 409)
        if answer.status_code == 200:
            self.ledger.models.acknowledged(model_id, GONE)


class Uploading(Deed):
    """Brings recordings and tables as datasets, and deletes some again."""

    def do(self) -> None:
        name, file, count = self.dice.choice(
            (
                ("voice.zip", material.archive(), material.CLIPS),
                ("labels.csv", material.LABELS, material.LABELLED),
            )
        )
        sent = {
            "data": {"name": name, "type": "audio" if count == material.CLIPS else "text"},
            "files": {"file": (name, file)},
        }
        dataset = self.asking.ask("POST", "/api/datasets", 201, **sent).json()
        self.ledger.datasets.acknowledged(dataset["id"], count)
        if self.dice.random() < 0.4:
            self._delete(dataset["id"])

    def _delete(self, dataset_id: str) -> None:
        try:
            self.asking.ask("DELETE", f"/api/datasets/{dataset_id}", 200)
        except Unanswered:
            self.ledger.datasets.unanswered(dataset_id, GONE)
            raise
        self.ledger.datasets.acknowledged(dataset_id, GONE)


class Recording(Deed):
    """Reads sentences aloud into one dataset."""

    dataset_id = ""
    number = 0

    def do(self) -> None:
        if not self.dataset_id:
            made = self.asking.ask(
                "POST", "/api/datasets", 201, data={"name": "ضبط"}, files={"x": b""}
            ).json()
            self.dataset_id = made["id"]
        text = f"{self.dice.choice(material.GOOD)} {self.number}"
        self.number += 1
        sent = {
            "data": {"text": text},
            "files": {"audio": (f"take{self.number}.wav", material.clip(material.GOOD[0]))},
        }
        told = self.asking.ask("POST", f"/api/datasets/{self.dataset_id}/records", 201, **sent).json()
        self.ledger.recordings.acknowledged((self.dataset_id, told["n"]), text)


class Teaching(Deed):
    """Has a classifier taught, sees it to its end or changes its mind."""

    dataset_id = ""

    def do(self) -> None:
        wanted = {
            "recipe": "classifier",
            "dataset_id": self.dataset_id,
            "name": "نظر",
            "config": material.TEACHING,
        }
        job = self.asking.ask("POST", "/api/training", 201, json=wanted).json()
        where = f"/api/training/{job['id']}"
        self.ledger.trainings.acknowledged(job["id"], "completed")
        if self.dice.random() < 0.3:
            time.sleep(self.dice.uniform(0.0, 8.0))
            return self._cancel(job["id"])
        for _ in range(100):
            time.sleep(1.0)
            with suppress(Unanswered):
                if see_on(self.asking, where) in ("completed", "failed"):
                    break
        return None

    def _cancel(self, job_id: str) -> None:
        try:
            answer = self.asking.ask("DELETE", f"/api/training/{job_id}", 200)
        except Unanswered:
            self.ledger.trainings.unanswered(job_id, "cancelled")
            raise
        self.ledger.trainings.acknowledged(job_id, answer.json()["status"])


def see_on(asking: Asking, where: str) -> str:
    """How a training is; one that was killed too often is told to go on, as a person would."""
    told = asking.get(where)
    if told is None:
        return "gone"
    if told["status"] == "failed":
        if told["error"]["code"] not in CONTINUABLE:
            asking.ledger.accuse(f"{where} failed: {told['error']}")
        asking.ask("POST", f"{where}/resume", 200, 409)
        return "queued"
    return str(told["status"])


class Joining(Deed):
    """Makes accounts."""

    number = 0

    def do(self) -> None:
        name = f"person{self.number}"
        self.number += 1
        account = {"email": f"{name}@example.org", "username": name, "password": "گذرواژه-۱۲۳"}
        self.asking.ask("POST", "/api/auth/register", 201, json=account)
        self.ledger.people.acknowledged(name, account)

    def wait(self) -> None:
        """Not so often: a password takes a quarter of a second to hash."""
        time.sleep(self.dice.uniform(4.0, 8.0))


def _letters(number: int) -> str:
    """A number in letters, since a word of a lexicon has no digits."""
    return "".join("ابپتثجچحخد"[int(digit)] for digit in str(number))


DEEDS = (Speaking, Spelling, Downloading, Uploading, Recording, Teaching, Joining)
