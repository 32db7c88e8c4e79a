"""What stands around every page: languages, themes, keyboard, phone, and addresses that lead nowhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.e2e.conftest import axe_violations, log_in
from tests.e2e.studio import ADMIN, PASSWORD, newcomer

pytestmark = pytest.mark.chromium

PAGES = ("/models", "/training", "/status", "/settings", "/admin", "/nowhere")
GATES = ("/login", "/register")


def _html(page: Page) -> tuple[str | None, ...]:
    return tuple(page.locator("html").get_attribute(name) for name in ("lang", "dir", "data-theme"))


def test_a_new_browser_sees_persian_from_right_to_left(page: Page) -> None:
    page.goto("/login")
    assert _html(page) == ("fa", "rtl", "light")
    expect(page.get_by_role("heading", level=1)).to_have_text("ورود")
    expect(page).to_have_title("ورود · بازگو")


def test_english_is_one_click_away_and_stays(page: Page) -> None:
    page.goto("/login")
    page.get_by_test_id("language-switch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    page.reload()
    expect(page).to_have_title("Log in · Bazgoo")
    assert _html(page)[:2] == ("en", "ltr")
    page.get_by_test_id("language-switch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ورود")


def test_the_theme_follows_the_device_until_one_is_chosen(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(color_scheme="dark").new_page()
    page.goto("/login")
    assert _html(page)[2] == "dark"
    page.get_by_test_id("theme-switch").click()
    assert _html(page)[2] == "light"
    page.reload()
    assert _html(page)[2] == "light"


def test_letters_are_drawn_in_vazirmatn_from_our_own_origin(page: Page) -> None:
    page.goto("/login")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate("() => document.fonts.ready")
    loaded = page.evaluate(
        "() => [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family)"
    )
    assert any("Vazirmatn" in family for family in loaded)


def test_an_account_is_made_with_the_keyboard_alone(page: Page) -> None:
    person = newcomer()
    page.goto("/register")
    expect(page.get_by_test_id("email")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="رفتن به متن اصلی")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_test_id("email")).to_be_focused()
    page.keyboard.type(person.email)
    page.keyboard.press("Tab")
    page.keyboard.type(person.username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/speak")


def test_going_to_another_page_moves_the_focus_there(member: Page) -> None:
    member.get_by_role("link", name="تنظیمات").focus()
    member.keyboard.press("Enter")
    expect(member.get_by_role("heading", name="تنظیمات")).to_be_visible()
    expect(member.get_by_role("main")).to_be_focused()


def test_an_address_that_leads_nowhere_says_so(member: Page) -> None:
    member.goto("/nowhere")
    expect(member.get_by_role("heading", level=1)).to_have_text("این صفحه پیدا نشد")
    member.get_by_role("link", name="بازگشت به گفتار").click()
    member.wait_for_url("**/speak")


def test_the_admins_page_is_not_there_for_others(member: Page) -> None:
    member.goto("/admin")
    expect(member.get_by_role("heading", level=1)).to_have_text("این صفحه پیدا نشد")


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_break_no_rule_of_accessibility(
    new_context: Callable[..., BrowserContext], language: str, theme: str
) -> None:
    page = new_context(color_scheme=theme, reduced_motion="reduce").new_page()
    page.goto("/login")
    if language == "en":
        page.get_by_test_id("language-switch").click()
    for path in GATES:
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert axe_violations(page) == []
    log_in(page, ADMIN)
    for path in PAGES:
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(
            page.get_by_role("status", name="در حال بارگذاری…" if language == "fa" else "Loading…")
        ).to_have_count(0)
        assert axe_violations(page) == []


@pytest.mark.parametrize("language", ["fa", "en"])
def test_nothing_is_wider_than_a_narrow_phone(
    new_context: Callable[..., BrowserContext], language: str
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    log_in(page, ADMIN)
    if language == "en":
        page.get_by_test_id("language-switch").click()
    for path in ("/speak", *PAGES):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 360, path


def test_the_first_page_is_small(page: Page) -> None:
    """All the scripts that the way to Speak's login needs, as they travel."""
    sizes: list[int] = []

    def weigh(request: Request) -> None:
        if request.resource_type == "script":
            sizes.append(request.sizes()["responseBodySize"])

    page.on("requestfinished", weigh)
    page.goto("/login")
    expect(page.get_by_test_id("email")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) < 200_000
