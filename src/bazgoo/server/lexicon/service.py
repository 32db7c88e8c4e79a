"""What people do with their lexicons."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import LexiconEntryNotFound, LexiconFull, LexiconWordInvalid
from bazgoo.phonemes import Lexicon
from bazgoo.phonemes.lexicon import Entry, entry_word, make_entry
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.database import Database
from bazgoo.server.lexicon import repository
from bazgoo.server.lexicon.files import MOST_ENTRIES, read_lexicon, write_lexicon
from bazgoo.server.lexicon.schemas import LexiconImported, Pronunciation
from bazgoo.server.lexicon.tables import LexiconWord
from bazgoo.server.listing import Position
from bazgoo.text.characters import fold, unify


async def lexicon_of(database: Database, caller: Caller | None) -> Lexicon:
    """How ``caller`` wants words said; a passer-by has no lexicon."""
    if caller is None:
        return {}
    async with database.session() as session:
        return await repository.pronunciations(session, caller.user.id)


async def listed(
    session: AsyncSession, user_id: UUID, part: str, after: Position | None, count: int
) -> list[LexiconWord]:
    """The next ``count`` entries whose word has ``part`` in it, the newest first."""
    sought = unify(fold(part.strip().replace("\0", "\N{REPLACEMENT CHARACTER}")))  # PostgreSQL takes no NUL
    return await repository.list_entries(session, user_id, sought, after, count)


async def find(session: AsyncSession, user_id: UUID, word: str) -> LexiconWord:
    """A person's entry of ``word``; raises LexiconEntryNotFound."""
    entry = await repository.find_entry(session, user_id, _kept_as(word))
    if entry is None:
        raise LexiconEntryNotFound
    return entry


async def keep(database: Database, user_id: UUID, word: str, said: Pronunciation) -> LexiconWord:
    """Keep how a word is said; raises LexiconWordInvalid, PronunciationInvalid, LexiconFull."""
    # in a thread: eSpeak may be busy speaking
    entry = await asyncio.to_thread(make_entry, word, said.ipa, said.spoken)
    async with database.session() as session:
        await _store(session, user_id, [entry])
        return await find(session, user_id, entry.word)


async def forget(session: AsyncSession, user_id: UUID, word: str) -> None:
    """Forget a word; raises LexiconEntryNotFound."""
    if not await repository.delete_entry(session, user_id, _kept_as(word)):
        raise LexiconEntryNotFound


async def take_in(database: Database, user_id: UUID, content: bytes) -> LexiconImported:
    """Keep every word of a file, or none; raises LexiconFileInvalid, LexiconFull."""
    entries = await asyncio.to_thread(read_lexicon, content, MOST_ENTRIES)
    async with database.session() as session:
        added = await _store(session, user_id, entries)
    return LexiconImported(added=added, replaced=len(entries) - added)


async def give_out(session: AsyncSession, user_id: UUID) -> str:
    """A person's whole lexicon as a file."""
    return write_lexicon(await repository.all_entries(session, user_id))


async def _store(session: AsyncSession, user_id: UUID, entries: Sequence[Entry]) -> int:
    """Keep ``entries`` within the bound; how many words are new."""
    await repository.lock_lexicon(session, user_id)
    added = await repository.put_entries(session, user_id, entries)
    if added and await repository.count_entries(session, user_id) > MOST_ENTRIES:
        raise LexiconFull(limit=MOST_ENTRIES)
    return added


def _kept_as(word: str) -> str:
    try:
        return entry_word(word)
    except LexiconWordInvalid:
        raise LexiconEntryNotFound from None
