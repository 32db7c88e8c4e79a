"""Builds and types, where the installation is a checkout: what continuous integration looks at, but the tests."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import bazgoo
from bazgoo.cli.verify.finding import Check, Gap, Skipped
from bazgoo.cli.verify.site import Site

ENDS_WITHIN_S = 900.0
PYTHON = {
    "سبک": ("style", "ruff", "check"),
    "گونه‌های پایتون": ("types of Python", "mypy"),
    "دیوارها": ("walls between rooms", "lint-imports"),
}
"""What looks over the Python code: in both languages, and the program beside ours."""
WEB = {
    "گونه‌های صفحه‌ها": ("types of the pages", "typecheck"),
    "کارخواه API": ("the client follows the API", "generate:check"),
    "ساخت صفحه‌ها": ("the pages build", "build"),
}
"""The same of the pages, as scripts of their package."""


def checks(site: Site) -> Iterator[Check]:  # noqa: ARG001  the same of every installation of this code
    """Each tool that is installed."""
    for fa, (en, *command) in PYTHON.items():
        yield Check(fa, en, partial(_python, command))
    for fa, (en, script) in WEB.items():
        yield Check(fa, en, partial(_web, script))


def _checkout() -> Path:
    """The checkout that this program runs from; raises Skipped in an installed package."""
    folder = Path(bazgoo.__file__).parents[2]
    if not (folder / "pyproject.toml").is_file() or not (folder / "web").is_dir():
        raise Skipped("نصب از بسته است، نه از مخزن.", "This is a package, not a checkout.")
    return folder


def _python(command: Sequence[str]) -> str:
    program = Path(sys.executable).with_name(command[0])
    checkout = _checkout()
    if not program.is_file():
        raise Skipped(
            f"{command[0]} نصب نیست: ‎./setup.sh --test", f"{command[0]} is not installed: ./setup.sh --test"
        )
    _run(checkout, [str(program), *command[1:]])
    return " ".join(command)


def _web(script: str) -> str:
    checkout = _checkout()
    if not (checkout / "web/node_modules").is_dir():
        raise Skipped(
            "بسته‌های صفحه‌ها نصب نیستند: ‎./test.sh", "The pages' packages are not installed: ./test.sh"
        )
    with tempfile.TemporaryDirectory(prefix="bazgoo-verify-") as folder:
        # built beside, so that the pages that are being served stay
        beside = ["--", "--outDir", folder, "--emptyOutDir"] if script == "build" else []
        _run(checkout, [sys.executable, "web/npm.py", "run", "-s", script, *beside])
    return f"npm run {script}"


def _run(checkout: Path, command: Sequence[str]) -> None:
    """Run a tool in the checkout; raises Gap with its last words when it is not content."""
    environment = os.environ | {"MYPYPATH": str(checkout / "src"), "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603  made above
        command,
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        timeout=ENDS_WITHIN_S,
        check=False,
    )
    if done.returncode:
        told = " | ".join((done.stdout + done.stderr).strip().splitlines()[-6:])[-600:]
        raise Gap(told, told)
