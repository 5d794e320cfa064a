"""Everything the reports to a project's funder are made of, read once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from hankekori.areas.claims.queries import ProjectClaims, project_claims
from hankekori.areas.monitoring.facts import FUNDED_STAGES, indicator_record
from hankekori.areas.monitoring.ledger_queries import entries_of, plans_of
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import ProjectPage
from hankekori.areas.rounds.models import ProjectReport
from hankekori.areas.rounds.project_reports import reports_of_project
from hankekori.areas.steering.models import Meeting
from hankekori.areas.steering.project_meetings import steering_meetings
from hankekori.core.monitoring_form import form_periods
from hankekori.core.periods import Period
from hankekori.core.texts import Language, Translated


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom the report is for: without the right to personal data neither contact person nor form filler stand in it."""

    with_personal: bool
    mask: Callable[[str], str]  # takes traces of persons out of a free text, or leaves it as it is
    name: str = ""  # of who compiles the report
    email: str = ""


@dataclass(frozen=True, slots=True)
class FunderMaterial:
    """What is known of a project by a day, as it was known on another, in the language of the report."""

    page: ProjectPage
    language: Language
    as_of: date
    known_on: date
    reader: Reader
    plans: tuple[ProjectPlan, ...]
    entries: tuple[LedgerEntry, ...]
    reports: tuple[ProjectReport, ...]  # oldest first, in every state
    claims: ProjectClaims
    meetings: tuple[Meeting, ...]  # of the steering group, oldest first

    @property
    def project(self) -> Project:
        return self.page.project

    @property
    def record(self) -> dict[str, Any]:
        """The implementer as the newest official description tells it (docs/formats/description.schema.json)."""
        found = self.page.description.record if self.page.description else {}
        return dict(found.get("implementer") or {})

    @property
    def approved(self) -> tuple[ProjectReport, ...]:
        return tuple(report for report in self.reports if report.state == ProjectReport.State.APPROVED)

    @property
    def is_over(self) -> bool:
        """Whether a project that had money should have reported and claimed for the last time."""
        ended = self.project.end is not None and self.project.end < self.as_of
        return ended and self.project.stage in FUNDED_STAGES

    def say(self, text: Translated, **values: object) -> str:
        """Write a text in the report's language with the values in its {places}."""
        said = text.in_language(self.language)
        return said.format(**values) if values else said

    def indicators(self) -> tuple[IndicatorRecord, ...]:
        """List the indicators that the project plans or has reported, in their order."""
        rows = {row.indicator_id: row.indicator for row in self.plans}
        rows |= {row.indicator_id: row.indicator for row in self.entries}
        records = map(indicator_record, rows.values())
        return tuple(sorted(records, key=lambda record: (record.position, record.code, record.id)))

    def periods(self) -> tuple[Period, ...]:
        """List the periods that have ended and that the project has a follow-up report of, newest first."""
        project = self.project
        start = project.start or project.programme.start
        asked = [Period(report.round.period_start, report.round.period_end) for report in self.reports]
        until = min(project.end or self.as_of, self.as_of)
        return tuple(period for period in form_periods(start, until, asked) if period.end <= self.as_of)


def read_material(
    page: ProjectPage, *, as_of: date, known_on: date, language: Language, reader: Reader
) -> FunderMaterial:
    """Read the material beside what the project's page holds; nine queries."""
    project = page.project
    entries = (row for row in entries_of(project) if row.period_end <= as_of and localdate(row.recorded_at) <= known_on)
    return FunderMaterial(
        page=page,
        language=language,
        as_of=as_of,
        known_on=known_on,
        reader=reader,
        plans=tuple(plans_of(project)),
        entries=tuple(entries),
        reports=reports_of_project(project, until=as_of),
        claims=project_claims(project, page.funding, today=as_of),
        meetings=tuple(steering_meetings(project, until=as_of)),
    )
