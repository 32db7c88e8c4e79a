"""`bazgoo dataset import` and `export`."""

import contextlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from bazgoo.cli.datasets.progress import Telling
from bazgoo.cli.models.printing import print_json
from bazgoo.cli.terminal import say
from bazgoo.datasets import Dataset, Kind
from bazgoo.datasets.dataset import DATABASE
from bazgoo.datasets.exporting import export_audiofolder, export_ljspeech
from bazgoo.datasets.importing import ImportReport, import_path
from bazgoo.datasets.importing.decoding import whole
from bazgoo.errors import FileUnreadable, FileUnwritable

_MOST_SHOWN = 20
_TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".txt")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says of what they bring."""

    name: str | None = None
    kind: Kind | None = None
    script: Path | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


def bring_in(source: Path, folder: Path, wish: Wish, *, as_json: bool) -> None:
    """Import ``source`` into the dataset in ``folder``, which is made where there is none."""
    with filled(folder, source, wish) as (dataset, report):
        tell(report)
        counts = {"accepted": report.accepted, "rejected_count": report.rejected_count}
        told = {**_facts(dataset), "layout": report.layout, **counts}
        if as_json:
            print_json({**told, "rejected": [asdict(each) for each in report.rejected]})
        else:
            minutes, next_ = f"{dataset.duration_s / 60:.1f}", f"bazgoo dataset check {folder}"
            say(
                f"«{dataset.name}»: {report.accepted} رکورد، {minutes} دقیقه. حالا: {next_}",
                f"“{dataset.name}”: {report.accepted} records, {minutes} min. Now: {next_}",
            )


def take_out(folder: Path, out: Path, layout: Literal["ljspeech", "audiofolder"], *, as_json: bool) -> None:
    """Export the dataset in ``folder``."""
    write = export_ljspeech if layout == "ljspeech" else export_audiofolder
    with Dataset.open(folder) as dataset:
        with Telling() as telling:
            written = write(dataset, out, telling)
        if as_json:
            print_json({**_facts(dataset), "layout": layout, "out": str(written)})
        else:
            say(f"در «{written}» نوشته شد.", f"Written to “{written}”.")


@contextlib.contextmanager
def filled(folder: Path, source: Path, wish: Wish) -> Iterator[tuple[Dataset, ImportReport]]:
    """The dataset in ``folder`` with what ``source`` holds; a new one that fails leaves nothing."""
    is_new = not (folder / DATABASE).exists()
    if is_new and folder.is_dir() and any(folder.iterdir()):
        raise FileUnwritable(
            file=folder,
            reason_fa="پوشه پر است و مجموعه‌داده نیست.",
            reason_en="it is not empty, and no dataset.",
        )
    try:
        with _opened(folder, source, wish) if is_new else Dataset.open(folder) as dataset:
            with Telling() as telling:
                report = import_path(source, dataset, script=_script(wish.script), emit=telling)
            for key, value in wish.facts.items():
                dataset.set_fact(key, value)
            is_new = False
            yield dataset, report
    finally:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)


def tell(report: ImportReport) -> None:
    """The rows that were refused, the first of them."""
    for each in report.rejected[:_MOST_SHOWN]:
        where = f"{each.file}:{each.line}" if each.line else each.file
        say(f"{where}: {each.reason_fa}", f"{where}: {each.reason_en}")
    if (more := report.rejected_count - _MOST_SHOWN) > 0:
        say(f"و {more} ردیف دیگر.", f"And {more} more.")


def _opened(folder: Path, source: Path, wish: Wish) -> Dataset:
    if folder.is_dir():
        folder.rmdir()
    usual: Kind = "text" if source.suffix.lower() in _TABLES else "audio"
    return Dataset.create(folder, wish.name or source.stem, wish.kind or usual)


def _script(path: Path | None) -> str | None:
    if path is None:
        return None
    if (text := whole(path)) is None:
        raise FileUnreadable(
            file=path, reason_fa="نویسه‌هایش خراب است.", reason_en="its characters are broken."
        )
    return text


def _facts(dataset: Dataset) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "type": dataset.kind,
        "folder": str(dataset.folder),
        "records": dataset.count(),
        "duration_s": round(dataset.duration_s, 2),
        "size_bytes": dataset.size_bytes,
        "version": dataset.version(),
    }
