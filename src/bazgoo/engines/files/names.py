"""What a voice is called when its file has no name of its own, such as ``model.onnx``."""

import json
from pathlib import Path

MANIFEST = "bazgoo.json"
"""What an installed model says of itself, in its own folder."""
LARGEST_MANIFEST = 2**20

_NAMELESS = ("model", "model.int8", "model.fp16")


def installed_name(model: Path) -> str:
    """The name its manifest gives it, else its file's, else its folder's when the file has none of its own."""
    given = _manifest_name(model.with_name(MANIFEST))
    nameless = model.stem in _NAMELESS or model.stem.startswith("model-steps")
    return given or (model.parent.name if nameless else model.stem)


def _manifest_name(manifest: Path) -> str | None:
    try:
        with manifest.open("rb") as file:
            content = json.loads(file.read(LARGEST_MANIFEST))
    except (OSError, ValueError, RecursionError):
        return None
    name = content.get("name") if isinstance(content, dict) else None
    return name if isinstance(name, str) and name else None
