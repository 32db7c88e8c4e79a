"""How the recurrent networks are taught, with torch: ezafe, and parts of speech beside it, which help it along."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.phonemes.network import Network
from bazgoo.phonemes.tags import TAGS
from bazgoo.phonemes.vocabulary import GROUPS, groups
from bazgoo.training.reading.sentences import Example

WORD, LETTERS, STATE, PAIR = 48, 48, 96, 64
"""How long the vectors of a word, of its letters, of a state, and of two neighbouring states are."""
NETWORKS, ROUNDS, BATCH, RATE = 2, 10, 48, 4e-3
DROPOUT = 0.35
HIDDEN, RARE = 0.05, 1.5
"""How often a word is shown by its letters alone: any word, and the more so the rarer it is."""
BARE = 0.25
"""How often a sentence is shown without its commas."""
TAGS_COUNT = 0.5
UNTOLD = -100
"""The class that torch leaves out."""

Weighted = tuple[Example, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the networks know of words: their rows, how often they were seen, their groups of letters."""

    vocabulary: dict[str, int]
    counts: Counter[str]
    letters: dict[str, list[int]]

    @classmethod
    def of(cls, examples: Sequence[Weighted]) -> "Reading":
        """The words of ``examples``; those seen once are known by their letters only."""
        counts = Counter(word for example, _ in examples for word in example.words)
        often = sorted(word for word, count in counts.items() if count > 1)
        return cls({word: row for row, word in enumerate(often, 1)}, counts, {w: groups(w) for w in counts})

    def row(self, word: str, dice: random.Random) -> int:
        """The row of a word's own vector, or 0 where it is hidden."""
        hidden = dice.random() < HIDDEN + RARE / (RARE + self.counts[word])
        return 0 if hidden else self.vocabulary.get(word, 0)


def learn_networks(examples: Sequence[Weighted]) -> Network:
    """NETWORKS networks that differ by their dice; sentences count as much as their weight says."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    reading = Reading.of(examples)
    taught = [_learn(examples, reading, seed) for seed in range(NETWORKS)]
    arrays = {name: np.stack([one[name] for one in taught]) for name in taught[0]}
    return Network(reading.vocabulary, arrays)


def _learn(examples: Sequence[Weighted], reading: Reading, seed: int) -> dict[str, Any]:
    torch.manual_seed(seed)
    dice, net = random.Random(seed), _fresh(len(reading.vocabulary) + 1)
    steps = ROUNDS * (len(examples) // BATCH + 1)
    optimizer = torch.optim.AdamW(net.parameters(), RATE)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    for _ in range(ROUNDS):
        for batch in _batches(examples, dice):
            optimizer.zero_grad()
            _loss(net, batch, reading, dice).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            pace.step()
    return _arrays(net)


def _fresh(words: int) -> nn.ModuleDict:
    net = nn.ModuleDict(
        {
            "words": nn.Embedding(words, WORD),
            "groups": nn.EmbeddingBag(GROUPS + 1, LETTERS, mode="mean", padding_idx=GROUPS),
            "reader": nn.GRU(WORD + LETTERS, STATE, bidirectional=True, batch_first=True),
            "tags": nn.Linear(2 * STATE, len(TAGS)),
            "pair": nn.Linear(4 * STATE, PAIR),
            "ezafe": nn.Linear(PAIR, 1),
        }
    )
    nn.init.normal_(net["words"].weight, std=0.1)
    nn.init.normal_(net["groups"].weight, std=0.3)
    return net


def _batches(examples: Sequence[Weighted], dice: random.Random) -> Iterator[list[Weighted]]:
    """Sentences of about the same length, in any order."""
    order = sorted(examples, key=lambda one: len(one[0].words) + 4 * dice.random())
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    dice.shuffle(batches)
    for batch in batches:
        yield [
            (one.without_marks(), weight) if dice.random() < BARE else (one, weight) for one, weight in batch
        ]


def _loss(net: nn.ModuleDict, batch: Sequence[Weighted], reading: Reading, dice: random.Random) -> Tensor:
    """Cross-entropy of the answers that are known: ezafes as their sentences count, parts of speech."""
    ezafe, tags = _asked(net, [one.words for one, _ in batch], reading, dice)
    right = _filled([[float(bool(answer)) for answer in one.ezafe] for one, _ in batch], 0.0)
    count = _filled(
        [[0.0 if answer is None else weight for answer in one.ezafe] for one, weight in batch], 0.0
    )
    classes = [[UNTOLD if tag is None else TAGS.index(tag) for tag in one.tags] for one, _ in batch]
    losses = functional.binary_cross_entropy_with_logits(ezafe, right, reduction="none")
    told = _filled(classes, UNTOLD).flatten()
    parts = functional.cross_entropy(tags.flatten(0, 1), told, ignore_index=UNTOLD, reduction="sum")
    return (losses * count).sum() / count.sum() + TAGS_COUNT * parts / (told != UNTOLD).sum().clamp(min=1)


def _asked(
    net: nn.ModuleDict, sentences: Sequence[Sequence[str]], reading: Reading, dice: random.Random
) -> tuple[Tensor, Tensor]:
    """The logits of ezafe and of the parts of speech, sentences × words (× TAGS)."""
    rows = _filled([[reading.row(word, dice) for word in words] for words in sentences], 0)
    different = sorted({word for words in sentences for word in words})
    places = {word: place for place, word in enumerate(different)}
    letters = net["groups"](_filled([reading.letters[word] for word in different], GROUPS))
    which = _filled([[places[word] for word in words] for words in sentences], 0)
    seen = functional.dropout(torch.cat([net["words"](rows), letters[which]], -1), DROPOUT)
    packed = nn.utils.rnn.pack_padded_sequence(
        seen, torch.tensor([*map(len, sentences)]), batch_first=True, enforce_sorted=False
    )
    states, _ = nn.utils.rnn.pad_packed_sequence(net["reader"](packed)[0], batch_first=True)
    states = functional.dropout(states, DROPOUT)
    following = functional.pad(states[:, 1:], (0, 0, 0, 1))
    pairs = functional.relu(net["pair"](torch.cat([states, following], -1)))
    return net["ezafe"](functional.dropout(pairs, DROPOUT / 2)).squeeze(-1), net["tags"](states)


def _filled(rows: Sequence[Sequence[Any]], filling: float) -> Tensor:
    """A tensor of rows of unequal length."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filling] * (longest - len(row))] for row in rows])


def _arrays(net: nn.ModuleDict) -> dict[str, Any]:
    """The weights as `phonemes.network` takes them; vectors in whole numbers, which is a quarter of the space."""
    given = {name: tensor.numpy() for name, tensor in net.state_dict().items()}
    both = {
        name: np.stack([given[f"reader.{of}_l0{way}"] for way in ("", "_reverse")])
        for name, of in (("input", "weight_ih"), ("recurrent", "weight_hh"))
    }
    biases = {
        name: np.stack([given[f"reader.{of}_l0{way}"] for way in ("", "_reverse")])[:, None]
        for name, of in (("input_bias", "bias_ih"), ("recurrent_bias", "bias_hh"))
    }
    arrays = {name: array.swapaxes(-1, -2) for name, array in both.items()} | biases
    for name in ("pair", "ezafe"):
        arrays |= {name: given[f"{name}.weight"].T, f"{name}_bias": given[f"{name}.bias"][None]}
    for name, table in (("words", given["words.weight"]), ("groups", given["groups.weight"][:-1])):
        scale = np.abs(table).max() / 127
        arrays |= {name: np.round(table / scale).astype(np.int8), f"{name}_scale": np.array([scale])}
    return {
        name: array if array.dtype == np.int8 else array.astype(np.float32) for name, array in arrays.items()
    }
