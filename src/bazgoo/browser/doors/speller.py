"""The numbers behind the reader of unknown words, in a page: `web/src/inpage/reader/unknown.ts`."""

import json
from collections.abc import Mapping, Sequence

from inpage import open_speller

from bazgoo.browser.doors.crossing import arrays_across
from bazgoo.phonemes.weights import Stored

FIRST_PIECE = 1
"""The row of the first piece of sound; 0 stands before all of them."""


class Speller:
    """The network."""

    def __init__(self, arrays: Mapping[str, Stored]) -> None:
        self._ask = open_speller(arrays_across(arrays))

    def pieces(self, letters: Sequence[int], hints: Sequence[int]) -> list[int]:
        """The likeliest piece for each letter but the edges, from the first to the last."""
        pieces: list[int] = json.loads(self._ask(json.dumps([letters, hints])))
        return pieces
