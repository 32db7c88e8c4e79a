"""How one word sounds on its own."""

import pytest

from bazgoo.phonemes.alphabet import repr1
from bazgoo.phonemes.pronunciation import pronounce
from bazgoo.phonemes.unknown import guess


def test_where_all_agree_the_sounds_are_those_of_espeak_stress_and_all():
    assert pronounce("سلام", "salˈɑm") == ("salˈɑm", "dictionary")


def test_the_dictionary_corrects_espeak_and_keeps_its_stress():
    ipa, source = pronounce("رسانه", "rasˈɑneː")
    assert (ipa, source) == ("resˈɑne", "dictionary")


@pytest.mark.parametrize("word", ["کُتاب", "ژِگ", "۲", "ژ", "GPT"])
def test_what_has_vowels_written_or_other_letters_is_left_to_espeak(word):
    assert pronounce(word, "kˈerm") == ("kˈerm", "espeak")


def test_an_unknown_word_is_read_by_the_model():
    ipa, source = pronounce("نیکفرجامیان", "nikfarʤɑmiɑn")
    assert source == "model"
    assert repr1(ipa).replace("ˈ", "") == "nikfarjAmiyAn"


@pytest.mark.parametrize(
    ("word", "said"),
    [("استخوان‌شکن", "ostoxAnSekan"), ("فرهنگ‌نویسان", "farhangnevisAn"), ("گلابتون‌دوزان", "golAbtunduzAn")],
)
def test_the_model_needs_no_hint_for_usual_parts(word, said):
    assert guess(word, "") is not None
    assert len(guess(word, "") or "") > len(said) // 2


def test_a_foreign_letter_is_not_guessed():
    assert guess("ڤلت", "velt") is None
