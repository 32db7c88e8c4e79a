"""The networks of ezafe, in a page: their sums are `web/src/inpage/reader/network.ts`."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from inpage import open_networks

from bazgoo.browser.doors.crossing import arrays_across
from bazgoo.phonemes.vocabulary import groups, rows_of
from bazgoo.phonemes.weights import shipped, stored

FILE = "network.npz"


class Network:
    """The networks that Bazgoo ships with."""

    def __init__(self, vocabulary: Mapping[str, int], ask: Callable[[str], str]) -> None:
        self._vocabulary = vocabulary
        self._ask = ask

    def scores(self, words: Sequence[str]) -> list[float]:
        """The mean logit of an ezafe, for each of ``words``."""
        placed = [(self._vocabulary.get(word, 0), groups(word)) for word in words]
        scores: list[float] = json.loads(self._ask(json.dumps([placed])))
        return scores


@cache
def network() -> Network:
    """The networks, told to the page when they are first asked."""
    arrays = stored(shipped(FILE))
    vocabulary = rows_of(arrays.pop("vocabulary"))
    return Network(vocabulary, open_networks(arrays_across(arrays)))
