"""How a programme stands on a day: the values that pages, the report and the command all show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from hankekori.areas.monitoring.courses import Course
from hankekori.areas.programmes.models import Programme
from hankekori.core.forecast import Forecast
from hankekori.core.funding import FundingFigures, FundingRow, FundingTotals
from hankekori.core.gaps import Gap
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.rollup import NodeFigure
from hankekori.core.status import Light, Status
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class IndicatorRecord:
    """An indicator as it is shown."""

    id: int
    code: str
    code_is_official: bool
    programme_period: str
    fund: str
    name: Translated
    unit: Translated
    decimals: int
    combination: Combination
    counts_women: bool
    headline: int | None  # place among the headline figures of the first page
    position: int
    band: int | None = None  # ± percent of what is planned within which a result is on course

    @property
    def rule(self) -> IndicatorRule:
        return IndicatorRule(self.id, self.combination, self.decimals, self.counts_women)


@dataclass(frozen=True, slots=True)
class ProjectShare:
    """The part, 0..1, of a project that carries out a measure of the plan in force."""

    measure: int
    share: Decimal


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A followed project as lists show it; funding in euros as the source states it."""

    id: int
    code: str | None
    name: str
    kind: str
    stage: str
    basket_state: str
    example: bool  # invented, marked wherever it shows
    start: date | None
    end: date | None
    implementer: str | None
    implementer_may_be_person: bool  # then the name stays out of what others read
    funding: FundingFigures
    funding_rows: tuple[FundingRow, ...]
    measures: tuple[ProjectShare, ...]

    @property
    def label(self) -> str:
        return f"{self.code} {self.name}" if self.code else self.name


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator at a place in the plan: its figures, its light and where it is heading."""

    indicator: IndicatorRecord
    figure: NodeFigure
    status: Status
    forecast: Forecast | None  # None when nothing is planned
    course: Course = ()  # cumulative value at the end of each period that changed it, oldest first


@dataclass(frozen=True, slots=True)
class MeasureState:
    """A measure, its light with the reason, its indicators and the projects that carry it out."""

    id: int
    number: str
    name: Translated
    responsible: str | None
    start: date
    end: date
    light: Light
    reason: Translated
    indicators: tuple[IndicatorState, ...]
    projects: tuple[int, ...]  # ids, by code


@dataclass(frozen=True, slots=True)
class ObjectiveState:
    """An objective, its light with the reason, its indicators added up and its measures."""

    id: int
    number: str
    name: Translated
    light: Light
    reason: Translated
    indicators: tuple[IndicatorState, ...]
    measures: tuple[MeasureState, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeState:
    """How a programme stands on a day, as known on a day (None: as known now)."""

    programme: Programme
    as_of: date
    known_on: date | datetime | None
    plan_version: int | None  # number of the plan in force; None without a plan
    last_due: date  # end of the newest period whose reports were due
    status: Status
    objectives: tuple[ObjectiveState, ...]
    totals: tuple[IndicatorState, ...]  # the whole programme, by indicator
    funding: FundingTotals  # all followed projects
    basket_funding: FundingTotals  # the projects in the basket now
    gaps: tuple[Gap, ...]
    projects_by_id: Mapping[int, ProjectRecord]

    @property
    def measures(self) -> Iterator[MeasureState]:
        for objective in self.objectives:
            yield from objective.measures

    @property
    def headlines(self) -> tuple[IndicatorState, ...]:
        """The headline figures of the first page, in their order."""
        chosen = [line for line in self.totals if line.indicator.headline is not None]
        return tuple(sorted(chosen, key=lambda line: (line.indicator.headline, line.indicator.id)))

    def codes(self, projects: tuple[int, ...]) -> list[str]:
        """Name projects by their codes, or by name where there is none."""
        return [self.projects_by_id[project].code or self.projects_by_id[project].name for project in projects]
