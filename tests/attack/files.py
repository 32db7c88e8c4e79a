"""Files that are not what they seem: archives, recordings, voices and tables made to break what opens them."""

import io
import json
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.attack.target import tone

NAMES = [
    "a.wav", "../a.wav", "../../../../etc/passwd", "/etc/passwd", "C:\\windows\\a", "..\\..\\a", "wavs/../../a", "a/./b", "a//b",
    ".", "..", "", "con", "nul.wav", "a\x00b", "a\nb", "\u202egnp.wav", "a" * 300, "/".join("a" * 60), "💥.wav", "~/.ssh/id",
    "$(id)", "`id`", "%2e%2e%2fa", "metadata.csv", "wavs/a.wav", "-rf", "a.wav/", "wavs", ".git/config", "run/studio.json",
]  # fmt: skip
"""Names that would lead elsewhere, or that a disk minds."""

TABLE = "a|سلام دنیا\nb|خداحافظ\n"


def damaged(dice: random.Random, content: bytes) -> bytes:
    """``content`` cut, flipped or grown somewhere."""
    if not content:
        return dice.randbytes(16)
    at, spoilt = dice.randrange(len(content)), bytearray(content)
    match dice.randrange(4):
        case 0:
            return content[:at]
        case 1:
            for _ in range(dice.randint(1, 8)):
                spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        case 2:
            spoilt[at : at + dice.randint(1, 64)] = dice.randbytes(dice.randint(0, 64))
        case _:
            spoilt[at:at] = dice.choice(
                (b"\xff\xff\xff\xff", b"\0" * 64, struct.pack("<Q", 2**63), b"\x7f\xff\xff\xff")
            )
    return bytes(spoilt)


def hostile_archive(dice: random.Random) -> tuple[str, bytes]:
    """A name and an archive: entries that lead out, links, bombs, tables that lie, or a damaged one."""
    kinds: list[Callable[[], tuple[str, bytes]]] = [
        lambda: ("a.zip", _zip(dice, dice.choices(NAMES, k=dice.randint(1, 5)))),
        lambda: ("a.zip", damaged(dice, _zip(dice, ["metadata.csv", "wavs/a.wav"]))),
        lambda: ("a.zip", zip_bomb()),
        lambda: ("a.zip", _zip_link()),
        lambda: ("a.tar", _tar(dice, dice.choices(NAMES, k=dice.randint(1, 5)))),
        lambda: ("a.tar.gz", _tar(dice, dice.choices(NAMES, k=3), "w:gz")),
        lambda: ("a.tar.xz", damaged(dice, _tar(dice, ["metadata.csv", "wavs/a.wav"], "w:xz"))),
        lambda: ("a.tar", damaged(dice, _tar(dice, ["metadata.csv", "wavs/a.wav"]))),
        lambda: (dice.choice(("a.zip", "a.tar", "a.gz")), dice.randbytes(dice.randint(0, 2000))),
        lambda: (dice.choice(("a.csv", "a.tsv", "a.jsonl", "a.txt")), hostile_table(dice)),
        lambda: (dice.choice(NAMES), hostile_sound(dice)),
    ]
    return dice.choice(kinds)()


def zip_bomb(size: int = 300 << 20) -> bytes:
    """Far more zeros than a recording could be, in hardly any bytes."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("a.wav", "w") as file,
    ):
        for _ in range(size >> 20):
            file.write(bytes(1 << 20))
    return made.getvalue()


def _zip(dice: random.Random, names: list[str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.external_attr = dice.choice((0, 0o100644, 0o120777, 0o010666, 0o060666)) << 16
            archive.writestr(info, TABLE.encode() if name.endswith("csv") else tone(seconds=0.1))
    return made.getvalue()


def _zip_link() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("wavs")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc")
        archive.writestr("wavs/passwd", "x")
    return made.getvalue()


def _tar(dice: random.Random, names: list[str], mode: Any = "w") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:
        for name in names:
            info = tarfile.TarInfo(name.replace("\0", "?"))
            info.type = dice.choice(
                (tarfile.REGTYPE,) * 6 + (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE)
            )
            info.linkname = dice.choice(("/etc/passwd", "../../jwt_secret", "a"))
            info.mode = 0o777
            content = TABLE.encode() if name.endswith("csv") else tone(seconds=0.1)
            info.size = len(content) if info.isreg() else 0
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


def hostile_table(dice: random.Random) -> bytes:
    """Lines of a table that no program wrote."""
    cells = [
        "text",
        "سلام",
        '"',
        '""',
        "\t",
        ",",
        "|",
        "\0",
        "=cmd()",
        "a" * 5000,
        "../../a.wav",
        "1e400",
        "\ufeff",
        "{}",
        "[" * 500,
    ]
    lines = ["".join(dice.choices(cells, k=dice.randint(1, 8))) for _ in range(dice.randint(1, 50))]
    lines[0] = dice.choice(("file,text", "text\tlabel", '{"text": "سلام"}', lines[0]))
    joined = dice.choice(("\n", "\r\n", "\r")).join(lines)
    return joined.encode(dice.choice(("utf-8", "utf-16", "cp1256")), "replace")


def hostile_sound(dice: random.Random) -> bytes:
    """A recording whose header says what cannot be."""
    head = bytearray(tone(seconds=dice.choice((0.0, 0.1, 0.5))))
    kinds: list[Callable[[], bytes]] = [
        lambda: damaged(dice, bytes(head)),
        lambda: _wav(dice.choice((0, 1, 7, 2**31 - 1, 2**32 - 1)), 1, bytes(head[44:])),
        lambda: _wav(16_000, dice.choice((0, 2, 255, 65_535)), bytes(head[44:])),
        lambda: _wav(16_000, 1, bytes(head[44:]), bits=dice.choice((0, 1, 3, 64, 65_535))),
        lambda: _wav(16_000, 1, bytes(head[44:]), kind=dice.choice((2, 3, 6, 7, 17, 49, 85, 65_534))),
        lambda: flac(dice.choice((1, 8_000, 655_350)), dice.choice((0, 1, 2**36 - 1))),
        PLAYLIST.encode,
        lambda: b"OggS" + dice.randbytes(300),
        lambda: b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + dice.randbytes(300),
        lambda: b"\x1a\x45\xdf\xa3" + dice.randbytes(300),
        lambda: b"\0\0\0\x20ftypM4A " + dice.randbytes(300),
    ]
    return dice.choice(kinds)()


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXTINF:9,\nhttp://127.0.0.1:9/a.wav\n#EXT-X-ENDLIST\n"
"""What FFmpeg would follow to other files and other machines."""


def _wav(rate_hz: int, channels: int, samples: bytes, bits: int = 16, kind: int = 1) -> bytes:
    frame = channels * bits // 8
    form = struct.pack("<HHIIHH", kind, channels, rate_hz, rate_hz * frame & 0xFFFFFFFF, frame & 0xFFFF, bits)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", len(body)) + body


def flac(rate_hz: int, frames: int) -> bytes:
    """The head of a FLAC file that promises so many ``frames``, and nothing behind it."""
    packed = rate_hz << 44 | 0 << 41 | 15 << 36 | frames
    info = struct.pack(">HH", 4096, 4096) + bytes(6) + packed.to_bytes(8, "big") + bytes(16)
    return b"fLaC\x80\0\0\x22" + info


NUMBERS: list[Any] = [
    0,
    -1,
    1,
    2**31,
    2**63,
    10**30,
    1e308,
    -1e308,
    0.1,
    None,
    True,
    "7",
    [],
    {},
    "۱۲",
    "\0",
    "a" * 9999,
]


def hostile_config(dice: random.Random, config: dict[str, Any]) -> bytes:
    """The JSON beside a voice with some of it changed, missing, or nested without end."""
    if dice.random() < 0.1:
        return dice.choice(
            (b"[" * 100_000, b'{"a":' * 50_000, b"\xff\xfe{}", b"null", b"[]", b"", b'{"audio": NaN}')
        )
    changed = json.loads(json.dumps(config))
    for _ in range(dice.randint(1, 3)):
        _change(dice, changed)
    return json.dumps(changed).encode()


def _change(dice: random.Random, table: dict[str, Any]) -> None:
    name = dice.choice(list(table))
    value = table[name]
    if isinstance(value, dict) and value and dice.random() < 0.8:
        _change(dice, value)
    elif dice.random() < 0.1:
        del table[name]
    elif isinstance(value, list) and value and dice.random() < 0.7:
        value[dice.randrange(len(value))] = dice.choice(NUMBERS)
    else:
        table[name] = dice.choice(NUMBERS)


def hostile_voice(dice: random.Random, tiny_voice: Path, name: str) -> list[tuple[str, bytes]]:
    """A graph and its JSON, one of them or both not what they should be."""
    graph = tiny_voice.read_bytes()
    config = json.loads(tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes())
    spoilt = dice.random()
    made = damaged(dice, graph) if spoilt < 0.6 else graph
    told = hostile_config(dice, config) if spoilt > 0.4 else json.dumps(config | {"dataset": name}).encode()
    return [(f"{name}.onnx", made), (f"{name}.onnx.json", told)]
