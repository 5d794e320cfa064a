"""The worker of `serve`: takes longer jobs from the database until it is told to stop."""

import asyncio
import logging

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

_HEARTBEAT = 5  # seconds
_CUT_OFF = 20  # seconds without a heartbeat: the worker was killed
_PAUSE = 5  # seconds before a lost database is tried again
_log = logging.getLogger(__name__)


async def work() -> None:
    """Run jobs until cancelled, and then finish the one at hand; a lost database is waited for."""
    while True:
        try:
            await _work_while_connected()
        except* ConnectorException:
            _log.warning("The worker lost the database and tries again in %s seconds", _PAUSE)
        await asyncio.sleep(_PAUSE)


async def _work_while_connected() -> None:
    assert isinstance(app.connector, DjangoConnector)  # noqa: S101 - until replaced below
    with app.replace_connector(app.connector.get_worker_connector()) as connected:
        async with connected.open_async(), asyncio.TaskGroup() as together:
            together.create_task(_take_up_again(connected))
            together.create_task(
                connected.run_worker_async(
                    install_signal_handlers=False,
                    delete_jobs="successful",
                    update_heartbeat_interval=_HEARTBEAT,
                    stalled_worker_timeout=_CUT_OFF,
                )
            )


async def _take_up_again(connected: App) -> None:
    """Put jobs whose worker was killed back into the queue; a job has to bear being run again."""
    while True:
        for job in await connected.job_manager.get_stalled_jobs(seconds_since_heartbeat=_CUT_OFF):
            _log.warning("Job %s was cut off and is taken up again", job.id)
            await connected.job_manager.retry_job(job)
        await asyncio.sleep(_HEARTBEAT)
