"""Jobs of rounds: the morning's reminders."""

from django.utils import timezone
from procrastinate.contrib.django import app

from hankekori.areas.mail.mornings import HOURS, programmes_at_seven
from hankekori.areas.rounds.notices import queue_reminders


@app.periodic(cron=f"0 {HOURS} * * *", periodic_id="reminders-of-reports")
@app.task(name="rounds.queue_reminders", queue="mail")
def remind(timestamp: int) -> None:
    """Queue the day's digests of every programme at seven in the morning."""
    for programme in programmes_at_seven(timestamp):
        queue_reminders(by=None, now=timezone.now(), programme=programme)
