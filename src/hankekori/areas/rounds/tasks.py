"""Jobs of rounds: the morning's reminders."""

from datetime import UTC, datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from hankekori.areas.programmes.queries import programmes
from hankekori.areas.rounds.notices import queue_reminders

_HOUR = 7  # in Finland; jobs are timed in UTC, where it is 4 in summer and 5 in winter


@app.periodic(cron="0 4,5 * * *", periodic_id="reminders-of-reports")
@app.task(name="rounds.queue_reminders", queue="mail")
def remind(timestamp: int) -> None:
    """Queue the day's digests of every programme at seven in the morning."""
    if timezone.localtime(datetime.fromtimestamp(timestamp, UTC)).hour != _HOUR:
        return
    for programme in programmes():
        queue_reminders(by=None, now=timezone.now(), programme=programme)
