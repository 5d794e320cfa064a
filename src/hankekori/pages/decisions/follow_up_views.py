"""What was agreed to be done: the list, and one task with its notes."""

from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.steering.decision_queries import FollowUpQuerySet, follow_ups_of
from hankekori.areas.steering.follow_ups import close_follow_up, move_follow_up, note_follow_up
from hankekori.areas.steering.models import FollowUp, Meeting
from hankekori.pages.decisions.forms import FollowUpForm
from hankekori.pages.decisions.words import FOLLOW_UP_STATES
from hankekori.pages.door import Door, programme_page, with_query
from hankekori.web.paging import page_of
from hankekori.web.shell import MenuItem
from hankekori.web.tables import Link

_SHAPES = {FollowUp.State.OPEN: ("○", "none"), FollowUp.State.DONE: ("●", "ok"), FollowUp.State.DROPPED: ("–", "none")}


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    follow_up: FollowUp
    today: date

    @property
    def is_late(self) -> bool:
        return self.follow_up.state == FollowUp.State.OPEN and self.follow_up.due < self.today

    @property
    def state(self) -> str:
        return _("myöhässä") if self.is_late else str(FOLLOW_UP_STATES[self.follow_up.state])

    @property
    def shape(self) -> str:
        return "■" if self.is_late else _SHAPES[FollowUp.State(self.follow_up.state)][0]

    @property
    def css_class(self) -> str:
        return "risk" if self.is_late else _SHAPES[FollowUp.State(self.follow_up.state)][1]

    @property
    def owner(self) -> str:
        """Name who does it, with the organisation where both are known."""
        seat, organisation = self.follow_up.owner_seat, self.follow_up.owner_organisation
        person = seat.person if seat else self.follow_up.owner_name
        return ", ".join(part for part in (person, organisation.name if organisation else "") if part)

    @property
    def meeting(self) -> Meeting | None:
        return self.follow_up.decision.item.meeting if self.follow_up.decision else None


@programme_page(Permission.READ_MEETINGS)
def follow_ups(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """List what has to be done: ?nayta=omat, myohassa or suljetut, else what is open."""
    today = timezone.localdate()
    rows = follow_ups_of(door.programme)
    views: dict[str, tuple[str, FollowUpQuerySet]] = {
        "": (_("Avoimet"), rows.open()),
        "omat": (_("Omat"), rows.open().of_user(door.user)),
        "myohassa": (_("Myöhässä"), rows.late(today)),
        "suljetut": (_("Suljetut"), rows.closed()),
    }
    asked = request.GET.get("nayta", "")
    shown = asked if asked in views else ""
    page = page_of(views[shown][1], request.GET)
    address = door.url("follow-ups")
    context = {
        "trail": [Link(_("Työryhmä"), door.url("meetings"))],
        "views": [
            MenuItem(label=label, url=with_query(address, nayta=key) if key else address, is_current=key == shown)
            for key, (label, _rows) in views.items()
        ],
        "rows": [FollowUpRow(each, today) for each in page.rows],
        "page": page,
    }
    return render(request, "decisions/follow_ups.html", context)


@programme_page(Permission.READ_MEETINGS)
def follow_up(request: HttpRequest, *, door: Door, key: int) -> HttpResponseBase:
    """Show one task; the office closes and moves it, and whose task it is writes how it stands."""
    found = get_object_or_404(follow_ups_of(door.programme), pk=key)
    is_own = door.may(Permission.DECIDE) and found.owner_seat is not None and found.owner_seat.user_id == door.user.pk
    may_write = door.may_run_meetings or is_own
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    form = FollowUpForm(request.POST or None, follow_up=found, may_close=door.may_run_meetings) if may_write else None
    if form is not None and form.is_bound and form.is_valid():
        try:
            _save(by=door.user, now=timezone.now(), follow_up=found, form=form)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Tehtävän tiedot tallennettiin."))
            return redirect(door.url("follow-up", key=key))
    context = {
        "trail": [Link(_("Työryhmä"), door.url("meetings")), Link(_("Tehtävien seuranta"), door.url("follow-ups"))],
        "row": FollowUpRow(found, timezone.localdate()),
        "notes": list(found.notes.select_related("by").order_by("-at", "-pk")),
        "form": form,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.errors else HTTPStatus.OK
    return render(request, "decisions/follow_up.html", context, status=status)


@action("decisions.save_follow_up")
def _save(*, by: User, now: datetime, follow_up: FollowUp, form: FollowUpForm) -> None:
    """Move, close or note as the form says; all of it or nothing. The text is kept once."""
    given = form.cleaned_data
    text, due, state = given["text"], given.get("due") or follow_up.due, given.get("state") or follow_up.state
    is_moved = due != follow_up.due
    if is_moved:
        move_follow_up(by=by, now=now, follow_up=follow_up, due=due, reason=text)
    if state != follow_up.state:
        kept = "" if is_moved and state == FollowUp.State.DONE else text
        close_follow_up(by=by, now=now, follow_up=follow_up, state=state, text=kept)
    elif not is_moved:
        note_follow_up(by=by, now=now, follow_up=follow_up, text=text)
