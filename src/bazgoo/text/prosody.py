"""The attributes of SSML that are measures: pauses, pace and loudness."""

import math
import re

from bazgoo.text.passages import LONGEST_PAUSE_S, Manner

SLOWEST, FASTEST = 0.25, 4.0
SILENT_DB, LOUDEST_DB = -96.0, 20.0

_STRENGTHS_S = {"none": None, "x-weak": 0.1, "weak": 0.18, "medium": 0.35, "strong": 0.6, "x-strong": 1.2}
_RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "default": 1.0, "fast": 1.3, "x-fast": 1.6}
_VOLUMES_DB = {
    "silent": SILENT_DB, "x-soft": -12.0, "soft": -6.0, "medium": 0.0, "default": 0.0, "loud": 6.0,
    "x-loud": 12.0,
}  # fmt: skip

_NUMBER = r"\d{1,6}(?:\.\d{1,6})?|\.\d{1,6}"
_TIME = re.compile(rf"\+?({_NUMBER})(ms|s)")
_PERCENT = re.compile(rf"([+-]?)({_NUMBER})%")
_DECIBEL = re.compile(rf"([+-]?)({_NUMBER})dB", re.IGNORECASE)


class RefusedError(Exception):
    """Something in a document that is refused, with the reasons in Persian and in English."""

    def __init__(self, fa: str, en: str) -> None:
        self.reasons = fa, en
        super().__init__(en)


def pause_s(attributes: dict[str, str]) -> float | None:
    """The silence that ``<break>`` asks for, or None where it forbids one."""
    time = attributes.get("time")
    if time is None:
        strength = attributes.get("strength", "medium")
        if strength not in _STRENGTHS_S:
            raise RefusedError(
                f"شدت مکث «{strength}» شناخته نیست.", f"the strength of break “{strength}” is unknown."
            )
        return _STRENGTHS_S[strength]
    match = _TIME.fullmatch(time.strip())
    if not match:
        raise RefusedError(
            f"زمان مکث «{time}» درست نیست؛ مانند 500ms یا 2s بنویسید.",
            f"the time of break “{time}” is not valid; write 500ms or 2s.",
        )
    seconds = float(match[1]) / (1000 if match[2] == "ms" else 1)
    if seconds > LONGEST_PAUSE_S:
        raise RefusedError("هر مکث حداکثر ۱۰ ثانیه است.", "a break lasts ten seconds at most.")
    return seconds


def change_manner(manner: Manner, attributes: dict[str, str]) -> Manner:
    """The manner inside ``<prosody>``, given the one around it; pitch, range and contour are passed over."""
    rate = manner.rate * _rate(attributes.get("rate", "default").strip())
    gain_db = manner.gain_db + _gain_db(attributes.get("volume", "default").strip())
    return Manner(min(max(rate, SLOWEST), FASTEST), min(max(gain_db, SILENT_DB), LOUDEST_DB))


def _rate(written: str) -> float:
    if written in _RATES:
        return _RATES[written]
    if match := _PERCENT.fullmatch(written):
        share = float(match[2]) / 100
        return {"+": 1 + share, "-": max(1 - share, 0.0), "": share}[match[1]]
    if re.fullmatch(_NUMBER, written):
        return float(written)
    raise RefusedError(
        f"سرعت «{written}» درست نیست؛ مانند slow یا 80% بنویسید.",
        f"the rate “{written}” is not valid; write slow or 80%.",
    )


def _gain_db(written: str) -> float:
    if written in _VOLUMES_DB:
        return _VOLUMES_DB[written]
    if match := _DECIBEL.fullmatch(written):
        return float(match[2]) * (-1 if match[1] == "-" else 1)
    if re.fullmatch(_NUMBER, written) and float(written) <= 100:
        return 20 * math.log10(float(written) / 100) if float(written) else SILENT_DB
    raise RefusedError(
        f"بلندی «{written}» درست نیست؛ مانند loud یا -6dB بنویسید.",
        f"the volume “{written}” is not valid; write loud or -6dB.",
    )
