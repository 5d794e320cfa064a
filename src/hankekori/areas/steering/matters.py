"""The matters on a meeting's agenda: their order, their numbers, and what an invitation tells of them."""

import hashlib
import json

from django.db.models import QuerySet

from hankekori.areas.steering.models import AgendaItem, Attachment, Meeting


def matters_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """List what is on the agenda, in order; what was taken off is not there."""
    items = AgendaItem.objects.filter(programme=meeting.programme_id, meeting=meeting, removed=False)
    return items.order_by("position", "pk")


def numbers_of(meeting: Meeting) -> dict[int, int]:
    """Give the § of each matter by its id, from 1; one query."""
    return {key: number for number, key in enumerate(matters_of(meeting).values_list("pk", flat=True), 1)}


def what_is_told(meeting: Meeting) -> str:
    """Give the SHA-256 of what an invitation tells: time, place, the matters in their order and what is beside them."""
    beside = Attachment.objects.filter(programme=meeting.programme_id, item__meeting=meeting, item__removed=False)
    told = [
        [meeting.starts_at.timestamp(), meeting.ends_at.timestamp(), meeting.place, meeting.online_url],
        list(matters_of(meeting).values_list("title", "introduction", "presenter")),
        list(beside.order_by("pk").values_list("item", "sha256")),
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
