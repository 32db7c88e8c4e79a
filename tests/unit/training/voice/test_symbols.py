"""Texts become symbols that stock players send too."""

import piper
import pytest

from bazgoo.engines.piper.config import PiperConfig
from bazgoo.engines.piper.symbols import phoneme_ids
from bazgoo.phonemes import transcribe
from bazgoo.text import passages
from bazgoo.training.voice.naming import slug
from bazgoo.training.voice.symbols import IDS, number, read, read_as_espeak, strangers

TEXT = "قیمت ۲۵٪ بالا رفت؛ آیا می‌دانستید؟ چه ژاله‌ای!"


def test_what_is_taught_is_what_bazgoo_will_ask_for():
    config = PiperConfig.model_validate(
        {
            "audio": {"sample_rate": 22_050},
            "espeak": {"voice": "fa"},
            "phoneme_id_map": {symbol: [number] for symbol, number in IDS.items()},
            "num_symbols": len(IDS),
            "num_speakers": 1,
        }
    )
    (passage,) = passages("سلام، قند و ژله.")
    asked = phoneme_ids(transcribe(passage.tokens), config)
    assert [number for number in asked if number] == number(read("سلام، قند و ژله."))


def test_nothing_strange_is_in_either_reading():
    assert not strangers(read(TEXT))
    assert not strangers(read_as_espeak(TEXT))


def test_espeak_is_read_as_stock_piper_reads_it():
    text = "سلام، من خوبم. آیا شما هم خوبید؟"
    phonemizer = piper.phonemize_espeak.EspeakPhonemizer()
    stock = " ".join("".join(sentence) for sentence in phonemizer.phonemize("fa", text))
    assert read_as_espeak(text) == stock


@pytest.mark.parametrize(
    "name, expected",
    [("صدای من", "sedaye_man"), ("ژاله", "zhale"), ("My Voice 2", "my_voice_2"), ("!؟", "voice")],
)
def test_names_of_files_sound_like_the_name(name, expected):
    assert slug(name) == expected
