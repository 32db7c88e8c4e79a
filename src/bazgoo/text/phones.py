"""Telephone numbers, read in the groups people say: صفر نهصد و دوازده، سیصد و چهل و پنج …"""

import re

from bazgoo.text.numbers import say_group

_ABROAD = "(?:(?:\\+|[0۰]{2})[9۹][8۸]|[9۹][8۸]\\+)"
_GAP = "(?:[ \u00a0./_–-]| - |- )?"
_EDGE = r"(?![\d]|[.٫,٬/:]\d|-\d{3}|-\d{1,2}-)"

_BEHIND = "|".join(f"(?<={word}{gap})" for word in ("تلفن", "تماس", "فکس", "نمابر") for gap in (" ", ": "))

_MOBILE = "|".join(f"(?<={word}{gap})" for word in ("همراه", "موبایل", "تماس") for gap in (" ", ": "))

PATTERN = (
    rf"(?:\(?{_ABROAD}\)?{_GAP}(?:\([0۰]\){_GAP})?\(?|\(?[0۰])[9۹]\d{{2}}\)?(?:{_GAP}\d){{7}}{_EDGE}"
    rf"|(?:\(?{_ABROAD}\)?{_GAP}(?:\([0۰]\){_GAP})?\(?|\(?[0۰])[1-8۱-۸]\d[)/]?(?:{_GAP}\d){{8}}{_EDGE}"
    rf"|[0۰][1-8۱-۸]\d-\d{{4,5}}{_EDGE}"
    rf"|(?=\d{{8}})(?:{_BEHIND})\d{{8}}{_EDGE}"
    rf"|(?=[9۹]\d{{9}})(?:{_MOBILE})\d{{10}}{_EDGE}"
    rf"|\d{{8}}-[0۰][1-8۱-۸]\d{_EDGE}"
    rf"|\+[1-9۱-۹](?:{_GAP}\(?\d\)?){{8,14}}{_EDGE}"
)
"""Iranian mobile and fixed numbers (the code may be typed last), and any with ‹+›."""

SERVICE = r"[*#]\d{1,4}(?:[*#]\d{1,20}){0,6}#"
"""What is dialled for a service: *100#."""

_COUNTRY = re.compile(f"\\(?(?:\\+|[0۰]{{2}}|)[9۹][8۸]\\+?\\)?(?:{_GAP}\\([0۰]\\))?")


def say_phone(written: str) -> str:
    """Say a number in groups: those it was written in, or those that are usual for its kind."""
    country = None if written[0] in "0۰" and written[1] not in "0۰" else _COUNTRY.match(written)
    if country and ("+" in written or country[0][0] in "0۰("):
        prefix = "مثبت" if "+" in written else "صفر صفر"
        return f"{prefix} نود و هشت {_national(written[country.end() :])}"
    if written[0] == "+":
        return "مثبت " + " ".join(map(say_group, _pieces(_groups(written))))
    if written.isdecimal() and len(written) == 8:
        return " ".join(map(say_group, _pieces([written])))
    number, _, code = written.partition("-")
    return _national(code + number if len(number) == 8 else written)


def _national(written: str) -> str:
    """The code of the network or the city with its zero, then the rest."""
    groups = _groups(written)
    digits = "".join(groups)
    zero = digits[0] in "0۰"
    at = zero + (3 if digits[zero] in "9۹" else 2)
    rest = _after(groups, at)
    usual = [digits[at : at + 3], digits[at + 3 : at + 5], digits[at + 5 :]]
    if len(rest) == 1:
        rest = usual if digits[zero] in "9۹" else rest
    return " ".join(map(say_group, [digits[:at], *_pieces(rest)]))


def _groups(written: str) -> list[str]:
    return re.findall(r"\d+", written)


def _after(groups: list[str], at: int) -> list[str]:
    """The written groups behind the first ``at`` digits."""
    rest = []
    for group in groups:
        rest.append(group[min(at, len(group)) :])
        at = max(0, at - len(group))
    return [group for group in rest if group]


def _pieces(groups: list[str]) -> list[str]:
    """Groups of at most three digits: a longer one falls into pairs, the last of three when it is odd."""
    pieces = []
    for group in groups:
        pairs = max(len(group) - 2, 0) // 2
        pieces += [group[2 * at : 2 * at + 2] for at in range(pairs)]
        pieces.append(group[2 * pairs :])
    return pieces


def say_service(written: str) -> str:
    """Say what is dialled for a service: ستاره صد مربع."""
    parts = re.findall(r"\d+|\D", written)
    return " ".join({"*": "ستاره", "#": "مربع"}.get(part) or say_group(part) for part in parts)


def say_telephone(written: str) -> str:
    """Say whatever someone called a telephone number: its digits in the groups they are written in."""
    if re.fullmatch(PATTERN, written.strip()):
        return say_phone(written.strip())
    said = " ".join(map(say_group, _pieces(_groups(written))))
    return f"مثبت {said}" if written.strip().startswith("+") else said
