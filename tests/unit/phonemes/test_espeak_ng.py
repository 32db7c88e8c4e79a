import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import espeakng_loader
import numpy as np
import pytest

from bazgoo.phonemes import espeak_ng

SENTENCE = "در روزگار قدیم مردی بود که در شهر کوچکی زندگی می‌کرد"


def test_persian_text_becomes_ipa():
    assert espeak_ng.ipa("سلام دنیا") == "salˈɑm dˈonjɑ"


def test_clauses_are_read_to_the_last():
    assert len(espeak_ng.ipa(" . ".join([SENTENCE] * 40)).split()) == 40 * len(SENTENCE.split())


def test_what_was_synthesised_before_does_not_change_how_brackets_are_read():
    before = espeak_ng.ipa("سلام [[a]]")
    espeak_ng.synthesize("[[a]]")
    assert espeak_ng.ipa("سلام [[a]]") == before


@pytest.mark.parametrize(
    "text", ["", "   ", "😀", "\0", "\ud800", "[[", "َ", "x" * 5000, "۱" * 500, "[[" + "a" * 50]
)
def test_odd_text_is_survived(text):
    assert isinstance(espeak_ng.ipa(text), str)
    assert espeak_ng.synthesize(text).dtype == np.int16


def test_an_interruption_is_not_lost_while_it_speaks():
    speak_on = (
        "from bazgoo.phonemes import espeak_ng\n"
        "espeak_ng.ipa('سلام')\n"
        "print('speaking', flush=True)\n"
        "while True: espeak_ng.synthesize('سلام دنیا ' * 2000)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", speak_on], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            _, told = process.communicate(timeout=60)
        finally:
            process.kill()
    assert b"KeyboardInterrupt" in told


def test_speech_is_audible_and_not_clipped():
    samples = espeak_ng.synthesize(SENTENCE)
    assert 3 < len(samples) / espeak_ng.SAMPLE_RATE_HZ < 6
    assert 8_000 < np.abs(samples.astype(int)).max() < 32_767


def test_a_higher_rate_is_shorter_speech():
    lengths = [len(espeak_ng.synthesize(SENTENCE, rate_wpm=rate)) for rate in (80, 175, 350, 700)]
    assert lengths == sorted(lengths, reverse=True)


def test_stretching_makes_speech_longer_by_the_factor():
    samples = espeak_ng.synthesize(SENTENCE)
    assert len(espeak_ng.stretch(samples, 2.0)) == pytest.approx(2 * len(samples), rel=0.02)
    assert len(espeak_ng.stretch(samples[:0], 2.0)) == 0


def test_many_threads_are_answered_each_with_its_own():
    words = {"سلام": "salˈɑm", "دنیا": "dˈonjɑ", "خوب": "xˈuːb"}

    def ask(word: str) -> tuple[str, int]:
        return espeak_ng.ipa(word), len(espeak_ng.synthesize(word, variant="f2"))

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, list(words) * 20))
    assert [ipa for ipa, _ in answers] == list(words.values()) * 20
    assert all(length > 4_000 for _, length in answers)


def test_data_under_a_long_path_with_spaces_and_persian_letters_is_found(tmp_path):
    place = tmp_path.joinpath("پوشهٔ من", *["x" * 60] * 3)
    place.mkdir(parents=True)
    (place / "espeakng_loader").symlink_to(Path(espeakng_loader.__file__).parent, target_is_directory=True)
    links = tmp_path / "links"
    links.mkdir()
    program = (
        "import espeakng_loader; from bazgoo.phonemes import espeak_ng;"
        f"assert {str(place)!r} in espeakng_loader.get_data_path();"
        "import sys; sys.stdout.buffer.write(espeak_ng.ipa('سلام').encode())"
    )
    environment = os.environ | {"PYTHONPATH": str(place), "TMPDIR": str(links)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert done.stdout.decode() == "salˈɑm"
    assert list(links.iterdir()) == []
