"""What `bazgoo bench browser` measures: voices in the page, beside the same voices on this machine itself."""

import runpy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bazgoo.cli.bench.chromium import chromium, pages_mb
from bazgoo.cli.bench.report import Figure
from bazgoo.cli.bench.servers import studio
from bazgoo.cli.bench.static import ISOLATED, hosted
from bazgoo.cli.bench.texts import PAGE, SENTENCES
from bazgoo.cli.bench.training import PIPER_SHAPED
from bazgoo.cli.bench.whole_files import real_time_factor
from bazgoo.cli.terminal import console
from bazgoo.cli.voice.embedding import embed
from bazgoo.settings import Settings
from bazgoo.speech import open_speaker

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOST_S = 600
"""What takes longer counts as broken."""

MEASURE = """async ([text, sentences, rounds]) => {
    const { load, stream } = await import(new URL("bazgoo.js", location.href).href);
    const sounding = ({ pcm }) => new Int16Array(pcm.slice().buffer).reduce((n, sample) => n + (sample !== 0), 0);
    async function speak(text) {
        const began = performance.now();
        let firstMs = 0, soundingS = 0;
        for await (const delta of stream(text)) {
            firstMs ||= performance.now() - began;
            soundingS += sounding(delta) / delta.sampleRateHz;
        }
        return { firstMs, factor: (performance.now() - began) / 1000 / soundingS };
    }
    const durationS = (name) => performance.getEntriesByName(name)[0].duration / 1000;
    await load();
    await speak(sentences[0]);
    const short = [], long = [];
    for (const sentence of sentences.slice(1)) short.push(await speak(sentence));
    for (let round = 0; round < rounds; round += 1) long.push(await speak(text));
    return {
        reader_s: durationS("bazgoo:reader"),
        voice_s: durationS("bazgoo:voice"),
        first_ms: short.map(({ firstMs }) => firstMs),
        factors: long.map(({ factor }) => factor),
        threads: crossOriginIsolated ? Math.min(4, navigator.hardwareConcurrency) : 1,
    };
}"""
"""Run in the page of an embedded folder."""


def measure(voices: Sequence[str], rounds: int) -> list[Figure]:
    """Measure these voices, or all that run in a browser and one of the shape of Piper's medium ones."""
    with console.status("Chromium") as status, chromium() as browser, TemporaryDirectory() as name:
        folder = Path(name)
        status.update("a studio")
        figures = [_studio(browser, folder / "studio")]
        for place, voice in enumerate(voices or _all(folder)):
            status.update(f"{Path(voice).stem} in the page")
            figures += _voice(browser, voice, folder / f"voice-{place}", rounds)
    return figures


def _all(folder: Path) -> Iterator[str]:
    speaker = open_speaker(Settings.load().models_dir, cache_bytes=0)
    found = {voice.path: voice.id for voice in reversed(speaker.voices()) if voice.runs_in_browser}
    yield from reversed(found.values())  # of several speakers of a model the first
    if PIPER_SHAPED.is_file() and find_spec("onnx"):
        make = runpy.run_path(str(PIPER_SHAPED))["make_voice"]
        yield str(make(folder / "made", "piper_shaped", heavy=True))


def _studio(browser: "Browser", data_dir: Path) -> Figure:
    """How long the studio's first page takes until somebody can log in."""
    data_dir.mkdir()
    with studio(data_dir, None) as server, browser.new_page() as page:
        usable_ms = _usable_ms(page, f"http://127.0.0.1:{server.port}/login", "[data-testid=email]")
    return Figure("studio: page usable", "ms", "", usable_ms)


def _usable_ms(page: "Page", address: str, selector: str) -> float:
    """From the beginning of the navigation until ``selector`` is there."""
    page.goto(address, wait_until="commit")
    there = "(selector) => document.querySelector(selector) && performance.now()"
    return float(page.wait_for_function(there, arg=selector).json_value())


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to an embedded page, from its address to the last word."""

    usable_ms: float
    page_kb: float
    """What was fetched until the page was usable."""
    spoken_mb: float
    """What was fetched until it spoke, the page included."""
    memory_mb: float
    """What the page held after speaking, beyond what an empty one does."""
    reader_s: float
    voice_s: float
    first_ms: float
    """From asking until the first passage is made, everything loaded; of several sentences the middle one."""
    factor: float
    """Seconds of work for a second of speech, reading included; of several rounds the middle one."""
    threads: int


def visit(browser: "Browser", folder: Path, headers: dict[str, str], rounds: int) -> Visit:
    """Visit ``folder`` as a host with these ``headers`` serves it, in a browser that knows nothing of it yet."""
    with hosted(folder, headers) as host, browser.new_page() as page:
        page.set_default_timeout(MOST_S * 1000)
        empty_mb = pages_mb()
        usable_ms = _usable_ms(page, host.address, "bazgoo-voice:defined")
        page_bytes = host.given_bytes
        told = page.evaluate(MEASURE, [PAGE, SENTENCES, rounds])
        return Visit(
            usable_ms=usable_ms,
            page_kb=page_bytes / 1e3,
            spoken_mb=host.given_bytes / 1e6,
            memory_mb=pages_mb() - empty_mb,
            reader_s=told["reader_s"],
            voice_s=told["voice_s"],
            first_ms=median(told["first_ms"]),
            factor=median(told["factors"]),
            threads=told["threads"],
        )


def _voice(browser: "Browser", voice: str, folder: Path, rounds: int) -> Iterator[Figure]:
    name = embed(voice, folder).voice
    alone = visit(browser, folder, {}, rounds)
    isolated = visit(browser, folder, ISOLATED, rounds)
    server = {"server": real_time_factor(next(folder.glob("voice/*.onnx")))}
    yield Figure("speaking, one thread", "real-time factor", name, alone.factor, server)
    yield Figure(f"speaking, {isolated.threads} threads", "real-time factor", name, isolated.factor, server)
    for what, unit, field in _ALONE:
        yield Figure(what, unit, name, getattr(alone, field))


_ALONE = (
    ("first audio, warm", "ms", "first_ms"),
    ("page usable", "ms", "usable_ms"),
    ("reader ready", "s", "reader_s"),
    ("voice ready", "s", "voice_s"),
    ("fetched until usable", "kB", "page_kb"),
    ("fetched until it speaks", "MB", "spoken_mb"),
    ("memory after speaking", "MB", "memory_mb"),
)
"""What is told of the visit on one thread."""
