"""Downloads, from the request to a voice on the shelf, and every way to stop one."""

from pathlib import Path

TINY = {"repo_id": "someone/tiny"}
BIG = {"repo_id": "someone/big"}


def _files(settings) -> set[str]:
    """What lies below models/, without folders."""
    return {path.name for path in settings.models_dir.rglob("*") if path.is_file()}


async def _begin(client, who, wanted, status: int = 202) -> dict:
    answer = await client.post("/api/sources/download", json=wanted, headers=who)
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_a_downloaded_voice_is_installed(client, sara, worker, until, settings) -> None:
    begun = await _begin(client, sara, TINY)
    assert begun["status"] in ("pending", "downloading")
    done = await until(sara, begun, "completed")
    assert (done["progress"], done["bytes_downloaded"]) == (100, done["bytes_total"])
    assert done["seq"] > begun["seq"]
    assert done["error"] is None
    listed = (await client.get("/api/sources/installed", headers=sara)).json()
    model = listed["items"][0]
    assert (model["id"], model["status"], model["engine"]) == (done["model_id"], "installed", "piper")
    assert model["voices"] == ["fa_IR-tiny-x_low"]
    assert model["missing"] == []
    assert Path(settings.models_dir, done["model_id"], "fa_IR-tiny-x_low.onnx").exists()
