"""Which language a person reads, from ``Accept-Language`` (RFC 9110, section 12.5.4)."""

from starlette.datastructures import Headers
from starlette.types import Scope

from bazgoo.errors import Language


def preferred_language(scope: Scope) -> Language:
    """Persian, unless the request's ``Accept-Language`` gives English a higher quality."""
    if scope["type"] != "http":
        return "fa"
    qualities = _qualities(Headers(scope=scope).get("accept-language", ""))
    persian, english = _quality(qualities, "fa"), _quality(qualities, "en")
    return "en" if english > persian else "fa"


def _quality(qualities: dict[str, float], language: str) -> float:
    """What the header gives ``language``: itself or one of its regions, else the wildcard."""
    own = [quality for name, quality in qualities.items() if name.split("-")[0] == language]
    return max(own) if own else qualities.get("*", 0.0)


def _qualities(header: str) -> dict[str, float]:
    """The languages of the header with their qualities; what cannot be read counts as not said."""
    qualities: dict[str, float] = {}
    for entry in header.lower().split(","):
        name, _, parameters = entry.partition(";")
        key, _, value = parameters.partition("=")
        try:
            quality = float(value) if key.strip() == "q" else 1.0
        except ValueError:
            continue
        if name.strip() and 0.0 <= quality <= 1.0:
            qualities[name.strip()] = quality
    return qualities
