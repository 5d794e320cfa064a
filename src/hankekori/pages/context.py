"""What every template may ask for: the frame of the page, drawn from the door it was entered by."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.accounts.role_choice import DemoRole, demo_roles
from hankekori.areas.accounts.roles import DESCRIPTIONS
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.summaries import funds_of
from hankekori.pages.door import Door
from hankekori.pages.monitoring.desk import Desk
from hankekori.web.shell import MenuItem, RoleChoice, Shell, financier_note, mark_current


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"demo_mode": settings.DEMO_MODE, "shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> Shell:
    door: Door | None = getattr(request, "door", None)
    outside = Shell(login_url=reverse("login"), logout_url=reverse("logout"), home_url=reverse("home"))
    if desk := getattr(request, "desk", None):
        return _shell_of_link(desk)
    if programme := getattr(request, "public_programme", None):
        return _shell_of_public(programme)
    if door is None:
        return replace(outside, person=str(request.user) if request.user.is_authenticated else "")
    language = get_language() or "fi"
    return replace(
        outside,
        programme=door.programme.name.in_language(language),
        menu=mark_current(_menu(door), request.path),
        person=door.user.name,
        role=DESCRIPTIONS[door.role].name.in_language(language),
        roles=_role_choices(door, language) if settings.DEMO_MODE else (),
        role_url=reverse("choose-role"),
        financier=financier_note(*funds_of(door.programme)),
        has_example_data=door.programme.example_data,
    )


def _shell_of_public(programme: Programme) -> Shell:
    """Draw only the programme's name and a login around what is published."""
    return Shell(
        programme=programme.name.in_language(get_language() or "fi"),
        home_url=reverse("public-reports", args=[programme.slug]),
        login_url=reverse("login"),
        financier=financier_note(*funds_of(programme)),
        has_example_data=programme.example_data,
    )


def _shell_of_link(desk: Desk) -> Shell:
    """Draw no menu and no login around a personal link: there is nowhere else to go."""
    programme = desk.report.programme
    return Shell(
        programme=programme.name.in_language(get_language() or "fi"),
        home_url=desk.url(),
        financier=financier_note(*funds_of(programme)),
        has_example_data=programme.example_data,
    )


def _menu(door: Door) -> tuple[MenuItem, ...]:
    rounds = MenuItem(label=_("Seuranta"), url=door.url("rounds"))
    if not door.may_read:
        return (rounds,)
    return (
        MenuItem(label=_("Tilannekuva"), url=door.url("situation")),
        MenuItem(label=_("Hankekori"), url=door.url("basket")),
        MenuItem(label=_("Suunnitelma"), url=door.url("plan")),
        rounds,
        MenuItem(label=_("Työllistyneet"), url=door.url("employment")),
        *((MenuItem(label=_("Työryhmä"), url=door.url("meetings")),) if door.may_read_meetings else ()),
        MenuItem(label=_("Viestintä"), url=door.url("communications")),
        MenuItem(label=_("Raportit"), url=door.url("reports")),
        *((MenuItem(label=_("Asetukset"), url=door.url("settings")),) if door.may_plan else ()),
    )


def _role_choices(door: Door, language: str) -> tuple[RoleChoice, ...]:
    def choice(role: DemoRole) -> RoleChoice:
        return RoleChoice(
            key=str(role.assignment_id),
            label=role.name.in_language(language),
            is_current=role.user.pk == door.user.pk and role.programme_slug == door.programme.slug,
        )

    return tuple(choice(role) for role in demo_roles())
