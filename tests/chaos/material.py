"""What people bring: a Hub with small voices and larger files, labelled texts, recordings."""

import io
import runpy
import zipfile
from functools import cache
from pathlib import Path

import soundfile

from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ, synthesize
from tests.conftest import VOICE_SCRIPT
from tests.hub_standin import HubStandin, Repository, noise

REPOSITORIES = 24
SIZE = 3_000_000
PACE_BYTES_S = 1_000_000
GOOD = ("هوا امروز خوب است", "چه روز زیبایی است", "از دیدنت شاد شدم", "این کتاب بسیار خوب بود")
BAD = ("هوا امروز بد است", "چه روز تلخی است", "از رفتنت غمگین شدم", "این کتاب بسیار بد بود")
ROWS = 20
ANSWERS = [*((text, "خوب") for text in GOOD), *((text, "بد") for text in BAD)]
LABELS = "\n".join(
    ["text,label", *(f"{text} {number},{label}" for number in range(ROWS) for text, label in ANSWERS)]
).encode()
LABELLED = ROWS * len(GOOD + BAD)
CLIPS = 60
TEACHING = {"epochs": 40, "batch_size": 8, "checkpoint_every": 4, "seed": 1, "hidden": [32]}
VOICE = {"repo_id": "someone/tiny"}


def open_hub(folder: Path) -> HubStandin:
    """A slow Hub with a voice and ``REPOSITORIES`` models."""
    graph = runpy.run_path(str(VOICE_SCRIPT))["make_voice"](folder)
    config = graph.with_name(f"{graph.name}.json")
    repositories = [Repository("someone/tiny", {path.name: path.read_bytes() for path in (graph, config)})]
    for number in range(REPOSITORIES):
        model = noise(folder / f"model-{number}.safetensors", SIZE)
        files = {
            "model.safetensors": model,
            "config.json": b'{"model_type": "bert"}',
            "README.md": b"%d" % number,
        }
        repositories.append(Repository(f"someone/model-{number}", files))
    standin = HubStandin(repositories)
    standin.pace_bytes_s = PACE_BYTES_S
    standin.quotas = dict.fromkeys(standin.quotas, 1_000_000)
    standin.left = dict(standin.quotas)
    return standin


@cache
def clip(text: str) -> bytes:
    """Somebody reading ``text``, as a WAV."""
    sound = io.BytesIO()
    soundfile.write(sound, synthesize(text), SAMPLE_RATE_HZ, "PCM_16", format="WAV")
    return sound.getvalue()


@cache
def archive() -> bytes:
    """An LJSpeech zip of ``CLIPS`` recordings, each another."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        rows = []
        for place in range(CLIPS):
            text = GOOD[place % len(GOOD)]
            zipped.writestr(f"voice/wavs/clip{place:03d}.wav", clip(text) + bytes([place]))
            rows.append(f"clip{place:03d}|{text}")
        zipped.writestr("voice/metadata.csv", "\n".join(rows))
    return file.getvalue()
