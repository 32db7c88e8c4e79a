#!/bin/sh
# Proves a running installation, by default the one of this checkout; see ./verify.sh --help.
set -eu
cd "$(dirname "$0")"
[ -x .venv/bin/python ] || ./setup.sh
PYTHONUTF8=1 exec .venv/bin/python -m bazgoo verify "$@"
