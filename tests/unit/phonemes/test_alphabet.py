import ctypes

import pytest

from bazgoo.phonemes import alphabet, espeak_ng


@pytest.mark.parametrize(
    ("ipa", "folded"),
    [
        ("salˈɑm", "salˈɑm"),
        ("saˈlɒm", "salˈɑm"),
        ("t͡ʃɒj", "tʃɑj"),
        ("ɢæzɒ", "qazɑ"),
        ("həlˈəʊ wˈɜːld", "helˈo vˈeːld"),
        ("sˌaːdo", "sˌaːdo"),
        ("bæ.tʃe", "batʃe"),
        ("tɛhrɒːn", "tehrɑːn"),
        ("gol", "ɡol"),
        ("☃b-a~d", "bad"),
        ("", ""),
    ],
)
def test_any_ipa_is_folded_into_the_persian_inventory(ipa, folded):
    assert alphabet.fold(ipa) == folded


def test_espeaks_language_switches_and_two_part_qaf_are_gone():
    assert alphabet.from_espeak("q1alˈam (en)həlˈəʊ(fa) bˈad") == "qalˈam helˈo bˈad"


def test_a_word_that_its_author_left_unstressed_is_stressed_on_its_last_vowel():
    assert alphabet.from_author("salɒm donjɒː") == "salˈɑm donjˈɑː"


def test_a_stress_that_its_author_wrote_stays():
    assert alphabet.from_author("ˈvali") == "vˈali"


def test_every_pair_of_phonemes_survives_the_way_through_espeaks_mnemonics():
    sounds = [*alphabet.VOWELS, *alphabet.CONSONANTS]
    for first in sounds:
        for second in sounds:
            assert _heard(f"{first}{second}") == f"{first}{second}"


@pytest.mark.parametrize("ipa", ["salˈɑm", "qorʔˈɑn", "dʒˈeʃ", "tʃˈiː", "kˌetɑbhˈɑje"])
def test_stress_and_length_survive_the_way_through_espeaks_mnemonics(ipa):
    assert _heard(ipa) == ipa


def test_every_sound_has_one_letter_of_repr1_and_comes_back_from_it():
    sounds = [*alphabet.VOWELS, *alphabet.CONSONANTS]
    letters = [alphabet.repr1(sound) for sound in sounds]
    assert len(set(letters)) == len(sounds)
    assert {len(letter) for letter in letters} == {1}
    assert [alphabet.from_repr1(f"a{letter}").replace("ˈ", "")[1:] for letter in letters] == sounds


@pytest.mark.parametrize(
    ("ipa", "model", "stressed"),
    [
        ("resɑnˈe", "rasˈɑneː", "resˈɑne"),
        ("mimɑnˈad", "mˈimɑnd", "mˈimɑnad"),
        ("ketˈɑb", "ktb", "ketˈɑb"),
        ("ketˈɑb", "kˈetˈɑb", "kˈetˈɑb"),
        ("kerˈem", "kˈerˈom", "kerˈem"),
        ("tˈu", "bemˈɑn", "tˈu"),
    ],
)
def test_a_word_is_stressed_where_its_model_is_if_that_has_one_stress(ipa, model, stressed):
    assert alphabet.like(ipa, model) == stressed


def _heard(ipa: str) -> str:
    """What eSpeak itself makes of the mnemonics, in IPA."""
    espeak_ng.synthesize("[[a]]")  # from now on it takes brackets for mnemonics
    source = ctypes.create_string_buffer(f"[[{alphabet.mnemonics(ipa)}]]".encode())
    rest = ctypes.c_void_p(ctypes.addressof(source))
    heard = espeak_ng._library().espeak_TextToPhonemes(ctypes.byref(rest), 1, 2)
    return alphabet.from_espeak(heard.decode())
