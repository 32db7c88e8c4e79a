"""A voice in the page says what it says on the server."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.e2e.conftest import log_in
from tests.e2e.inpage import request, say_in_page, say_on_server, try_in_page
from tests.e2e.studio import Person, Studio

pytestmark = pytest.mark.chromium

LARGEST_DIFFERENCE = 33
"""Of a 16-bit sample, a thousandth of full scale; measured are 7. WebAssembly adds up in another order."""

TEXTS = [
    request("سلام! ساعت ۱۲:۳۰ است. امروز هوا خوب است و ما به باغ می‌رویم، تا با دوستان کتاب بخوانیم."),
    request("می‌خواهم بروم خانه؛ شما هم می‌آیید؟", mode="colloquial", speed=1.3),
    request("😀 گل. ... پایان", speed=4),
    request(
        '<speak>بلند <break time="250ms"/> و <prosody rate="slow" volume="soft">آهسته</prosody>،'
        '<prosody rate="x-fast" volume="+6dB"> تند.</prosody></speak>',
        ssml=True,
        speed=0.5,
    ),
]


@pytest.fixture
def plain(new_context: Callable[..., BrowserContext], person: Person) -> Page:
    """The page of someone whose browser does not isolate it, as below a proxy that takes the headers away."""

    def strip(route: Route) -> None:
        if route.request.resource_type != "document":
            return route.fallback()
        answer = route.fetch()
        headers = {name: value for name, value in answer.headers.items() if "cross-origin" not in name}
        return route.fulfill(response=answer, headers=headers)

    context = new_context(service_workers="block")  # which would keep the headers
    context.route("**/*", strip)
    page = context.new_page()
    log_in(page, person)
    page.reload()
    return page


def agree(studio: Studio, person: Person, page: Page, asked: dict[str, Any]) -> None:
    """The page says the same passages, as long, and all but the same samples."""
    here, there = say_in_page(page, asked), say_on_server(studio, person, asked)
    assert [(said.start, said.end, said.progress, said.rate_hz) for said in here] == [
        (said.start, said.end, said.progress, said.rate_hz) for said in there
    ]
    for mine, other in zip(here, there, strict=True):
        assert len(mine.samples) == len(other.samples)
        difference = np.abs(mine.samples.astype(np.int32) - other.samples)
        assert difference.max(initial=0) <= LARGEST_DIFFERENCE


@pytest.mark.parametrize("asked", TEXTS, ids=["formal", "colloquial", "fast", "ssml"])
def test_the_page_says_what_the_server_says(
    studio: Studio, person: Person, member: Page, asked: dict[str, Any]
) -> None:
    assert member.evaluate("crossOriginIsolated")
    agree(studio, person, member, asked)


def test_a_page_that_is_not_isolated_says_the_same_on_one_thread(
    studio: Studio, person: Person, plain: Page
) -> None:
    assert not plain.evaluate("crossOriginIsolated")
    agree(studio, person, plain, TEXTS[0])


def test_each_speaker_of_a_voice_speaks(
    studio: Studio, person: Person, member: Page, make_voice: Callable[..., Path]
) -> None:
    voice = make_voice(studio.data_dir / "models" / "choir", "choir", speakers=("سارا", "a/b"))
    for speaker in ("سارا", "a/b"):
        agree(studio, person, member, request("سلام بر همه.", voice=f"{voice.stem}#{speaker}"))


def test_ones_own_words_are_said_as_one_wants(studio: Studio, person: Person, member: Page) -> None:
    before = say_in_page(member, request("کرم را ببین"))
    own = studio.log_in(person)
    word = f"{studio.address}/api/lexicon/کرم"
    httpx.put(word, json={"spoken": "کِرِم"}, headers=own).raise_for_status()
    member.reload()
    expect(member.get_by_test_id("speak-voice")).to_be_visible()  # logged in again
    agree(studio, person, member, request("کرم را ببین"))
    after = say_in_page(member, request("کرم را ببین"))
    assert not np.array_equal(before[0].samples, after[0].samples)


def test_what_cannot_be_said_is_the_servers_problem(member: Page) -> None:
    for asked, code in (
        (request("سلام", voice="nobody"), "voice_not_found"),
        (request("سلام", voice="espeak-fa"), "voice_not_in_browser"),
        (request("   "), "text_empty"),
        (request("😀"), "nothing_to_speak"),
        (request("<speak>", ssml=True), "ssml_invalid"),
    ):
        assert try_in_page(member, asked)["failure"]["code"] == code


@pytest.mark.parametrize("damage", ["graph", "json"])
def test_a_damaged_voice_says_so_and_is_not_kept(
    studio: Studio, member: Page, make_voice: Callable[..., Path], damage: str
) -> None:
    voice = make_voice(studio.data_dir / "models" / damage, damage)
    if damage == "graph":
        voice.write_bytes(voice.read_bytes()[:-2000])
    else:
        beside = voice.with_name(f"{voice.name}.json")
        beside.write_text(
            beside.read_text(encoding="utf-8").replace('"length_scale": 1.0', '"length_scale": -1.0')
        )
    failure = try_in_page(member, request("سلام", voice=voice.stem))["failure"]
    assert failure["code"] == "voice_damaged"
    assert failure["message"].startswith("مدل این صدا" if damage == "graph" else "پرونده‌های صدای")
    assert kept(member, voice.stem) == 0


def kept(page: Page, voice: str) -> int:
    """How many files of ``voice`` lie in the folder of what the browser keeps."""
    count: int = page.evaluate(
        """async (voice) => {
            const root = await navigator.storage.getDirectory();
            const folder = await root.getDirectoryHandle("bazgoo", { create: true });
            let count = 0;
            for await (const file of folder.values()) {
                count += (await (await file.getFile()).slice(0, 500).text()).includes(voice);
            }
            return count;
        }""",
        voice,
    )
    return count


def test_memory_is_flat_over_many_utterances(
    studio: Studio, member: Page, make_voice: Callable[..., Path]
) -> None:
    voice = make_voice(studio.data_dir / "models" / "steady", "steady")
    asked = request("سلام، این بارها گفته می‌شود.", voice=voice.stem)
    measure = "async () => (await performance.measureUserAgentSpecificMemory()).bytes"
    say_in_page(member, *[asked] * 10)
    before = member.evaluate(measure)
    say_in_page(member, *[asked] * 200)
    assert member.evaluate(measure) - before < 4 << 20
