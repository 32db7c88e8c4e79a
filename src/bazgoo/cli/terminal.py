"""The terminal: which language it reads, and where words to its person go."""

import os
import sys
from typing import TextIO, cast

from rich.console import Console

from bazgoo.errors import BazgooError, Language

console = Console(stderr=True, highlight=False)
"""For words to the person; results go to standard output, so that they can be piped."""


def language() -> Language:
    """Persian when the locale says so, else English."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "fa" if locale.startswith("fa") else "en"


def say(fa: str, en: str) -> None:
    """One sentence to the person, in their language."""
    console.print(fa if language() == "fa" else en, markup=False, soft_wrap=True)


def tell(error: BazgooError) -> None:
    """An error to the person, in their language, with its code."""
    console.print(f"bazgoo: {error.message(language())} [{error.code}]", markup=False, soft_wrap=True)


def speak_utf8() -> None:
    """Make standard streams UTF-8, also where the locale (`LANG=C`, old Windows) is not."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            cast("TextIO", stream).reconfigure(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]
