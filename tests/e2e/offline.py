"""What the tests of the pages without a network look at: the service worker and what it keeps."""

import json
import re
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from bazgoo.server.pages import PAGES

CONTROLLED = "() => navigator.serviceWorker.controller !== null"
KEPT = """async () => {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys())));
  return kept.flat().map(({ url }) => new URL(url).pathname);
}"""


def wait_until_kept(page: Page) -> None:
    """Wait until the studio is in the browser and its service worker answers for it."""
    page.wait_for_function(CONTROLLED)


def kept(page: Page) -> set[str]:
    """The paths of all that the service worker keeps."""
    return set(page.evaluate(KEPT))


def unplug(context: BrowserContext) -> None:
    """Take the network away."""
    context.set_offline(True)


def plug_in(context: BrowserContext) -> None:
    """Give the network back."""
    context.set_offline(False)


def is_isolated(page: Page) -> bool:
    """Whether the page may run threads of WebAssembly."""
    return bool(page.evaluate("() => crossOriginIsolated"))


def expect_lost(page: Page, lost: bool = True) -> None:
    """The page says that the studio does not answer, or no longer."""
    expect(page.get_by_test_id("strip-offline")).to_have_count(1 if lost else 0)


def build() -> dict[str, Any]:
    """What the build has told the service worker."""
    first_line = (PAGES / "sw.js").read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"self\.BUILD=(\{.*\});", first_line)
    assert found is not None
    told: dict[str, Any] = json.loads(found[1])
    return told


def parts_of_workers() -> list[str]:
    """What the workers that speak are made of."""
    needs: dict[str, list[str]] = build()["needs"]
    speaking = {name: parts for name, parts in needs.items() if re.search("/(reader|voice).worker-", name)}
    return [*speaking, *(part for parts in speaking.values() for part in parts)]
