"""Everything the report is made of, read once; the sections only write it out."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.employment.publication import PublishedTables
from hankekori.areas.employment.queries import newest_publication
from hankekori.areas.monitoring.ledger_changes import LedgerChange, ledger_changes
from hankekori.areas.monitoring.ledger_sums import known_before
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.state import ProgrammeState
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.projects.models import ProjectMunicipality
from hankekori.areas.projects.queries import basket
from hankekori.areas.steering.earlier_decisions import EarlierDecisions, earlier_decisions
from hankekori.core.texts import Language, Translated
from hankekori.reports.working_group.earlier import Earlier, earlier_meeting, earlier_report
from hankekori.reports.working_group.small_counts import SmallCounts, small_counts


@dataclass(frozen=True, slots=True)
class ProjectDetail:
    """What the report says of a project besides its record."""

    fund: str
    programme_period: str
    basket_decided_on: date | None
    municipalities: frozenset[int]


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality of the programme and where it lies on the map."""

    id: int
    code: str
    name: Translated
    standing: str
    tile: tuple[int, int] | None  # row and column
    boundary: str  # GeoJSON; empty when none is loaded
    boundary_source: str


@dataclass(frozen=True, slots=True)
class Material:
    """What the sections write out, in one language."""

    state: ProgrammeState
    language: Language
    known_on: date
    small: SmallCounts
    employed: PublishedTables | None  # the newest counts published by the day
    details: Mapping[int, ProjectDetail]
    places: tuple[Place, ...]
    earlier: Earlier | None
    changes: tuple[LedgerChange, ...]  # entries in this report and not in the earlier one, newest first
    decided: EarlierDecisions
    decisions_asked: tuple[str, ...]

    @property
    def programme(self) -> Programme:
        return self.state.programme

    @property
    def as_of(self) -> date:
        return self.state.as_of

    def say(self, text: Translated, **values: object) -> str:
        """Write a text in the report's language with the values in its {places}."""
        said = text.in_language(self.language)
        return said.format(**values) if values else said


def read_material(
    programme: Programme,
    *,
    as_of: date,
    known_on: date,
    language: Language,
    decisions_asked: tuple[str, ...],
    previous: FrozenReport | None,
) -> Material:
    """Read the state, the earlier one and the details; a constant number of queries."""
    state = programme_state(programme, as_of=as_of, known_on=known_on)
    decided = earlier_decisions(programme, as_of=as_of, known_on=known_on)
    earlier = _earlier(programme, as_of, previous, decided, language)
    return Material(
        state=state,
        language=language,
        known_on=known_on,
        small=small_counts(state),
        employed=newest_publication(programme, by=as_of, known_on=known_on),
        details=_details(state),
        places=_places(programme),
        earlier=earlier,
        changes=_changes(programme, earlier, as_of, known_on) if earlier else (),
        decided=decided,
        decisions_asked=decisions_asked,
    )


def _earlier(
    programme: Programme, as_of: date, previous: FrozenReport | None, decided: EarlierDecisions, language: Language
) -> Earlier | None:
    """Compare with the report chosen, else the latest meeting known, else the day written in the settings."""
    if previous is not None:
        return earlier_report(previous)
    meeting = decided.meeting.day if decided.meeting else programme.previous_meeting
    return earlier_meeting(programme, meeting, language) if meeting and meeting < as_of else None


def _changes(programme: Programme, earlier: Earlier, as_of: date, known_on: date) -> tuple[LedgerChange, ...]:
    """List the entries this report counts and the earlier did not: a later period, or recorded later."""
    since = min(earlier.as_of, earlier.known_on)
    unknown_from = known_before(earlier.known_on)
    return tuple(
        change
        for change in ledger_changes(programme, since=since, until=known_on)
        if change.period_end <= as_of and (change.period_end > earlier.as_of or change.recorded_at >= unknown_from)
    )


def _details(state: ProgrammeState) -> dict[int, ProjectDetail]:
    places: defaultdict[int, set[int]] = defaultdict(set)
    links = ProjectMunicipality.objects.filter(programme=state.programme)
    for project, municipality in links.values_list("project_id", "municipality_id"):
        places[project].add(municipality)
    rows = basket(state.programme).followed()
    return {
        project: ProjectDetail(fund, period, decided_on, frozenset(places[project]))
        for project, fund, period, decided_on in rows.values_list("pk", "fund", "programme_period", "basket_decided_on")
    }


def _places(programme: Programme) -> tuple[Place, ...]:
    return tuple(_place(link) for link in municipalities_of(programme))


def _place(link: ProgrammeMunicipality) -> Place:
    row, column, municipality = link.tile_row, link.tile_column, link.municipality
    return Place(
        id=municipality.pk,
        code=municipality.code,
        name=municipality.name,
        standing=link.standing,
        tile=(row, column) if row is not None and column is not None else None,
        boundary=json.dumps(municipality.boundary, separators=(",", ":")) if municipality.boundary else "",
        boundary_source=municipality.boundary_source,
    )
