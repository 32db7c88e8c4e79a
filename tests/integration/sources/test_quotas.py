"""How much a person may bring from the Hub and from files."""

import httpx


async def test_a_download_over_the_quota_is_refused_and_one_within_it_counts(client, sara, reza) -> None:
    me = (await client.get("/api/auth/me", headers=reza)).json()["id"]
    where = f"/api/admin/users/{me}/quota"

    async def allow(megabytes: int) -> None:
        assert (await client.put(where, headers=sara, json={"disk_mb": megabytes})).status_code == 200

    async def ask(repo_id: str) -> httpx.Response:
        return await client.post("/api/sources/download", json={"repo_id": repo_id}, headers=reza)

    await allow(3)
    refused = await ask("someone/big")  # nearly four megabytes
    assert (refused.status_code, refused.json()["code"]) == (413, "quota_exceeded")
    assert (await client.get("/api/sources/downloads", headers=reza)).json()["items"] == []
    await allow(5)
    assert (await ask("someone/big")).status_code == 202
    used = (await client.get(where, headers=sara)).json()["used"]["disk_mb"]
    assert 3.8 < used < 4
    assert (await ask("someone/big")).status_code == 200  # the same again takes nothing more
    assert (await ask("someone/big2")).json()["code"] == "quota_exceeded"
    assert (
        await client.post("/api/sources/download", json={"repo_id": "someone/big"}, headers=sara)
    ).is_success
    assert (await client.get(where, headers=sara)).json()["used"]["disk_mb"] == used


async def test_what_is_cancelled_counts_no_more(client, sara) -> None:
    asked = await client.post("/api/sources/download", json={"repo_id": "someone/big"}, headers=sara)
    await client.delete(f"/api/sources/download/{asked.json()['id']}", headers=sara)
    told = (await client.get("/api/system/status", headers=sara)).json()
    assert told["own"]["quota"]["used"]["disk_mb"] == 0
