import json

import pytest

from bazgoo.cli.bench.report import Figure, print_json, print_table

FIRST_AUDIO = Figure("first audio", "ms", "fa_IR-tiny-x_low", 50.0, {"piper-tts": 200.0})
FAILURES = Figure("failures", "requests", "espeak-fa", 0.0, {"piper-tts": 0.0})


def test_a_ratio_is_the_share_of_what_the_peer_takes():
    assert FIRST_AUDIO.ratios == {"piper-tts": 0.25}


def test_there_is_no_ratio_to_nothing():
    assert FAILURES.ratios == {}


def test_figures_are_told_as_json(capsys):
    print_json([FIRST_AUDIO, FAILURES])
    told = json.loads(capsys.readouterr().out)
    first, second = told["figures"]
    assert (first["name"], first["bazgoo"], first["ratios"]) == ("first audio", 50.0, {"piper-tts": 0.25})
    assert second["peers"] == {"piper-tts": 0.0}
    assert "cores" in told["machine"]


@pytest.mark.parametrize("words", ["first audio (ms)", "fa_IR-tiny-x_low", "piper-tts 200", "0.25"])
def test_figures_are_told_as_a_table(words, capsys):
    print_table([FIRST_AUDIO, FAILURES])
    assert words in capsys.readouterr().out
