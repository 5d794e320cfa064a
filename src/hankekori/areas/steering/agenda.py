"""The agenda of a meeting: written of what is open, then put in order and completed by hand."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import EmptyFieldError
from hankekori.areas.history import action
from hankekori.areas.steering.agenda_sources import (
    Preparation,
    Wanted,
    newest_report,
    place_of,
    short_title,
    wanted_matters,
)
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.disqualifications import mark_applicants
from hankekori.areas.steering.models import AgendaItem, Attachment, Decision, Meeting
from hankekori.areas.steering.preparing import BEFORE_END, lock_item, lock_prepared

_Kind = AgendaItem.Kind


@dataclass(frozen=True, slots=True)
class AgendaWritten:
    """How many matters came, and how many dropped off because they are no longer open."""

    added: int
    dropped: int


@action("steering.write_agenda")
def write_agenda(*, by: User | None, now: datetime, meeting: Meeting) -> AgendaWritten:
    """Write what is open on the agenda; written again, it adds only what has come since.

    What was taken off by hand does not return. What is no longer open drops off unless somebody has written in it.
    Texts follow what is open until the invitation is sent or somebody edits them. A meeting without a report of the
    day gets the newest one that is frozen.
    """
    locked = lock_prepared(meeting.pk)
    if locked.report is None and (report := newest_report(locked.programme, timezone.localdate(locked.starts_at))):
        locked.report = report
        locked.save(update_fields=["report"])
    wanted = wanted_matters(Preparation(locked, timezone.localdate(now)))
    items = {item.source: item for item in _items(locked) if item.source}
    if locked.state == Meeting.State.PLANNED:
        _refresh(items, wanted)
    dropped = _drop(item for source, item in items.items() if source not in wanted and not item.removed)
    new = [_add(locked, matter, by, now) for source, matter in wanted.items() if source not in items]
    order = list(_items(locked).exclude(pk__in=[item.pk for item in new]))
    for item in new:
        order.insert(_place(order, item), item)
    _put_in_order(order)
    return AgendaWritten(len(new), dropped)


@action("steering.add_item")
def add_item(
    *, by: User | None, now: datetime, meeting: Meeting, title: str, introduction: str = "", presenter: str = ""
) -> AgendaItem:
    """Put a matter of one's own at the end of the agenda, before the closing; also while the meeting goes on."""
    locked = lock_prepared(meeting.pk, *BEFORE_END)
    item = AgendaItem.objects.create(
        programme_id=locked.programme_id,
        meeting=locked,
        kind=_Kind.OTHER,
        position=0,
        edited=True,
        title=_titled(title),
        introduction=introduction.strip(),
        presenter=presenter.strip(),
    )
    order = list(_items(locked).exclude(pk=item.pk))
    closes = bool(order) and order[-1].kind == _Kind.CLOSING
    order.insert(len(order) - closes, item)
    _put_in_order(order)
    return item


@action("steering.change_item")
def change_item(
    *, by: User | None, now: datetime, item: AgendaItem, title: str, introduction: str, presenter: str
) -> AgendaItem:
    """Write over what the agenda said of a matter; from then on it stays as it was written."""
    current = lock_item(item, *BEFORE_END)
    values = {"title": _titled(title), "introduction": introduction.strip(), "presenter": presenter.strip()}
    if changed := [name for name, value in values.items() if getattr(current, name) != value]:
        for name in changed:
            setattr(current, name, values[name])
        current.edited = True
        current.save(update_fields=[*changed, "edited"])
    return current


@action("steering.move_item")
def move_item(*, by: User | None, now: datetime, item: AgendaItem, to: int) -> None:
    """Move a matter to a number of the agenda, counted from 1; a number past either end means that end."""
    current = lock_item(item, *BEFORE_END)
    order = list(_items(current.meeting).exclude(pk=current.pk))
    shown = [place for place, each in enumerate(order) if not each.removed]
    place = max(to - 1, 0)
    order.insert(shown[place] if place < len(shown) else len(order), current)
    _put_in_order(order)


@action("steering.remove_item")
def remove_item(*, by: User | None, now: datetime, item: AgendaItem) -> None:
    """Take a matter off the agenda before the meeting; it can be put back."""
    _set_removed(lock_item(item), removed=True)


@action("steering.restore_item")
def restore_item(*, by: User | None, now: datetime, item: AgendaItem) -> None:
    """Put a matter back where it was."""
    _set_removed(lock_item(item), removed=False)


def _items(meeting: Meeting) -> QuerySet[AgendaItem]:
    found = AgendaItem.objects.filter(programme=meeting.programme_id, meeting=meeting)
    return found.order_by("position", "pk")


def _refresh(items: Mapping[str, AgendaItem], wanted: Mapping[str, Wanted]) -> None:
    """Bring the texts that nobody has edited up to date."""
    for source, item in items.items():
        matter = wanted.get(source)
        if matter is None or item.edited:
            continue
        title, introduction = short_title(matter.title), matter.introduction
        if (item.title, item.introduction) != (title, introduction):
            item.title, item.introduction = title, introduction
            item.save(update_fields=["title", "introduction"])


def _drop(items: Iterable[AgendaItem]) -> int:
    """Drop the items in which nobody has written anything; tells how many."""
    touched = Decision.objects.filter(item=OuterRef("pk")).filter(
        Q(revision__gt=0) | ~Q(outcome=Decision.Outcome.OPEN) | ~Q(voting=Decision.Voting.NONE)
    )
    attached = Attachment.objects.filter(item=OuterRef("pk"))
    untouched = AgendaItem.objects.filter(pk__in=[item.pk for item in items], edited=False, minutes_text="")
    keys = list(untouched.exclude(Exists(touched)).exclude(Exists(attached)).values_list("pk", flat=True))
    Decision.objects.filter(item__in=keys).delete()
    AgendaItem.objects.filter(pk__in=keys).delete()
    return len(keys)


def _add(meeting: Meeting, matter: Wanted, by: User | None, now: datetime) -> AgendaItem:
    item = AgendaItem.objects.create(
        programme_id=meeting.programme_id,
        meeting=meeting,
        kind=matter.kind,
        source=matter.source,
        position=0,
        title=short_title(matter.title),
        introduction=matter.introduction,
        **matter.subject,
    )
    if item.project is not None:
        mark_applicants(item, item.project)
    for decision in matter.decisions:
        add_decision(by=by, now=now, item=item, kind=decision.kind, proposal=decision.proposal)
    return item


def _place(order: list[AgendaItem], item: AgendaItem) -> int:
    """Find the place after the last matter that comes before it or of the same source."""
    rank = place_of(item.source)
    before = [place for place, each in enumerate(order) if each.source and place_of(each.source) <= rank]
    return before[-1] + 1 if before else 0


def _put_in_order(order: list[AgendaItem]) -> None:
    moved = [item for position, item in enumerate(order, 1) if item.position != position]
    for position, item in enumerate(order, 1):
        item.position = position
    AgendaItem.objects.bulk_update(moved, ["position"])


def _set_removed(item: AgendaItem, *, removed: bool) -> None:
    if item.removed != removed:
        item.removed = removed
        item.save(update_fields=["removed"])


def _titled(title: str) -> str:
    if not title.strip():
        raise EmptyFieldError("title")
    return short_title(title.strip())
