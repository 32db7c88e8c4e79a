"""Parts of a word that were typed with a space where a ZWNJ belongs (می روم, خانه ای), or with nothing (میروم).

Decided by how the parts are said, so that what is said is read again as it stands.
"""

import re

from bazgoo.text.characters import PERSIAN, ZWNJ
from bazgoo.text.numbers import FIGURES
from bazgoo.text.verbs import is_continuous

_PREFIXES = {"می", "نمی", "برمی", "برنمی", "درمی", "درنمی"}
_CLOSED = set(re.findall("[^ ]+", "و را که از به در با هم چه مه تا بر منفی مثبت ممیز"))
"""Words that take no ending."""
_NO_VERB = _CLOSED | FIGURES | set(re.findall("[^ ]+", "ناب خوردن زده سال ماه منهای"))
"""What follows می as wine and as May."""

_PLURAL = re.compile(
    "ها(?:ی|یی|ئی|یم|یت|یش|یمان|یتان|یشان|م|ش|مون|تون|شون|شو|تو|مو|رو|ست|یند)?(?:\u200c.+)?|ترین(?:ی|ها|های|\u200c.+)?"
)
_AFTER_HE = {
    "ای",
    "ام",
    "ایم",
    "اید",
    "اند",
    "ی",
    "یی",
    "اش",
    "اشان",
    "مان",
    "تان",
    "شان",
    "مون",
    "تون",
    "شون",
}
_AFTER_YE = {"ای", "ام", "ایم", "اید", "اند", "اش"}
_ENDINGS = _AFTER_HE | {"تر", "را", "ها", "های", "هایی", "هایم", "هایت", "هایش", "ترین"}

_COMPARED = set(
    re.findall(
        "[^ ]+",
        "بزرگ کوچک بیش کم به مهم سریع آهسته بلند کوتاه زیبا خوب بد جوان پیر قوی ضعیف سنگین سبک گران ارزان "
        "دور نزدیک پایین بالا عمیق دقیق ساده سخت آسان جدید قدیمی گرم سرد روشن تاریک زیاد تند کند پر جذاب "
        "خطرناک هوشمند زرنگ باهوش مناسب راحت شدید وسیع گسترده پیچیده پیشرفته مدرن کامل ناقص شلوغ خلوت "
        "تمیز کثیف آرام شاد غمگین خوشحال ناراحت عجیب جالب مفید مضر سالم بیمار فعال مؤثر موثر موفق معروف "
        "مشهور محبوب عالی صحیح درست غلط نرم سفت ضخیم نازک باریک پهن گشاد تنگ لاغر چاق تیز شیرین تلخ شور "
        "ترش خوشمزه تازه کهنه نو صمیمی مهربان عاقل فقیر ثروتمند پول‌دار محکم مطمئن امن ایمن شفاف واضح "
        "مبهم صریح رسمی دوستانه هوشمندانه قشنگ زشت خوشگل باحال خفن داغ خنک سفید سیاه قرمز سبز آبی زرد "
        "عمومی خصوصی اصلی فرعی جلو عقب طولانی کلی جزئی دیر زود",
    )
)
"""Adjectives behind which تر is the ending and not the word for wet."""

SUFFIXES = _AFTER_HE | set(re.findall("[^ ]+", "ش ت م یِ ست ها های هایی هایش هایشان هایم هامون"))
"""Endings that are also written behind figures, signs and Latin words: ۱۰٪ی, iPhoneش."""
_CONSONANTS = "بپتثجچحخدذرزژسشصضطظعغفقکگلمن"

_RUN_TOGETHER = {"ونیم", "وربع", "وغیره"}

_LETTER_NAME = re.compile(r"\s(?:اس|آر|پی|دی|تی|وی|کیو|بی|سی|ای|اف|جی|ان|ال|او)(?!\w)")
_PERSIAN = re.compile(f"[{PERSIAN}]")

_ATTACHED = re.compile("(.*[^\u200c][^\u200cآادذرزژو])(ها(?:ی|یی|ئی|یم|یت|یش|یمان|یتان|یشان|مون|تون|شون)?)")
_NO_NOUN = re.compile(
    "(?:.*\u200c)?(?:(?:نا|نه)?تن|.*(?:انت|منت|اشت|اژد|طا)|.*(?:گران|پر|کم|خون|شیر|نرخ|اجاره|بی|پیش)\u200c?ب|فق|سف|علی|الی"
    "|فی|غیر|بین|درن|بلان|ابل|فارن|شانگ|فب|ای|ال|عن|من|می|ها|هی|بأس|بدان|متشاب|مشاب|مافی|مشارالی)|.*بی\u200cن"
)
"""What is no noun without the ها behind it: تنها, انتها, فارنهایت."""


def belong(one: str, other: str, after: str = "") -> bool:
    """Whether two words, as they are said, are parts of one; ``after`` is what is written behind them."""
    first = other.partition(" ")[0]
    if one in _PREFIXES:
        return (
            first.partition(ZWNJ)[0] not in _NO_VERB and first not in _ENDINGS and bool(_PERSIAN.match(first))
        )
    if not (first in _ENDINGS or first.startswith(("ها", "ترین"))):
        return False
    last = one.rpartition(" ")[2]
    if last in _PREFIXES or len(last) == 1 or last in _CLOSED or last.rpartition(ZWNJ)[2] in _ENDINGS:
        return False
    if _PLURAL.fullmatch(first) or (first == "تر" and last in _COMPARED):
        return True
    if last in FIGURES or (first == "ام" and _LETTER_NAME.match(after)):
        return False
    return (
        first in _AFTER_HE
        if last.endswith("ه")
        else first in _AFTER_YE and last.endswith("ی") and len(last) > 3
    )


def joined(one: str, other: str) -> str:
    """The word as it should have been written."""
    return f"{one}{ZWNJ}{other}"


def suffixed(word: str, ending: str) -> str:
    """A word that is said for figures, signs or Latin letters, with the Persian ending behind them."""
    if ending in {"ی", "ای"}:
        ending = "ای" if word[-1] in "اوی" else "ی"
    return f"{word}{ending if len(ending) == 1 and word[-1] in _CONSONANTS else ZWNJ + ending}"


def parted(word: str) -> str:
    """A word with the ZWNJ that was left out of it: میروم, کتابها."""
    if word in _RUN_TOGETHER:
        return f"و {word[1:]}"
    if "می" in word and is_continuous(word):
        at = word.index("می") + 2
        return f"{word[:at]}{ZWNJ}{word[at:]}"
    if "ها" in word and (parts := _ATTACHED.fullmatch(word)) and not _NO_NOUN.fullmatch(parts[1]):
        return f"{parts[1]}{ZWNJ}{parts[2]}"
    return word
