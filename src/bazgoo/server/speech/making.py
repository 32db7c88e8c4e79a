"""One text on its way to sound, clip by clip, in the threads that all requests share."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator

from bazgoo.server.speech.pool import SpeechPool, Turn
from bazgoo.speech import Clip


class Making:
    """An asynchronous iterator over clips that makes one ahead of what has been taken, and no more."""

    def __init__(
        self,
        clips: Iterator[Clip],
        pool: SpeechPool,
        end: int | None = None,
        at_end: Callable[[], None] = lambda: None,
    ) -> None:
        """``end``, where the text ends, spares waiting for a turn only to learn that nothing follows.

        ``at_end`` is called when nothing more will be made.
        """
        self._clips = clips
        self._pool = pool
        self._end = end
        self._at_end = at_end
        self._held: deque[Clip] = deque()
        self._ahead = self._make(Turn.FIRST_WORDS)

    async def begin(self, patience_s: float) -> bool:
        """Wait for the first clip, then ``patience_s`` for the rest; whether everything is made by then.

        Raises what making the first clip raises.
        """
        deadline = asyncio.get_running_loop().time() + patience_s
        while await self._hold():
            left_s = deadline - asyncio.get_running_loop().time()
            if left_s <= 0 or not (await asyncio.wait([self._ahead], timeout=left_s))[0]:
                return False
        return True

    async def _hold(self) -> bool:
        clip = await self._ahead
        if clip is not None:
            self._held.append(clip)
            self._ahead = self._nothing() if clip.end == self._end else self._make(Turn.NEXT_WORDS)
        return clip is not None

    def _make(self, turn: Turn) -> asyncio.Future[Clip | None]:
        return asyncio.wrap_future(self._pool.submit(turn, lambda: next(self._clips, None)))

    def _nothing(self) -> asyncio.Future[Clip | None]:
        nothing: asyncio.Future[Clip | None] = asyncio.get_running_loop().create_future()
        nothing.set_result(None)
        return nothing

    def __aiter__(self) -> "Making":
        return self

    async def __anext__(self) -> Clip:
        if not self._held and not await self._hold():
            raise StopAsyncIteration
        return self._held.popleft()

    def stop(self) -> None:
        """Make nothing more; the passage in hand is the last."""
        if not self._ahead.cancel() and not self._ahead.cancelled():
            self._ahead.exception()  # seen, so that asyncio does not report it as forgotten
        self._at_end()
