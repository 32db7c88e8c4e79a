"""Datasets that come as files: imported and checked by a worker, or refused whole."""

import asyncio
import io
import tarfile
import zipfile

import numpy as np
import pytest
import soundfile

from tests.integration.datasets.conftest import SENTENCES
from tests.integration.sources.conftest import working


def _zip(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def _hostile() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        entry = tarfile.TarInfo("../outside.txt")
        entry.size = 5
        archive.addfile(entry, io.BytesIO(b"hello"))
    return file.getvalue()


async def _send(client, who, name: str, content: bytes, **said) -> dict:
    answer = await client.post("/api/datasets", data=said, files={"file": (name, content)}, headers=who)
    assert answer.status_code == 201, answer.text
    return answer.json()


def _left(settings) -> list[str]:
    """What lies in the places of datasets and uploads."""
    folders = (settings.datasets_dir, settings.data_dir / "uploads")
    return [path.name for folder in folders if folder.is_dir() for path in folder.iterdir()]


async def test_an_archive_is_answered_with_its_report(client, sara, worker, settings, ljspeech) -> None:
    made = await _send(client, sara, "صدای من.zip", ljspeech, license="CC-BY-4.0")
    told = made["metadata"]
    assert (made["name"], made["type"], made["record_count"]) == ("صدای من", "audio", 4)
    assert (told["status"], told["progress"], told["stage"], told["error"]) == ("ready", 100, None, None)
    assert (told["layout"], told["accepted"], told["rejected_count"]) == ("ljspeech", 4, 1)
    refused = told["rejected"][0]
    assert (refused["code"], refused["line"]) == ("no_audio", 5)
    assert "clip9" in refused["reason"]
    assert (told["license"], told["source"]) == ("CC-BY-4.0", "صدای من.zip")
    assert told["report"]["records"] == 4
    assert 0 < told["report"]["quality"] <= 100
    assert told["report"]["version"] == told["version"]
    assert told["stale"] is False
    assert made["duration_s"] == pytest.approx(told["report"]["duration_s"], abs=0.1)
    assert _left(settings) == [made["id"]]
    listed = (await client.get("/api/datasets", headers=sara)).json()
    assert listed["items"] == [made]
    assert listed["used_mb"] == pytest.approx(made["size_mb"])
    page = (await client.get(f"/api/datasets/{made['id']}/records", headers=sara)).json()
    assert [record["text"] for record in page["items"]] == list(SENTENCES)


async def test_the_reasons_are_in_the_readers_language(client, sara, worker, ljspeech) -> None:
    made = await _send(client, sara, "voice.zip", ljspeech)
    english = sara | {"Accept-Language": "en"}
    told = (await client.get(f"/api/datasets/{made['id']}", headers=english)).json()
    assert "no audio" in told["metadata"]["rejected"][0]["reason"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("labels.csv", "text,label\nهوا خوب است,خوب\nهوا بد است,بد\n".encode(), "csv"),
        ("labels.tsv", "text\tlabel\r\nهوا خوب است\tخوب\r\n".encode("utf-8-sig"), "csv"),
        ("labels.jsonl", '{"text": "هوا خوب است", "label": "خوب"}\n'.encode(), "text"),
    ],
)
async def test_labelled_texts_are_told_by_their_ending(client, sara, worker, name, content, kind) -> None:
    made = await _send(client, sara, name, content)
    assert (made["type"], made["metadata"]["status"]) == (kind, "ready")
    assert made["metadata"]["report"]["labels"]["خوب"] == 1
    assert made["duration_s"] is None


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("hostile.tar", _hostile(), "archive_unsafe"),
        ("broken.zip", _zip(a=b"x" * 1000)[:-20], "archive_damaged"),
        ("nothing.zip", _zip(readme=b"hello"), "dataset_invalid"),
        ("noise.wav", b"no sound at all", "dataset_invalid"),
    ],
)
async def test_what_is_no_dataset_is_refused_and_leaves_nothing(
    client, sara, worker, settings, ask, name, content, code
) -> None:
    answer = await client.post("/api/datasets", files={"file": (name, content)}, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text
    assert ask("SELECT count(*) FROM datasets") == [(0,)]
    assert _left(settings) == []


async def test_a_form_that_says_nonsense_is_refused(client, sara, settings, ljspeech) -> None:
    for said in ({"type": "video"}, {"name": "x" * 201}):
        answer = await client.post(
            "/api/datasets", data=said, files={"file": ("a.zip", ljspeech)}, headers=sara
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    plain = await client.post("/api/datasets", json={"name": "x"}, headers=sara)
    assert (plain.status_code, plain.json()["code"]) == (422, "invalid_request")
    assert _left(settings) == []


async def test_a_check_is_repeated_after_changes(client, sara, worker, until, ljspeech) -> None:
    made = await _send(client, sara, "voice.zip", ljspeech)
    where = f"/api/datasets/{made['id']}"
    await client.post(f"{where}/exclude", json={"numbers": [1]}, headers=sara)
    changed = (await client.get(where, headers=sara)).json()
    assert changed["metadata"]["stale"] is True
    begun = await client.post(f"{where}/check", headers=sara)
    assert (begun.status_code, begun.json()["metadata"]["status"]) == (202, "checking")
    again = await client.post(f"{where}/check", headers=sara)
    assert (again.status_code, again.json()["code"]) == (409, "dataset_busy")
    done = await until(sara, made, "ready")
    assert (done["metadata"]["stale"], done["metadata"]["report"]["excluded"]) == (False, 1)
    assert done["metadata"]["seq"] > made["metadata"]["seq"]


async def test_without_a_worker_the_upload_waits_for_one(
    client, sara, settings, until, ljspeech, monkeypatch
) -> None:
    monkeypatch.setattr("bazgoo.server.datasets.arrival.WAIT_S", 0.1)
    waiting = await _send(client, sara, "voice.zip", ljspeech)
    assert (waiting["metadata"]["status"], waiting["metadata"]["stage"]) == ("importing", "waiting")
    busy = await client.get(f"/api/datasets/{waiting['id']}/records", headers=sara)
    assert (busy.status_code, busy.json()["code"]) == (409, "dataset_busy")
    async with working(settings):
        done = await until(sara, waiting, "ready")
    assert done["record_count"] == 4
    assert _left(settings) == [waiting["id"]]


async def test_a_failure_nobody_waits_for_is_kept_to_be_read(
    client, sara, settings, until, monkeypatch
) -> None:
    monkeypatch.setattr("bazgoo.server.datasets.arrival.WAIT_S", 0.1)
    waiting = await _send(client, sara, "hostile.tar", _hostile())
    async with working(settings):
        failed = await until(sara, waiting, "failed")
    assert failed["metadata"]["error"]["code"] == "archive_unsafe"
    assert failed["size_mb"] == 0
    assert _left(settings) == []
    gone = await client.delete(f"/api/datasets/{waiting['id']}", headers=sara)
    assert gone.status_code == 200


async def test_a_worker_that_goes_leaves_its_work_to_the_next(
    client, sara, settings, until, ask, ljspeech, monkeypatch
) -> None:
    monkeypatch.setattr("bazgoo.server.datasets.arrival.WAIT_S", 0.1)
    waiting = await _send(client, sara, "voice.zip", ljspeech)
    async with working(settings):
        for _ in range(200):
            if ask("SELECT claim FROM datasets") != [(None,)]:
                break
            await asyncio.sleep(0.02)
    assert ask("SELECT claim, attempts FROM datasets") == [(None, 0)]
    async with working(settings):
        assert (await until(sara, waiting, "ready"))["record_count"] == 4


async def test_work_that_kills_every_worker_is_given_up(
    client, sara, settings, until, ask, ljspeech, monkeypatch
) -> None:
    monkeypatch.setattr("bazgoo.server.datasets.arrival.WAIT_S", 0.1)
    waiting = await _send(client, sara, "voice.zip", ljspeech)
    ask("UPDATE datasets SET attempts = 25, claim = gen_random_uuid(), beat_at = now() - interval '1 minute'")
    async with working(settings):
        failed = await until(sara, waiting, "failed")
    assert failed["metadata"]["error"]["code"] == "work_crashed"


async def test_a_long_recording_is_cut_along_its_script(client, sara, worker, clips) -> None:
    sounds = [soundfile.read(io.BytesIO(sound)) for sound in clips.values()]
    rate_hz = sounds[0][1]
    pause = np.zeros(rate_hz)
    file = io.BytesIO()
    whole = np.concatenate([part for sound, _ in sounds for part in (pause, sound, pause)])
    soundfile.write(file, whole, rate_hz, "PCM_16", format="WAV")
    for script in ("\n".join(SENTENCES), None):
        files = {"file": ("long.wav", file.getvalue())}
        if script is None:
            files["script"] = ("script.txt", "\r\n".join(SENTENCES).encode("cp1256", "ignore"))
        said = {"script": script} if script else {}
        answer = await client.post("/api/datasets", data=said, files=files, headers=sara)
        assert answer.status_code == 201, answer.text
        made = answer.json()
        assert (made["record_count"], made["metadata"]["layout"]) == (4, "long_recording")


@pytest.mark.parametrize(
    "name", ["../../x.csv", "a\x00b.csv", "C:\\fakepath\\نام.csv", f"{'x' * 400}.csv", "..", "x" * 400]
)
async def test_no_name_of_a_file_leads_astray(client, sara, worker, settings, name) -> None:
    files = {"file": (name, "text,label\nهوا خوب است,خوب\n".encode())}
    answer = await client.post("/api/datasets", data={"type": "csv"}, files=files, headers=sara)
    assert answer.status_code == 201, answer.text
    assert _left(settings) == [answer.json()["id"]]
