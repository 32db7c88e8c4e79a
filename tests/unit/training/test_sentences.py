"""Sentences as the trainers take them."""

from bazgoo.training.reading.sentences import Example


def test_an_ezafe_that_is_written_becomes_an_answer():
    words = ("خانهٔ", "پدریِ", "خانواده‌ی", "ما", "خانه‌ای")
    bare = Example(words, (None, False, True, None, False), (None,) * 5).without_ezafes()
    assert bare.words == ("خانه", "پدری", "خانواده", "ما", "خانه‌ای")
    assert bare.ezafe == (True, True, True, None, False)
