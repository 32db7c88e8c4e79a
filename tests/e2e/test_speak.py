"""The Speak page: a person writes Persian and hears it."""

import io
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
import soundfile
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.listening import Listener, long_text
from tests.e2e.studio import open_studio

pytestmark = pytest.mark.chromium

SENTENCES = ["سلام بر شما.", "امروز هوا بسیار خوب است.", "فردا باران می‌بارد."]


@pytest.fixture
def listener(member: Page) -> Listener:
    """Someone who has logged in and listens."""
    return Listener.on(member)


def test_written_persian_is_heard(listener: Listener) -> None:
    listener.speak("سلام! حال شما چطور است؟")
    listener.until_sound_comes_out(after_s=0.3)
    listener.until_made()
    listener.until(lambda: listener.sound("ended"))
    assert listener.sound("duration") > 1
    assert listener.decoded()["rms"] > 0.005


def test_the_whole_sound_is_in_the_element_once_it_rests(listener: Listener) -> None:
    listener.speak(" ".join(SENTENCES))
    listener.until_sound_comes_out()
    listener.until_made()
    listener.play.click()
    expect(listener.play).to_have_accessible_name("پخش")
    listener.format.select_option("wav")
    with listener.page.expect_download() as download:
        listener.download.click()
    whole = soundfile.info(download.value.path())
    assert listener.sound("duration") == pytest.approx(whole.duration, abs=0.01)
    assert listener.decoded()["duration_s"] == pytest.approx(whole.duration, abs=0.01)


def test_sound_continues_where_it_was_when_the_file_grows(listener: Listener) -> None:
    listener.page.evaluate(
        """() => {
            window.places = [];
            const audio = document.querySelector("audio");
            audio.addEventListener("timeupdate", () => window.places.push([audio.src, audio.currentTime]));
        }"""
    )
    listener.speak(" ".join(SENTENCES))
    listener.until(
        lambda: listener.sound("ended") and listener.made() == 100 and listener.sound("duration") > 3
    )
    places = listener.page.evaluate("() => window.places")
    assert len({file for file, _ in places}) > 1
    times = [round(time, 3) for _, time in places]
    assert times == sorted(times)


def test_a_long_text_is_heard_before_all_of_it_is_made(listener: Listener) -> None:
    listener.speak(long_text(600))
    listener.until(lambda: listener.page.evaluate("() => window.madeAtFirstSound") is not None)
    assert listener.page.evaluate("() => window.madeAtFirstSound") < 100
    listener.button.click()


def test_stopping_ends_the_request_and_keeps_what_has_arrived(listener: Listener) -> None:
    listener.text.fill(long_text(600))
    with listener.page.expect_event("requestfailed", lambda request: request.url.endswith("/api/speech")):
        listener.button.click()
        listener.until_sound_comes_out()
        listener.until(lambda: listener.made() > 0)
        listener.button.click()
    expect(listener.button).to_have_text("بخوان")
    expect(listener.page.get_by_text("متوقف شد")).to_be_visible()
    made = listener.made()
    assert 0 < made < 100
    assert listener.sound("paused")
    kept_s = listener.sound("duration")
    listener.page.wait_for_timeout(500)
    assert (listener.made(), listener.sound("duration")) == (made, kept_s)
    at_s = listener.sound("currentTime")
    listener.play.click()
    listener.until_sound_comes_out(after_s=at_s)


def test_the_passage_that_sounds_is_marked(listener: Listener) -> None:
    listener.speed.fill("2")
    listener.speak(" ".join(SENTENCES))
    listener.until(lambda: listener.page.evaluate("() => window.marked.length") >= len(SENTENCES))
    assert listener.page.evaluate("() => window.marked") == SENTENCES


def test_marks_fall_on_the_right_words_after_emoji(listener: Listener) -> None:
    listener.speed.fill("2")
    listener.speak("😀👍🏽 سلام بر شما. 🌍 هوا خوب است.")
    listener.until_made()
    pieces = listener.page.get_by_test_id("reading-word").all_text_contents()
    assert "سلام بر شما." in pieces[0]
    assert pieces[-1].endswith("هوا خوب است.")


def test_a_click_on_a_passage_plays_from_there(listener: Listener) -> None:
    listener.speak(" ".join(SENTENCES))
    listener.until_made()
    last = listener.page.get_by_test_id("reading-word").last
    last.click()
    expect(last).to_have_attribute("aria-current", "true")
    assert listener.sound("currentTime") > listener.sound("duration") / 2
    assert not listener.sound("paused")


def test_the_keyboard_alone_speaks_pauses_and_seeks(listener: Listener) -> None:
    keyboard = listener.page.keyboard
    listener.text.focus()
    keyboard.type(" ".join(SENTENCES))
    keyboard.press("Control+Enter")
    listener.until_sound_comes_out()
    listener.until_made()
    listener.page.evaluate("() => document.activeElement.blur()")
    keyboard.press("Space")
    listener.until(lambda: listener.sound("paused"))
    slider = listener.page.get_by_role("slider", name="جای پخش")
    slider.focus()
    keyboard.press("Home")
    assert listener.sound("currentTime") == 0
    keyboard.press("ArrowRight")
    listener.until(lambda: listener.sound("currentTime") == min(5, listener.sound("duration")))
    keyboard.press("k")
    listener.until(lambda: not listener.sound("paused") or listener.sound("ended"))


def test_a_refused_start_offers_to_play(listener: Listener) -> None:
    # What browsers do that want a tap first, Safari above all.
    listener.audio.evaluate("""(audio) => {
        audio.play = () => Promise.reject(new DOMException("", "NotAllowedError"));
    }""")
    listener.speak("سلام دنیا")
    expect(listener.page.get_by_text("دکمهٔ پخش را بزنید")).to_be_visible()
    expect(listener.play).to_have_accessible_name("پخش")


@pytest.mark.parametrize("format", ["mp3", "opus", "flac"])
def test_a_download_can_be_decoded_and_bears_the_first_words(listener: Listener, format: str) -> None:
    listener.text.fill("سلام، دنیا! چه خبر؟")
    listener.format.select_option(format)
    with listener.page.expect_download() as download:
        listener.download.click()
    assert download.value.suggested_filename == f"سلام دنیا چه خبر.{format}"
    samples, rate = soundfile.read(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert len(samples) / rate > 1
    assert abs(samples).max() > 0.01


def test_what_the_server_refuses_is_said_in_its_words(listener: Listener) -> None:
    listener.button.click()
    error = listener.page.get_by_role("alert").and_(listener.page.get_by_test_id("error-message"))
    expect(error).to_be_visible()
    empty = error.text_content()
    listener.speak("😀")
    expect(error).not_to_have_text(empty or "")
    listener.page.get_by_text("گزینه‌های بیشتر").click()
    listener.page.get_by_role("switch").click()
    listener.speak("<speak>ناتمام")
    expect(error).to_contain_text("SSML")
    listener.page.get_by_role("switch").click()
    listener.speak("سلام")
    expect(error).to_have_count(0)


def test_a_studio_that_dies_midway_is_said_and_what_was_heard_stays(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    with open_studio(tmp_path, BAZGOO_PUBLIC_SPEECH="true") as studio:
        listener = Listener.on(new_context(studio.address).new_page())
        listener.speak(long_text(600))
        listener.until_sound_comes_out()
        note = json.loads((tmp_path / "run" / "studio.json").read_text(encoding="utf-8"))
        process = psutil.Process(note["pid"])
        for one in [process, *process.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):  # some end with the first
                one.kill()
        error = listener.page.get_by_test_id("error-message")
        expect(error).to_contain_text("نیمه‌کاره")
        expect(error.get_by_role("button", name="تلاش دوباره")).to_be_visible()
        assert listener.made() < 100
        heard_s = listener.sound("currentTime")
        listener.until_sound_comes_out(after_s=heard_s)
