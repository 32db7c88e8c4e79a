"""What a worker does when it begins."""

from pathlib import Path

from bazgoo.server.queue import make_queue
from bazgoo.server.worker import Worker
from bazgoo.settings import Settings


def test_what_a_worker_does_first_are_tasks_of_the_queue(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    for folder in (settings.models_dir, settings.datasets_dir, settings.trainings_dir):
        (folder / "something").mkdir(parents=True)
    first = list(Worker(settings).first_of_all())
    assert len(first) == 4
    assert set(first) <= set(make_queue("dbname=nowhere").tasks)
