"""From text to what is said: passage by passage, each transcribed when it is asked for."""

from collections.abc import Iterator
from itertools import chain

from bazgoo.errors import NothingToSpeak, TextEmpty
from bazgoo.phonemes import Lexicon, Utterance, transcribe
from bazgoo.text import Mode, Passage, in_mode, parse_ssml, passages

Said = tuple[Passage, Utterance]


def read_aloud(
    text: str, lexicon: Lexicon | None = None, *, mode: Mode = "formal", ssml: bool = False
) -> Iterator[Said]:
    """The passages of ``text`` as they are said; words of ``lexicon`` as it says.

    Raises TextEmpty, NothingToSpeak and SsmlInvalid before the first.
    """
    if not text.strip():
        raise TextEmpty
    reading = in_mode(mode, parse_ssml(text) if ssml else passages(text))
    colloquial = mode == "colloquial"
    yield from _from_the_first_word(
        (passage, transcribe(passage.tokens, lexicon, colloquial=colloquial)) for passage in reading
    )


def has_word(utterance: Utterance) -> bool:
    """Whether anything in it is said; what has only marks is silence."""
    return any(word.source != "mark" for word in utterance.words)


def _from_the_first_word(transcribed: Iterator[Said]) -> Iterator[Said]:
    """All of them, held back until it is sure that something in them can be said."""
    silent: list[Said] = []
    for passage, utterance in transcribed:
        if has_word(utterance):
            return chain(silent, [(passage, utterance)], transcribed)
        silent.append((passage, utterance))
    raise NothingToSpeak
