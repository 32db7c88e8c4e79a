"""What is wrong with values, in words."""

import string

import pytest
from fastapi.exceptions import RequestValidationError

from bazgoo.errors.validation import SENTENCES, complaints, invalid


def _error(kind: str, **context: object) -> RequestValidationError:
    return RequestValidationError([{"type": kind, "loc": ("body", "speed"), "msg": "", "ctx": context}])


def test_a_complaint_is_told_in_both_languages() -> None:
    error = _error("less_than_equal", le=4.0)
    assert complaints(error, "en") == [{"loc": ["body", "speed"], "msg": "must be at most 4.0."}]
    assert complaints(error, "fa") == [{"loc": ["body", "speed"], "msg": "باید حداکثر ۴٫۰ باشد."}]


def test_the_error_names_the_field() -> None:
    assert invalid(_error("missing")).message("en") == "The request is not valid: «speed» is needed."
    assert invalid(_error("missing")).message("fa") == "درخواست درست نیست: «speed» لازم است."


def test_a_kind_that_we_have_no_words_for_is_still_told() -> None:
    assert complaints(_error("some_new_kind"), "en")[0]["msg"] == "is not accepted."


def test_at_most_twenty_are_told() -> None:
    error = RequestValidationError([{"type": "missing", "loc": ("body", n), "msg": ""} for n in range(99)])
    assert len(complaints(error, "fa")) == 20


@pytest.mark.parametrize("kind", SENTENCES)
def test_both_languages_are_told_the_same_numbers(kind: str) -> None:
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(sentence) if name} for sentence in SENTENCES[kind]
    ]
    assert fields[0] == fields[1]
