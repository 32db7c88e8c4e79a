"""The whole of a download: several ranges of several files at once, saved, verified, then renamed.

Cancel the task that runs it to pause: the bytes stay, and the next run goes on from there, as it does after a
kill -9.  ``discard`` takes them away.
"""

import asyncio
import contextlib
from pathlib import Path

from bazgoo.errors import BazgooError, DownloadCorrupt
from bazgoo.events import Emit, FileFinished, FileRestarted, ignore
from bazgoo.hub.bandwidth import Bandwidth
from bazgoo.hub.fetch import Fetcher
from bazgoo.hub.incoming import Claim, Incoming
from bazgoo.hub.line import Line
from bazgoo.hub.lock import LOCK, locked
from bazgoo.hub.names import local_names
from bazgoo.hub.parts import Part
from bazgoo.hub.plan import Plan, check_disk, disk_errors
from bazgoo.hub.progress import Progress
from bazgoo.hub.verify import is_right

PARTS = ".parts"
RANGE_BYTES = 16 << 20
CHECKPOINT_BYTES = 1 << 19
CHECKPOINT_S = 1.0
HASHED_A_ROUND = 16 << 20
MOST_DAMAGED = 3


class Download:
    """Brings the files of ``plan`` into ``folder``, where they appear when all are whole and right."""

    def __init__(
        self,
        line: Line,
        plan: Plan,
        folder: Path,
        *,
        emit: Emit = ignore,
        connections: int = 4,
        bandwidth: Bandwidth | None = None,
        range_bytes: int = RANGE_BYTES,
    ) -> None:
        self._plan = plan
        self._folder = folder
        self._parts = folder / PARTS
        self._names = local_names(plan.repo_id, (file.path for file in plan.files))
        self._emit = emit
        self._connections = connections
        self._range_bytes = range_bytes
        self._fetcher = Fetcher(line, plan, bandwidth or Bandwidth(), self._arrived, emit)
        self._incoming: list[Incoming] = []
        self._finished: dict[str, Path] = {}
        self._finished_bytes = 0
        self._due = asyncio.Event()
        self._progress = Progress(plan.size_bytes, self._count, emit)

    async def run(self) -> list[Path]:
        """Bring everything; the paths of the files, in the order of the plan.

        Raises FolderBusy, NoRoomForDownload, DownloadCorrupt and what the Hub and the way to it refuse with;
        what came so far stays for the next run.
        """
        with locked(self._parts), disk_errors(self._plan.size_bytes, self._folder):
            try:
                await self._prepare()
                await self._bring_all()
            finally:
                for incoming in self._incoming:
                    incoming.part.close()
            self._progress.tell()
            return self._settle()

    def _count(self) -> int:
        return self._finished_bytes + sum(i.part.spans.total for i in self._incoming if not i.done)

    async def _prepare(self) -> None:
        """See what earlier runs left, throw away what no longer belongs, and check the room on the disk."""
        kept = {LOCK}
        for file in self._plan.files:
            part = Part(self._parts, file, self._plan.commit)
            kept |= {part.path.name, part.manifest.name, part.finished.name}
            self._finished[file.path] = part.finished
            if part.finished.exists() or await is_right(self._folder / self._names[file.path], file):
                self._finished_bytes += file.size
                continue
            if part.restarted:
                self._emit(FileRestarted(file.path, part.restarted))
            self._incoming.append(Incoming(file, part))
        for path in self._parts.iterdir():
            if path.name not in kept:
                path.unlink()
        check_disk(self._plan.size_bytes - self._count(), self._folder)
        for incoming in self._incoming:
            await self._check(incoming)

    async def _bring_all(self) -> None:
        try:
            async with asyncio.TaskGroup() as background:
                helpers = [background.create_task(self._progress.run()), background.create_task(self._keep())]
                async with asyncio.TaskGroup() as workers:
                    for _ in range(self._connections):
                        workers.create_task(self._work())
                for helper in helpers:
                    helper.cancel()
        except BaseExceptionGroup as group:
            raise _first(group) from None

    async def _work(self) -> None:
        """Bring claim after claim until none is left."""
        while found := self._next_claim():
            incoming, claim = found
            await self._fetcher.bring(incoming, claim)
            await self._check(incoming)

    def _next_claim(self) -> tuple[Incoming, Claim] | None:
        for incoming in self._incoming:
            if not incoming.done and (claim := incoming.claim(self._range_bytes)):
                return incoming, claim
        return None

    def _arrived(self, incoming: Incoming) -> None:
        self._progress.current_file = incoming.file.path
        if incoming.part.unsaved >= CHECKPOINT_BYTES:
            self._due.set()

    async def _keep(self) -> None:
        """Save what came, every half megabyte or second, and let the hashes follow."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CHECKPOINT_S):
                    await self._due.wait()
            self._due.clear()
            for incoming in [i for i in self._incoming if not i.done and i.part.unsaved]:
                await incoming.part.checkpoint()
                end = min(incoming.part.spans.prefix, incoming.digest.position + HASHED_A_ROUND)
                await incoming.digest.follow(incoming.part.path, end)

    async def _check(self, incoming: Incoming) -> None:
        """Keep a file whose bytes are all there and right; begin again with one whose are not."""
        if not incoming.part.complete or incoming.checking:
            return
        incoming.checking = True
        await incoming.digest.follow(incoming.part.path, incoming.file.size)
        if incoming.digest.right():
            await incoming.part.sync()
            incoming.part.finish()
            incoming.done = True
            self._finished_bytes += incoming.file.size
            self._emit(FileFinished(incoming.file.path, incoming.file.size))
            return
        incoming.damaged += 1
        incoming.start_over()
        self._emit(FileRestarted(incoming.file.path, "corrupt"))
        if incoming.damaged >= MOST_DAMAGED:
            raise DownloadCorrupt(path=incoming.file.path)

    def _settle(self) -> list[Path]:
        """Put every file in its place; the models last, so that nobody sees one without its configuration."""
        placed = {path: self._folder / name for path, name in self._names.items()}
        for path in sorted(placed, key=lambda path: path.endswith(".onnx")):
            if self._finished[path].exists():
                placed[path].parent.mkdir(parents=True, exist_ok=True)
                self._finished[path].replace(placed[path])
        _clear(self._parts)
        return [placed[file.path] for file in self._plan.files]


def discard(folder: Path) -> None:
    """Take away what an unfinished download left in ``folder``, and the folder if nothing else is in it.

    Raises FolderBusy while a download runs there: cancel it first.
    """
    parts = folder / PARTS
    if not parts.exists():
        return
    with locked(parts):
        _clear(parts)
    with contextlib.suppress(OSError):
        folder.rmdir()


def _clear(parts: Path) -> None:
    for path in parts.iterdir():
        if path.name != LOCK:
            path.unlink()


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The one failure to tell of: ours if there is one."""
    ours, _ = group.split(BazgooError)
    chosen: BaseException = ours or group
    while isinstance(chosen, BaseExceptionGroup):
        chosen = chosen.exceptions[0]
    return chosen
