"""A disk that is full: told as such, nothing half done is left, and with room again everything goes on."""

import io
import zipfile
from pathlib import Path

import pytest

from bazgoo.settings import RateLimits, Settings
from tests.integration.sources.conftest import OFTEN

MB = 1_000_000


@pytest.fixture
def settings(disk: Path, database_url: str, standin) -> Settings:
    limits = RateLimits(register=OFTEN, token_check=OFTEN, search=OFTEN, api=OFTEN)
    return Settings(
        data_dir=disk / "data", database_url=database_url, hf_endpoint=standin.url, rate_limit=limits
    )


def _archive(megabytes: int) -> bytes:
    """A zip that is small, and large when it is unpacked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("voice/metadata.csv", "".join(f"clip{n}|متن {n}\n" for n in range(megabytes)))
        for number in range(megabytes):
            zipped.writestr(f"voice/wavs/clip{number}.wav", bytes([number]) * MB)
    return file.getvalue()


def _files(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []


async def test_a_download_that_does_not_fit_is_refused_at_once(client, sara, settings, fill) -> None:
    fill(3 * MB)
    refused = await client.post("/api/sources/download", json={"repo_id": "someone/big"}, headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (507, "disk_full")
    assert _files(settings.models_dir) == []


async def test_a_download_over_which_the_disk_fills_fails_as_such_and_goes_on_with_room(
    client, sara, worker, until, standin, settings, fill
) -> None:
    standin.pace_bytes_s = 300_000
    begun = await client.post("/api/sources/download", json={"repo_id": "someone/big"}, headers=sara)
    assert begun.status_code == 202, begun.text
    await until(sara, begun.json(), lambda told: told["bytes_downloaded"] > 500_000)
    filler = fill(0)
    failed = await until(sara, begun.json(), "failed")
    assert failed["error"]["code"] == "disk_full"
    filler.unlink()
    standin.pace_bytes_s = None
    resumed = await client.post(f"/api/sources/download/{failed['id']}/resume", headers=sara)
    assert resumed.status_code == 200, resumed.text
    done = await until(sara, begun.json(), "completed")
    assert _files(settings.models_dir / done["model_id"]).count("model.safetensors") == 1


async def test_an_upload_that_does_not_fit_is_refused_and_leaves_nothing(
    client, sara, settings, fill
) -> None:
    filler = fill(1 * MB)
    files = {"file": ("voice.zip", bytes(3 * MB))}
    refused = await client.post("/api/datasets", files=files, headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (507, "disk_full")

    async def unannounced():
        head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="voice.zip"\r\n\r\n'
        yield head
        for _ in range(3):
            yield bytes(MB)
        yield b"\r\n--x--\r\n"

    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    refused = await client.post("/api/datasets", content=unannounced(), headers=sara | kind)
    assert (refused.status_code, refused.json()["code"]) == (507, "disk_full")
    assert _files(settings.data_dir / "uploads") == []
    filler.unlink()
    made = await client.post("/api/datasets", data={"name": "ضبط"}, files={"x": b""}, headers=sara)
    assert made.status_code == 201, made.text


async def test_a_dataset_that_does_not_fit_unpacked_fails_as_such_and_leaves_nothing(
    client, sara, worker, settings, fill
) -> None:
    fill(6 * MB)
    files = {"file": ("voice.zip", _archive(20))}
    refused = await client.post("/api/datasets", files=files, headers=sara)
    while (
        refused.status_code == 201 and refused.json()["metadata"]["status"] == "importing"
    ):  # on a slow machine
        refused = await client.get(f"/api/datasets/{refused.json()['id']}", headers=sara)
        refused.status_code = 201
    told = refused.json()
    assert (told.get("code") or told["metadata"]["error"]["code"]) == "disk_full"
    assert _files(settings.datasets_dir) == []


async def test_a_recording_on_a_full_disk_is_refused_and_those_before_stay(
    client, sara, settings, fill
) -> None:
    from tests.chaos.material import GOOD, clip

    made = await client.post("/api/datasets", data={"name": "ضبط"}, files={"x": b""}, headers=sara)
    where = f"/api/datasets/{made.json()['id']}/records"

    async def record():
        files = {"audio": ("take.wav", clip(GOOD[0]))}
        return await client.post(where, data={"text": GOOD[0]}, files=files, headers=sara)

    assert (await record()).status_code == 201
    filler = fill(0)
    refused = await record()
    assert (refused.status_code, refused.json()["code"]) == (507, "disk_full"), refused.text
    filler.unlink()
    assert (await record()).status_code == 201
    assert [item["n"] for item in (await client.get(where, headers=sara)).json()["items"]] == [1, 2]
    originals = settings.datasets_dir / made.json()["id"] / "originals"
    assert len(_files(originals)) == 2
