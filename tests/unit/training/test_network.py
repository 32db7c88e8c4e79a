"""Teaching the recurrent networks, where torch is installed."""

import numpy as np
import pytest

from bazgoo.training.reading.sentences import Example

torch = pytest.importorskip("torch", reason="torch is for teaching only")

EXAMPLES = [
    Example(("کتاب", "بزرگ", "افتاد", "."), (True, False, False, False), ("NOUN", "ADJ", "VERB", "PUNCT")),
    Example(("او", "کتاب", "خرید", "."), (False, False, None, False), ("PRON", "NOUN", "VERB", "PUNCT")),
]


@pytest.fixture
def networks(monkeypatch):
    from bazgoo.training.reading import network

    monkeypatch.setattr(network, "ROUNDS", 60)
    return network


def test_what_it_is_taught_is_what_it_says_without_torch(networks):
    taught = networks.learn_networks([(one, 1.0) for one in EXAMPLES * 8])
    said = [bool(score > 0) for score in taught.scores(EXAMPLES[0].words)]
    assert said == [True, False, False, False]


def test_teaching_twice_gives_the_same_networks(networks):
    first, second = (networks.learn_networks([(one, 1.0) for one in EXAMPLES]) for _ in range(2))
    assert all(np.array_equal(first.arrays[name], second.arrays[name]) for name in first.arrays)


def test_numpy_reads_as_torch_does(networks):
    reading = networks.Reading.of([(one, 1.0) for one in EXAMPLES])
    net = networks._fresh(len(reading.vocabulary) + 1)
    arrays = {name: array[None] for name, array in networks._arrays(net).items()}
    words = ["کتاب", "بزرگ", "افتاد", "."]
    with torch.no_grad():
        rows = torch.tensor([[reading.vocabulary.get(word, 0) for word in words]])
        letters = torch.stack([net["groups"](torch.tensor([reading.letters[word]]))[0] for word in words])
        states, _ = net["reader"](torch.cat([net["words"](rows), letters[None]], -1))
        following = torch.nn.functional.pad(states[:, 1:], (0, 0, 0, 1))
        expected = net["ezafe"](torch.relu(net["pair"](torch.cat([states, following], -1))))[0, :, 0]
    said = networks.Network(reading.vocabulary, arrays).scores(words)
    assert said == pytest.approx(expected.numpy(), abs=0.01)
