"""How a text will be read, and how a person sets it right."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import axe_violations, log_in
from tests.e2e.listening import Listener

pytestmark = pytest.mark.chromium

TEXT = "خانه ما بزرگ است.\nکرم را دیدم."


# Keeps what is asked of speech: a browser does not tell the body of a Request.
WITNESS = """
    window.asked = [];
    const fetch = window.fetch;
    window.fetch = async (request, ...rest) => {
      if (request.url?.endsWith("/api/speech")) window.asked.push(await request.clone().json());
      return fetch(request, ...rest);
    };
"""


def words(page: Page) -> Locator:
    return page.get_by_test_id("reading-panel").get_by_test_id("reading-word")


def word(page: Page, text: str) -> Locator:
    return words(page).get_by_text(text, exact=True)


def read(page: Page, text: str = TEXT) -> Listener:
    """The text, and how it will be read."""
    page.add_init_script(WITNESS)
    listener = Listener.on(page)
    listener.text.fill(text)
    page.get_by_text("چگونه خوانده می‌شود").click()
    expect(words(page).first).to_be_visible()
    return listener


def spoken(page: Page, listener: Listener) -> dict:
    """What the page asks the server to speak."""
    expect(listener.button).to_have_text("بخوان")  # the text before is over
    before = page.evaluate("window.asked.length")
    listener.button.click()
    listener.until(lambda: page.evaluate("window.asked.length") > before)
    listener.until_made()
    return page.evaluate("window.asked.at(-1)")


def test_the_ezafes_are_written_in_and_every_word_is_a_button(member: Page) -> None:
    read(member)
    assert words(member).all_inner_texts() == ["خانهٔ", "ما", "بزرگ", "است", "کرم", "را", "دیدم"]
    assert axe_violations(member) == []
    words(member).first.focus()
    member.keyboard.press("ArrowLeft")
    expect(words(member).nth(1)).to_be_focused()
    member.keyboard.press("Enter")
    expect(member.get_by_role("dialog")).to_contain_text("خوانش متن")
    member.keyboard.press("Escape")
    expect(member.get_by_role("dialog")).to_have_count(0)


def test_another_reading_is_heard_and_chosen_for_this_text_alone(member: Page) -> None:
    listener = read(member)
    word(member, "کرم").click()
    dialog = member.get_by_role("dialog")
    assert axe_violations(member) == []
    with member.expect_response("**/api/speech") as heard:
        dialog.get_by_role("button", name="شنیدن").nth(1).click()
    assert heard.value.status == 200
    dialog.get_by_test_id("reading-once").first.click()
    asked = spoken(member, listener)
    assert asked["ssml"]
    assert '<phoneme alphabet="ipa"' in asked["text"]
    assert '<break time="350ms"/>' in asked["text"]
    listener.text.fill("امروز " + TEXT)
    assert "<phoneme" in spoken(member, listener)["text"]
    listener.text.fill("سلام")
    assert spoken(member, listener)["text"] == "سلام"


def test_a_respelling_is_kept_and_holds_at_once(member: Page) -> None:
    listener = read(member)
    before = word(member, "کرم").get_attribute("title")
    word(member, "کرم").click()
    dialog = member.get_by_role("dialog")
    dialog.get_by_test_id("reading-respelling").fill("گُلناز")
    dialog.get_by_test_id("reading-keep").last.click()
    expect(word(member, "کرم")).to_have_attribute("data-source", "lexicon")
    assert word(member, "کرم").get_attribute("title") != before
    assert spoken(member, listener)["text"] == TEXT
    word(member, "کرم").click()
    dialog.get_by_role("button", name="حذف از واژه‌نامه").click()
    expect(word(member, "کرم")).to_have_attribute("title", before or "")


def test_a_lexicon_is_kept_in_the_settings(member: Page, tmp_path: Path) -> None:
    member.goto("/settings")
    member.get_by_test_id("lexicon-word").fill("کرم")
    member.get_by_test_id("lexicon-spoken").fill("کِرِم")
    member.get_by_test_id("lexicon-add").click()
    entry = member.get_by_test_id("lexicon-entry")
    expect(entry).to_contain_text("kˈerem")
    assert axe_violations(member) == []
    with member.expect_download() as download:
        member.get_by_test_id("lexicon-export").click()
    assert "کرم\tkˈerem\tکِرِم" in download.value.path().read_text("utf-8")
    member.get_by_role("button", name="حذف واژهٔ «کرم»").click()
    expect(entry).to_have_count(0)
    member.get_by_role("button", name="برگرداندن").click()
    expect(entry).to_have_count(1)
    bad = tmp_path / "bad.tsv"
    bad.write_text("گلناز\tɡolenɑz\nدو کلمه\ta\nسلام\t☃\n", "utf-8")
    member.get_by_test_id("lexicon-import").set_input_files(bad)
    expect(member.get_by_text("سطر ۳:")).to_be_visible()
    expect(entry).to_have_count(1)
    good = tmp_path / "good.tsv"
    good.write_text("گلناز\tɡolenɑz\n", "utf-8")
    member.get_by_test_id("lexicon-import").set_input_files(good)
    expect(entry).to_have_count(2)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_phone_in_either_language_and_theme(new_context, person, theme: str) -> None:
    page = new_context(viewport={"width": 360, "height": 740}, color_scheme=theme).new_page()
    log_in(page, person)
    page.get_by_test_id("language-switch").click()
    listener = Listener.on(page)
    listener.text.fill(TEXT)
    page.get_by_text("How it will be read").click()
    word(page, "کرم").click()
    page.get_by_test_id("reading-respelling").fill("کِرِم")
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("/settings")
    expect(page.get_by_test_id("lexicon-add")).to_be_visible()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
