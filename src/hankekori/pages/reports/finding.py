"""Finding the report of an address, for those who may read its kind."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from hankekori.areas.archive.kinds import OF_MEETINGS
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.archive.queries import report_with_key
from hankekori.pages.door import Door


def find_report(door: Door, key: int) -> FrozenReport:
    """Raise Http404 where there is none, PermissionDenied where it is for those who may read meetings."""
    found = report_with_key(door.programme, key)
    if found is None:
        raise Http404
    if found.kind in OF_MEETINGS and not door.may_read_meetings:
        raise PermissionDenied
    return found
