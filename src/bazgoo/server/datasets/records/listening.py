"""A record heard and looked at."""

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi.responses import FileResponse

from bazgoo.errors import AudioUnreadable
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.records.schemas import Peaks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bazgoo.datasets import Dataset

LONGEST_SHOWN_S = 600.0
SOUNDS = {".wav": "audio/wav", ".flac": "audio/flac", ".ogg": "audio/ogg", ".opus": "audio/ogg",
          ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".webm": "audio/webm"}  # fmt: skip


async def audio(holding: Holding, n: int, *, prepared: bool) -> FileResponse:
    """Its file, or the one that a training reads; raises RecordNotFound, AudioUnreadable."""

    def find(dataset: "Dataset") -> Path:
        if not prepared:
            return _original(dataset, n)
        from bazgoo.datasets.audio import prepare  # noqa: PLC0415 - a start measures nothing

        return prepare(dataset, dataset.record(n))

    path = await holding.look(find)
    kind = SOUNDS.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or ""
    media_type = kind if kind.startswith(("audio/", "video/")) else "application/octet-stream"
    return FileResponse(path, media_type=media_type, headers={"Cache-Control": "private, max-age=3600"})


async def waveform(holding: Holding, n: int, points: int) -> Peaks:
    """Its peaks; raises RecordNotFound, AudioUnreadable."""

    def draw(dataset: "Dataset") -> Peaks:
        from bazgoo.datasets.pictures import peaks  # noqa: PLC0415 - a start draws nothing

        sound, rate_hz = _sound(dataset, n)
        return Peaks(peaks=peaks(sound, points), duration_s=len(sound) / rate_hz)

    return await holding.look(draw)


async def spectrogram(holding: Holding, n: int, width: int, height: int) -> bytes:
    """Its spectrogram as PNG; raises RecordNotFound, AudioUnreadable."""

    def draw(dataset: "Dataset") -> bytes:
        from bazgoo.datasets.pictures import spectrogram_png  # noqa: PLC0415 - a start draws nothing

        sound, rate_hz = _sound(dataset, n)
        return spectrogram_png(sound, rate_hz, width, height)

    return await holding.look(draw)


def _sound(dataset: "Dataset", n: int) -> "tuple[NDArray[np.float32], int]":
    from bazgoo.datasets.audio import samples  # noqa: PLC0415 - a start reads no sound

    return samples(_original(dataset, n), LONGEST_SHOWN_S)


def _original(dataset: "Dataset", n: int) -> Path:
    path = dataset.original(dataset.record(n))
    if path is None or not path.is_file():
        raise AudioUnreadable(file=str(n))
    return path
