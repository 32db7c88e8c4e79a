"""Every error has words for people, and a place in the tree."""

import string
from collections.abc import Iterator

import pytest

from bazgoo import errors
from bazgoo.errors import BazgooError


def _below(kind: type[BazgooError]) -> Iterator[type[BazgooError]]:
    for error in kind.__subclasses__():
        if error.__module__.startswith(f"{errors.__name__}."):
            yield error
            yield from _below(error)


ALL = list(_below(BazgooError))
TOLD = [kind for kind in ALL if "code" in vars(kind)]


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def _drawn(kind: type[BazgooError], depth: int = 0) -> Iterator[tuple[int, str]]:
    yield depth, kind.__name__
    for error in kind.__subclasses__():
        if error.__module__.startswith(f"{errors.__name__}."):
            yield from _drawn(error, depth + 1)


def test_the_tree_at_the_top_is_the_tree_of_the_classes() -> None:
    assert errors.__doc__
    lines = [line for line in errors.__doc__.splitlines() if "─ " in line or line == "BazgooError"]
    drawn = [((len(line) - len(line.lstrip("│ └├─"))) // 4, line.lstrip("│ └├─")) for line in lines]
    assert sorted(drawn) == sorted(_drawn(BazgooError))


def test_no_two_errors_have_one_code() -> None:
    codes = [kind.code for kind in TOLD]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.code)
def test_an_error_says_the_same_in_both_languages(kind: type[BazgooError]) -> None:
    persian, english = _fields(kind.fa), _fields(kind.en)
    assert {name.removesuffix("_fa") for name in persian} == {name.removesuffix("_en") for name in english}
    assert kind.fa.endswith((".", "}", "؟"))
    assert kind.en.endswith((".", "}", "?"))


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.code)
def test_persian_is_written_with_persian_letters(kind: type[BazgooError]) -> None:
    assert not set(kind.fa) & set("يك٠١٢٣٤٥٦٧٨٩")


def test_numbers_are_told_in_the_digits_of_the_language() -> None:
    error = errors.TextTooLong(length=120_000, limit=100_000)
    assert "۱۲۰۰۰۰" in error.message("fa")
    assert "120000" in error.message("en")
