"""The JSON beside a Piper voice, as far as speaking needs it."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bazgoo.engines.files import damaged

MOST_SPEAKERS = 10_000
_Id = Annotated[int, Field(ge=0, lt=2**31)]
_Spread = Annotated[float, Field(ge=0, le=10)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Audio(_Part):
    """What the sound is like."""

    sample_rate: int = Field(ge=1_000, le=384_000)
    quality: str | None = None


class Espeak(_Part):
    """Whose phonemes the voice was trained on."""

    voice: str


class Inference(_Part):
    """How the voice wants to be run: Piper's own numbers where it does not say."""

    noise_scale: _Spread = 0.667
    length_scale: float = Field(default=1.0, ge=0.05, le=20)
    noise_w: _Spread = 0.8


class Language(_Part):
    """What it speaks."""

    code: str


class PiperConfig(_Part):
    """What must be known to run the voice; required is what stock Piper requires.

    Numbers are bounded, because anyone may bring a voice: of a thousand million speakers none would be heard.
    """

    audio: Audio
    espeak: Espeak
    phoneme_id_map: dict[str, tuple[_Id, ...]]
    num_symbols: _Id
    num_speakers: int = Field(ge=0, le=MOST_SPEAKERS)
    phoneme_type: Literal["espeak", "text"] = "espeak"
    speaker_id_map: dict[str, _Id] = Field(default={}, max_length=MOST_SPEAKERS)
    inference: Inference = Inference()
    language: Language | None = None
    dataset: str | None = None
    license: str | None = None

    @property
    def speakers(self) -> dict[str, int]:
        """The speakers' names and numbers; empty when there is only one."""
        if self.num_speakers < 2:
            return {}
        return self.speaker_id_map or {str(number): number for number in range(self.num_speakers)}


_REQUIRED = [name for name, field in PiperConfig.model_fields.items() if field.is_required()]


def read_config(model: Path) -> PiperConfig:
    """The configuration of the voice whose graph is ``model``; raises VoiceDamaged."""
    file = model.with_name(f"{model.name}.json")
    try:
        config = PiperConfig.model_validate_json(file.read_bytes())
    except OSError:
        raise damaged(
            model.stem,
            f"پروندهٔ «{file.name}» کنار آن نیست یا خوانده نمی‌شود.",
            f"“{file.name}” is missing beside it or cannot be read.",
        ) from None
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"])) or "JSON"
        raise damaged(
            model.stem,
            f"بخش «{place}» در پروندهٔ «{file.name}» درست نیست.",
            f"“{place}” in “{file.name}” is not valid.",
        ) from error
    missing = {"^", "_", "$"} - config.phoneme_id_map.keys()
    if missing:
        raise damaged(
            model.stem,
            f"نشانهٔ «{min(missing)}» در جدول واج‌های آن نیست.",
            f"its phoneme table lacks the sign “{min(missing)}”.",
        )
    return config


def has_phonemes(model: Path) -> bool:
    """The JSON beside ``model`` has all that Piper requires, as far as names go."""
    try:
        content = model.with_name(f"{model.name}.json").read_bytes()
    except OSError:
        return False
    return all(f'"{name}"'.encode() in content for name in _REQUIRED)
