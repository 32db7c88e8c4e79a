#!/bin/sh
# The voice that Bazgoo ships with:  recipes/starter_voice.sh
# eSpeak NG speaks Bazgoo's own sentences as Bazgoo reads them, and a network learns to speak like it: some forty minutes
# on one core.  The graph and its JSON belong into src/bazgoo/engines/starter.
set -eu
export PATH="$(cd "$(dirname "$0")/.." && pwd -P)/.venv/bin:$PATH"
mkdir -p starter_voice

[ -d starter_voice/dataset ] || python -m bazgoo.training.starter starter_voice/dataset

cat >starter_voice/starter_voice.toml <<END
recipe = "voice"
name = "espeak starter"
dataset = "dataset"
out = "."
license = "CC0-1.0"
consent = "گفتار ساختگی eSpeak NG؛ صدای هیچ‌کس نیست."
[config]
max_steps = 3000
epochs = 1000
espeak_share = 0
END

bazgoo train starter_voice/starter_voice.toml
