import logging

import pytest
from piper import PiperVoice

from bazgoo.engines.piper.config import PiperConfig, read_config
from bazgoo.engines.piper.symbols import phoneme_ids
from bazgoo.phonemes import Utterance, Word, transcribe
from bazgoo.text.tokens import Token


@pytest.fixture(scope="module")
def config(tiny_voice) -> PiperConfig:
    return read_config(tiny_voice)


@pytest.fixture(scope="module")
def stock(tiny_voice) -> PiperVoice:
    return PiperVoice.load(tiny_voice)


def symbols(ids: list[int], config: PiperConfig) -> str:
    """The symbols behind ``ids``, their pads left out."""
    names = {number: symbol for symbol, (number,) in config.phoneme_id_map.items()}
    return "".join(names[number] for number in ids).replace("_", "")


def test_a_pad_follows_each_symbol_but_the_last(config, utter):
    table = config.phoneme_id_map
    assert phoneme_ids(utter("bˈɑ"), config) == [
        *(table["^"] + table["_"]),
        *(table["b"] + table["_"]),
        *(table["ˈ"] + table["_"]),
        *(table["ɑ"] + table["_"]),
        *table["$"],
    ]


@pytest.mark.parametrize(
    "text", ["سلام دنیا", "سلام، دنیا.", "قند و قلم؟", "خوب؛ بد: بله!", "چرا ژاله گفت کتاب‌هایش اینجاست؟"]
)
def test_ids_are_those_of_stock_piper_for_the_same_text(text, config, stock):
    tokens, start = [], 0
    for part in text.translate({ord(mark): f" {mark}" for mark in "،.؟؛:!"}).split():
        tokens.append(Token(part, start, start + len(part), part))
        start += len(part) + 1
    (sentence,) = stock.phonemize(text)
    assert phoneme_ids(transcribe(tokens), config) == stock.phonemes_to_ids(sentence)


def test_qaf_is_spelt_as_a_persian_voice_has_learnt_it(config, utter):
    assert symbols(phoneme_ids(utter("qˈand"), config), config) == "^q1ˈand$"
    english = config.model_copy(update={"espeak": config.espeak.model_copy(update={"voice": "en-us"})})
    assert symbols(phoneme_ids(utter("qˈand"), english), config) == "^qˈand$"


def test_an_ellipsis_is_a_full_stop_to_a_voice_that_does_not_know_it(config, utter):
    assert symbols(phoneme_ids(utter("bˈale …"), config), config) == "^bˈale.$"


def test_unknown_symbols_are_left_out_counted_and_not_shown(config, utter, caplog):
    with caplog.at_level(logging.WARNING):
        ids = phoneme_ids(utter("b☃ɑ☂"), config)
    assert symbols(ids, config) == "^bɑ$"
    assert "2 of 4 symbols" in caplog.text
    assert "☃" not in caplog.text


def test_a_voice_of_letters_is_given_decomposed_letters(config):
    letters = {symbol: (number,) for number, symbol in enumerate("_^$ آاسلمخوب،\u0653")}
    of_letters = config.model_copy(update={"phoneme_type": "text", "phoneme_id_map": letters})
    words = (
        Word("آب", 0, 2, "آب", "ˈɑb", "espeak"),
        Word("،", 2, 3, "،", ",", "mark"),
        Word("سلام", 4, 8, "سلام", "salˈɑm", "espeak"),
    )
    assert symbols(phoneme_ids(Utterance(words), of_letters), of_letters) == "^ا\u0653ب، سلام$"
