"""Whether a text may be spoken: not longer than one may be, and within the day's quota of who asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from bazgoo.errors import TextTooLong
from bazgoo.phonemes import Lexicon
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.database import Database
from bazgoo.server.lexicon.repository import pronunciations
from bazgoo.server.quotas import speech
from bazgoo.server.quotas.speech import Allowance
from bazgoo.server.speech.schemas import SpeechRequest
from bazgoo.settings import Settings
from bazgoo.speech import Clip


@dataclass(frozen=True, slots=True)
class Admitted:
    """How somebody wants words said, and what counts how much they have had; a passer-by has neither."""

    lexicon: Lexicon
    allowance: Allowance | None = None

    def count(self, clips: Iterator[Clip]) -> Iterator[Clip]:
        """Pass ``clips`` on, counting how long they sound."""
        return clips if self.allowance is None else self.allowance.count(clips)

    def settle(self) -> None:
        """Write down what was made."""
        if self.allowance is not None:
            self.allowance.settle()


async def admit(
    asked: SpeechRequest, caller: Caller | None, database: Database, settings: Settings
) -> Admitted:
    """Let ``caller`` have a text spoken; raises TextTooLong, CharacterQuotaExceeded, AudioQuotaExceeded."""
    if len(asked.text) > settings.max_text_chars:
        raise TextTooLong(length=len(asked.text), limit=settings.max_text_chars)
    if caller is None:
        return Admitted({})
    async with database.session() as session:
        lexicon = await pronunciations(session, caller.user.id)
        allowance = await speech.admit(
            session, database, settings, caller.user.id, text=asked.text, speed=asked.speed
        )
    return Admitted(lexicon, allowance)
