"""A studio with a worker in the same process, a labelled dataset, and a trainer that learns one line."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import psycopg
import pytest

from bazgoo.datasets import Dataset
from bazgoo.server.database import Database
from bazgoo.server.worker import Worker
from bazgoo.settings import RateLimits, Settings
from tests.integration.people import bearer, register
from tests.integration.sources.conftest import working

OFTEN = "100000/minute"
LITTLE = Path(__file__).with_name("little_trainer.py")
CONFIG = {"max_steps": 60, "checkpoint_every": 1, "learning_rate": 0.1, "seed": 3}
Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    limits = RateLimits(register=OFTEN, search=OFTEN, api=OFTEN)
    return Settings(data_dir=tmp_path / "data", database_url=database_url, rate_limit=limits, max_trainings=1)


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch, tiny_voice: Path, tmp_path: Path) -> Iterator[None]:
    """The trainer of these tests; whatever it leaves running is ended."""
    made = tmp_path / "made"
    made.mkdir()
    for path in (tiny_voice, tiny_voice.with_name(f"{tiny_voice.name}.json")):
        shutil.copy(path, made / path.name.replace("tiny", "taught"))
    monkeypatch.setenv("LITTLE_EXPORT", str(made))
    monkeypatch.setattr("bazgoo.server.trainings.working.trainer.COMMAND", (str(LITTLE),))
    yield
    for process in trainers():
        process.kill()


def trainers() -> list[psutil.Process]:
    """The trainers that run in this session of tests, wherever they were started."""
    found = []
    for process in psutil.process_iter():
        try:
            if str(LITTLE) in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


@pytest.fixture
async def sara(client: httpx.AsyncClient) -> dict[str, str]:
    """The admin's credential."""
    return bearer(await register(client, "sara"))


@pytest.fixture
async def reza(client: httpx.AsyncClient, sara: dict[str, str]) -> dict[str, str]:
    """Another person's credential."""
    return bearer(await register(client, "reza"))


@pytest.fixture
async def worker(settings: Settings, database: Database) -> AsyncIterator[Worker]:
    async with working(settings) as worker:
        yield worker


@pytest.fixture
def ask(database_url: str) -> Ask:
    """Asks the database itself."""

    def ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with psycopg.connect(database_url, autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    return ask


Give = Callable[[dict[str, str]], Awaitable[str]]


@pytest.fixture
def give(client: httpx.AsyncClient, settings: Settings, ask: Ask) -> Give:
    """Gives a person a dataset of labelled texts; its id."""

    async def give(who: dict[str, str]) -> str:
        me = (await client.get("/api/auth/me", headers=who)).json()["id"]
        ((dataset_id,),) = ask(
            "INSERT INTO datasets (user_id, name, type, metadata)"
            """ VALUES (%s, 'هوا', 'text', '{"license": "CC0-1.0"}') RETURNING id""",
            me,
        )
        settings.datasets_dir.mkdir(parents=True, exist_ok=True)
        with Dataset.create(settings.datasets_dir / str(dataset_id), "هوا", "text") as dataset:
            for number in range(12):
                dataset.add(text=f"متن {number}", label=("خوب", "بد")[number % 2])
        return str(dataset_id)

    return give


@pytest.fixture
async def texts(sara: dict[str, str], give: Give) -> str:
    """Sara's dataset."""
    return await give(sara)


Begin = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def begin(client: httpx.AsyncClient) -> Begin:
    """Asks for a training."""

    async def begin(who: dict[str, str], dataset_id: str, **config: Any) -> dict[str, Any]:
        wanted = {
            "recipe": "classifier", "dataset_id": dataset_id, "name": "هوا", "config": CONFIG | config
        }  # fmt: skip
        answer = await client.post("/api/training", json=wanted, headers=who)
        assert answer.status_code == 201, answer.text
        return answer.json()

    return begin


Wait = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def until(client: httpx.AsyncClient) -> Wait:
    """Waits until a training has a status, or until it fits a condition."""

    async def wait(
        who: dict[str, str], job: dict[str, Any], fits: str | Callable[[dict[str, Any]], bool]
    ) -> dict[str, Any]:
        for _ in range(1200):
            told = (await client.get(f"/api/training/{job['id']}", headers=who)).json()
            if told["status"] == fits if isinstance(fits, str) else fits(told):
                return told
            assert fits == "failed" or told["status"] != "failed", told
            await asyncio.sleep(0.05)
        raise AssertionError(told)

    return wait


async def eventually(happened: Callable[[], object]) -> None:
    """Wait until ``happened()`` is true; fail when it never is."""
    for _ in range(1200):
        if happened():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never happened")
