"""A studio beside a Hub on loopback, with a worker in the same process."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from bazgoo.server.database import Database
from bazgoo.server.queue import make_queue
from bazgoo.server.worker import Worker, hand_out_downloads
from bazgoo.settings import RateLimits, Settings
from tests.hub_standin import Account, HubStandin, Repository, noise
from tests.integration.people import bearer, register

PIPER = "fa/fa_IR/amir/medium"
OFTEN = "100000/minute"
BIG = 4_000_000


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return noise(tmp_path_factory.mktemp("big") / "model.safetensors", BIG)


@pytest.fixture
def standin(big: Path, tiny_voice: Path) -> Iterator[HubStandin]:
    """A Hub with voices, a large model, and repositories that are closed, empty or strange."""
    model, config = tiny_voice.read_bytes(), tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes()
    repositories = [
        Repository(
            "someone/tiny",
            {"fa_IR-tiny-x_low.onnx": model, "fa_IR-tiny-x_low.onnx.json": config,
             "README.md": "---\nlicense: mit\n---\n# صدای ریز\n".encode()},
            card={"license": "mit"}, tags=["fa"], pipeline_tag="text-to-speech", downloads=7,
        ),
        Repository(
            "rhasspy/piper-voices",
            {f"{PIPER}/fa_IR-amir-medium.onnx": model, f"{PIPER}/fa_IR-amir-medium.onnx.json": config,
             f"{PIPER}/samples/speaker_0.mp3": b"ID3 sound", f"{PIPER}/MODEL_CARD": b"card"},
        ),
        Repository("someone/big", {"model.safetensors": big, "config.json": b'{"model_type": "vits"}'}),
        Repository("someone/big2", {"model.safetensors": big, "config.json": b'{"model_type": "bert"}'}),
        Repository("someone/gated", {"a.bin": b"secret"}, gated="manual"),
        Repository("someone/private", {"a.bin": b"secret"}, private=True),
        Repository("someone/nothing", {".gitattributes": b""}),
    ]  # fmt: skip
    accounts = {"hf_good": Account("sara", owns=frozenset({"someone/private"}))}
    with HubStandin(repositories, accounts) as standin:
        yield standin


@pytest.fixture
def settings(tmp_path: Path, database_url: str, standin: HubStandin) -> Settings:
    limits = RateLimits(register=OFTEN, token_check=OFTEN, search=OFTEN, api=OFTEN)
    return Settings(
        data_dir=tmp_path / "data", database_url=database_url, hf_endpoint=standin.url, rate_limit=limits
    )


@pytest.fixture
async def sara(client: httpx.AsyncClient) -> dict[str, str]:
    """The admin's credential."""
    return bearer(await register(client, "sara"))


@pytest.fixture
async def reza(client: httpx.AsyncClient, sara: dict[str, str]) -> dict[str, str]:
    """Another person's credential."""
    return bearer(await register(client, "reza"))


@asynccontextmanager
async def working(settings: Settings) -> AsyncIterator[Worker]:
    """A worker, for the length of the block."""
    worker = Worker(settings)
    queue = make_queue(settings.database_url.get_secret_value())  # type: ignore[union-attr]
    async with queue.open_async():
        tasks = [
            asyncio.create_task(
                queue.run_worker_async(
                    concurrency=8,
                    install_signal_handlers=False,
                    delete_jobs="successful",
                    fetch_job_polling_interval=0.5,
                    additional_context={"worker": worker},
                )
            ),
            asyncio.create_task(hand_out_downloads(queue, settings)),
        ]
        try:
            yield worker
        finally:
            worker.stopping.set()
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task
            await worker.close()


@pytest.fixture
async def worker(settings: Settings, database: Database) -> AsyncIterator[Worker]:
    async with working(settings) as worker:
        yield worker


Wait = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def until(client: httpx.AsyncClient) -> Wait:
    """Waits until a download has a status, or until it fits a condition."""

    async def wait(
        credential: dict[str, str], download: dict[str, Any], fits: str | Callable[[dict[str, Any]], bool]
    ) -> dict[str, Any]:
        for _ in range(400):
            told = (await client.get(f"/api/sources/download/{download['id']}", headers=credential)).json()
            if told["status"] == fits if isinstance(fits, str) else fits(told):
                return told
            assert fits == "failed" or told["status"] != "failed", told
            await asyncio.sleep(0.05)
        raise AssertionError(told)

    return wait


@pytest.fixture
def ask(database_url: str) -> Callable[..., list[tuple[Any, ...]]]:
    """Asks the database itself."""

    def ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with psycopg.connect(database_url, autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    return ask
