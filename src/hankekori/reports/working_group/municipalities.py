"""In how many projects each municipality is: a map, or tiles where no boundaries are loaded, and the table."""

from collections.abc import Iterator

from hankekori.areas.programmes.models import ProgrammeMunicipality
from hankekori.areas.projects.models import Project
from hankekori.charts.values import Chart, MapArea, MunicipalityMap, MunicipalityTiles, Tile
from hankekori.reports.document import Block, Cell, Figure, Row, Table
from hankekori.reports.working_group import headings, sentences
from hankekori.reports.working_group.blocks import column, heading, number
from hankekori.reports.working_group.material import Material, Place
from hankekori.reports.working_group.names import STANDINGS


def municipalities(material: Material) -> Iterator[Block]:
    """Write the chapter; nothing where the programme has no municipalities."""
    if not material.places:
        return
    yield heading(material, headings.MUNICIPALITIES, "municipalities-chapter", level=2)
    counted = _table(material)
    chart = _chart(material)
    if chart is None:
        yield counted
        return
    named = ", ".join(f"{material.say(place.name)} {_projects_in(material, place)}" for place in material.places)
    yield Figure(
        id="municipalities-picture",
        caption=material.say(headings.MUNICIPALITIES_FIGURE),
        alt=material.say(sentences.MAP_ALT, places=named),
        chart=chart,
        table=counted,
        series=("projects", "in_basket"),
    )


def _table(material: Material) -> Table:
    columns = (
        column(material, "municipality", headings.MUNICIPALITY),
        column(material, "standing", headings.STANDING),
        number(material, "projects", headings.PROJECTS),
        number(material, "in_basket", headings.PROJECTS_IN_BASKET),
    )
    listed = sorted(material.places, key=lambda place: -_projects_in(material, place))
    rows = [
        Row(
            (
                Cell(material.say(place.name)),
                Cell(material.say(STANDINGS[place.standing])),
                Cell(_projects_in(material, place)),
                Cell(_projects_in(material, place, in_basket=True)),
            ),
            anchor=f"municipality-{place.code}",
        )
        for place in listed
    ]
    sources = {place.boundary_source for place in material.places if place.boundary_source}
    note = " ".join((material.say(sentences.MUNICIPALITIES_NOTE), *sorted(sources)))
    return Table("municipalities", material.say(headings.MUNICIPALITIES_FIGURE), columns, tuple(rows), note=note)


def _chart(material: Material) -> Chart | None:
    unit = material.say(headings.PROJECTS)
    if all(place.boundary for place in material.places):
        return MunicipalityMap(tuple(_area(material, place) for place in material.places), unit)
    tiles = tuple(
        Tile(material.say(place.name), *place.tile, _projects_in(material, place), _is_own(place))
        for place in material.places
        if place.tile is not None
    )
    return MunicipalityTiles(tiles, unit) if tiles else None


def _area(material: Material, place: Place) -> MapArea:
    count = _projects_in(material, place)
    return MapArea(place.code, material.say(place.name), place.boundary, count, _is_own(place))


def _is_own(place: Place) -> bool:
    return place.standing == ProgrammeMunicipality.Standing.IN_FRAMEWORK


def _projects_in(material: Material, place: Place, *, in_basket: bool = False) -> int:
    records = material.state.projects_by_id
    return sum(
        place.id in detail.municipalities
        for project, detail in material.details.items()
        if project in records and (not in_basket or records[project].basket_state == Project.BasketState.IN_BASKET)
    )
