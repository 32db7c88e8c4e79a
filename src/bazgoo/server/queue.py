"""The job queue: procrastinate on our database, with every task we know."""

from procrastinate import App, PsycopgConnector

from bazgoo.server.housekeeping import housekeeping
from bazgoo.server.sources.downloads.tasks import downloads

CONCURRENCY = 4
"""Jobs at once in one worker beside its downloads; a job waits for files or a process of its own."""


def make_queue(conninfo: str) -> App:
    """The queue on the database at ``conninfo``; open it to use it."""
    queue = App(connector=PsycopgConnector(conninfo=conninfo, min_size=1, max_size=CONCURRENCY))
    queue.add_tasks_from(housekeeping, namespace="housekeeping")
    queue.add_tasks_from(downloads, namespace="downloads")
    return queue
