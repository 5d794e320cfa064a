"""Writing to the basket: a new project, its basics, its step in the basket, its shares of the plan."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.monitoring.actions import set_measure_shares
from hankekori.areas.plan.models import Measure
from hankekori.areas.plan.queries import measures_of, version_in_force
from hankekori.areas.projects.actions import change_basket_state
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import ProjectPage
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.columns import basket_link, project_key
from hankekori.pages.basket.forms import BasicsForm, SharesForm, StepForm, share_field
from hankekori.pages.basket.frame import form_frame, page_frame
from hankekori.pages.basket.saving import save_basics
from hankekori.pages.door import Door, programme_page


@programme_page(Permission.EDIT_BASKET)
def new_project(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    form = BasicsForm(request.POST or None, programme=door.programme)
    if request.method == "POST" and form.is_valid() and (saved := _saved(form, door, None)):
        messages.success(request, _("Hanke lisättiin. Liitä se seuraavaksi suunnitelman toimenpiteisiin."))
        return redirect("project", slug=door.programme.slug, code=project_key(saved))
    context = {"form": form, "trail": [basket_link(door)]}
    return render(request, "basket/new.html", context, status=_status(form))


@programme_page(Permission.EDIT_BASKET)
def edit_project(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    page = project_at(door.programme, code)
    form = BasicsForm(
        request.POST or None, programme=door.programme, project=page.project, initial=_basics_of(page.project)
    )
    if request.method == "POST" and form.is_valid() and _saved(form, door, page.project):
        messages.success(request, _("Perustiedot tallennettiin."))
        return redirect("project", slug=door.programme.slug, code=code)
    return render(request, "basket/edit.html", {**form_frame(door, page), "form": form}, status=_status(form))


@programme_page(Permission.EDIT_BASKET)
def basket_step(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Take the working group's decision down: propose, take into the basket, leave."""
    page = project_at(door.programme, code)
    form = StepForm(request.POST or None, project=page.project)
    if request.method == "POST" and form.is_valid() and _stepped(form, door, page.project):
        messages.success(request, _("Hankkeen tila hankekorissa tallennettiin."))
        return redirect("project", slug=door.programme.slug, code=code)
    context = {**page_frame(request, door, page), **form_frame(door, page), "form": form}
    return render(request, "basket/step.html", context, status=_status(form))


@programme_page()
def plan(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Show which measures the project carries out and with what share; the coordinator edits them here."""
    page = project_at(door.programme, code)
    if request.method == "POST" and not door.may_edit:
        raise PermissionDenied
    form = _shares_form(request, door, page) if door.may_edit else None
    if form and request.method == "POST" and form.is_valid() and _shared(form, door, page.project):
        messages.success(request, _("Osuudet tallennettiin."))
        return redirect("project-plan", slug=door.programme.slug, code=code)
    shares = [(link.measure, link.share * 100) for link in page.measures]
    context = {**page_frame(request, door, page), "form": form, "shares": shares}
    return render(request, "basket/plan.html", context, status=_status(form) if form else 200)


def _saved(form: BasicsForm, door: Door, project: Project | None) -> Project | None:
    try:
        return save_basics(
            by=door.user, now=timezone.now(), programme=door.programme, project=project, values=form.cleaned_data
        )
    except DomainError as error:
        form.say(error)
        return None


def _stepped(form: StepForm, door: Door, project: Project) -> bool:
    state, decided_on = form.cleaned_data["state"], form.cleaned_data["decided_on"]
    try:
        change_basket_state(by=door.user, now=timezone.now(), project=project, state=state, decided_on=decided_on)
    except DomainError as error:
        form.say(error)
        return False
    return True


def _shared(form: SharesForm, door: Door, project: Project) -> bool:
    try:
        set_measure_shares(by=door.user, now=timezone.now(), project=project, shares=form.shares)
    except DomainError as error:
        form.say(error)
        return False
    return True


def _shares_form(request: HttpRequest, door: Door, page: ProjectPage) -> SharesForm:
    initial = {share_field(link.measure): link.share for link in page.measures}
    return SharesForm(request.POST or None, measures=_measures(door), initial=initial)


def _measures(door: Door) -> list[Measure]:
    version = version_in_force(door.programme)
    return list(measures_of(door.programme).filter(objective__plan_version=version)) if version else []


def _basics_of(project: Project) -> dict[str, Any]:
    own = {name: getattr(project, name) for name in BasicsForm.base_fields if hasattr(project, name)}
    implementer = project.implementer
    return own | {
        "implementer": implementer.name if implementer else "",
        "business_id": implementer.business_id if implementer else "",
        "municipalities": [municipality.pk for municipality in project.municipalities.all()],
    }


def _status(form: BasicsForm | StepForm | SharesForm) -> int:
    """Answer 422 to a form that was not understood, 200 to one that is just shown."""
    return 422 if form.is_bound and form.errors else 200
