"""Scores of a reading against the yardstick.

Strict phoneme error rate: edits by the number of phonemes of the reference; spaces, stress, length and glottal
stops do not count, and «ow» is «o».  A word is wrong if any phoneme of it is; a homograph as a word is; an ezafe
is judged at the word that carries it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bazgoo.evaluation.yardstick import Sentence
from bazgoo.phonemes import Word
from bazgoo.phonemes.alphabet import repr1

Reader = Callable[[str], Sequence[Word]]
"""Reads a text: its words in order, without marks."""

_EZAFE = re.compile("-y?e$")
_SILENT = re.compile("[ˈˌː ?ʔ-]")
_OW = re.compile("o[wv](?![aeiouA])")


_OUTCOMES = [(due, said) for due in (True, False) for said in (True, False)]


@dataclass(slots=True)
class Tally:
    """What went wrong, of how much."""

    phonemes: int = 0
    edits: int = 0
    symbols: int = 0
    """Phonemes and spaces that were said."""
    symbol_edits: int = 0
    words: int = 0
    words_wrong: int = 0
    homographs: int = 0
    homographs_wrong: int = 0
    ezafe: dict[tuple[bool, bool], int] = field(default_factory=lambda: dict.fromkeys(_OUTCOMES, 0))
    """How often an ezafe was due (first) and said (second)."""

    @property
    def per(self) -> float:
        """Phoneme errors in percent."""
        return 100 * self.edits / max(1, self.phonemes)

    @property
    def paper_per(self) -> float:
        """Phoneme errors as papers on Persian count them: spaces too, by the number that was said."""
        return 100 * self.symbol_edits / max(1, self.symbols)

    @property
    def wer(self) -> float:
        """Words with an error in percent."""
        return 100 * self.words_wrong / max(1, self.words)

    @property
    def homograph_errors(self) -> float:
        """Homographs said wrongly in percent."""
        return 100 * self.homographs_wrong / max(1, self.homographs)

    @property
    def ezafe_precision(self) -> float:
        """Of the ezafes that were said, those that were due, in percent."""
        return 100 * self.ezafe[True, True] / max(1, self.ezafe[True, True] + self.ezafe[False, True])

    @property
    def ezafe_recall(self) -> float:
        """Of the ezafes that were due, those that were said, in percent."""
        return 100 * self.ezafe[True, True] / max(1, self.ezafe[True, True] + self.ezafe[True, False])

    @property
    def ezafe_f1(self) -> float:
        """The F1 of ezafe in percent."""
        return 2 * self.ezafe_precision * self.ezafe_recall / max(1, self.ezafe_precision + self.ezafe_recall)


def judge(sentences: Iterable[Sentence], reader: Reader) -> Tally:
    """Read ``sentences`` and count what is wrong."""
    tally = Tally()
    for sentence in sentences:
        words = reader(sentence.text)
        right = [plain(sound) for sound in sentence.sounds]
        said = [plain(repr1(word.ipa)) for word in words]
        tally.phonemes += sum(map(len, right))
        tally.edits += edits("".join(right), "".join(said))
        tally.symbols += len(" ".join(said))
        tally.symbol_edits += edits(" ".join(right), " ".join(said))
        tally.words += len(right)
        if len(words) != len(right):
            tally.words_wrong += edits(right, said)
            continue
        for word, sound, one, other in zip(words, sentence.sounds, right, said, strict=True):
            tally.words_wrong += one != other
            tally.ezafe[bool(_EZAFE.search(sound)), word.ezafe] += 1
            if word.text in sentence.homographs:
                tally.homographs += 1
                tally.homographs_wrong += stem(one, sound) != stem(other, "-e" if word.ezafe else "")
    return tally


def plain(sound: str) -> str:
    """What of a sound in Repr.1 is compared."""
    return _OW.sub("o", _SILENT.sub("", sound))


def stem(sound: str, ezafe: str) -> str:
    """A sound without its ezafe, if it has one."""
    return re.sub("(?<=[aeiouA])ye$|e$", "", sound) if _EZAFE.search(ezafe) else sound


def edits(one: Sequence[str], other: Sequence[str]) -> int:
    """The least number of insertions, deletions and replacements that make one the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, item in enumerate(one, 1):
        previous, row[0] = row[0], at
        for column, counterpart in enumerate(other, 1):
            changed = previous + (item != counterpart)
            previous, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, changed)
    return row[-1]
