"""Measures: what the plan wants, what was expected by the day and what there is, as the overview has it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.state import IndicatorRecord, IndicatorState, MeasureState, ObjectiveState
from hankekori.areas.partners.models import Organisation
from hankekori.charts.lights import LOOKS
from hankekori.core.figures import ValueState
from hankekori.core.indicators import Combination
from hankekori.core.texts import Translated
from hankekori.reports.compile.model import (
    NOT_APPLICABLE,
    Asked,
    Dimension,
    FactRow,
    Facts,
    Quantity,
    Subject,
    number,
)
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.project_dimensions import MEASURE_DIMENSIONS, PERSON
from hankekori.reports.compile.subjects.results import INDICATOR, INDICATOR_DIMENSION
from hankekori.reports.document import Cell


@dataclass(frozen=True, slots=True)
class _Line:
    """One indicator of one measure, with the row it stands in by dimension."""

    keys: Mapping[str, str]
    state: IndicatorState
    projects: tuple[int, ...]


def _read(asked: Asked) -> Facts:
    """Read the state of the programme and group it; as many statements as the overview has."""
    state = programme_state(asked.programme, as_of=asked.as_of, known_on=asked.known_on)
    codes = Counter(each.indicator.code for each in state.totals)
    persons = set(
        Organisation.objects.filter(programme=asked.programme, may_be_person=True, measures__isnull=False).values_list(
            "name", flat=True
        )
    )
    lines = [
        line
        for objective in state.objectives
        for measure in objective.measures
        for line in _lines(objective, measure, codes, persons)
        if all(each.passes(line.keys[each.dimension]) for each in asked.filters)
    ]
    apart = tuple(group for group in asked.groups if group == INDICATOR)
    totals = (
        FactRow(tuple(keys[0] if group == INDICATOR else "" for group in asked.groups), cells)
        for keys, cells in _grouped(lines, apart, asked)
    )
    rows = tuple(FactRow(keys, cells) for keys, cells in _grouped(lines, asked.groups, asked))
    return Facts(rows, tuple(totals))


def _lines(
    objective: ObjectiveState, measure: MeasureState, codes: Mapping[str, int], persons: AbstractSet[str]
) -> Iterator[_Line]:
    for state in measure.indicators:
        keys = {
            INDICATOR: _key(state.indicator, codes),
            "tavoite": objective.number,
            "toimenpide": f"{objective.number}/{measure.number}",
            "vastuutaho": PERSON if measure.responsible in persons else measure.responsible or "",
            "valo": state.status.light.value,
        }
        yield _Line(keys, state, measure.projects)


def _key(indicator: IndicatorRecord, codes: Mapping[str, int]) -> str:
    alone = codes[indicator.code] == 1
    return indicator.code if alone else f"{indicator.code}/{indicator.fund}/{indicator.programme_period}"


def _grouped(
    lines: Iterable[_Line], groups: tuple[str, ...], asked: Asked
) -> Iterator[tuple[tuple[str, ...], tuple[Cell, ...]]]:
    found: defaultdict[tuple[str, ...], list[_Line]] = defaultdict(list)
    for line in lines:
        found[tuple(line.keys[group] for group in groups)].append(line)
    for keys, each in found.items():
        yield keys, tuple(_CELLS[key](each) for key in asked.quantities)


def _planned(lines: list[_Line]) -> Cell:
    return _level(lines, [line.state.figure.planned_total for line in lines])


def _planned_women(lines: list[_Line]) -> Cell:
    return _level(lines, [line.state.figure.planned_women for line in lines])


def _expected(lines: list[_Line]) -> Cell:
    return _level(lines, [line.state.figure.expected for line in lines])


def _level(lines: list[_Line], values: list[Decimal | None]) -> Cell:
    """Add up, or for shares take the mean, as core.rollup does above the measures."""
    known = [value for value in values if value is not None]
    if not known:
        return NOT_APPLICABLE
    indicator = lines[0].state.indicator
    total = sum(known, Decimal(0))
    return (
        _rounded(total / len(known), indicator.decimals) if indicator.combination is Combination.SHARE else Cell(total)
    )


def _actual(lines: list[_Line]) -> Cell:
    figures = [line.state.figure.actual for line in lines]
    totals = [figure.total for figure in figures if figure.total is not None]
    if not totals:
        return Cell(state=_state(lines))
    total = sum(totals, Decimal(0))
    if lines[0].state.indicator.combination is not Combination.SHARE:
        return number(total)
    out_of = sum((figure.denominator for figure in figures if figure.denominator is not None), Decimal(0))
    return _rounded(total * 100 / out_of, lines[0].state.indicator.decimals) if out_of else NOT_APPLICABLE


def _women(lines: list[_Line]) -> Cell:
    indicator = lines[0].state.indicator
    if not indicator.counts_women or indicator.combination is Combination.SHARE:
        return NOT_APPLICABLE
    known = [figure.women for line in lines if (figure := line.state.figure.actual).women is not None]
    if known:
        return number(sum((value for value in known if value is not None), Decimal(0)))
    actual = _actual(lines)
    return actual if actual.state is not ValueState.REPORTED or not actual.value else Cell(state=ValueState.MISSING)


def _projects(lines: list[_Line]) -> Cell:
    return Cell(len({project for line in lines for project in line.projects}))


def _state(lines: list[_Line]) -> ValueState:
    states = {line.state.figure.actual.state for line in lines}
    order = (ValueState.MISSING, ValueState.NOT_MEASURED)
    return next((state for state in order if state in states), ValueState.NOT_APPLICABLE)


def _rounded(value: Decimal, decimals: int) -> Cell:
    return Cell(value.quantize(Decimal(1).scaleb(-max(decimals, 1)), ROUND_HALF_UP))


_CELLS: Mapping[str, Callable[[list[_Line]], Cell]] = {
    "tavoiteltu": _planned,
    "tavoiteltu-naiset": _planned_women,
    "odotettu": _expected,
    "toteutunut": _actual,
    "naiset": _women,
    "hankkeita": _projects,
}

MEASURES = Subject(
    key="toimenpiteet",
    name=Translated("Toimenpiteet ja tavoitteet", "Åtgärder och mål", "Measures and targets"),
    about=Translated(
        "Mitä suunnitelma tavoittelee, mitä tilannepäivään mennessä odotettiin ja mitä on saatu aikaan.",
        "Vad planen eftersträvar, vad som väntades till lägesdagen och vad som har uppnåtts.",
        "What the plan aims at, what was expected by the day and what there is.",
    ),
    dimensions=(
        INDICATOR_DIMENSION,
        *(each.dimension for each in MEASURE_DIMENSIONS),
        Dimension("vastuutaho", Translated("Vastuutaho", "Ansvarig", "Responsible"), {PERSON: words.PERSON},
                  nothing=Translated("ei vastuutahoa", "ingen ansvarig", "nobody")),
        Dimension("valo", Translated("Liikennevalo", "Trafikljus", "Traffic light"),
                  {light.value: look.word for light, look in LOOKS.items()}),
    ),
    quantities=(
        Quantity("tavoiteltu", Translated("Tavoite", "Mål", "Target")),
        Quantity("tavoiteltu-naiset", Translated("Tavoite, naisia", "Mål, kvinnor", "Target, women")),
        Quantity("odotettu", Translated("Odotettu", "Väntat", "Expected")),
        Quantity("toteutunut", Translated("Toteutunut", "Utfall", "Actual")),
        Quantity("naiset", Translated("Naisia", "Kvinnor", "Women")),
        Quantity("hankkeita", words.PROJECTS, adds_up=False),
    ),
    read=_read,
    source=Translated(
        "Voimassa oleva suunnitelma ja seurannan kirjaukset", "Gällande plan och uppföljningens registreringar",
        "The plan in force and the entries of the follow-up",
    ),
    start_groups=(INDICATOR, "tavoite"),
    start_columns=("tavoiteltu", "odotettu", "toteutunut", "naiset"),
    kept_apart=INDICATOR,
    remembers=True,
)  # fmt: skip
