"""Which sounds each letter stands for."""

import pytest

from bazgoo.phonemes.letters import align


@pytest.mark.parametrize(
    ("word", "sounds", "pieces"),
    [
        ("کتاب", "ketAb", ["ke", "t", "A", "b"]),
        ("محمد", "mohammad", ["mo", "ha", "mma", "d"]),
        ("ایران", "irAn", ["", "i", "rA", "", "n"]),
        ("خواهر", "xAhar", ["x", "", "A", "ha", "r"]),
        ("خانه", "xAne", ["x", "A", "n", "e"]),
        ("موسی", "musA", ["m", "u", "s", "A"]),
        ("شنبه", "Sambe", ["Sa", "m", "b", "e"]),
        ("زیست‌شناسی", "zistSenAsi", ["z", "i", "s", "t", "", "Se", "n", "A", "s", "i"]),
        ("علی", "?ali", ["?a", "l", "i"]),
        ("علی", "ali", ["a", "l", "i"]),
    ],
)
def test_a_letter_stands_for_its_consonant_and_the_vowel_behind_it(word, sounds, pieces):
    said = align(word, sounds)
    assert said is not None
    assert "".join(said) == sounds
    assert len(said) == len(word)
    if word != "ایران":  # where the long vowel may be counted to either letter
        assert said == pieces


@pytest.mark.parametrize(("word", "sounds"), [("کتاب", "mAhi"), ("آب", "ketAbxAne"), ("سلام", "")])
def test_sounds_of_another_word_do_not_fit(word, sounds):
    assert align(word, sounds) is None
