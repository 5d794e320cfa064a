"""Planning meetings, moving and cancelling them, and inviting."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.bodies.queries import bodies_of
from hankekori.areas.errors import DomainError
from hankekori.areas.steering.agenda import write_agenda
from hankekori.areas.steering.meetings import cancel_meeting, change_meeting, make_series, plan_meeting
from hankekori.areas.steering.models import Meeting
from hankekori.areas.steering.queries import meetings_of
from hankekori.pages.basket.words import said
from hankekori.pages.decisions.frame import meeting_frame
from hankekori.pages.door import Door, programme_page
from hankekori.pages.meetings.forms import NewMeetingForm, TimeAndPlaceForm
from hankekori.pages.meetings.frame import find_meeting, meetings_link, status
from hankekori.reports.meetings.freezing import invite_with_agenda


@programme_page(Permission.RUN_MEETINGS)
def new_meeting(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Plan a meeting or a series; the agenda of the first is written at once."""
    bodies = [body for body in bodies_of(door.programme) if body.ended_on is None]
    form = NewMeetingForm(request.POST or None, bodies=bodies)
    if earlier := meetings_of(door.programme).first():
        form.open_like(earlier)
    if form.is_bound and form.is_valid():
        body = next(each for each in bodies if each.pk == form.cleaned_data["body"])
        who: dict[str, Any] = {"by": door.user, "now": timezone.now()}
        try:
            if form.is_series:
                made = make_series(**who, programme=door.programme, body=body, **form.series_values())
            else:
                made = [plan_meeting(**who, programme=door.programme, body=body, **form.values())]
            write_agenda(**who, meeting=made[0])
        except DomainError as error:
            form.say(error)
        else:
            n = len(made)
            done = ngettext("%(n)s kokous suunniteltiin.", "%(n)s kokousta suunniteltiin.", n)
            messages.success(request, done % {"n": n})
            return redirect(door.url("meeting", meeting=made[0].pk))
    context = {"trail": [meetings_link(door)], "form": form, "bodies": bodies}
    return render(request, "meetings/new_meeting.html", context, status=status(form))


@programme_page(Permission.RUN_MEETINGS)
def edit_meeting(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponseBase:
    """Move a meeting in time or place."""
    found = find_meeting(door, meeting)
    form = TimeAndPlaceForm(request.POST or None)
    form.open_with(found)
    if form.is_bound and form.is_valid():
        try:
            changed = change_meeting(by=door.user, now=timezone.now(), meeting=found, **form.values())
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Kokouksen aika ja paikka on tallennettu."))
            if changed.state == Meeting.State.INVITED:
                messages.info(request, _("Kutsutut eivät vielä tiedä muutoksesta. Lähetä muuttunut kutsu."))
            return redirect(door.url("meeting", meeting=meeting))
    context = {**meeting_frame(door, found), "form": form}
    return render(request, "meetings/edit_meeting.html", context, status=status(form))


@programme_page(Permission.RUN_MEETINGS)
def cancel(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponseBase:
    """Cancel the meeting once it is confirmed."""
    found = find_meeting(door, meeting)
    if request.method == "POST":
        try:
            cancel_meeting(by=door.user, now=timezone.now(), meeting=found)
            messages.success(request, _("Kokous on peruttu."))
        except DomainError as error:
            messages.error(request, said(error.message))
        return redirect(door.url("meeting", meeting=meeting))
    asked = {
        "title": _("Peru kokous"),
        "text": _("Kutsutut saavat viestin, joka poistaa kokouksen heidän kalenteristaan."),
        "action": _("Peru kokous"),
    }
    return _confirm(request, door, found, asked)


@programme_page(Permission.RUN_MEETINGS)
def send_invitation(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponseBase:
    """Invite, or tell of the changes, once it is confirmed; the agenda is frozen as it was sent."""
    found = find_meeting(door, meeting)
    if request.method == "POST":
        try:
            invited = invite_with_agenda(by=door.user, now=timezone.now(), meeting=found)
        except DomainError as error:
            messages.error(request, said(error.message))
        else:
            done = ngettext("%(n)s viesti lähtee.", "%(n)s viestiä lähtee.", invited.sent)
            messages.success(request, done % {"n": invited.sent})
            if invited.without_address:
                names = ", ".join(seat.person for seat in invited.without_address)
                messages.warning(request, _("Sähköpostiosoite puuttuu, kutsu muuten: %(names)s") % {"names": names})
        return redirect(door.url("meeting", meeting=meeting))
    asked = {
        "title": _("Lähetä kokouskutsu"),
        "text": _(
            "Jokainen jäsen saa sähköpostiviestin, jossa on esityslista ja kalenterikutsu. Varajäsenet saavat sen "
            "tiedoksi. Jos kutsu on jo lähetetty, viesti lähtee vain, kun aika, paikka tai esityslista on muuttunut."
        ),
        "action": _("Lähetä"),
    }
    return _confirm(request, door, found, asked)


def _confirm(request: HttpRequest, door: Door, meeting: Meeting, asked: dict[str, str]) -> HttpResponseBase:
    back = door.url("meeting", meeting=meeting.pk)
    return render(request, "meetings/confirm.html", {**meeting_frame(door, meeting), "back_url": back, **asked})
