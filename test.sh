#!/bin/sh
# Installs what the tests need, then runs every check and every test.
set -eu
cd "$(dirname "$0")"
./setup.sh --test
PATH=$(pwd -P)/.venv/bin:$PATH
export PATH PYTHONUTF8=1

npm() { python web/npm.py "$@"; }

missing=
python tests/chromium.py >/dev/null || missing=chromium
command -v nginx >/dev/null || missing="$missing nginx-light"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    # shellcheck disable=SC2086  # one word a package
    { apt-get update && apt-get install -y --no-install-recommends $missing; } >/dev/null 2>&1 || true
fi
python tests/chromium.py >/dev/null || playwright install chromium >/dev/null 2>&1 || true

ruff check
ruff format --check
mypy
lint-imports
[ web/node_modules -nt web/package-lock.json ] || npm ci --no-audit --no-fund
npm run check
python -m tests.attack.dependencies
exec pytest "$@"
