"""Phonemes as Piper numbers them in every language: its checkpoints know them by these numbers only."""

from itertools import chain

from bazgoo.training.voice.symbols import BEGIN, END, INVENTORY, PAD

_FIRST = (PAD, BEGIN, END)
_NUMBERS = (
    *(3, 4, 8, 10, 131, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27),
    *(28, 29, 30, 31, 32, 33, 34, 36, 38, 51, 66, 96, 108, 109, 120, 121, 122),
)
IDS = {symbol: number for number, symbol in enumerate(_FIRST)} | dict(zip(INVENTORY, _NUMBERS, strict=True))
"""The symbols of Persian and their numbers in Piper's table."""


def number(symbols: str) -> list[int]:
    """The ids of ``symbols`` as Piper makes them: begin, a pad after each, end; strangers are left out."""
    spoken = (BEGIN, *(symbol for symbol in symbols if symbol in IDS))
    return [*chain.from_iterable((IDS[symbol], IDS[PAD]) for symbol in spoken), IDS[END]]
