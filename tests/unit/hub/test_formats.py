"""What the known Persian repositories hold is recognised from names and configurations."""

import pytest

from bazgoo.hub import WHY_NOT, configs_to_read, sniff
from bazgoo.hub.formats import dataset

PIPER = b'{"audio": {"sample_rate": 22050}, "espeak": {"voice": "fa"}, "phoneme_id_map": {}}'
MIMIC = b'{"inference": {}}'
VITS = b'{"architectures": ["VitsModel"], "model_type": "vits"}'
VITS_FORMAT = "transformers-vits"
COQUI = b'{"model": "vits", "run_name": "vits_fa_female"}'
AS_VITS, AS_COQUI = {"config.json": VITS}, {"config.json": COQUI}
HIFIGAN = {"config.json": b'{"architectures": ["SpeechT5HifiGan"]}'}
SPEAKS = {"config.json": b'{"model_type": "speecht5"}'}
WHISPER = {"config.json": b'{"model_type": "whisper"}'}
GIT = ".gitattributes"
HANIYE = ["fa-haaniye_low.onnx", "fa-haaniye_low.onnx.json", "tokens.txt"]
ESPEAK = "espeak-ng-data/phontab"
MMS = ["config.json", "model.safetensors", "pytorch_model.bin", "vocab.json", "tokenizer_config.json", GIT]
KAMTERA = [f"checkpoint_{n}.pth" for n in (80000, 88000)] + [
    "best_model_30824.pth",
    "config.json",
    "config-0.json",
]
SPEECHT5 = ["config.json", "model.safetensors", "preprocessor_config.json", "spm_char.model"]
MAH92 = [
    "fa_en-reza-medium.onnx",
    "fa_en-reza-medium.onnx.json",
    "epoch=2369-step=1474030.ckpt",
    "samples/a.wav",
]
MATCHA = ["model-steps-3.onnx", "tokens.txt", ESPEAK, "samples/a.wav"]
KHADIJAH = ["khadijah-matcha.onnx", "tokens_sherpa_with_fa.txt", "samples/a.wav"]
MUSA = [*KHADIJAH, "vocos-22khz-univ.onnx"]
KARIM = [f"{name}-vits-coqui/{file}" for name in ("female", "male1") for file in ("model.onnx", "tokens.txt")]
MIMIC_BELOW = [f"mimic3/{file}" for file in HANIYE]
SADEGH = [f"farsi/{name}/epoch=1-step=2.onnx{end}" for name in ("amir", "ganji") for end in ("", ".json")]

TABLE = [
    # files, configurations, format, engine, why not, some needed, some left out
    (MMS, AS_VITS, VITS_FORMAT, "mms", None, ["model.safetensors"], ["pytorch_model.bin"]),
    (MMS[:1] + MMS[2:], AS_VITS, VITS_FORMAT, None, "pickle", ["pytorch_model.bin"], [GIT]),
    (MAH92, {MAH92[1]: PIPER}, "piper", "piper", None, MAH92[:2], MAH92[2:]),
    (SADEGH, {SADEGH[1]: PIPER}, "piper", "piper", None, SADEGH, []),
    ([*HANIYE, ESPEAK], {HANIYE[1]: MIMIC}, "sherpa-vits", "sherpa-vits", None, HANIYE, [ESPEAK]),
    ([*KARIM, "a.apk"], {}, "sherpa-vits", "sherpa-vits", None, KARIM, ["a.apk"]),
    (MIMIC_BELOW, {}, "sherpa-vits", "sherpa-vits", None, MIMIC_BELOW, []),
    (KHADIJAH, {}, "sherpa-matcha", "matcha", None, KHADIJAH[:2], KHADIJAH[2:]),
    (MUSA, {}, "sherpa-matcha", "matcha", None, [MUSA[0], MUSA[3]], [MUSA[2]]),
    (["tokens.txt", "vocos.onnx"], {}, "unknown", None, "unknown", [], []),
    ([*HANIYE, "vits-piper.py"], {HANIYE[1]: PIPER}, "piper", "piper", None, HANIYE[:2], ["vits-piper.py"]),
    (MATCHA, {}, "sherpa-matcha", "matcha", None, MATCHA[:2], MATCHA[2:]),
    (KAMTERA, AS_COQUI, "coqui", None, "coqui", ["best_model_30824.pth", "config.json"], KAMTERA[:2]),
    ([*KAMTERA[:2], "config.json"], AS_COQUI, "coqui", None, "coqui", KAMTERA[1:2], KAMTERA[:1]),
    (SPEECHT5, SPEAKS, "speecht5", None, "speecht5", SPEECHT5, []),
    (SPEECHT5, HIFIGAN, "vocoder", None, "vocoder", [], []),
    (["stt_fa.nemo", "README.md"], {}, "nemo", None, "nemo", ["stt_fa.nemo"], []),
    (MMS, WHISPER, "transformers-asr", None, "recogniser", [], [MMS[2]]),
    ([GIT, "README.md"], {}, "empty", None, "empty", [], []),
    ([], {}, "empty", None, "empty", [], []),
    (["a.pth", "README.md"], {}, "pickle", None, "pickle", ["a.pth"], []),
    (["strange.xyz"], {}, "unknown", None, "unknown", ["strange.xyz"], []),
    (["model.json", "group1-shard1of1.bin"], {}, "tfjs", None, "tfjs", ["model.json"], []),
    (["config.json", "x.gguf"], {"config.json": b"not json"}, "unknown", None, "unknown", ["x.gguf"], []),
]  # fmt: skip


@pytest.mark.parametrize("files,configs,form,engine,why,needed,left", TABLE)
def test_a_repository_is_recognised(files, configs, form, engine, why, needed, left) -> None:
    found = sniff(dict.fromkeys(files, 1), configs)
    assert (found.format, found.engine, found.why_not) == (form, engine, why)
    assert set(needed) <= set(found.needed) and set(left) <= set(found.left_out)
    assert (found.engine is None) == (found.why_not in WHY_NOT)
    assert not set(found.needed) & set(found.left_out)


@pytest.mark.parametrize(
    "config,kind",
    [
        (b'{"model_type": "whisper"}', "stt"),
        (b'{"model_type": "llama"}', "llm"),
        (b'{"model_type": "bert"}', "embedding"),
        (b'{"model_type": "bert", "architectures": ["BertForSequenceClassification"]}', "classification"),
    ],
)
def test_what_does_not_speak_has_its_type(config: bytes, kind: str) -> None:
    assert sniff({"config.json": 1, "model.safetensors": 9}, {"config.json": config}).type == kind


def test_a_matcha_model_without_a_vocoder_says_so() -> None:
    assert sniff(dict.fromkeys(MATCHA, 1), {}).vocoder_needed
    assert not sniff(dict.fromkeys([*MATCHA, "vocos-22khz-univ.onnx"], 1), {}).vocoder_needed


def test_only_small_deciding_files_are_read() -> None:
    assert configs_to_read(MAH92) == [MAH92[1]]
    assert configs_to_read(KAMTERA) == ["config.json"]


def test_a_dataset_is_kept_whole() -> None:
    found = dataset(["data/train.parquet", "README.md"])
    assert (found.format, found.engine, found.why_not, found.left_out) == ("dataset", None, "dataset", ())
    assert len(found.needed) == 2
