"""`python -m tests.attack --requests 100000 --seed 1`: everything at once against a studio of its own."""

import argparse
import runpy
import sys
import tempfile
import warnings
from pathlib import Path

from tests.attack.campaign import attack
from tests.attack.target import attacked, quiet_environment

VOICE_SCRIPT = Path(__file__).parents[1] / "voices" / "make_tiny_voice.py"


def main() -> int:
    """Attack; 1 when anything was found."""
    arguments = argparse.ArgumentParser(prog="tests.attack")
    arguments.add_argument("--requests", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    quiet_environment()
    warnings.filterwarnings(
        "ignore", "Duplicate name"
    )  # zips in which two files have one are among the attacks
    with tempfile.TemporaryDirectory() as folder:
        voice = runpy.run_path(str(VOICE_SCRIPT))["make_voice"](Path(folder))
        studio = Path(folder) / "studio"
        studio.mkdir()
        with attacked(studio, voice) as target:
            findings = attack(target, given.requests, given.seed)
    sys.stdout.write(findings.told() + "\n")
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
