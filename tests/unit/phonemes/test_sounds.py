import pytest

from bazgoo.phonemes.sounds import SOUNDS, sounds_of


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("سلام دنیا!", "s a l ɑ m d o n j ɑ"),
        ("چای", "tʃ ɑ j"),  # one sound of two letters
        ("ساعت ۲", "s ɑ a t e d o"),  # numbers as they are said, with their ezafe, without glottal stops
        ("!؟", ""),
    ],
)
def test_a_text_sounds(text, sounds):
    assert sounds_of(text) == tuple(sounds.split())


def test_there_are_28_of_them():
    assert len(SOUNDS) == len(set(SOUNDS)) == 28
