"""A folder of `bazgoo voice embed` on a static host: it speaks as the server does, and nothing else is asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, expect

from bazgoo.cli.bench.static import ISOLATED, hosted
from bazgoo.cli.voice.contents import PAGES
from bazgoo.cli.voice.embedding import embed
from bazgoo.engines.starter import STARTER
from bazgoo.speech import open_speaker
from tests.chromium import find
from tests.e2e.conftest import FLAGS, axe_violations

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(not (PAGES / "embed.json").exists(), reason="the pages are not built"),
]

TEXT = "سلام! ساعت ۱۲:۳۰ است. باران که بند آمد، بچه‌ها از خانه بیرون دویدند."
MOST_MS = 240_000
"""Pyodide and ONNX Runtime may take their time on a busy machine."""

# Keeps all that is handed to the loudspeaker.
WITNESS = """
    window.heard = [];
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (...given) {
      window.heard.push(...this.buffer.getChannelData(0));
      return start.apply(this, given);
    };
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose folder `a/b` speaks."""
    site = tmp_path_factory.mktemp("site")
    embed(STARTER.stem, site / "a/b")
    return site


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    """Opens the page at `a/b/`, served with these headers, in a browser that knows nothing of it."""
    faults: list[str] = []
    with ExitStack() as opened:

        def visit(headers: dict[str, str] | None = None, **options: object) -> Page:
            host = opened.enter_context(hosted(site, headers))
            context = opened.enter_context(browser.new_context(**options))
            home = f"{host.address}a/b/"
            context.on("weberror", lambda error: faults.append(str(error.error)))
            context.on("request", lambda request: faults.extend(_elsewhere(request.url, home)))
            context.on("response", lambda answer: faults.extend([answer.url] if answer.status >= 400 else []))
            page = context.new_page()
            page.add_init_script(WITNESS)
            page.goto(home)
            return page

        yield visit
    assert faults == []


def _elsewhere(url: str, home: str) -> list[str]:
    return [] if url.startswith((home, "blob:", "data:")) else [url]


@pytest.fixture(scope="module")
def page(visit: Callable[..., Page]) -> Page:
    """The page on a host that sends no headers of its own."""
    return visit()


def speak(page: Page, text: str) -> NDArray[np.float32]:
    """Write ``text``, press the button, listen to the end; the samples that were played."""
    page.evaluate("() => { window.heard = []; }")
    page.get_by_role("textbox").fill(text)
    page.get_by_role("button", name="بخوان").click()
    return listen(page)


def listen(page: Page) -> NDArray[np.float32]:
    expect(page.get_by_role("status")).to_have_text("خوانده شد.", timeout=MOST_MS)
    return np.array(page.evaluate("() => window.heard"), np.float32)


def server(text: str) -> NDArray[np.float32]:
    """What the server's speaker says."""
    return open_speaker(None, cache_bytes=0).speak(text, voice=STARTER.stem).samples


def assert_same(heard: NDArray[np.float32], made: NDArray[np.float32]) -> None:
    assert len(heard) == len(made)
    assert np.sqrt(np.mean(np.square(heard))) == pytest.approx(np.sqrt(np.mean(np.square(made))), rel=0.01)
    assert np.sqrt(np.mean(np.square(heard - made))) < 0.01


def test_pressing_the_button_sounds_as_the_server_does(page: Page) -> None:
    assert page.evaluate("() => crossOriginIsolated") is False
    assert_same(speak(page, TEXT), server(TEXT))


def test_nothing_is_kept_and_no_cookie_is_set(page: Page) -> None:
    speak(page, "سلام")
    assert page.context.cookies() == []
    assert page.evaluate("async () => [localStorage.length, (await indexedDB.databases()).length]") == [0, 0]


def test_what_cannot_be_said_is_told_in_a_sentence(page: Page) -> None:
    page.get_by_role("textbox").fill("   ")
    page.get_by_role("button", name="بخوان").click()
    expect(page.get_by_role("status")).to_have_text("متنی برای خواندن نیست. چیزی بنویسید.", timeout=MOST_MS)


def test_it_can_be_stopped_and_speaks_again(page: Page) -> None:
    page.get_by_role("textbox").fill(" ".join([TEXT] * 20))
    page.get_by_role("textbox").press("Control+Enter")
    expect(page.get_by_role("status")).to_have_text("می‌خواند…", timeout=MOST_MS)
    page.evaluate("() => { window.heard = []; }")
    page.get_by_role("textbox").press("Control+Enter")  # from the beginning
    page.wait_for_function("() => window.heard.length > 0", timeout=MOST_MS)
    expect(page.get_by_role("status")).to_have_text("می‌خواند…")
    page.get_by_role("button", name="بایست").click()
    expect(page.get_by_role("button", name="بخوان")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("")
    assert_same(speak(page, "سلام دنیا"), server("سلام دنیا"))


def test_a_page_of_ones_own_reads_what_stands_in_it(page: Page) -> None:
    page.evaluate(
        """() => document.body.insertAdjacentHTML("beforeend", '<article id="story">سلام دنیا</article>' +
            '<section lang="en"><bazgoo-voice for="story" id="reader"></bazgoo-voice></section>')"""
    )
    reader = page.locator("#reader")
    expect(reader.get_by_role("textbox")).to_be_hidden()
    page.evaluate("() => { window.heard = []; }")
    reader.get_by_role("button", name="Speak").click()
    expect(reader.get_by_role("status")).to_have_text("It has been read.", timeout=MOST_MS)
    assert_same(np.array(page.evaluate("() => window.heard"), np.float32), server("سلام دنیا"))


def test_a_program_is_given_the_sound(page: Page) -> None:
    told = page.evaluate(
        """async (text) => {
            const { stream } = await import("./bazgoo.js");
            const passages = [];
            for await (const { pcm, ...passage } of stream(text, { speed: 2 })) {
                passages.push({ ...passage, samples: pcm.length / 2 });
            }
            return passages;
        }""",
        TEXT,
    )
    clips = list(open_speaker(None, cache_bytes=0).stream(TEXT, voice=STARTER.stem, speed=2))
    assert [passage["samples"] for passage in told] == [len(clip.samples) for clip in clips]
    assert [(passage["textStart"], passage["textEnd"]) for passage in told] == [
        (clip.start, clip.end) for clip in clips
    ]
    assert told[-1]["progress"] == 100


def test_a_host_that_isolates_the_page_lets_it_use_threads(visit: Callable[..., Page]) -> None:
    page = visit(ISOLATED)
    assert page.evaluate("() => crossOriginIsolated") is True
    assert_same(speak(page, TEXT), server(TEXT))


def test_what_the_browser_has_cached_speaks_when_the_host_is_gone(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    kept = browser.browser_type.launch_persistent_context(tmp_path, executable_path=find(), args=FLAGS)
    with kept, hosted(site, {"Cache-Control": "max-age=600"}) as host:
        kept.add_init_script(WITNESS)
        first = kept.new_page()
        first.goto(f"{host.address}a/b/")
        speak(first, "سلام دنیا")
        first.close()
        given_bytes = host.given_bytes
        kept.set_offline(True)
        again = kept.new_page()
        again.goto(f"{host.address}a/b/")
        assert_same(speak(again, TEXT), server(TEXT))
        assert host.given_bytes == given_bytes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_for_everybody(visit: Callable[..., Page], scheme: str) -> None:
    page = visit(color_scheme=scheme, viewport={"width": 390, "height": 800})
    expect(page.get_by_role("textbox", name="متنی که خوانده می‌شود")).to_have_value("سلام! حال شما چطور است؟")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert axe_violations(page) == []


def test_nothing_large_is_fetched_before_somebody_speaks(browser: Browser, site: Path) -> None:
    with browser.new_context() as context, hosted(site) as host:
        page = context.new_page()
        page.goto(f"{host.address}a/b/", wait_until="networkidle")
        expect(page.get_by_role("button", name="بخوان")).to_be_visible()
        assert host.given_bytes < 30_000


def test_hosts_that_know_no_mjs_call_every_script_a_script(site: Path) -> None:
    listed = json.loads((PAGES / "embed.json").read_bytes())["files"]
    assert all((site / "a/b" / name).is_file() for name in listed)
    assert {Path(name).suffix for name in listed} == {".js", ".wasm", ".zip"}
