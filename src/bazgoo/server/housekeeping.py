"""What a worker does by the clock: throw away what has expired, take up again what was left undone."""

import asyncio
import logging

from procrastinate import Blueprint, JobContext

from bazgoo.server.passing import remove_abandoned

logger = logging.getLogger(__name__)

housekeeping = Blueprint()

EXPIRED = (
    # a session takes its refresh tokens with it
    "DELETE FROM auth_sessions WHERE expires_at < now()",
    "DELETE FROM refresh_tokens WHERE expires_at < now()",
    "DELETE FROM api_keys WHERE expires_at < now()",
    # anybody can make these
    "DELETE FROM audit_log WHERE action = 'login_failed' AND created_at < now() - interval '90 days'",
    "DELETE FROM speech_usage WHERE day < now() - interval '400 days'",
)


@housekeeping.periodic(cron="7 * * * *")
@housekeeping.task(queue="housekeeping", queueing_lock="purge_expired", pass_context=True)
async def purge_expired(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Delete the logins and keys that are no longer good; every hour."""
    for statement in EXPIRED:
        await context.app.connector.execute_query_async(statement)


@housekeeping.periodic(cron="* * * * *")
@housekeeping.task(queue="housekeeping", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Give the jobs of workers that died back to the queue, which does not do so itself; every minute."""
    for job in await context.app.job_manager.get_stalled_jobs():
        logger.warning("The worker of job %s (%s) died; the job runs again", job.id, job.task_name)
        await context.app.job_manager.retry_job(job)


@housekeeping.periodic(cron="*/10 * * * *")
@housekeeping.task(
    name="clear_uploads", queue="housekeeping", queueing_lock="clear_uploads", pass_context=True
)
async def clear_uploads(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
    """Remove what requests whose process was killed have left; every ten minutes, and when a worker begins."""
    uploads_dir = context.additional_context["worker"].settings.data_dir / "uploads"
    for name in await asyncio.to_thread(remove_abandoned, uploads_dir):
        logger.info("The upload %s was left by a process that died; it is removed", name)
