"""Jobs of steering: the morning's reminders of tasks."""

from datetime import UTC, datetime

from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from hankekori.areas.programmes.queries import programmes
from hankekori.areas.steering.reminders import queue_reminders

_HOUR = 7  # in Finland; jobs are timed in UTC, where it is 4 in summer and 5 in winter


@app.periodic(cron="5 4,5 * * *", periodic_id="reminders-of-tasks")
@app.task(name="steering.queue_reminders", queue="mail")
def remind(timestamp: int) -> None:
    """Queue the day's reminders of every programme at seven in the morning."""
    if timezone.localtime(datetime.fromtimestamp(timestamp, UTC)).hour != _HOUR:
        return
    for programme in programmes():
        path = reverse("follow-ups", kwargs={"slug": programme.slug})
        queue_reminders(by=None, now=timezone.now(), programme=programme, path=path)
