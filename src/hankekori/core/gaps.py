"""Gaps: what is missing from the plan, the basket and the figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hankekori.core.funding import FundingFigures, FundingRow
from hankekori.core.texts import Translated


class Subject(StrEnum):
    """What a gap is about."""

    MEASURE = "measure"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing or does not agree; the message begins with the subject's name."""

    code: str
    subject: Subject
    subject_id: int
    message: Translated


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What the rules need to know of a measure."""

    id: int
    name: Translated
    has_responsible: bool
    has_project: bool
    has_target: bool


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What the rules need to know of a project."""

    id: int
    name: str  # as shown, for example "S11010 Heinolan seudun kumppanuushanke"
    start: date | None
    end: date | None
    shares: tuple[Decimal, ...]  # of the measures it carries out
    has_municipality: bool
    reports: bool  # it should report figures at all
    last_period: date | None  # end of the newest period with numbers
    women_unknown: tuple[Translated, ...] = ()  # indicators reported without the women's part
    funding: FundingFigures = FundingFigures()
    funding_rows: tuple[FundingRow, ...] = ()


def find_gaps(
    measures: Iterable[MeasureFacts], projects: Iterable[ProjectFacts], *, last_due: date | None
) -> tuple[Gap, ...]:
    """List the gaps, measures first, each in the order given; last_due is the end of the last due period."""
    raise NotImplementedError
