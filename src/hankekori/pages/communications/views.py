"""Viestintä: the communication plan in force, the one being prepared with its changes, and the earlier ones."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.communications.queries import plan_in_force, versions_of
from hankekori.areas.steering.decision_queries import communication_approvals
from hankekori.pages.communications.shown_plan import shown_texts
from hankekori.pages.door import Door, programme_page
from hankekori.web.tables import Link


@programme_page()
def plan(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Show the plan in force whole and the one in preparation as changes against it."""
    versions = list(versions_of(door.programme))
    in_force = plan_in_force(door.programme)
    prepared = next((each for each in versions if each.adopted_on is None), None)
    context = {
        "in_force": in_force,
        "texts": shown_texts(in_force) if in_force else [],
        "prepared": prepared,
        "changes": shown_texts(prepared, against=in_force) if prepared else [],
        "earlier": [each for each in versions if each not in {in_force, prepared}],
        "approval": _approval(door, in_force),
        "may_edit": door.may(Permission.EDIT_COMMUNICATION),
    }
    return render(request, "communications/plan.html", context)


@programme_page()
def version(request: HttpRequest, *, door: Door, number: int) -> HttpResponseBase:
    """Show one version whole, and what it changed in the approved one before it."""
    found = version_at(door, number)
    before = versions_of(door.programme).filter(number__lt=number, adopted_on__isnull=False).first()
    context: dict[str, Any] = {
        "plan": found,
        "texts": shown_texts(found),
        "before": before,
        "changes": [each for each in shown_texts(found, against=before) if each.pieces],
        "trail": [communications_link(door)],
        "approval": _approval(door, found),
        "may_edit": door.may(Permission.EDIT_COMMUNICATION),
    }
    return render(request, "communications/version.html", context)


def version_at(door: Door, number: int) -> CommunicationPlan:
    """Open the version of a number; what the programme does not have is not found."""
    found = versions_of(door.programme).filter(number=number).first() if number < _MOST_VERSIONS else None
    if found is None:
        raise Http404
    return found


def communications_link(door: Door) -> Link:
    return Link(_("Viestintä"), door.url("communications"))


def _approval(door: Door, plan: CommunicationPlan | None) -> Link | None:
    """Lead those who read meetings to the minutes that approved the version, where they are kept here."""
    if plan is None or not door.may_read_meetings:
        return None
    decision = communication_approvals(door.programme).get(plan.pk)
    if decision is None:
        return None
    meeting = decision.item.meeting
    return Link(_("Kokous %(number)s") % {"number": meeting}, door.url("minutes", meeting=meeting.pk))


_MOST_VERSIONS = 2**15  # the column holds fewer
