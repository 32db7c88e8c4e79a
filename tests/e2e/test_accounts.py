"""Coming in, staying in and leaving, as a person does it."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import log_in
from tests.e2e.studio import PASSWORD, Person, Studio, open_studio

pytestmark = pytest.mark.chromium


def test_the_first_visitor_of_a_new_studio_becomes_its_admin(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    with open_studio(tmp_path) as new:
        page = new_context(new.address).new_page()
        page.goto("/")
        page.wait_for_url("**/login*")
        expect(page.get_by_text("در این کارگاه هنوز حسابی نیست")).to_be_visible()
        page.get_by_role("link", name="ساختن حساب").click()
        expect(page.get_by_text("این نخستین حساب این کارگاه است")).to_be_visible()
        page.get_by_test_id("email").fill("sara@example.org")
        page.get_by_test_id("username").fill("سارا")
        page.get_by_test_id("password").fill(PASSWORD)
        page.get_by_test_id("submit-register").click()
        page.wait_for_url("**/speak")
        expect(page.get_by_role("navigation").get_by_role("link", name="مدیریت")).to_be_visible()


def test_one_logs_out_and_in_again(member: Page, person: Person) -> None:
    member.get_by_role("button", name="خروج").click()
    member.wait_for_url("**/login*")
    log_in(member, person)
    assert member.url.endswith("/speak")
    expect(member.get_by_role("link", name="مدیریت")).to_have_count(0)


def test_a_wrong_password_is_said_in_the_pages_language(page: Page, person: Person) -> None:
    page.goto("/login")
    page.get_by_test_id("email").fill(person.email)
    page.get_by_test_id("password").fill("نادرست")
    page.get_by_test_id("submit-login").click()
    expect(page.get_by_test_id("error-message")).to_contain_text("درست نیست")
    page.get_by_test_id("language-switch").click()
    page.get_by_test_id("submit-login").click()
    expect(page.get_by_test_id("error-message")).to_contain_text("password")


def test_a_taken_email_is_said(page: Page, person: Person) -> None:
    page.goto("/register")
    page.get_by_test_id("email").fill(person.email)
    page.get_by_test_id("username").fill("دیگری")
    page.get_by_test_id("password").fill(PASSWORD)
    page.get_by_test_id("submit-register").click()
    expect(page.get_by_test_id("error-message")).to_be_visible()
    assert "/register" in page.url


def test_after_login_one_is_where_one_was_going(page: Page, person: Person) -> None:
    log_in(page, person, "/settings")
    assert page.url.endswith("/settings")


@pytest.mark.parametrize("next_", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_a_login_never_leads_to_another_site(page: Page, person: Person, studio: Studio, next_: str) -> None:
    log_in(page, person, f"/login?next={next_}")
    assert page.url == f"{studio.address}/speak"


def test_a_reload_keeps_the_login(member: Page) -> None:
    member.goto("/status")
    member.reload()
    expect(member.get_by_role("heading", level=1)).to_have_text("وضعیت")


def test_many_tabs_reloading_at_once_stay_logged_in(member: Page) -> None:
    tabs = [member, *(member.context.new_page() for _ in range(5))]
    for tab in tabs:
        tab.goto("/speak")
    for _ in range(3):
        for tab in tabs:
            tab.evaluate("location.href = '/settings'")
        for tab in tabs:
            expect(tab.get_by_role("heading", name="تنظیمات")).to_be_visible()


def test_logging_out_in_one_tab_logs_out_the_others(member: Page) -> None:
    other = member.context.new_page()
    other.goto("/settings")
    expect(other.get_by_role("heading", name="تنظیمات")).to_be_visible()
    member.get_by_role("button", name="خروج").click()
    other.wait_for_url("**/login*")


def test_a_login_that_has_ended_leads_to_the_login_page_with_a_sentence(member: Page, studio: Studio) -> None:
    token = member.evaluate("JSON.parse(localStorage.getItem('bazgoo.login')).refresh_token")
    for _ in range(2):  # the second use of one token ends the login
        httpx.post(f"{studio.address}/api/auth/refresh", json={"refresh_token": token})
    member.goto("/status")
    member.wait_for_url("**/login?next=%2Fstatus")
    expect(member.get_by_text("مدت ورود شما به پایان رسیده است")).to_be_visible()


def test_a_page_keeps_working_after_its_access_token_has_ended(member: Page, studio: Studio) -> None:
    """Another tab renews the login; an access token is bound to its login, not to the newest one."""
    refusals: list[int] = []
    member.route("**/api/system/status", _refuse_once(refusals))
    member.get_by_role("link", name="وضعیت").click()
    expect(member.get_by_role("heading", name="این نصب")).to_be_visible()
    assert refusals == [401]


def _refuse_once(refusals: list[int]) -> Callable[..., None]:
    """Sends the first request on without a good token, so that the server itself refuses it."""

    def handle(route) -> None:  # type: ignore[no-untyped-def]
        if refusals:
            return route.continue_()
        refusals.append(401)
        return route.continue_(headers=route.request.headers | {"authorization": "Bearer ended"})

    return handle


def test_registration_that_is_closed_shows_no_form(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    with open_studio(tmp_path) as new:
        admin = new.register()
        page = new_context(new.address).new_page()
        log_in(page, admin, "/admin?tab=installation")
        page.get_by_role("switch", name="ثبت‌نام باز است").click()
        expect(page.get_by_role("switch", name="ثبت‌نام باز است")).not_to_be_checked()
        visitor = new_context(new.address).new_page()
        visitor.goto("/register")
        expect(visitor.get_by_text("مدیر این کارگاه ثبت‌نام را بسته است")).to_be_visible()
        expect(visitor.get_by_test_id("submit-register")).to_have_count(0)


def test_speech_that_is_public_needs_no_login(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    with open_studio(tmp_path, BAZGOO_PUBLIC_SPEECH="true") as public:
        page = new_context(public.address).new_page()
        page.goto("/")
        page.wait_for_url("**/speak")
        expect(page.get_by_role("navigation").get_by_role("link")).to_have_count(1)
        expect(page.get_by_role("link", name="ورود")).to_be_visible()
