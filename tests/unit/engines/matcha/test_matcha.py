"""Matcha voices sound here as they sound in sherpa-onnx."""

import numpy as np
import onnx
import pytest
import sherpa_onnx

from bazgoo.engines import MatchaEngine, voices_in
from bazgoo.engines.matcha.vocoder import inverse_stft
from bazgoo.errors import VoiceDamaged, VoiceUnsupported


def stock(model, vocoder, codepoints, speed=1.0) -> np.ndarray:
    """What sherpa-onnx itself makes."""
    matcha = sherpa_onnx.OfflineTtsMatchaModelConfig(
        acoustic_model=str(model), vocoder=str(vocoder), tokens=str(model.with_name("tokens.txt")), lexicon=""
    )
    config = sherpa_onnx.OfflineTtsConfig(
        model=sherpa_onnx.OfflineTtsModelConfig(matcha=matcha, num_threads=1), silence_scale=1.0
    )
    wanted = sherpa_onnx.GenerationConfig()
    wanted.speed, wanted.silence_scale, wanted.phoneme_codepoints = speed, 1.0, [list(codepoints)]
    return np.array(sherpa_onnx.OfflineTts(config).generate("", wanted).samples, np.float32)


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("vocoder", ["vocos", "hifigan"])
@pytest.mark.parametrize("kind", ["matcha", "icefall"])
def test_samples_are_those_of_sherpa_onnx(kind, vocoder, speed, make_matcha, tmp_path, utter):
    model = make_matcha(tmp_path, kind, vocoder=vocoder)
    utterance = utter("salˈɑm , donjˈɑː .")
    engine = MatchaEngine(tmp_path)
    made = engine.synthesize(utterance, engine.voices()[0], speed)
    expected = stock(model, tmp_path / f"{vocoder}-22khz.onnx", map(ord, utterance.ipa), speed)
    np.testing.assert_allclose(made, expected, atol=1e-6)


def test_without_a_vocoder_it_says_what_is_missing_until_it_comes(make_matcha, tmp_path, utter):
    make_matcha(tmp_path / "musa", vocoder=None)
    engine = MatchaEngine(tmp_path)
    assert engine.voices() == []
    told = engine.damage("musa")
    assert isinstance(told, VoiceUnsupported)
    assert "vocos" in told.message("fa") and "vocos" in told.message("en")
    make_matcha(tmp_path / "musa", vocoder="vocos")
    (voice,) = engine.voices()
    assert engine.synthesize(utter("salˈɑm"), voice, 1.0).any()


def test_a_vocoder_alone_is_no_voice_and_no_damage(make_matcha, tmp_path):
    make_matcha(tmp_path)
    (tmp_path / "tokens.txt").unlink()
    (tmp_path / "model-steps-3.onnx").unlink()
    assert voices_in(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"not a graph"])
def test_a_damaged_vocoder_is_damage_until_it_is_replaced(content, make_matcha, tmp_path, utter):
    make_matcha(tmp_path / "musa")
    vocoder = tmp_path / "musa" / "vocos-22khz.onnx"
    whole = vocoder.read_bytes()
    vocoder.write_bytes(content)
    engine = MatchaEngine(tmp_path)
    (voice,) = engine.voices()
    with pytest.raises(VoiceDamaged):
        engine.synthesize(utter("salˈɑm"), voice, 1.0)
    assert engine.voices() == []
    vocoder.write_bytes(whole)
    assert engine.synthesize(utter("salˈɑm"), engine.voices()[0], 1.0).any()


@pytest.mark.parametrize(
    "key, value", [("n_fft", "0"), ("hop_length", "x"), ("n_fft", "1024"), ("hop_length", "-4")]
)
def test_a_vocoder_that_says_nonsense_is_damage(key, value, make_matcha, tmp_path, utter):
    make_matcha(tmp_path / "musa")
    file = tmp_path / "musa" / "vocos-22khz.onnx"
    model = onnx.load(file)
    onnx.helper.set_model_props(model, {"model_type": "vocos", "n_fft": "64", "hop_length": "16", key: value})
    onnx.save(model, file)
    engine = MatchaEngine(tmp_path)
    with pytest.raises(VoiceDamaged):
        engine.synthesize(utter("salˈɑm"), engine.voices()[0], 1.0)


def test_voices_of_a_chinese_dictionary_are_refused(make_matcha, tmp_path):
    make_matcha(tmp_path / "zh", jieba="1", has_espeak="0")
    assert isinstance(MatchaEngine(tmp_path).damage("zh"), VoiceUnsupported)


def test_the_sound_comes_back_from_its_own_spectrum():
    fft, hop = 64, 16
    sound = np.random.default_rng(0).normal(0, 0.3, 640).astype(np.float32)
    window = np.hanning(fft + 1)[:-1]
    frames = [sound[at : at + fft] * window for at in range(0, len(sound) - fft + 1, hop)]
    made = inverse_stft(np.fft.rfft(frames).T, hop, fft)
    np.testing.assert_allclose(made[fft:-fft], sound[fft:-fft], atol=1e-6)
