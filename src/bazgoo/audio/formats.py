"""The kinds of sound file: their names, media types and the sample rates their codecs know."""

from dataclasses import dataclass

_MPEG_RATES_HZ = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of sound file."""

    media_type: str
    extensions: tuple[str, ...]
    """With the dot, the usual one first."""
    rates_hz: tuple[int, ...] = ()
    """Rising; empty when any rate will do."""


_FORMATS = {
    "wav": Format("audio/wav", (".wav", ".wave")),
    "mp3": Format("audio/mpeg", (".mp3",), _MPEG_RATES_HZ),
    # Opus knows narrower bands too, but nobody asks for a telephone: 24 kHz is the least it is used for here.
    "opus": Format("audio/ogg; codecs=opus", (".opus", ".ogg"), (24_000, 48_000)),
    "flac": Format("audio/flac", (".flac",)),
    "aac": Format("audio/aac", (".aac",), _MPEG_RATES_HZ),
    "pcm": Format("audio/pcm", (".pcm", ".raw")),
}

FORMATS = tuple(_FORMATS)
"""The names of all formats."""


def media_type(format: str) -> str:
    """The media type of ``format``, for a Content-Type header."""
    return _FORMATS[format].media_type


def extension(format: str) -> str:
    """The usual ending of a file of ``format``, with its dot."""
    return _FORMATS[format].extensions[0]


def format_named_by(extension: str) -> str | None:
    """The format that a file name's ``extension`` (with its dot) asks for, if any."""
    wanted = extension.lower()
    return next((name for name, format in _FORMATS.items() if wanted in format.extensions), None)


def nearest_rate_hz(format: str, wanted_hz: int) -> int:
    """The lowest rate of ``format`` that loses nothing of ``wanted_hz``, or else its highest."""
    rates = _FORMATS[format].rates_hz
    if not rates:
        return wanted_hz
    return next((rate for rate in rates if rate >= wanted_hz), rates[-1])
