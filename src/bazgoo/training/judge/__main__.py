"""Teach a judge: `python -m bazgoo.training.judge DATASET FOLDER [--steps N]`; needs torch.

DATASET is a dataset's folder; `judge.onnx` and `judge.json` are written into FOLDER. Progress comes on standard output,
an event of ``bazgoo.events`` in JSON a line.
"""

import argparse
import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

import torch

from bazgoo.datasets import Dataset
from bazgoo.errors import BazgooError, NothingToLearn
from bazgoo.events import Event, TrainingCompleted, TrainingFailed
from bazgoo.training.journal import name_of
from bazgoo.training.judge.clips import clip, learnt
from bazgoo.training.judge.exporting import export
from bazgoo.training.judge.teaching import BATCH_SIZE, STEPS, teach


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=STEPS)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # unwinds, so that nothing is left behind
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1))
    try:
        teach_from(given.dataset, given.folder, given.steps)
    except BazgooError as error:
        _tell(TrainingFailed(error.code, error.message("fa"), error.message("en")))
        sys.exit(1)


def teach_from(dataset: Path, folder: Path, steps: int = STEPS) -> None:
    """Teach a judge with the recordings of ``dataset`` and write it into ``folder``; raises NothingToLearn."""
    with Dataset.open(dataset) as opened:
        found = [clip(opened, record) for record in learnt(opened)]
        clips = [each for each in found if each]
        if len(clips) < BATCH_SIZE:
            raise NothingToLearn(dataset=opened.name, count=len(clips), least=BATCH_SIZE)
        lineage = {"dataset": opened.name, "version": opened.version(), "records": len(clips), "steps": steps}
    export(teach(clips, steps, emit=_tell), folder, lineage)
    _tell(TrainingCompleted(steps, False, {}))


def _tell(event: Event) -> None:
    told = {"event": name_of(type(event)), **asdict(event)}
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
