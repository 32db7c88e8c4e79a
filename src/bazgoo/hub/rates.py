"""How long the Hub wants to be left alone: RateLimit (draft of the IETF) and Retry-After (RFC 9110)."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

_LIMIT = re.compile(r'"(?P<bucket>[^"]+)"\s*;\s*r=(?P<left>\d+)\s*;\s*t=(?P<resets>\d+)')


def limit(response: httpx.Response) -> tuple[str, int, int] | None:
    """Bucket, requests left and seconds until it is full again, if the answer tells."""
    found = _LIMIT.search(response.headers.get("ratelimit", ""))
    return (found["bucket"], int(found["left"]), int(found["resets"])) if found else None


def retry_after_s(value: str, now: datetime) -> float | None:
    """A Retry-After in seconds, whether it is a number or a date; None when it is neither."""
    if value.strip().isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds())


def wait_s(response: httpx.Response) -> float | None:
    """Seconds to wait before the next request, from the headers of a refusal; None when they do not say."""
    told = limit(response)
    if told and told[1] == 0:
        return told[2] + 1.0
    if after := response.headers.get("retry-after"):
        return retry_after_s(after, datetime.now(UTC))
    return None


class Allowance:
    """What is left in each bucket of each endpoint, so that an empty one is not asked again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._empty_until: dict[tuple[str, str], float] = {}

    def learn(self, endpoint: str, response: httpx.Response) -> None:
        """Take note of the RateLimit header of an answer."""
        if told := limit(response):
            bucket, left, resets_s = told
            self._empty_until[endpoint, bucket] = self._clock() + resets_s + 1 if left == 0 else 0.0

    def wait_s(self, endpoint: str, bucket: str) -> float:
        """Seconds until ``bucket`` may be asked again; 0 for now."""
        return max(0.0, self._empty_until.get((endpoint, bucket), 0.0) - self._clock())
