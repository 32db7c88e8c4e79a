"""Texts and SSML that were made to break whoever reads them, or to keep others waiting."""

import json
import random
import select
from contextlib import ExitStack, closing
from http.client import HTTPConnection

import pytest

from bazgoo.errors import BazgooError
from bazgoo.speech.reading import read_aloud
from tests.attack.target import Target
from tests.attack.texts import BOMB, hostile_ssml, hostile_text


def _read(text: str, *, ssml: bool) -> None:
    try:
        for passage, _ in read_aloud(text, None, mode="formal", ssml=ssml):
            assert 0 <= passage.start <= passage.end <= len(text)
    except BazgooError:
        pass  # refused, in words


def test_a_text_is_read_or_refused() -> None:
    for number in range(40):
        _read(hostile_text(random.Random(number), 300), ssml=False)


def test_ssml_is_read_or_refused() -> None:
    for number in range(40):
        _read(hostile_ssml(random.Random(number), 300), ssml=True)


@pytest.mark.parametrize("document", [BOMB, '<!DOCTYPE s SYSTEM "file:///etc/passwd"><speak>سلام</speak>'])
def test_what_xml_could_fetch_or_swell_to_is_refused(target: Target, document: str) -> None:
    answer = target.sara.visitor.post("/api/speech", json={"text": document, "ssml": True})
    assert (answer.status_code, answer.json()["code"]) == (422, "ssml_invalid")


def test_a_long_text_to_be_analysed_lets_others_speak(target: Target) -> None:
    """Everybody is heard while somebody has long texts analysed; who goes away has no more of it done."""
    body = json.dumps({"text": "½ " * 20_000})
    headers = {**target.reza.headers, "Content-Type": "application/json"}
    with ExitStack() as waiting:
        asking = [
            waiting.enter_context(closing(HTTPConnection("127.0.0.1", target.installation.port)))
            for _ in range(4)
        ]
        for each in asking:
            each.request("POST", "/api/text/analyze", body, headers)
        for number in range(3):
            heard = target.sara.visitor.post("/api/speech", json={"text": f"سلام {number}"})
            assert heard.status_code == 200
        answered, _, _ = select.select([each.sock for each in asking], [], [], 0)
        assert not answered, "speech waited for a whole text"
