"""The mode “colloquial”."""

import pytest

from bazgoo.text import passages
from bazgoo.text.tehrani import in_mode


def spoken(text, mode="colloquial"):
    return " ".join(passage.spoken for passage in in_mode(mode, passages(text)))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("او نمی‌تواند به خانه بیاید.", "او نمی‌تونه به خونه بیاد."),
        ("یک نان بخر.", "یه نون بخر."),
        ("۲۱ نان", "بیست و یک نون"),
        ("۲۴ نفر", "بیست و چار نفر"),
        ("می روم", "می‌رم"),
    ],
)
def test_formal_words_are_respelled(written, said):
    assert spoken(written) == said


def test_formal_mode_leaves_everything():
    assert spoken("می‌خواهم به خانه بروم.", "formal") == "می‌خواهم به خانه بروم."


def test_respelling_twice_changes_nothing_more():
    once = spoken("می‌خواهم آن را به خانهٔ شما بیاورم.")
    assert spoken(once) == once


def test_words_keep_their_places():
    text = "من می‌خواهم نان بخرم."
    (passage,) = in_mode("colloquial", passages(text))
    assert [text[token.start : token.end] for token in passage.tokens] == [
        token.text for token in passage.tokens
    ]
