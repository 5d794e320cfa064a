"""Everything that is missing or does not agree in a programme, each with the page where it is mended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.claims.queries import claim_gaps
from hankekori.areas.employment.outcome_queries import OUTCOMES_DIFFER, outcome_gaps
from hankekori.areas.monitoring.state import ProgrammeState
from hankekori.areas.rounds.quality_facts import RoundFacts
from hankekori.core.gaps import Gap, GapCode, Subject
from hankekori.pages.door import Door, with_query
from hankekori.web.tables import Column, DataTable

_TABS = {  # the tab of its project that mends it; gaps of claims are mended among claims
    GapCode.NO_MEASURE: "project-plan",
    GapCode.SHARES: "project-plan",
    GapCode.NO_MUNICIPALITY: "project-edit",
    GapCode.NO_FIGURES: "project-monitoring",
    GapCode.WOMEN_UNKNOWN: "project-monitoring",
    GapCode.PUBLIC_BELOW_EU_STATE: "project-edit",
    GapCode.ROWS_DIFFER: "project-funding",
}


@dataclass(frozen=True, slots=True)
class GapRow:
    gap: Gap
    url: str  # where it is mended


@dataclass(frozen=True, slots=True)
class GapGroup:
    subject: Subject
    heading: str
    rows: Sequence[GapRow]


def all_gaps(state: ProgrammeState, door: Door) -> tuple[Gap, ...]:
    """Put the gaps of the plan together with those of claims and, for those who may see the records, of employment."""
    found = (*state.gaps, *claim_gaps(state))
    if not door.may(Permission.READ_EPISODES):
        return found
    return (*found, *outcome_gaps(door.programme, as_of=door.as_of, known_on=door.known_on))


def gap_groups(gaps: Iterable[Gap], state: ProgrammeState, asked: RoundFacts | None, door: Door) -> list[GapGroup]:
    """Group the gaps by what they are about; asked: the last round that is due."""
    reports = asked.reports if asked and door.may_approve and asked.period.end == state.last_due else {}
    rows = [GapRow(gap, mending_url(gap, state, door, reports)) for gap in gaps]
    headings = {Subject.MEASURE: _("Toimenpiteet"), Subject.PROJECT: _("Hankkeet")}
    return [
        GapGroup(subject, heading, [row for row in rows if row.gap.subject is subject])
        for subject, heading in headings.items()
    ]


def gaps_table(groups: Iterable[GapGroup]) -> DataTable:
    return DataTable(
        caption=_("Puutteet"),
        columns=[Column(key="subject", label=_("Mistä")), Column(key="gap", label=_("Puute"))],
        rows=[[group.heading, row.gap.message] for group in groups for row in group.rows],
    )


def mending_url(gap: Gap, state: ProgrammeState, door: Door, reports: Mapping[int, int]) -> str:
    """Give the page where a gap is mended, for one who may not mend it the page that shows it.

    reports: each project's report of the last due period, where missing figures are written.
    """
    if gap.subject is Subject.MEASURE:
        return _url_of_measure(gap, state, door)
    if gap.code == OUTCOMES_DIFFER:
        return with_query(door.url("outcomes"), hanke=gap.subject_id)
    if gap.code == GapCode.NO_FIGURES and gap.subject_id in reports:
        return door.url("project-report", report=reports[gap.subject_id])
    tab = _TABS[GapCode(gap.code)] if gap.code in set(GapCode) else "project-claims"
    if tab == "project-edit" and not door.may_edit:
        tab = "project"
    return door.url(tab, code=state.projects_by_id[gap.subject_id].code or gap.subject_id)


def _url_of_measure(gap: Gap, state: ProgrammeState, door: Door) -> str:
    if gap.code == GapCode.NO_PROJECT and door.may_edit:
        return door.url("basket")
    if door.may(Permission.EDIT_PLAN):
        name = "plan-targets" if gap.code == GapCode.NO_TARGET else "plan-measure"
        return door.url(name, version=state.plan_version, measure=gap.subject_id)
    (number,) = (measure.number for measure in state.measures if measure.id == gap.subject_id)
    return door.url("measure", number=number)
