"""Jobs of steering: the morning's reminders of tasks."""

from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from hankekori.areas.mail.mornings import HOURS, programmes_at_seven
from hankekori.areas.steering.reminders import queue_reminders


@app.periodic(cron=f"5 {HOURS} * * *", periodic_id="reminders-of-tasks")
@app.task(name="steering.queue_reminders", queue="mail")
def remind(timestamp: int) -> None:
    """Queue the day's reminders of every programme at seven in the morning."""
    for programme in programmes_at_seven(timestamp):
        path = reverse("follow-ups", kwargs={"slug": programme.slug})
        queue_reminders(by=None, now=timezone.now(), programme=programme, path=path)
