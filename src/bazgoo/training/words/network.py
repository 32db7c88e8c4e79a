"""The reader of unknown words, taught with torch: what `phonemes/unknown.py` runs.

Words that eSpeak NG has in its own list are mostly learnt without its hint, since at work it is asked about words that
it has not.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.phonemes.letters import align
from bazgoo.phonemes.speller import FIRST_PIECE
from bazgoo.phonemes.unknown import EDGE, FILE, FIRST_LETTER
from bazgoo.training.words.sources import by_espeak
from bazgoo.training.words.voting import Agreed

LETTER, HINT, PIECE, HIDDEN = 64, 48, 48, 160
ROUNDS, BATCH, FASTEST = 14, 256, 4e-3
RAREST = 15
"""How often a piece of sound must stand for a letter to be learnt."""
UNHINTED = {True: 0.8, False: 0.3}
"""How often the hint is hidden, for words that eSpeak has in its list and for others."""
VERBS = 4
"""One in so many of the words that Tihu alone has, which are verbs in all their forms, is learnt in a round."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word, the pieces of sound of its letters, and those that eSpeak gives them."""

    word: Agreed
    pieces: list[str]
    hints: list[str] | None


def spelled(words: Iterable[Agreed]) -> list[Spelled]:
    """The words whose sounds fit their letters, in pieces that are not too rare."""
    rows = [
        Spelled(one, pieces, align(one.word, by_espeak(one.word)))
        for one in words
        if (pieces := align(one.word, one.sound))
    ]
    counts = Counter(piece for row in rows for piece in row.pieces)
    return [row for row in rows if all(counts[piece] >= RAREST for piece in row.pieces)]


class Network(nn.Module):
    """Letters and hints in, a piece of sound for each letter out."""

    def __init__(self, rows: Sequence[Spelled]) -> None:
        super().__init__()
        self.letters = sorted({letter for row in rows for letter in row.word.word})
        self.pieces = sorted({piece for row in rows for piece in row.pieces})
        self.unheard = len(self.pieces) + FIRST_PIECE
        self._letter_at = {letter: at for at, letter in enumerate(self.letters, FIRST_LETTER)}
        self._piece_at = {piece: at for at, piece in enumerate(self.pieces, FIRST_PIECE)}
        self.letter = nn.Embedding(len(self.letters) + FIRST_LETTER, LETTER, padding_idx=0)
        self.hint = nn.Embedding(self.unheard + 1, HINT)
        self.piece = nn.Embedding(self.unheard, PIECE)
        self.word = nn.GRU(LETTER + HINT, HIDDEN, batch_first=True, bidirectional=True)
        self.decoder = nn.GRU(2 * HIDDEN + PIECE, HIDDEN, batch_first=True)
        self.out = nn.Linear(3 * HIDDEN, self.unheard)
        self.drop = nn.Dropout(0.2)

    def forward(self, letters: Tensor, hints: Tensor, pieces: Tensor) -> Tensor:
        """Scores of each piece at each letter, told the right ones before it."""
        seen = self._seen(letters, hints)
        before = functional.pad(pieces[:, :-1], (1, 0))
        states, _ = self.decoder(torch.cat([seen, self.drop(self.piece(before))], -1))
        scores: Tensor = self.out(torch.cat([self.drop(states), seen], -1))
        return scores

    def _seen(self, letters: Tensor, hints: Tensor) -> Tensor:
        states, _ = self.word(self.drop(torch.cat([self.letter(letters), self.hint(hints)], -1)))
        seen: Tensor = self.drop(states)
        return seen

    def batch(self, rows: Sequence[Spelled], dice: random.Random) -> tuple[Tensor, Tensor, Tensor]:
        """Letters, hints and pieces of ``rows``, padded with 0."""
        shape = len(rows), max(len(row.word.word) for row in rows) + 2
        letters, hints, pieces = (np.zeros(shape, np.int64) for _ in range(3))
        for at, row in enumerate(rows):
            end = len(row.word.word) + 1
            letters[at, : end + 1] = [EDGE, *(self._letter_at[letter] for letter in row.word.word), EDGE]
            pieces[at, 1:end] = [self._piece_at[piece] for piece in row.pieces]
            hidden = dice.random() < UNHINTED["espeak" in row.word.sources]
            if row.hints is None or hidden:
                hints[at] = self.unheard
            else:
                hints[at, 1:end] = [self._piece_at.get(hint, self.unheard) for hint in row.hints]
        return torch.from_numpy(letters), torch.from_numpy(hints), torch.from_numpy(pieces)

    def save(self, folder: Path) -> None:
        """Write the weights where the reader finds them."""
        arrays = {"letters": np.array(self.letters), "pieces": np.array(self.pieces)}
        tensors = {
            "letter": self.letter.weight, "hint": self.hint.weight, "piece": self.piece.weight,
            "out": self.out.weight, "out_bias": self.out.bias,
        }  # fmt: skip
        for name, gru, suffix in (
            ("forward", self.word, ""),
            ("backward", self.word, "_reverse"),
            ("decoder", self.decoder, ""),
        ):
            for side in ("ih", "hh"):
                tensors[f"{name}_{side}"] = getattr(gru, f"weight_{side}_l0{suffix}")
                tensors[f"{name}_{side}_bias"] = getattr(gru, f"bias_{side}_l0{suffix}")
        numbers = {name: _half(tensor) for name, tensor in tensors.items()}
        np.savez_compressed(folder / FILE, **arrays, **numbers)  # type: ignore[arg-type]


def _half(tensor: Tensor) -> NDArray[np.float16]:
    array: NDArray[np.float16] = tensor.detach().numpy().astype(np.float16)
    return array


def teach(rows: Sequence[Spelled], seed: int = 0) -> Network:
    """A network that has learnt ``rows``; the same each time on the same machine."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    dice, network = random.Random(seed), Network(rows)
    verbs = [row for row in rows if row.word.sources == ("tihu",)]
    others = [row for row in rows if row.word.sources != ("tihu",)]
    steps = ROUNDS * ((len(others) + len(verbs) // VERBS) // BATCH + 1)
    optimizer = torch.optim.AdamW(network.parameters(), lr=FASTEST, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, FASTEST, total_steps=steps, pct_start=0.1)
    for _ in range(ROUNDS):
        for batch in _batches([*others, *dice.sample(verbs, len(verbs) // VERBS)], dice):
            optimizer.zero_grad()
            _loss(network, *network.batch(batch, dice)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network.eval()


def _batches(rows: list[Spelled], dice: random.Random) -> list[list[Spelled]]:
    """The rows in a new order, words of like length together."""
    dice.shuffle(rows)
    chunks = (rows[at : at + 40 * BATCH] for at in range(0, len(rows), 40 * BATCH))
    together = [row for chunk in chunks for row in sorted(chunk, key=_length)]
    batches = [together[at : at + BATCH] for at in range(0, len(together), BATCH)]
    dice.shuffle(batches)
    return batches


def _length(row: Spelled) -> int:
    return len(row.word.word)


def _loss(network: Network, letters: Tensor, hints: Tensor, pieces: Tensor) -> Tensor:
    scores = network(letters, hints, pieces)
    losses = functional.cross_entropy(scores.transpose(1, 2), pieces, reduction="none", label_smoothing=0.05)
    counted = (letters > EDGE).float()
    return (losses * counted).sum() / counted.sum()
