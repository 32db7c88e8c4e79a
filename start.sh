#!/bin/sh
# Installs what is missing, then starts the studio and prints its address.
set -eu
cd "$(dirname "$0")"
./setup.sh --again
exec .venv/bin/python -m bazgoo start "$@"
