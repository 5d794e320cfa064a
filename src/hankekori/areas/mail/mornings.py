"""When the day's reminders are queued: at seven in the morning in Finland."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.utils import timezone

from hankekori.areas.programmes.models import Programme
from hankekori.areas.programmes.queries import programmes

HOURS = "4,5"  # of jobs, which are timed in UTC: seven is 4 in summer and 5 in winter
_HOUR = 7


def programmes_at_seven(timestamp: int) -> Iterable[Programme]:
    """Give every programme at seven, none at the other hour."""
    return programmes() if timezone.localtime(datetime.fromtimestamp(timestamp, UTC)).hour == _HOUR else ()
