"""The root of every error, and the kinds."""

from typing import Any, ClassVar, Literal

Language = Literal["fa", "en"]


class BazgooError(Exception):
    """Something a person should be told, with what to do about it."""

    code: ClassVar[str]
    fa: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, **data: Any) -> None:
        self.data = data
        super().__init__(self.message("en"))

    def message(self, language: Language) -> str:
        """The sentence for people, in ``language``."""
        sentence: str = getattr(self, language)
        if language == "en":
            return sentence.format_map(self.data)
        return sentence.format_map({name: in_persian_digits(value) for name, value in self.data.items()})


def in_persian_digits(value: Any) -> Any:
    """A number as Persian writes it; anything else as it is."""
    return str(value).translate(_PERSIAN_DIGITS) if isinstance(value, int | float) else value


_PERSIAN_DIGITS = str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹٫")


class NotFound(BazgooError):
    """What was named does not exist, or belongs to someone else."""


class Conflict(BazgooError):
    """The request contradicts what is already there."""


class Invalid(BazgooError):
    """The input cannot be used as it is."""


class TooLarge(Invalid):
    """The input is over a limit."""


class Forbidden(BazgooError):
    """This account may not do that."""


class Unauthenticated(Forbidden):
    """Nobody is logged in, or the credentials are wrong."""


class Unavailable(BazgooError):
    """A part that is needed does not answer now."""


class TooMany(Unavailable):
    """Too many requests for now; ``retry_after_s`` says when to come back."""
