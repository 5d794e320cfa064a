"""What is done on the page of a meeting going on: each button's name and the action behind it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, QueryDict

from hankekori.areas.archive.queries import reports_of
from hankekori.areas.bodies.models import Seat
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.steering.decision_errors import StaleWritingError
from hankekori.areas.steering.decisions import remove_decision, save_decision
from hankekori.areas.steering.disqualifications import declare_disqualified, withdraw_disqualification
from hankekori.areas.steering.session_queries import DecisionLine, ItemLine, SessionPage
from hankekori.areas.steering.sessions import end_meeting, open_meeting, reopen_meeting, save_minutes, set_attendance
from hankekori.areas.steering.votes import cancel_vote, cast_vote, close_vote, open_vote, save_dissent
from hankekori.pages.decisions.forms import DecisionForm, MinutesForm
from hankekori.pages.decisions.session_rows import disqualify_form, dissent_form, people_of
from hankekori.pages.door import Door
from hankekori.pages.meetings.frame import key_of
from hankekori.pages.monitoring.office_forms import OfficeForm


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: the button's name is the deed and the key of what it is done to, "minutes-12"."""

    door: Door
    page: SessionPage
    post: QueryDict
    key: int
    now: datetime

    @property
    def people(self) -> list[Seat]:
        return people_of(self.page)

    @property
    def item(self) -> ItemLine:
        return _found(line for line in self.page.items if line.item.pk == self.key)

    @property
    def decision(self) -> tuple[ItemLine, DecisionLine]:
        lines = ((item, line) for item in self.page.items for line in item.decisions)
        return _found(pair for pair in lines if pair[1].decision.pk == self.key)


type Deed = Callable[[Sent], OfficeForm | None]


def do(door: Door, page: SessionPage, post: QueryDict, *, now: datetime) -> OfficeForm | None:
    """Do what the pressed button says; gives the form that was refused. Raises DomainError where there is no form."""
    name, _dash, key = post.get("tee", "").partition("-")
    done_to = key_of(key or "0")
    if name not in _DEEDS or done_to is None:
        raise Http404
    return _DEEDS[name](Sent(door, page, post, done_to, now))


def _open(sent: Sent) -> None:
    open_meeting(by=sent.door.user, now=sent.now, meeting=sent.page.meeting)


def _end(sent: Sent) -> None:
    end_meeting(by=sent.door.user, now=sent.now, meeting=sent.page.meeting)


def _reopen(sent: Sent) -> None:
    reopen_meeting(by=sent.door.user, now=sent.now, meeting=sent.page.meeting)


@action("steering.set_attendance")
def _save_attendance(*, by: object, sent: Sent) -> None:  # noqa: ARG001 - history.action records by
    """Write who is there in every place, all or none."""
    for place in sent.page.places:
        sits = sent.post.get(f"sits-{place.seat.pk}", "")
        deputies = sent.page.deputies.get(place.seat.pk, ())
        deputy = next((each for each in deputies if str(each.pk) == sits), None)
        set_attendance(
            by=sent.door.user,
            now=sent.now,
            meeting=sent.page.meeting,
            seat=place.seat,
            present=sits == "member",
            deputy=deputy,
            examines_minutes=f"examines-{place.seat.pk}" in sent.post,
        )


def _attendance(sent: Sent) -> None:
    _save_attendance(by=sent.door.user, sent=sent)


def _minutes(sent: Sent) -> OfficeForm | None:
    form = MinutesForm(sent.post, item=sent.item.item)

    def save() -> None:
        given = form.cleaned_data
        save_minutes(by=sent.door.user, now=sent.now, item=sent.item.item, text=given["text"], seen=given["seen"])

    return _saved(form, save)


def _decision(sent: Sent) -> OfficeForm | None:
    decision = sent.decision[1].decision
    form = DecisionForm(sent.post, decision=decision, seats=sent.people, reports=list(reports_of(sent.door.programme)))

    def save() -> None:
        save_decision(
            by=sent.door.user,
            now=sent.now,
            decision=decision,
            **form.values(),
        )

    return _saved(form, save)


def _remove(sent: Sent) -> None:
    remove_decision(by=sent.door.user, now=sent.now, decision=sent.decision[1].decision)


def _disqualify(sent: Sent) -> OfficeForm | None:
    form = disqualify_form(sent.post, sent.people, sent.item.item.pk)

    def save() -> None:
        why = form.cleaned_data["text"]
        declare_disqualified(by=sent.door.user, now=sent.now, item=sent.item.item, seat=form.chosen, explanation=why)

    return _saved(form, save)


def _withdraw(sent: Sent) -> None:
    declared = _found(each for item in sent.page.items for each in item.disqualified if each.pk == sent.key)
    withdraw_disqualification(by=sent.door.user, now=sent.now, disqualification=declared)


def _ask(sent: Sent) -> None:
    open_vote(by=sent.door.user, now=sent.now, decision=sent.decision[1].decision)


def _close(sent: Sent) -> None:
    _save_votes(by=sent.door.user, sent=sent, is_closed=True)


def _votes(sent: Sent) -> None:
    _save_votes(by=sent.door.user, sent=sent, is_closed=False)


@action("steering.cast_vote")
def _save_votes(*, by: object, sent: Sent, is_closed: bool) -> None:  # noqa: ARG001 - history.action records by
    """Write the votes that were heard, and close the vote where that was asked for."""
    item, line = sent.decision
    for place in item.voters:
        choice = sent.post.get(f"vote-{line.decision.pk}-{place.seat.pk}", "")
        if choice and choice != line.votes.get(place.seat.pk):
            cast_vote(by=sent.door.user, now=sent.now, decision=line.decision, seat=place.seat, choice=choice)
    if is_closed:
        close_vote(by=sent.door.user, now=sent.now, decision=line.decision)


def _cancel(sent: Sent) -> None:
    cancel_vote(by=sent.door.user, now=sent.now, decision=sent.decision[1].decision)


def _dissent(sent: Sent) -> OfficeForm | None:
    item, line = sent.decision
    form = dissent_form(sent.post, item, line.decision.pk)
    if form is None:
        raise Http404

    def save() -> None:
        text = form.cleaned_data["text"]
        save_dissent(by=sent.door.user, now=sent.now, decision=line.decision, seat=form.chosen, text=text)

    return _saved(form, save)


def _saved(form: OfficeForm, save: Callable[[], None]) -> OfficeForm | None:
    """Save what a faultless form says; give it back where it, or the action, says no."""
    if not form.is_valid():
        return form
    try:
        save()
    except StaleWritingError as error:
        form.clash(error)  # type: ignore[attr-defined]  # only forms over something seen meet it
        return form
    except DomainError as error:
        form.say(error)
        return form
    return None


def _found[T](found: Iterator[T]) -> T:
    one = next(found, None)
    if one is None:
        raise Http404
    return one


_DEEDS: dict[str, Deed] = {
    "open": _open,
    "end": _end,
    "reopen": _reopen,
    "attendance": _attendance,
    "minutes": _minutes,
    "decision": _decision,
    "remove": _remove,
    "disqualify": _disqualify,
    "withdraw": _withdraw,
    "ask": _ask,
    "votes": _votes,
    "close": _close,
    "cancel": _cancel,
    "dissent": _dissent,
}
