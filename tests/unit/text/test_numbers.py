"""Numbers beside another reader of Persian numbers, num2words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from bazgoo.text import normalize
from bazgoo.text.numbers import LONGEST, cardinal, ordinal, say_digits


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_cardinals_are_those_of_num2words(number: int) -> None:
    assert cardinal(number) == num2words(number, lang="fa")


@given(st.integers(min_value=1, max_value=10**9).filter(lambda number: number % 100 != 30))
def test_ordinals_are_those_of_num2words_where_it_is_right(number: int) -> None:
    assert ordinal(number) == num2words(number, lang="fa", to="ordinal")


@given(st.integers(min_value=0, max_value=10**LONGEST - 1))
def test_a_number_reads_alike_in_every_script(number: int) -> None:
    latin = str(number)
    persian = latin.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    arabic = latin.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    grouped = f"{number:,}".replace(",", "٬")
    assert (
        normalize(latin) == normalize(persian) == normalize(arabic) == normalize(grouped) == cardinal(number)
    )


@pytest.mark.parametrize("power", range(3, LONGEST, 3))
def test_every_scale_up_to_the_largest_has_a_name_of_its_own(power: int) -> None:
    assert len({cardinal(10**exponent) for exponent in range(0, power + 1, 3)}) == power // 3 + 1


def test_a_number_beyond_the_named_scales_is_said_digit_by_digit() -> None:
    assert cardinal(10**LONGEST) == say_digits("1" + "0" * LONGEST)


def test_a_negative_number_begins_with_its_sign() -> None:
    assert cardinal(-12) == "منفی دوازده"
