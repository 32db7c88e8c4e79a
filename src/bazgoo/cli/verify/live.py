"""Live events: who is let in, and that they only hear of what is theirs."""

import time
import uuid
from collections.abc import Iterator

from bazgoo.cli.verify.ear import Ear
from bazgoo.cli.verify.finding import Check, Gap, Words
from bazgoo.cli.verify.site import Site

ASKED = 20


def checks(site: Site) -> Iterator[Check]:
    """The door, and who is heard behind it; what is told of work is proven with the work."""
    yield Check("در به روی بیگانه بسته است", "nobody is let in without a login", lambda: _door(site))
    yield Check("اشتراک", "subscribing", lambda: _subscribing(site))


def _door(site: Site) -> str:
    for token in (None, "junk"):
        try:
            Ear(site.url, token).close()
        except Gap:
            continue
        raise Gap("بی‌ورود پذیرفته شد.", "Let in without a login.")
    return "/socket.io"


def _subscribing(site: Site) -> Words:
    """What is another's, or is not at all, is answered alike; and how soon answers come."""
    with Ear(site.url, site.user.login["access_token"]) as ear:
        for topic in ("download", "training"):
            refused = ear.call(f"subscribe:{topic}", str(uuid.uuid4()))
            if refused != {"ok": False, "code": "not_found"}:
                raise Gap(str(refused), str(refused))
        began = time.perf_counter()
        for _ in range(ASKED):
            ear.call("unsubscribe:download", str(uuid.uuid4()))
        answer_ms = 1000 * (time.perf_counter() - began) / ASKED
    return Words(f"پاسخ در {answer_ms:.0f} میلی‌ثانیه", f"answered within {answer_ms:.0f} ms")
