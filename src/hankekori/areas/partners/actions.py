"""Writing the organisations of a programme's network."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import datetime
from typing import Any

from stdnum.fi import ytunnus

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError, EmptyFieldError
from hankekori.areas.history import action
from hankekori.areas.partners.models import Organisation
from hankekori.areas.partners.queries import find_organisation
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated


class BusinessIdError(DomainError):
    """A Y-tunnus whose form or check digit is wrong."""

    def __init__(self, written: str) -> None:
        super().__init__(_WRONG_BUSINESS_ID.filled(written=written), field="business_id")


class OrganisationNameTakenError(DomainError):
    """Another organisation of the programme has the name."""

    def __init__(self, name: str) -> None:
        super().__init__(_NAME_TAKEN.filled(name=name), field="name")


@action("partners.find_or_create_organisation")
def find_or_create_organisation(
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    name: str,
    business_id: str = "",
    **fields: Any,  # noqa: ANN401 - the model's fields, used when it is made
) -> Organisation:
    """Give the organisation with the Y-tunnus or the name; make it when there is none.

    A Y-tunnus that was not known is added to the one found by name; nothing else of a found one changes.
    """
    checked = check_business_id(business_id)
    found = find_organisation(programme, name=name, business_id=checked)
    if found is None:
        return _create(programme, name, checked, fields)
    if checked and not found.business_id:
        found.business_id = checked
        found.save(update_fields=["business_id"])
    return found


@action("partners.save_organisation")
def save_organisation(
    *,
    by: User | None,
    now: datetime,
    organisation: Organisation,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> Organisation:
    """Change the given fields of an organisation."""
    if "business_id" in fields:
        fields["business_id"] = check_business_id(fields["business_id"])
    name = fields.get("name", organisation.name).strip()
    if not name:
        raise EmptyFieldError("name")
    same = Organisation.objects.filter(programme=organisation.programme_id, name=name)
    if same.exclude(pk=organisation.pk).exists():
        raise OrganisationNameTakenError(name)
    for field, value in fields.items():
        setattr(organisation, field, value)
    organisation.save(update_fields=list(fields))
    return organisation


def check_business_id(written: str) -> str:
    """Give a Y-tunnus in its form 1234567-8; empty stays empty."""
    if not written.strip():
        return ""
    if not ytunnus.is_valid(written):
        raise BusinessIdError(written)
    return str(ytunnus.format(ytunnus.compact(written)))


def _create(programme: Programme, name: str, business_id: str, fields: dict[str, Any]) -> Organisation:
    if not name.strip():
        raise EmptyFieldError("name")
    return Organisation.objects.create(programme=programme, name=name.strip(), business_id=business_id, **fields)


_WRONG_BUSINESS_ID = Translated(
    fi="Y-tunnus {written} ei ole oikea: 7 numeroa, väliviiva ja tarkistusnumero.",
    sv="FO-numret {written} är inte rätt: 7 siffror, bindestreck och kontrollsiffra.",
    en="The business ID {written} is not right: 7 digits, a hyphen and a check digit.",
)
_NAME_TAKEN = Translated(
    fi="Organisaatio {name} on jo olemassa.",
    sv="Organisationen {name} finns redan.",
    en="The organisation {name} already exists.",
)
