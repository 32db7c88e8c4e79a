"""The official client finds in the stand-in the Hub that it knows: what it reads is what was put there."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.hub_standin import HubStandin, Repository

pytest.importorskip("huggingface_hub")


@pytest.fixture
def official(standin: HubStandin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    import huggingface_hub
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_PROGRESS_BARS", True)
    return huggingface_hub


def test_it_searches_and_pages(official: Any, standin: HubStandin) -> None:
    api = official.HfApi(endpoint=standin.url)
    found = list(api.list_models(author="many", sort="downloads", limit=25))
    assert [model.id for model in found] == [f"many/model-{n:02}" for n in range(29, 4, -1)]
    assert [model.id for model in api.list_models(filter=["fa", "text-to-speech"])] == ["someone/mms-tts-fas"]


def test_it_reads_info_tree_refs_and_whoami(
    official: Any, standin: HubStandin, repository: Repository
) -> None:
    standin.shelf.tree_page = 2
    api = official.HfApi(endpoint=standin.url, token="hf_fine")
    info = api.model_info("someone/old-name", files_metadata=True)
    assert (info.id, info.sha) == ("someone/mms-tts-fas", repository.sha)
    sizes = {sibling.rfilename: sibling.size for sibling in info.siblings}
    rows = {row.path: row for row in api.list_repo_tree("someone/mms-tts-fas", recursive=True)}
    assert {path: row.size for path, row in rows.items()} == sizes
    assert rows["model.safetensors"].lfs.sha256 == info.siblings[-1].lfs.sha256
    assert api.list_repo_refs("someone/mms-tts-fas").branches[0].target_commit == repository.sha
    assert api.whoami()["auth"]["accessToken"]["role"] == "fineGrained"


def test_it_downloads_a_snapshot(
    official: Any, standin: HubStandin, repository: Repository, tmp_path: Path
) -> None:
    where = official.snapshot_download(
        "someone/mms-tts-fas", endpoint=standin.url, cache_dir=tmp_path, token=False
    )
    for path, content in repository.files.items():
        expected = content if isinstance(content, bytes) else content.read_bytes()
        assert Path(where, path).read_bytes() == expected


def test_it_is_refused_as_by_the_hub(official: Any, standin: HubStandin, tmp_path: Path) -> None:
    from huggingface_hub import errors

    stranger = official.HfApi(endpoint=standin.url, token="hf_asks")
    with pytest.raises(errors.RepositoryNotFoundError):
        stranger.model_info("no/such")
    with pytest.raises(errors.RevisionNotFoundError):
        stranger.model_info("someone/mms-tts-fas", revision="nope")
    with pytest.raises(errors.GatedRepoError):
        stranger.hf_hub_download("someone/gated", "a.bin", cache_dir=tmp_path)
    with pytest.raises(errors.DisabledRepoError):
        stranger.get_hf_file_metadata(url=f"{standin.url}/someone/disabled/resolve/main/a.bin")
    with pytest.raises(errors.EntryNotFoundError):
        stranger.hf_hub_download("someone/mms-tts-fas", "nope.txt", cache_dir=tmp_path)
    assert "HF_TOKEN" not in os.environ
