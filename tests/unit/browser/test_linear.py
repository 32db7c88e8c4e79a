"""The linear models in a page: the same sums as NumPy's."""

import pytest

from bazgoo.browser.doors import linear as in_a_page
from bazgoo.phonemes import ezafe, linear, tags

WORDS = ["نامهٔ", "دوست", "قدیمی", "من", "از", "شهر", "دور", "رسید", "و", "کرم", "خاکی", "را", "ندیدم", "."]


def test_words_get_the_same_parts_of_speech() -> None:
    given: list[str] = []
    for at in range(len(WORDS)):
        features = tags.features(WORDS, at, *tags.earlier(given))
        chosen = in_a_page.likeliest("tags", features)
        assert chosen == linear.likeliest("tags", features)
        given.append(tags.TAGS[chosen])


def test_sums_are_the_same() -> None:
    rows = [ezafe.features(WORDS, tags.tag(WORDS), at) for at in range(len(WORDS))]
    for table in ("ezafe", "homographs"):
        assert in_a_page.totals(table, rows) == pytest.approx(linear.totals(table, rows), abs=1e-4)
