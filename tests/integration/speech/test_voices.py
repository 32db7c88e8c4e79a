"""`GET /api/voices`: who can speak now."""

import shutil
from pathlib import Path

import httpx

from bazgoo.speech import open_speaker


def test_a_voice_is_described_without_its_place_on_the_disk(client: httpx.Client) -> None:
    listed = client.get("/api/voices").json()
    assert listed["next_cursor"] is None
    assert listed["items"][0] == {
        "id": "espeak-fa",
        "name": listed["items"][0]["name"],
        "language": "fa",
        "gender": "male",
        "quality": None,
        "engine": "espeak",
        "sample_rate": 22050,
        "model_id": None,
        "license": "GPL-3.0-or-later",
        "runs_in_browser": False,
        "size_bytes": None,
    }


def test_a_voice_dropped_into_the_folder_speaks_without_a_restart(
    serve, tiny_voice: Path, tmp_path: Path
) -> None:
    models = tmp_path / "models"
    models.mkdir()
    client = serve(open_speaker(models))
    assert {voice["engine"] for voice in client.get("/api/voices").json()["items"]} == {"espeak", "piper"}
    for file in tiny_voice.parent.iterdir():
        shutil.copy(file, models)
    best = client.get("/api/voices").json()["items"][0]
    assert (best["id"], best["engine"]) == (tiny_voice.stem, "piper")
    spoken = client.post("/api/speech", json={"text": "سلام", "voice": best["id"], "format": "pcm"})
    assert len(spoken.content) > 2000


def test_a_damaged_voice_is_told_and_the_others_speak(serve, tiny_voice: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    models.mkdir()
    shutil.copy(tiny_voice, models)
    (models / f"{tiny_voice.name}.json").write_text("{", encoding="utf-8")
    client = serve(open_speaker(models))
    answer = client.post("/api/speech", json={"text": "سلام", "voice": tiny_voice.stem})
    assert (answer.status_code, answer.json()["code"]) == (422, "voice_damaged")
    assert client.post("/api/speech", json={"text": "سلام"}).status_code == 200
