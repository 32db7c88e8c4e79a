"""What a training learns from and what it only measures itself with."""

from bazgoo.datasets import Dataset, Record
from bazgoo.datasets.records import lot, split_of


def divided(dataset: Dataset, share: float) -> tuple[list[Record], list[Record]]:
    """The records that are not excluded, in order: those to learn from, and ``share`` of them to validate with.

    Each goes where its content draws it, whatever else is there.  Where chance leaves one side empty, the record
    whose lot is nearest crosses over.
    """
    sides: tuple[list[Record], list[Record]] = ([], [])
    for record in dataset.all(excluded=False):
        sides[split_of(record.content, share) == "validation"].append(record)
    learning, validating = sides
    if share and not validating and len(learning) > 1:
        _cross(learning, validating, min(learning, key=_drawn))
    elif not learning and validating:
        _cross(validating, learning, max(validating, key=_drawn))
    return sides


def _cross(here: list[Record], there: list[Record], record: Record) -> None:
    here.remove(record)
    there.append(record)


def _drawn(record: Record) -> float:
    return lot(record.content)
