"""A dataset on the pages: brought in from a zip, reported on, heard, set right, left out, taken along, deleted."""

import io
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest
import soundfile
from playwright.sync_api import Locator, Page, expect

from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ, synthesize
from tests.e2e.conftest import axe_violations

pytestmark = pytest.mark.chromium

TEXTS = [
    "هوا امروز آفتابی و دلپذیر است.",
    "کتاب تازه را از دوستم گرفتم.",
    "آیا فردا به کوه می‌رویم؟",
    "او هر روز صبح نان داغ می‌خرد.",
    "قطار تهران ساعت هفت راه می‌افتد.",
]
CHECKED_WITHIN_MS = 90_000


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An LJSpeech zip: five clips, of which the last is clipped, and a row whose clip is missing."""
    path = tmp_path_factory.mktemp("clips") / "صدای آزمون.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, text in enumerate(TEXTS, start=1):
            loudness = 20.0 if number == len(TEXTS) else 0.5
            archive.writestr(f"wavs/clip{number}.wav", _clip(text, loudness))
        rows = [f"clip{number}|{text}" for number, text in enumerate(TEXTS, start=1)]
        archive.writestr("metadata.csv", "\n".join([*rows, "lost|این ضبط گم شده است."]))
    return path


def _clip(text: str, loudness: float) -> bytes:
    file = io.BytesIO()
    samples = np.clip(synthesize(text) * np.float32(loudness), -32_768, 32_767).astype(np.int16)
    soundfile.write(file, samples, SAMPLE_RATE_HZ, "PCM_16", format="WAV")
    return file.getvalue()


@pytest.fixture
def brought(member: Page, clips: Path) -> Page:
    """The list of someone who has brought that zip in."""
    member.goto("/datasets")
    member.get_by_test_id("dataset-license").first.select_option("CC0-1.0")
    member.get_by_test_id("dataset-consent").check()
    member.get_by_test_id("dataset-upload").set_input_files(clips)
    row = member.get_by_test_id("dataset-row")
    expect(row).to_have_attribute("data-status", "ready", timeout=CHECKED_WITHIN_MS)
    return member


@pytest.fixture
def opened(brought: Page) -> Page:
    """The page of that dataset."""
    brought.get_by_role("heading", name="صدای آزمون").get_by_role("link").click()
    expect(brought.get_by_test_id("record-row")).to_have_count(len(TEXTS))
    return brought


def record(page: Page, text: str) -> Locator:
    """The record of a text."""
    return page.get_by_test_id("record-row").filter(has_text=text)


def test_there_is_nothing_at_first(member: Page) -> None:
    member.goto("/datasets")
    expect(member.get_by_text("هنوز مجموعه‌داده‌ای ندارید")).to_be_visible()
    assert axe_violations(member) == []


def test_a_file_of_no_known_kind_is_told_before_it_travels(member: Page, tmp_path: Path) -> None:
    member.goto("/datasets")
    stray = tmp_path / "یادداشت.docx"
    stray.write_bytes(b"words")
    member.get_by_test_id("dataset-upload").set_input_files(stray)
    expect(member.get_by_test_id("error-message")).to_contain_text("یادداشت.docx")


def test_a_zip_is_brought_in_and_its_lost_row_is_told(brought: Page) -> None:
    row = brought.get_by_test_id("dataset-row")
    expect(row).to_contain_text("CC0-1.0")
    expect(row).to_contain_text("۵ رکورد")
    row.get_by_test_id("dataset-rejected").click()
    expect(row.get_by_role("cell", name="metadata.csv")).to_be_visible()
    expect(row.get_by_role("cell", name="«lost»")).to_be_visible()
    expect(row.get_by_role("cell", name="۶", exact=True)).to_be_visible()
    assert axe_violations(brought) == []


def test_an_import_is_given_up_in_the_list(member: Page, tmp_path: Path) -> None:
    path = tmp_path / "بزرگ.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(200):
            archive.writestr(f"clip{number}.wav", _clip(TEXTS[number % 5], 0.2 + number / 400))
            archive.writestr(f"clip{number}.txt", TEXTS[number % 5])
    member.goto("/datasets")
    member.get_by_test_id("dataset-upload").set_input_files(path)
    row = member.get_by_test_id("dataset-row")
    expect(row.get_by_test_id("dataset-progress")).to_be_visible()
    row.get_by_role("button", name=re.compile("بزرگ")).click()
    row.get_by_role("dialog").get_by_role("button", name="حذف", exact=True).click()
    expect(row).to_have_count(0)
    expect(member.get_by_test_id("dataset-upload")).to_be_enabled()
    expect(member.get_by_test_id("error-message")).to_have_count(0)


def test_labelled_texts_are_counted_by_label_and_have_no_sound(member: Page, tmp_path: Path) -> None:
    path = tmp_path / "نظرها.csv"
    rows = [f"این {thing} {verdict} بود,{verdict}" for thing in ("فیلم", "کتاب") for verdict in ("خوب", "بد")]
    path.write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    member.goto("/datasets")
    member.get_by_test_id("dataset-upload").set_input_files(path)
    member.get_by_role("heading", name="نظرها").get_by_role("link").click()
    expect(member.get_by_test_id("record-row")).to_have_count(4, timeout=CHECKED_WITHIN_MS)
    expect(member.get_by_test_id("record-play")).to_have_count(0)
    member.get_by_role("tab", name="گزارش").click()
    expect(member.get_by_role("region", name="برچسب‌ها")).to_contain_text("خوب")


def test_the_report_is_numbers_and_pictures_and_leaves_out_with_one_press(opened: Page) -> None:
    opened.get_by_role("tab", name="گزارش").click()
    expect(opened.get_by_test_id("dataset-coverage")).to_be_visible()
    assert opened.get_by_test_id("histogram").count() > 3
    assert axe_violations(opened) == []
    clipped = opened.locator("[data-testid=dataset-problem][data-code=clipped]")
    clipped.get_by_test_id("problem-exclude").click()
    toast = opened.get_by_test_id("toast").filter(has_text="۱ رکورد کنار گذاشته شد")
    expect(toast).to_be_visible()
    clipped.get_by_test_id("problem-show").click()
    row = opened.get_by_test_id("record-row")
    expect(row).to_have_count(1)
    expect(row).to_have_attribute("data-excluded", "true")
    toast.get_by_role("button", name="برگرداندن").click()
    expect(row).to_have_attribute("data-excluded", "false")


def test_a_record_is_heard_seen_and_read(opened: Page) -> None:
    row = record(opened, TEXTS[1])
    row.get_by_test_id("record-play").click()
    expect(row.get_by_test_id("record-play")).to_have_attribute("data-state", "playing")
    row.locator("summary").click()
    expect(row.get_by_test_id("record-wave").locator("path")).to_have_attribute("d", re.compile("^M.+Z$"))
    expect(row.get_by_test_id("record-spectrogram")).to_have_js_property("complete", True)
    expect(row.get_by_test_id("record-reading")).to_contain_text(re.compile("ک.?تاب.*k.?et.?ɑbe"))
    assert axe_violations(opened) == []


def test_a_transcript_is_set_right_in_its_place_and_stays_so(opened: Page) -> None:
    row = opened.get_by_test_id("record-row").first
    row.get_by_test_id("record-text").press("Enter")
    editor = row.get_by_test_id("record-editor")
    expect(editor).to_be_focused()
    editor.fill("این متن درست است.")
    editor.press("Enter")
    expect(row.get_by_test_id("record-text")).to_contain_text("این متن درست است.")
    expect(row.get_by_test_id("record-text")).to_be_focused()
    row.get_by_test_id("record-text").press("Enter")
    editor.fill("نه!")
    editor.press("Escape")
    opened.reload()
    expect(row.get_by_test_id("record-text")).to_contain_text("این متن درست است.")


def test_records_are_looked_for_ordered_and_left_out(opened: Page) -> None:
    rows = opened.get_by_test_id("record-row")
    opened.get_by_test_id("record-search").fill("قطار")
    expect(rows).to_have_count(1)
    rows.get_by_test_id("record-exclude").click()
    expect(rows).to_have_attribute("data-excluded", "true")
    opened.get_by_test_id("record-search").fill("")
    opened.get_by_test_id("record-shown").select_option("kept")
    expect(rows).to_have_count(len(TEXTS) - 1)
    opened.get_by_test_id("record-shown").select_option("")
    opened.get_by_test_id("record-sort").select_option("quality")
    expect(rows.first).to_contain_text("قطار")
    assert "sort=quality" in opened.url


def test_a_dataset_is_renamed_taken_along_and_deleted(opened: Page, tmp_path: Path) -> None:
    opened.get_by_role("tab", name="شناسنامه").click()
    expect(opened.get_by_test_id("dataset-version")).to_have_text(re.compile("^[0-9a-f]{64}$"))
    assert axe_violations(opened) == []
    opened.get_by_test_id("dataset-rename").fill("صدای من")
    opened.get_by_test_id("dataset-rename").press("Enter")
    expect(opened.get_by_role("heading", level=1)).to_have_text("صدای من")
    with opened.expect_download() as saving:
        opened.get_by_test_id("export-ljspeech").click()
    saved = tmp_path / "saved.zip"
    saving.value.save_as(saved)
    assert any(name.endswith("metadata.csv") for name in zipfile.ZipFile(saved).namelist())
    opened.get_by_test_id("dataset-delete").click()
    opened.get_by_role("dialog").get_by_role("button", name="حذف", exact=True).click()
    expect(opened).to_have_url(re.compile("/datasets$"))
    expect(opened.get_by_text("هنوز مجموعه‌داده‌ای ندارید")).to_be_visible()
