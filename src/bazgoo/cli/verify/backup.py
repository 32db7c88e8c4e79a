"""A backup of the running installation, restored on an empty place, and found again there."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import psycopg

from bazgoo.cli.verify.finding import Check, Gap, Skipped, Words
from bazgoo.cli.verify.site import Site
from bazgoo.cli.verify.visiting import ADMIN, USER
from bazgoo.server.embedded import EmbeddedPostgres

MOST_BYTES = 2_000_000_000
"""A larger installation is not copied twice to prove that it can be."""
ENDS_WITHIN_S = 900.0
_OF_THE_ORIGINAL = ("DATABASE_URL", "DB_", "BAZGOO_DATABASE_URL", "BAZGOO_DB_", "BAZGOO_DATA_DIR")
FOUND_AGAIN = "SELECT (SELECT version_num FROM alembic_version), count(*) FROM users WHERE email = ANY(%s)"


def checks(site: Site) -> Iterator[Check]:
    """There and back."""
    yield Check("پشتیبان و بازیابی", "backup and restore", lambda: _there_and_back(site))


def _there_and_back(site: Site) -> Words:
    disk = site.admin.get_json("/api/system/status")["disk"]
    size_bytes = disk["models_bytes"] + disk["datasets_bytes"] + disk["checkpoints_bytes"]
    if size_bytes > min(MOST_BYTES, disk["free_bytes"] // 3):
        size_gb = size_bytes / 1e9
        raise Skipped(
            f"نصب {size_gb:.0f} گیگابایت است؛ خودتان بیازمایید: bazgoo restore --check",
            f"The installation has {size_gb:.0f} GB; try yourself: bazgoo restore --check",
        )
    with tempfile.TemporaryDirectory(prefix="bazgoo-verify-") as name:
        folder = Path(name)
        made = _run("backup", "--out", str(folder), "--data-dir", str(site.settings.data_dir))
        away = {name: value for name, value in os.environ.items() if not name.startswith(_OF_THE_ORIGINAL)}
        restored = _run("restore", made["file"], "--data-dir", str(folder / "new"), env=away, cwd=folder)
        _look(site, folder / "new")
    size = f"{made['size_bytes']:,}"
    return Words(
        f"{size} بایت، {restored['files']} پرونده، همه بازیافته شد",
        f"{size} bytes, {restored['files']} files, found again on an empty place",
    )


def _run(*command: str, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> dict[str, Any]:
    """A command of ours, and what it tells; raises Gap with its last words."""
    whole = [sys.executable, "-m", "bazgoo", *command, "--json"]
    done = subprocess.run(  # noqa: S603  ours
        whole, env=env, cwd=cwd, capture_output=True, text=True, timeout=ENDS_WITHIN_S, check=False
    )
    if done.returncode:
        told = f"bazgoo {command[0]}: {' | '.join(done.stderr.strip().splitlines()[-3:])}"
        raise Gap(told, told)
    told_json: dict[str, Any] = json.loads(done.stdout)
    return told_json


def _look(site: Site, data_dir: Path) -> None:
    """The restored database has its revision and our accounts; raises Gap."""
    ((revision,),) = site.rows("SELECT version_num FROM alembic_version")
    with EmbeddedPostgres(data_dir).running() as address, psycopg.connect(address) as connection:
        found = connection.execute(FOUND_AGAIN, [[ADMIN, USER]]).fetchone()
    if found != (revision, 2):
        raise Gap(f"پس از بازیابی: {found}", f"after the restore: {found}")
