"""What one person sets for themselves, and what an admin sets for all."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import axe_violations
from tests.e2e.studio import ADMIN, Person, Studio

pytestmark = pytest.mark.chromium


def test_a_key_is_made_shown_once_used_and_deleted(member: Page, studio: Studio) -> None:
    member.goto("/settings")
    member.get_by_label("نام کلید").fill("دستیار خانه")
    member.get_by_role("button", name="ساختن کلید").click()
    shown = member.get_by_role("textbox", name="کلید تازه")
    expect(shown).to_have_value(re.compile("^bzg_"))
    assert axe_violations(member) == []
    member.context.grant_permissions(["clipboard-read", "clipboard-write"])
    member.get_by_role("button", name="رونوشت").click()
    expect(member.get_by_role("dialog").get_by_role("status")).to_have_text("کلید رونوشت شد.")
    assert member.evaluate("() => navigator.clipboard.readText()") == shown.input_value()
    key = {"Authorization": f"Bearer {shown.input_value()}"}
    member.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    assert httpx.get(f"{studio.address}/api/auth/me", headers=key).status_code == 200
    member.reload()
    member.get_by_role("button", name="حذف کلید «دستیار خانه»").click()
    member.get_by_role("dialog").get_by_role("button", name="حذف", exact=True).click()
    expect(member.get_by_text("هنوز کلیدی ندارید")).to_be_visible()
    assert httpx.get(f"{studio.address}/api/auth/me", headers=key).status_code == 401


def test_language_and_theme_are_also_chosen_in_the_settings(member: Page) -> None:
    member.goto("/settings")
    member.get_by_text("تیره", exact=True).click()
    member.get_by_text("English", exact=True).last.click()
    expect(member.get_by_role("heading", level=1)).to_have_text("Settings")
    expect(member.locator("html")).to_have_attribute("data-theme", "dark")


def test_dates_are_jalali_in_persian_and_gregorian_in_english(member: Page) -> None:
    member.goto("/settings")
    expect(member.get_by_text(re.compile("^[۰-۹]+ .+ ۱۴[۰-۹]{2}$"))).to_be_visible()
    member.get_by_test_id("language-switch").click()
    expect(member.get_by_text(re.compile(r"^\d+ \w+ 20\d\d$"))).to_be_visible()


def test_an_admin_sees_the_machine_and_others_what_is_theirs(member: Page, admin: Page) -> None:
    member.goto("/status")
    expect(member.get_by_text("همه‌چیز درست کار می‌کند")).to_be_visible()
    expect(member.get_by_role("heading", name="از آنِ شما")).to_be_visible()
    expect(member.get_by_role("meter")).to_have_count(0)
    admin.goto("/status")
    expect(admin.get_by_role("meter", name="حافظه")).to_be_visible()


def test_an_admin_changes_and_bars_accounts(member: Page, person: Person, admin: Page) -> None:
    admin.goto("/admin")
    role = admin.get_by_role("combobox", name=f"نقش {person.username}", exact=True)
    accounts = admin.get_by_role("combobox")
    expect(accounts.first).to_be_visible()
    while not role.is_visible():  # they come fifty at a time, the oldest first
        shown = accounts.count()
        admin.get_by_role("button", name="حساب‌های بیشتر").click()
        expect(accounts).not_to_have_count(shown)
    role.select_option("admin")
    expect(role).to_be_enabled()
    member.goto("/admin")
    expect(member.get_by_role("heading", level=1)).to_have_text("مدیریت")
    admin.get_by_role("button", name=f"غیرفعال کردن حساب {person.username}", exact=True).click()
    expect(admin.get_by_role("button", name=f"فعال کردن حساب {person.username}", exact=True)).to_be_visible()
    # the page may already have learnt it from its live connection
    member.goto("/status")
    member.wait_for_url("**/login*")


def test_the_last_admin_cannot_bar_themselves(admin: Page) -> None:
    admin.goto("/admin")
    admin.get_by_role("button", name=f"غیرفعال کردن حساب {ADMIN.username}", exact=True).click()
    expect(admin.get_by_test_id("error-message")).to_be_visible()
