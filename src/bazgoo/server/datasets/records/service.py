"""Records browsed and changed."""

from typing import TYPE_CHECKING, Any

from bazgoo.datasets import Order
from bazgoo.errors import CursorInvalid
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.records.schemas import Exclusion, RecordChange, RecordOut, Records

if TYPE_CHECKING:
    from bazgoo.datasets import Dataset

PAGE = 1000


async def browse(
    holding: Holding, *, cursor: str | None, limit: int, order: Order, descending: bool, **filters: Any
) -> Records:
    """A page of records; raises DatasetNotFound, DatasetBusy, CursorInvalid."""
    start = _read_cursor(cursor)
    by_number = order == "n" and not descending
    place: dict[str, Any] = {"after": start} if by_number else {"offset": start}

    def ask(dataset: "Dataset") -> Records:
        found = dataset.records(limit=limit + 1, order=order, descending=descending, **place, **filters)
        shown = found[:limit]
        more = len(found) > limit
        following = shown[-1].n if by_number and shown else start + limit
        return Records(
            items=[RecordOut.of(record) for record in shown],
            next_cursor=str(following) if more else None,
            total=dataset.count(**filters),
        )

    return await holding.look(ask)


def _read_cursor(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 16):
        raise CursorInvalid
    return int(cursor)


async def read(holding: Holding, n: int) -> RecordOut:
    """One record; raises RecordNotFound."""
    return RecordOut.of(await holding.look(lambda dataset: dataset.record(n)))


async def change(holding: Holding, n: int, wanted: RecordChange) -> RecordOut:
    """Change what is said of a record, and see again what is wrong with it; raises RecordNotFound."""
    changes = {
        name: value or None if name in ("label", "speaker") else value
        for name, value in wanted.model_dump(exclude_unset=True).items()
    }

    def do(dataset: "Dataset") -> RecordOut:
        from bazgoo.datasets.checking import check_record  # noqa: PLC0415 - a start measures nothing

        record = dataset.edit(n, **changes)
        return RecordOut.of(check_record(dataset, record) if "text" in changes else record)

    return await holding.change(do)


async def exclude(holding: Holding, wanted: Exclusion) -> int:
    """Keep records out or take them in again, by number or by problem; how many this changed."""

    def do(dataset: "Dataset") -> int:
        numbers = set(wanted.numbers or ())
        for problem in wanted.problems or ():
            numbers |= _with_problem(dataset, problem)
        return dataset.exclude(sorted(numbers), wanted.excluded)

    return await holding.change(do)


def _with_problem(dataset: "Dataset", problem: str) -> set[int]:
    numbers: set[int] = set()
    after = 0
    while page := dataset.records(after=after, limit=PAGE, problem=problem):
        numbers |= {record.n for record in page}
        after = page[-1].n
    return numbers


async def remove(holding: Holding, n: int) -> None:
    """Delete a record with its audio; raises RecordNotFound."""
    await holding.change(lambda dataset: dataset.remove(n))
