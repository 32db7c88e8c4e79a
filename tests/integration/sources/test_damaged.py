"""A file that changed on the disk is noticed by its hash, told, and brought again from the Hub."""

import os
import time
import uuid
from pathlib import Path

import pytest

from tests.hub_standin import Fault
from tests.integration.sources.conftest import Wait
from tests.integration.sources.test_installed import _install, _installed

VOICE = "fa_IR-tiny-x_low"


def _damage(path: Path) -> bytes:
    """Change one byte in the middle, as a disk does; what the file was before."""
    before = path.read_bytes()
    middle = len(before) // 2
    path.write_bytes(before[:middle] + bytes([before[middle] ^ 1]) + before[middle + 1 :])
    return before


@pytest.fixture
async def graph(client, sara, worker, until: Wait, settings) -> Path:
    """The graph of an installed voice, on the disk."""
    done = await _install(client, sara, until)
    return settings.models_dir / done["model_id"] / f"{VOICE}.onnx"


async def test_the_nightly_check_tells_what_changed_and_mending_brings_that_alone(
    client, sara, worker, until, standin, graph
) -> None:
    whole, (model,) = _damage(graph), await _installed(client, sara)
    assert (model["status"], model["missing"]) == ("installed", [])  # its size is right
    await worker.workshop().check()
    (model,) = await _installed(client, sara)
    assert (model["status"], model["missing"]) == ("failed", [graph.name])
    (model,) = await _installed(client, sara)
    assert model["missing"] == [graph.name]

    sent = standin.bytes_sent
    mending = await client.post(f"/api/sources/installed/{model['id']}/mend", headers=sara)
    assert mending.status_code == 202, mending.text
    await until(sara, mending.json(), "completed")
    (model,) = await _installed(client, sara)
    assert (model["status"], model["missing"]) == ("installed", [])
    assert graph.read_bytes() == whole
    assert standin.bytes_sent - sent == len(whole)


async def test_a_model_whose_damage_nobody_noticed_is_mended_too(client, sara, worker, until, graph) -> None:
    whole = _damage(graph)
    (model,) = await _installed(client, sara)
    mending = await client.post(f"/api/sources/installed/{model['id']}/mend", headers=sara)
    await until(sara, mending.json(), "completed")
    assert graph.read_bytes() == whole


async def test_cancelling_the_mending_leaves_the_model_as_it_was(
    client, sara, worker, until, standin, graph, settings
) -> None:
    _damage(graph)
    await worker.workshop().check()
    (model,) = await _installed(client, sara)
    standin.faults.add(Fault("stall", times=99))
    mending = (await client.post(f"/api/sources/installed/{model['id']}/mend", headers=sara)).json()
    await until(sara, mending, lambda told: told["status"] == "downloading")
    gone = await client.delete(f"/api/sources/download/{mending['id']}", headers=sara)
    assert gone.json()["status"] == "cancelled"
    (model,) = await _installed(client, sara)
    assert (model["status"], model["missing"]) == ("failed", [graph.name])
    assert {path.name for path in graph.parent.iterdir()} >= {graph.name, f"{VOICE}.onnx.json", "bazgoo.json"}


async def test_only_who_may_remove_a_model_mends_it_and_only_what_came_from_the_hub(
    client, sara, reza, worker, graph, settings, ask, tiny_voice
) -> None:
    (model,) = await _installed(client, sara)
    refused = await client.post(f"/api/sources/installed/{model['id']}/mend", headers=reza)
    assert (refused.status_code, refused.json()["code"]) == (403, "model_not_yours")
    ask("UPDATE models SET repo_id = NULL")
    refused = await client.post(f"/api/sources/installed/{model['id']}/mend", headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (422, "model_not_from_hub")


async def test_half_an_import_and_half_a_removal_are_taken_away_and_a_begun_pull_stays(
    client, sara, worker, graph, settings
) -> None:
    half, pull, young = (settings.models_dir / str(uuid.uuid4()) for _ in range(3))
    for folder, name in ((half, "0"), (pull, f"{'a' * 16}.part"), (young, "0")):
        (folder / ".parts").mkdir(parents=True)
        (folder / ".parts" / name).write_bytes(b"x")
    (removed := settings.data_dir / f".removed-from-models-{uuid.uuid4()}").mkdir()
    hour_ago = time.time() - 3600
    for path in (half, half / ".parts", half / ".parts" / "0", pull, pull / ".parts"):
        os.utime(path, (hour_ago, hour_ago))
    await worker.workshop().tidy()
    assert {path.name for path in settings.models_dir.iterdir()} == {graph.parent.name, pull.name, young.name}
    assert not removed.exists()
