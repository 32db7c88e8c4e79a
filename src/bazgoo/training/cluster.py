"""The same loop on the workers of a Ray cluster (extra `[cluster]`), or on several of this machine.

All workers see the folders of the run and of the dataset under the same paths, as with `torchrun`.
"""

import contextlib
import logging
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bazgoo.errors import ClusterMissing
from bazgoo.training.run import Run

log = logging.getLogger(__name__)

_LOOK_EVERY_S = 0.5
_ALONE = {"include_dashboard": False, "_node_ip_address": "127.0.0.1"}
"""A cluster that begins and ends with the training, and that nobody else reaches."""
_SURROUNDINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to anybody outside
    "RAY_TRAIN_WORKER_GROUP_START_TIMEOUT_S": "600",  # workers of a busy machine may take their time
    "RAY_worker_niceness": "0",  # the trainer has given way already
}


def train(run: Run, workers: int, stop: Callable[[], bool] = lambda: False) -> None:
    """Teach ``run`` on ``workers`` of the cluster that `RAY_ADDRESS` names, or else of this machine.

    Events and checkpoints are those of one process.  Raises ClusterMissing, and what Ray raises where workers fail.
    """
    os.environ.update(_SURROUNDINGS)
    with _pausing(run, stop) as asked, _connected(workers) as on_gpu:
        _fit(run, workers, asked, on_gpu=on_gpu)


def teach(told: dict[str, Any]) -> None:
    """What each worker does: the loop, as one of the ranks; Ray has made the process group."""
    from bazgoo.training import trainer  # noqa: PLC0415 - torch is for workers

    trainer.train(Run(Path(told["run"])), stop=Path(told["asked"]).exists)


def _fit(run: Run, workers: int, asked: Path, *, on_gpu: bool) -> None:
    from ray.train import RunConfig, ScalingConfig  # noqa: PLC0415 - an extra
    from ray.train.torch import TorchTrainer  # noqa: PLC0415

    notes = run.folder / ".ray"
    try:
        TorchTrainer(
            teach,
            train_loop_config={"run": str(run.folder.absolute()), "asked": str(asked.absolute())},
            scaling_config=ScalingConfig(num_workers=workers, use_gpu=on_gpu),
            run_config=RunConfig(name="run", storage_path=str(notes.absolute())),
        ).fit()
    finally:
        shutil.rmtree(notes, ignore_errors=True)


@contextlib.contextmanager
def _connected(workers: int) -> Iterator[bool]:
    """With a cluster at hand; whether it has a GPU for each worker.  One that was begun here is ended."""
    try:
        import ray  # noqa: PLC0415
        import ray.train.torch  # noqa: PLC0415
    except ImportError:
        raise ClusterMissing from None
    with contextlib.ExitStack() as stack:
        with _own_signals():
            if os.environ.get("RAY_ADDRESS"):
                ray.init(address="auto", log_to_driver=False)
            else:
                notes = stack.enter_context(_notes())
                ray.init("local", num_cpus=workers + 1, log_to_driver=False, _temp_dir=notes, **_ALONE)
        stack.callback(ray.shutdown)
        yield ray.cluster_resources().get("GPU", 0) >= workers


def _notes() -> tempfile.TemporaryDirectory[str]:
    """Where a cluster of this machine has its logs and sockets, whose paths must be short."""
    short = Path("/tmp")  # noqa: S108 - a folder of a name that nobody knows is made in it
    place = short if short.is_dir() else None
    return tempfile.TemporaryDirectory(prefix="ray-", dir=place, ignore_cleanup_errors=True)


@contextlib.contextmanager
def _own_signals() -> Iterator[None]:
    """Ray takes SIGTERM for the end of everything; here it stays what it was: a wish to pause."""
    kept = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    yield
    if threading.current_thread() is threading.main_thread():
        for each, handler in kept.items():
            signal.signal(each, handler)


@contextlib.contextmanager
def _pausing(run: Run, stop: Callable[[], bool]) -> Iterator[Path]:
    """A file that appears in the run's folder when ``stop`` says so: what all workers can see."""
    asked, over = run.folder / ".pause", threading.Event()
    asked.unlink(missing_ok=True)

    def watch() -> None:
        while not over.wait(_LOOK_EVERY_S):
            if stop():
                asked.touch()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield asked
    finally:
        over.set()
        watcher.join()
        asked.unlink(missing_ok=True)
