"""Checkpoints made into the model, and heard side by side."""

from tests.integration.trainings.conftest import eventually


async def _done(client, sara, texts, begin, until) -> tuple[dict, list[dict]]:
    done = await until(sara, await begin(sara, texts), "completed")
    saved = (await client.get(f"/api/training/{done['id']}/checkpoints", headers=sara)).json()["items"]
    return done, saved


async def test_an_earlier_checkpoint_becomes_the_model(
    client, sara, texts, worker, begin, until, ask, settings
) -> None:
    done, saved = await _done(client, sara, texts, begin, until)
    chosen = saved[-1]
    where = f"/api/training/{done['id']}/checkpoints/{chosen['id']}/promote"
    answer = await client.post(where, headers=sara)
    assert (answer.status_code, answer.json()["status"]) == (202, "completed")
    again = await client.post(where, headers=sara)
    if again.status_code != 202:  # the first one may be done already
        assert (again.status_code, again.json()["code"]) == (409, "training_busy")
    await eventually(lambda: ask("SELECT work FROM training_jobs") == [(None,)])
    now = (await client.get(f"/api/training/{done['id']}", headers=sara)).json()
    assert (now["model_id"], now["status"], now["error"]) == (done["model_id"], "completed", None)
    ((lineage,),) = ask("SELECT metadata -> 'lineage' FROM models")
    assert (lineage["step"], lineage["checkpoint"]["sha256"]) == (10, chosen["sha256"])
    card = (settings.models_dir / done["model_id"] / "README.md").read_text("utf-8")
    assert card.startswith("weights")
    assert "1.9" not in card  # it has not learnt as much after ten steps


async def test_a_checkpoint_that_is_gone_is_said_to_be(
    client, sara, texts, worker, begin, until, ask, settings
) -> None:
    done, saved = await _done(client, sara, texts, begin, until)
    folder = settings.trainings_dir / done["id"] / "checkpoints"
    for path in folder.iterdir():
        path.unlink()
    await client.post(f"/api/training/{done['id']}/checkpoints/{saved[0]['id']}/promote", headers=sara)
    await eventually(lambda: ask("SELECT work FROM training_jobs") == [(None,)])
    now = (await client.get(f"/api/training/{done['id']}", headers=sara)).json()
    assert (now["status"], now["model_id"]) == ("completed", done["model_id"])
    assert now["error"]["code"] == "trainer_crashed"


async def test_two_are_heard_without_knowing_which(client, sara, texts, worker, begin, until, ask) -> None:
    done, saved = await _done(client, sara, texts, begin, until)
    where = f"/api/training/{done['id']}/listening"
    first = (await client.get(where, headers=sara)).json()
    assert (await client.get(where, headers=sara)).json()["pair"] == first["pair"]
    pair = first["pair"]
    assert pair["text"] == "سلام دنیا"
    told = [each["id"] for each in saved] + [f"step-{each['step']}" for each in saved]
    assert not any(each in pair["a_url"] + pair["b_url"] for each in told)
    clips = [await client.get(pair[side], headers=sara) for side in ("a_url", "b_url")]
    assert [clip.status_code for clip in clips] == [200, 200]
    assert clips[0].content != clips[1].content
    voted = await client.post(where, json={"pair_id": pair["id"], "chosen": "a"}, headers=sara)
    assert voted.status_code == 201
    ((better, worse),) = ask(
        "SELECT checkpoint_a::text, checkpoint_b::text FROM listening_pairs WHERE chosen = 'a'"
    )
    results = {each["checkpoint_id"]: each for each in voted.json()["results"]}
    assert (results[better]["wins"], results[better]["losses"]) == (1, 0)
    assert (results[worse]["wins"], results[worse]["losses"]) == (0, 1)
    assert voted.json()["results"][0]["checkpoint_id"] == better
    assert voted.json()["pair"]["id"] != pair["id"]
    twice = await client.post(where, json={"pair_id": pair["id"], "chosen": "b"}, headers=sara)
    assert (twice.status_code, twice.json()["code"]) == (404, "pair_not_found")
    same = voted.json()["pair"]["id"]
    tied = await client.post(where, json={"pair_id": same, "chosen": "same"}, headers=sara)
    assert sum(each["ties"] for each in tied.json()["results"]) == 2


async def test_every_two_are_compared_before_any_is_again(
    client, sara, texts, worker, begin, until, ask
) -> None:
    done, saved = await _done(client, sara, texts, begin, until)
    where = f"/api/training/{done['id']}/listening"
    pair = (await client.get(where, headers=sara)).json()["pair"]
    for _ in range(len(saved) * (len(saved) - 1) // 2):
        said = {"pair_id": pair["id"], "chosen": "same"}
        pair = (await client.post(where, json=said, headers=sara)).json()["pair"]
    compared = ask(
        "SELECT count(DISTINCT (least(sample_a, sample_b), greatest(sample_a, sample_b))), count(*)"
        " FROM listening_pairs WHERE chosen IS NOT NULL"
    )
    assert compared == [(15, 15)]
