"""What is to be uttered: words with their sounds, and the marks between them."""

from dataclasses import dataclass
from typing import Literal

Source = Literal["dictionary", "model", "espeak", "homograph", "lexicon", "author", "mark"]
"""Who said how a word sounds: the compiled dictionary, the reader of unknown words, eSpeak NG, the choice among
homographs, a person's own lexicon, the author (in SSML), or nobody, since it is punctuation."""


@dataclass(frozen=True, slots=True)
class Word:
    """One written word or mark, and how it sounds."""

    text: str
    """As written."""
    start: int
    """Where it begins in the text, in code points."""
    end: int
    """Where it ends."""
    spoken: str
    """In spoken Persian."""
    ipa: str
    """Its sounds in the alphabet of `alphabet.py`, ezafe included; for punctuation one of ``,;:.?!…``."""
    source: Source
    """Where the sounds come from."""
    ezafe: bool = False
    """It is bound to the next word by an ezafe."""
    alternatives: tuple[str, ...] = ()
    """How else its letters could be said, in the same alphabet."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is uttered in one breath."""

    words: tuple[Word, ...]

    @property
    def ipa(self) -> str:
        """All its sounds on one line: words apart by a space, each mark at the word before it."""
        line = "".join(word.ipa if word.source == "mark" else f" {word.ipa}" for word in self.words)
        return line.lstrip()
