"""The sentences that people record: what a voice needs is said early, and nothing of the yardstick."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bazgoo.datasets.coverage import PHONES, coverage, sounds
from bazgoo.datasets.prompts import main, prompts, sound_pairs
from bazgoo.evaluation.yardstick import yardstick

TEXTS = [prompt.text for prompt in prompts()]


def heard(texts: list[str]) -> Counter[str]:
    total: Counter[str] = Counter()
    for text in texts:
        total.update(sounds(text))
    return total


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


def test_there_are_six_hundred_and_each_is_there_once() -> None:
    assert len(TEXTS) == 600
    assert len({prompt.id for prompt in prompts()}) == 600
    assert len({letters(text) for text in TEXTS}) == 600


def test_they_are_as_long_as_one_reads_in_a_breath() -> None:
    assert [text for text in TEXTS if not 6 <= len(text.split()) <= 14] == []


def test_they_are_written_in_persian_and_end() -> None:
    assert [text for text in TEXTS if re.search(r"[يكةـ0-9۰-۹٠-٩A-Za-z]|[^.؟!]$", text)] == []


def test_the_first_fifty_have_every_sound() -> None:
    assert set(PHONES) <= set(heard(TEXTS[:50]))


def test_ten_minutes_of_them_have_what_a_voice_needs() -> None:
    assert coverage(heard(TEXTS[:150]))["share"] > 0.97
    assert coverage(heard(TEXTS))["missing"] == []


def test_usual_pairs_of_sounds_come_early() -> None:
    usual = {pair for pair, count in _pairs(TEXTS).items() if count >= 5}
    assert len(usual - set(_pairs(TEXTS[:100]))) < len(usual) / 50


def test_none_is_of_the_yardstick() -> None:
    measured = {letters(sentence.text) for sentence in yardstick()}
    assert [text for text in TEXTS if letters(text) in measured] == []


def test_the_order_is_what_the_command_makes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "sentences.txt"
    source.write_text("سلام بر شما.\n\nسلام بر شما.\nآیا ژاله دیروز از سفر آمد؟\n", "utf-8")
    main([str(source)])
    assert [line.split("\t") for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["p001", "آیا ژاله دیروز از سفر آمد؟"],
        ["p002", "سلام بر شما."],
    ]


def test_a_question_ends_in_a_rest_of_its_own() -> None:
    assert ("d", "?") in sound_pairs("آمد؟")
    assert ("d", ".") in sound_pairs("آمد.")


def _pairs(texts: list[str]) -> Counter[tuple[str, str]]:
    return Counter(pair for text in texts for pair in sound_pairs(text))
