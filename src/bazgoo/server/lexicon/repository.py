"""What lexicons ask of the database."""

from collections.abc import Sequence
from uuid import UUID

import orjson
from sqlalchemy import Text, cast, delete, func, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.phonemes.lexicon import Entry
from bazgoo.server.accounts.tables import User
from bazgoo.server.lexicon.tables import LexiconWord
from bazgoo.server.listing import Position

# one statement with three parameters, however many words
_PUT = text("""
    INSERT INTO lexicon (user_id, word, ipa, spoken)
    SELECT :user_id, word, ipa, spoken
      FROM unnest(CAST(:words AS text[]), CAST(:ipas AS text[]), CAST(:spokens AS text[])) AS given (word, ipa, spoken)
    ON CONFLICT (user_id, word) DO UPDATE SET ipa = excluded.ipa, spoken = excluded.spoken
    RETURNING (xmax = 0)
""")


async def lock_lexicon(session: AsyncSession, user_id: UUID) -> None:
    """Let one transaction at a time add to a person's lexicon, so that its bound holds."""
    await session.execute(select(User.id).where(User.id == user_id).with_for_update(key_share=True))


async def put_entries(session: AsyncSession, user_id: UUID, entries: Sequence[Entry]) -> int:
    """Keep ``entries``, no two of one word, in place of what was there; how many words are new."""
    columns = {
        "words": [entry.word for entry in entries],
        "ipas": [entry.ipa for entry in entries],
        "spokens": [entry.spoken for entry in entries],
    }
    return sum(await session.scalars(_PUT, {"user_id": user_id, **columns}))


async def count_entries(session: AsyncSession, user_id: UUID) -> int:
    """How many words a person's lexicon has."""
    return await session.scalar(select(func.count()).where(LexiconWord.user_id == user_id)) or 0


async def find_entry(session: AsyncSession, user_id: UUID, word: str) -> LexiconWord | None:
    """A person's entry of ``word``."""
    query = select(LexiconWord).where(LexiconWord.user_id == user_id, LexiconWord.word == word)
    return await session.scalar(query)


async def list_entries(
    session: AsyncSession, user_id: UUID, part: str, after: Position | None, count: int
) -> list[LexiconWord]:
    """The next ``count`` entries whose word has ``part`` in it, the newest first."""
    place = tuple_(LexiconWord.created_at, LexiconWord.id)
    query = select(LexiconWord).where(LexiconWord.user_id == user_id)
    if part:
        query = query.where(LexiconWord.word.contains(part, autoescape=True))
    if after is not None:
        query = query.where(place < tuple_(*after))
    query = query.order_by(LexiconWord.created_at.desc(), LexiconWord.id.desc()).limit(count)
    return list(await session.scalars(query))


async def all_entries(session: AsyncSession, user_id: UUID) -> list[Entry]:
    """A person's whole lexicon, by word."""
    columns = select(LexiconWord.word, LexiconWord.ipa, LexiconWord.spoken)
    rows = await session.execute(columns.where(LexiconWord.user_id == user_id).order_by(LexiconWord.word))
    return [Entry(word, ipa, spoken) for word, ipa, spoken in rows]


async def pronunciations(session: AsyncSession, user_id: UUID) -> dict[str, str]:
    """The IPA of each word of a person's lexicon."""
    # one value instead of a row a word: whoever waits for sound waits for this
    together = cast(func.json_object_agg(LexiconWord.word, LexiconWord.ipa), Text)
    found = await session.scalar(select(together).where(LexiconWord.user_id == user_id))
    return orjson.loads(found) if found else {}


async def delete_entry(session: AsyncSession, user_id: UUID, word: str) -> bool:
    """Delete a person's entry of ``word``; whether there was one."""
    query = delete(LexiconWord).where(LexiconWord.user_id == user_id, LexiconWord.word == word)
    return (await session.scalar(query.returning(LexiconWord.id))) is not None
