"""The Chromium that is measured with, and what it holds."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from bazgoo.cli.bench.servers import held_bytes
from bazgoo.errors import ChromiumMissing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> "Iterator[Browser]":
    """A browser that is ended with the block; raises ChromiumMissing."""
    if not find_spec("playwright"):
        raise ChromiumMissing(
            reason_fa="بستهٔ playwright نصب نیست.", reason_en="the package playwright is not installed."
        )
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_path(playwright), args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def _path(playwright: "Playwright") -> str:
    """The machine's own Chromium, else the one that playwright has downloaded."""
    own = playwright.chromium.executable_path
    for path in (*map(shutil.which, NAMES), own):
        if path and Path(path).exists():
            return path
    raise ChromiumMissing(reason_fa="Chromium نصب نیست.", reason_en="there is no Chromium.")


def pages_mb() -> float:
    """What the processes of all open pages hold, in MB; shared memory is counted in parts."""
    held = 0
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if "--type=renderer" in process.cmdline():
                held += held_bytes(process)
    return held / 2**20
