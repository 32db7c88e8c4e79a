"""What the page asks, answered with the server's own doors."""

import json
from typing import Any

from bazgoo.browser import page
from bazgoo.engines.starter import STARTER

CONFIG = STARTER.with_name(f"{STARTER.name}.json").read_text("utf-8")


def ask(kind: str, **asked: Any) -> Any:
    return json.loads(page.answer(json.dumps({"kind": kind} | asked)))


def read(text: str, **asked: Any) -> Any:
    request = {"text": text, "mode": "formal", "ssml": False, "lexicon": {}, "voiceConfig": CONFIG} | asked
    return ask("read", request=request)["value"]


def test_a_text_is_given_passage_by_passage() -> None:
    reading = read("سلام. خوبی؟")
    first, second = (ask("next", reading=reading)["value"] for _ in range(2))
    assert (first["ipa"], first["start"], first["end"]) == ("salˈɑm.", 0, 5)
    assert (second["start"], second["pauseS"], second["rate"], second["gainDb"]) == (6, 0.35, 1.0, 0.0)
    assert first["ids"][0] == 1
    assert ask("next", reading=reading) == {"value": None}


def test_what_is_not_said_has_no_ids() -> None:
    reading = read("<speak>سلام <break time='2s'/> <break time='1s'/></speak>", ssml=True)
    passages = iter(lambda: ask("next", reading=reading)["value"], None)
    assert all(bool(passage["ids"]) == bool(passage["ipa"].strip(".")) for passage in passages)


def test_a_problem_has_its_sentence_in_both_languages() -> None:
    problem = ask("next", reading=read("<speak>", ssml=True))["problem"]
    assert problem["code"] == "ssml_invalid"
    assert "سطر ۱" in problem["fa"]
    assert "line 1" in problem["en"]


def test_half_a_character_is_read_over() -> None:
    passage = ask("next", reading=read("سلام \ud83d دنیا"))["value"]
    assert (passage["ipa"].split()[0], passage["end"]) == ("salˈɑm", 11)


def test_a_stopped_reading_is_forgotten() -> None:
    reading = read("سلام. خوبی؟")
    assert ask("stop", reading=reading) == {"value": None}
    assert reading not in page._readings
