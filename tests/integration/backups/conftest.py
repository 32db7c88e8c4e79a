"""An installation with something of everything in it."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest

from bazgoo.datasets import Dataset
from bazgoo.server.backups.archive import Chain, Header
from bazgoo.server.backups.making import Wish, make_backup
from bazgoo.server.backups.restoring import Restored, restore
from bazgoo.server.settings.sealing import sealed
from bazgoo.settings import Settings
from bazgoo.store import Shelf

TOKEN = "hf_a-secret-of-somebody"


class Full:
    """An installation on a database, with a person, a dataset, two models and a training."""

    def __init__(self, settings: Settings, address: str) -> None:
        self.settings, self.address = settings, address
        self.dataset, self.training, self.bought, self.own = (uuid4() for _ in range(4))
        self._rows()
        self._dataset()
        self._models()
        run = settings.trainings_dir / str(self.training)
        (run / "checkpoints").mkdir(parents=True)
        (run / "checkpoints" / "step-00000010.pt").write_bytes(bytes(range(256)) * 5000)
        (run / "events.jsonl").write_text('{"event": "training_preparing"}\n')

    def _rows(self) -> None:
        token = sealed(self.settings, TOKEN)
        with psycopg.connect(self.address) as connection:
            (person,) = connection.execute(
                """INSERT INTO users (email, username, password_hash)
                   VALUES ('a@b.ir', E'سارا\\t\\\\\\n', 'x') RETURNING id"""
            ).fetchone() or (None,)
            for statement, values in (
                ("INSERT INTO user_settings (user_id, huggingface_token) VALUES (%s, %s)", [person, token]),
                ("INSERT INTO lexicon (user_id, word, ipa) VALUES (%s, 'کرم', 'kerem')", [person]),
                (
                    "INSERT INTO datasets (id, user_id, name, type) VALUES (%s, %s, 'صدای من', 'audio')",
                    [self.dataset, person],
                ),
                (
                    "INSERT INTO training_jobs (id, user_id, dataset_id) VALUES (%s, %s, %s)",
                    [self.training, person, self.dataset],
                ),
                (
                    "INSERT INTO audit_log (user_id, action) SELECT %s, 'login' FROM generate_series(1, 3)",
                    [person],
                ),
                ("INSERT INTO models (id, name, type) VALUES (%s, 'صدا', 'tts')", [self.own]),
            ):
                connection.execute(statement.encode(), values)

    def _dataset(self) -> None:
        recording = self.settings.data_dir / "recording.wav"
        recording.write_bytes(b"RIFF" * 2000)
        with Dataset.create(self.settings.datasets_dir / str(self.dataset), "صدای من", "audio") as dataset:
            for number in range(3):
                dataset.add(f"جملهٔ {number}", file=recording)
        recording.unlink()
        (self.settings.datasets_dir / str(self.dataset) / "prepared" / "1.wav").write_bytes(b"made of it")

    def _models(self) -> None:
        shelf = Shelf(self.settings.models_dir)
        for model_id, repo in ((self.bought, "owner/voice"), (self.own, None)):
            folder = self.settings.models_dir / str(model_id)
            folder.mkdir(parents=True)
            (folder / "weights.bin").write_bytes(model_id.bytes * 10_000)
            (folder / ".gitattributes").write_text("*.bin filter=lfs\n")
            shelf.install(str(model_id), repo_id=repo, commit="c0ffee" if repo else None)
        (self.settings.models_dir / str(uuid4())).mkdir()
        (self.settings.models_dir / "by-hand.onnx").write_bytes(b"laid there")

    def back_up(self, out: Path, **wish: object) -> Header:
        """A backup of it."""
        return make_backup(self.settings, self.address, out, Wish(**wish))  # type: ignore[arg-type]

    def remove_training(self) -> UUID:
        """As its owner does."""
        with psycopg.connect(self.address) as connection:
            connection.execute("DELETE FROM training_jobs")
        return self.training


@pytest.fixture
def full(settings: Settings, database_url: str) -> Full:
    """An installation with something of everything in it."""
    return Full(settings, database_url)


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory, empty_database_url: str) -> Settings:
    """A machine with nothing on it but an empty database."""
    return Settings(data_dir=tmp_path_factory.mktemp("elsewhere"), database_url=empty_database_url)


@pytest.fixture
def bring_back(elsewhere: Settings) -> Callable[..., Restored]:
    """Restores a backup on the other machine: `bring_back(file, password=None, replace=False)`."""

    def bring(file: Path, password: str | None = None, *, replace: bool = False) -> Restored:
        with Chain(file, password) as chain:
            return restore(elsewhere, chain, replace=replace)

    return bring
