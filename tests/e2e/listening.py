"""What a test hears and sees of the Speak page."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

HEARD_WITHIN_S = 30

# Keeps every sound file that the page makes, and notes what is true at the moment when sound first comes out.
WITNESS = """
    window.files = new Map();
    window.marked = [];
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      const url = create(file);
      window.files.set(url, file);
      return url;
    };
    document.addEventListener("timeupdate", (event) => {
      if (window.madeAtFirstSound !== undefined || event.target.currentTime === 0) return;
      const bar = document.querySelector("[data-testid=speak-progress]");
      window.madeAtFirstSound = Number(bar.getAttribute("aria-valuenow"));
    }, true);
    new MutationObserver(() => {
      const text = document.querySelector("[data-testid=reading-word][aria-current]")?.textContent;
      if (text && window.marked.at(-1) !== text) window.marked.push(text);
    }).observe(document, { subtree: true, attributes: true, childList: true });
"""

DECODE = """async (audio) => {
    const bytes = await window.files.get(audio.src).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, 22050).decodeAudioData(bytes);
    const samples = sound.getChannelData(0);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return { duration_s: sound.duration, rms: Math.sqrt(power) };
}"""


@dataclass(frozen=True, slots=True)
class Listener:
    """Someone on the Speak page who listens."""

    page: Page

    @classmethod
    def on(cls, page: Page) -> "Listener":
        """Opens the Speak page and waits until it can speak."""
        page.add_init_script(WITNESS)
        page.goto("/speak")
        expect(page.get_by_test_id("speak-button")).to_be_visible()
        return cls(page)

    def __getattr__(self, name: str) -> Locator:
        """The part of the page with the test id ``speak-name``."""
        return self.page.get_by_test_id(f"speak-{name}")

    def speak(self, text: str) -> None:
        """Write ``text`` and press the button."""
        self.text.fill(text)
        self.button.click()

    def sound(self, name: str) -> Any:
        """A property of the audio element."""
        return self.audio.evaluate("(audio, name) => audio[name]", name)

    def decoded(self) -> dict[str, float]:
        """Length and loudness of the file that the audio element holds."""
        decoded: dict[str, float] = self.audio.evaluate(DECODE)
        return decoded

    def until(self, fact: Callable[[], bool]) -> None:
        """Wait until ``fact`` holds."""
        until = time.monotonic() + HEARD_WITHIN_S
        while not fact():
            assert time.monotonic() < until, "it did not become true"
            self.page.wait_for_timeout(30)

    def until_sound_comes_out(self, after_s: float = 0.0) -> None:
        """Wait until playback has passed ``after_s``."""
        self.until(lambda: self.sound("currentTime") > after_s)

    def until_made(self) -> None:
        """Wait until all of the text has arrived."""
        expect(self.progress).to_have_attribute("aria-valuenow", "100")
        expect(self.page.get_by_role("status").filter(has_text="گفتار آماده است.")).to_be_visible()

    def made(self) -> int:
        """How much of the text has arrived, 0–100."""
        return int(self.progress.get_attribute("aria-valuenow") or "0")


def long_text(sentences: int) -> str:
    """A text none of whose sentences is like another."""
    return " ".join(f"این جملهٔ شمارهٔ {n} از متنی بلند است که خواندن آن زمان می‌برد." for n in range(sentences))
