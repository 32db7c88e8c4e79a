"""What the studio has said yes to, and what it must therefore still know in the end."""

import threading
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

GONE = None
"""What remains of a thing that was deleted."""


class Account:
    """Each thing of one kind, and what may have become of it: the last that was said yes to, and what came after
    it without an answer."""

    def __init__(self) -> None:
        self._may_be: dict[Hashable, list[Any]] = {}
        self._lock = threading.Lock()

    def acknowledged(self, thing: Hashable, state: Any) -> None:
        """The studio said that ``thing`` is so."""
        with self._lock:
            self._may_be[thing] = [state]

    def unanswered(self, thing: Hashable, state: Any) -> None:
        """It was asked that ``thing`` be so, and there was no answer."""
        with self._lock:
            self._may_be.setdefault(thing, [GONE]).append(state)

    def all(self) -> dict[Hashable, list[Any]]:
        """Every thing with the states it may be in."""
        with self._lock:
            return {thing: list(states) for thing, states in self._may_be.items()}


@dataclass
class Ledger:
    """Everything that was done by one person, and everything that was wrong."""

    words: Account = field(default_factory=Account)
    """Of the lexicon: how each is said."""
    downloads: Account = field(default_factory=Account)
    """By their ids: `completed` or `cancelled`."""
    models: Account = field(default_factory=Account)
    """By their ids: `installed`, or gone."""
    datasets: Account = field(default_factory=Account)
    """By their ids: how many records, or gone."""
    recordings: Account = field(default_factory=Account)
    """By dataset and number: the text that was read."""
    trainings: Account = field(default_factory=Account)
    """By their ids: `completed` or `cancelled`."""
    people: Account = field(default_factory=Account)
    """By their names: that they can log in."""
    told: Counter[str] = field(default_factory=Counter)
    """How often each kind of thing was done, refused for the moment, or cut off."""
    wrong: list[str] = field(default_factory=list)
    """What must not be, in sentences."""

    def accuse(self, what: str) -> None:
        """Note something that must not be."""
        self.wrong.append(what)
