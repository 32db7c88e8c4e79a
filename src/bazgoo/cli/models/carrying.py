"""`bazgoo models import` and `export`: models as files, where there is no line."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bazgoo.cli.models.printing import print_json
from bazgoo.cli.models.progress import Telling
from bazgoo.cli.terminal import say
from bazgoo.store import Shelf, export_bundle, import_files


def bring_in(shelf: Shelf, files: Sequence[Path], *, as_json: bool) -> None:
    """Install every bundle, and every pair of voice files, among ``files``."""
    bundles = [file for file in files if file.suffix.lower() == ".tar"]
    others = [file for file in files if file not in bundles]
    with Telling() as telling:
        models = import_files(shelf, others, emit=telling) if others else []
        for bundle in bundles:
            models += import_files(shelf, [bundle], emit=telling)
    if as_json:
        print_json({"items": [{**asdict(model), "size_bytes": model.size_bytes} for model in models]})
        return
    for model in models:
        say(f"«{model.name}» نصب شد.", f"Installed “{model.name}”.")


def take_out(shelf: Shelf, name: str, out: Path, *, as_json: bool) -> None:
    """Write the bundle of one model."""
    model = shelf.find(name)
    with Telling() as telling:
        written = export_bundle(shelf, model.id, out, telling)
    if as_json:
        print_json(
            {"id": model.id, "name": model.name, "file": str(written), "size_bytes": written.stat().st_size}
        )
    else:
        say(f"در «{written}» نوشته شد.", f"Written to “{written}”.")
