"""A run made ready for its trainer."""

import shutil

from bazgoo.server.trainings.places import Place
from bazgoo.server.trainings.starting import asked_of
from bazgoo.server.trainings.tables import TrainingJob
from bazgoo.settings import Settings
from bazgoo.training.run import Run


def prepare(settings: Settings, place: Place, job: TrainingJob) -> None:
    """Make the run when there is none; raises DatasetNotFound, TrainingConfigInvalid."""
    if place.made:
        return
    asked = asked_of(settings, job)
    shutil.rmtree(place.folder, ignore_errors=True)  # of a worker that died over it
    Run.create(place.folder, asked)
