"""Socket.IO as no client of it speaks: bytes on a websocket, and bodies of long polls."""

import json
import random
from collections.abc import Callable

KINDS = "0123456789b"
EVENTS = (
    "subscribe:download",
    "subscribe:training",
    "unsubscribe:dataset",
    "connect",
    "disconnect",
    "message",
    "",
    "__proto__",
)


def hostile_message(dice: random.Random, token: str) -> str | bytes:
    """One message: nearly right, broken, too deep, too long, binary, or of another protocol."""
    kinds: list[Callable[[], str | bytes]] = [
        lambda: "42" + json.dumps([dice.choice(EVENTS), dice.choice(("x", 1, None, {}, [], "\0", "a" * 500))]),
        lambda: f"42{dice.randrange(10**12)}" + json.dumps([dice.choice(EVENTS)]),
        lambda: dice.choice(KINDS) + dice.choice(KINDS) + dice.choice(("", "{}", "[]", "null", '["a"', "/admin,", "/a?b,[]")),
        lambda: "40" + json.dumps({"token": dice.choice((token, "x", None, 7, {}, "a" * 5000))}),
        lambda: f"40/{'n' * dice.randint(1, 500)}," + json.dumps({"token": token}),
        lambda: "42" + "[" * dice.randint(1, 9000),
        lambda: f"4{dice.choice('56')}{dice.choice(('1', '999999999', '-1', '1' * 20))}-" + '["subscribe:download",{"_placeholder":true,"num":9}]',
        lambda: "4" + "1" * 9000,
        lambda: "2probe" if dice.random() < 0.5 else "5",
        lambda: dice.randbytes(dice.randint(1, 3000)),
        lambda: "b" + "A" * dice.randint(1, 5000),
        lambda: "".join(chr(dice.randrange(1, 0xD800)) for _ in range(dice.randint(1, 300))),
        lambda: "\x1e" * dice.randint(1, 50),
        lambda: "",
        lambda: "x" * 12_000,
    ]  # fmt: skip
    return dice.choice(kinds)()
