"""One step of work on a dataset, in a process of its own: what came is read, or every record is measured.

A broken file that brings its reader down, or takes all memory, ends this process and not the worker.

python -m bazgoo.server.datasets.working.bench

The first line of standard input says what to do, as JSON; when the input ends, the work is not wanted any more.
Standard output tells how far it is, one JSON object a line; the last says how it ended.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from bazgoo.datasets import Dataset
from bazgoo.datasets.entries import Limits
from bazgoo.errors import BazgooError, DatasetInvalid, NoRoomForDownload
from bazgoo.events import DatasetProgressed, Event
from bazgoo.server.datasets.failing import error_from, plain

TOLD_EVERY_S = 0.2
MOST_REJECTED = 200
"""Refused rows that are kept with their reasons."""
MOST_NAMED = 500
"""Speakers, and labels, that a report tells of: the most frequent."""
ENDS_WITHIN_S = 2.0
"""How long work that is not wanted may take to end by itself."""


class Voice:
    """Tells how far the work is, not too often, and takes it to heart when nobody listens any more."""

    def __init__(self, out: TextIO, listener: TextIO) -> None:
        self._out = out
        self._told_at = 0.0
        self._stage = ""
        self._unwanted = threading.Event()
        threading.Thread(target=self._listen, args=(listener,), daemon=True).start()

    def cancelled(self) -> bool:
        """Whether the work is not wanted any more."""
        return self._unwanted.is_set()

    def emit(self, event: Event) -> None:
        """Tell of progress."""
        if isinstance(event, DatasetProgressed):
            counts = {"accepted": event.accepted, "rejected": event.rejected}
            self._progress(event.stage, event.done, event.total, counts)

    def say(self, **told: Any) -> None:
        """Write one line."""
        with suppress(BrokenPipeError):
            self._out.write(json.dumps(told, default=str) + "\n")
            self._out.flush()

    def _progress(self, stage: str, done: int, total: int, counts: dict[str, int]) -> None:
        now = time.monotonic()
        if stage == self._stage and now - self._told_at < TOLD_EVERY_S:
            return
        self._stage, self._told_at = stage, now
        self.say(stage=stage, share=min(1.0, done / total) if total else 0.0, **counts)

    def _listen(self, listener: TextIO) -> None:
        listener.read()
        self._unwanted.set()
        time.sleep(ENDS_WITHIN_S)
        with suppress(ProcessLookupError):
            os.killpg(os.getpid(), signal.SIGKILL)  # ourselves, and all who measure for us
        os._exit(1)


def bring_in(asked: dict[str, Any], voice: Voice) -> dict[str, Any]:
    """Make a dataset of what came."""
    from bazgoo.datasets.importing import import_path  # noqa: PLC0415 - only this step needs it

    with Dataset.create(Path(asked["making"]), asked["name"], asked["type"]) as dataset:
        for key, value in asked["facts"].items():
            dataset.set_fact(key, value)
        report = import_path(
            Path(asked["source"]),
            dataset,
            limits=Limits(total_bytes=asked["limit_mb"] << 20),
            name=asked["source_name"],
            script=_script(Path(asked["script"])) if asked["script"] else None,
            emit=voice.emit,
            cancelled=voice.cancelled,
        )
        size_bytes = dataset.size_bytes
        if size_bytes > asked["limit_mb"] * 1024 * 1024:
            raise error_from(asked["refusal"])
        return {
            "layout": report.layout,
            "accepted": report.accepted,
            "rejected": [asdict(each) for each in report.rejected[:MOST_REJECTED]],
            "rejected_count": report.rejected_count,
            **_facts(dataset),
        }


def _script(path: Path) -> str:
    from bazgoo.datasets.importing.decoding import whole  # noqa: PLC0415

    if (text := whole(path)) is None:
        raise DatasetInvalid(
            file="script",
            reason_fa="متن آن خوانده نمی‌شود؛ با UTF-8 ذخیره‌اش کنید.",
            reason_en="its text cannot be read; save it as UTF-8.",
        )
    return text


def check(asked: dict[str, Any], voice: Voice) -> dict[str, Any]:
    """Measure every record of a dataset."""
    from bazgoo.datasets.checking import check as check_all  # noqa: PLC0415

    with Dataset.open(Path(asked["folder"])) as dataset:
        report = check_all(dataset, emit=voice.emit, cancelled=voice.cancelled)
        found = report.as_dict()
        for named in ("speakers", "labels"):
            found[named] = dict(list(found[named].items())[:MOST_NAMED])
        return {"report": found, "version": dataset.version(), **_facts(dataset)}


STEPS: dict[str, Callable[[dict[str, Any], Voice], dict[str, Any]]] = {"import": bring_in, "check": check}


def _facts(dataset: Dataset) -> dict[str, Any]:
    return {
        "record_count": dataset.count(),
        "duration_s": dataset.duration_s if dataset.kind == "audio" else None,
        "size_bytes": dataset.size_bytes,
    }


def main() -> None:
    """Do what standard input says."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no message
    asked = json.loads(sys.stdin.readline())
    voice = Voice(out, sys.stdin)
    try:
        voice.say(done=STEPS[asked["do"]](asked, voice))
    except BazgooError as error:
        voice.say(error={"code": error.code, "data": plain(error.data)})
    except OSError as error:
        voice.say(error=_disk_error(error, Path(asked.get("making") or asked["folder"])))


def _disk_error(error: OSError, folder: Path) -> dict[str, Any]:
    """A full disk, told as such; any other trouble with files ends the process."""
    from bazgoo.hub.plan import disk_errors  # noqa: PLC0415

    try:
        with disk_errors(0, folder.parent):
            raise error
    except NoRoomForDownload as full:
        return {"code": full.code, "data": plain(full.data)}


if __name__ == "__main__":
    main()
