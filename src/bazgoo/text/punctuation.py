"""Punctuation: the marks that are heard as a pause or a melody, and the quotes and brackets that are not."""

MARKS = "،:؛….!؟"
"""The marks of spoken text, the weakest first."""

STOP = r"[.!?؟…۔。‼⁇⁈⁉]++"
CLAUSE = "[،,、؛;:]++"
OPENERS = "«“‹„([{"
CLOSERS = "»”›)]}"
QUOTE = "\"'`"
"""Quotes that look the same on both sides."""

BRACKET = rf"[«“‹„»”›(){{}}\[\]{QUOTE}‘’]"
PARENTHESIS = r"(?<=[\w»”]\s)[(\[](?=\w)|(?<!\(ها)(?<!\(های)[)\]](?=\s\w)"
"""A bracket around an aside, which is heard as a short pause."""

DASH = r"(?<=[^\s,،:؛.؟!…]\s)[-–—]{1,3}(?=\s)|(?<=\w)—(?=\w)"
"""A dash between words with spaces around it."""

_QUESTIONS = set("?؟⁇⁈⁉")
_EXCLAMATIONS = set("!‼")


def say_stop(written: str) -> str:
    """Say the end of a sentence: a question over a cry, a cry over an ellipsis, that over a full stop."""
    if not _QUESTIONS.isdisjoint(written):
        return "؟"
    if not _EXCLAMATIONS.isdisjoint(written):
        return "!"
    return "…" if "…" in written or len(written) > 1 else "."


def say_clause(written: str) -> str:
    """Say the strongest of the marks within a sentence."""
    if "؛" in written or ";" in written:
        return "؛"
    return ":" if ":" in written else "،"


def stronger(one: str, other: str) -> str:
    """The mark that is heard where two meet."""
    return max(one, other, key=MARKS.index)
