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


def worm(page: Page) -> Locator:
    """The word «کرم» of the text, which can be read in four ways."""
    return words(page).nth(4)


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


def test_vowels_and_ezafes_are_written_in_and_every_word_is_a_button(member: Page) -> None:
    read(member)
    expect(words(member).nth(2)).to_have_text("بُزُرگ")
    expect(words(member).nth(2)).to_have_accessible_description("بزرگ")
    assert axe_violations(member) == []
    words(member).first.focus()
    member.keyboard.press("ArrowLeft")
    expect(words(member).nth(1)).to_be_focused()
    member.keyboard.press("Enter")
    expect(member.get_by_role("dialog")).to_contain_text("خوانش متن")
    member.keyboard.press("Escape")
    expect(member.get_by_role("dialog")).to_have_count(0)


def test_this_browser_remembers_to_hide_the_vowels(member: Page) -> None:
    read(member)
    member.get_by_role("switch", name="نمایش اعراب").click()
    plain = ["خانهٔ", "ما", "بزرگ", "است", "کرم", "را", "دیدم"]
    expect(words(member)).to_have_text(plain)
    member.reload()
    read(member)
    expect(words(member)).to_have_text(plain)


def test_another_reading_is_heard_and_chosen_for_this_text_alone(member: Page) -> None:
    listener = read(member)
    worm(member).click()
    dialog = member.get_by_role("dialog")
    expect(dialog).to_contain_text("کَرَم")
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


def test_formal_persian_is_read_and_spoken_as_tehran_does(member: Page) -> None:
    listener = read(member)
    worm(member).click()
    member.get_by_role("dialog").get_by_test_id("reading-once").first.click()
    chosen = worm(member).get_attribute("title")
    listener.mode.select_option("colloquial")
    expect(words(member).first).to_contain_text("خون")
    expect(words(member).first).to_have_accessible_description("خانه")
    expect(worm(member)).to_have_attribute("title", chosen or "")
    asked = spoken(member, listener)
    assert asked["mode"] == "colloquial"
    assert f'ph="{chosen}"' in asked["text"]
    entry = member.get_by_test_id("history-entry")
    expect(entry).to_contain_text("گفتاری")
    listener.mode.select_option("formal")
    expect(words(member).first).to_contain_text("خان")
    entry.get_by_role("button").first.click()
    expect(listener.mode).to_have_value("colloquial")
    member.reload()
    expect(listener.mode).to_have_value("colloquial")


def test_a_respelling_is_kept_and_holds_at_once(member: Page) -> None:
    listener = read(member)
    before = worm(member).get_attribute("title")
    worm(member).click()
    dialog = member.get_by_role("dialog")
    dialog.get_by_test_id("reading-respelling").fill("گُلناز")
    dialog.get_by_test_id("reading-keep").last.click()
    expect(worm(member)).to_have_attribute("data-source", "lexicon")
    assert worm(member).get_attribute("title") != before
    assert spoken(member, listener)["text"] == TEXT
    worm(member).click()
    dialog.get_by_role("button", name="حذف از واژه‌نامه").click()
    expect(worm(member)).to_have_attribute("title", before or "")


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
    worm(page).click()
    page.get_by_test_id("reading-respelling").fill("کِرِم")
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("/settings")
    expect(page.get_by_test_id("lexicon-add")).to_be_visible()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
