"""A dataset saved as one file."""

import io
import zipfile

import pytest

from tests.integration.datasets.conftest import SENTENCES


def _names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


@pytest.mark.parametrize("layout", ["ljspeech", "audiofolder"])
async def test_what_is_not_excluded_is_saved(client, sara, empty, record, settings, layout) -> None:
    for text in SENTENCES:
        await record(empty, text)
    where = f"/api/datasets/{empty['id']}"
    await client.post(f"{where}/exclude", json={"numbers": [2]}, headers=sara)
    saved = await client.get(f"{where}/export", params={"layout": layout}, headers=sara)
    assert saved.headers["content-type"] == "application/zip"
    assert int(saved.headers["content-length"]) == len(saved.content)
    assert len([name for name in _names(saved.content) if name.endswith(".wav")]) == 3
    assert list((settings.data_dir / "uploads").iterdir()) == []


async def test_a_link_saves_it_without_a_login(client, sara, reza, empty, record) -> None:
    await record(empty, SENTENCES[0])
    where = f"/api/datasets/{empty['id']}/export"
    link = (await client.post(where, headers=sara)).json()
    assert link["expires_in"] == 300
    saved = await client.get(link["url"])
    assert (saved.status_code, saved.content[:2]) == (200, b"PK")
    broken = await client.get(link["url"][:-4] + "AAAA")
    assert (broken.status_code, broken.json()["code"]) == (404, "link_expired")


async def test_what_was_exported_comes_in_again(client, sara, worker, empty, record) -> None:
    for text in SENTENCES:
        await record(empty, text, speaker="سارا")
    saved = await client.get(f"/api/datasets/{empty['id']}/export?layout=audiofolder", headers=sara)
    files = {"file": ("again.zip", saved.content)}
    again = (await client.post("/api/datasets", files=files, headers=sara)).json()
    page = (await client.get(f"/api/datasets/{again['id']}/records", headers=sara)).json()
    assert {record["text"] for record in page["items"]} == set(SENTENCES)
    assert {record["speaker"] for record in page["items"]} == {"سارا"}


async def test_an_empty_dataset_has_nothing_to_save(client, sara, empty) -> None:
    saved = await client.get(f"/api/datasets/{empty['id']}/export", headers=sara)
    assert (saved.status_code, saved.json()["code"]) == (422, "dataset_invalid")
