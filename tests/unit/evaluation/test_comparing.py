"""MCD, pitch, voicing and pace, on eSpeak speech."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from bazgoo.datasets.prompts import prompts
from bazgoo.evaluation.comparing import SHAPE, Sound, compare, measured
from bazgoo.evaluation.warping import warp
from bazgoo.phonemes import espeak_ng

SENTENCES = [prompt.text for prompt in prompts()[:8]]


@cache
def samples(
    text: str = SENTENCES[0], variant: str = "", rate_wpm: int = espeak_ng.USUAL_RATE_WPM
) -> np.ndarray:
    return espeak_ng.synthesize(text, variant, rate_wpm).astype(np.float32) / 32_768


def said(*how: str, **how_else: str | int) -> Sound:
    """What ``samples`` gives, measured; eSpeak itself says nothing twice in quite the same way."""
    return measured(samples(*how, **how_else), espeak_ng.SAMPLE_RATE_HZ)


def test_equal_sounds_do_not_differ():
    same = compare(said(), said())
    assert same.mcd_db == pytest.approx(0, abs=1e-3)
    assert (same.pitch_semitones, same.voicing_errors, same.duration_ratio) == (0, 0, 1)


def test_another_sentence_is_about_nine_decibels_away():
    others = [compare(said(one), said(other)).mcd_db for one, other in pairwise(SENTENCES)]
    assert 7.5 < np.mean(others) < 10
    assert min(others) > 6


def test_loudness_and_silence_around_make_no_difference():
    softer = np.pad(samples() / 8, 20_000)
    differs = compare(measured(softer, SHAPE.sample_rate_hz), said())
    assert differs.mcd_db < 1
    assert differs.duration_ratio == pytest.approx(1, abs=0.05)


def test_another_rate_of_samples_makes_little_difference():
    import soxr

    assert compare(measured(soxr.resample(samples(), 22_050, 48_000), 48_000), said()).mcd_db < 1


def test_slower_speech_is_longer_but_warped_it_is_the_same_sentence():
    slow = compare(said(rate_wpm=120), said())
    assert 1.2 < slow.duration_ratio < 1.8
    assert slow.mcd_db < 5


def test_a_womans_voice_is_semitones_higher():
    differs = compare(said(variant="f2"), said())
    assert differs.pitch_semitones == pytest.approx(12 * np.log2(181 / 100), abs=2)


def test_a_whisper_is_wrong_in_its_voicing():
    assert compare(said(variant="whisper"), said()).voicing_errors > 30
    assert compare(said(variant="m3"), said()).voicing_errors < 20


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (1, 7), (7, 1), (5, 9), (60, 40)])
def test_the_warped_way_is_the_cheapest(rows, columns):
    distances = np.random.default_rng(rows).random((rows, columns)).astype(np.float32)
    down, right = warp(distances)
    steps = set(zip(np.diff(down).tolist(), np.diff(right).tolist(), strict=True))
    assert (down[0], right[0], down[-1], right[-1]) == (0, 0, rows - 1, columns - 1)
    assert steps <= {(0, 1), (1, 0), (1, 1)}
    assert distances[down, right].sum() == pytest.approx(_cheapest(distances), rel=1e-5)


def _cheapest(distances: np.ndarray) -> float:
    total = np.full((distances.shape[0] + 1, distances.shape[1] + 1), np.inf)
    total[0, 0] = 0
    for row in range(distances.shape[0]):
        for column in range(distances.shape[1]):
            before = min(total[row, column], total[row, column + 1], total[row + 1, column])
            total[row + 1, column + 1] = distances[row, column] + before
    return float(total[-1, -1])
