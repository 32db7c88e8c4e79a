"""Which recordings are kept from all teaching, so that what was taught can be judged with them."""

from bazgoo.datasets.dataset import Dataset
from bazgoo.datasets.records import Record, lot


def held_out(dataset: Dataset) -> list[Record]:
    """The records of the validation split; where chance put none there, the one whose lot is nearest, as teaching does.

    Only what is not excluded; nothing where there are fewer than two records.
    """
    records = list(dataset.all(excluded=False))
    found = [record for record in records if record.split == "validation"]
    if found or len(records) < 2:
        return found
    return [min(records, key=lambda record: lot(record.content))]
