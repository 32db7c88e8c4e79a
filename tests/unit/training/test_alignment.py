"""Written words find their sounds, also where the two do not count alike."""

from bazgoo.training.reading.alignment import align


def test_words_that_count_alike_are_matched_one_by_one():
    assert align(
        (
            "کتاب",
            "من",
        ),
        (
            "ketAb-e",
            "man",
        ),
    ) == [((0, 1), (0, 1)), ((1, 2), (1, 2))]


def test_a_word_written_together_takes_the_sounds_of_both_parts():
    matches = align(
        (
            "به‌عنوان",
            "پدر",
        ),
        (
            "be",
            "?onvAn-e",
            "pedar",
        ),
    )
    assert matches == [((0, 1), (0, 2)), ((1, 2), (2, 3))]


def test_what_is_written_and_not_said_is_passed_over():
    matches = align(
        (
            "ناتو",
            "پیمان",
            "بزرگ",
        ),
        (
            "nAto",
            "bozorg",
        ),
    )
    assert matches is None or ((2, 3), (1, 2)) in matches


def test_sounds_of_another_sentence_are_refused():
    assert (
        align(
            (
                "کتاب",
                "من",
                "گم",
                "شد",
            ),
            (
                "parande",
                "ru-ye",
                "deraxt",
            ),
        )
        is None
    )
