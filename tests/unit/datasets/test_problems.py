"""What is wrong with a text or a recording has a stable code and words for people."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bazgoo.datasets.coverage import ENOUGH, sounds
from bazgoo.datasets.measuring import measure
from bazgoo.datasets.problems import PROBLEMS, Usual, audio_problems, in_order, quality, text_problems
from tests.unit.datasets.recordings import (
    RATE_HZ,
    SENTENCE,
    Samples,
    by_telephone,
    clipped,
    said,
    silence,
    with_noise,
)


def _of(samples: Samples, text: str = SENTENCE) -> tuple[str, ...]:
    return audio_problems(measure(samples, RATE_HZ, text))


def test_a_clean_recording_has_no_problem() -> None:
    assert _of(said()) == ()


@pytest.mark.parametrize(
    ("code", "samples", "text"),
    [
        ("clipped", clipped(said()), SENTENCE),
        ("noisy", with_noise(said(), 8), SENTENCE),
        ("narrow_band", by_telephone(said()), SENTENCE),
        ("too_short", said("نه"), "نه"),
        ("too_long", said(f"{SENTENCE} " * 4), f"{SENTENCE} " * 4),
        ("too_fast", said(), SENTENCE * 3),
        ("too_slow", said(), "نه"),
        ("silent", silence(3), ""),
        ("silent", with_noise(silence(3), 0) + 1e-5, ""),
    ],
)
def test_each_defect_is_found_by_its_name(code: str, samples: Samples, text: str) -> None:
    assert _of(samples, text) == (code,)


def test_a_labelled_sound_may_be_short_and_need_not_be_speech() -> None:
    assert audio_problems(measure(said("نه"), RATE_HZ), labelled=True) == ()
    assert "silent" not in audio_problems(measure(silence(1), RATE_HZ), labelled=True)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (SENTENCE, ()),
        ("سال ۱۴۰۲، ساعت ۱۲:۳۰، ۵۰٪ (پنجاه درصد) «تخفیف»!", ()),
        ("کتاب‌ها و Windows", ()),
        ("آ. ب. نوری آمد…", ()),
        ("سلام 😀 دنیا", ("unread_symbols",)),
        ("سلام ♪ دنیا", ("unread_symbols",)),
        ("سلام 你好", ("unread_symbols",)),
        ("شمارهٔ ۱۲۳۴۵۶۷ را بگیر", ("unread_numbers",)),
        ("", ("no_text",)),
        (" \n", ("no_text",)),
        ("!؟", ("no_text", "unread_symbols")),
    ],
)
def test_what_of_a_text_is_not_read(text: str, codes: tuple[str, ...]) -> None:
    assert text_problems(text) == codes


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=80))
def test_any_text_can_be_judged(text: str) -> None:
    assert set(text_problems(text)) <= {"no_text", "unread_symbols", "unread_numbers"}
    assert set(sounds(text)) <= set(ENOUGH)


def test_a_rate_stands_out_from_the_usual_one() -> None:
    usual = Usual(12, 1)
    assert usual.problems(12) == usual.problems(14.9) == usual.problems(9.1) == ()
    assert usual.problems(15.1) == ("too_fast",)
    assert usual.problems(8.9) == ("too_slow",)


def test_quality_falls_with_noise_and_with_each_problem() -> None:
    def of(snr_db: float, *codes: str) -> float:
        return quality({"snr_db": snr_db}, codes)

    assert of(50) == of(70) == 100
    assert 100 > of(35) > of(20) > of(20, "noisy") > of(20, "noisy", "clipped") > 0
    assert quality({}, ["unreadable"]) == 0
    assert quality({}, []) == 100


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=lambda problem: problem.code)
def test_every_problem_has_a_sentence_in_both_languages(problem) -> None:
    assert problem.fa.endswith(".")
    assert problem.en.endswith(".")
    assert not set(problem.fa) & set("يك٠١٢٣٤٥٦٧٨٩")
    assert 0 < problem.cost <= 1


def test_problems_are_told_once_and_the_gravest_first() -> None:
    assert isinstance(PROBLEMS, Mapping)
    assert in_order(["noisy", "too_slow", "noisy", "unreadable"]) == ("unreadable", "noisy", "too_slow")
