"""Repositories of many shapes are seen for what they are, and exactly what is needed of them comes."""

from pathlib import Path

import pytest

from bazgoo.errors import NothingToDownload
from bazgoo.hub import Download, Hub, guess, look, make_plan
from tests.hub_standin import Fault, HubStandin, Repository

KARIM = "karim/persian-tts-vits"
MATCHA = "mah/khadijah-matcha"
DATA = "datasets/someone/words"


@pytest.fixture(autouse=True)
def shapes(standin: HubStandin) -> None:
    karim = {f"{name}-vits-coqui/model.onnx": name.encode() * 9 for name in ("female", "male1")}
    karim |= {f"{name}-vits-coqui/tokens.txt": b"a 1" for name in ("female", "male1")}
    vocoder = "vocoder-models/vocos-22khz-univ.onnx"
    for made in (
        Repository(KARIM, {**karim, "app.apk": b"x" * 99}),
        Repository(MATCHA, {"khadijah-matcha.onnx": b"acoustic", "tokens_sherpa_with_fa.txt": b"a 1"}),
        Repository("k2-fsa/sherpa-onnx-models", {vocoder: b"vocoder", "other/huge.onnx": b"x" * 999}),
        Repository(DATA, {"data/train.csv": b"a,b", "big.bin": b"x" * 99, "README.md": b"words"}),
    ):
        standin.shelf.repositories[made.id] = made


async def test_each_folder_of_a_sherpa_repository_is_a_voice(hub: Hub) -> None:
    seen = await look(hub, KARIM)
    assert (seen.finding.format, seen.finding.engine) == ("sherpa-vits", "sherpa-vits")
    assert [voice.id for voice in seen.voices] == ["female-vits-coqui", "male1-vits-coqui"]
    plan = await make_plan(hub, KARIM, voice="male1-vits-coqui")
    assert [file.path for file in plan.files] == [
        "male1-vits-coqui/model.onnx",
        "male1-vits-coqui/tokens.txt",
    ]
    with pytest.raises(NothingToDownload):
        await make_plan(hub, KARIM, voice="nobody")


async def test_a_matcha_voice_brings_its_vocoder_from_elsewhere(hub: Hub, tmp_path: Path) -> None:
    plan = await make_plan(hub, MATCHA)
    await Download(hub.line, plan, tmp_path).run()
    assert (tmp_path / "vocos-22khz-univ.onnx").read_bytes() == b"vocoder"
    assert (tmp_path / "khadijah-matcha.onnx").read_bytes() == b"acoustic"
    assert (tmp_path / "tokens_sherpa_with_fa.txt").read_bytes() == b"a 1"


async def test_without_the_vocoder_the_voice_still_comes(hub: Hub, standin: HubStandin) -> None:
    del standin.shelf.repositories["k2-fsa/sherpa-onnx-models"]
    assert len((await make_plan(hub, MATCHA)).files) == 2


async def test_a_dataset_is_looked_at_and_comes_whole(hub: Hub, tmp_path: Path) -> None:
    seen = await look(hub, DATA)
    assert (seen.card.repo_id, seen.card.author, seen.readme) == (DATA, "someone", "words")
    assert (seen.finding.format, seen.finding.engine, seen.finding.why_not) == ("dataset", None, "dataset")
    assert (await hub.refs(DATA))["main"] == seen.commit
    plan = await make_plan(hub, DATA)
    await Download(hub.line, plan, tmp_path).run()
    assert (tmp_path / "data/train.csv").read_bytes() == b"a,b"
    assert (tmp_path / "big.bin").stat().st_size == 99


async def test_an_unknown_piper_voice_is_nothing_to_download(hub: Hub, standin: HubStandin) -> None:
    path = "fa/fa_IR/amir/medium/fa_IR-amir-medium.onnx"
    great = Repository("rhasspy/piper-voices", {path: b"x", f"{path}.json": b"{}"})
    standin.shelf.repositories[great.id] = great
    for voice in ("fa_IR-nobody-medium", "fa_IR-amir-high", "fa_IR-..-medium", "nonsense"):
        with pytest.raises(NothingToDownload) as told:
            await make_plan(hub, great.id, voice=voice)
        assert told.value.data["reason"] == "voice"


async def test_a_search_tells_sizes(hub: Hub) -> None:
    (found,) = (await hub.search("persian-tts-vits")).items
    assert found.size_bytes == 99 + 9 * 6 + 9 * 5 + 3
    assert guess(found).engine == "sherpa-vits"


async def test_where_a_mirror_cannot_tell_sizes_the_rest_is_told(hub: Hub, standin: HubStandin) -> None:
    standin.faults.add(Fault("status", "api", status=400))
    (found,) = (await hub.search("persian-tts-vits")).items
    assert found.size_bytes is None
    assert guess(found).engine == "sherpa-vits"
    asked = len(standin.journal)
    await hub.search("khadijah")
    assert len(standin.journal) == asked + 1
