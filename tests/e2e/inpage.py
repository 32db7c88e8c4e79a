"""Speech made in the page, by the modules of the built pages, and the same from the server."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

from bazgoo.server.pages import PAGES
from tests.e2e.studio import Person, Studio

STARTER = "fa_IR-espeak_starter-low"

_SPEAK = """async ({ script, requests }) => {
    const { streamInPage } = await import(script);
    const text = (pcm) => new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
        reader.readAsDataURL(new Blob([pcm]));
    });
    const deltas = [];
    try {
        for (const request of requests) {
            for await (const { pcm, ...said } of streamInPage(request, new AbortController().signal)) {
                deltas.push({ ...said, pcm: await text(pcm) });
            }
        }
    } catch (error) {
        return { deltas, failure: { name: error.name, code: error.code, message: error.message } };
    }
    return { deltas, failure: null };
}"""


@dataclass(frozen=True, slots=True)
class Said:
    """The sound of one passage and its place."""

    start: int
    end: int
    progress: int
    rate_hz: int
    samples: NDArray[np.int16]


def request(text: str, **given: Any) -> dict[str, Any]:
    """A request for speech, as the Speak page makes it."""
    return {"text": text, "voice": STARTER, "speed": 1, "mode": "formal", "ssml": False} | given


def script() -> str:
    """The address of the script that speaks in the page; the build gives it a hash."""
    (file,) = (PAGES / "assets").glob("speaker-*.js")
    return f"/assets/{file.name}"


def say_in_page(page: Page, *requests: dict[str, Any]) -> list[Said]:
    """What the page makes of them, one after another; fails when it cannot."""
    answer = try_in_page(page, *requests)
    assert answer["failure"] is None, answer["failure"]
    return [
        Said(
            said["textStart"], said["textEnd"], said["progress"], said["sampleRateHz"], _samples(said["pcm"])
        )
        for said in answer["deltas"]
    ]


def try_in_page(page: Page, *requests: dict[str, Any]) -> dict[str, Any]:
    """What came of it: the deltas, and the failure or None."""
    answer: dict[str, Any] = page.evaluate(_SPEAK, {"script": script(), "requests": requests})
    return answer


def say_on_server(studio: Studio, person: Person, asked: dict[str, Any]) -> list[Said]:
    """What the server makes of a request."""
    body = asked | {"format": "pcm", "stream_format": "sse"}
    answer = httpx.post(f"{studio.address}/api/speech", json=body, headers=studio.log_in(person), timeout=120)
    rate_hz = int(answer.raise_for_status().headers["X-Sample-Rate"])
    return [
        Said(said["text_start"], said["text_end"], said["progress"], rate_hz, _samples(said["audio"]))
        for said in _deltas(answer.text)
    ]


def _deltas(stream: str) -> Iterator[dict[str, Any]]:
    for event in stream.split("\n\n"):
        name, _, data = event.partition("\ndata: ")
        if name == "event: speech.audio.delta":
            yield json.loads(data)


def _samples(encoded: str) -> NDArray[np.int16]:
    return np.frombuffer(base64.b64decode(encoded), "<i2")
