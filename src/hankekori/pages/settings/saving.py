"""Saving the programme's details and municipalities over what was seen in the form."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import count
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.programmes.actions import MunicipalityPlace, save_programme, set_municipalities
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.regions.models import Municipality
from hankekori.areas.regions.queries import municipalities_with_codes
from hankekori.areas.regions.records import MunicipalityChange, municipality_codes_by_name, save_municipalities
from hankekori.core.texts import Translated
from hankekori.pages.basket.edits import own_edits

REMOVED = "removed"  # a standing that takes the municipality away
SLOTS = ("row", "column")  # of the tile map, counted from 0 at the top left


class UnknownMunicipalityError(DomainError):
    """A municipality nobody has told of, without its code."""

    def __init__(self, name: str) -> None:
        super().__init__(_UNKNOWN.filled(name=name), field="code")


class OtherMunicipalityError(DomainError):
    """A code that belongs to a municipality of another name."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(_OTHER.filled(code=code, name=name), field="code")


class MunicipalityThereError(DomainError):
    """A municipality the programme has already."""

    def __init__(self, name: str) -> None:
        super().__init__(_THERE.filled(name=name), field="name")


@action("settings.save_programme")
def change_programme(
    *, by: User, now: datetime, programme: Programme, values: Mapping[str, Any], seen: str
) -> Programme:
    """Change what was edited of the programme; raises EditClashError where somebody else was quicker."""
    locked = Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    edited = own_edits(seen, values, programme_values(locked))
    return save_programme(by=by, now=now, slug=locked.slug, **edited)


@action("settings.save_municipalities")
def change_municipalities(
    *, by: User, now: datetime, programme: Programme, values: Mapping[str, Any], seen: str
) -> None:
    """Change standings and places on the map over what was seen; raises EditClashError."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    links = list(municipalities_of(programme))
    current = municipality_values(links)
    wanted = {**current, **own_edits(seen, values, current)}
    places = [
        MunicipalityPlace(
            link.municipality,
            wanted[standing_field(link.municipality_id)],
            *(wanted[slot_field(slot, link.municipality_id)] for slot in SLOTS),
        )
        for link in links
        if wanted[standing_field(link.municipality_id)] != REMOVED
    ]
    set_municipalities(by=by, now=now, programme=programme, places=places)


@action("settings.add_municipality")
def add_municipality(*, by: User, now: datetime, programme: Programme, name: str, code: str, standing: str) -> None:
    """Add a municipality to the programme; one nobody has told of is taken down by its code and name."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    found = _municipality(by, now, name, code)
    links = list(municipalities_of(programme))
    if any(link.municipality_id == found.pk for link in links):
        raise MunicipalityThereError(found.name_fi)
    kept = [MunicipalityPlace(each.municipality, each.standing, each.tile_row, each.tile_column) for each in links]
    added = MunicipalityPlace(found, standing, *_free_tile(kept))
    set_municipalities(by=by, now=now, programme=programme, places=[*kept, added])


def programme_values(programme: Programme) -> dict[str, Any]:
    """Give the values the form of the programme opens with."""
    return {name: getattr(programme, name) for name in _PROGRAMME_FIELDS}


def municipality_values(links: Iterable[ProgrammeMunicipality]) -> dict[str, Any]:
    """Give the values the form of municipalities opens with."""
    values: dict[str, Any] = {}
    for link in links:
        values[standing_field(link.municipality_id)] = link.standing
        values[slot_field("row", link.municipality_id)] = link.tile_row
        values[slot_field("column", link.municipality_id)] = link.tile_column
    return values


def standing_field(municipality: int) -> str:
    return f"standing-{municipality}"


def slot_field(slot: str, municipality: int) -> str:
    return f"{slot}-{municipality}"


def _free_tile(places: Iterable[MunicipalityPlace]) -> tuple[int, int]:
    """Find the first place of the tile map nobody has, row by row, so that a new municipality is seen at once."""
    taken = {(place.tile_row, place.tile_column) for place in places}
    tiles = ((row, column) for row in count() for column in range(_TILES_IN_A_ROW))
    return next(tile for tile in tiles if tile not in taken)


def _municipality(by: User, now: datetime, name: str, code: str) -> Municipality:
    """Find a municipality by its code or name, or take it down."""
    known = code or municipality_codes_by_name().get(name.casefold(), "")
    if not known:
        raise UnknownMunicipalityError(name)
    found = municipalities_with_codes([known]).get(known)
    if found is None:
        change = MunicipalityChange(known, {"name_fi": name})
        save_municipalities(changes=[change], regions={}, by=by, now=now)
        return municipalities_with_codes([known])[known]
    if name.casefold() not in {found.name_fi.casefold(), found.name_sv.casefold()}:
        raise OtherMunicipalityError(known, found.name_fi)
    return found


_TILES_IN_A_ROW = 4
_PROGRAMME_FIELDS = (
    "name_fi", "name_sv", "name_en", "slogan_fi", "slogan_sv", "slogan_en", "coordinator_name", "start", "end",
    "previous_meeting", "shown_as_of", "light_on_course", "light_late",
)  # fmt: skip
_UNKNOWN = Translated(
    fi="Kuntaa {name} ei ole luettelossa. Tarkista nimi, tai kirjoita myös kuntanumero, niin kunta lisätään.",
    sv="Kommunen {name} finns inte i förteckningen. Kontrollera namnet, eller skriv också kommunnumret.",
    en="The municipality {name} is not in the list. Check the name, or give its number too and it is added.",
)
_OTHER = Translated(
    fi="Kuntanumero {code} kuuluu kunnalle {name}.",
    sv="Kommunnumret {code} tillhör {name}.",
    en="The municipality number {code} belongs to {name}.",
)
_THERE = Translated(
    fi="{name} on jo ohjelmassa.",
    sv="{name} finns redan i programmet.",
    en="{name} is in the programme already.",
)
