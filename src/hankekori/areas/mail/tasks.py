"""Jobs of mail: send what waits."""

from django.utils import timezone
from procrastinate.contrib.django import app

from hankekori.areas.mail import actions
from hankekori.areas.mail.post import open_post

_AT_ONCE = 50  # messages of one job, so that other jobs get their turn


@app.task(name=actions.SEND_TASK, queue="mail")
def send_queued() -> None:
    """Send what waits; the rest goes to a job of its own."""
    with open_post() as post:
        for _ in range(_AT_ONCE):
            message = actions.send_next(by=None, now=timezone.now(), post=post)
            if message is None:
                return
    send_queued.defer()


@app.periodic(cron="* * * * *", periodic_id="messages-that-wait")
@app.task(name="mail.send_waiting", queue="mail")
def send_waiting(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic task
    """Try again what could not be sent, and what was queued by a job that got lost."""
    send_queued()
