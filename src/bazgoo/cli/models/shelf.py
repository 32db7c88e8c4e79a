"""`bazgoo models list` and `remove`."""

import shutil
from dataclasses import asdict
from typing import Any

from bazgoo.cli.models.printing import megabytes, print_json, print_rows
from bazgoo.cli.terminal import language, say
from bazgoo.errors import ModelNotFound
from bazgoo.hub import WHY_NOT, discard
from bazgoo.hub.download import PARTS
from bazgoo.store import Shelf

_HEADS = {"fa": ("نام", "موتور", "وضعیت", "MB", "از"), "en": ("name", "engine", "state", "MB", "from")}


def show(shelf: Shelf, *, as_json: bool) -> None:
    """Print every model, whether its files are there, and every unfinished one."""
    models = [
        {**asdict(model), "size_bytes": model.size_bytes, "missing": shelf.missing(model)}
        for model in shelf.models()
    ]
    unfinished = _unfinished(shelf)
    if as_json:
        told = {"items": models, "unfinished": unfinished, "used_bytes": _used(models)}
        free = shutil.disk_usage(shelf.models_dir).free if shelf.models_dir.exists() else None
        print_json({**told, "free_bytes": free})
        return
    rows = [_cells(model) for model in models]
    rows += [(name, "", "ناتمام" if language() == "fa" else "unfinished", "?", "") for name in unfinished]
    if rows:
        print_rows(_HEADS[language()], rows)
    else:
        say("هنوز مدلی نصب نیست.", "No model is installed yet.")


def remove(shelf: Shelf, names: list[str], *, as_json: bool) -> None:
    """Uninstall each; all names are looked up before anything goes."""
    ids = [_id(shelf, name) for name in names]
    freed = sum(_remove(shelf, model_id) for model_id in ids)
    if as_json:
        print_json({"removed": ids, "freed_bytes": freed})
    else:
        say(f"{megabytes(freed)} مگابایت آزاد شد.", f"Freed {megabytes(freed)} MB.")


def _id(shelf: Shelf, name: str) -> str:
    """The id of an installed model by any of its names, or of an unfinished one by its id."""
    try:
        return shelf.find(name).id
    except ModelNotFound:
        if not shelf.folder(name).is_dir():
            raise
        return name


def _remove(shelf: Shelf, model_id: str) -> int:
    """The bytes freed; raises FolderBusy while a download runs there."""
    folder = shelf.folder(model_id)
    parts = folder / PARTS
    held = sum(path.stat().st_blocks * 512 for path in parts.iterdir()) if parts.is_dir() else 0
    discard(folder)
    return held + shelf.remove(model_id)


def _unfinished(shelf: Shelf) -> list[str]:
    """Ids of folders that a download has begun and not finished."""
    return sorted(parts.parent.name for parts in shelf.models_dir.glob(f"*/{PARTS}"))


def _used(models: list[dict[str, Any]]) -> int:
    return sum(model["size_bytes"] for model in models)


def _cells(model: dict[str, Any]) -> tuple[str, ...]:
    persian = language() == "fa"
    state = (
        ("نصب‌شده" if persian else "installed")
        if not model["missing"]
        else "✗ " + ", ".join(model["missing"][:3])
    )
    engine = model["engine"] or WHY_NOT.get(model["why_not"], ("?", "?"))[0 if persian else 1].rstrip(".")
    return model["name"], engine, state, megabytes(model["size_bytes"]), model["repo_id"] or ""
