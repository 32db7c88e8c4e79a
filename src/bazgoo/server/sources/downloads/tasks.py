"""The jobs of downloads: bring one, and tidy up; what they need is imported when there is one."""

from uuid import UUID

from procrastinate import Blueprint, JobContext

downloads = Blueprint()


@downloads.task(name="bring", queue="downloads", pass_context=True)
async def bring(context: JobContext, download_id: str) -> None:
    """Bring one download."""
    await context.additional_context["worker"].workshop().bring(UUID(download_id))


@downloads.periodic(cron="*/10 * * * *")
@downloads.task(name="tidy", queue="downloads", queueing_lock="tidy_downloads", pass_context=True)
async def tidy(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Let the table and the disk agree, and take away what nobody wants any more."""
    worker = context.additional_context["worker"]
    if worker.has_models():
        await worker.workshop().tidy()


@downloads.periodic(cron="23 3 * * *")
@downloads.task(name="check", queue="downloads", queueing_lock="check_models", pass_context=True)
async def check(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Read every installed model whole, and tell which files are damaged; every night."""
    worker = context.additional_context["worker"]
    if worker.has_models():
        await worker.workshop().check()
