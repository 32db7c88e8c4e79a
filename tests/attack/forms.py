"""Multipart bodies (RFC 7578) as no browser writes them."""

import random

from tests.attack.files import damaged

Part = tuple[str, str | None, bytes]
"""A field: its name, its file's name if it is a file, its content."""


def form(parts: list[Part], dice: random.Random) -> tuple[bytes, str]:
    """The body and its content type; one in six is broken in one of many ways."""
    boundary = dice.choice(("x" * 8, "a" * 70, "'()+_,-./:=?"))
    body = b"".join(_part(boundary, *part) for part in parts) + f"--{boundary}--\r\n".encode()
    kind = f"multipart/form-data; boundary={boundary}"
    if dice.random() > 1 / 6:
        return body, kind
    return dice.choice(
        (
            (damaged(dice, body), kind),
            (body[:-4], kind),
            (b"", kind),
            (body, "multipart/form-data"),
            (body, "multipart/form-data; boundary="),
            (body, f"multipart/form-data; boundary={'b' * 5000}"),
            (body, "multipart/form-data; boundary=\xff\xfe"),
            (body, "multipart/mixed; boundary=x"),
            (body.replace(b"\r\n", b"\n"), kind),
            (f"--{boundary}\r\n".encode() * 3000, kind),
            (f"--{boundary}\r\n{'A' * 9000}: {'b' * 9000}\r\n\r\n".encode() + body, kind),
            (_part(boundary, "file", "a", b"") * 200 + body, kind),
            (_part(boundary, "file", None, b"a") * 200 + body, kind),
        )
    )


def _part(boundary: str, name: str, filename: str | None, content: bytes) -> bytes:
    """One part; quotes and line ends in names stay as they are, which is half the attack."""
    named = f'; filename="{filename}"' if filename is not None else ""
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
    return head.encode("utf-8", "surrogatepass") + content + b"\r\n"
