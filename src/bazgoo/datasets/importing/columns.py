"""Which column of a table is what, by its name or by what stands in it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from bazgoo.datasets.filters import plain

Role = Literal["audio", "text", "written", "label", "speaker"]
"""`written` is the text where `text` is empty: LJSpeech has one as written and one as read."""

_NAMES: Mapping[Role, tuple[str, ...]] = {
    "audio": (
        "file_name", "filename", "path", "audio", "audio_file", "audio_path", "audio_filepath", "wav", "wav_file",
        "clip", "file", "sound", "پرونده", "فایل", "صدا", "نام فایل",
    ),
    "text": (
        "text", "sentence", "transcription", "transcript", "normalized_text", "raw_text", "utterance", "caption",
        "content", "متن", "جمله", "رونوشت",
    ),
    "label": (
        "label", "labels", "class", "category", "intent", "emotion", "sentiment", "target", "tag", "برچسب", "دسته",
        "احساس", "کلاس",
    ),
    "speaker": ("speaker", "speaker_id", "client_id", "speaker_name", "گوینده"),
}  # fmt: skip
_LONGEST_HEADING = 40
_HALF = 0.5
_ENOUGH = 10


def roles(columns: Sequence[str]) -> dict[Role, str]:
    """The columns that are named for what they hold; the first names of the list above go first."""
    by_name = {_folded(column): column for column in reversed(columns)}
    return {
        role: found
        for role, names in _NAMES.items()
        if (found := _first(map(_folded, names), by_name)) is not None
    }


def is_heading(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a row names columns: by known names, or by words over a column of numbers."""
    if not all(len(cell) <= _LONGEST_HEADING for cell in first):
        return False
    if {"audio", "text", "label"} & roles(first).keys():
        return True
    body = rest[:20]
    counted = any(all(_is_number(row[at]) for row in body if at < len(row)) for at in range(len(first)))
    return bool(body) and counted and not any(_is_number(cell) for cell in first)


def by_content(
    columns: Sequence[str], sample: Sequence[Mapping[str, str]], is_audio: Callable[[str], bool]
) -> dict[Role, str]:
    """The columns of a table without names that lists audio: `id|text`, `id|text|text`, `id|speaker|text`."""
    shares = {column: _share(sample, column, is_audio) for column in columns}
    audio = max(columns, key=lambda column: shares[column])
    if shares[audio] == 0:
        return {}
    rest = [column for column in columns if column != audio and _length(sample, column)]
    found: dict[Role, str] = {"audio": audio}
    if rest:
        found["text"] = max(rest, key=lambda column: _length(sample, column))
    if len(rest) == 1 and len(sample) >= _ENOUGH and _variety(sample, rest[0]) * 5 <= len(sample):
        found["label"] = rest[0]  # the same few words again and again: commands, or classes
    if len(rest) == 2 and "text" in found:
        last, other = rest[1], rest[0]
        if _length(sample, other) > _HALF * _length(sample, last) and not _names_classes(sample, other):
            found |= {"text": last, "written": other}
        else:
            found["speaker"] = next(column for column in rest if column != found["text"])
    return found


def text_and_label(columns: Sequence[str], sample: Sequence[Mapping[str, str]]) -> dict[Role, str]:
    """The columns of labelled texts without names: labels are few and short."""
    text = max(columns, key=lambda column: _length(sample, column))
    others = [column for column in columns if column != text and _length(sample, column)]
    if not others:
        return {"text": text}
    return {"text": text, "label": min(others, key=lambda column: _variety(sample, column))}


def _share(sample: Sequence[Mapping[str, str]], column: str, is_audio: Callable[[str], bool]) -> float:
    said = [row.get(column, "") for row in sample]
    return sum(bool(cell) and is_audio(cell) for cell in said) / len(said) if said else 0.0


def _length(sample: Sequence[Mapping[str, str]], column: str) -> float:
    return sum(len(row.get(column, "")) for row in sample) / max(1, len(sample))


def _variety(sample: Sequence[Mapping[str, str]], column: str) -> int:
    return len({row.get(column, "") for row in sample})


def _names_classes(sample: Sequence[Mapping[str, str]], column: str) -> bool:
    """Whether the same few short words come again and again."""
    few = _variety(sample, column) <= max(1, len(sample) // 2)
    return len(sample) > 1 and few and _length(sample, column) < 30


def _first(names: "map[str]", by_name: Mapping[str, str]) -> str | None:
    return next((by_name[name] for name in names if name in by_name), None)


def _folded(name: str) -> str:
    return plain(name.strip()).replace(" ", "_").replace("-", "_")


def _is_number(cell: str) -> bool:
    try:
        float(plain(cell).replace("٫", "."))
    except ValueError:
        return not cell.strip()
    return True
