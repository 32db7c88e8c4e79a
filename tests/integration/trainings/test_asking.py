"""What is asked for: checked, refused with reasons, taken in turn."""

from uuid import uuid4

import pytest

from bazgoo.server.trainings import recipes
from tests.integration.sources.conftest import working
from tests.integration.trainings.conftest import CONFIG, trainers


async def test_recipes_say_what_they_can_be_told(client, sara) -> None:
    told = (await client.get("/api/training/recipes", headers=sara)).json()
    by_name = {each["recipe"]: each for each in told["items"]}
    assert set(by_name) == {"voice", "vits", "classifier"}
    fields = {field["name"]: field for field in by_name["classifier"]["fields"]}
    assert (fields["epochs"]["type"], fields["epochs"]["default"], fields["epochs"]["minimum"]) == (
        "integer", 60, 1,
    )  # fmt: skip
    assert fields["learning_rate"]["exclusive_minimum"] == 0
    assert fields["optimizer"]["choices"] == ["adam", "adamw", "sgd", "rmsprop"]
    assert (fields["hidden"]["type"], fields["hidden"]["default"]) == ("list", [128, 64])
    assert (fields["max_steps"]["optional"], fields["seed"]["optional"]) == (True, False)
    assert by_name["voice"]["presets"][0]["id"] == "quick"
    assert by_name["vits"]["available"] or by_name["vits"]["why_not"]["code"] == "gpu_needed"


async def test_without_torch_it_says_how_to_add_it(client, sara, texts, monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *_: None)
    told = (await client.get("/api/training/recipes", headers=sara)).json()
    assert (told["available"], told["why_not"]["code"]) == (False, "torch_missing")
    wanted = {"recipe": "classifier", "dataset_id": texts, "config": CONFIG}
    refused = await client.post("/api/training", json=wanted, headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (503, "torch_missing")


async def test_a_check_says_what_it_takes_and_begins_nothing(client, sara, texts, ask) -> None:
    wanted = {"recipe": "classifier", "dataset_id": texts, "config": CONFIG}
    told = await client.post("/api/training/check", json=wanted, headers=sara)
    assert (told.status_code, told.json()["ok"]) == (200, True)
    assert told.json()["records"] > 0
    assert ask("SELECT count(*) FROM training_jobs") == [(0,)]


async def test_what_cannot_be_taught_is_refused_with_reasons(client, sara, texts, settings) -> None:
    wanted = {"recipe": "classifier", "dataset_id": texts, "config": {"features": "numbers"}}
    refused = await client.post("/api/training", json=wanted, headers=sara | {"Accept-Language": "en"})
    assert (refused.status_code, refused.json()["code"]) == (422, "training_refused")
    reasons = refused.json()["errors"]
    assert reasons[0]["msg"] in refused.json()["detail"]
    assert all(len(each["loc"]) == 1 for each in reasons)
    checked = (await client.post("/api/training/check", json=wanted, headers=sara)).json()
    assert checked["ok"] is False
    assert [each["code"] for each in checked["refusals"]] == [each["loc"][0] for each in reasons]


@pytest.mark.parametrize(
    ("config", "field"),
    [
        ({"epochs": 0}, "epochs"),
        ({"learning_rate": "much"}, "learning_rate"),
        ({"optimizer": "lion"}, "optimizer"),
        ({"speed": 3}, "speed"),
    ],
)
async def test_every_wrong_field_is_named(client, sara, texts, config, field) -> None:
    wanted = {"recipe": "classifier", "dataset_id": texts, "config": config}
    answer = await client.post("/api/training", json=wanted, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (422, "training_config_invalid")
    assert answer.json()["errors"][0]["loc"] == [field]


async def test_what_is_wrong_is_said_in_the_persons_language(client, sara, texts) -> None:
    wanted = {"recipe": "classifier", "dataset_id": texts, "config": {"epochs": 0}}
    for language, reason in (("fa", "باید دست‌کم ۱ باشد"), ("en", "must be at least 1")):
        headers = sara | {"Accept-Language": language}
        answer = await client.post("/api/training", json=wanted, headers=headers)
        assert reason in answer.json()["detail"]


async def test_only_an_installed_model_can_be_started_from(client, sara, texts) -> None:
    for base in ("/etc/passwd", str(uuid4())):
        wanted = {"recipe": "vits", "dataset_id": texts, "config": {"base_checkpoint": base}}
        answer = await client.post("/api/training/check", json=wanted, headers=sara)
        assert (answer.status_code, answer.json()["code"]) == (422, "training_config_invalid")
    wanted = {"recipe": "classifier", "dataset_id": texts, "model_id": str(uuid4())}
    answer = await client.post("/api/training", json=wanted, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (422, "training_config_invalid")


async def test_what_is_anothers_is_not_there(client, sara, reza, texts, begin) -> None:
    job = await begin(sara, texts)
    where = f"/api/training/{job['id']}"
    for path in ("", "/metrics", "/checkpoints", "/samples", "/log", "/listening"):
        assert (await client.get(f"{where}{path}", headers=reza)).status_code == 404
    for act in ("pause", "resume", f"checkpoints/{uuid4()}/promote"):
        assert (await client.post(f"{where}/{act}", headers=reza)).status_code == 404
    assert (await client.delete(where, headers=reza)).status_code == 404
    wanted = {"recipe": "classifier", "dataset_id": texts, "config": {}}
    assert (await client.post("/api/training", json=wanted, headers=reza)).status_code == 404
    assert (await client.get("/api/training", headers=reza)).json()["items"] == []
    assert [each["id"] for each in (await client.get("/api/training", headers=sara)).json()["items"]] == [
        job["id"]
    ]
    assert (await client.get(where)).status_code == 401


async def test_a_dataset_that_is_needed_is_not_deleted(client, sara, texts, begin) -> None:
    job = await begin(sara, texts)
    busy = await client.delete(f"/api/datasets/{texts}", headers=sara)
    assert (busy.status_code, busy.json()["code"]) == (409, "dataset_busy")
    await client.delete(f"/api/training/{job['id']}", headers=sara)
    assert (await client.delete(f"/api/datasets/{texts}", headers=sara)).status_code == 200
    told = (await client.get(f"/api/training/{job['id']}", headers=sara)).json()
    assert (told["dataset_id"], told["dataset_name"]) == (None, "هوا")


async def test_nobody_has_more_unfinished_trainings_than_allowed(client, sara, texts, begin, ask) -> None:
    ask(
        "INSERT INTO training_jobs (user_id, status) SELECT id, 'paused' FROM users, generate_series(1, 19)"
        " WHERE username = 'sara'"
    )
    await begin(sara, texts)
    wanted = {"recipe": "classifier", "dataset_id": texts, "config": CONFIG}
    answer = await client.post("/api/training", json=wanted, headers=sara)
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_trainings")


async def test_a_name_that_is_taken_gets_a_number(client, sara, texts, begin) -> None:
    assert [(await begin(sara, texts))["name"] for _ in range(3)] == ["هوا", "هوا 2", "هوا 3"]


async def test_whoever_has_least_in_hand_is_next(
    client, sara, reza, give, begin, until, settings, ask, monkeypatch
) -> None:
    monkeypatch.setenv("LITTLE_STEP_S", "0.02")
    hers, his = await give(sara), await give(reza)
    first, second = await begin(sara, hers), await begin(sara, hers)
    third = await begin(reza, his)
    most = 0
    async with working(settings):
        for job, who in ((first, sara), (third, reza), (second, sara)):
            while (await client.get(f"/api/training/{job['id']}", headers=who)).json()[
                "status"
            ] != "completed":
                most = max(most, len(trainers()))
                running = ask("SELECT count(*) FROM training_jobs WHERE status = 'running'")
                assert running <= [(1,)]
    assert most == 1
    ended = ask("SELECT id::text FROM training_jobs ORDER BY completed_at")
    assert [each for (each,) in ended] == [first["id"], third["id"], second["id"]]


async def test_a_queued_training_can_be_paused_and_resumed(client, sara, texts, begin) -> None:
    job = await begin(sara, texts)
    assert (await client.post(f"/api/training/{job['id']}/pause", headers=sara)).json()["status"] == "paused"
    resumed = await client.post(f"/api/training/{job['id']}/resume", headers=sara)
    assert (resumed.status_code, resumed.json()["status"]) == (200, "queued")


def test_every_field_has_a_description() -> None:
    for config in recipes.CONFIGS.values():
        assert all(field.description for field in recipes.fields_of(config))
