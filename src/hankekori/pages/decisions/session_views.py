"""A meeting going on: attendance, the minutes as they are typed, decisions and votes; a member's own vote."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.communications.queries import plan_in_preparation
from hankekori.areas.errors import DomainError
from hankekori.areas.plan.models import PlanVersion
from hankekori.areas.plan.queries import versions_of
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import basket
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.models import Meeting
from hankekori.areas.steering.session_queries import SessionPage, meeting_to_hold, session_page
from hankekori.areas.steering.votes import cast_own_vote
from hankekori.core.decisions import DecisionKind
from hankekori.pages.basket.words import said
from hankekori.pages.decisions.forms import MinutesForm, NewDecisionForm
from hankekori.pages.decisions.frame import meeting_frame
from hankekori.pages.decisions.session_deeds import do
from hankekori.pages.decisions.session_rows import Refused, session_rows
from hankekori.pages.door import Door, programme_page
from hankekori.pages.monitoring.office_forms import OfficeForm


@programme_page(Permission.READ_MEETINGS)
def session(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponseBase:
    """Show the meeting as it goes on; whoever runs meetings writes, a member votes. Of an approved one, its minutes."""
    found = meeting_at(door, meeting)
    if request.method != "POST" and found.state == Meeting.State.APPROVED:
        return redirect(door.url("minutes", meeting=meeting))
    page = session_page(found)
    if request.method != "POST":
        return _shown(request, door, page, {})
    if not door.may_run_meetings:
        raise PermissionDenied
    now = timezone.now()
    try:
        refused = do(door, page, request.POST, now=now)
    except DomainError as error:
        messages.error(request, said(error.message))
        return redirect(door.url("session", meeting=meeting))
    if request.headers.get("HX-Request") and request.POST.get("tee", "").startswith("minutes-"):
        return _minutes_said(request, door, meeting, refused)
    if refused is not None:
        return _shown(request, door, page, {refused.prefix or "": refused})
    return redirect(f"{door.url('session', meeting=meeting)}{_place(request)}")


@programme_page(Permission.DECIDE)
@require_POST
def own_vote(request: HttpRequest, *, door: Door, meeting: int, decision: int) -> HttpResponseBase:
    """Vote with the seat of one's own account."""
    page = session_page(meeting_at(door, meeting))
    lines = (line for item in page.items for line in item.decisions)
    line = next((each for each in lines if each.decision.pk == decision), None)
    if line is None:
        raise Http404
    try:
        cast_own_vote(by=door.user, now=timezone.now(), decision=line.decision, choice=request.POST.get("choice", ""))
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("Äänesi on kirjattu."))
    return redirect(f"{door.url('session', meeting=meeting)}#paatos-{decision}")


@programme_page(Permission.RUN_MEETINGS)
def new_decision(request: HttpRequest, *, door: Door, meeting: int, item: int) -> HttpResponseBase:
    """Put a decision on a matter: its kind and what it is about."""
    found = meeting_at(door, meeting)
    matter = found.items.filter(pk=item, removed=False).select_related("project", "plan_version", "meeting").first()
    if matter is None:
        raise Http404
    form = NewDecisionForm(request.POST or None, subjects=_subjects(door))
    if not form.is_bound:
        form.initial = {"kind": DecisionKind.DECISION.value}
    if form.is_bound and form.is_valid():
        try:
            made = add_decision(by=door.user, now=timezone.now(), item=matter, **form.values())
        except DomainError as error:
            form.say(error)
        else:
            return redirect(f"{door.url('session', meeting=meeting)}#paatos-{made.pk}")
    context = {**meeting_frame(door, found), "form": form, "matter": matter}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "decisions/new_decision.html", context, status=status)


def meeting_at(door: Door, key: int) -> Meeting:
    found = meeting_to_hold(door.programme, key)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, door: Door, page: SessionPage, refused: Refused) -> HttpResponse:
    context = {**meeting_frame(door, page.meeting), **session_rows(door, page, refused), "page": page}
    return render(request, "decisions/session.html", context, status=_status(next(iter(refused.values()), None)))


def _minutes_said(request: HttpRequest, door: Door, meeting: int, refused: OfficeForm | None) -> HttpResponse:
    """Answer htmx with what changes beside the text that is being typed; the text itself is never touched."""
    key = int(request.POST["tee"].removeprefix("minutes-"))
    item = next(line.item for line in session_page(meeting_at(door, meeting)).items if line.item.pk == key)
    form = refused or MinutesForm(item=item)
    context = {"form": form, "item": item, "at": timezone.localtime()}
    return render(request, "decisions/minutes_said.html", context, status=_status(refused))


def _status(refused: OfficeForm | None) -> HTTPStatus:
    """Answer 409 where another was quicker, 422 where something was not understood."""
    if refused is None:
        return HTTPStatus.OK
    return HTTPStatus.CONFLICT if getattr(refused, "is_clashing", False) else HTTPStatus.UNPROCESSABLE_ENTITY


def _place(request: HttpRequest) -> str:
    """Lead back to where the button was."""
    name, _dash, key = request.POST.get("tee", "").partition("-")
    if name in {"minutes", "disqualify"}:
        return f"#asia-{key}"
    if name in {"decision", "ask", "votes", "close", "cancel", "dissent"}:
        return f"#paatos-{key}"
    return "#lasnaolo" if name == "attendance" else ""


def _subjects(door: Door) -> list[Project | PlanVersion | CommunicationPlan]:
    """List what may be decided on: projects, versions of the plan that wait, the communication plan in preparation."""
    plan = plan_in_preparation(door.programme)
    projects = basket(door.programme).only("code", "name", "programme_id").order_by("code", "name", "id")
    waiting = versions_of(door.programme).filter(adopted_on__isnull=True)
    return [*waiting, *([plan] if plan else []), *projects]
