"""Saving who has a role in the programme, and which projects a reporter reports."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.actions import create_user, remove_role, set_role
from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.queries import people_of, user_with_email
from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.mail.password_links import send_password_link
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import basket
from hankekori.areas.rounds.access import reported_projects
from hankekori.areas.rounds.actions import remove_project_reporter, set_project_reporter
from hankekori.core.texts import Language, Translated
from hankekori.pages.basket.edits import own_edits


class PersonThereError(DomainError):
    """Somebody who has a role in the programme already."""

    def __init__(self, name: str) -> None:
        super().__init__(_THERE.filled(name=name), field="email")


@action("settings.add_person")
def add_person(
    *, by: User, now: datetime, programme: Programme, email: str, name: str, role: Role, language: Language
) -> RoleAssignment:
    """Give a role to whoever has the e-mail address.

    One who has no account yet gets it by the name given, and a mail in the language to choose a password.
    """
    _lock(programme)
    user = user_with_email(email) or create_user(by=by, now=now, email=email, name=name)
    if people_of(programme).filter(user=user).exists():
        raise PersonThereError(user.name)
    if not user.has_usable_password():
        send_password_link(by=by, now=now, programme=programme, user=user, language=language)
    return set_role(by=by, now=now, user=user, programme=programme, role=role)


@action("settings.save_person")
def change_person(*, by: User, now: datetime, assignment: RoleAssignment, values: Mapping[str, Any], seen: str) -> None:
    """Change a person's role and projects over what was seen; raises EditClashError.

    Who is no longer a reporter reports no project.
    """
    programme = _lock(assignment.programme)
    found = people_of(programme).select_related("programme").get(pk=assignment.pk)
    current = person_values(found, reported_projects(programme)[found.user_id])
    wanted = {**current, **own_edits(seen, values, current)}
    role = Role(wanted["role"])
    set_role(by=by, now=now, user=found.user, programme=programme, role=role)
    _set_projects(by, now, found, wanted["projects"] if role is Role.REPORTER else [])


@action("settings.remove_person")
def remove_person(*, by: User, now: datetime, assignment: RoleAssignment) -> None:
    """Take a person out of the programme; their account and what they did stay."""
    _lock(assignment.programme)
    _set_projects(by, now, assignment, [])
    remove_role(by=by, now=now, user=assignment.user, programme=assignment.programme)


def person_values(assignment: RoleAssignment, reported: Iterable[Project]) -> dict[str, Any]:
    """Give the values the form of a person opens with."""
    return {"role": assignment.role, "projects": [project.pk for project in reported]}


def _lock(programme: Programme) -> Programme:
    return Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)


def _set_projects(by: User, now: datetime, assignment: RoleAssignment, wanted: Iterable[int]) -> None:
    programme, user = assignment.programme, assignment.user
    before = {project.pk: project for project in reported_projects(programme)[user.pk]}
    after = set(wanted)
    for key in before.keys() - after:
        remove_project_reporter(by=by, now=now, project=before[key], user=user)
    for project in basket(programme).filter(pk__in=after - before.keys()):
        set_project_reporter(by=by, now=now, project=project, user=user)


_THERE = Translated(
    fi="Henkilöllä {name} on jo rooli ohjelmassa.",
    sv="{name} har redan en roll i programmet.",
    en="{name} has a role in the programme already.",
)
