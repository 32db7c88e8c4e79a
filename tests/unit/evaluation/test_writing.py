"""How the step from written to spoken is judged."""

from bazgoo.evaluation.writing import judge_writing, plain


def test_letters_and_figures_alone_count():
    assert plain("یو اِس‌بی، خراب است.") == plain("یو اس بی خراب است")
    assert plain("دو") != plain("سه")


def test_every_kind_has_its_rows():
    scores = judge_writing(lambda written: written)
    assert len(scores) == 27
    assert all(rows >= 13 for _, rows in scores.values())
    assert sum(right for right, _ in scores.values()) < sum(rows for _, rows in scores.values()) / 2
