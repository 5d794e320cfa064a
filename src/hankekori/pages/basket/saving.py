"""Saving a project's basics from the form: implementer, project and municipalities in one go."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.partners.actions import find_or_create_organisation
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.actions import save_project, set_municipalities
from hankekori.areas.projects.errors import ProjectCodeTakenError
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import basket
from hankekori.areas.regions.models import Municipality
from hankekori.core.person_names import may_name_person
from hankekori.core.texts import Translated

_NOT_OF_PROJECT = {"code", "implementer", "business_id", "municipalities"}


class ImplementerNameMissingError(DomainError):
    """A Y-tunnus without the name of its organisation."""

    def __init__(self) -> None:
        super().__init__(_NAME_MISSING, field="implementer")


@action("basket.save_basics")
def save_basics(
    *, by: User | None, now: datetime, programme: Programme, project: Project | None, values: Mapping[str, Any]
) -> Project:
    """Make a project, or change the given one, to what the form says; a code already taken is refused."""
    code = values.get("code")
    if project is None and code and basket(programme).filter(code=code).exists():
        raise ProjectCodeTakenError(code)
    fields = {name: value for name, value in values.items() if name not in _NOT_OF_PROJECT}
    implementer = _implementer(by, now, programme, values)
    saved = save_project(
        by=by,
        now=now,
        programme=programme,
        code=project.code if project else code,
        project=project,
        implementer=implementer,
        **fields,
    )
    chosen = Municipality.objects.filter(pk__in=values["municipalities"])
    set_municipalities(by=by, now=now, project=saved, municipalities=chosen)
    return saved


def _implementer(
    by: User | None, now: datetime, programme: Programme, values: Mapping[str, Any]
) -> Organisation | None:
    name, business_id = values["implementer"], values["business_id"]
    if business_id and not name:
        raise ImplementerNameMissingError
    if not name:
        return None
    return find_or_create_organisation(
        by=by, now=now, programme=programme, name=name, business_id=business_id, may_be_person=may_name_person(name)
    )


_NAME_MISSING = Translated(
    fi="Kirjoita myös toteuttajan nimi.",
    sv="Skriv också genomförarens namn.",
    en="Give the implementer's name too.",
)
