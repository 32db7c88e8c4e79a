"""The jobs of backups: make one that was asked for, and ask by the clock; what they need is imported then."""

from procrastinate import Blueprint, JobContext

backups = Blueprint()

WAITS = "SELECT EXISTS (SELECT FROM backup_runs WHERE status IN ('waiting', 'running')) AS waits"


@backups.task(name="make", queue="backups", pass_context=True)
async def make(context: JobContext) -> None:
    """Make the backup that waits."""
    await context.additional_context["worker"].backup_workshop().work()


@backups.periodic(cron="* * * * *")
@backups.task(name="look", queue="backups", queueing_lock="look_backups", pass_context=True)
async def look(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Ask for one when it is time, and make what waits or was left by a worker that died; every minute."""
    worker = context.additional_context["worker"]
    waits = await context.app.connector.execute_query_one_async(WAITS)
    if worker.settings.backup_every_hours or waits["waits"]:
        await worker.backup_workshop().look()
