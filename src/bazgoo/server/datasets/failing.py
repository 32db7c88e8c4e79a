"""Errors of the work on datasets, as they travel between processes and are kept in rows."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from bazgoo.errors import BazgooError, InternalError


def error_of(error: BazgooError) -> dict[str, Any]:
    """An error as it is kept in the row."""
    sentences = {"message": error.message("fa"), "message_en": error.message("en")}
    return {"code": error.code, **sentences, "data": plain(error.data)}


def error_from(told: dict[str, Any]) -> BazgooError:
    """The error that was kept."""
    for kind in _kinds(BazgooError):
        if getattr(kind, "code", None) == told["code"]:
            with suppress(KeyError, TypeError):  # one below it has the same code and other data
                return kind(**told["data"])
    return InternalError()


def plain(data: dict[str, Any]) -> dict[str, Any]:
    """What fills the sentences of an error, as JSON keeps it."""
    return {
        name: value if isinstance(value, int | float | str) else str(value)
        for name, value in data.items()
        if not isinstance(value, list | tuple | dict)  # sentences have no lists
    }


def _kinds(kind: type[BazgooError]) -> Iterator[type[BazgooError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)
