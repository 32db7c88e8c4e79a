"""Two numbers bound together: from one to the other (۱۰-۱۵), or one against the other (۱۶:۹)."""

import re

from bazgoo.text.numbers import NUMBER, say_number

PATTERN = rf"(?<!\d[-–—]){NUMBER}[-–—]{NUMBER}(?![-–—/.:]?\d)"
RATIO = r"\d{1,4}:\d{1,4}(?![\d:])"

_DASH = re.compile("[-–—]")


def say_range(written: str) -> str:
    """Say ‹تا› between rising numbers; between others (a result, a code) the dash is silent."""
    low, high = _DASH.split(written)
    between = " تا " if _value(low) < _value(high) else " "
    return say_number(low) + between + say_number(high)


def _value(written: str) -> float:
    return float(re.sub("[,٬،]", "", written).replace("٫", "."))


def say_ratio(written: str) -> str:
    """Say ‹به› between two numbers."""
    return " به ".join(say_number(part) for part in written.split(":"))
