"""One recording added to a dataset, measured at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from bazgoo.errors import AudioUnreadable, ClipTooLong
from bazgoo.server.datasets.arrival import safe_name
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.quotas import Room
from bazgoo.server.datasets.recording.reading import note_recorded
from bazgoo.server.datasets.records.schemas import NewRecord, RecordOut
from bazgoo.server.uploads import Upload, received

if TYPE_CHECKING:
    from bazgoo.datasets import Dataset

MOST_MB = 256
"""No clip that is short enough is larger, in whatever format."""


async def take_in(request: Request, holding: Holding) -> RecordOut:
    """The record of a recording.

    Raises DatasetNotFound, DatasetBusy, RequestInvalid, AudioUnreadable, ClipTooLong, QuotaExceeded, DiskFull.
    """
    await holding.look(lambda dataset: dataset.kind)  # before anything is sent in vain
    settings = holding.settings
    room = await Room.of(holding.database, settings, holding.user_id)
    async with received(
        *(request, settings.data_dir / "uploads", min(room.limit_mb, MOST_MB)),
        wanted=frozenset({"audio"}),
        needed="audio",
        too_large=room.refusal if room.limit_mb < MOST_MB else ClipTooLong(limit_s=_seconds(holding)),
    ) as uploads:
        said, clip = _said(uploads.fields), uploads.find("audio")
        assert clip
        return await holding.change(lambda dataset: _add(dataset, clip, said, holding))


def _said(fields: dict[str, str]) -> NewRecord:
    try:
        return NewRecord.model_validate(fields)
    except ValidationError as error:
        complaints = [{**each, "loc": ("body", *each["loc"])} for each in error.errors()]
        raise RequestValidationError(complaints) from None


def _add(dataset: "Dataset", clip: Upload, said: NewRecord, holding: Holding) -> RecordOut:
    from bazgoo.datasets.audio import samples  # noqa: PLC0415 - a start reads no sound
    from bazgoo.datasets.checking import check_record  # noqa: PLC0415

    try:
        sound, rate_hz = samples(clip.path, holding.settings.max_clip_s + 1)
    except AudioUnreadable:
        raise AudioUnreadable(file=clip.name) from None
    if len(sound) > holding.settings.max_clip_s * rate_hz:
        raise ClipTooLong(limit_s=_seconds(holding))
    named = clip.path.with_name(safe_name(clip.name) if Path(clip.name).suffix else "clip.wav")
    clip.path.rename(named)
    record = dataset.add(
        said.text.strip(),
        label=said.label or None,
        speaker=said.speaker or None,
        file=named,
        move=True,
        duration_s=len(sound) / rate_hz,
        sample_rate=rate_hz,
    )
    if said.prompt:
        note_recorded(dataset, said.prompt, record.n)
    return RecordOut.of(check_record(dataset, record))


def _seconds(holding: Holding) -> int:
    return round(holding.settings.max_clip_s)
