"""The reading corpus is well formed, and shares nothing with the yardstick."""

import re
from collections import Counter
from importlib.resources import files

from bazgoo.evaluation.yardstick import yardstick
from bazgoo.phonemes.ezafe import unmarked
from bazgoo.training.reading import corpora
from bazgoo.training.reading.sentences import is_word, pieces

FOLDER = files("bazgoo.training.reading").joinpath("corpus")
ROWS = [
    line.split("\t")
    for line in FOLDER.joinpath("homographs.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
REPR1 = re.compile(r"[AaeouiSCjyZqx?bptsdzrfvkglmnhw ]+")


def bare(sentence: str) -> str:
    return " ".join(unmarked(piece) for piece in pieces(sentence) if is_word(piece))


def test_every_row_has_a_word_its_reading_and_a_sentence():
    assert {len(row) for row in ROWS} == {3}
    assert [row for row in ROWS if not REPR1.fullmatch(row[1])] == []


def test_the_word_stands_once_in_its_sentence():
    assert [row for row in ROWS if bare(row[2]).split().count(row[0]) != 1] == []


def test_sentences_end_with_a_mark_and_are_written_with_persian_letters():
    assert [row for row in ROWS if row[2][-1] not in ".؟!…»" or re.search("[يك٠-٩]", row[2])] == []


def _rows(name):
    lines = FOLDER.joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_a_collocation_shows_its_word_once_in_one_of_its_readings():
    rows, ways = _rows("collocations.tsv"), {(row[0], row[1]) for row in ROWS}
    assert len(rows) > 500
    assert [row for row in rows if len(row) != 3 or bare(row[2]).split().count(row[0]) != 1] == []
    assert [row for row in rows if (row[0], row[1]) not in ways] == []


def test_a_light_verb_has_its_noun_its_infinitive_and_a_phrase():
    rows = _rows("light_verbs.tsv")
    assert len(rows) > 500
    assert [row for row in rows if len(row) != 3 or not row[1].endswith("ن") or len(row[2].split()) < 2] == []
    assert [one for one, times in Counter((row[0], row[1]) for row in rows).items() if times > 1] == []


def test_no_sentence_stands_twice():
    assert [one for one, times in Counter(bare(row[2]) for row in ROWS).items() if times > 1] == []


def test_the_yardstick_is_not_learnt():
    learnt = {bare(row[2]) for row in ROWS} | {" ".join(filter(is_word, one.words)) for one in corpora.own()}
    assert learnt.isdisjoint(bare(sentence.text) for sentence in yardstick())


def test_the_yardstick_has_a_sound_for_each_word():
    wrong = [
        sentence.text
        for sentence in yardstick()
        if len([piece for piece in pieces(sentence.text) if is_word(piece)]) != len(sentence.sounds)
    ]
    assert wrong == []
