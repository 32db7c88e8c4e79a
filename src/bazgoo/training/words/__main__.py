"""Teach words: `python -m bazgoo.training.words MATERIAL [--measure] [--out FOLDER]`; needs torch.

Compiles the dictionary and teaches the reader of unknown words (docs/reading.md). With --measure some words are kept
apart, nothing is written, and how many of them are read right is told, beside eSpeak NG.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bazgoo.phonemes import weights
from bazgoo.training.words import measuring, sources
from bazgoo.training.words.dictionary import compile_dictionary
from bazgoo.training.words.network import spelled, teach
from bazgoo.training.words.voting import agreed


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("material", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--out", type=Path, default=Path(weights.__file__).parent)
    given = parser.parse_args()
    words = list(agreed(sources.read(given.material)))
    if not given.measure:
        compile_dictionary(words, given.out)
        teach(spelled(words)).save(given.out)
        return
    learning, held_out = measuring.split(words)
    with tempfile.TemporaryDirectory() as folder:
        teach(spelled(learning)).save(Path(folder))
        for name, right in measuring.measure(Path(folder), held_out).items():
            sys.stdout.write(f"{name:60} {right:5.1f} %\n")


if __name__ == "__main__":
    main()
