"""A real studio and a real Chromium for the tests of the pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.chromium import find
from tests.e2e.hub import fill_hub
from tests.e2e.studio import ADMIN, Person, Studio, open_studio
from tests.hub_standin import HubStandin

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]
ANSWERS_WITHIN_MS = 15_000
OFTEN = "10000/minute"
AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"

expect.set_options(timeout=ANSWERS_WITHIN_MS)


@pytest.fixture(scope="session")
def hub(tiny_voice: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubStandin]:
    """A Hub on loopback."""
    with fill_hub(tiny_voice, tmp_path_factory.mktemp("hub")) as hub:
        yield hub


@pytest.fixture(scope="session")
def mirror(tiny_voice: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubStandin]:
    """Another address with the same models."""
    with fill_hub(tiny_voice, tmp_path_factory.mktemp("mirror")) as mirror:
        yield mirror


@pytest.fixture
def calm(hub: HubStandin) -> Iterator[None]:
    """No trouble of one test waits for the next."""
    yield
    hub.faults.clear()
    hub.pace_bytes_s = None


@pytest.fixture(scope="session")
def studio(hub: HubStandin, mirror: HubStandin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A running studio beside that Hub and its mirror."""
    with open_studio(
        tmp_path_factory.mktemp("studio"),
        HF_ENDPOINT=hub.url,
        BAZGOO_HUB_ENDPOINTS=f"{hub.url},{mirror.url}",
        BAZGOO_RATE_LIMIT__REGISTER=OFTEN,
        BAZGOO_RATE_LIMIT__LOGIN=OFTEN,
        BAZGOO_RATE_LIMIT__SEARCH=OFTEN,
    ) as studio:
        studio.register(ADMIN)
        yield studio


# Playwright runs an event loop of its own while it is open, so it is closed before the next module's tests.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    path = find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser, studio: Studio) -> Iterator[Callable[..., BrowserContext]]:
    """Opens browsers that know nothing of each other; no page of theirs may break or leave our own origin."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_context(address: str = studio.address, **options: object) -> BrowserContext:
        options = {"viewport": {"width": 1280, "height": 800}} | options
        context = browser.new_context(base_url=address, **options)
        context.set_default_timeout(ANSWERS_WITHIN_MS)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("console", lambda message: faults.extend(_blocked(message.text)))
        context.on("request", lambda request: faults.extend(_elsewhere(request.url, address)))
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()
    assert faults == []


def _blocked(message: str) -> list[str]:
    return [message] if "Content Security Policy" in message else []


def _elsewhere(url: str, address: str) -> list[str]:
    return [] if url.startswith((address, "blob:")) else [url]


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a wide screen, at the studio's address."""
    return new_context().new_page()


@pytest.fixture
def person(studio: Studio) -> Person:
    """Someone with an account."""
    return studio.register()


@pytest.fixture
def admin(new_context: Callable[..., BrowserContext]) -> Page:
    """The page of the studio's admin."""
    page = new_context().new_page()
    log_in(page, ADMIN)
    return page


@pytest.fixture
def member(page: Page, person: Person) -> Page:
    """The page of someone who has logged in."""
    log_in(page, person)
    return page


def log_in(page: Page, person: Person, path: str = "/login") -> None:
    """Log in on the page; it is then where it was going."""
    page.goto(path)
    page.get_by_test_id("email").fill(person.email)
    page.get_by_test_id("password").fill(person.password)
    page.get_by_test_id("submit-login").click()
    page.wait_for_url(lambda url: "/login" not in url)


def axe_violations(page: Page) -> list[str]:
    """The rules of WCAG 2.2 AA and of good practice that the page breaks."""
    if not AXE.exists():
        pytest.skip("axe is not installed: npm ci has not run in web/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in found]
