"""A studio with a worker in the same process, and recordings made on the spot."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import soundfile

from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ, synthesize
from bazgoo.server.database import Database
from bazgoo.server.worker import Worker
from bazgoo.settings import RateLimits, Settings
from tests.integration.people import bearer, register
from tests.integration.sources.conftest import working

OFTEN = "100000/minute"
SENTENCES = (
    "امروز هوا خیلی خوب است و باران نمی‌بارد.",
    "کتاب‌های تازه روی میز کنار پنجره است.",
    "فردا صبح زود به بازار می‌رویم.",
    "این جمله برای آزمودن ضبط صدا نوشته شد.",
)


def said(text: str) -> bytes:
    """A WAV in which ``text`` is said."""
    samples = synthesize(text)
    file = io.BytesIO()
    soundfile.write(file, samples, SAMPLE_RATE_HZ, "PCM_16", format="WAV")
    return file.getvalue()


@pytest.fixture(scope="session")
def clips() -> dict[str, bytes]:
    """A recording of each sentence."""
    return {text: said(text) for text in SENTENCES}


@pytest.fixture(scope="session")
def ljspeech(clips: dict[str, bytes]) -> bytes:
    """An LJSpeech zip of the sentences, with one row that has no audio."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        rows = [f"clip{number}|{text}" for number, text in enumerate(clips, 1)]
        archive.writestr("my_voice/metadata.csv", "\n".join([*rows, "clip9|این یکی صدا ندارد."]))
        for number, sound in enumerate(clips.values(), 1):
            archive.writestr(f"my_voice/wavs/clip{number}.wav", sound)
    return file.getvalue()


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    limits = RateLimits(register=OFTEN, search=OFTEN, api=OFTEN)
    return Settings(data_dir=tmp_path / "data", database_url=database_url, rate_limit=limits)


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


Wait = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def until(client: httpx.AsyncClient) -> Wait:
    """Waits until a dataset has a status."""

    async def wait(who: dict[str, str], dataset: dict[str, Any], status: str) -> dict[str, Any]:
        for _ in range(600):
            told = (await client.get(f"/api/datasets/{dataset['id']}", headers=who)).json()
            if told["metadata"]["status"] == status:
                return told
            await asyncio.sleep(0.05)
        raise AssertionError(told)

    return wait


@pytest.fixture
async def empty(client: httpx.AsyncClient, sara: dict[str, str]) -> dict[str, Any]:
    """Sara's dataset that has nothing yet."""
    answer = await client.post("/api/datasets", data={"name": "صدای من"}, files={"x": b""}, headers=sara)
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture
def record(client: httpx.AsyncClient, sara: dict[str, str], clips: dict[str, bytes]) -> Any:
    """Records a sentence into a dataset."""

    async def record(dataset: dict[str, Any], text: str, **said: str) -> dict[str, Any]:
        answer = await client.post(
            f"/api/datasets/{dataset['id']}/records",
            data={"text": text, **said},
            files={"audio": ("clip.wav", clips.get(text) or next(iter(clips.values())))},
            headers=sara,
        )
        assert answer.status_code == 201, answer.text
        return answer.json()

    return record


@pytest.fixture
def ask(database_url: str) -> Callable[..., list[tuple[Any, ...]]]:
    """Asks the database itself."""

    def ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with psycopg.connect(database_url, autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    return ask
