"""The job queue: procrastinate on our database, with every task we know."""

from procrastinate import App, PsycopgConnector

from bazgoo.server.housekeeping import housekeeping

CONCURRENCY = 4
"""Jobs at once in one worker; a job waits for files, the network or a process of its own."""


def make_queue(conninfo: str) -> App:
    """The queue on the database at ``conninfo``; open it to use it."""
    queue = App(connector=PsycopgConnector(conninfo=conninfo, min_size=1, max_size=CONCURRENCY))
    queue.add_tasks_from(housekeeping, namespace="housekeeping")
    return queue
