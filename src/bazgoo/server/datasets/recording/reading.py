"""Which sentences are read aloud into a dataset, in which order, and which have been."""

import json
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from bazgoo.server.datasets.recording.schemas import Prompt, Recording

if TYPE_CHECKING:
    from bazgoo.datasets import Dataset

GOALS_S = (600, 1800, 3600)
UPCOMING = 10
OWN, DONE = "prompts", "prompts_recorded"
"""Facts of a dataset: the sentences of one's own, and the record of each that was read."""


@cache
def own_sentences() -> tuple[Prompt, ...]:
    """Bazgoo's sentences, in the order in which they are to be read."""
    from bazgoo.datasets.prompts import prompts  # noqa: PLC0415 - a start reads nothing aloud

    return tuple(Prompt(id=prompt.id, text=prompt.text) for prompt in prompts())


def prompts_of(dataset: "Dataset") -> list[Prompt]:
    """The sentences of a dataset: one's own, else Bazgoo's."""
    lines: list[str] = json.loads(dataset.facts().get(OWN, "[]"))
    if not lines:
        return list(own_sentences())
    return [Prompt(id=f"own-{number}", text=line) for number, line in enumerate(lines, 1)]


def keep_prompts(dataset: "Dataset", lines: Sequence[str]) -> int:
    """Have a person's own sentences read; each once."""
    kept = list(dict.fromkeys(text for line in lines if (text := line.strip())))
    with dataset.batch():
        dataset.set_fact(OWN, json.dumps(kept, ensure_ascii=False))
        # what was read of other sentences under the same ids says nothing of these
        read = {prompt: n for prompt, n in _recorded(dataset).items() if not prompt.startswith("own-")}
        dataset.set_fact(DONE, json.dumps(read))
    return len(kept)


def note_recorded(dataset: "Dataset", prompt: str, n: int) -> None:
    """Remember which record is the reading of a sentence."""
    with dataset.batch():
        dataset.set_fact(DONE, json.dumps(_recorded(dataset) | {prompt: n}))


def _recorded(dataset: "Dataset") -> dict[str, int]:
    return dict(json.loads(dataset.facts().get(DONE, "{}")))


def progress(dataset: "Dataset", after: str | None) -> Recording:
    """What to read next (behind the sentence ``after``, else the first that is left), and how far one is.

    A sentence counts as read when a record says so, or has its very words.
    """
    prompts = prompts_of(dataset)
    texts: set[str] = set()
    numbers: set[int] = set()
    for record in dataset.all():
        numbers.add(record.n)
        texts.add(record.text)
    read = {prompt for prompt, n in _recorded(dataset).items() if n in numbers}
    left = [prompt for prompt in prompts if prompt.id not in read and prompt.text not in texts]
    place = next((at + 1 for at, prompt in enumerate(prompts) if prompt.id == after), 0)
    behind = {prompt.id for prompt in prompts[:place]}
    ahead = [prompt for prompt in left if prompt.id not in behind] or left
    return Recording(
        next=ahead[0] if ahead else None,
        upcoming=ahead[1 : 1 + UPCOMING],
        recorded=len(prompts) - len(left),
        total=len(prompts),
        records=len(numbers),
        duration_s=dataset.duration_s,
        goals=list(GOALS_S),
    )
