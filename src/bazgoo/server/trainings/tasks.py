"""The jobs of trainings: begin one, and tidy up; what they need is imported when there is one."""

from uuid import UUID

from procrastinate import Blueprint, JobContext

trainings = Blueprint()


@trainings.task(name="work", queue="trainings", pass_context=True)
async def work(context: JobContext, job_id: str) -> None:
    """Begin what waits to be done to one training; it goes on beside the queue."""
    await context.additional_context["worker"].training_workshop().take(UUID(job_id))


@trainings.periodic(cron="*/10 * * * *")
@trainings.task(name="tidy", queue="trainings", queueing_lock="tidy_trainings", pass_context=True)
async def tidy(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Take away the runs that no training wants any more."""
    worker = context.additional_context["worker"]
    if worker.has_trainings():
        await worker.training_workshop().tidy()
