"""Asetukset: who has a role in the programme, and which projects a reporter reports."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.queries import people_of
from hankekori.areas.accounts.roles import DESCRIPTIONS, Permission, Role
from hankekori.areas.mail.password_links import send_password_link
from hankekori.areas.projects.queries import basket
from hankekori.areas.rounds.access import reported_projects
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.frame import frame
from hankekori.pages.settings.people_forms import NewPersonForm, PersonForm
from hankekori.pages.settings.people_saving import add_person, change_person, remove_person
from hankekori.pages.settings.removal import ask_and_remove
from hankekori.web.tables import Link


@programme_page(Permission.EDIT_PLAN)
def people(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """List the people with their roles and add one."""
    form = NewPersonForm(request.POST or None, initial={"role": Role.MEMBER})
    made: list[RoleAssignment] = []

    def save(now: datetime) -> None:
        values = {**form.values, "language": language()}
        made.append(add_person(by=door.user, now=now, programme=door.programme, **values))

    if form.saved(save):
        (added,) = made
        messages.success(request, _added_in_words(added.user))
        chooses_projects = added.role == Role.REPORTER
        return redirect(
            door.url("settings-person", person=added.pk) if chooses_projects else door.url("settings-people")
        )
    reported = reported_projects(door.programme)
    context = {
        **frame(request, door),
        "form": form,
        "people": [
            (each, DESCRIPTIONS[Role(each.role)].name, reported.get(each.user_id, ()))
            for each in sorted(people_of(door.programme), key=_place_of_role)
        ],
        "roles": DESCRIPTIONS.values(),
    }
    return render(request, "settings/people.html", context, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def person(request: HttpRequest, *, door: Door, person: int) -> HttpResponseBase:
    """Change a person's role and the projects they report."""
    found = _person(door, person)
    form = PersonForm(
        request.POST or None,
        assignment=found,
        reported=reported_projects(door.programme).get(found.user_id, ()),
        projects=basket(door.programme).order_by("name", "id"),
    )
    if form.saved(
        lambda now: change_person(by=door.user, now=now, assignment=found, values=form.values, seen=form.seen)
    ):
        messages.success(request, _("Tallennettiin: %(name)s.") % {"name": found.user.name})
        return redirect(_after(door, found))
    context = {
        **frame(request, door),
        "trail": [_people_link(door)],
        "form": form,
        "person": found,
    }
    return render(request, "settings/person.html", context, status=form.status)


@require_POST
@programme_page(Permission.EDIT_PLAN)
def send_password(request: HttpRequest, *, door: Door, person: int) -> HttpResponseBase:
    """Send the person a new link to choose a password; the ones before it end."""
    found = _person(door, person)
    send_password_link(by=door.user, now=timezone.now(), programme=door.programme, user=found.user, language=language())
    messages.success(request, _("Linkki lähetetään osoitteeseen %(email)s.") % {"email": found.user.email})
    return redirect(door.url("settings-person", person=person))


@programme_page(Permission.EDIT_PLAN)
def remove(request: HttpRequest, *, door: Door, person: int) -> HttpResponseBase:
    found = _person(door, person)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko %(name)s ohjelmasta?") % {"name": found.user.name},
        text=_("Rooli %(role)s poistuu. Tunnus ja se, mitä henkilö on tehnyt, säilyvät.")
        % {"role": said(DESCRIPTIONS[Role(found.role)].name)},
        remove=lambda now: remove_person(by=door.user, now=now, assignment=found),
        then=_after(door, found),
        back=door.url("settings-person", person=person),
        trail=[_people_link(door)],
    )


def _added_in_words(user: User) -> str:
    if user.has_usable_password():
        return _("%(name)s lisättiin ohjelmaan.") % {"name": user.name}
    return _("%(name)s lisättiin ohjelmaan ja saa sähköpostiin linkin, jolla salasana valitaan.") % {"name": user.name}


def _person(door: Door, key: int) -> RoleAssignment:
    return get_object_or_404(people_of(door.programme).select_related("programme"), pk=key)


def _place_of_role(assignment: RoleAssignment) -> int:
    return list(Role).index(Role(assignment.role))


def _after(door: Door, changed: RoleAssignment) -> str:
    """Give the list; who changed their own role may not see it any more and begins from the first page."""
    return reverse("home") if changed.user_id == door.user.pk else door.url("settings-people")


def _people_link(door: Door) -> Link:
    return Link(_("Henkilöt"), door.url("settings-people"))
