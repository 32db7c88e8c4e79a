"""What a voice is taught to read: phonemes as eSpeak NG writes Persian, one code point an id."""

import re
import unicodedata
from collections.abc import Sequence

from bazgoo.engines.symbols import phonemes
from bazgoo.phonemes import alphabet, espeak_ng, transcribe
from bazgoo.text import passages

PAD, BEGIN, END = "_", "^", "$"
INVENTORY = " !,.1:;?abdefhijklmnopqrstuvxzɑɡʃʒʔˈˌː"
"""Every symbol that eSpeak NG, and so a stock player, sends a Persian voice; ق is ``q1``."""
IDS = {symbol: number for number, symbol in enumerate((PAD, BEGIN, END, *INVENTORY))}
"""Symbols and their numbers, as the exported voice tells them too."""

_MARK = re.compile("([،؛:.؟!…])")
_SWITCH = re.compile(r"\([a-z-]+\)")


def read(text: str) -> str:
    """``text`` as Bazgoo reads it, in symbols; those outside the inventory are still in it."""
    utterances = (transcribe(passage.tokens) for passage in passages(text))
    return " ".join("".join(phonemes(one, IDS, persian=True)) for one in utterances if one.words)


def read_as_espeak(text: str) -> str:
    """``text`` as eSpeak NG alone reads it, and stock players with it: clause by clause, marks kept."""
    pieces = _MARK.split(text)
    clauses = zip(pieces[::2], [*pieces[1::2], ""], strict=True)
    spoken = [
        (_SWITCH.sub("", espeak_ng.ipa(clause)), alphabet.MARKS.get(mark, "")) for clause, mark in clauses
    ]
    line = " ".join(f"{sounds}{'.' if mark == '…' else mark}" for sounds, mark in spoken if sounds)
    return unicodedata.normalize("NFD", line)


def number(symbols: str) -> list[int]:
    """The ids of ``symbols`` between a begin and an end; what the inventory lacks is left out."""
    return [IDS[BEGIN], *(IDS[symbol] for symbol in symbols if symbol in IDS), IDS[END]]


def strangers(symbols: Sequence[str]) -> set[str]:
    """Symbols that no id stands for."""
    return set(symbols) - IDS.keys()
