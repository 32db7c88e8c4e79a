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
