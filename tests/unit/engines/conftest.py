"""Utterances to try engines with."""

import pytest

from bazgoo.phonemes import Utterance, Word, alphabet

SIGNS = {sign: mark for mark, sign in alphabet.MARKS.items()}


def _utter(ipa: str) -> Utterance:
    words = []
    for sound in ipa.split():
        mark = SIGNS.get(sound)
        spoken = mark or sound
        words.append(Word(spoken, 0, 0, spoken, sound, "mark" if mark else "espeak"))
    return Utterance(tuple(words))


@pytest.fixture(scope="session")
def utter():
    """Makes an utterance of words and marks given in IPA, with spaces between all of them."""
    return _utter


@pytest.fixture(scope="session")
def sentence() -> Utterance:
    """A sentence of two clauses, some four seconds long."""
    return _utter("dˈar ruːzɡˈɑr , qˈadim mˈardi bˈuːd kˈeː dˈar ʃˈahr kuːtʃˈaki zˈendeɡˌi mikˈard .")
