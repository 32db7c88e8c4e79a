"""The recording studio in the page, with a microphone that hears eSpeak."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import httpx
import numpy as np
import pytest
import soundfile
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bazgoo.datasets.prompts import prompts
from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ, synthesize
from tests.chromium import find
from tests.e2e.conftest import FLAGS, axe_violations, log_in
from tests.e2e.studio import Person, Studio

pytestmark = pytest.mark.chromium

TEXTS = [prompt.text for prompt in prompts()]
READING_MS = 1_500
REFUSE = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NAME') }"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the microphone hears: a sentence, again and again, in a quiet room."""
    speech = synthesize(TEXTS[0]).astype(np.float32) / 40_000
    room = np.random.default_rng(1).normal(0, 0.0005, len(speech) + SAMPLE_RATE_HZ)
    room[: len(speech)] += speech
    path = tmp_path_factory.mktemp("microphone") / "voice.wav"
    soundfile.write(path, room, SAMPLE_RATE_HZ, subtype="PCM_16")
    return path


@pytest.fixture(scope="module")
def browser(voice: Path) -> Iterator[Browser]:
    """A Chromium with that microphone."""
    path = find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    microphone = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={voice}",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS + microphone)
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Recorder:
    """The recording studio of one dataset, and what the server has of it."""

    page: Page
    api: httpx.Client
    dataset: str

    @classmethod
    def of(cls, page: Page, studio: Studio, person: Person, **fields: str) -> Self:
        """A new dataset, and its page."""
        api = httpx.Client(base_url=studio.address, headers=studio.log_in(person), timeout=30)
        given = {name: (None, value) for name, value in fields.items()}
        made = api.post("/api/datasets", files=given | {"name": (None, "صدای من"), "type": (None, "audio")})
        dataset = made.raise_for_status().json()["id"]
        log_in(page, person, f"/login?next=/datasets/{dataset}/record")
        return cls(page, api, dataset)

    def __getattr__(self, name: str) -> Any:
        """`recorder.save` is what the page calls `recorder-save`."""
        return self.page.get_by_test_id(f"recorder-{name.replace('_', '-')}")

    def records(self) -> list[dict[str, Any]]:
        """What the server has."""
        answer = self.api.get(f"/api/datasets/{self.dataset}/records")
        items: list[dict[str, Any]] = answer.raise_for_status().json()["items"]
        return items

    def read(self) -> None:
        """Record the sentence at hand."""
        self.record.click()
        expect(self.record).to_have_attribute("data-phase", "recording")
        self.page.wait_for_timeout(READING_MS)
        self.record.click()
        expect(self.review).to_be_visible()

    def expect_prompt(self, text: str) -> None:
        """Wait for a sentence."""
        expect(self.prompt).to_have_text(text)


@pytest.fixture
def recorder(page: Page, studio: Studio, person: Person) -> Recorder:
    """A recording studio where everything is agreed upon."""
    return Recorder.of(page, studio, person, consent="خودم می‌خوانم.", license="CC0-1.0")


def test_a_sentence_is_read_heard_kept_and_the_next_one_comes(recorder: Recorder) -> None:
    recorder.expect_prompt(TEXTS[0])
    recorder.read()
    recorder.play.click()
    expect(recorder.play).to_contain_text("مکث")
    with recorder.page.expect_response(lambda answer: answer.url.endswith("/records")) as sent:
        recorder.save.click()
    assert sent.value.status == 201
    recorder.expect_prompt(TEXTS[1])
    [record] = recorder.records()
    assert record["text"] == TEXTS[0]
    audio = recorder.api.get(f"/api/datasets/{recorder.dataset}/records/{record['n']}/audio").content
    info = soundfile.info(io.BytesIO(audio))
    assert (info.channels, info.subtype, info.format) == (1, "PCM_16", "WAV")
    assert info.duration > READING_MS / 1000
    samples, _ = soundfile.read(io.BytesIO(audio))
    assert np.sqrt(np.mean(np.square(samples))) > 0.005


def test_it_goes_on_tomorrow_where_it_was_left(recorder: Recorder) -> None:
    recorder.read()
    recorder.save.click()
    recorder.expect_prompt(TEXTS[1])
    recorder.skip.click()
    recorder.expect_prompt(TEXTS[2])
    expect(recorder.page.get_by_text("۱ جمله از ۶۰۰")).to_be_visible()
    recorder.page.reload()
    recorder.expect_prompt(TEXTS[1])
    expect(recorder.page.get_by_text("۱ جمله از ۶۰۰")).to_be_visible()


def test_the_keyboard_alone_records_retakes_skips_and_saves(recorder: Recorder) -> None:
    press = recorder.page.keyboard.press
    recorder.expect_prompt(TEXTS[0])
    press("s")
    recorder.expect_prompt(TEXTS[1])
    press("Space")
    expect(recorder.record).to_have_attribute("data-phase", "recording")
    recorder.page.wait_for_timeout(READING_MS)
    press("Space")
    expect(recorder.review).to_be_visible()
    press("r")
    expect(recorder.record).to_have_attribute("data-phase", "recording")
    recorder.page.wait_for_timeout(READING_MS)
    press("Space")
    expect(recorder.review).to_be_visible()
    press("Enter")
    recorder.expect_prompt(TEXTS[2])
    press("h")
    expect(recorder.hint).to_contain_text("negahdâri")
    expect(recorder.unsent).to_be_hidden()


def test_a_take_waits_in_the_browser_until_the_line_is_back(recorder: Recorder) -> None:
    recorder.page.route("**/records", lambda route: route.abort())
    recorder.read()
    recorder.save.click()
    recorder.expect_prompt(TEXTS[1])
    expect(recorder.unsent).to_contain_text("۱ ضبط هنوز فرستاده نشده")
    recorder.page.reload()
    recorder.expect_prompt(TEXTS[1])
    expect(recorder.unsent).to_be_visible()
    assert recorder.records() == []
    recorder.page.unroute("**/records")
    recorder.unsent.get_by_role("button").first.click()
    expect(recorder.unsent).to_be_hidden()
    assert [record["text"] for record in recorder.records()] == [TEXTS[0]]


def test_consent_is_asked_once(page: Page, studio: Studio, person: Person) -> None:
    recorder = Recorder.of(page, studio, person)
    expect(recorder.consent).to_be_visible()
    expect(recorder.record).to_be_hidden()
    recorder.consent.check()
    recorder.license.select_option("CC0-1.0")
    recorder.agree.click()
    recorder.expect_prompt(TEXTS[0])
    kept = recorder.api.get(f"/api/datasets/{recorder.dataset}").json()["metadata"]
    assert kept["license"] == "CC0-1.0"
    assert kept["consent"].startswith("گوینده خودم هستم")
    page.reload()
    recorder.expect_prompt(TEXTS[0])


def test_a_new_dataset_is_made_to_record_into(member: Page) -> None:
    member.goto("/datasets")
    member.get_by_test_id("recorder-new-name").fill("صدای تازه")
    member.get_by_test_id("recorder-new").click()
    expect(member).to_have_url(re.compile("/datasets$"))  # nothing is made without consent
    member.get_by_test_id("recorder-consent").check()
    member.get_by_test_id("recorder-new").click()
    expect(member.get_by_test_id("recorder-prompt")).to_have_text(TEXTS[0])
    expect(member).to_have_url(re.compile("/datasets/.+/record$"))


def test_sentences_of_ones_own_are_read(recorder: Recorder) -> None:
    recorder.expect_prompt(TEXTS[0])
    recorder.own.click()
    recorder.own_text.fill("این جملهٔ خودم است.\nاین هم دومی است.")
    recorder.own_keep.click()
    recorder.expect_prompt("این جملهٔ خودم است.")
    expect(recorder.page.get_by_text("۰ جمله از ۲")).to_be_visible()


@pytest.mark.parametrize(
    ("world", "trouble"),
    [
        ("Object.defineProperty(window, 'isSecureContext', {value: false})", "insecure"),
        (REFUSE.replace("NAME", "NotFoundError"), "missing"),
        (REFUSE.replace("NAME", "NotAllowedError"), "refused"),
    ],
)
def test_a_person_without_a_microphone_is_told_what_to_do(
    page: Page, studio: Studio, person: Person, world: str, trouble: str
) -> None:
    page.add_init_script(world)
    recorder = Recorder.of(page, studio, person, consent="خودم می‌خوانم.")
    recorder.record.click()
    expect(recorder.trouble).to_have_attribute("data-trouble", trouble)


def test_it_works_on_a_phone(
    new_context: Callable[..., BrowserContext], studio: Studio, person: Person
) -> None:
    page = new_context(**PHONE).new_page()
    recorder = Recorder.of(page, studio, person, consent="خودم می‌خوانم.")
    recorder.expect_prompt(TEXTS[0])
    recorder.record.tap()
    expect(recorder.record).to_have_attribute("data-phase", "recording")
    page.wait_for_timeout(READING_MS)
    recorder.record.tap()
    expect(recorder.review).to_be_visible()
    assert axe_violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    recorder.save.tap()
    recorder.expect_prompt(TEXTS[1])
