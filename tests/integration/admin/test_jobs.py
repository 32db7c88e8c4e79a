"""Everybody's jobs, seen and cancelled by an admin."""

import pytest

JOBS = "/api/admin/jobs"
TRAINING = """
    INSERT INTO training_jobs (user_id, dataset_name, recipe, name, status, config, lineage, metrics)
    SELECT id, 'd', 'voice', 'صدای رضا', %s, '{}', '{}', '{}' FROM users WHERE username = 'reza' RETURNING id
"""


@pytest.fixture
async def jobs(client, sara, reza, ask) -> dict[str, str]:
    """One waiting job of each kind, Reza's, by its kind."""
    repo = {"repo_id": "someone/big"}
    download = (await client.post("/api/sources/download", json=repo, headers=reza)).json()["id"]
    ((training,),) = ask(TRAINING, "queued")
    file = {"file": ("متن.csv", "text\nسلام\n".encode())}
    dataset = (await client.post("/api/datasets", files=file, headers=reza)).json()["id"]
    return {"download": download, "training": str(training), "dataset": dataset}


async def test_all_kinds_of_all_people_are_listed_newest_first(client, sara, jobs) -> None:
    first = (await client.get(f"{JOBS}?limit=2", headers=sara)).json()
    rest = (await client.get(JOBS, params={"limit": 2, "cursor": first["next_cursor"]}, headers=sara)).json()
    items = first["items"] + rest["items"]
    assert [item["kind"] for item in items] == ["dataset", "training", "download"]
    assert {item["kind"]: item["id"] for item in items} == jobs
    assert [item["name"] for item in items] == ["متن", "صدای رضا", "someone/big"]
    assert [item["status"] for item in items] == ["importing", "queued", "pending"]
    assert {item["username"] for item in items} == {"reza"}
    assert rest["next_cursor"] is None


async def test_they_are_found_by_kind_and_status(client, sara, jobs) -> None:
    by_kind = (await client.get(f"{JOBS}?kind=training", headers=sara)).json()["items"]
    by_status = (await client.get(f"{JOBS}?status=pending", headers=sara)).json()["items"]
    assert [[item["id"] for item in found] for found in (by_kind, by_status)] == [
        [jobs["training"]],
        [jobs["download"]],
    ]
    assert (await client.get(f"{JOBS}?kind=else", headers=sara)).status_code == 422
    assert (await client.get(f"{JOBS}?cursor=else", headers=sara)).json()["code"] == "cursor_invalid"


async def test_an_admin_cancels_each_and_it_is_noted(client, sara, reza, jobs, ask, settings) -> None:
    for kind, job_id in jobs.items():
        answer = await client.delete(f"{JOBS}/{kind}/{job_id}", headers=sara)
        assert (answer.status_code, answer.json()["status"]) == (200, "cancelled"), answer.text
        again = await client.delete(f"{JOBS}/{kind}/{job_id}", headers=sara)
        gone = (404, "job_not_found") if kind == "dataset" else (409, "job_finished")
        assert (again.status_code, again.json()["code"]) == gone
    assert (await client.get("/api/datasets", headers=reza)).json()["items"] == []
    assert [path.name for path in settings.datasets_dir.iterdir()] == []
    noted = (await client.get("/api/admin/audit?action=job_cancelled", headers=sara)).json()["items"]
    assert [each["target"] for each in reversed(noted)] == [f"{kind} {job}" for kind, job in jobs.items()]
    assert {each["details"]["username"] for each in noted} == {"reza"}


async def test_what_has_ended_stays_as_it_is(client, sara, reza, ask) -> None:
    ((training,),) = ask(TRAINING, "completed")
    answer = await client.delete(f"{JOBS}/training/{training}", headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (409, "job_finished")
    assert ask("SELECT status FROM training_jobs") == [("completed",)]
    assert (await client.get("/api/admin/audit?action=job_cancelled", headers=sara)).json()["items"] == []


async def test_a_dataset_that_is_only_measured_anew_stays(client, sara, reza, ask) -> None:
    dataset = (await client.post("/api/datasets", files={"x": b""}, headers=reza)).json()["id"]
    assert (await client.post(f"/api/datasets/{dataset}/check", headers=reza)).status_code == 202
    answer = await client.delete(f"{JOBS}/dataset/{dataset}", headers=sara)
    assert (answer.status_code, answer.json()["status"]) == (200, "ready")
    assert ask("SELECT status, work, claim FROM datasets") == [("ready", None, None)]


async def test_why_a_job_failed_is_told_in_the_reader_s_language(client, sara, reza, ask) -> None:
    ask(TRAINING, "failed")
    ask("""UPDATE training_jobs SET error = '{"code": "c", "message": "نشد", "message_en": "no"}'""")
    for language, sentence in (("fa", "نشد"), ("en", "no")):
        told = await client.get(JOBS, headers=sara | {"Accept-Language": language})
        assert told.json()["items"][0]["error"] == {"code": "c", "message": sentence}


async def test_nobody_else_sees_or_cancels_them(client, sara, reza, jobs) -> None:
    answers = [
        await client.get(JOBS, headers=reza),
        await client.delete(f"{JOBS}/download/{jobs['download']}", headers=reza),
    ]
    assert [answer.json()["code"] for answer in answers] == ["admin_only"] * 2
