"""Words with their vowels written."""

import pytest

from bazgoo.phonemes import Word
from bazgoo.phonemes.alphabet import from_repr1
from bazgoo.phonemes.vowels import vocalized


def word(spoken, sound, *, ezafe=False, source="dictionary"):
    return Word(spoken, 0, len(spoken), spoken, from_repr1(sound), source, ezafe)


@pytest.mark.parametrize(
    ("spoken", "sound", "ezafe", "written"),
    [
        ("کتاب", "ketAb", False, "کِتاب"),
        ("کتاب", "ketAbe", True, "کِتابِ"),
        ("خانه", "xAne", False, "خانِه"),
        ("خانه", "xAneye", True, "خانِهٔ"),
        ("محمد", "mohammad", False, "مُحَمَّد"),
        ("دو", "do", False, "دُو"),
        ("خواهر", "xAhar", False, "خواهَر"),
        ("صدای", "sedAye", True, "صِدایِ"),
        ("علی", "?ali", False, "عَلی"),
        ("اردک", "?ordak", False, "اُردَک"),
    ],
)
def test_short_vowels_doubling_and_ezafe_are_written(spoken, sound, ezafe, written):
    assert vocalized(word(spoken, sound, ezafe=ezafe)) == written


def test_figures_and_marks_stay_as_they_stand():
    assert vocalized(Word("۲۳", 0, 2, "بیست و سه", "bist o se", "espeak")) == "۲۳"
    assert vocalized(Word("،", 0, 1, "،", ",", "mark")) == "،"
