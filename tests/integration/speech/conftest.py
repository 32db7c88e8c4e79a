"""A studio on a real socket, open to all, without a database: speech needs none."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import httpx
import pytest
import uvicorn

from bazgoo.engines import EspeakEngine
from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.settings import RateLimits, Settings
from bazgoo.speech import Speaker, open_speaker

Serve = Callable[..., httpx.Client]


@contextmanager
def _served(settings: Settings, speaker: Speaker) -> Iterator[str]:
    app = create_app(settings, Database("postgresql://nobody@127.0.0.1:1/none"), speaker)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def _client(stack: ExitStack, data_dir: Path, speaker: Speaker, **given: object) -> httpx.Client:
    limits = RateLimits(speech="100000/minute", api="100000/minute")
    settings = Settings(data_dir=data_dir, **({"public_speech": True, "rate_limit": limits} | given))
    address = stack.enter_context(_served(settings, speaker))
    return stack.enter_context(httpx.Client(base_url=address, timeout=60, trust_env=False))


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts a studio of the test's own: `serve(speaker, max_text_chars=…)` gives a client of it."""
    with ExitStack() as stack:
        yield partial(_client, stack, tmp_path)


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a studio that speaks with eSpeak NG; all tests share it."""
    with ExitStack() as stack:
        yield _client(stack, tmp_path_factory.mktemp("data"), Speaker([EspeakEngine()]))


@pytest.fixture(scope="session")
def piper_client(tmp_path_factory: pytest.TempPathFactory, tiny_voice: Path) -> Iterator[httpx.Client]:
    """A client of a studio with the tiny Piper voice, which always says a sentence in the same way."""
    with ExitStack() as stack:
        yield _client(stack, tmp_path_factory.mktemp("data"), open_speaker(tiny_voice.parent))
