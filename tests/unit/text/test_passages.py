"""Where a text is divided, and how long is paused."""

import itertools

import pytest

from bazgoo.text import passages
from bazgoo.text.passages import CLAUSE_S, LONGEST, PARAGRAPH_S, SENTENCE_S

LONG = "در آن روزهای دور که هنوز برف می‌بارید و کوچه‌ها سفید بودند مردم کنار آتش می‌نشستند و قصه می‌گفتند " * 5


def pauses(text: str) -> list[float]:
    return [passage.pause_s for passage in passages(text)]


def test_a_sentence_a_clause_and_a_paragraph_pause_differently() -> None:
    assert pauses("باران می‌بارد؛ بیا. برویم\n\nبله.") == [CLAUSE_S, SENTENCE_S, PARAGRAPH_S, SENTENCE_S]


def test_the_first_passage_is_given_before_the_rest_is_read() -> None:
    endless = passages("سلام. " * 1_000_000)
    assert [passage.text for passage in itertools.islice(endless, 2)] == ["سلام.", "سلام."]


def test_the_first_passage_ends_at_its_first_clause() -> None:
    first, *_ = passages("در یک روز آفتابی بهار، همهٔ ما با هم به کوه رفتیم، غذا خوردیم و برگشتیم.")
    assert first.text == "در یک روز آفتابی بهار،"
    assert first.pause_s == CLAUSE_S


def test_a_long_sentence_is_cut_between_words() -> None:
    found = list(passages(LONG))
    assert all(passage.end - passage.start <= LONGEST for passage in found)
    assert " ".join(passage.text for passage in found).split() == LONG.split()


def test_a_long_sentence_is_cut_behind_a_comma_when_it_has_one() -> None:
    found = list(passages("بله. " + LONG[:150] + "، " + LONG[:150] + "."))
    assert [passage.text[-1] for passage in found] == [".", "،", "."]


def test_a_word_without_end_comes_in_pieces_that_can_be_spoken() -> None:
    found = list(passages("س" * 10_000))
    assert max(len(passage.spoken) for passage in found) <= LONGEST + 2
    assert sum(passage.text.count("س") for passage in found) == 10_000


def test_digits_without_end_come_in_pieces_that_can_be_spoken() -> None:
    found = list(passages("۷" * 10_000))
    assert sum(passage.text.count("۷") for passage in found) == 10_000
    assert max(len(passage.text) for passage in found) <= LONGEST + 30


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_new_line_ends_a_sentence(newline: str) -> None:
    assert pauses(f"عنوان{newline}متن") == [SENTENCE_S, 0.0]


def test_text_is_as_written_and_spoken_as_said() -> None:
    (passage,) = passages("  قیمت $25 شد!  ")
    assert (passage.text, passage.spoken) == ("قیمت $25 شد!", "قیمت بیست و پنج دلار شد!")
    assert (passage.start, passage.end, passage.rate, passage.gain_db) == (2, 14, 1.0, 0.0)
