"""Vowel marks choose among the known readings."""

import pytest

from bazgoo.phonemes import transcribe
from bazgoo.phonemes.alphabet import repr1
from bazgoo.phonemes.marks import asked_for
from bazgoo.text import read


@pytest.mark.parametrize(
    ("word", "sound"),
    [("کِرم", "kerm"), ("کَرَم", "karam"), ("مُهر", "mohr"), ("مِهر", "mehr"), ("محمّد", "mohammad"), ("حقّ", "haq")],
)  # fmt: skip
def test_marks_ask_for_one_reading(word, sound):
    assert asked_for(word) == sound


@pytest.mark.parametrize("word", ["کرم", "کُتاب", "ژِگبَق"])
def test_without_marks_or_a_reading_that_agrees_nothing_is_asked_for(word):
    assert asked_for(word) is None


def test_a_doubled_consonant_is_heard_before_the_ezafe():
    assert repr1(transcribe(read("حقِّ ما")).words[0].ipa).replace("ˈ", "") == "haqqe"
