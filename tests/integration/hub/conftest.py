"""A Hub on loopback with a few repositories, and a line to it that does not wait long."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bazgoo.hub import Endpoints, Hub, Line, Patience
from tests.hub_standin import Account, HubStandin, Repository, noise

QUICK = Patience(attempts=4, base_s=0.001, longest_s=0.01, longest_limit_s=2)
BIG = 3_000_001
FILES = {"config.json": b'{"model_type": "vits"}', "README.md": "# مدل\n".encode(), "empty.txt": b""}


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return noise(tmp_path_factory.mktemp("big") / "model.safetensors", BIG)


@pytest.fixture
def repository(big: Path) -> Repository:
    return Repository(
        "someone/mms-tts-fas",
        {**FILES, "model.safetensors": big},
        config={"model_type": "vits"},
        card={"license": "cc-by-nc-4.0"},
        tags=["fa", "text-to-speech"],
        pipeline_tag="text-to-speech",
        library_name="transformers",
        downloads=20000,
        former_names=("someone/old-name",),
    )


@pytest.fixture
def standin(repository: Repository) -> Iterator[HubStandin]:
    others = [
        Repository("someone/gated", {"a.bin": b"secret"}, gated="manual"),
        Repository("someone/private", {"a.bin": b"secret"}, private=True),
        Repository("someone/disabled", {"a.bin": b"gone"}, disabled=True),
        Repository("someone/nothing", {".gitattributes": b""}),
        *(Repository(f"many/model-{n:02}", {"config.json": b"{}"}, downloads=n) for n in range(30)),
    ]
    accounts = {
        "hf_good": Account("sara", granted=frozenset({"someone/gated"}), owns=frozenset({"someone/private"})),
        "hf_asks": Account("reza"),
        "hf_waits": Account("mina", pending=frozenset({"someone/gated"})),
        "hf_refused": Account("ali", rejected=frozenset({"someone/gated"})),
        "hf_fine": Account(
            "deploy", role="fineGrained", reads_gated=False, granted=frozenset({"someone/gated"})
        ),
    }
    with HubStandin([repository, *others], accounts) as standin:
        yield standin


@pytest.fixture
async def line(standin: HubStandin) -> AsyncIterator[Line]:
    async with Line(
        Endpoints([standin.url], hub=standin.url, trusted=[standin.url]), patience=QUICK, idle_s=0.4
    ) as line:
        yield line


@pytest.fixture
def hub(line: Line) -> Hub:
    return Hub(line)
