"""Teaching on the pages: asked for, advised on, watched, halted, compared, taken along, taken away."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import axe_violations, log_in
from tests.e2e.studio import Person

pytest.importorskip("torch")
pytestmark = pytest.mark.chromium

CHECKED_WITHIN_MS = 60_000
TAUGHT_WITHIN_MS = 240_000
GOOD = ("خوب", "عالی", "دلنشین", "زیبا", "شیرین")
BAD = ("بد", "زشت", "تلخ", "کند", "بی‌مزه")
THINGS = ("فیلم", "کتاب", "غذا", "بازی", "آهنگ", "خانه")


@pytest.fixture(scope="module")
def opinions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty short texts with what they think."""
    path = tmp_path_factory.mktemp("opinions") / "نظرها.csv"
    rows = [
        f"این {thing} {word} بود,{label}"
        for label, words in (("پسند", GOOD), ("ناپسند", BAD))
        for word in words
        for thing in THINGS
    ]
    path.write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    return path


@pytest.fixture
def teacher(member: Page, opinions: Path) -> Page:
    """The Training page of someone who has come from the page of that dataset."""
    member.goto("/datasets")
    member.get_by_test_id("dataset-upload").set_input_files(opinions)
    row = member.get_by_test_id("dataset-row")
    expect(row).to_have_attribute("data-status", "ready", timeout=CHECKED_WITHIN_MS)
    row.get_by_role("heading").get_by_role("link").click()
    member.get_by_test_id("dataset-teach").click()
    expect(member.get_by_test_id("training-doctor")).to_have_attribute(
        "data-ok", "true", timeout=CHECKED_WITHIN_MS
    )
    return member


def begin(page: Page, name: str, **config: str) -> None:
    """Ask for a training and go to its page."""
    page.get_by_test_id("training-name").fill(name)
    page.get_by_test_id("training-config").locator("summary").click()
    for field, value in config.items():
        page.get_by_test_id(f"config-{field}").fill(value)
    page.get_by_test_id("training-start").click()
    page.wait_for_url(re.compile(r"/training/[0-9a-f-]{36}$"))


def expect_status(page: Page, status: str) -> None:
    progress = page.get_by_test_id("training-progress")
    expect(progress).to_have_attribute("data-status", status, timeout=TAUGHT_WITHIN_MS)


def test_without_a_dataset_it_leads_to_where_one_is_made(member: Page) -> None:
    member.goto("/training")
    expect(member.get_by_text("هنوز چیزی آموزش نداده‌اید")).to_be_visible()
    assert axe_violations(member) == []
    member.get_by_role("link", name="رفتن به داده‌ها").click()
    expect(member).to_have_url(re.compile("/datasets$"))


def test_what_is_wrong_is_told_and_gone_to_before_anything_is_sent(teacher: Page) -> None:
    teacher.get_by_test_id("training-config").locator("summary").click()
    epochs = teacher.get_by_test_id("config-epochs")
    epochs.fill("۰")
    expect(epochs).to_have_attribute("aria-invalid", "true")
    teacher.get_by_test_id("training-config").locator("summary").click()
    teacher.get_by_test_id("training-start").click()
    expect(epochs).to_be_focused()
    assert axe_violations(teacher) == []


def test_what_cannot_be_taught_says_why_and_cannot_be_begun(member: Page, tmp_path: Path) -> None:
    path = tmp_path / "بی‌برچسب.csv"
    path.write_text("\n".join(["text", *(f"این {thing} است." for thing in THINGS)]), encoding="utf-8")
    member.goto("/datasets")
    member.get_by_test_id("dataset-upload").set_input_files(path)
    row = member.get_by_test_id("dataset-row")
    expect(row).to_have_attribute("data-status", "ready", timeout=CHECKED_WITHIN_MS)
    member.goto("/training")
    expect(member.get_by_test_id("training-refusal").first).to_be_visible(timeout=CHECKED_WITHIN_MS)
    expect(member.get_by_test_id("training-start")).to_be_disabled()


def test_a_classifier_is_taught_watched_compared_taken_along_and_taken_away(
    teacher: Page, new_context: Callable[..., BrowserContext], person: Person
) -> None:
    begin(teacher, "نظرسنج", epochs="12", checkpoint_every="4")
    expect_status(teacher, "completed")
    expect(teacher.get_by_test_id("training-result")).to_be_visible()
    expect(teacher.get_by_test_id("training-chart").first.locator("canvas")).to_be_visible()
    expect(teacher.get_by_test_id("checkpoint-row").first).to_contain_text("آخرین")
    teacher.get_by_test_id("training-chart").first.locator("summary").click()
    expect(teacher.get_by_role("table", name="خطا")).to_be_visible()
    teacher.get_by_test_id("training-log").locator("summary").click()
    assert axe_violations(teacher) == []
    with teacher.expect_download() as taken:
        teacher.get_by_test_id("training-export").click()
    assert taken.value.suggested_filename.endswith(".tar")

    teacher.get_by_role("link", name="همهٔ آموزش‌ها").click()
    begin(teacher, "نظرسنج تند", epochs="6", learning_rate="۰٫۰۱")
    expect_status(teacher, "completed")
    teacher.goto("/training")
    rows = teacher.get_by_test_id("training-row")
    for number in range(2):
        rows.nth(number).get_by_test_id("training-compare").check()
    teacher.get_by_test_id("training-compare-chosen").click()
    expect(teacher.locator("canvas")).to_be_visible()
    rate = teacher.get_by_role("row", name=re.compile("سرعت یادگیری")).first
    expect(rate).to_contain_text("۰٫۰۱")
    assert axe_violations(teacher) == []

    phone = new_context(viewport={"width": 390, "height": 844}, color_scheme="dark").new_page()
    log_in(phone, person)
    phone.goto("/training")
    phone.get_by_role("link", name="نظرسنج", exact=True).click()
    expect(phone.locator("canvas").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe_violations(phone) == []
    phone.get_by_test_id("training-remove").click()
    phone.get_by_role("dialog").get_by_role("button", name="برداشتن آموزش").click()
    expect(phone.get_by_test_id("training-row")).to_have_count(1)


def test_a_training_is_halted_goes_on_and_is_given_up(teacher: Page) -> None:
    begin(teacher, "بی‌پایان", epochs="100000", patience="")
    progress = teacher.get_by_test_id("training-progress")
    expect(progress).to_have_attribute("data-step", re.compile("[1-9]"), timeout=TAUGHT_WITHIN_MS)
    teacher.get_by_test_id("training-pause").click()
    expect_status(teacher, "paused")
    expect(teacher.get_by_test_id("checkpoint-promote").first).to_be_visible()
    teacher.get_by_test_id("training-resume").click()
    expect_status(teacher, "running")
    teacher.get_by_test_id("training-cancel").click()
    teacher.get_by_role("dialog").get_by_role("button", name="لغو آموزش").click()
    expect_status(teacher, "cancelled")
    assert axe_violations(teacher) == []
