"""What is looked at, and what was found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bazgoo.cli.verify.site import Site

State = Literal["good", "gap", "skipped"]


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages."""

    fa: str
    en: str


class Gap(Exception):  # noqa: N818  named by what it is
    """Something is not as it should be."""

    def __init__(self, fa: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(fa, en)


class Skipped(Exception):  # noqa: N818
    """Something cannot be looked at here, and need not be."""

    def __init__(self, fa: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(fa, en)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at; ``act`` says what it saw, or raises Gap or Skipped."""

    fa: str
    en: str
    act: Callable[[], Words | str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of a check."""

    subject: str
    fa: str
    en: str
    state: State
    detail: Words
    seconds: float


@dataclass(frozen=True, slots=True)
class Subject:
    """What belongs together; its checks are made one after the other, each once the one before it is done."""

    name: str
    fa: str
    checks: Callable[["Site"], Iterator[Check]]
    visits: bool = True
    """Whether it needs the accounts that are made for the visit."""
