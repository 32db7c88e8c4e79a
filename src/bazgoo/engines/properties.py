"""What the author of an ONNX file wrote into it, read without loading the graph."""

import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bazgoo.engines import protobuf

_METADATA_PROPS = 14  # of ModelProto
_KEY, _VALUE = 1, 2  # of StringStringEntryProto
_LARGEST = 2**20


def read_properties(model: Path) -> Mapping[str, str]:
    """The metadata of an ONNX file; empty when it has none, or is not one."""
    try:
        status = model.stat()
    except OSError:
        return {}
    return _read(model, status.st_ino, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=256)
def _read(model: Path, *_signature: int) -> Mapping[str, str]:
    try:
        with model.open("rb") as file:
            return dict(map(_entry, protobuf.fields(file, _METADATA_PROPS, _LARGEST)))
    except (OSError, ValueError):
        return {}


def _entry(message: bytes) -> tuple[str, str]:
    key, value = (
        next(protobuf.fields(io.BytesIO(message), field, _LARGEST), b"").decode() for field in (_KEY, _VALUE)
    )
    return key, value
