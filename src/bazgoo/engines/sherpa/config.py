"""What a graph for sherpa-onnx says of itself, in its metadata, as sherpa-onnx reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bazgoo.engines.files import damaged, installed_name, unsupported
from bazgoo.engines.properties import read_properties
from bazgoo.engines.tokens import read_tokens
from bazgoo.errors import VoiceUnsupported

Frontend = Literal["piper", "coqui", "characters"]
"""What its symbols are: phonemes as Piper or as Coqui lays them out, or letters."""

_LANGUAGES = {"persian": "fa", "farsi": "fa", "fas": "fa", "pes": "fa", "english": "en", "arabic": "ar"}
_MOST_SPEAKERS = 10_000


@dataclass(frozen=True, slots=True)
class SherpaConfig:
    """What must be known to run the voice."""

    sample_rate: int
    language: str
    frontend: Frontend
    tokens: Mapping[str, int]
    speakers: Mapping[str, int]
    add_blank: bool = False
    use_eos_bos: bool = True
    blank_id: int = 0
    bos_id: int = 0
    eos_id: int = 0
    together: bool = False
    """It takes its three scales as one input, as Piper and Coqui export it."""


def read_config(model: Path) -> SherpaConfig:
    """The configuration of the voice whose graph is ``model``; raises VoiceDamaged."""
    voice = installed_name(model)
    said = read_properties(model)
    comment = said.get("comment", "")
    frontend = _frontend(voice, said, comment)
    tokens = read_tokens(model, voice)
    lacking = {"piper": "^_$", "coqui": ",", "characters": ""}[frontend]
    if missing := set(lacking).difference(tokens):
        raise damaged(
            voice,
            f"نشانهٔ «{min(missing)}» در جدول نشانه‌های آن نیست.",
            f"its table of symbols lacks “{min(missing)}”.",
        )
    count = whole_number(voice, said, "n_speakers", 1, _MOST_SPEAKERS)
    return SherpaConfig(
        sample_rate=whole_number(voice, said, "sample_rate", 0, 384_000, least=1),
        language=language_of(said),
        frontend=frontend,
        tokens=tokens,
        speakers={str(speaker): speaker for speaker in range(count)} if count > 1 else {},
        add_blank=whole_number(voice, said, "add_blank", 0) != 0,
        use_eos_bos=whole_number(voice, said, "use_eos_bos", 1) != 0,
        blank_id=whole_number(voice, said, "blank_id", 0),
        bos_id=whole_number(voice, said, "bos_id", 0),
        eos_id=whole_number(voice, said, "eos_id", 0),
        together="piper" in comment or "coqui" in comment,
    )


def language_of(said: Mapping[str, str]) -> str:
    """The language as ISO 639, from the eSpeak voice or from the language's name; ``und`` when unclear."""
    named = said.get("language", "").lower().replace("+", " ").split(" ")[0]
    by_voice = said.get("voice", "").lower().partition("-")[0]
    for code in (by_voice, named):
        if found := _LANGUAGES.get(code, code if len(code) == 2 else ""):
            return found
    return "und"


def whole_number(
    voice: str, said: Mapping[str, str], key: str, usual: int, most: int = 2**31, *, least: int = 0
) -> int:
    """A number of the metadata; raises VoiceDamaged when it is none, or out of range."""
    try:
        value = int(said.get(key, usual))
    except ValueError:
        value = least - 1
    if not least <= value <= most:
        raise damaged(voice, f"مقدار «{key}» در مدل آن درست نیست.", f"“{key}” in its model is not valid.")
    return value


def _frontend(voice: str, said: Mapping[str, str], comment: str) -> Frontend:
    """How its symbols are made; those that need a Chinese dictionary or a list of words are refused."""
    if not said.get("sample_rate"):
        raise damaged(
            voice,
            "مدل آن ویژگی‌هایی را که sherpa-onnx می‌نویسد ندارد.",
            "its model lacks the metadata that sherpa-onnx writes.",
        )
    if said.get("frontend") == "characters":
        return "characters"
    if any(said.get(key, "0") not in ("", "0") for key in ("jieba", "has_g2pw")) or "melo" in comment:
        raise _unsupported(voice, "jieba")
    if "piper" in comment or "icefall" in comment:
        return "piper"
    if "coqui" in comment:
        return "coqui"
    raise _unsupported(voice, "lexicon.txt")


def _unsupported(voice: str, needed: str) -> VoiceUnsupported:
    return unsupported(
        voice,
        f"واژه‌ها را با «{needed}» می‌خواند که برای فارسی نیست.",
        f"it reads words by “{needed}”, which is not for Persian.",
    )
