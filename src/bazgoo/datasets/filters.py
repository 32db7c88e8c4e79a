"""Which records a person asks for, as SQL."""

from typing import Any

_PLAIN = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "\u200c": None, "ـ": None}
    | dict.fromkeys(map(chr, range(1611, 1619)))
    | {digit: str(value) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩") for value, digit in enumerate(digits)}
)


def plain(text: str | None) -> str:
    """``text`` as a search compares it: Arabic letters, vowel signs, half-spaces and digits make no difference."""
    return (text or "").translate(_PLAIN).casefold()


def condition(
    *, search: str = "", problem: str | None = None, excluded: bool | None = None, after: int = 0
) -> tuple[str, list[Any]]:
    """A WHERE clause and its values."""
    clauses, values = ["n > ?"], list[Any]([after])
    if wanted := plain(search.strip()):
        clauses.append(
            "(instr(plain(text), ?) OR instr(plain(label), ?) OR instr(plain(speaker), ?) OR instr(plain(file), ?))"
        )
        values += [wanted] * 4
    if problem is not None:
        clauses.append("EXISTS (SELECT 1 FROM json_each(problems) WHERE value = ?)")
        values.append(problem)
    if excluded is not None:
        clauses.append("excluded = ?")
        values.append(excluded)
    return f"WHERE {' AND '.join(clauses)}", values
