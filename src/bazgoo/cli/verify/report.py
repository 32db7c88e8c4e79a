"""Findings on their way out: one line while they come, a table for people, JSON for machines."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bazgoo import __version__
from bazgoo.cli.bench.report import machine
from bazgoo.cli.terminal import console, language
from bazgoo.cli.verify.finding import Finding, State
from bazgoo.cli.verify.subjects import SUBJECTS

MARKS: dict[State, str] = {"good": "[green]✓[/]", "gap": "[red]✗[/]", "skipped": "[yellow]–[/]"}


def watched(findings: Iterator[Finding]) -> list[Finding]:
    """All of them, while one line says what was found last."""
    persian, found = language() == "fa", []
    with console.status("بازگو را می‌آزمایم…" if persian else "Verifying Bazgoo…") as status:
        for finding in findings:
            found.append(finding)
            done = finding.fa if persian else finding.en
            status.update(f"{len(found)}  {escape(done)}")
    return found


def print_table(findings: Sequence[Finding]) -> None:
    """A line for each, by subject, and a sentence at the end."""
    persian = language() == "fa"
    titles = {subject.name: subject.fa for subject in SUBJECTS} | {"leaving": "رفتن"} if persian else {}
    table = Table(box=SIMPLE, show_header=False, title=machine())
    for subject, group in groupby(findings, key=lambda finding: finding.subject):
        for place, finding in enumerate(group):
            detail = finding.detail.fa if persian else finding.detail.en
            name = finding.fa if persian else finding.en
            table.add_row(
                "" if place else f"[bold]{titles.get(subject, subject)}[/]",
                MARKS[finding.state],
                escape(name),
                escape(detail),
                f"{finding.seconds:.1f} s",
            )
    Console(width=max(Console().width, 100)).print(table)
    console.print(_verdict(findings, persian=persian), markup=False)


def _verdict(findings: Sequence[Finding], *, persian: bool) -> str:
    gaps = sum(finding.state == "gap" for finding in findings)
    skipped = sum(finding.state == "skipped" for finding in findings)
    if persian:
        ended = f"{gaps} کاستی" if gaps else "همه‌چیز درست است"
        return f"{len(findings)} آزمون؛ {ended}" + (f"؛ {skipped} آزمون این‌جا شدنی نبود." if skipped else ".")
    ended = f"{gaps} missing" if gaps else "all is as it should be"
    return f"{len(findings)} checks, {ended}" + (f"; {skipped} could not be made here." if skipped else ".")


def print_json(findings: Sequence[Finding]) -> None:
    """The same as one JSON object, in English."""
    rows = [
        {
            "subject": finding.subject,
            "check": finding.en,
            "state": finding.state,
            "detail": finding.detail.en,
            "seconds": round(finding.seconds, 3),
        }
        for finding in findings
    ]
    told = {
        "ok": not any(finding.state == "gap" for finding in findings),
        "version": __version__,
        "verified_at": datetime.now(UTC).isoformat(),
        "machine": machine(),
        "checks": rows,
    }
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
