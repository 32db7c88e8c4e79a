"""What is wrong with values that were given, said in the language of the person."""

from collections.abc import Sequence
from typing import Any, Protocol, TypedDict

from bazgoo.errors import Language, RequestInvalid, in_persian_digits

SENTENCES: dict[str, tuple[str, str]] = {
    "missing": ("لازم است.", "is needed."),
    "json_invalid": ("JSON درستی نیست.", "is not valid JSON."),
    "extra_forbidden": ("شناخته نیست.", "is not known here."),
    "model_attributes_type": (
        "باید یک شیء JSON باشد، با Content-Type: application/json.",
        "must be a JSON object, sent with Content-Type: application/json.",
    ),
    "string_type": ("باید متن باشد.", "must be text."),
    "string_unicode": ("نویسه‌های ناخوانا دارد.", "has characters that are not valid Unicode."),
    "string_too_short": ("دست‌کم {min_length} نویسه می‌خواهد.", "needs at least {min_length} characters."),
    "string_too_long": ("حداکثر {max_length} نویسه می‌پذیرد.", "takes at most {max_length} characters."),
    "string_pattern_mismatch": ("نویسه‌ای دارد که پذیرفته نیست.", "has a character that is not accepted."),
    "int_type": ("باید عدد درست باشد.", "must be a whole number."),
    "int_parsing": ("باید عدد درست باشد.", "must be a whole number."),
    "int_from_float": ("باید عدد درست باشد.", "must be a whole number."),
    "float_type": ("باید عدد باشد.", "must be a number."),
    "float_parsing": ("باید عدد باشد.", "must be a number."),
    "finite_number": ("باید عددی متناهی باشد.", "must be a finite number."),
    "bool_type": ("باید true یا false باشد.", "must be true or false."),
    "bool_parsing": ("باید true یا false باشد.", "must be true or false."),
    "greater_than": ("باید بیشتر از {gt} باشد.", "must be more than {gt}."),
    "greater_than_equal": ("باید دست‌کم {ge} باشد.", "must be at least {ge}."),
    "less_than": ("باید کمتر از {lt} باشد.", "must be less than {lt}."),
    "less_than_equal": ("باید حداکثر {le} باشد.", "must be at most {le}."),
    "literal_error": ("باید یکی از این‌ها باشد: {expected}", "must be one of: {expected}"),
    "enum": ("باید یکی از این‌ها باشد: {expected}", "must be one of: {expected}"),
    "uuid_parsing": ("شناسهٔ درستی نیست.", "is not a valid id."),
    "uuid_type": ("شناسهٔ درستی نیست.", "is not a valid id."),
    "datetime_parsing": ("زمان درستی نیست (ISO 8601).", "is not a valid time (ISO 8601)."),
    "datetime_from_date_parsing": ("زمان درستی نیست (ISO 8601).", "is not a valid time (ISO 8601)."),
    "timezone_aware": ("زمان باید منطقهٔ زمانی داشته باشد.", "must be a time with its zone."),
    "email": ("رایانامهٔ درستی نیست.", "is not a valid e-mail."),
    "password_too_long": (
        "حداکثر ۷۲ بایت می‌پذیرد (هر حرف فارسی دو بایت است).",
        "takes at most 72 bytes (a Persian letter is two).",
    ),
    "nothing_to_change": ("چیزی برای تغییر نوشته نشده است.", "names nothing to change."),
}
"""By the type of the complaint: what to say of the field, in Persian and in English."""


class Failed(Protocol):
    """The complaints of pydantic, its own or FastAPI's."""

    def errors(self) -> Sequence[Any]:
        """One for each value, as pydantic tells them."""


_UNKNOWN = ("پذیرفته نیست.", "is not accepted.")


class Complaint(TypedDict):
    """One value that cannot be used: where it is, and why."""

    loc: list[str | int]
    msg: str


def complaints(error: Failed, language: Language) -> list[Complaint]:
    """Each thing that is wrong, at most twenty, never repeating the value itself."""
    return [_complaint(found, language) for found in error.errors()[:20]]


def invalid(error: Failed) -> RequestInvalid:
    """The error that names the first thing that is wrong."""
    return RequestInvalid(reason_fa=_first(error, "fa"), reason_en=_first(error, "en"))


def _first(error: Failed, language: Language) -> str:
    found = complaints(error, language)[0]
    field = next((part for part in reversed(found["loc"]) if isinstance(part, str)), "")
    return f"«{field}» {found['msg']}"


def _in_persian(value: Any) -> Any:
    """A number in Persian digits, a choice with its “or” in Persian."""
    return value.replace(" or ", " یا ") if isinstance(value, str) else in_persian_digits(value)


def _complaint(found: Any, language: Language) -> Complaint:
    persian, english = SENTENCES.get(found["type"], _UNKNOWN)
    named = found.get("ctx", {})
    if language == "fa":
        named = {name: _in_persian(value) for name, value in named.items()}
    sentence = (persian if language == "fa" else english).format_map(named)
    # a position inside broken JSON is a number of ours, not a field of the client's
    loc = found["loc"][:1] if found["type"] == "json_invalid" else found["loc"]
    return Complaint(loc=list(loc), msg=sentence)
