"""What the browser keeps to speak without a network."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Page, Response

from tests.e2e.conftest import log_in
from tests.e2e.inpage import request, say_in_page, script, try_in_page
from tests.e2e.studio import Person, Studio

pytestmark = pytest.mark.chromium

FILES = """async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("bazgoo", { create: true });
    const names = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
}"""

# What stands in front of the content of each; nothing in a file that is still being fetched.
LABELS = """async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("bazgoo", { create: true });
    const labels = [];
    for await (const file of folder.values()) labels.push(await (await file.getFile()).slice(0, 200).text());
    return labels;
}"""

MakeVoice = Callable[..., Path]


@pytest.fixture
def context(new_context: Callable[..., BrowserContext], person: Person) -> BrowserContext:
    """The browser of someone who has logged in."""
    context = new_context()
    log_in(context.new_page(), person)
    return context


def open_tab(context: BrowserContext) -> Page:
    """Another tab of it."""
    page = context.new_page()
    page.goto("/speak")
    return page


def heard(context: BrowserContext) -> Counter[tuple[str, int]]:
    """Counts the answers about files for speech, from now on, by their last name and status."""
    counted: Counter[tuple[str, int]] = Counter()

    def count(response: Response) -> None:
        name = response.url.rpartition("/")[2]
        if name in {"model", "config", "reader"} and "/api/" in response.url:
            counted[name, response.status] += 1

    context.on("response", count)
    return counted


@pytest.fixture
def asked(studio: Studio, make_voice: MakeVoice) -> dict[str, object]:
    """Something to say with a small voice."""
    voice = make_voice(studio.data_dir / "models" / "kept", "kept")
    return request("سلام بر همه.", voice=voice.stem)


def test_what_was_fetched_once_speaks_while_the_server_is_away(
    context: BrowserContext, asked: dict[str, object]
) -> None:
    first = say_in_page(open_tab(context), asked)
    tab = open_tab(context)
    context.route("**/api/**", lambda route: route.abort("internetdisconnected"))
    again = say_in_page(tab, asked)
    assert [np.array_equal(one.samples, other.samples) for one, other in zip(first, again, strict=True)] == [
        True
    ]
    other = try_in_page(tab, asked | {"voice": "nobody"})
    assert other["failure"]["code"] == "unreachable"


def test_what_is_still_the_servers_is_not_fetched_again(
    context: BrowserContext, asked: dict[str, object]
) -> None:
    say_in_page(open_tab(context), asked)
    counted = heard(context)
    say_in_page(open_tab(context), asked)
    assert counted == {("model", 304): 1, ("config", 304): 1, ("reader", 304): 1}


def test_two_tabs_at_once_fetch_each_file_once(context: BrowserContext, asked: dict[str, object]) -> None:
    tabs = [open_tab(context), open_tab(context)]
    counted = heard(context)
    begin = """({ script, asked }) => {
        window.speaking = (async () => {
            const { streamInPage } = await import(script);
            let bytes = 0;
            for await (const { pcm } of streamInPage(asked, new AbortController().signal)) bytes += pcm.length;
            return bytes;
        })();
    }"""
    for tab in tabs:
        tab.evaluate(begin, {"script": script(), "asked": asked})
    said = [tab.evaluate("window.speaking") for tab in tabs]
    assert said[0] == said[1] > 0
    assert {name: counted[name, 200] for name in ("model", "config", "reader")} == {
        "model": 1,
        "config": 1,
        "reader": 1,
    }


def test_another_voice_in_its_place_is_fetched(
    studio: Studio, context: BrowserContext, make_voice: MakeVoice
) -> None:
    voice = make_voice(studio.data_dir / "models" / "changed", "changed")
    asked = request("سلام بر همه.", voice=voice.stem)
    before = say_in_page(open_tab(context), asked)
    config = voice.with_name(f"{voice.name}.json")
    config.write_text(
        config.read_text(encoding="utf-8").replace('"length_scale": 1.0', '"length_scale": 2.0')
    )
    after = say_in_page(open_tab(context), asked)
    assert len(after[0].samples) > len(before[0].samples)


def test_half_a_file_is_never_kept(context: BrowserContext, studio: Studio, make_voice: MakeVoice) -> None:
    voice = make_voice(studio.data_dir / "models" / "large", "large", heavy=True)
    tab = open_tab(context)
    line = context.new_cdp_session(tab)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": 400_000, "uploadThroughput": 400_000}
    line.send("Network.emulateNetworkConditions", slow)
    ended = tab.evaluate(
        """async ({ script, asked }) => {
            const { prepareInPage } = await import(script);
            const stop = new AbortController();
            const half = ({ loaded, total }) => { if (loaded > 1e6 && loaded < total / 2) stop.abort(); };
            return prepareInPage(asked.voice, stop.signal, half).then(() => "whole", (error) => error.name);
        }""",
        {"script": script(), "asked": request("سلام", voice=voice.stem)},
    )
    assert ended == "AbortError"
    tab.wait_for_function(
        f"async () => !(await ({LABELS})()).some((label) => !label || label.includes('model'))"
    )


def test_a_browser_that_keeps_nothing_speaks_all_the_same(
    new_context: Callable[..., BrowserContext], person: Person, asked: dict[str, object]
) -> None:
    context = new_context()
    context.add_init_script("delete globalThis.FileSystemFileHandle?.prototype.createWritable")
    page = context.new_page()
    log_in(page, person)
    assert len(say_in_page(page, asked)) == 1
    assert page.evaluate(FILES) == []
