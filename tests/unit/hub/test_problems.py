"""Every sentence about the Hub can be said in both languages."""

import pytest

from bazgoo.hub.problems import gated, nothing, unreachable
from bazgoo.hub.sentences import GATES, NOTHING, WAYS, WHY_NOT

MADE = [
    *(unreachable("https://huggingface.co/x", way) for way in WAYS),
    *(gated("a/b", state) for state in GATES),
    *(nothing("a/b", reason) for reason in NOTHING),
]


@pytest.mark.parametrize("error", MADE, ids=str)
def test_a_problem_is_told_in_both_languages(error) -> None:
    for language in ("fa", "en"):
        sentence = error.message(language)
        assert "{" not in sentence and sentence.endswith(".")
    assert any("\u0600" <= letter <= "\u06ff" for letter in error.message("fa"))


@pytest.mark.parametrize("key", WHY_NOT)
def test_a_reason_is_told_in_both_languages(key: str) -> None:
    fa, en = WHY_NOT[key]
    assert fa.endswith(".") and en.endswith(".")
