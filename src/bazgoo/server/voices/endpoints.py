"""The voices that can speak now."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import FileResponse

from bazgoo.errors import LoginRequired, VoiceDamaged, VoiceNotFound, VoiceNotInBrowser
from bazgoo.server.dependencies import API_LIMIT, InstalledSettings, SpeechUser
from bazgoo.server.problems import described
from bazgoo.server.voices import openai
from bazgoo.server.voices.files import browser_files, file_answer
from bazgoo.server.voices.schemas import (
    OpenAiModel,
    OpenAiModels,
    OpenAiVoice,
    OpenAiVoices,
    VoiceOut,
    Voices,
)

router = APIRouter(dependencies=[API_LIMIT])

ONNX = "application/octet-stream"
VoiceId = Annotated[str, Path(description="The id of a voice, with its `#speaker` if it has one.")]


def _file(media_type: str) -> dict[int | str, dict[str, Any]]:
    return {
        200: {"content": {media_type: {}}, "description": "The file, whole; ranges may be asked for."},
        304: {"description": "It is still the one with that `ETag`."},
        **described(LoginRequired, VoiceNotFound, VoiceDamaged, VoiceNotInBrowser),
    }


@router.get("/api/voices", tags=["voices"])
def list_voices(request: Request, settings: InstalledSettings, _user: SpeechUser) -> Voices:
    """Every voice that can speak now, the best Persian one first."""
    items = [VoiceOut.of(voice, settings.models_dir) for voice in request.app.state.speaker.voices()]
    return Voices(items=items, next_cursor=None)


@router.get(
    "/api/voices/{voice_id:path}/model", tags=["voices"], response_class=FileResponse, responses=_file(ONNX)
)
def read_voice_model(voice_id: VoiceId, request: Request, _user: SpeechUser) -> Response:
    """The graph of a voice that runs in browsers, for a page that speaks by itself; all speakers of a file share it."""
    graph, _ = browser_files(request.app.state.speaker.voice(voice_id))
    return file_answer(graph, ONNX, request, voice_id)


@router.get(
    "/api/voices/{voice_id:path}/config",
    tags=["voices"],
    response_class=FileResponse,
    responses=_file("application/json"),
)
def read_voice_config(voice_id: VoiceId, request: Request, _user: SpeechUser) -> Response:
    """The JSON beside that graph, as Piper reads it."""
    _, config = browser_files(request.app.state.speaker.voice(voice_id))
    return file_answer(config, "application/json", request, voice_id)


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
