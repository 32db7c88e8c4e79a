#!/bin/sh
# From recordings to a voice that speaks:  recipes/first_voice.sh RECORDINGS [NAME] [STEPS]
# RECORDINGS: a folder or an archive with audio and what is said in it (docs/howto/datasets.md lists the forms).
# Twenty minutes of reading aloud do; 720 steps take about five minutes on two cores, more steps sound better.
set -eu
recordings=${1:?"RECORDINGS [NAME] [STEPS]"} name=${2:-صدای من} steps=${3:-720}
export PATH="$(cd "$(dirname "$0")/.." && pwd -P)/.venv/bin:$PATH"
mkdir -p first_voice

# 1. Recordings and their texts become a dataset; every one is listened to: clipped, noisy, too fast, text and sound apart?
[ -f first_voice/dataset/dataset.db ] || bazgoo dataset import "$recordings" first_voice/dataset --name "$name"
bazgoo dataset check first_voice/dataset

# 2. A recipe says what is to be learnt from it.
cat >first_voice/first_voice.toml <<END
recipe = "voice"
name = "$name"
dataset = "dataset"
out = "."
[config]
max_steps = $steps
epochs = 100000
END

# 3. The doctor says what it will take; then it learns.  Ctrl-C pauses, the same line goes on.
voice=$(bazgoo train first_voice/first_voice.toml)

# 4. It speaks: here, in the studio (./start.sh), and in every program that takes Piper voices.
bazgoo speak 'سلام! این صدای من است که از روی نوشته می‌خواند.' --voice "$voice" -o first_voice/salam.wav
