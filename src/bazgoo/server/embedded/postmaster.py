"""The first process of a running PostgreSQL: finding it by its folder, and ending it."""

import signal
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The process that runs on a database folder, as its `postmaster.pid` tells."""

    pid: int
    ready: bool

    @classmethod
    def of(cls, folder: Path) -> "Postmaster | None":
        """Who runs on ``folder`` now, None when nobody does."""
        note = _note(folder)
        if not note or not _works_on(int(note[0]), folder):
            return None
        return cls(int(note[0]), ready=len(note) > 7 and note[7].strip() == "ready")


def is_idle(pid: int) -> bool:
    """Whether the postmaster ``pid`` has neither the process that recovers nor the one that writes.

    It is so for a moment after a crash.  It stays so for ever when the process that recovers is killed before it is
    done: PostgreSQL then waits for it, says that it is in recovery, and takes no connections.
    """
    try:
        titles = [" ".join(child.cmdline()) for child in psutil.Process(pid).children()]
    except psutil.Error:
        return False  # it has ended, or one of them is just doing so
    return not any(title.startswith(("postgres: startup", "postgres: walwriter")) for title in titles)


def forget_stranger(folder: Path) -> None:
    """Remove a `postmaster.pid` whose number has since been given to a program that is no PostgreSQL.

    PostgreSQL would take that program for itself and refuse to start.  A number that nobody has is left to
    it: it then also looks for children that outlived their postmaster.
    """
    note = _note(folder)
    if note and psutil.pid_exists(int(note[0])) and not _works_on(int(note[0]), folder):
        (folder / "postmaster.pid").unlink(missing_ok=True)


def shut_down(pid: int) -> None:
    """End the postmaster ``pid`` and its children: orderly, then at once, then by force."""
    try:
        postmaster = psutil.Process(pid)
        left = [postmaster, *postmaster.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for urgency, patience_s in ((signal.SIGINT, 5.0), (signal.SIGQUIT, 1.0), (signal.SIGKILL, 1.0)):
        for process in left if urgency is signal.SIGKILL else [postmaster]:
            if process.is_running():
                process.send_signal(urgency)
        _, left = psutil.wait_procs(left, timeout=patience_s)
        if not left:
            return


def _note(folder: Path) -> list[str]:
    """The lines of `postmaster.pid`; none where it is missing or not yet written."""
    try:
        lines = (folder / "postmaster.pid").read_text(errors="replace").splitlines()
    except FileNotFoundError:
        return []
    return lines if lines and lines[0].isdigit() else []


def _works_on(pid: int, folder: Path) -> bool:
    """Whether ``pid`` is a PostgreSQL started on ``folder``; its command line says so to every user."""
    try:
        return str(folder) in psutil.Process(pid).cmdline()
    except psutil.Error:
        return False
