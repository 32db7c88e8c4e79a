"""A file while it is being brought: what is spoken for, where its bytes are, what went wrong."""

import asyncio
from dataclasses import dataclass

from bazgoo.hub.cards import RemoteFile
from bazgoo.hub.parts import Part
from bazgoo.hub.ranges import Span
from bazgoo.hub.verify import Digest


@dataclass
class Claim:
    """A span that one worker brings; ``at`` is how far it is."""

    at: int
    end: int


@dataclass(frozen=True)
class Address:
    """Where the bytes of a file are, perhaps signed and good for an hour, and which endpoint said so."""

    url: str
    endpoint: str
    named_by: str | None = None
    """The address whose redirect led to ``url``."""


class Incoming:
    """One file, its part on disk, and the claims of the workers on it."""

    def __init__(self, file: RemoteFile, part: Part) -> None:
        self.file = file
        self.part = part
        self.digest = Digest(file)
        self.address: Address | None = None
        self.asking = asyncio.Lock()
        self.refusals = 0
        """How often in a row an address was refused before it gave a byte."""
        self.damaged = 0
        """How often the whole file came and was not right."""
        self.ranges_ignored = 0
        self.alone: Claim | None = None
        """The one claim on a file whose server does not know ranges."""
        self.checking = False
        self.done = False
        self._unclaimed = part.spans.gaps(file.size)

    def claim(self, most: int) -> Claim | None:
        """The next bytes that nobody brings yet, at most ``most``; None when all are spoken for."""
        if not self._unclaimed:
            return None
        start, end = self._unclaimed.pop(0)
        if end - start > most:
            self._unclaimed.insert(0, Span(start + most, end))
        return Claim(start, min(end, start + most))

    def abandoned(self, claim: Claim) -> bool:
        """Whether another worker has taken over the whole file."""
        return self.alone is not None and self.alone is not claim

    def go_alone(self, claim: Claim) -> None:
        """Let the worker of ``claim`` bring all that is missing, in one stream from the beginning."""
        self.alone = claim
        self._unclaimed = []
        claim.at, claim.end = self.part.spans.prefix, self.file.size

    def start_over(self) -> None:
        """Throw every byte away."""
        self.part.start_over()
        self.digest = Digest(self.file)
        self.address, self.alone, self.checking = None, None, False
        self._unclaimed = self.part.spans.gaps(self.file.size)
