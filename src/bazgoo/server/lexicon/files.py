"""Lexicons as files: a line a word, its columns apart by tabs (or commas, when read)."""

import csv
import io
from collections.abc import Iterator, Sequence

from bazgoo.errors import (
    BazgooError,
    LexiconFileInvalid,
    LexiconWordInvalid,
    PronunciationInvalid,
    in_persian_digits,
)
from bazgoo.phonemes.lexicon import Entry, make_entry

COLUMNS = ("word", "ipa", "spoken")
MOST_ENTRIES = 10_000
"""How many words one person's lexicon holds."""
MOST_TOLD = 20
"""How many refused lines are told at once."""


def write_lexicon(entries: Sequence[Entry]) -> str:
    """A lexicon as tab-separated values under a line of names."""
    file = io.StringIO()
    rows = csv.writer(file, "excel-tab", lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows((entry.word, entry.ipa, entry.spoken or "") for entry in entries)
    return file.getvalue()


def read_lexicon(content: bytes, most: int = MOST_ENTRIES) -> list[Entry]:
    """The entries of a file in UTF-8; raises LexiconFileInvalid, which tells of every refused line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused([(line, _invalid("متن UTF-8 نیست.", "it is not UTF-8 text."))]) from None
    entries: dict[str, Entry] = {}
    refused: list[tuple[int, BazgooError]] = []
    for line, row in _rows(text):
        try:
            entry = make_entry(row.get("word", ""), row.get("ipa"), row.get("spoken"))
        except (LexiconWordInvalid, PronunciationInvalid) as error:
            refused.append((line, error))
            continue
        if entry.word in entries:
            refused.append(
                (line, _invalid("این واژه پیش‌تر در پرونده آمده است.", "the file has this word already."))
            )
        entries[entry.word] = entry
        if len(entries) > most:
            refused.append(
                (
                    line,
                    _invalid(
                        f"پرونده از {in_persian_digits(most)} واژه بیشتر دارد.",
                        f"the file has more than {most} words.",
                    ),
                )
            )
        if len(refused) >= MOST_TOLD or len(entries) > most:
            break
    if not entries and not refused:
        refused = [(1, _invalid("واژه‌ای در آن نیست.", "there is no word in it."))]
    if refused:
        raise _refused(refused)
    return list(entries.values())


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The number of each line with its columns by name; empty lines and remarks are passed over."""
    lines = text.splitlines()
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    delimiter = "\t" if "\t" in first else "," if "," in first else ";"
    names: Sequence[str] = COLUMNS
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        # line by line: an open quotation mark costs one line, not the rest of the file
        cells = _cells(line, delimiter)
        if line is first and "word" in [cell.lower() for cell in cells]:
            names = [cell.lower() for cell in cells]
        else:
            yield number, dict(zip(names, cells, strict=False))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter))]
    except csv.Error:
        return []


def _invalid(fa: str, en: str) -> LexiconWordInvalid:
    return LexiconWordInvalid(reason_fa=fa, reason_en=en)


def _refused(lines: Sequence[tuple[int, BazgooError]]) -> LexiconFileInvalid:
    number, first = lines[0]
    return LexiconFileInvalid(
        line=number,
        reason_fa=first.message("fa"),
        reason_en=first.message("en"),
        parts=[(("line", line), error) for line, error in lines],
    )
