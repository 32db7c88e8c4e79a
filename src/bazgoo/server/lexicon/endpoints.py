"""`/api/lexicon`: a person's own pronunciations."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from bazgoo.errors import (
    BodyTooLarge,
    CursorInvalid,
    LexiconEntryNotFound,
    LexiconFileInvalid,
    LexiconFull,
    LexiconWordInvalid,
    LoginRequired,
    PronunciationInvalid,
)
from bazgoo.server.dependencies import API_LIMIT, CurrentUser, DatabaseSession, InstalledDatabase
from bazgoo.server.lexicon import service
from bazgoo.server.lexicon.reception import received
from bazgoo.server.lexicon.schemas import LexiconEntry, LexiconImported, Pronunciation
from bazgoo.server.listing import Cursor, Page, PageSize, page_of, read_cursor
from bazgoo.server.problems import described

router = APIRouter(prefix="/api/lexicon", tags=["lexicon"], dependencies=[API_LIMIT])

Word = Annotated[str, Path(description="The word, in any usual spelling.")]
Part = Annotated[str, Query(alias="q", max_length=100, description="Only words that have this in them.")]

TSV = "text/tab-separated-values"
_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            TSV: {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string"}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}


@router.get("", responses=described(LoginRequired, CursorInvalid))
async def list_lexicon(
    caller: CurrentUser,
    session: DatabaseSession,
    part: Part = "",
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> Page[LexiconEntry]:
    """One's own pronunciations, the newest first."""
    found = await service.listed(session, caller.user.id, part, read_cursor(cursor), limit + 1)
    return page_of(LexiconEntry, found, limit)


@router.get(
    "/export",
    response_class=Response,
    responses={200: {"content": {TSV: {"schema": {"type": "string"}}}}, **described(LoginRequired)},
)
async def export_lexicon(caller: CurrentUser, session: DatabaseSession) -> Response:
    """The whole lexicon as a file: `word`, `ipa` and `spoken`, apart by tabs."""
    return Response(
        await service.give_out(session, caller.user.id),
        media_type=f"{TSV}; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="lexicon.tsv"'},
    )


@router.post(
    "/import",
    openapi_extra=_FILE,
    responses=described(LoginRequired, LexiconFull, LexiconFileInvalid, BodyTooLarge),
)
async def import_lexicon(
    request: Request, caller: CurrentUser, database: InstalledDatabase
) -> LexiconImported:
    """Take in a file of at most 1 MB, all of it or nothing; what is refused is told line by line."""
    return await service.take_in(database, caller.user.id, await received(request))


@router.get("/{word}", responses=described(LoginRequired, LexiconEntryNotFound))
async def read_lexicon_entry(word: Word, caller: CurrentUser, session: DatabaseSession) -> LexiconEntry:
    """How one says one word. The word «export» is only in the list: its address is that of the file."""
    return LexiconEntry.model_validate(await service.find(session, caller.user.id, word))


@router.put(
    "/{word}", responses=described(LoginRequired, LexiconFull, LexiconWordInvalid, PronunciationInvalid)
)
async def keep_lexicon_entry(
    word: Word, said: Pronunciation, caller: CurrentUser, database: InstalledDatabase
) -> LexiconEntry:
    """Say from now on how a word is to be said; it holds at once, in all one's texts."""
    return LexiconEntry.model_validate(await service.keep(database, caller.user.id, word, said))


@router.delete("/{word}", status_code=204, responses=described(LoginRequired, LexiconEntryNotFound))
async def forget_lexicon_entry(word: Word, caller: CurrentUser, session: DatabaseSession) -> Response:
    """Leave a word to be read as it was before."""
    await service.forget(session, caller.user.id, word)
    return Response(status_code=204)
