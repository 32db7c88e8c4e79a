"""A day's speech: taken from a person's quota before it is made, and set right when it has been."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import AudioQuotaExceeded, CharacterQuotaExceeded, DatabaseUnavailable
from bazgoo.server.database import Database
from bazgoo.server.quotas import repository
from bazgoo.server.quotas.schemas import QuotaEffective
from bazgoo.server.quotas.service import allowed, today
from bazgoo.settings import Settings
from bazgoo.speech import Clip

log = logging.getLogger(__name__)

CHARACTERS_A_SECOND = 12
"""How fast text is reckoned to be spoken; a little slower than it mostly is."""
TOLERANCE = 2
"""How many times what was reckoned a text may sound, which SSML's pauses can make as long as one likes."""

_settling: set[asyncio.Task[None]] = set()


class Allowance:
    """What one request may have spoken, and what it has had."""

    def __init__(self, database: Database, user_id: UUID, characters: int, *, day: date) -> None:
        self._database = database
        self._about: dict[str, Any] = {"user": user_id, "day": day}
        self._characters = characters
        self._taken: tuple[int, float] = 0, 0.0
        self._most_s: float | None = None
        self._minutes = 0
        self._made_s = 0.0

    async def take(self, session: AsyncSession, quota: QuotaEffective, reckoned_s: float) -> None:
        """Take it from the day's quota, where there is one.

        Raises CharacterQuotaExceeded, AudioQuotaExceeded.
        """
        if quota.characters_per_day is None and quota.audio_minutes_per_day is None:
            return
        minutes = quota.audio_minutes_per_day
        values = self._about | {"characters": self._characters, "audio_s": reckoned_s}
        most = {
            "most_characters": quota.characters_per_day,
            "most_audio_s": None if minutes is None else minutes * 60.0,
        }
        if not await repository.take(session, values | most):
            raise await self._refusal(session, quota)
        self._taken = self._characters, reckoned_s
        if minutes is not None:
            self._minutes, self._most_s = minutes, TOLERANCE * reckoned_s

    async def _refusal(
        self, session: AsyncSession, quota: QuotaEffective
    ) -> CharacterQuotaExceeded | AudioQuotaExceeded:
        spoken, _ = await repository.spoken(session, self._about["user"], self._about["day"])
        most = quota.characters_per_day
        if most is not None and spoken + self._characters > most:
            return CharacterQuotaExceeded(
                limit=most,
                left=max(0, most - spoken),
                length=self._characters,
                retry_after_s=_until_tomorrow(),
            )
        return AudioQuotaExceeded(limit=quota.audio_minutes_per_day, retry_after_s=_until_tomorrow())

    def count(self, clips: Iterator[Clip]) -> Iterator[Clip]:
        """Pass ``clips`` on, counting how long they sound; raises AudioQuotaExceeded far beyond what was taken."""
        for clip in clips:
            self._made_s += clip.duration_s
            if self._most_s is not None and self._made_s > self._most_s:
                raise AudioQuotaExceeded(limit=self._minutes, retry_after_s=_until_tomorrow())
            yield clip

    def settle(self) -> None:
        """Write down what was made, beside everything else; where nothing was, nothing counts."""
        characters = self._characters if self._made_s else 0
        values = {"characters": characters - self._taken[0], "audio_s": self._made_s - self._taken[1]}
        self._taken = characters, self._made_s
        if any(values.values()):
            task = asyncio.get_running_loop().create_task(self._write(self._about | values))
            _settling.add(task)
            task.add_done_callback(_settling.discard)

    async def _write(self, values: dict[str, Any]) -> None:
        try:
            async with self._database.session() as session:
                await repository.settle(session, values)
        except DatabaseUnavailable:
            log.warning("the database was away, so some speech was not counted")


async def admit(
    session: AsyncSession, database: Database, settings: Settings, user_id: UUID, *, text: str, speed: float
) -> Allowance:
    """Let a person have ``text`` spoken, if their day's quota has room for it.

    Raises CharacterQuotaExceeded, AudioQuotaExceeded.
    """
    allowance = Allowance(database, user_id, len(text), day=today())
    quota = await allowed(session, settings, user_id)
    await allowance.take(session, quota, len(text) / CHARACTERS_A_SECOND / speed)
    return allowance


def _until_tomorrow() -> int:
    """Seconds until the next day begins in UTC."""
    now = datetime.now(UTC)
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), UTC)
    return max(1, round((tomorrow - now).total_seconds()))
