"""Spans of time in signs: 2h 30m is ‹دو ساعت و سی دقیقه›, ۱۲′۳۰″ is ‹دوازده دقیقه و سی ثانیه›."""

import re

from bazgoo.text.numbers import cardinal

_HOURS = r"\d{1,3}\s?h(?:rs?|ours?)?"
_MINUTES = r"\d{1,3}\s?m(?:ins?|inutes?)?"
_SECONDS = r"\d{1,3}\s?s(?:ecs?|econds?)?"
PATTERN = (
    rf"(?:{_HOURS}\s?{_MINUTES}(?:\s?{_SECONDS})?|{_MINUTES}\s?{_SECONDS}|\d{{1,2}}h[0-5۰-۵]\d)(?![A-Za-z\d])"
    r"|(?<!ساعت )\d{1,3}:[0-5۰-۵]\d\s(?:ساعت|دقیقه)(?![^\W\d_]|\u200c)"
    r"|\d{1,3}['’′]\d{1,2}(?:[\"”″]|''|′′)"
)

_PART = re.compile(r"(\d+)\s?(\D?)")
_NAMES = {"h": "ساعت", "m": "دقیقه", "s": "ثانیه", "": "دقیقه", "'": "دقیقه", "’": "دقیقه", "′": "دقیقه"}


def say_duration(written: str) -> str:
    """Say each part with its name; a quote behind the last part is for seconds."""
    if ":" in written:
        (first, second), hours = re.findall(r"\d+", written), written.endswith("ساعت")
        written = f"{first}h {second}m" if hours else f"{first}m {second}s"
    return " و ".join(
        f"{cardinal(int(count))} {_NAMES.get(unit, 'ثانیه')}" for count, unit in _PART.findall(written)
    )
