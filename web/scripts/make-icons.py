"""Writes the PNG icons in public/ from favicon.svg, once for all; needs Playwright and a Chromium."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

WEB = Path(__file__).parents[1]
sys.path.append(str(WEB.parent))

from tests.chromium import find  # noqa: E402 - the tests lie beside web/, in no package

GROUND = "#f7f8f5"
ICONS = {
    # name: size in pixels, share of it that the sign takes, ground; a mask leaves a circle of four fifths
    "icon-192.png": (192, 1.0, "transparent"),
    "icon-512.png": (512, 1.0, "transparent"),
    "icon-maskable-512.png": (512, 0.78, GROUND),
    "icon-180.png": (180, 0.86, GROUND),
}

PAGE = """<!doctype html><style>
body {{ margin: 0; display: grid; place-items: center; height: 100vh; background: {ground} }}
svg {{ width: {share:%} }}
</style>{sign}"""


def main() -> None:
    """Draw every icon."""
    sign = (WEB / "public/favicon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for name, (size, share, ground) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(PAGE.format(ground=ground, share=share, sign=sign))
            page.screenshot(path=WEB / "public" / name, omit_background=True)
            page.close()
        browser.close()


main()
