"""What an acoustic model of Matcha says of itself, in its metadata, as sherpa-onnx reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bazgoo.engines.files import installed_name, unsupported
from bazgoo.engines.properties import read_properties
from bazgoo.engines.sherpa.config import language_of, whole_number
from bazgoo.engines.tokens import is_vocoder, read_tokens

_MOST_SPEAKERS = 10_000


@dataclass(frozen=True, slots=True)
class MatchaConfig:
    """What must be known to run the voice."""

    vocoder: Path
    sample_rate: int
    language: str
    tokens: Mapping[str, int]
    speakers: Mapping[str, int]
    pad_id: int
    use_eos_bos: bool


def read_config(model: Path) -> MatchaConfig:
    """The configuration of the voice whose acoustic model is ``model``; raises VoiceDamaged."""
    voice = installed_name(model)
    said = read_properties(model)
    if said.get("jieba", "0") != "0" or said.get("has_espeak", "1") == "0":
        raise unsupported(
            voice,
            "واژه‌ها را با واژه‌نامهٔ چینی می‌خواند.",
            "it reads words by a Chinese dictionary.",
        )
    tokens = read_tokens(model, voice)
    count = whole_number(voice, said, "n_speakers", 1, _MOST_SPEAKERS)
    return MatchaConfig(
        vocoder=_vocoder(model, voice),
        sample_rate=whole_number(voice, said, "sample_rate", 0, 384_000, least=1),
        language=language_of(said),
        tokens=tokens,
        speakers={str(speaker): speaker for speaker in range(count)} if count > 1 else {},
        pad_id=whole_number(voice, said, "pad_id", 0),
        use_eos_bos=whole_number(voice, said, "use_eos_bos", 1) != 0 and {"^", "$"} <= tokens.keys(),
    )


def vocoder_of(model: Path) -> Path | None:
    """The vocoder in the folder of ``model``: vocos before the others, since it is the fastest."""
    found = sorted(file for file in model.parent.glob("*.onnx") if is_vocoder(file.name))
    return next((file for file in found if "vocos" in file.name.lower()), next(iter(found), None))


def _vocoder(model: Path, voice: str) -> Path:
    vocoder = vocoder_of(model)
    if vocoder is None:
        raise unsupported(
            voice,
            "بدون وُکدر صدا نمی‌سازد. پروندهٔ «vocos-22khz-univ.onnx» یا یک «hifigan» را کنار آن بگذارید.",
            "it makes no sound without a vocoder. Put “vocos-22khz-univ.onnx” or a “hifigan” beside it.",
        )
    return vocoder
