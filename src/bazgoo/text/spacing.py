"""Parts of a word that were typed with a space where a ZWNJ belongs: می روم, کتاب ها, خانه ای.

Decided by how the parts are said, so that what is said is read again as it stands.
"""

import re

from bazgoo.text.characters import ZWNJ
from bazgoo.text.numbers import SCALES, cardinal

_FIGURES = {cardinal(number) for number in (*range(21), *range(30, 100, 10), *range(100, 1000, 100))}
_FIGURES |= set(SCALES[1:])

_PREFIXES = {"می", "نمی"}
_CLOSED = _FIGURES | set(
    re.findall("[^ ]+", "و را که از به در با هم چه مه ناب خوردن زده سال ماه منفی مثبت ممیز")
)
"""Words that take no part in another: figures, words of one sound, what follows می as wine and as May."""

_PLURALS = set(re.findall("[^ ]+", "ها های هایی هایم هایت هایش هایمان هایتان هایشان ترین"))
_AFTER_HE = {"ای", "ام", "ایم", "اید", "اند"}
_ENDINGS = _PLURALS | _AFTER_HE | {"تر"}
_COMPARED = set(
    re.findall(
        "[^ ]+",
        "بزرگ کوچک بیش کم به مهم سریع آهسته بلند کوتاه زیبا خوب بد جوان پیر قوی ضعیف سنگین سبک گران ارزان "
        "دور نزدیک پایین بالا عمیق دقیق ساده سخت آسان جدید قدیمی گرم سرد روشن تاریک زیاد تند کند پر",
    )
)
"""Adjectives behind which تر is the ending and not the word for wet."""


def belong(one: str, other: str) -> bool:
    """Whether two words, as they are said, are parts of one."""
    last, first = one.rpartition(" ")[2], other.partition(" ")[0]
    if one in _PREFIXES:
        return first not in _CLOSED and first not in _ENDINGS
    if last in _PREFIXES or len(last) == 1 or last in _CLOSED or last.rpartition(ZWNJ)[2] in _ENDINGS:
        return False
    if first in _AFTER_HE:
        return last.endswith("ه")
    return first in _PLURALS or (first == "تر" and last in _COMPARED)


def joined(one: str, other: str) -> str:
    """The word as it should have been written."""
    return f"{one}{ZWNJ}{other}"
