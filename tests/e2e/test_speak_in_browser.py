"""The Speak page speaks in the browser: where it is made, what stands in for what, and what the browser keeps."""

import json
from collections.abc import Callable

import pytest
import soundfile
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.e2e.conftest import axe_violations, log_in
from tests.e2e.listening import Listener
from tests.e2e.offline import is_isolated, parts_of_workers, unplug, wait_until_kept
from tests.e2e.studio import Person

pytestmark = pytest.mark.chromium

STARTER = "fa_IR-espeak_starter-low"
TEXT = "سلام بر شما. امروز ۲۵ آبان است و هوا خوب است."
READY_WITHIN_MS = 120_000


@pytest.fixture
def listener(member: Page) -> Listener:
    """Someone who has logged in and listens to the voice that comes along."""
    listener = Listener.on(member)
    listener.voice.select_option(STARTER)
    return listener


def choose_place(listener: Listener, place: str) -> None:
    """Say where speech is made: ``automatic``, ``browser`` or ``server``."""
    listener.place.locator(f"input[value={place}]").check(force=True)


def hear(listener: Listener, text: str = TEXT) -> dict[str, float]:
    """Have ``text`` spoken wherever it is to be; answers what has come."""
    listener.speak(text)
    expect(listener.progress).to_have_attribute("aria-valuenow", "100", timeout=READY_WITHIN_MS)
    listener.until_made()
    listener.play.click()
    return listener.decoded()


def keep_voice(listener: Listener) -> None:
    """Have the browser keep all that the voice needs."""
    listener.page.get_by_test_id("keep-voice").click()
    expect(listener.page.get_by_test_id("voice-kept")).to_be_visible(timeout=READY_WITHIN_MS)


def open_kept(listener: Listener) -> Locator:
    """The list of what the browser keeps."""
    listener.kept.click()
    kept = listener.page.get_by_test_id("kept")
    expect(kept).to_be_visible()
    return kept


def test_the_browser_speaks_as_the_server_does(listener: Listener) -> None:
    choose_place(listener, "server")
    by_server = hear(listener)
    asked: list[str] = []
    listener.page.on("request", lambda request: asked.append(request.url))
    choose_place(listener, "browser")
    by_browser = hear(listener)
    assert not any(url.endswith("/api/speech") for url in asked)
    assert by_browser["duration_s"] == pytest.approx(by_server["duration_s"], rel=0.1)
    assert by_browser["rms"] == pytest.approx(by_server["rms"], rel=0.3)
    entry = listener.page.get_by_test_id("history-entry")
    expect(entry.first).to_contain_text("در مرورگر")
    listener.until(lambda: listener.page.evaluate("() => window.marked.length") > 0)


def test_the_choice_is_remembered(listener: Listener) -> None:
    choose_place(listener, "browser")
    listener.page.reload()
    expect(listener.place.locator("input[value=browser]")).to_be_checked()


def test_a_file_is_made_in_the_page_and_other_formats_need_the_server(listener: Listener) -> None:
    choose_place(listener, "browser")
    heard = hear(listener)
    listener.format.select_option("wav")
    listener.page.route("**/api/speech", lambda route: route.abort())
    with listener.page.expect_download() as download:
        listener.download.click()
    assert soundfile.info(download.value.path()).duration == pytest.approx(heard["duration_s"], rel=0.1)
    choose_place(listener, "automatic")
    listener.format.select_option("mp3")
    listener.download.click()
    expect(listener.page.get_by_test_id("error-message")).to_contain_text("WAV")


def test_the_browser_steps_in_for_a_server_that_does_not_answer(listener: Listener) -> None:
    listener.page.route("**/api/speech", lambda route: route.abort())
    assert hear(listener)["duration_s"] > 1
    expect(listener.moved.first).to_contain_text("کارگاه پاسخ نمی‌دهد")


def test_the_server_steps_in_for_a_browser_that_cannot(listener: Listener) -> None:
    keep_voice(listener)
    kept = open_kept(listener)
    kept.get_by_role("button", name="خوانندهٔ متن فارسی").click()
    expect(kept.get_by_test_id("kept-file")).to_have_count(1)
    listener.page.route("**/api/reader", lambda route: route.abort())
    listener.page.reload()
    assert hear(listener)["duration_s"] > 1
    expect(listener.moved.first).to_contain_text("گرفته نشد؛ سرور می‌خواند")


def test_a_voice_that_runs_on_the_server_alone_names_those_that_run_here(listener: Listener) -> None:
    listener.voice.select_option("espeak-fa")
    choose_place(listener, "browser")
    note = listener.page.get_by_test_id("speak-not-here")
    expect(note).to_contain_text("تنها روی سرور")
    expect(listener.button).to_be_disabled()
    note.get_by_role("button", name="espeak starter").click()
    expect(listener.voice).to_have_value(STARTER)
    expect(listener.button).to_be_enabled()


def test_what_is_fetched_first_is_shown_and_can_be_left(listener: Listener) -> None:
    def leave_waiting(route: Route) -> None:
        """Neither answers nor refuses."""

    listener.page.route("**/api/reader", leave_waiting)
    choose_place(listener, "browser")
    listener.speak(TEXT)
    expect(listener.loading).to_be_visible()
    listener.loading.get_by_role("button").click()
    expect(listener.loading).to_have_count(0)
    expect(listener.button).to_have_text("بخوان")
    expect(listener.page.get_by_test_id("error-message")).to_have_count(0)


def test_a_kept_voice_speaks_without_a_network(listener: Listener) -> None:
    wait_until_kept(listener.page)
    keep_voice(listener)
    loaded = "async () => (await Promise.all(%s.map((part) => caches.match(part)))).every(Boolean)"
    listener.page.wait_for_function(loaded % json.dumps(parts_of_workers()))
    unplug(listener.page.context)
    listener.page.reload()
    assert is_isolated(listener.page)
    expect(listener.page.get_by_test_id("speak-away")).to_be_visible()
    expect(listener.voice.locator("option")).to_have_count(1)
    expect(listener.voice).to_have_value(STARTER)
    assert hear(listener)["duration_s"] > 1
    expect(listener.page.get_by_test_id("history-entry").first).to_contain_text("در مرورگر")
    expect(listener.page.get_by_test_id("error-message")).to_have_count(0)
    listener.page.get_by_test_id("reading-panel").locator("summary").click()
    expect(listener.page.get_by_test_id("reading-word").first).to_be_visible()


def test_a_text_that_is_to_stay_in_the_browser_is_read_there_too(listener: Listener) -> None:
    asked: list[str] = []
    listener.page.on("request", lambda request: asked.append(request.url))
    choose_place(listener, "browser")
    listener.text.fill(TEXT)
    listener.page.get_by_test_id("reading-panel").locator("summary").click()
    words = listener.page.get_by_test_id("reading-word")
    expect(words.first).to_be_visible(timeout=READY_WITHIN_MS)
    assert words.all_inner_texts()[:3] == ["سَلام", "بَر", "شُما"]
    assert any(url.endswith("/api/reader") for url in asked)
    assert not any("/api/text/analyze" in url for url in asked)


def test_what_is_kept_is_listed_and_cleared(listener: Listener) -> None:
    keep_voice(listener)
    kept = open_kept(listener)
    files = kept.get_by_test_id("kept-file")
    expect(files).to_have_count(2)
    expect(files.filter(has_text="بایت")).to_have_count(2)
    expect(kept.get_by_role("meter")).to_be_visible()
    kept.get_by_test_id("kept-clear").click()
    kept.get_by_role("button", name="انصراف").click()
    expect(files).to_have_count(2)
    kept.get_by_test_id("kept-clear").click()
    kept.get_by_test_id("kept-clear-confirm").click()
    expect(files).to_have_count(0)
    expect(kept).to_contain_text("هنوز چیزی")


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken_on_a_phone(
    new_context: Callable[..., BrowserContext], person: Person, language: str, theme: str
) -> None:
    phone = {"width": 390, "height": 844}
    page = new_context(viewport=phone, reduced_motion="reduce", color_scheme=theme).new_page()
    log_in(page, person, "/speak")
    listener = Listener(page)
    if language == "en":
        page.get_by_test_id("language-switch").click()
    listener.voice.select_option("espeak-fa")
    choose_place(listener, "browser")
    expect(page.get_by_test_id("speak-not-here")).to_be_visible()
    assert axe_violations(page) == []
    listener.voice.select_option(STARTER)
    keep_voice(listener)
    open_kept(listener)
    page.get_by_test_id("kept-clear").click()
    assert axe_violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
