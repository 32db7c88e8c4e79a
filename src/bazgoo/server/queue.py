"""The job queue: procrastinate on our database, with every task we know."""

from copy import deepcopy

from procrastinate import App, PsycopgConnector

from bazgoo.server.backups.tasks import backups
from bazgoo.server.datasets.tasks import datasets
from bazgoo.server.housekeeping import housekeeping
from bazgoo.server.sources.downloads.tasks import downloads
from bazgoo.server.trainings.tasks import trainings

CONCURRENCY = 4
"""Jobs at once in one worker beside its downloads; a job waits for files or a process of its own."""

TASKS = {
    "housekeeping": housekeeping,
    "downloads": downloads,
    "datasets": datasets,
    "trainings": trainings,
    "backups": backups,
}
"""Every task, by its namespace."""


def make_queue(conninfo: str) -> App:
    """The queue on the database at ``conninfo``; open it to use it."""
    queue = App(connector=PsycopgConnector(conninfo=conninfo, min_size=1, max_size=CONCURRENCY))
    for namespace, tasks in TASKS.items():
        # a copy: to add tasks renames them and binds them to this queue, and a worker makes one after another
        queue.add_tasks_from(deepcopy(tasks), namespace=namespace)
    return queue
