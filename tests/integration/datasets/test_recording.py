"""An empty dataset that is recorded into, sentence by sentence."""

import pytest

from tests.integration.datasets.conftest import SENTENCES


async def test_an_empty_dataset_is_made_at_once(client, sara, settings) -> None:
    said = {"name": "صدای من", "license": "CC0-1.0", "consent": "خودم گوینده‌ام."}
    answer = await client.post("/api/datasets", data=said, files={"x": b""}, headers=sara)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["name"], made["type"], made["record_count"]) == ("صدای من", "audio", 0)
    assert (made["metadata"]["license"], made["metadata"]["consent"]) == ("CC0-1.0", "خودم گوینده‌ام.")
    assert (made["metadata"]["status"], made["metadata"]["progress"]) == ("ready", 100)
    assert (settings.data_dir / made["file_path"] / "dataset.db").is_file()


async def test_a_recording_is_measured_and_told_at_once(client, sara, empty, record, clips) -> None:
    text = SENTENCES[0]
    added = await record(empty, text, speaker="سارا", prompt="p1")
    assert (added["n"], added["text"], added["speaker"]) == (1, text, "سارا")
    assert added["duration_s"] > 1
    assert added["measures"]["duration_s"] == pytest.approx(added["duration_s"], abs=0.01)
    assert 0 <= added["quality"] <= 100
    heard = await client.get(f"/api/datasets/{empty['id']}/records/1/audio", headers=sara)
    assert heard.content == clips[text]
    now = (await client.get(f"/api/datasets/{empty['id']}", headers=sara)).json()
    assert now["record_count"] == 1
    assert now["duration_s"] == pytest.approx(added["duration_s"])
    assert now["size_mb"] > 0
    assert len(now["metadata"]["version"]) == 64


@pytest.mark.parametrize(
    ("form", "files", "status", "code"),
    [
        ({"text": "سلام"}, {}, 422, "invalid_request"),
        ({"text": "سلام"}, {"audio": ("a.wav", b"no sound at all")}, 422, "audio_unreadable"),
        ({"text": "س" * 20_001}, {"audio": ("a.wav", b"RIFF")}, 422, "invalid_request"),
    ],
)
async def test_what_is_no_recording_is_refused_and_leaves_nothing(
    client, sara, empty, settings, form, files, status, code
) -> None:
    answer = await client.post(
        f"/api/datasets/{empty['id']}/records", data=form, files=files or {"x": b""}, headers=sara
    )
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    listed = (await client.get(f"/api/datasets/{empty['id']}/records", headers=sara)).json()
    assert (listed["items"], listed["total"]) == ([], 0)
    assert list((settings.data_dir / "uploads").iterdir()) == []


async def test_a_recording_that_is_too_long_is_refused(
    client, sara, empty, clips, settings, database
) -> None:
    from tests.integration.people import visit

    shorter = settings.model_copy(update={"max_clip_s": 0.5})
    async with visit(database, shorter) as there:
        answer = await there.post(
            f"/api/datasets/{empty['id']}/records",
            data={"text": "سلام"},
            files={"audio": ("a.wav", clips[SENTENCES[0]])},
            headers=sara,
        )
    assert (answer.status_code, answer.json()["code"]) == (413, "clip_too_long")


async def test_recording_goes_on_where_it_was(client, sara, empty, record) -> None:
    lines = [*SENTENCES, SENTENCES[0], "  "]
    kept = await client.post(f"/api/datasets/{empty['id']}/prompts", json={"lines": lines}, headers=sara)
    assert kept.json() == {"count": 4}
    begun = (await client.get(f"/api/datasets/{empty['id']}/recording", headers=sara)).json()
    assert begun["next"]["text"] == SENTENCES[0]
    assert [prompt["text"] for prompt in begun["upcoming"]] == list(SENTENCES[1:])
    assert (begun["recorded"], begun["total"], begun["goals"]) == (0, 4, [600, 1800, 3600])
    await record(empty, "متنی که در راه عوض شد", prompt=begun["next"]["id"])
    await record(empty, SENTENCES[2])
    now = (await client.get(f"/api/datasets/{empty['id']}/recording", headers=sara)).json()
    assert (now["next"]["text"], now["recorded"]) == (SENTENCES[1], 2)
    skipped = {"after": now["next"]["id"]}
    later = await client.get(f"/api/datasets/{empty['id']}/recording", params=skipped, headers=sara)
    assert later.json()["next"]["text"] == SENTENCES[3]
    gone = await client.delete(f"/api/datasets/{empty['id']}/records/1", headers=sara)
    assert gone.status_code == 204
    again = (await client.get(f"/api/datasets/{empty['id']}/recording", headers=sara)).json()
    assert (again["next"]["text"], again["recorded"]) == (SENTENCES[0], 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
async def test_prompts_come_in_any_usual_file(client, sara, empty, encoding) -> None:
    text = "سلام دنيا\r\nصبح بخير\r\n"
    answer = await client.post(
        f"/api/datasets/{empty['id']}/prompts",
        files={"file": ("prompts.txt", text.encode(encoding))},
        headers=sara,
    )
    assert answer.json() == {"count": 2}
    listed = (await client.get(f"/api/datasets/{empty['id']}/prompts", headers=sara)).json()
    assert [prompt["text"] for prompt in listed["items"]] == ["سلام دنيا", "صبح بخير"]


async def test_bazgoos_own_sentences_are_there_for_who_is_logged_in(client, sara) -> None:
    assert (await client.get("/api/prompts")).status_code == 401
    listed = (await client.get("/api/prompts", headers=sara)).json()["items"]
    assert len({prompt["id"] for prompt in listed}) == len(listed)
