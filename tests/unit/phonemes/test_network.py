"""The recurrent networks, as they run without torch."""

import numpy as np
import pytest

from bazgoo.phonemes.network import Network, network
from bazgoo.phonemes.vocabulary import GROUPS, groups

WORD, LETTERS, STATE, PAIR = 3, 2, 4, 5


def made(networks=2, words=("کتاب", "خوب")):
    dice = np.random.default_rng(1)
    shapes = {
        "input": (2, WORD + LETTERS, 3 * STATE),
        "input_bias": (2, 1, 3 * STATE),
        "recurrent": (2, STATE, 3 * STATE),
        "recurrent_bias": (2, 1, 3 * STATE),
        "pair": (4 * STATE, PAIR),
        "pair_bias": (1, PAIR),
        "ezafe": (PAIR, 1),
        "ezafe_bias": (1, 1),
        "words_scale": (1,),
        "groups_scale": (1,),
    }
    arrays = {name: dice.normal(size=(networks, *shape)).astype(np.float32) for name, shape in shapes.items()}
    arrays["words"] = dice.integers(-9, 9, (networks, len(words) + 1, WORD)).astype(np.int8)
    arrays["groups"] = dice.integers(-9, 9, (networks, GROUPS, LETTERS)).astype(np.int8)
    return Network({word: row for row, word in enumerate(words, 1)}, arrays)


def test_several_networks_answer_by_their_mean():
    both = made()
    alone = [
        Network(both.vocabulary, {name: array[[at]] for name, array in both.arrays.items()}) for at in (0, 1)
    ]
    words = ["کتاب", "خوب", "ناشناخته", "."]
    assert both.scores(words) == pytest.approx(sum(one.scores(words) for one in alone) / 2, abs=1e-5)


def test_a_word_is_read_with_all_the_words_around_it():
    net = made()
    first = net.scores(["کتاب", "خوب", "است"])
    assert first.shape == (3,)
    assert not np.allclose(first[:2], net.scores(["کتاب", "خوب", "بود"])[:2])
    assert not np.allclose(first[1:], net.scores(["خوب", "خوب", "است"])[1:])


def test_an_unknown_word_is_known_by_its_letters():
    net = made()
    assert not np.allclose(net.scores(["دریا"]), net.scores(["جنگل"]))
    assert set(groups("دریاها")) & set(groups("دریا"))


def test_what_is_written_is_read_again_alike(tmp_path, monkeypatch):
    net = made()
    net.save(tmp_path)
    monkeypatch.setattr("bazgoo.phonemes.network.shipped", tmp_path.joinpath)
    again = network.__wrapped__()
    assert again.vocabulary == net.vocabulary
    assert again.scores(["کتاب", "نو"]) == pytest.approx(net.scores(["کتاب", "نو"]), abs=0.2)
