"""Writing to the basket: a new project, its basics, its proposal, its shares of the plan."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.monitoring.ledger_queries import plans_of
from hankekori.areas.plan.models import Measure
from hankekori.areas.plan.queries import measures_of, version_in_force
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import ProjectPage
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.columns import basket_link, project_key
from hankekori.pages.basket.edits import SEEN_FIELD
from hankekori.pages.basket.forms import BasicsForm, BasketForm, FundingForm, SharesForm, StepForm
from hankekori.pages.basket.frame import form_frame, page_frame
from hankekori.pages.basket.money_tables import funding_findings, funding_table, official_sums, row_key
from hankekori.pages.basket.saving import STEPS, add_project, save_basics, save_funding_row, save_shares
from hankekori.pages.basket.shown_values import shown_percent
from hankekori.pages.basket.words import SOURCES
from hankekori.pages.door import Door, programme_page
from hankekori.web.downloads import table_response


@programme_page(Permission.EDIT_BASKET)
def new_project(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    form = BasicsForm(request.POST or None, programme=door.programme, with_personal=door.may_read_personal)
    added: list[Project] = []
    if done(form, lambda now: added.append(_add(form, door, now))):
        messages.success(request, _("Hanke lisättiin. Liitä se seuraavaksi suunnitelman toimenpiteisiin."))
        return redirect("project", slug=door.programme.slug, code=project_key(added[0]))
    return render(request, "basket/new.html", {"form": form, "trail": [basket_link(door)]}, status=status_of(form))


@programme_page(Permission.EDIT_BASKET)
def edit_project(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    page = project_at(door.programme, code)
    form = BasicsForm(
        request.POST or None, programme=door.programme, project=page.project, with_personal=door.may_read_personal
    )

    def save(now: datetime) -> None:
        seen = form.cleaned_data[SEEN_FIELD]
        save_basics(by=door.user, now=now, project=page.project, values=form.cleaned_data, seen=seen)

    if done(form, save):
        messages.success(request, _("Perustiedot tallennettiin."))
        return redirect("project", slug=door.programme.slug, code=code)
    return render(request, "basket/edit.html", {**form_frame(door, page), "form": form}, status=status_of(form))


@programme_page(Permission.EDIT_BASKET)
def basket_step(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Propose the project for the basket or take the proposal back; the rest the working group decides in a meeting."""
    page = project_at(door.programme, code)
    form = StepForm(request.POST or None, project=page.project)
    if done(form, lambda now: STEPS[form.cleaned_data["step"]](by=door.user, now=now, project=page.project)):
        messages.success(request, _("Hankkeen tila hankekorissa tallennettiin."))
        return redirect("project", slug=door.programme.slug, code=code)
    context = {**page_frame(request, door, page), **form_frame(door, page), "form": form}
    return render(request, "basket/step.html", context, status=status_of(form))


@programme_page()
def plan(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Show which measures the project carries out and with what share; the coordinator edits them here."""
    page = project_at(door.programme, code)
    if request.method == "POST" and not door.may_edit:
        raise PermissionDenied
    form = _shares_form(request, door, page) if door.may_edit else None

    def save(now: datetime) -> None:
        assert form is not None  # noqa: S101 - for the type checker: only a form is saved
        seen = form.cleaned_data[SEEN_FIELD]
        save_shares(by=door.user, now=now, project=page.project, shares=form.shares, seen=seen)

    if form and done(form, save):
        messages.success(request, _("Osuudet tallennettiin."))
        return redirect("project-plan", slug=door.programme.slug, code=code)
    shares = [(link.measure, shown_percent(link.share)) for link in page.measures]
    plans = plans_of(page.project)
    context = {**page_frame(request, door, page), "form": form, "shares": shares, "plans": plans}
    return render(request, "basket/plan.html", context, status=status_of(form) if form else 200)


@programme_page()
def funding(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Show the official sums, the rows by source and year, and what does not agree; the coordinator edits the rows.

    ?rivi=eu-2010 opens that row in the form.
    """
    page = project_at(door.programme, code)
    if request.method == "POST" and not door.may_edit:
        raise PermissionDenied
    table = funding_table(page.funding)
    if "muoto" in request.GET:
        return table_response(f"rahoitus-{code}", table.columns, table.rows, request.GET["muoto"])
    row = next((each for each in page.funding if row_key(each) == request.GET.get("rivi")), None)
    form = FundingForm(request.POST or None, row=row) if door.may_edit else None

    def save(now: datetime) -> None:
        assert form is not None  # noqa: S101 - for the type checker: only a form is saved
        given = form.cleaned_data
        save_funding_row(by=door.user, now=now, project=page.project, values=given, seen=given[SEEN_FIELD])

    if form and done(form, save):
        messages.success(request, _("Rahoituksen rivi tallennettiin."))
        return redirect("project-funding", slug=door.programme.slug, code=code)
    context = {
        **page_frame(request, door, page),
        "sums": official_sums(page.project),
        "table": table if page.funding else None,
        "choices": [(row_key(each), f"{each.year} {SOURCES[each.source]}", each is row) for each in page.funding],
        "row": row,
        "form": form,
        "findings": funding_findings(page),
    }
    return render(request, "basket/funding.html", context, status=status_of(form) if form else 200)


def done(form: BasketForm, save: Callable[[datetime], object]) -> bool:
    """Save what a sent and faultless form says; what the action refuses is said in the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        save(timezone.now())
    except DomainError as error:
        form.say(error)
        return False
    return True


def _add(form: BasicsForm, door: Door, now: datetime) -> Project:
    return add_project(by=door.user, now=now, programme=door.programme, values=form.cleaned_data)


def _shares_form(request: HttpRequest, door: Door, page: ProjectPage) -> SharesForm:
    shares = {link.measure.pk: link.share for link in page.measures}
    return SharesForm(request.POST or None, measures=_measures(door), shares=shares)


def _measures(door: Door) -> list[Measure]:
    version = version_in_force(door.programme)
    return list(measures_of(door.programme).filter(objective__plan_version=version)) if version else []


def status_of(form: BasketForm) -> int:
    """Answer 409 to a form that another went past, 422 to one that was not understood, 200 to one just shown."""
    if form.is_bound and form.errors:
        return 409 if form.is_clashing else 422
    return 200
