"""`bazgoo dataset check`: what is good about a dataset and what to mend."""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from bazgoo.cli.datasets.bringing import Wish, filled, tell
from bazgoo.cli.datasets.progress import Telling
from bazgoo.cli.models.printing import print_json, print_rows
from bazgoo.cli.terminal import language, say
from bazgoo.datasets import Dataset, Kind
from bazgoo.datasets.checking import check
from bazgoo.datasets.dataset import DATABASE
from bazgoo.datasets.importing import ImportReport
from bazgoo.datasets.problems import PROBLEMS
from bazgoo.datasets.report import Report

_HEADS = {"fa": ("مشکل", "رکورد", "چه باید کرد"), "en": ("problem", "records", "what to do")}


def show(path: Path, kind: Kind | None, script: Path | None, *, as_json: bool) -> None:
    """Check what lies at ``path`` and print the report; a mere source is imported for this alone."""
    with _dataset(path, kind, script) as (dataset, imported):
        with Telling() as telling:
            report = check(dataset, emit=telling)
        if as_json:
            _print_json(report, imported)
            return
        if imported:
            tell(imported)
        _print(dataset, report)


@contextlib.contextmanager
def _dataset(
    path: Path, kind: Kind | None, script: Path | None
) -> Iterator[tuple[Dataset, ImportReport | None]]:
    if (path / DATABASE).exists():
        with Dataset.open(path) as dataset:
            yield dataset, None
        return
    with (
        tempfile.TemporaryDirectory(prefix="bazgoo-") as folder,
        filled(Path(folder) / "dataset", path, Wish(path.name, kind, script)) as (dataset, imported),
    ):
        yield dataset, imported


def _print_json(report: Report, imported: ImportReport | None) -> None:
    brought = {}
    if imported:
        rejected = [asdict(each) for each in imported.rejected]
        brought = {"layout": imported.layout, "accepted": imported.accepted, "rejected": rejected}
    print_json({**brought, **report.as_dict()})


def _print(dataset: Dataset, report: Report) -> None:
    minutes, share = f"{report.duration_s / 60:.1f}", report.coverage["share"]
    kept, quality = report.records - report.excluded, f"{report.quality:.0f}"
    say(
        f"«{dataset.name}»: {kept} رکورد، {minutes} دقیقه، کیفیت {quality} از ۱۰۰",
        f"“{dataset.name}”: {kept} record{'' if kept == 1 else 's'}, {minutes} min, quality {quality} of 100",
    )
    if report.coverage["missing"]:
        missing = " ".join(report.coverage["missing"])
        say(f"پوشش آواها {share:.0%}؛ کم است: {missing}", f"Sounds covered {share:.0%}; too few: {missing}")
    persian = language() == "fa"
    rows = [
        (code, str(count), PROBLEMS[code].fa if persian else PROBLEMS[code].en)
        for code, count in report.problems.items()
    ]
    if rows:
        print_rows(_HEADS[language()], rows)
    else:
        say("مشکلی دیده نشد.", "No problem was found.")
