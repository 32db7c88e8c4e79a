"""How a person sets the way to the Hub: token, addresses, limits."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import axe_violations
from tests.e2e.hub import TOKEN
from tests.e2e.studio import Person, Studio

pytestmark = pytest.mark.chromium


def test_a_token_is_kept_hinted_checked_and_deleted(member: Page, studio: Studio, person: Person) -> None:
    member.goto("/settings")
    member.get_by_test_id("hub-token").fill(TOKEN)
    member.get_by_test_id("hub-token-save").click()
    expect(member.get_by_test_id("hub-token-hint")).to_have_text(re.compile(f"{TOKEN[-4:]}$"))
    member.reload()
    member.get_by_test_id("hub-token-check").click()
    expect(member.get_by_test_id("hub-token-verdict")).to_contain_text("sara")
    assert TOKEN not in member.content()
    assert axe_violations(member) == []
    member.get_by_test_id("hub-token-delete").click()
    member.get_by_role("dialog").get_by_role("button", name="حذف", exact=True).click()
    expect(member.get_by_test_id("hub-token")).to_have_value("")
    kept = httpx.get(f"{studio.address}/api/settings", headers=studio.log_in(person)).json()
    assert kept["huggingface_token_set"] is False


def test_a_token_that_the_hub_does_not_take_is_told(member: Page) -> None:
    member.goto("/settings")
    member.get_by_test_id("hub-token").fill("hf_nobody_has_this_one")
    member.get_by_test_id("hub-token-save").click()
    expect(member.get_by_text("هاب این توکن را نپذیرفت").or_(member.get_by_text("نمی‌پذیرد"))).to_be_visible()


def test_addresses_are_added_moved_and_removed(member: Page) -> None:
    member.goto("/settings")
    own = member.get_by_test_id("hub-own-address")
    for url in ("https://one.example.org", "https://two.example.org/hub"):
        member.get_by_test_id("hub-address").fill(url)
        member.get_by_test_id("hub-address-add").click()
        expect(own.last).to_contain_text(url)
    member.get_by_role("button", name="بردن https://two.example.org/hub به بالا").click()
    expect(own.first).to_contain_text("two.example.org")
    member.reload()
    expect(own.first).to_contain_text("two.example.org")
    member.get_by_role("button", name="برداشتن https://one.example.org").click()
    expect(own).to_have_count(1)


def test_limits_are_kept(member: Page) -> None:
    member.goto("/settings")
    member.get_by_test_id("hub-at-once").select_option("6")
    expect(member.get_by_test_id("hub-at-once")).to_be_enabled()
    member.get_by_test_id("hub-bandwidth").fill("2000")
    member.get_by_role("button", name="ثبت بیشترین سرعت").click()
    member.get_by_role("switch", name="صدای پیشنهادی خودش بیاید").click()
    expect(member.get_by_role("switch", name="صدای پیشنهادی خودش بیاید")).to_be_enabled()
    member.reload()
    expect(member.get_by_test_id("hub-at-once")).to_have_value("6")
    expect(member.get_by_test_id("hub-bandwidth")).to_have_value("2000")
