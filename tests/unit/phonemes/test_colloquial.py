"""How Tehran speaks."""

import pytest

from bazgoo.phonemes import transcribe
from bazgoo.phonemes.alphabet import repr1
from bazgoo.phonemes.colloquial import in_tehran, is_colloquial
from bazgoo.text import read


def said(text):
    return [repr1(word.ipa).replace("ˈ", "").replace("ː", "") for word in transcribe(read(text)).words]


@pytest.mark.parametrize(
    ("text", "colloquial"),
    [("می‌خوام برم خونه", True), ("می‌خواهم به خانه بروم", False), ("", False), ("۱۲ کیلو", False)],
)
def test_a_passage_is_colloquial_by_its_spelling(text, colloquial):
    assert is_colloquial(token.spoken for token in read(text)) is colloquial


def test_and_is_said_as_the_passage_is():
    assert "va" in said("کتاب و دفتر")
    assert "o" in said("کتاب و دفترو بذار اینجا")


@pytest.mark.parametrize(
    ("word", "sound", "in_tehran_said"),
    [("دستت", "dastat", "dastet"), ("کتابش", "ketAbaS", "ketAbeS"), ("ساعت", "sA?at", "sA?at")],
)
def test_a_clitic_changes_its_vowel_and_a_word_does_not(word, sound, in_tehran_said):
    assert in_tehran(word, sound) == in_tehran_said
