"""The names that OpenAI's programs know, and who answers to them here."""

from bazgoo.engines import Voice
from bazgoo.errors import SpeechModelNotFound
from bazgoo.speech import Speaker

MODELS = ("tts-1", "tts-1-hd", "gpt-4o-mini-tts", "bazgoo")
"""What `model` may be; the voice alone decides what is heard."""

_GENDERS = {
    "alloy": None,
    "ash": "male",
    "ballad": "male",
    "cedar": "male",
    "coral": "female",
    "echo": "male",
    "fable": None,
    "marin": "female",
    "nova": "female",
    "onyx": "male",
    "sage": "female",
    "shimmer": "female",
    "verse": "male",
}
NAMES = tuple(_GENDERS)
"""OpenAI's voices."""


def check_model(name: str) -> None:
    """Raise SpeechModelNotFound unless ``name`` is one of MODELS."""
    if name not in MODELS:
        raise SpeechModelNotFound(model=name, known=", ".join(MODELS))


def find_voice(name: str | None, speaker: Speaker) -> Voice:
    """The voice of that id, or the one that answers to OpenAI's ``name``; raises VoiceNotFound."""
    if name in NAMES:
        return stand_ins(speaker.voices())[name]
    return speaker.voice(name)


def stand_ins(voices: list[Voice]) -> dict[str, Voice]:
    """Who answers to each of OpenAI's names: the best engine's voices in turn, of the same gender if any are.

    ``voices`` come with the best first; the same voices always give the same answer.
    """
    best = [
        voice for voice in voices if (voice.engine, voice.language) == (voices[0].engine, voices[0].language)
    ]
    answers: dict[str, Voice] = {}
    for name, gender in _GENDERS.items():
        alike = [voice for voice in best if gender and voice.gender == gender] or best
        earlier = sum(_GENDERS[before] == gender for before in answers)
        answers[name] = alike[earlier % len(alike)]
    return answers
