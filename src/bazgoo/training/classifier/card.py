"""What the model card of a classifier says beside what every card does: its labels, and how well each is told."""

from bazgoo.engines.classifier.description import Description, Scores

_SHOWN = 12
"""Labels up to which the whole confusion matrix is shown; it is in `classifier.json` in any case."""


def about(description: Description) -> str:
    """A part of the card, as Markdown."""
    labels = [_cell(label) for label in description.labels]
    lines = ["## What it tells", "", f"One of {len(labels)}: {', '.join(labels)}.", ""]
    if description.validation:
        lines += _told(labels, description.validation)
        if len(labels) <= _SHOWN:
            lines += _confused(labels, description.validation)
    return "\n".join(lines) + "\n"


def _told(labels: list[str], scores: Scores) -> list[str]:
    """Of each label how many examples there were, and the share of them, and of what was told so, that is right."""
    rows = []
    for n, label in enumerate(labels):
        there, told = sum(scores.confusion[n]), sum(row[n] for row in scores.confusion)
        hits = scores.confusion[n][n]
        rows.append(f"| {label} | {there} | {_share(hits, there)} | {_share(hits, told)} |")
    heading = (
        f"On {scores.examples} examples that it did not learn from, {scores.accuracy:.1%} are told right."
    )
    return [heading, "", "| label | examples | recall | precision |", "|---|---|---|---|", *rows, ""]


def _confused(labels: list[str], scores: Scores) -> list[str]:
    rows = [
        f"| {label} | {' | '.join(map(str, row))} |"
        for label, row in zip(labels, scores.confusion, strict=True)
    ]
    head = [f"| is \\ told as | {' | '.join(labels)} |", "|---" * (len(labels) + 1) + "|"]
    return [*head, *rows, ""]


def _share(hits: int, total: int) -> str:
    return f"{hits / total:.0%}" if total else "–"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
