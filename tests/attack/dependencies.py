"""`python -m tests.attack.dependencies`: what is installed, compared with the holes that are known of it.

`known_holes.csv` beside this is always compared; the registries are asked too, and it is said when they do not answer.
A version that is too old ends this with 1; a registry out of reach does not.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
HOLES = Path(__file__).with_name("known_holes.csv")
ANSWERS_WITHIN_S = 120
EXTRAS = ("", "aac", "training")
"""What an installation has; what only tests need serves nobody."""


class Hole(NamedTuple):
    """A version and what is wrong with all before it."""

    ecosystem: str
    package: str
    below: str
    id: str
    what: str


def known() -> list[Hole]:
    with HOLES.open(encoding="utf-8", newline="") as file:
        return [Hole(**row) for row in csv.DictReader(file)]


def open_holes() -> list[str]:
    """Each hole of what is installed, as a line."""
    versions = {"pip": python_packages(), "npm": web_packages()}
    return [
        f"{hole.package} {version}: {hole.id}, {hole.what}; closed in {hole.below}"
        for hole in known()
        if (version := versions[hole.ecosystem].get(hole.package)) and Version(version) < Version(hole.below)
    ]


def python_packages() -> dict[str, str]:
    """The version of everything that Bazgoo needs, directly or not, where it is installed."""
    found: dict[str, str] = {}
    todo = [Requirement("bazgoo[aac,training]")]
    while todo:
        wanted = todo.pop()
        name = canonicalize_name(wanted.name)
        if name in found:
            continue
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = installed.version
        todo += _needed(installed.requires or [], EXTRAS if name == "bazgoo" else ("", *wanted.extras))
    return found


def _needed(requirements: list[str], extras: tuple[str, ...]) -> Iterator[Requirement]:
    for requirement in map(Requirement, requirements):
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": each}) for each in extras):
            yield requirement


def web_packages() -> dict[str, str]:
    """The version of each package that the pages are made of, as the lock file has it."""
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text("utf-8"))
    return {
        path.rpartition("node_modules/")[2]: package["version"]
        for path, package in lock["packages"].items()
        if path and not package.get("dev") and re.fullmatch(r"[\d.]+", package.get("version", ""))
    }


def ask_registries() -> Iterator[str]:
    """What the registries' own audits say, or that they said nothing."""
    audits = {
        "pip-audit": ["pip-audit", "--progress-spinner=off", "--skip-editable"],
        "npm audit": [sys.executable, str(ROOT / "web" / "npm.py"), "audit", "--omit=dev"],
    }
    for name, command in audits.items():
        if not shutil.which(command[0]):
            yield f"{name}: not asked, it is not installed"
            continue
        try:
            asked = subprocess.run(
                command,
                check=False,
                cwd=ROOT / "web",
                capture_output=True,
                text=True,
                timeout=ANSWERS_WITHIN_S,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            yield f"{name}: no answer ({type(error).__name__})"
            continue
        told = [line for line in (asked.stdout + asked.stderr).splitlines() if line.strip()]
        yield f"{name} ended with {asked.returncode}: {' / '.join(told[:3])[:300]}"


def main() -> int:
    """Compare, ask and say; 1 when something has a known hole."""
    packages = python_packages()
    holes = open_holes()
    lines = [
        f"{len(packages)} Python packages and {len(web_packages())} of the pages, {len(known())} holes known here"
    ]
    lines += [*ask_registries(), *holes]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main())
