"""Bringing one claim of one file: ask where it is, ask for the range, believe nothing that does not fit."""

import math
from collections.abc import AsyncIterator, Callable
from urllib.parse import quote

import httpx

from bazgoo.errors import DownloadCorrupt, HubBlocked, HubPortal, HubRateLimited
from bazgoo.events import Emit
from bazgoo.hub.bandwidth import Bandwidth
from bazgoo.hub.incoming import Address, Claim, Incoming
from bazgoo.hub.line import REDIRECTS, Line, following
from bazgoo.hub.plan import Plan
from bazgoo.hub.problems import from_hub, host, is_page, puzzling, refusal
from bazgoo.hub.ranges import Span, asked, given
from bazgoo.hub.retries import Again

PLAIN = {"Accept-Encoding": "identity"}
MOST_REFUSALS = 3


class Fetcher:
    """Brings claims of the files of ``plan`` over ``line``; ``arrived`` is called after each write."""

    def __init__(
        self, line: Line, plan: Plan, bandwidth: Bandwidth, arrived: Callable[[Incoming], None], emit: Emit
    ) -> None:
        self._line = line
        self._plan = plan
        self._bandwidth = bandwidth
        self._arrived = arrived
        self._emit = emit

    async def bring(self, incoming: Incoming, claim: Claim) -> None:
        """Bring every byte of ``claim``, over however many attempts; raises what cannot be helped."""
        retries = self._line.retries(self._emit)
        while claim.at < claim.end and not incoming.abandoned(claim):
            endpoint = self._line.endpoints.best()
            before = claim.at
            try:
                await self._attempt(incoming, claim, endpoint)
            except Again as again:
                again.progressed = claim.at > before
                again.blame = again.blame and not again.progressed
                await retries.after(again, endpoint)

    async def _attempt(self, incoming: Incoming, claim: Claim, endpoint: str) -> None:
        address = await self._address(incoming, endpoint)
        headers = dict(PLAIN)
        if claim.at > 0 or claim.end < incoming.file.size:
            headers["Range"] = asked(Span(claim.at, claim.end))
        async with self._line.open(
            "GET", address.url, headers, follow="any", sent_by=address.named_by
        ) as response:
            self._line.allowance.learn(endpoint, response)
            if response.status_code >= 400:
                await response.aread()
                raise self._refused(response, incoming, address)
            at = self._begins_at(response, incoming, claim)
            async for piece in _pieces(response):
                if incoming.abandoned(claim):
                    return
                await self._bandwidth.take(len(piece))
                at = self._take(incoming, claim, at, piece)
                if at > claim.end:
                    break  # more than was asked for; up to the end the connection can be used again
        self._line.endpoints.answered(endpoint)
        if claim.at < claim.end:
            raise Again(DownloadCorrupt(path=incoming.file.path))

    def _take(self, incoming: Incoming, claim: Claim, at: int, piece: bytes) -> int:
        """Write what of ``piece``, which begins at ``at``, is still wanted; where the next one begins."""
        wanted = piece[max(0, claim.at - at) : max(0, claim.end - at)]
        if wanted:
            incoming.part.write(claim.at, wanted)
            claim.at += len(wanted)
            incoming.refusals = 0
            self._arrived(incoming)
        return at + len(piece)

    async def _address(self, incoming: Incoming, endpoint: str) -> Address:
        """Where the bytes are; asked of ``endpoint`` unless it has told already."""
        repo, commit, path = self._place(incoming)
        url = f"{endpoint}/{repo}/resolve/{commit}/{quote(path)}"
        if incoming.file.sha256 is None:
            self._allowed(endpoint)
            return Address(url, endpoint)  # small files come from the Hub itself, one redirect further
        async with incoming.asking:
            known = incoming.address
            if known is None or known.endpoint != endpoint:
                incoming.address = known = await self._resolve(incoming, url, endpoint)
            return known

    async def _resolve(self, incoming: Incoming, url: str, endpoint: str) -> Address:
        """Ask without a Range: an address may be signed for no more than the range it was asked with."""
        self._allowed(endpoint)
        async with self._line.open("HEAD", url, PLAIN) as response:
            self._line.allowance.learn(endpoint, response)
            if response.status_code >= 400:
                await response.aread()
                raise self._refused(response, incoming, None)
            linked = response.headers.get("x-linked-size", "")
            etag = response.headers.get("x-linked-etag", "").strip('"')
            page = is_page(response) and response.status_code not in REDIRECTS
        if page and not _is_page_itself(incoming):
            raise HubPortal(host=host(endpoint))
        file = incoming.file
        if (linked.isdigit() and int(linked) != file.size) or (len(etag) == 64 and etag != file.sha256):
            raise Again(DownloadCorrupt(path=file.path))
        asked_at = str(response.request.url)
        return Address(following(response) or asked_at, endpoint, asked_at)

    def _allowed(self, endpoint: str) -> None:
        """Raise Again, with the wait, where the Hub has said that nothing is left for now."""
        if pause := self._line.allowance.wait_s(endpoint, "resolvers"):
            raise Again(HubRateLimited(retry_after_s=math.ceil(pause)), wait_s=pause)

    def _refused(self, response: httpx.Response, incoming: Incoming, address: Address | None) -> Exception:
        """What a status of 400 or more means, from the Hub or from where it sent us."""
        status, url = response.status_code, response.request.url
        if status == 416:
            return Again(DownloadCorrupt(path=incoming.file.path))
        elsewhere = not (self._line.endpoints.known(str(url)) and from_hub(response))
        if status in (401, 403, 404, 410) and elsewhere and address is not None and incoming.file.sha256:
            return self._expired(incoming, address, status, url)
        sent = "authorization" in response.request.headers
        repo, _, path = self._place(incoming)
        return refusal(response, repo=repo, revision=self._plan.revision, path=path, token_sent=sent)

    def _place(self, incoming: Incoming) -> tuple[str, str, str]:
        """Repository, commit and path of a file."""
        return incoming.file.kept_at or (self._plan.repo_id, self._plan.commit, incoming.file.path)

    def _expired(self, incoming: Incoming, address: Address | None, status: int, url: httpx.URL) -> Exception:
        """A signed address is good for an hour; one that is refused at once, time and again, is blocked."""
        error = HubBlocked(host=host(url), status=status)
        if incoming.address is address:
            incoming.address = None
        incoming.refusals += 1
        if incoming.refusals > MOST_REFUSALS:
            return error
        return Again(error, wait_s=0.0 if incoming.refusals == 1 else None)

    def _begins_at(self, response: httpx.Response, incoming: Incoming, claim: Claim) -> int:
        """The position of the first byte of the body; raises when the answer is not (a part of) this file."""
        url, size = response.request.url, incoming.file.size
        if is_page(response) and not _is_page_itself(incoming):
            raise HubPortal(host=host(url))
        if response.status_code == 206:
            span = given(response.headers.get("content-range"))
            if span is None or response.headers.get("content-encoding", "identity") != "identity":
                raise Again(puzzling(url, "پاسخ بازه‌ای درست نبود.", "its answer to a range was not valid."))
            if span[1] not in (None, size):
                raise Again(DownloadCorrupt(path=incoming.file.path))
            if span[0].start != claim.at or span[0].end > claim.end:
                raise Again(puzzling(url, "بازهٔ دیگری فرستاد.", "it sent another range."))
            return claim.at
        if response.status_code != 200:
            raise Again(
                puzzling(url, f"پاسخ {response.status_code} رسید.", f"it answered {response.status_code}.")
            )
        length = response.headers.get("content-length")
        if length and "content-encoding" not in response.headers and int(length) != size:
            raise Again(DownloadCorrupt(path=incoming.file.path))
        return self._whole(response, incoming, claim)

    def _whole(self, response: httpx.Response, incoming: Incoming, claim: Claim) -> int:
        """A 200 brings the file from its beginning; to a range it means that the server knows no ranges."""
        if "range" in response.request.headers and incoming.alone is not claim:
            incoming.ranges_ignored += 1
            if incoming.ranges_ignored == 1 and claim.at > 0:
                said = puzzling(response.request.url, "بازه را نادیده گرفت.", "it ignored the range.")
                raise Again(said, wait_s=0.0)  # once may be a slip; to read up to here again would be dear
            incoming.go_alone(claim)
        return 0


async def _pieces(response: httpx.Response) -> AsyncIterator[bytes]:
    """The body in the pieces in which it came; unzipped where somebody on the way zipped it."""
    raw = response.status_code == 206
    async for piece in response.aiter_raw() if raw else response.aiter_bytes():
        yield piece


def _is_page_itself(incoming: Incoming) -> bool:
    return incoming.file.path.lower().endswith((".html", ".htm"))
