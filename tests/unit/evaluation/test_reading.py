"""What counts as read wrong."""

import pytest

from bazgoo.evaluation.reading import edits, judge, plain, stem
from bazgoo.evaluation.yardstick import Sentence
from bazgoo.phonemes import Word
from bazgoo.phonemes.alphabet import repr1


def word(text, ipa, *, ezafe=False):
    return Word(text, 0, len(text), text, ipa, "espeak", ezafe)


SENTENCE = Sentence("formal", "کرم من مرد.", ("kerm-e", "man", "mord"), {"کرم": "kerm", "مرد": "mord"})


def test_a_right_reading_has_no_errors():
    said = [word("کرم", "kˈerme", ezafe=True), word("من", "mˈan"), word("مرد", "mˈord")]
    tally = judge([SENTENCE], lambda _: said)
    assert (tally.per, tally.wer, tally.homograph_errors, tally.ezafe_f1) == (0, 0, 0, 100)


def test_a_missing_ezafe_is_no_wrong_homograph():
    said = [word("کرم", "kˈerm"), word("من", "mˈan"), word("مرد", "mˈard")]
    tally = judge([SENTENCE], lambda _: said)
    assert (tally.edits, tally.phonemes) == (2, 12)
    assert (tally.words_wrong, tally.words) == (2, 3)
    assert (tally.homographs_wrong, tally.homographs) == (1, 2)
    assert tally.ezafe_f1 == 0


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "axc", 1), ("abc", "bc", 1), ("", "ab", 2)],
)
def test_edits_are_counted(one, other, count):
    assert edits(one, other) == edits(other, one) == count


def test_ipa_is_compared_in_one_alphabet():
    assert plain(repr1("tʃerˈɑː")) == plain("CerA")
    assert plain(repr1("dʒˈaʔd")) == plain("ja?d") == "jad"
    assert plain("dowr") == plain(repr1("dˈor"))


@pytest.mark.parametrize(
    ("sound", "ezafe", "left"),
    [("kerme", "kerm-e", "kerm"), ("xAneye", "xAne-ye", "xAne"), ("xAne", "xAne", "xAne")],
)
def test_a_stem_has_no_ezafe(sound, ezafe, left):
    assert stem(sound, ezafe) == left


def test_papers_count_spaces_and_divide_by_what_was_said():
    said = [word("کرم", "kˈerme", ezafe=True), word("من", "mˈan"), word("مرد", "mˈard")]
    tally = judge([SENTENCE], lambda _: said)
    assert (tally.symbol_edits, tally.symbols) == (1, len("kerme man mard"))


def test_missing_ezafes_cost_recall_and_superfluous_ones_precision():
    missing = judge([SENTENCE], lambda _: [word("کرم", "kˈerm"), word("من", "mˈan"), word("مرد", "mˈord")])
    assert missing.ezafe_recall == 0
    more = [word("کرم", "kˈerme", ezafe=True), word("من", "mˈane", ezafe=True), word("مرد", "mˈord")]
    assert judge([SENTENCE], lambda _: more).ezafe_precision == 50
