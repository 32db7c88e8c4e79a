"""The recording studio asks what to read."""

import asyncio
import tempfile
from pathlib import Path

from fastapi import Request
from pydantic import ValidationError

from bazgoo.errors import RequestInvalid
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.recording import reading
from bazgoo.server.datasets.recording.reading import own_sentences
from bazgoo.server.datasets.recording.schemas import OwnPrompts, Prompt, Recording
from bazgoo.server.uploads import received

__all__ = ["keep_prompts", "own_sentences", "progress", "prompts_of"]

MOST_MB = 8
MOST_LINES = 20_000
LONGEST_LINE = 500


async def prompts_of(holding: Holding) -> list[Prompt]:
    """The sentences of a dataset."""
    return await holding.look(reading.prompts_of)


async def progress(holding: Holding, after: str | None) -> Recording:
    """What to read next, and how far one is."""
    return await holding.look(lambda dataset: reading.progress(dataset, after))


async def keep_prompts(request: Request, holding: Holding) -> int:
    """Have the sentences of a request read; raises RequestInvalid."""
    await holding.row()
    lines = await _lines(request, holding)
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        raise RequestInvalid(
            reason_fa=f"حداکثر {MOST_LINES} سطر، هر کدام تا {LONGEST_LINE} نویسه، بدهید.",
            reason_en=f"give at most {MOST_LINES} lines of at most {LONGEST_LINE} characters.",
        )
    return await holding.look(lambda dataset: reading.keep_prompts(dataset, lines))


async def _lines(request: Request, holding: Holding) -> list[str]:
    """The sentences, one a line, or listed in JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json":
        return _listed(await request.body())
    uploads_dir = holding.settings.data_dir / "uploads"
    if kind == "multipart/form-data":
        form = received(request, uploads_dir, MOST_MB, wanted=frozenset({"file"}), needed="file")
        async with form as uploads:
            return await asyncio.to_thread(_read, uploads.files[0].path)
    return await asyncio.to_thread(_read_body, await request.body())


def _listed(body: bytes) -> list[str]:
    try:
        return OwnPrompts.model_validate_json(body).lines
    except ValidationError:
        raise RequestInvalid(
            reason_fa='به شکل {"lines": ["…"]} بفرستید.', reason_en='send it as {"lines": ["…"]}.'
        ) from None


def _read_body(body: bytes) -> list[str]:
    with tempfile.NamedTemporaryFile() as file:
        file.write(body)
        file.flush()
        return _read(Path(file.name))


def _read(path: Path) -> list[str]:
    """Lines of a text file, whatever it is written in; raises RequestInvalid."""
    from bazgoo.datasets.importing.decoding import lines  # noqa: PLC0415 - a start reads no files

    read = [line for _, line in lines(path)]
    if any(line is None or "\0" in line for line in read):
        raise RequestInvalid(reason_fa="پرونده را با UTF-8 ذخیره کنید.", reason_en="save the file as UTF-8.")
    return [line for line in read if line is not None]
