"""Models brought, watched, kept and removed, as a person does it."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.conftest import axe_violations, log_in
from tests.e2e.hub import SLOWLY_BYTES_S
from tests.e2e.listening import Listener
from tests.e2e.studio import ADMIN
from tests.hub_standin import Fault, HubStandin

pytestmark = [pytest.mark.chromium, pytest.mark.usefixtures("calm")]

BROUGHT_WITHIN_MS = 30_000


def card(page: Page, name: str) -> Locator:
    """The card of the repository or voice ``name``."""
    return page.get_by_test_id("model-card").filter(has_text=name).first


def search(page: Page, words: str) -> None:
    """Type ``words`` on the Find tab."""
    page.goto("/models")
    search_here(page, words)


def search_here(page: Page, words: str) -> None:
    """Type ``words``, and wait until the address has them."""
    page.get_by_test_id("model-search").fill(words)
    page.wait_for_url(f"**q={words}*")


def bring(page: Page, name: str) -> Locator:
    """Download the repository ``name``; its card."""
    search(page, name.rpartition("/")[2])
    found = card(page, name)
    found.get_by_test_id("model-download").click()
    return found


def progress(row: Locator) -> float:
    """How far the bar of ``row`` is."""
    return float(row.get_by_test_id("download-progress").get_attribute("aria-valuenow") or 0)


def until_it_moves(row: Locator, beyond: float = 0) -> None:
    """Wait until the bar of ``row`` is beyond a point."""
    until = time.monotonic() + BROUGHT_WITHIN_MS / 1000
    while progress(row) <= beyond:
        assert time.monotonic() < until, "it did not move"
        row.page.wait_for_timeout(50)


def test_from_search_to_speech_in_three_clicks(member: Page) -> None:
    search(member, "ganji")
    card(member, "fa_IR-ganji-medium").get_by_test_id("model-download").click()
    speak = card(member, "fa_IR-ganji-medium").get_by_test_id("model-speak")
    expect(speak).to_be_visible(timeout=BROUGHT_WITHIN_MS)
    expect(member.get_by_test_id("toast")).to_contain_text("آماده است")
    speak.click()
    expect(member.get_by_test_id("speak-voice")).to_have_value("fa_IR-ganji-medium")
    listener = Listener(member)
    listener.button.click()
    listener.until_made()
    listener.until_sound_comes_out()


def test_persian_voices_are_offered_before_anything_is_typed(member: Page) -> None:
    member.goto("/models")
    expect(member.get_by_role("heading", name="صداهای فارسی برای شروع")).to_be_visible()
    gyro = card(member, "fa_IR-gyro-medium")
    expect(gyro.get_by_test_id("model-download")).to_be_visible()
    expect(card(member, "fa_IR-amir-medium").get_by_test_id("model-sample")).to_be_visible()
    expect(card(member, "someone/tiny")).to_contain_text("اینجا با Piper کار می‌کند")


def test_a_voice_is_heard_before_it_is_brought(member: Page) -> None:
    member.goto("/models")
    amir = card(member, "fa_IR-amir-medium")
    amir.get_by_test_id("model-sample").click()
    expect(amir.get_by_role("button", name="بس است")).to_be_visible()
    expect(amir.get_by_role("button", name="بس است")).to_have_count(0)
    expect(amir.get_by_test_id("error-message")).to_have_count(0)


def test_a_repository_of_many_voices_asks_which_one(member: Page) -> None:
    bring(member, "someone/choir")
    voices = member.get_by_role("dialog").get_by_test_id("model-card")
    expect(voices).to_have_count(2)
    two = voices.filter(has_text="fa_IR-two-low")
    two.get_by_test_id("model-download").click()
    expect(two.get_by_test_id("model-speak")).to_be_visible(timeout=BROUGHT_WITHIN_MS)
    expect(voices.filter(has_text="fa_IR-one-low").get_by_test_id("model-download")).to_be_visible()


def test_a_repository_is_looked_into_and_its_card_is_only_text(member: Page) -> None:
    search(member, "tiny")
    card(member, "someone/tiny").get_by_test_id("model-details").click()
    dialog = member.get_by_role("dialog")
    dialog.get_by_text("معرفی سازنده").click()
    expect(dialog.get_by_text("صدای ریز")).to_be_visible()
    expect(dialog.get_by_text("script")).to_have_count(0)
    assert member.evaluate("window.broken") is None
    dialog.get_by_text("پرونده،").click()
    expect(dialog.get_by_text("fa_IR-tiny-x_low.onnx.json")).to_be_visible()
    assert axe_violations(member) == []


def test_more_results_come_page_by_page_and_filters_narrow_them(member: Page) -> None:
    search(member, "model-")
    cards = member.get_by_test_id("model-card")
    expect(cards).to_have_count(20)
    member.get_by_test_id("model-more").click()
    expect(cards).to_have_count(25)
    member.get_by_text("تنها آنچه اینجا کار می‌کند").click()
    expect(cards).to_have_count(0)
    expect(member.get_by_text("هیچ‌یک از مدل‌های پیداشده اینجا کار نمی‌کند")).to_be_visible()
    member.get_by_test_id("model-search").fill("tiny")
    expect(cards).to_have_count(1)
    member.get_by_test_id("model-author").fill("nobody")
    expect(member.get_by_text("چیزی پیدا نشد")).to_be_visible()
    member.reload()
    expect(member.get_by_test_id("model-author")).to_have_value("nobody")


def test_a_download_is_paused_resumed_and_cancelled(member: Page, hub: HubStandin) -> None:
    hub.pace_bytes_s = SLOWLY_BYTES_S
    found = bring(member, "someone/big")
    until_it_moves(found)
    found.get_by_test_id("download-pause").click()
    expect(found.get_by_test_id("download-resume")).to_be_visible()
    kept = progress(found)
    member.reload()
    expect(found.get_by_test_id("download-resume")).to_be_visible()
    assert progress(found) >= kept - 1
    found.get_by_test_id("download-resume").click()
    expect(found.get_by_test_id("download-pause")).to_be_visible()
    until_it_moves(found, beyond=kept)
    found.get_by_test_id("download-cancel").click()
    expect(found.get_by_test_id("model-download")).to_be_visible()
    expect(found.get_by_test_id("download-progress")).to_have_count(0)


def test_bytes_speed_and_time_left_are_shown_and_never_go_back(member: Page, hub: HubStandin) -> None:
    hub.pace_bytes_s = SLOWLY_BYTES_S
    found = bring(member, "someone/big")
    expect(found.get_by_text(re.compile("مگابایت از .+ در ثانیه.+مانده"))).to_be_visible()
    member.goto("/models?tab=downloads")
    row = member.get_by_test_id("download-row").filter(has_text="someone/big").first
    expect(row.get_by_text("model.safetensors")).to_be_visible()
    seen = [progress(row)]
    while seen[-1] < 60:
        until_it_moves(row, beyond=seen[-1] - 100)
        seen.append(progress(row))
        member.wait_for_timeout(100)
    assert seen == sorted(seen)
    row.get_by_test_id("download-cancel").click()
    expect(row).to_have_attribute("data-status", "cancelled")


@pytest.mark.parametrize("away", ["**/socket.io/**", "**/api/sources/downloads*"])
def test_it_is_seen_to_move_by_events_alone_and_by_asking_alone(
    member: Page, hub: HubStandin, away: str
) -> None:
    hub.pace_bytes_s = SLOWLY_BYTES_S
    member.goto("/models")
    expect(card(member, "someone/tiny")).to_be_visible()
    if "socket.io" in away:
        member.route_web_socket(away, lambda socket: socket.close())
    member.route(away, lambda route: route.abort())
    if "socket.io" in away:
        member.reload()
    search_here(member, "big")
    found = card(member, "someone/big")
    found.get_by_test_id("model-download").click()
    until_it_moves(found, beyond=20)
    until_it_moves(found, beyond=progress(found))
    found.get_by_test_id("download-cancel").click()
    expect(found.get_by_test_id("model-download")).to_be_visible()


def test_what_the_hub_refuses_is_told_in_words(member: Page) -> None:
    found = bring(member, "someone/gated")
    expect(found.get_by_test_id("error-message")).to_contain_text("محدود است")
    found.get_by_test_id("model-details").click()
    expect(member.get_by_role("dialog").get_by_text("نخست شرط‌هایش را بپذیرید")).to_be_visible()


def test_a_failed_download_says_why_and_goes_on_over_the_mirror_one_chooses(
    member: Page, hub: HubStandin, mirror: HubStandin
) -> None:
    hub.faults.add(Fault("middle_box", place="cdn", status=451, times=1000))
    found = bring(member, "someone/other")
    expect(found.get_by_test_id("error-message")).to_contain_text("دسترسی به", timeout=BROUGHT_WITHIN_MS)
    member.goto("/models?tab=downloads")
    row = member.get_by_test_id("download-row").filter(has_text="someone/other").first
    expect(row).to_have_attribute("data-status", "failed")
    assert axe_violations(member) == []
    row.get_by_test_id("download-mirror").select_option(mirror.url)
    row.get_by_test_id("download-retry").click()
    expect(row.get_by_test_id("model-speak")).to_be_visible(timeout=BROUGHT_WITHIN_MS)
    assert any("someone/other" in served.target for served in mirror.requests("resolve"))


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_tabs_break_no_rule_of_accessibility_and_fit_a_phone(
    new_context: Callable[..., BrowserContext], language: str, theme: str
) -> None:
    phone = {"width": 360, "height": 740}
    page = new_context(viewport=phone, color_scheme=theme, reduced_motion="reduce").new_page()
    log_in(page, ADMIN)
    if language == "en":
        page.get_by_test_id("language-switch").click()
    for tab in ("find", "downloads", "installed"):
        page.goto(f"/models?tab={tab}")
        page.wait_for_load_state("networkidle")
        assert axe_violations(page) == [], tab
        assert page.evaluate("() => document.documentElement.scrollWidth") <= phone["width"], tab


def test_the_tabs_are_gone_through_with_the_keyboard_from_right_to_left(member: Page) -> None:
    member.goto("/models")
    member.get_by_role("tab", name="جست‌وجو").focus()
    member.keyboard.press("ArrowLeft")
    expect(member.get_by_role("tab", name="بارگیری‌ها")).to_be_focused()
    expect(member).to_have_url(re.compile("tab=downloads"))
