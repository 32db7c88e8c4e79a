"""Records browsed, changed, excluded, heard and looked at."""

import io

import pytest
import soundfile

from tests.integration.datasets.conftest import SENTENCES


@pytest.fixture
async def full(empty, record):
    """A dataset of all the sentences."""
    for text in SENTENCES:
        await record(empty, text)
    return empty


async def _listed(client, who, dataset, **asked) -> dict:
    answer = await client.get(f"/api/datasets/{dataset['id']}/records", params=asked, headers=who)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("order", ["n", "duration", "quality", "rate"])
@pytest.mark.parametrize("descending", [False, True])
async def test_pages_give_every_record_once(client, sara, full, order, descending) -> None:
    seen, asked = [], {"limit": 3, "order": order, "descending": descending}
    page = await _listed(client, sara, full, **asked)
    while True:
        assert page["total"] == 4
        seen += page["items"]
        if page["next_cursor"] is None:
            break
        page = await _listed(client, sara, full, **asked, cursor=page["next_cursor"])
    assert sorted(record["n"] for record in seen) == [1, 2, 3, 4]
    measured = {"n": "n", "duration": "duration_s", "quality": "quality"}.get(order)
    values = [record[measured] if measured else record["measures"]["characters_per_s"] for record in seen]
    assert values == sorted(values, reverse=descending)


async def test_a_cursor_that_no_page_gave_is_refused(client, sara, full) -> None:
    answer = await client.get(f"/api/datasets/{full['id']}/records?cursor=x", headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (422, "cursor_invalid")


async def test_records_are_searched_and_changed(client, sara, full) -> None:
    found = await _listed(client, sara, full, search="كتابهای")
    assert [record["n"] for record in found["items"]] == [2]
    where = f"/api/datasets/{full['id']}/records/2"
    changed = await client.patch(where, json={"text": "متن تازه", "speaker": "رضا"}, headers=sara)
    assert (changed.json()["text"], changed.json()["speaker"]) == ("متن تازه", "رضا")
    assert (await client.get(where, headers=sara)).json() == changed.json()
    cleared = await client.patch(where, json={"speaker": ""}, headers=sara)
    assert cleared.json()["speaker"] is None
    for nothing in ({}, {"text": "س" * 20_001}, {"excluded": "maybe"}):
        assert (await client.patch(where, json=nothing, headers=sara)).status_code == 422
    missing = await client.patch(f"/api/datasets/{full['id']}/records/99", json={"text": "x"}, headers=sara)
    assert (missing.status_code, missing.json()["code"]) == (404, "record_not_found")


async def test_what_is_excluded_does_not_count(client, sara, full) -> None:
    before = (await client.get(f"/api/datasets/{full['id']}", headers=sara)).json()
    where = f"/api/datasets/{full['id']}/exclude"
    assert (await client.post(where, json={"numbers": [1, 3, 99]}, headers=sara)).json() == {"changed": 2}
    now = (await client.get(f"/api/datasets/{full['id']}", headers=sara)).json()
    assert now["duration_s"] < before["duration_s"]
    assert now["metadata"]["version"] != before["metadata"]["version"]
    kept = await _listed(client, sara, full, excluded=False)
    assert [record["n"] for record in kept["items"]] == [2, 4]
    back = {"numbers": [1, 3], "excluded": False}
    assert (await client.post(where, json=back, headers=sara)).json() == {"changed": 2}
    again = (await client.get(f"/api/datasets/{full['id']}", headers=sara)).json()
    assert again["metadata"]["version"] == before["metadata"]["version"]


async def test_all_records_with_a_problem_are_excluded_at_once(client, sara, empty, record) -> None:
    await record(empty, SENTENCES[0])
    broken = await record(empty, "")
    assert "no_text" in broken["problems"]
    found = await _listed(client, sara, empty, problem="no_text")
    assert [each["n"] for each in found["items"]] == [2]
    where = f"/api/datasets/{empty['id']}/exclude"
    assert (await client.post(where, json={"problems": ["no_text"]}, headers=sara)).json() == {"changed": 1}


async def test_a_clip_is_heard_in_parts_and_as_a_training_hears_it(client, sara, full, clips) -> None:
    where = f"/api/datasets/{full['id']}/records/1/audio"
    part = await client.get(where, headers=sara | {"Range": "bytes=0-99"})
    assert (part.status_code, part.content) == (206, clips[SENTENCES[0]][:100])
    assert part.headers["content-type"] == "audio/wav"
    prepared = await client.get(where, params={"prepared": True}, headers=sara)
    _, rate_hz = soundfile.read(io.BytesIO(prepared.content))
    assert rate_hz == 22_050


async def test_a_clip_is_looked_at(client, sara, full) -> None:
    where = f"/api/datasets/{full['id']}/records/1"
    wave = (await client.get(f"{where}/peaks?points=50", headers=sara)).json()
    assert len(wave["peaks"]) == 50
    assert 0 < max(wave["peaks"]) <= 1
    picture = await client.get(f"{where}/spectrogram?width=64&height=32", headers=sara)
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert (await client.get(f"{where}/spectrogram?width=99999", headers=sara)).status_code == 422


async def test_of_another_person_nothing_is_seen(client, reza, full) -> None:
    where = f"/api/datasets/{full['id']}"
    asked = [
        ("GET", where), ("PATCH", where), ("DELETE", where), ("POST", f"{where}/check"),
        ("GET", f"{where}/export"), ("POST", f"{where}/export"), ("GET", f"{where}/records"),
        ("GET", f"{where}/records/1"), ("PATCH", f"{where}/records/1"), ("DELETE", f"{where}/records/1"),
        ("GET", f"{where}/records/1/audio"), ("GET", f"{where}/records/1/peaks"),
        ("GET", f"{where}/records/1/spectrogram"), ("POST", f"{where}/exclude"),
        ("GET", f"{where}/recording"), ("GET", f"{where}/prompts"), ("POST", f"{where}/prompts"),
    ]  # fmt: skip
    bodies = {"PATCH": {"name": "x", "text": "x"}, "POST": {"numbers": [1], "lines": ["x"]}}
    for method, path in asked:
        answer = await client.request(method, path, json=bodies.get(method), headers=reza)
        assert (answer.status_code, answer.json()["code"]) == (404, "dataset_not_found"), path
    clip = await client.post(f"{where}/records", files={"audio": ("a.wav", b"x")}, headers=reza)
    assert (clip.status_code, clip.json()["code"]) == (404, "dataset_not_found")
    assert (await client.get("/api/datasets", headers=reza)).json()["items"] == []
