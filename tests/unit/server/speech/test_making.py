"""Clips made one ahead, and no more."""

from collections.abc import Iterator

import numpy as np
import pytest

from bazgoo.server.speech.making import Making
from bazgoo.server.speech.pool import SpeechPool, Turn
from bazgoo.speech import Clip


class Clips(Iterator[Clip]):
    """Numbered clips, counting how many were made."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.made = 0

    def __next__(self) -> Clip:
        if self.made == self.count:
            raise StopIteration
        self.made += 1
        return Clip(np.zeros(10, np.float32), 10, self.made, self.made, str(self.made))


@pytest.fixture
def pool():
    pool = SpeechPool(threads=1)
    yield pool
    pool.close()


def settle(pool: SpeechPool) -> None:
    """Wait until everything that was asked of the pool is done."""
    pool.submit(Turn.READING, lambda: None).result()


async def test_clips_come_in_order_and_end(pool: SpeechPool) -> None:
    assert [clip.text async for clip in Making(Clips(5), pool)] == ["1", "2", "3", "4", "5"]


async def test_one_clip_is_made_ahead_and_no_more(pool: SpeechPool) -> None:
    clips = Clips(10)
    making = Making(clips, pool)
    for taken in range(1, 6):
        await anext(making)
        settle(pool)
        assert clips.made == taken + 1
    making.stop()


async def test_beginning_gives_nothing_away(pool: SpeechPool) -> None:
    making = Making(Clips(5), pool)
    assert await making.begin(patience_s=60)
    assert [clip.text async for clip in making] == ["1", "2", "3", "4", "5"]


async def test_without_patience_beginning_waits_for_the_first_clip_alone(pool: SpeechPool) -> None:
    clips = Clips(100_000)
    making = Making(clips, pool)
    assert not await making.begin(patience_s=0)
    assert (await anext(making)).text == "1"
    making.stop()


async def test_a_stopped_making_makes_nothing_more(pool: SpeechPool) -> None:
    clips = Clips(10)
    making = Making(clips, pool)
    await anext(making)
    making.stop()
    settle(pool)
    assert clips.made <= 2


async def test_what_the_first_clip_raises_is_raised_at_the_beginning(pool: SpeechPool) -> None:
    def fail() -> Iterator[Clip]:
        raise ZeroDivisionError
        yield

    with pytest.raises(ZeroDivisionError):
        await Making(fail(), pool).begin(patience_s=0)
