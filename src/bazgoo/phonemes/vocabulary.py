"""How the networks know a word: by a vector of its own, if it has one, and by those of its groups of letters."""

from zlib import crc32

from bazgoo.phonemes.weights import Stored

GROUPS = 1 << 14
"""How many vectors there are for groups of letters, reached by hashing."""


def groups(word: str) -> list[int]:
    """Which vectors stand for the letters of ``word``: its beginnings, its endings, and all its threes."""
    framed = f"<{word}>"
    beginnings = {f"p{word[:length]}" for length in range(1, 5)}
    endings = {f"s{word[-length:]}" for length in range(1, 6)}
    threes = {f"g{framed[at : at + 3]}" for at in range(len(framed) - 2)}
    return sorted(crc32(group.encode()) % GROUPS for group in beginnings | endings | threes)


def rows_of(vocabulary: Stored) -> dict[str, int]:
    """The rows of the words that have a vector of their own; row 0 is of all others."""
    return {word: row for row, word in enumerate(vocabulary.content.decode().split("\n"), 1)}
