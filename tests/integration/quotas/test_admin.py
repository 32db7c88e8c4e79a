"""Quotas as an admin sets them."""

import pytest

from tests.integration.people import bearer

NOBODY = "/api/admin/users/00000000-0000-4000-8000-000000000000/quota"


async def test_what_is_allowed_is_read_back_and_noted(client, sara, reza, allow) -> None:
    quota = {"characters_per_day": 7, "audio_minutes_per_day": 8, "disk_mb": 9, "trainings": 0}
    told = await allow(reza, **quota)
    where = f"/api/admin/users/{reza['user']['id']}/quota"
    assert (await client.get(where, headers=bearer(sara))).json() == told
    assert {name: told[name] for name in quota} == told["effective"] == quota
    assert told["used"] == {
        "characters_today": 0, "audio_minutes_today": 0, "disk_mb": 0, "trainings": 0
    }  # fmt: skip
    own = (await client.get("/api/system/status", headers=bearer(reza))).json()["own"]
    assert own["quota"] == told
    (noted,) = (await client.get("/api/admin/audit?action=quota_changed", headers=bearer(sara))).json()[
        "items"
    ]
    assert (noted["target"], noted["details"]) == (
        reza["user"]["id"],
        {"email": "reza@example.org", **quota},
    )


@pytest.mark.parametrize("quota", [{"disk_mb": -1}, {"trainings": 2**70}, {"disk_mb": "much"}, []])
async def test_what_makes_no_sense_is_refused(client, sara, reza, quota) -> None:
    where = f"/api/admin/users/{reza['user']['id']}/quota"
    assert (await client.put(where, headers=bearer(sara), json=quota)).status_code == 422


async def test_a_person_who_is_not_there_is_a_404(client, sara) -> None:
    answers = [
        await client.get(NOBODY, headers=bearer(sara)),
        await client.put(NOBODY, headers=bearer(sara), json={}),
    ]
    assert [answer.json()["code"] for answer in answers] == ["user_not_found"] * 2


async def test_nobody_allows_themselves_more(client, sara, reza) -> None:
    where = f"/api/admin/users/{reza['user']['id']}/quota"
    answers = [
        await client.put(where, headers=bearer(reza), json={"disk_mb": 10**9}),
        await client.get(where, headers=bearer(reza)),
    ]
    assert [answer.json()["code"] for answer in answers] == ["admin_only"] * 2


async def test_datasets_are_within_the_quota_of_disk(client, sara, reza, allow) -> None:
    await allow(reza, disk_mb=1)
    heavy = {"file": ("voice.zip", b"x" * 3_000_000)}
    answer = await client.post("/api/datasets", files=heavy, headers=bearer(reza))
    assert (answer.status_code, answer.json()["code"]) == (413, "quota_exceeded")
    imported = {"files": ("voice.tar", b"x" * 3_000_000)}
    answer = await client.post("/api/sources/import", files=imported, headers=bearer(reza))
    assert (answer.status_code, answer.json()["code"]) == (413, "quota_exceeded")
    await allow(reza, disk_mb=0)
    answer = await client.post("/api/datasets", files={"x": b""}, headers=bearer(reza))
    assert (answer.status_code, answer.json()["code"]) == (413, "quota_exceeded")
