"""Finding a meeting and its matters behind the programme's door."""

from http import HTTPStatus

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from hankekori.areas.steering.models import AgendaItem, Attachment, Meeting
from hankekori.areas.steering.queries import attachment_with_key, meeting_with_key
from hankekori.pages.door import Door
from hankekori.web.tables import Link

_LONGEST_KEY = 18  # digits that fit in the database's whole number


def find_meeting(door: Door, key: int) -> Meeting:
    found = meeting_with_key(door.programme, key)
    if found is None:
        raise Http404
    return found


def find_item(meeting: Meeting, key: int) -> AgendaItem:
    return get_object_or_404(meeting.items, pk=key)


def find_attachment(meeting: Meeting, key: int) -> Attachment:
    found = attachment_with_key(meeting, key)
    if found is None:
        raise Http404
    return found


def key_of(written: str) -> int | None:
    """Read a key that a form sent; None where it is none the database could have."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _LONGEST_KEY else None


def meetings_link(door: Door) -> Link:
    return Link(_("Työryhmä"), door.url("meetings"))


def status(form: forms.Form) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else HTTPStatus.OK
