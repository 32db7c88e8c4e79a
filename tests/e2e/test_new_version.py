"""A newer version of the pages: announced, never taken by force, and rid of the old one."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, Page, expect

from bazgoo.server.pages import PAGES, Pages
from bazgoo.server.security import SecurityHeaders
from tests.e2e.offline import kept, wait_until_kept

pytestmark = pytest.mark.chromium

NEWER = "<title>بازگوی تازه</title>"


@contextmanager
def _serve(pages: Path) -> Iterator[str]:
    """The pages alone, with no studio behind them, on a free port until the block ends."""
    config = uvicorn.Config(SecurityHeaders(Pages(pages)), port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def _renew(pages: Path) -> None:
    """Put a newer version there: another page, and an asset less."""
    index = pages / "index.html"
    index.write_text(re.sub("<title>.*</title>", NEWER, index.read_text("utf-8")), "utf-8")
    worker = pages / "sw.js"
    code = worker.read_text("utf-8").replace('"version":"', '"version":"newer-', 1)
    worker.write_text(re.sub(r'"/assets/RegisterPage-[^"]+",', "", code), "utf-8")
    for packed in pages.glob("sw.js.*"):
        packed.unlink()


def _title(page: Page) -> bool:
    answer = page.evaluate("async () => (await (await fetch('/index.html')).text())")
    return NEWER in answer


def test_a_newer_version_is_announced_and_comes_when_it_is_wanted(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    shutil.copytree(PAGES, pages)
    with _serve(pages) as address:
        page = new_context(address).new_page()
        page.goto("/register")
        expect(page.get_by_test_id("email")).to_be_visible()
        wait_until_kept(page)
        page.reload()
        page.wait_for_function(
            "async () => (await (await caches.open('bazgoo.assets')).keys())"
            ".some(({ url }) => url.includes('/RegisterPage-'))"
        )
        _renew(pages)
        page.reload()  # a browser asks for a newer service worker whenever a page is opened
        strip = page.get_by_test_id("strip-renewal")
        expect(strip).to_be_visible()
        page.get_by_test_id("email").fill("in.the.middle@example.org")
        assert not _title(page)
        expect(page.get_by_test_id("email")).to_have_value("in.the.middle@example.org")
        strip.get_by_role("button").click()
        expect(strip).to_have_count(0)
        expect(page.get_by_test_id("email")).to_have_value("")
        assert _title(page)
        assert len([path for path in kept(page) if path == "/index.html"]) == 1
        names = page.evaluate("() => caches.keys()")
        assert len([name for name in names if name.startswith("bazgoo.shell.")]) == 1
