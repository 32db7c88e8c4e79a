"""How voices are described."""

from pathlib import Path
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from bazgoo.engines import Voice
from bazgoo.server.voices.files import size_in_browser


class VoiceOut(BaseModel):
    """Someone who can speak now."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    id: str
    """What requests for speech name it by."""
    name: str
    """What people call it."""
    language: str
    gender: str | None
    quality: str | None
    engine: str
    """The engine that runs it."""
    sample_rate: int
    """In Hz."""
    model_id: str | None
    """The installed model that it belongs to, if any."""
    license: str | None
    runs_in_browser: bool
    """Whether its files can also be run by a page."""
    size_bytes: int | None
    """What a page fetches of it; null when it does not run in one."""

    @classmethod
    def of(cls, voice: Voice, models_dir: Path) -> "VoiceOut":
        """``voice`` as the outside sees it: of its place on the disk only the model that it lies in."""
        return cls(
            id=voice.id,
            name=voice.name,
            language=voice.language,
            gender=voice.gender,
            quality=voice.quality,
            engine=voice.engine,
            sample_rate=voice.sample_rate,
            model_id=_model_of(voice, models_dir),
            license=voice.license,
            runs_in_browser=voice.runs_in_browser,
            size_bytes=size_in_browser(voice),
        )


def _model_of(voice: Voice, models_dir: Path) -> str | None:
    """The folder below ``models_dir`` that the voice lies in, if it is named by the id of a model."""
    if voice.path is None or not voice.path.is_relative_to(models_dir):
        return None
    folder = voice.path.relative_to(models_dir).parts[0]
    try:
        return str(UUID(folder))
    except ValueError:
        return None


class Voices(BaseModel):
    """Every voice that can speak now, the best Persian one first."""

    items: list[VoiceOut]
    next_cursor: str | None


class OpenAiModel(BaseModel):
    """A name that OpenAI's programs may give as `model`."""

    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str


class OpenAiModels(BaseModel):
    """Every such name."""

    object: Literal["list"] = "list"
    data: list[OpenAiModel]


class OpenAiVoice(BaseModel):
    """A name that OpenAI's programs may give as `voice`."""

    id: str
    name: str


class OpenAiVoices(BaseModel):
    """Every such name: the voices' own ids, then OpenAI's names."""

    voices: list[OpenAiVoice]
