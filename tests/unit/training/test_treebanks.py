"""The ezafe that a tree implies."""

from bazgoo.training.reading.treebanks import treebank

TREE = """\
# text = کتاب بزرگ دوستم در خانه است .
1	کتاب	کتاب	NOUN	_	_	7	nsubj	_	_
2	بزرگ	بزرگ	ADJ	_	_	1	amod	_	_
3-4	دوستم	_	_	_	_	_	_	_	_
3	دوست	دوست	NOUN	_	_	1	nmod	_	_
4	م	من	PRON	_	_	3	nmod	_	_
5	در	در	ADP	_	_	6	case	_	_
6	خانه	خانه	NOUN	_	_	7	obl	_	_
7	است	است	AUX	_	_	0	root	_	_
8	.	.	PUNCT	_	_	7	punct	_	_

"""


def test_heads_are_bound_to_their_adjectives_and_possessors(tmp_path):
    file = tmp_path / "fa.conllu"
    file.write_text(TREE, encoding="utf-8")
    (example,) = treebank(file, {"در": False})
    assert example.words == ("کتاب", "بزرگ", "دوستم", "در", "خانه", "است", ".")
    assert example.ezafe == (True, True, False, False, False, False, False)
    assert example.tags == ("NOUN", "ADJ", "NOUN", "ADP", "NOUN", "AUX", "PUNCT")


def test_of_a_preposition_syntax_says_nothing(tmp_path):
    file = tmp_path / "fa.conllu"
    file.write_text(TREE, encoding="utf-8")
    (example,) = treebank(file, {})
    assert example.ezafe[3] is None


NUMBERS = """\
1	سال	سال	NOUN	_	_	6	obl	_	_
2	۱۳۵۷	۱۳۵۷	NUM	_	_	1	nummod	_	_
3	دو	دو	NUM	_	_	4	flat:num	_	_
4	میلیون	میلیون	NUM	_	_	5	nummod	_	_
5	امام	امام	NOUN	_	_	6	nsubj	_	_
6	آمد	آمد	VERB	_	_	0	root	_	_

"""


def test_a_noun_is_bound_to_its_number_and_of_titles_syntax_says_nothing(tmp_path):
    file = tmp_path / "fa.conllu"
    file.write_text(NUMBERS, encoding="utf-8")
    (example,) = treebank(file, {})
    assert example.ezafe == (True, False, False, False, None, False)
