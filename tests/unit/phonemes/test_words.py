"""Words that are known, with their endings."""

import pytest

from bazgoo.phonemes import words


def plain(sound):
    return None if sound is None else sound.replace("?", "")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("کتاب", "ketAb"),
        ("کتاب‌ها", "ketAbhA"),
        ("کتابهایشان", "ketAbhAyeSAn"),
        ("محله‌های", "mahallehAy"),
        ("خانه‌ای", "xAnei"),
        ("بزرگ‌ترین", "bozorgtarin"),
        ("زیست‌شناسی", "zistSenAsi"),
        ("گفت‌وگو", "goftogu"),
        ("می‌رود", "miravad"),
        ("نمی‌دانستند", "nemidAnestand"),
        ("مدرسه‌شون", "madresaSun"),
        ("می‌خوام", "mixAm"),
        ("خونه", "xune"),
    ],
)
def test_a_known_word_is_said_as_the_dictionary_has_it(word, said):
    assert plain(words.sound(word)) == said


@pytest.mark.parametrize("word", ["ژگبقدک", "ب", "کتابژگبقدک"])
def test_what_is_not_known_has_no_sound(word):
    assert words.sound(word) is None


def test_every_row_says_how_and_by_whom():
    sources = {"bazgoo", "espeak", "farsdat", "ipa-dict", "tihu"}
    for word in words.dictionary():
        known = words.look_up(word)
        assert known is not None
        assert known.sound
        assert set(known.sources.split("+")) <= sources


def test_a_word_that_only_tehran_has_is_marked():
    known = words.look_up("می‌خوام")
    assert known is not None
    assert known.sound == known.colloquial
