"""What the embedded PostgreSQL keeps on disk: its folder, and beside it the password and the port."""

import hashlib
import json
import os
import secrets
import shutil
import socket
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bazgoo.errors import DatabaseNotStarted, DatabaseOlder, DiskFull
from bazgoo.server.embedded.owner import MAJOR, Owner
from bazgoo.server.lock import Lock

ROLE = "bazgoo"
"""Our database and the role that owns it; no superuser, so that no query of ours can reach files."""

LOGINS = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
"""Who may connect; the superuser has no password, hence nobody can be it."""


class Cluster:
    """The database folder below ``data_dir``, and how to reach the server that runs on it."""

    def __init__(self, data_dir: Path) -> None:
        data_dir = data_dir.resolve()
        self.folder = data_dir / "database"
        self.lock = Lock(data_dir / "run" / "database.lock")
        self._access = data_dir / "database.json"

    @property
    def owner(self) -> Owner:
        """Who owns it and runs it."""
        return Owner.of(self.folder)

    @property
    def port(self) -> int:
        """The port on 127.0.0.1, which also names the socket."""
        return int(self._read()["port"])

    @property
    def socket_dir(self) -> Path:
        """Where its socket lies: short, because a socket's path may have 107 bytes, and its owner's alone."""
        base = tempfile.gettempdir()
        base = base if len(os.fsencode(base)) <= 60 else "/tmp"  # noqa: S108 - whose it is, is checked
        return Path(base) / f"bazgoo-{hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]}"

    @property
    def conninfo(self) -> str:
        """Where to connect while it runs, as a libpq URL."""
        access, host = self._read(), quote(str(self.socket_dir), safe="")
        return f"postgresql://{ROLE}:{access['password']}@/{ROLE}?host={host}&port={access['port']}"

    def prepare(self) -> None:
        """Make the cluster on first use, see that it can be used, and find a port that is free."""
        if not self.folder.exists():
            self._make()
        self._check_version()
        if self.folder.stat().st_uid == 0:  # copied here by root
            self.owner.take(self.folder)
        if not _is_free(self.port):
            self._write(self._read()["password"])

    def _make(self) -> None:
        """Make it under another name and rename it when whole, so that a start cut short leaves no half."""
        new = self.folder.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        self.owner.take(new)
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        self._run("initdb", "-D", str(new), "-U", "postgres", "-A", "reject", *locale)
        (new / "pg_hba.conf").write_text(LOGINS)
        password = secrets.token_urlsafe(24)
        orders = (
            f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{password}'\nCREATE DATABASE {ROLE} OWNER {ROLE}\n"
        )
        self._run("postgres", "--single", "-D", str(new), "postgres", stdin=orders)
        self._write(password)
        new.rename(self.folder)

    def _run(self, program: str, *arguments: str, stdin: str = "") -> None:
        done = self.owner.run(program, *arguments, stdin=stdin)
        wrong = [
            line
            for line in done.stderr.splitlines()
            if "error:" in line or "ERROR:" in line or "FATAL:" in line
        ]
        if "No space left" in done.stderr:
            raise DiskFull(path=self.folder.parent)
        if done.returncode != 0 or wrong:
            raise DatabaseNotStarted(reason=wrong[0] if wrong else f"{program} ended with {done.returncode}")

    def _check_version(self) -> None:
        found = (self.folder / "PG_VERSION").read_text().strip()
        if found != MAJOR:
            raise DatabaseOlder(path=self.folder, found=found, needed=MAJOR)

    def open_socket_dir(self) -> None:
        """Make the folder of the socket, or empty it: a killed server leaves a lock there that stops the next."""
        self.socket_dir.mkdir(mode=0o700, exist_ok=True)
        found = self.socket_dir.lstat()
        if self.socket_dir.is_symlink() or found.st_uid not in (os.geteuid(), self.owner.uid):
            raise DatabaseNotStarted(reason=f"{self.socket_dir} belongs to somebody else")
        self.socket_dir.chmod(0o700)
        for old in self.socket_dir.iterdir():
            old.unlink()
        self.owner.take(self.socket_dir)

    def _read(self) -> dict[str, Any]:
        access: dict[str, Any] = json.loads(self._access.read_text())
        return access

    def _write(self, password: str) -> None:
        """Keep ``password`` and a port that is free, for us alone to read."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        new = self._access.with_suffix(".json.new")
        new.touch(mode=0o600)
        new.write_text(json.dumps({"port": port, "password": password}))
        new.replace(self._access)


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True
