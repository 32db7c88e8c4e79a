"""What the neighbours of a word tell: ezafe and homographs."""

import pytest

from bazgoo.phonemes import transcribe
from bazgoo.phonemes.ezafe import best_chain
from bazgoo.text.tokens import read


def words(text):
    return {word.text: word for word in transcribe(read(text)).words}


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("کتاب بزرگ من روی میز است.", {"کتاب", "بزرگ", "روی"}),
        ("رئیس‌جمهور ایران به کشورهای همسایه سفر کرد.", {"رئیس‌جمهور", "کشورهای"}),
        ("خانهٔ پدری او در شهر شیراز بود.", {"خانهٔ", "پدری", "شهر"}),
        ("من دیروز به مدرسه رفتم.", set()),
    ],
)
def test_words_are_bound_to_what_describes_them(text, bound):
    assert {word.text for word in words(text).values() if word.ezafe} == bound


@pytest.mark.parametrize(
    ("text", "word", "ending"),
    [
        ("کتاب من", "کتاب", "be"),
        ("صدای زیبای او", "زیبای", "ɑje"),
        ("خانه من", "خانه", "je"),
        ("ماهی بزرگ", "ماهی", "ije"),
        ("برای تو", "برای", "ɑje"),
    ],
)
def test_an_ezafe_is_heard_once(text, word, ending):
    said = words(text)[word]
    assert said.ezafe
    assert said.ipa.replace("ː", "").endswith(ending)
    assert not said.ipa.endswith("jeje")


@pytest.mark.parametrize(
    ("text", "ipa"),
    [("کرم خاکی در باغچه بود.", "kˈerm"), ("این کرم مرطوب‌کننده برای پوست خوب است.", "kerˈem")],
)
def test_a_homograph_is_said_as_its_sentence_wants(text, ipa):
    word = words(text)["کرم"]
    assert word.source == "homograph"
    assert word.ipa.startswith(ipa)
    assert ipa not in word.alternatives
    assert word.alternatives


def test_a_vowel_that_is_written_decides():
    assert words("کِرم خاکی")["کِرم"].source == "dictionary"


def test_what_is_known_stands_in_the_best_chain():
    free = [[0.0, 0.0], [0.0, 0.0]]
    assert best_chain([2.0, -1.0, 3.0], free) == [True, False, True]
    assert best_chain([2.0, -1.0, 3.0], free, [False, None, None]) == [False, False, True]
    assert best_chain([], free) == []


@pytest.mark.parametrize("text", ["کرمِ ابریشم روی برگ است.", "کرم ابریشم روی برگ است."])
def test_a_homograph_with_its_ezafe_written_is_chosen_like_any_other(text):
    word = next(iter(words(text).values()))
    assert word.ezafe
    assert word.source == "homograph"
    assert word.ipa.endswith("e")
    assert not word.ipa.endswith("ee")


@pytest.mark.parametrize("text", ["خانهٔ ما", "خانه‌ی ما", "کتابِ من"])
def test_a_written_ezafe_stands(text):
    assert next(iter(words(text).values())).ezafe
