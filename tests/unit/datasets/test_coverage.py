"""The sounds of a text are counted as Bazgoo says them."""

from collections import Counter

from bazgoo.datasets.coverage import ENOUGH, PHONES, coverage, phones, sounds


def test_there_are_29_sounds() -> None:
    assert len(PHONES) == len(set(PHONES)) == 29


def test_affricates_are_one_sound_and_stress_is_none() -> None:
    heard = sounds("چای")
    assert heard["tʃ"] == 1
    assert "t" not in heard
    assert "ʃ" not in heard
    assert heard.keys() <= {*ENOUGH}


def test_ezafe_and_questions_are_counted() -> None:
    heard = sounds("کتاب من کجاست؟ خانهٔ بزرگ!")
    assert heard["ezafe"] == 2
    assert heard["question"] == 1
    assert phones(heard) == sum(heard.values()) - 3


def test_nothing_said_covers_nothing() -> None:
    assert sounds("") == sounds("😀") == Counter()
    nothing = coverage({})
    assert nothing["missing"] == list(ENOUGH)
    assert nothing["share"] == 0


def test_what_is_rare_is_missing_until_there_is_enough() -> None:
    heard = Counter(dict(ENOUGH))
    assert coverage(heard)["missing"] == []
    assert coverage(heard)["share"] == 1
    heard["ʒ"] //= 2
    told = coverage(heard)
    assert told["missing"] == ["ʒ"]
    assert 0.98 < told["share"] < 1
    assert told["phones"]["ʒ"] == ENOUGH["ʒ"] // 2
    assert list(told["phones"]) == list(PHONES)
