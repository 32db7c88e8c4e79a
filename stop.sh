#!/bin/sh
# Stops the studio and everything it started.
set -eu
cd "$(dirname "$0")"
[ -x .venv/bin/python ] || exit 0
exec .venv/bin/python -m bazgoo stop "$@"
