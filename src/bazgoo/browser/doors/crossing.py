"""How what the front end has learnt, and eSpeak's data, reach the page's JavaScript."""

from collections.abc import Mapping
from typing import Any

from js import Object
from pyodide.ffi import to_js

from bazgoo.phonemes.weights import Stored


def across(files: Mapping[str, bytes]) -> Any:
    """Bytes by their names, as an object of JavaScript."""
    return to_js(files, dict_converter=Object.fromEntries)


def arrays_across(arrays: Mapping[str, Stored]) -> Any:
    """Arrays by their names: each its kind, its shape and its bytes."""
    rows = {name: [kind, [*shape], content] for name, (kind, shape, content) in arrays.items()}
    return to_js(rows, dict_converter=Object.fromEntries)
