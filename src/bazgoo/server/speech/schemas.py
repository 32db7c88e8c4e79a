"""What is asked of speech, and what it answers."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bazgoo.speech import SPEEDS
from bazgoo.text import Mode

Format = Literal["wav", "mp3", "opus", "flac", "aac", "pcm"]
StreamFormat = Literal["audio", "sse"]
Speed = Annotated[float, Field(ge=SPEEDS[0], le=SPEEDS[1], allow_inf_nan=False)]


def _encodable(text: str) -> str:
    """Refuse half a surrogate pair: JSON can write it, but no answer could repeat it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise PydanticCustomError("string_unicode", "not valid Unicode") from None
    return text


ModeOrNone = Annotated[Mode, BeforeValidator(lambda mode: "formal" if mode is None else mode)]
"""A mode; null is formal."""

Text = Annotated[str, AfterValidator(_encodable)]

_EXAMPLE = "سلام! ساعت ۱۲:۳۰ است."


class SpeechRequest(BaseModel):
    """A text to be heard."""

    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra={"examples": [{"text": _EXAMPLE, "voice": "espeak-fa", "format": "mp3"}]},
    )

    text: Text
    """Plain text, or an SSML document with `ssml`."""
    voice: Text | None = None
    """The id of a voice from `/api/voices`; without it, the best Persian one."""
    format: Format = "wav"
    """The kind of sound file; `pcm` is signed 16-bit little-endian mono without a header."""
    speed: Speed = 1.0
    """From 0.25 to 4; 1 is the voice's own pace."""
    sample_rate: Annotated[int, Field(ge=8_000, le=96_000)] | None = None
    """In Hz; without it the voice's own. MP3, Opus and AAC take the nearest rate that they know."""
    stream: bool | None = None
    """Send sound while the rest is made; the default, except for FLAC, which many programs read whole."""
    mode: ModeOrNone = "formal"
    """`colloquial` speaks formal Persian as Tehran does; `formal` speaks what is written."""
    ssml: bool = False
    """Whether `text` is SSML."""
    stream_format: StreamFormat = "audio"
    """`audio`: the bytes of the file. `sse`: events that also say which part of the text each sound is."""


class SoundEvent(BaseModel):
    """The data of an event `speech.audio.delta`: the sound of one passage."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: Literal["speech.audio.delta"] = "speech.audio.delta"
    audio: str
    """The next bytes of the file, in Base64; joined over all events they are the whole file."""
    text_start: int
    """Where the passage starts in the text, in code points."""
    text_end: int
    start_s: float
    """Where its sound starts, in seconds."""
    duration_s: float
    """How long it sounds, the pause after it included."""
    progress: int
    """How much of the text is made, 0–100."""


class DoneEvent(BaseModel):
    """The data of the event `speech.audio.done`: all of it has been sent."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: Literal["speech.audio.done"] = "speech.audio.done"
    duration_s: float
    sample_rate: int
    """In Hz."""


class OpenAiSpeechRequest(BaseModel):
    """A text to be heard, as OpenAI's programs ask for it; fields that they add are passed over."""

    model_config = ConfigDict(
        extra="ignore",
        use_attribute_docstrings=True,
        json_schema_extra={"examples": [{"model": "tts-1", "input": _EXAMPLE, "voice": "alloy"}]},
    )

    model: Text
    """One of `/v1/models`; all of them speak with the voice that is named."""
    input: Text
    """The text."""
    voice: Text | None = None
    """One of OpenAI's names, or the id of a voice from `/v1/audio/voices`."""
    response_format: Format = "mp3"
    """`pcm` is signed 16-bit little-endian mono at 24 kHz."""
    speed: Speed = 1.0
    stream_format: StreamFormat = "audio"


class OpenAiSoundEvent(BaseModel):
    """The next bytes of the file."""

    type: Literal["speech.audio.delta"] = "speech.audio.delta"
    audio: str


class OpenAiUsage(BaseModel):
    """What was spoken, counted where OpenAI counts tokens."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    input_tokens: int
    """Characters of text."""
    output_tokens: int
    """Seconds of sound, rounded up."""
    total_tokens: int


class OpenAiDoneEvent(BaseModel):
    """All of it has been sent."""

    type: Literal["speech.audio.done"] = "speech.audio.done"
    usage: OpenAiUsage


class AnalyzeRequest(BaseModel):
    """A text whose reading is asked for."""

    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra={"examples": [{"text": _EXAMPLE}]},
    )

    text: Text
    mode: ModeOrNone = "formal"
    """`colloquial` reads formal Persian as Tehran speaks it; `formal` reads what is written."""
    ssml: bool = False
    """Whether `text` is SSML."""


class WordReading(BaseModel):
    """How one written word is read."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    text: str
    """As written."""
    start: int
    """Where it begins in the text, in code points."""
    end: int
    """Where it ends."""
    spoken: str
    """As said, in Persian words."""
    vocalized: str
    """As said, in Persian letters with all vowels and the ezafe written; figures and other signs as they stand."""
    phonemes: str
    """As said, in eSpeak NG's mnemonics of Persian phonemes, `'` before a stressed vowel."""
    ipa: str
    """As said, in the International Phonetic Alphabet, with its ezafe."""
    ezafe: bool
    """Whether it is joined to the next word by an ezafe."""
    source: str
    """Where the pronunciation is from: `dictionary`, `model` (for words that no dictionary has), `espeak`, `homograph`
    (by context), `lexicon` (one's own), `author` (SSML) or `mark` (punctuation)."""
    alternatives: list[str]
    """Other pronunciations that the spelling allows, in IPA, without ezafe."""


class SentenceReading(BaseModel):
    """How one passage is read."""

    text: str
    words: list[WordReading]


class Analysis(BaseModel):
    """How a text is read."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    normalized: str
    """The whole text as it is said, written out in words."""
    sentences: list[SentenceReading]
    """In the pieces in which it is said."""
