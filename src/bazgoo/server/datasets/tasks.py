"""The jobs of datasets: work on one, and tidy up; what they need is imported when there is one."""

from uuid import UUID

from procrastinate import Blueprint, JobContext

datasets = Blueprint()


@datasets.task(name="work", queue="datasets", pass_context=True)
async def work(context: JobContext, dataset_id: str) -> None:
    """Bring in or check one dataset."""
    await context.additional_context["worker"].dataset_workshop().work(UUID(dataset_id))


@datasets.periodic(cron="*/10 * * * *")
@datasets.task(name="tidy", queue="datasets", queueing_lock="tidy_datasets", pass_context=True)
async def tidy(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Take away the folders that no dataset has any more."""
    worker = context.additional_context["worker"]
    if worker.has_datasets():
        await worker.dataset_workshop().tidy()
