"""A file on its way: its bytes in a part file, and a manifest that never claims more than the disk holds."""

import asyncio
import hashlib
import json
import os
import threading
from pathlib import Path
from typing import Any

from bazgoo.hub.cards import RemoteFile
from bazgoo.hub.ranges import Spans

_sync = getattr(os, "fdatasync", os.fsync)  # macOS and Windows have only the latter


class Part:
    """One part file and its manifest, in ``folder``; both are there from the first byte on."""

    def __init__(self, folder: Path, file: RemoteFile, commit: str) -> None:
        """Recalls what an earlier run brought of ``file``; other content is not used (see ``restarted``)."""
        key = hashlib.sha256(file.path.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.file = file
        self.path = folder / f"{key}.part"
        self.manifest = folder / f"{key}.json"
        self.finished = folder / f"{key}-{(file.sha256 or file.git_sha1 or commit)[:16]}.whole"
        self.restarted: str | None = None
        """Why bytes that were there could not be used: `changed` or `damaged`; None if they could."""
        self._commit = commit
        self._descriptor = -1
        self._disk = threading.Lock()
        self.spans = self._recalled()
        self._saved = self.spans.total

    @property
    def complete(self) -> bool:
        """Whether every byte is there, right or wrong."""
        return self.spans.total == self.file.size

    @property
    def unsaved(self) -> int:
        """Bytes written since the manifest last said so."""
        return self.spans.total - self._saved

    def write(self, at: int, piece: bytes) -> None:
        """Put ``piece`` at its place, at once, with no buffer in between."""
        if self._descriptor < 0:
            self._open()
        view = memoryview(piece)
        while view:
            written = _write_at(self._descriptor, view, at)
            self.spans.add(at, at + written)
            at, view = at + written, view[written:]

    async def checkpoint(self) -> None:
        """Make what was written so far survive whatever comes, then say so in the manifest."""
        await asyncio.to_thread(self._save)

    def start_over(self) -> None:
        """Forget every byte."""
        with self._disk:
            self.spans = Spans()
            self._tell()

    def close(self) -> None:
        """Save and let go of the file; nothing is waited for but the disk."""
        if self.unsaved:
            self._save()
        self._let_go()

    async def sync(self) -> None:
        """Wait until the disk holds what was written."""
        await asyncio.to_thread(self._sync)

    def _sync(self) -> None:
        with self._disk:
            if self._descriptor >= 0:
                _sync(self._descriptor)

    def finish(self) -> None:
        """Rename the part, which is complete, right and on disk, and drop its manifest."""
        if self._descriptor < 0:
            self._open()  # an empty file has had no first byte, one from an earlier run none in this
        self._let_go()
        self.path.replace(self.finished)
        self.manifest.unlink(missing_ok=True)

    def _let_go(self) -> None:
        with self._disk:
            if self._descriptor >= 0:
                os.close(self._descriptor)
            self._descriptor = -1

    def _open(self) -> None:
        self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        os.ftruncate(self._descriptor, self.file.size)

    def _save(self) -> None:
        with self._disk:
            if self._descriptor < 0:
                return
            spans = Spans(self.spans)  # what is written from here on waits for the next time
            _sync(self._descriptor)
            self._tell(spans)

    def _tell(self, spans: Spans | None = None) -> None:
        done = list(spans or ())
        text = json.dumps({"version": 1, "commit": self._commit, "done": done, **self._identity()})
        fresh = self.manifest.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.manifest)
        self._saved = sum(span.size for span in done)

    def _identity(self) -> dict[str, Any]:
        file = self.file
        return {"path": file.path, "size": file.size, "sha256": file.sha256, "git_sha1": file.git_sha1}

    def _recalled(self) -> Spans:
        """What the manifest of an earlier run claims, as far as it can be true."""
        if not self.manifest.exists():
            return Spans()
        try:
            said = json.loads(self.manifest.read_text(encoding="utf-8"))
            same = all(said[name] == value for name, value in self._identity().items())
            hashed = self.file.sha256 or self.file.git_sha1
            if not same or not (hashed or said["commit"] == self._commit):
                self.restarted = "changed"
                return Spans()
            spans = Spans((int(start), int(end)) for start, end in said["done"])
            there = self.path.stat().st_size
        except (TypeError, KeyError, ValueError, OSError):
            self.restarted = "damaged"
            return Spans()
        if any(span.start < 0 or span.end > min(there, self.file.size) for span in spans):
            self.restarted = "damaged"
            return Spans()
        return spans


if hasattr(os, "pwrite"):

    def _write_at(descriptor: int, piece: memoryview, at: int) -> int:
        return os.pwrite(descriptor, piece, at)
else:

    def _write_at(descriptor: int, piece: memoryview, at: int) -> int:
        os.lseek(descriptor, at, os.SEEK_SET)
        return os.write(descriptor, piece)
