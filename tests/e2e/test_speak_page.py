"""The Speak page around the sound: choices, history, files, every eye and every screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import axe_violations, log_in
from tests.e2e.listening import Listener
from tests.e2e.studio import Person

pytestmark = pytest.mark.chromium


@pytest.fixture
def listener(member: Page) -> Listener:
    """Someone who has logged in and listens."""
    return Listener.on(member)


def test_the_history_survives_a_reload_and_loads_a_text_again(listener: Listener) -> None:
    listener.speed.fill("1.5")
    listener.voice.select_option("espeak-fa-female")
    listener.speak("سلام بر تاریخ")
    listener.until_made()
    listener.page.reload()
    entry = listener.page.get_by_test_id("history-entry")
    expect(entry).to_contain_text("سلام بر تاریخ")
    expect(entry).to_contain_text("۱٫۵×")
    listener.speed.fill("1")
    entry.get_by_role("button").first.click()
    expect(listener.text).to_have_value("سلام بر تاریخ")
    expect(listener.speed).to_have_value("1.5")
    expect(listener.voice).to_have_value("espeak-fa-female")


def test_the_history_can_be_cleared_and_taken_back(listener: Listener) -> None:
    listener.speak("یادم بماند")
    entry = listener.page.get_by_test_id("history-entry")
    expect(entry).to_have_count(1)
    listener.page.get_by_role("button", name="پاک کردن همه").click()
    expect(entry).to_have_count(0)
    listener.page.get_by_role("button", name="برگرداندن").click()
    expect(entry).to_have_count(1)


def test_the_last_choices_are_remembered(listener: Listener) -> None:
    listener.voice.select_option("espeak-fa-female")
    listener.speed.fill("0.75")
    listener.format.select_option("flac")
    listener.page.reload()
    expect(listener.voice).to_have_value("espeak-fa-female")
    expect(listener.speed).to_have_value("0.75")
    expect(listener.format).to_have_value("flac")


def test_it_speaks_where_the_browser_keeps_nothing(
    new_context: Callable[..., BrowserContext], person: Person
) -> None:
    context = new_context()
    context.add_init_script("""Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("", "SecurityError"); },
    })""")
    page = context.new_page()
    page.add_init_script("window.files = new Map();")
    log_in(page, person, "/speak")
    listener = Listener(page)
    listener.speak("سلام دنیا")
    listener.until_sound_comes_out()
    expect(page.get_by_test_id("history-entry")).to_have_count(1)


def test_a_text_file_is_opened(listener: Listener) -> None:
    file = {"name": "متن.txt", "mimeType": "text/plain", "buffer": "متن پرونده".encode("cp1256")}
    listener.page.locator("input[type=file]").set_input_files(file)
    expect(listener.text).to_have_value("متن پرونده")


def test_ssml_is_spoken_and_shown_without_its_tags(listener: Listener) -> None:
    listener.page.get_by_text("گزینه‌های بیشتر").click()
    listener.page.get_by_role("switch").click()
    listener.speak('<speak>سلام<break time="700ms"/>دنیا</speak>')
    listener.until_made()
    shown = listener.page.get_by_role("group", name="متن در حال خواندن")
    expect(shown).to_have_text("سلامدنیا")
    assert listener.sound("duration") > 0.7


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_breaks_no_rule_of_accessibility(
    new_context: Callable[..., BrowserContext], person: Person, language: str, theme: str
) -> None:
    phone = {"width": 390, "height": 844}
    page = new_context(viewport=phone, reduced_motion="reduce", color_scheme=theme).new_page()
    log_in(page, person, "/speak")
    if language == "en":
        page.get_by_test_id("language-switch").click()
    expect(page.get_by_test_id("speak-button")).to_be_visible()
    assert axe_violations(page) == []
    listener = Listener(page)
    listener.speak("سلام بر شما. هوا خوب است.")
    listener.until_sound_comes_out()
    expect(listener.progress).to_have_attribute("aria-valuenow", "100")
    expect(page.get_by_test_id("history-entry")).to_have_count(1)
    assert axe_violations(page) == []


def test_nothing_is_wider_than_a_narrow_phone(
    new_context: Callable[..., BrowserContext], person: Person
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    log_in(page, person, "/speak")
    listener = Listener(page)
    listener.speak("واژه‌ای‌بسیاربسیاربسیاربسیاربسیاربسیاربسیاربسیاربسیاربسیاربسیاربسیاربلند سلام.")
    expect(listener.progress).to_have_attribute("aria-valuenow", "100")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    expect(page.get_by_role("slider", name="جای پخش")).to_be_in_viewport()


def test_the_sound_stops_when_one_leaves_the_page(listener: Listener) -> None:
    listener.speak("این متن کمی بلند است و هنوز خوانده می‌شود. بازگو آن را می‌خواند.")
    listener.until_sound_comes_out()
    audio = listener.audio.element_handle()
    listener.page.get_by_role("navigation").get_by_role("link", name="تنظیمات").click()
    expect(listener.audio).to_have_count(0)
    assert audio is not None
    assert audio.evaluate("(audio) => audio.paused")
