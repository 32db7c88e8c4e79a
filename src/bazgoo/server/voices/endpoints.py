"""The voices that can speak now."""

from fastapi import APIRouter, Request

from bazgoo.server.dependencies import API_LIMIT, InstalledSettings, SpeechUser
from bazgoo.server.voices import openai
from bazgoo.server.voices.schemas import (
    OpenAiModel,
    OpenAiModels,
    OpenAiVoice,
    OpenAiVoices,
    VoiceOut,
    Voices,
)

router = APIRouter(dependencies=[API_LIMIT])


@router.get("/api/voices", tags=["voices"])
def list_voices(request: Request, settings: InstalledSettings, _user: SpeechUser) -> Voices:
    """Every voice that can speak now, the best Persian one first."""
    items = [VoiceOut.of(voice, settings.models_dir) for voice in request.app.state.speaker.voices()]
    return Voices(items=items, next_cursor=None)


@router.get("/v1/models", tags=["openai"])
def list_openai_models(_user: SpeechUser) -> OpenAiModels:
    """The models that OpenAI's programs may name; all of them speak with the voice that is named."""
    models = [OpenAiModel(id=name, created=0, owned_by="bazgoo") for name in openai.MODELS]
    return OpenAiModels(data=models)


@router.get("/v1/audio/voices", tags=["openai"])
def list_openai_voices(request: Request, _user: SpeechUser) -> OpenAiVoices:
    """The voices that OpenAI's programs may name: by their ids, and by OpenAI's names."""
    voices = request.app.state.speaker.voices()
    own = [OpenAiVoice(id=voice.id, name=voice.name) for voice in voices]
    known = [
        OpenAiVoice(id=name, name=f"{name} ({voice.name})")
        for name, voice in openai.stand_ins(voices).items()
    ]
    return OpenAiVoices(voices=own + known)
