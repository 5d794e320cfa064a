"""Writing programmes."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from hankekori.areas.errors import DomainError, EmptyFieldError, WrongOrderError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.regions.models import Municipality
from hankekori.core.texts import Translated


class LightsOrderError(DomainError):
    """The limit of being on course is below the limit of being late."""

    def __init__(self) -> None:
        super().__init__(_LIGHTS_ORDER, field="light_on_course")


@dataclass(frozen=True, slots=True)
class MunicipalityPlace:
    """A municipality's standing in a programme and its place on the tile map."""

    municipality: Municipality
    standing: str = ProgrammeMunicipality.Standing.IN_FRAMEWORK
    tile_row: int | None = None
    tile_column: int | None = None


@action("programmes.save_programme")
def save_programme(
    *,
    by: AbstractBaseUser | None,
    now: datetime,
    slug: str,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> Programme:
    """Create a programme or change the given fields of the one with the slug."""
    programme = Programme.objects.select_for_update().filter(slug=slug).first() or Programme(slug=slug)
    for name, value in fields.items():
        if name not in _SAVED_FIELDS:
            raise TypeError(f"not a field of a programme: {name}")
        setattr(programme, name, value)
    _check(programme)
    programme.save()
    return programme


@action("programmes.set_municipalities")
def set_municipalities(
    *, by: AbstractBaseUser | None, now: datetime, programme: Programme, places: Iterable[MunicipalityPlace]
) -> None:
    """Set the programme's municipalities; those not given are taken away."""
    wanted = {place.municipality.pk: place for place in places}
    ProgrammeMunicipality.objects.filter(programme=programme).exclude(municipality__in=wanted).delete()
    for key, place in wanted.items():
        ProgrammeMunicipality.objects.update_or_create(
            programme=programme,
            municipality_id=key,
            defaults={
                "standing": place.standing,
                "tile_row": place.tile_row,
                "tile_column": place.tile_column,
            },
        )


def _check(programme: Programme) -> None:
    if not programme.name_fi.strip():
        raise EmptyFieldError("name_fi")
    if programme.end < programme.start:
        raise WrongOrderError("end")
    if programme.light_on_course < programme.light_late:
        raise LightsOrderError


_SAVED_FIELDS = frozenset(
    field.name
    for field in Programme._meta.concrete_fields  # noqa: SLF001 - Django's documented way to the fields
    if field.name not in {"id", "slug"}
)
_LIGHTS_ORDER = Translated(
    fi="Tilan ”tavoitteessa” raja ei saa olla pienempi kuin tilan ”jäljessä” raja.",
    sv="Gränsen för ”enligt planen” får inte vara lägre än gränsen för ”släpar efter”.",
    en="The limit of “on course” must not be lower than the limit of “behind”.",
)
