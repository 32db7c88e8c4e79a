"""Prints the path of a Chromium that tests can drive; exits 1 where there is none."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def find() -> str | None:
    """The machine's own Chromium, else the one Playwright has downloaded."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    path = find()
    sys.stdout.write(f"{path or ''}\n")
    sys.exit(0 if path else 1)
