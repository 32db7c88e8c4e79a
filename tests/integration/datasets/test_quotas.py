"""How much a person may bring."""

import pytest

from tests.integration.datasets.conftest import SENTENCES
from tests.integration.people import visit

HEAVY = {"file": ("voice.zip", b"x" * 3_000_000)}


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({"max_dataset_mb": 1}, "dataset_too_large"),
        ({"dataset_quota_mb": 2}, "quota_exceeded"),
    ],
)
async def test_what_is_too_large_is_refused(client, sara, database, settings, ask, limits, code) -> None:
    async with visit(database, settings.model_copy(update=limits)) as there:
        answer = await there.post("/api/datasets", files=HEAVY, headers=sara)
        assert (answer.status_code, answer.json()["code"]) == (413, code)

        async def pieces():
            yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'
            for _ in range(30):
                yield b"x" * 100_000

        headers = sara | {"Content-Type": "multipart/form-data; boundary=x"}
        unannounced = await there.post("/api/datasets", content=pieces(), headers=headers)
        assert (unannounced.status_code, unannounced.json()["code"]) == (413, code)
    assert ask("SELECT count(*) FROM datasets") == [(0,)]
    assert list((settings.data_dir / "uploads").iterdir()) == []


async def test_who_has_no_room_left_records_nothing_more(
    client, sara, reza, empty, ask, clips, record
) -> None:
    await record(empty, SENTENCES[0])
    ask("UPDATE datasets SET size_mb = 60000")
    clip = {"audio": ("a.wav", clips[SENTENCES[0]])}
    where = f"/api/datasets/{empty['id']}/records"
    answer = await client.post(where, data={"text": "سلام"}, files=clip, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (413, "quota_exceeded")
    assert (await client.post("/api/datasets", files={"x": b""}, headers=sara)).status_code == 413
    assert (await client.post("/api/datasets", files={"x": b""}, headers=reza)).status_code == 201


async def test_the_status_tells_what_datasets_take(client, sara, empty, record) -> None:
    await record(empty, SENTENCES[0])
    told = (await client.get("/api/system/status", headers=sara)).json()
    dataset = (await client.get(f"/api/datasets/{empty['id']}", headers=sara)).json()
    assert told["own"]["datasets"] == 1
    assert told["own"]["datasets_bytes"] == pytest.approx(dataset["size_mb"] * 1024 * 1024, abs=2)
    assert told["own"]["datasets_quota_bytes"] == 51_200 * 1024 * 1024
    assert told["disk"]["datasets_bytes"] >= told["own"]["datasets_bytes"]
