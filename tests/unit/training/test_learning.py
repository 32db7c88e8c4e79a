"""Learning from a handful of examples, the same each time."""

import numpy as np

from bazgoo.training.reading import learning
from bazgoo.training.reading.corpora import Ambiguous
from bazgoo.training.reading.learning import Chain, Choice
from bazgoo.training.reading.sentences import Example

EXAMPLES = [
    Example(("کتاب", "بزرگ", "افتاد", "."), (True, False, False, False), ("NOUN", "ADJ", "VERB", "PUNCT")),
    Example(("او", "کتاب", "خرید", "."), (False, False, None, False), ("PRON", "NOUN", "VERB", "PUNCT")),
]


def test_examples_that_agree_are_learnt():
    tags = learning.learn_tags(EXAMPLES, rounds=5)
    assert learning.tag_with(tags, EXAMPLES[0].words) == list(EXAMPLES[0].tags)


def test_learning_twice_gives_the_same_weights():
    chains = [Chain.of(one, [tag or "X" for tag in one.tags]) for one in EXAMPLES]
    first, second = (learning.learn_ezafe(chains, rounds=4) for _ in range(2))
    assert np.array_equal(first[0], second[0])
    assert np.array_equal(first[1], second[1])


def test_a_homograph_is_learnt_by_what_stands_beside_it():
    garden = Ambiguous(("کرم", "خاک", "را", "می‌خورد"), 0, "kerm")
    skin = Ambiguous(("کرم", "پوست", "را", "بزن"), 0, "kerem")
    choices = [Choice.of(garden, ["h2خاک"], 2, 0), Choice.of(skin, ["h2پوست"], 2, 1)]
    weights = learning.learn_homographs(choices, rounds=10)
    places = [learning.slots([f"کرم{way}h2پوست"])[0] for way in (0, 1)]
    assert weights[places[1]] > 0 > weights[places[0]]
