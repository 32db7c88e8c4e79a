"""What became of each row: taken in, or refused for a reason that its person can act on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bazgoo.errors import in_persian_digits

REASONS: Mapping[str, tuple[str, str]] = {
    "no_audio": (
        "صدایی به نام «{name}» در پرونده‌ها نیست.",
        "There is no audio called “{name}” among the files.",
    ),
    "ambiguous_audio": (
        "چند پرونده به نام «{name}» هست؛ پوشه‌اش را هم بنویسید.",
        "Several files are called “{name}”; write its folder too.",
    ),
    "audio_unreadable": (
        "«{name}» خوانده نمی‌شود؛ آن را به WAV، FLAC، MP3 یا OGG برگردانید.",
        "“{name}” cannot be read; convert it to WAV, FLAC, MP3 or OGG.",
    ),
    "audio_empty": ("در «{name}» صدایی ضبط نشده است.", "“{name}” holds no sound."),
    "listed_twice": ("«{name}» پیش‌تر در فهرست آمده است.", "“{name}” was listed before."),
    "unlisted": ("هیچ ردیفی از «{name}» نام نمی‌برد.", "No row names “{name}”."),
    "no_text": ("متنی ندارد.", "It has no text."),
    "no_transcript": ("متنی هم‌نام «{name}» نیست.", "There is no text of the same name as “{name}”."),
    "no_label": ("برچسب ندارد.", "It has no label."),
    "too_few_columns": ("ستون «{name}» را ندارد.", "The column “{name}” is missing."),
    "too_many_columns": (
        '{count} ستون دارد، نه {expected}؛ متنی را که جداکننده دارد میان " بگذارید.',
        'It has {count} columns, not {expected}; put a text that holds the separator into "quotes".',
    ),
    "json_invalid": ("یک شیء JSON نیست.", "It is not a JSON object."),
    "line_unreadable": (
        "نویسه‌هایش خراب است؛ پرونده را با UTF-8 ذخیره کنید.",
        "Its characters are broken; save the file as UTF-8.",
    ),
    "number_invalid": (
        "«{value}» در ستون «{name}» عدد نیست.",
        "“{value}” in the column “{name}” is no number.",
    ),
    "script_unmatched": (
        "برای این جمله در صدا جایی پیدا نشد: «{text}»",
        "No place in the recording was found for this sentence: “{text}”",
    ),
    "speech_unmatched": (
        "از ثانیهٔ {start} تا {end} گفتاری هست که در متن نیست.",
        "From second {start} to {end} there is speech that the script lacks.",
    ),
}
"""Every code of a rejection, with its sentences."""

_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row, or a file, that was not taken in."""

    line: int | None
    """Counts from 1, in ``file``; None when it is about the file itself."""
    file: str
    """As its person named it."""
    code: str
    """A key of REASONS."""
    reason_fa: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Found:
    """A record that a layout gives, before anybody has looked at its audio."""

    text: str
    audio: Path | None = None
    label: str | None = None
    speaker: str | None = None
    file: str = ""
    """Where it was listed."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import brought."""

    layout: str
    """`ljspeech`, `piper`, `common_voice`, `audiofolder`, `table`, `pairs`, `label_folders`, `long_recording`, …"""
    accepted: int
    """Records that were taken in."""
    rejected: list[Rejection]
    """What was refused, the first ten thousand."""
    rejected_count: int
    """How many there were in all."""


def rejection(code: str, file: str, line: int | None = None, **data: Any) -> Rejection:
    """The Rejection with its sentences, filled with ``data``."""
    fa, en = REASONS[code]
    shown = {name: _shown(value) for name, value in data.items()}
    persian = {name: in_persian_digits(value) for name, value in shown.items()}
    return Rejection(line, file, code, fa.format_map(persian), en.format_map(shown))


def _shown(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    proper = "".join(letter if letter.isprintable() or letter == "\u200c" else "�" for letter in value)
    return proper if len(proper) <= _LONGEST_SHOWN else proper[: _LONGEST_SHOWN - 1] + "…"
