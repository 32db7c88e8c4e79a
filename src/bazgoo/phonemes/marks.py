"""Vowel marks that a writer set: which of the known readings of a word they ask for."""

from bazgoo.phonemes import homographs, words
from bazgoo.phonemes.alphabet import repr1
from bazgoo.phonemes.letters import align

_VOWELS = {"\N{ARABIC FATHA}": "a", "\N{ARABIC KASRA}": "e", "\N{ARABIC DAMMA}": "o"}
_TASHDID, _SUKUN = "\N{ARABIC SHADDA}", "\N{ARABIC SUKUN}"
_MARKS = frozenset((*_VOWELS, _TASHDID, _SUKUN))


def asked_for(word: str) -> str | None:
    """The known reading, in Repr.1, that agrees with all marks on ``word``; None without marks or such a reading."""
    letters, marks = _parted(word)
    if not any(marks):
        return None
    known = [repr1(ipa) for ipa in homographs.readings().get(letters, ())]
    known += filter(None, [words.sound(letters)])
    return next((sound for sound in known if _agrees(letters, marks, sound)), None)


def _parted(word: str) -> tuple[str, list[set[str]]]:
    """The letters of a word, and the marks on each."""
    letters, marks = "", list[set[str]]()
    for char in word:
        if char in _MARKS and marks:
            marks[-1].add(char)
        else:
            letters += char
            marks.append(set())
    return letters, marks


def _agrees(letters: str, marks: list[set[str]], sound: str) -> bool:
    pieces = align(letters, sound)
    if pieces is None:
        return False
    last = marks[-1] - {_TASHDID}  # which is heard only before a vowel
    return all(map(_fits, pieces, [*marks[:-1], last]))


def _fits(piece: str, marks: set[str]) -> bool:
    """Whether a letter that is said as ``piece`` may carry ``marks``."""
    vowels = {_VOWELS[mark] for mark in marks if mark in _VOWELS}
    doubled = len(piece) > 1 and piece[0] == piece[1]
    return (
        vowels <= {piece[-1:]}
        and (_TASHDID not in marks or doubled)
        and not (_SUKUN in marks and len(piece) > 1)
    )
