"""Times of day: ۱۲:۳۰ is ‹دوازده و سی دقیقه›."""

import re

from bazgoo.text.numbers import SIGN, cardinal, say_number

_HOUR = "(?:[01۰۱]?\\d|[2۲][0-4۰-۴])"
PATTERN = (
    rf"{SIGN}{_HOUR}(?::| : )[0-5۰-۵]\d(?::[0-5۰-۵]\d)?(?![\d:]|[,٬]\d{{3}})(?:(?<=\d)\sدقیقه(?![^\W\d_]|\u200c))?"
    rf"|(?<=ساعت\s){_HOUR}(?:[./٫][0-5۰-۵]\d|:\d)(?!\d|[./٫:]\d)"
)
"""Hours, minutes and seconds; behind the word for hour a dot or a stroke stands for the colon."""

CLOCK = r"(?<=\d-\d\d)T(?=\d\d:\d\d)"
"""What parts the date from the time in ISO 8601."""

NOON = r"(?:(?<=\d)|(?<=\d\s))(?:[AaPp][Mm](?![A-Za-z])|[ap]\.m\.)"

_COLON = re.compile(r"\s?[:./٫]\s?")


def say_time(written: str) -> str:
    """Say hours, minutes and seconds; a full hour has no minutes, and a span under an hour no hours."""
    hour, *rest = _COLON.split(written.removesuffix(" دقیقه"))
    hours, (minutes, *seconds) = int(hour.lstrip("+-−–")), map(int, rest)
    said = [] if seconds and not hours and minutes else [cardinal(hours)]
    if hour[0] in "+-−–":
        said = [f"{say_number(hour[0] + '1').split()[0]} {cardinal(hours)}"]
    if minutes or any(seconds):
        said.append(f"{cardinal(minutes)} دقیقه")
    if any(seconds):
        said.append(f"{cardinal(seconds[0])} ثانیه")
    return " و ".join(said)


def say_noon(written: str) -> str:
    """Say whether a time is before noon or after it."""
    return "قبل از ظهر" if written[0] in "Aa" else "بعد از ظهر"
