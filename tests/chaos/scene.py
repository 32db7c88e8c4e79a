"""One installation to be broken: a studio that is started again whenever it ends, and a Hub beside it."""

import json
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil

from tests.acceptance.conftest import Installation, _wait_until

OFTEN = "1000000/minute"
ENVIRONMENT = {
    **{f"BAZGOO_RATE_LIMIT__{name}": OFTEN for name in ("REGISTER", "LOGIN", "SEARCH", "SPEECH", "API")},
    "BAZGOO_ACCESS_TOKEN_MINUTES": "1440",
    "OMP_NUM_THREADS": "1",
}


class Scene(Installation):
    """An installation whose studio is kept running, as a service manager keeps it."""

    def __init__(self, folder: Path, hub: str) -> None:
        super().__init__(folder)
        self.environment |= ENVIRONMENT | {"HF_ENDPOINT": hub}
        self.starts = 0
        self._studio: subprocess.Popen[bytes] | None = None
        self._wanted = threading.Event()
        self._lock = threading.Lock()
        self._keeper = threading.Thread(target=self._keep, daemon=True)

    def open(self) -> None:
        """Start the studio, and start it again whenever it ends."""
        self._wanted.set()
        self._keeper.start()
        self.wait_until_healthy()

    def close(self) -> None:
        """Stop the studio as one does, by SIGTERM."""
        self._wanted.clear()
        with self._lock:
            if self._studio is not None and self._studio.poll() is None:
                self._studio.terminate()
                self._studio.wait(timeout=60)

    def again(self) -> None:
        """Stop the studio as one does, and start it."""
        with self._lock:
            assert self._studio is not None
            self._studio.terminate()
            self._studio.wait(timeout=60)
        self.wait_until_healthy()

    def wait_until_tidy(self) -> None:
        """Wait until the jobs that a worker begins with are done."""
        time.sleep(1.0)
        _wait_until(
            lambda: (
                self.ask("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
                == [(0,)]
            )
        )

    def alive(self) -> list[psutil.Process]:
        """Everything that runs on this data directory now, whoever started it."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                if process.status() != psutil.STATUS_ZOMBIE and self._is_ours(process):
                    found.append(process)
        return found

    def _is_ours(self, process: psutil.Process) -> bool:
        here = str(self.data_dir)
        return process.environ().get("BAZGOO_DATA_DIR") == here or any(
            here in part for part in process.cmdline()
        )

    def studio(self) -> int | None:
        """The number of the studio's own process."""
        with suppress(OSError, ValueError, KeyError):
            return int(json.loads((self.data_dir / "run" / "studio.json").read_text())["pid"])
        return None

    def _keep(self) -> None:
        while self._wanted.is_set():
            with self._lock:
                if self._wanted.is_set() and (self._studio is None or self._studio.poll() is not None):
                    self._start()
            time.sleep(0.1)

    def _start(self) -> None:
        self.starts += 1
        out = self.folder / "studio.out"
        with out.open("ab") as file:
            self._studio = subprocess.Popen(
                [sys.executable, "-m", "bazgoo", "serve", "--quiet"],
                env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
            )  # fmt: skip
