"""`python -m tests.hub_standin --folder F --port P`: the stand-in for programs that run by themselves.

The first line printed is JSON with both addresses. `POST /-/faults` takes a list of faults, `GET /-/journal`
tells what was served; the end of stdin (or SIGTERM) stops it.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.hub_standin.repositories import from_folder
from tests.hub_standin.server import HubStandin


def main() -> None:
    arguments = argparse.ArgumentParser(prog="hub_standin")
    arguments.add_argument("--folder", type=Path, required=True, help="holds owner/name/files…")
    arguments.add_argument("--port", type=int, default=0)
    given = arguments.parse_args()
    with HubStandin(from_folder(given.folder), port=given.port) as standin:
        sys.stdout.write(json.dumps({"hub": standin.url, "cdn": standin.cdn_url}) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


main()
