"""What a page asks of the reader, answered in JSON.

Questions and answers have the shapes of `web/src/inpage/reader/messages.ts`.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from types import SimpleNamespace
from typing import Any, NamedTuple

from bazgoo.engines.piper.symbols import phoneme_ids
from bazgoo.errors import BazgooError
from bazgoo.phonemes import Utterance
from bazgoo.speech.analysis import analyze
from bazgoo.speech.reading import Said, has_word, read_aloud
from bazgoo.text import Passage

_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which JavaScript's texts can have."""


class _Reading(NamedTuple):
    """A text that is being read."""

    said: Iterator[Said]
    config: Any
    """What a Piper voice's JSON says of its symbols."""


_readings: dict[int, _Reading] = {}
_numbers = count()


def answer(question: str) -> str:
    """The value that answers a question, or the problem with it."""
    asked = json.loads(question)
    try:
        return json.dumps({"value": _ANSWERS[asked.pop("kind")](**asked)})
    except BazgooError as error:
        sentences = {language: error.message(language) for language in ("fa", "en")}
        return json.dumps({"problem": {"code": error.code} | sentences})


def _read(request: Mapping[str, Any]) -> int:
    """Begin to read a text; the number by which its passages are asked for."""
    said = read_aloud(_whole(request["text"]), request["lexicon"], mode=request["mode"], ssml=request["ssml"])
    number = next(_numbers)
    _readings[number] = _Reading(said, _symbols(json.loads(request["voiceConfig"])))
    return number


def _next(reading: int) -> dict[str, Any] | None:
    """The next passage; None behind the last."""
    said, config = _readings[reading]
    found = next(said, None)
    return None if found is None else _passage(*found, config)


def _stop(reading: int) -> None:
    """Forget a reading."""
    _readings.pop(reading, None)


def _analyze(request: Mapping[str, Any]) -> dict[str, Any]:
    """How a text will be read, as `/api/text/analyze` tells it."""
    return analyze(_whole(request["text"]), request["lexicon"], mode=request["mode"], ssml=request["ssml"])


_ANSWERS: Mapping[str, Callable[..., Any]] = {
    "read": _read, "next": _next, "stop": _stop, "analyze": _analyze,
}  # fmt: skip


def _whole(text: str) -> str:
    """``text`` with a sign for every half of a character."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def _symbols(config: Mapping[str, Any]) -> Any:
    """What `phoneme_ids` reads of a voice's JSON, as `PiperConfig` has it."""
    return SimpleNamespace(
        phoneme_id_map=config["phoneme_id_map"],
        phoneme_type=config.get("phoneme_type", "espeak"),
        espeak=SimpleNamespace(**config["espeak"]),
    )


def _passage(passage: Passage, utterance: Utterance, config: Any) -> dict[str, Any]:
    return {
        "ids": phoneme_ids(utterance, config) if has_word(utterance) else [],
        "ipa": utterance.ipa,
        "start": passage.start,
        "end": passage.end,
        "pauseS": passage.pause_s,
        "rate": passage.rate,
        "gainDb": passage.gain_db,
    }
