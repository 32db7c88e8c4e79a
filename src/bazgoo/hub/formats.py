"""What a repository holds and which engine reads it, from names and configurations; nothing is unpickled."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bazgoo.hub.sherpa import SherpaVoice, sherpa_voices

_PICKLES = (".pth", ".pt", ".bin", ".ckpt", ".pkl", ".pickle", ".joblib")
_DECOYS = ("README.md", ".gitattributes", "LICENSE", ".gitignore")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a repository turned out to be."""

    format: str
    """`piper`, `sherpa-vits`, `sherpa-matcha`, `transformers-vits`, `coqui`, … or `empty`, `unknown`."""
    type: str
    """As the models table has it: tts, stt, llm, embedding, classification."""
    engine: str | None
    """The engine that can run it, or None."""
    why_not: str | None = None
    """A key of WHY_NOT when ``engine`` is None."""
    needed: tuple[str, ...] = ()
    """The files an engine reads; everything when none is known."""
    left_out: tuple[str, ...] = ()
    """Files that are not needed: other checkpoints, pickled copies, samples."""
    vocoder_needed: bool = False
    """Matcha speaks through a separate vocoder."""

    def needing(self, needed: Iterable[str], paths: Iterable[str], *, vocoder: bool = False) -> "Finding":
        """The same, with its files among ``paths``."""
        chosen = tuple(dict.fromkeys(needed))
        rest = tuple(path for path in paths if path not in set(chosen))
        return replace(self, needed=chosen, left_out=rest, vocoder_needed=vocoder)


_ASR = Finding("transformers-asr", "stt", None, "recogniser")
_LM = Finding("transformers-lm", "llm", None, "language")
_ENCODER = Finding("transformers-encoder", "embedding", None, "language")
_BY_MODEL_TYPE = {
    "vits": Finding("transformers-vits", "tts", "mms"),
    "hifigan": Finding("vocoder", "tts", None, "vocoder"),
    "speecht5": Finding("speecht5", "tts", None, "speecht5"),
    **dict.fromkeys(
        ("whisper", "wav2vec2", "wav2vec2-bert", "hubert", "seamless_m4t", "speech_to_text"), _ASR
    ),
    **dict.fromkeys(
        ("gpt2", "llama", "mistral", "gemma", "gemma2", "gemma3", "qwen2", "qwen3", "t5", "mt5"), _LM
    ),
    **dict.fromkeys(("bert", "xlm-roberta", "roberta", "albert", "distilbert", "mpnet"), _ENCODER),
}
_BY_ARCHITECTURE = {"VitsModel": "vits", "SpeechT5HifiGan": "hifigan", "SpeechT5ForTextToSpeech": "speecht5"}
_COQUI = ("vits", "glow_tts", "tacotron2", "xtts")


def dataset(paths: Iterable[str]) -> Finding:
    """What a repository of data is: kept whole, for people and programs to use."""
    everything = list(paths)
    return Finding("dataset", "tts", None, "dataset").needing(everything, everything)


def configs_to_read(paths: Iterable[str], most: int = 3) -> list[str]:
    """The small files whose content decides, ``most`` of a kind; read them before ``sniff``."""
    names = list(paths)
    pairs = [f"{path}.json" for path in names if path.endswith(".onnx") and f"{path}.json" in names]
    return [path for path in names if path == "config.json"] + pairs[:most]


def sniff(sizes: Mapping[str, int], configs: Mapping[str, bytes | Mapping[str, Any]]) -> Finding:
    """Say what the files named in ``sizes`` are, from their names and the ``configs`` that were read."""
    read = {path: _parsed(config) for path, config in configs.items()}
    paths = list(sizes)
    if all(path.rsplit("/", 1)[-1] in _DECOYS for path in paths):
        return Finding("empty", "tts", None, "empty")
    if pairs := [path for path in paths if path.endswith(".onnx") and _is_piper(path, paths, read)]:
        needed = [*pairs, *(f"{path}.json" for path in pairs), *_cards(paths)]
        return Finding("piper", "tts", "piper").needing(needed, paths)
    if voices := sherpa_voices(sizes):
        return _sherpa(voices, paths)
    return _by_config(paths, read.get("config.json", {})) or _by_suffix(paths)


def _by_config(paths: list[str], config: Mapping[str, Any]) -> Finding | None:
    """What a config.json at the top says."""
    if config.get("model") in _COQUI and any(path.endswith(".pth") for path in paths):
        return _coqui(paths)
    architectures = [str(name) for name in config.get("architectures") or ()]
    named = next((_BY_ARCHITECTURE[name] for name in architectures if name in _BY_ARCHITECTURE), None)
    finding = _BY_MODEL_TYPE.get(named or str(config.get("model_type")))
    if finding is None:
        return None
    if finding is _ENCODER and any("Classification" in name for name in architectures):
        finding = replace(finding, type="classification")
    return _transformers(paths, finding)


def _by_suffix(paths: list[str]) -> Finding:
    if archives := [path for path in paths if path.endswith(".nemo")]:
        return Finding("nemo", "stt", None, "nemo").needing([*archives, *_cards(paths)], paths)
    if "model.json" in paths and any(path.endswith(".bin") and "shard" in path for path in paths):
        return Finding("tfjs", "classification", None, "tfjs").needing(paths, paths)
    if "classifier.json" in paths and "model.onnx" in paths:
        return Finding("classifier", "classification", None, "classifier").needing(paths, paths)
    heavy = [path for path in paths if path.endswith((*_PICKLES, ".safetensors", ".onnx", ".gguf"))]
    pickled = bool(heavy) and all(path.endswith(_PICKLES) for path in heavy)
    name = "pickle" if pickled else "unknown"
    return Finding(name, "tts", None, name).needing(paths, paths)


def _is_piper(path: str, paths: list[str], read: Mapping[str, Mapping[str, Any]]) -> bool:
    """A pair whose configuration, where it was read, has what Piper needs."""
    config = read.get(f"{path}.json")
    if config is None:
        beside = f"{path.rpartition('/')[0]}/tokens.txt".lstrip("/")
        return f"{path}.json" in paths and beside not in paths
    return "phoneme_id_map" in config and "audio" in config


def _sherpa(voices: Sequence[SherpaVoice], paths: list[str]) -> Finding:
    """VITS or Matcha models with their tokens; Matcha wants a vocoder beside it.

    What sherpa-onnx reads besides, eSpeak's data in hundreds of small files, comes with Bazgoo.
    """
    matcha = all(voice.matcha for voice in voices)
    chosen = [voice for voice in voices if voice.matcha == matcha]
    needed = [path for voice in chosen for path in voice.paths] + _cards(paths)
    name, engine = ("sherpa-matcha", "matcha") if matcha else ("sherpa-vits", "sherpa-vits")
    silent = matcha and not all(voice.vocoders for voice in voices)
    return Finding(name, "tts", engine).needing(needed, paths, vocoder=silent)


def _coqui(paths: list[str]) -> Finding:
    """One checkpoint of many, the best or the one with most steps, with configuration and speakers."""

    def rank(path: str) -> tuple[bool, int]:
        steps = "".join(letter for letter in path if letter.isdigit())
        return "best" in path, int(steps or 0)

    checkpoints = [path for path in paths if path.endswith(".pth") and "speakers" not in path]
    others = [path for path in paths if path == "config.json" or path.endswith("speakers.pth")]
    needed = [*sorted(checkpoints, key=rank)[-1:], *others, *_cards(paths)]
    return Finding("coqui", "tts", None, "coqui").needing(needed, paths)


def _transformers(paths: list[str], finding: Finding) -> Finding:
    """The weights in one form, safe ones where there are any, and every small text at the top."""
    top = [path for path in paths if "/" not in path]
    safe = [path for path in top if path.endswith(".safetensors")]
    weights = safe or [path for path in top if path.endswith(".bin")]
    texts = [path for path in top if path.endswith((".json", ".txt", ".model", ".md")) or path == "LICENSE"]
    if finding.engine and not safe:
        finding = replace(finding, engine=None, why_not="pickle")
    return finding.needing([*weights, *texts], paths)


def _cards(paths: list[str]) -> list[str]:
    return [path for path in paths if path.rsplit("/", 1)[-1] in ("README.md", "MODEL_CARD", "LICENSE")]


def _parsed(config: bytes | Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(config, Mapping):
        return config
    try:
        parsed = json.loads(config)
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}
