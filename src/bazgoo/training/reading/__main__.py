"""Teach the reader: `python -m bazgoo.training.reading MATERIAL [--measure] [--out FOLDER]`.

MATERIAL holds what docs/reading.md lists. With --measure one sentence in eight is kept apart and measured,
else everything is learnt and the weights are written where the reader finds them.
"""

import argparse
import sys
from pathlib import Path

from bazgoo.phonemes import weights
from bazgoo.training.reading.teaching import Material, measure, teach


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("material", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--out", type=Path, default=Path(weights.__file__).parent)
    given = parser.parse_args()
    material = Material.read(given.material)
    if not given.measure:
        teach(material).save(given.out)
        return
    learning, held_out = material.split()
    for name, share in measure(teach(learning), held_out).items():
        sys.stdout.write(f"{name:42} {share.percent:5.1f} %  of {share.whole:.0f}\n")


if __name__ == "__main__":
    main()
