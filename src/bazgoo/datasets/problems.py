"""What can be wrong with a record: every threshold, every sentence for people, and what it costs in quality.

A problem never excludes a record by itself: a person decides, with one click for all that have it.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bazgoo.text.characters import LATIN, PERSIAN, WITHIN
from bazgoo.text.punctuation import BRACKET, MARKS
from bazgoo.text.tokens import Token, read

CLIPPED_SHARE = 0.0005
"""Samples in flat tops; one in two thousand is heard as a crackle, and a network learns it as part of the voice."""
NOISY_DB = 20.0
"""Speech over the noise between words; a quiet room gives 40–70, a laptop beside a fan about 25."""
NOISE_TOLD_S = 1.0
"""Length from which noise is judged; a single word has no pause in which it could be heard."""
SILENT_SHARE = 0.05
"""Speech in the recording; below it somebody forgot to speak, or the microphone was off."""
SILENT_LUFS = -60.0
"""Loudness below which amplifying brings up only noise."""
NARROW_HZ = 5_000.0
"""A telephone carries 3,400 Hz and its audio stays so at any rate; s and sh live between 4,000 and 8,000."""
SPOKEN_S = 0.8, 15.0
"""Shortest and longest recording of a sentence: alignment needs some words, and memory grows with length."""
LABELLED_S = 0.2, 60.0
"""Shortest and longest recording of a labelled sound, which may be one word."""
PHONES_PER_S = 4.0, 25.0
"""Slowest and fastest speech; Persian is read at 10–15 sounds a second. Beyond, recording and text do not match."""
UNUSUAL_Z = 3.0
"""Robust standard deviations from the usual rate of the same speaker, beyond which the text is likely another."""
SPREAD_SHARE = 0.1
"""The least a speaker's rate is taken to vary, as a share of it; a machine's hardly does at all."""
FEWEST_PEERS = 20
"""Recordings of a speaker from which a usual rate can be told."""
LONGEST_FIGURES = 4
"""Figures in a row that are said in one way; longer ones are said as a number, in groups or one by one."""
RARE_LABEL_SHARE = 0.25
"""Records of a label, as a share of the mean over labels, below which a classifier hardly learns it."""

STUDIO_DB = 50.0
"""Speech over noise from which nothing gets better."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that can be wrong, and what to do about it."""

    code: str
    cost: float
    """The share of a record's quality that it takes away."""
    fa: str
    en: str


PROBLEMS: Mapping[str, Problem] = {
    problem.code: problem
    for problem in (
        Problem(
            "unreadable",
            1.0,
            "پروندهٔ صدا خوانده نمی‌شود. آن را دوباره ضبط یا وارد کنید.",
            "The audio file cannot be read. Record or import it again.",
        ),
        Problem(
            "silent",
            0.9,
            "کسی در این ضبط سخن نمی‌گوید. آن را دوباره ضبط کنید یا کنار بگذارید.",
            "Nobody speaks in this recording. Record it again or leave it out.",
        ),
        Problem(
            "clipped",
            0.5,
            "صدا بیش از اندازه بلند ضبط شده و بریده است. از میکروفون دورتر شوید و دوباره ضبط کنید.",
            "It was recorded too loud and is clipped. Move away from the microphone and record again.",
        ),
        Problem(
            "noisy",
            0.4,
            "صدای پس‌زمینه بلند است. در جای آرام‌تری دوباره ضبط کنید.",
            "The background is loud. Record again in a quieter place.",
        ),
        Problem(
            "narrow_band",
            0.4,
            "صدا مانند تلفن گرفته است: بسامدهای بالا را ندارد. ضبط اصلی را بیابید یا آن را کنار بگذارید.",
            "It sounds like a telephone: high frequencies are missing. Find the original or leave it out.",
        ),
        Problem(
            "too_short",
            0.3,
            "برای آموزش بسیار کوتاه است.",
            "It is too short to learn from.",
        ),
        Problem(
            "too_long",
            0.3,
            "برای آموزش بسیار بلند است. آن را در سکوت‌ها ببرید.",
            "It is too long to learn from. Cut it where there is silence.",
        ),
        Problem(
            "too_fast",
            0.4,
            "متن برای این ضبط زیاد است: تند خوانده شده، یا چیزی از آن خوانده نشده است.",
            "There is too much text for the recording: it was read fast, or some of it was not read.",
        ),
        Problem(
            "too_slow",
            0.4,
            "متن برای این ضبط کم است: کند خوانده شده، یا چیزی گفته شده که در متن نیست.",
            "There is too little text for the recording: it was read slowly, or more was said than is written.",
        ),
        Problem(
            "duplicate_audio",
            0.5,
            "همین صدا پیش‌تر هم آمده است.",
            "The same audio is there already.",
        ),
        Problem(
            "duplicate_text",
            0.1,
            "همین متن از همین گوینده پیش‌تر هم آمده است.",
            "The same text of the same speaker is there already.",
        ),
        Problem(
            "no_text",
            0.8,
            "متن ندارد. آنچه گفته می‌شود را بنویسید.",
            "It has no text. Write what is said.",
        ),
        Problem(
            "unread_symbols",
            0.2,
            "در متن نشانه‌ای هست که خوانده نمی‌شود. آن را پاک کنید یا با حروف بنویسید.",
            "The text has a symbol that is not read. Remove it or write it in letters.",
        ),
        Problem(
            "unread_numbers",
            0.2,
            "در متن عددی هست که چند جور خوانده می‌شود. آن را همان‌گونه که گفته شده با حروف بنویسید.",
            "The text has a number that can be read in several ways. Write it in letters as it was said.",
        ),
        Problem(
            "unbalanced_label",
            0.1,
            "از این برچسب نمونهٔ کمی هست. نمونه‌های بیشتری بیفزایید.",
            "There are few examples of this label. Add more.",
        ),
    )
}
"""Every problem by its code, the gravest of a recording first."""

_UNHEARD = re.compile(rf"[\s.{WITHIN}_*~-]|{BRACKET}")
"""What may stay silent without anything being lost: brackets, quotes, dots of initials, marks of direction."""
_FOREIGN = re.compile(rf"[^\W\d_{PERSIAN}{WITHIN}{LATIN}]")
_FIGURES = re.compile(rf"\d{{{LONGEST_FIGURES + 1},}}")


def text_problems(text: str) -> tuple[str, ...]:
    """What is wrong with a transcript as Bazgoo's text front end reads it."""
    tokens = read(text)
    if not any(token.is_word for token in tokens):
        return ("no_text",) if not text.strip() else ("no_text", "unread_symbols")
    found = {"unread_symbols": any(map(_unread, tokens)), "unread_numbers": any(map(_ambiguous, tokens))}
    return tuple(code for code, is_so in found.items() if is_so)


def _unread(token: Token) -> bool:
    if token.spoken in MARKS and token.spoken:
        return False
    return bool(_FOREIGN.search(token.spoken) or (not token.spoken and _UNHEARD.sub("", token.text)))


def _ambiguous(token: Token) -> bool:
    return bool(_FIGURES.search(token.text) or re.search(r"\d", token.spoken))


def audio_problems(measures: Mapping[str, float], *, labelled: bool = False) -> tuple[str, ...]:
    """What is wrong with a recording by its own ``measures``; of a ``labelled`` sound, length matters less."""
    shortest, longest = LABELLED_S if labelled else SPOKEN_S
    slowest, fastest = PHONES_PER_S
    rate = measures.get("phones_per_s")
    silent = measures["speech_share"] < SILENT_SHARE or measures["loudness_lufs"] < SILENT_LUFS
    has_pauses = measures["duration_s"] >= NOISE_TOLD_S and not silent
    found = {
        "silent": silent and not labelled,
        "clipped": measures["clipped_share"] > CLIPPED_SHARE,
        "noisy": measures["snr_db"] < NOISY_DB and has_pauses,
        "narrow_band": measures["bandwidth_hz"] < NARROW_HZ and not silent,
        "too_short": measures["duration_s"] < shortest,
        "too_long": measures["duration_s"] > longest,
        "too_fast": rate is not None and rate > fastest,
        "too_slow": rate is not None and rate < slowest,
    }
    return tuple(code for code, is_so in found.items() if is_so)


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual speaking rate of one speaker."""

    phones_per_s: float
    spread: float

    def problems(self, phones_per_s: float) -> tuple[str, ...]:
        """Whether a recording stands out."""
        z = (phones_per_s - self.phones_per_s) / self.spread
        return ("too_fast",) if z > UNUSUAL_Z else ("too_slow",) if z < -UNUSUAL_Z else ()


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Each code once, the gravest first."""
    found = set(codes)
    return tuple(code for code in PROBLEMS if code in found)


def quality(measures: Mapping[str, float], codes: Iterable[str]) -> float:
    """How good a record is, 0–100: each problem takes its share away, and noise up to a quarter of the rest."""
    rest = math.prod(1 - PROBLEMS[code].cost for code in set(codes))
    clean = min(1.0, max(0.0, measures.get("snr_db", STUDIO_DB) / STUDIO_DB))
    return round(100 * rest * (0.75 + 0.25 * clean), 1)
