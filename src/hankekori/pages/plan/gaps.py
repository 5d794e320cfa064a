"""Everything that is missing or does not agree in a programme, each with the page where it is mended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.claims.queries import claim_gaps
from hankekori.areas.employment.outcome_queries import OUTCOMES_DIFFER, outcome_gaps
from hankekori.areas.monitoring.state import ProgrammeState
from hankekori.core.gaps import Gap, Subject
from hankekori.pages.door import Door, with_query

_TABS = {  # how the code of a gap begins -> the tab of its project that mends it
    "claim": "project-claims",
    "funding": "project-funding",
    "project-without-figures": "project-monitoring",
    "project-without-measure": "project-plan",
    "shares": "project-plan",
    "women": "project-monitoring",
}


@dataclass(frozen=True, slots=True)
class GapRow:
    gap: Gap
    url: str  # where it is mended


def all_gaps(state: ProgrammeState, door: Door) -> tuple[Gap, ...]:
    """Put the gaps of the plan together with those of claims and, for those who may see the records, of employment."""
    found = (*state.gaps, *claim_gaps(state))
    if not door.may(Permission.READ_EPISODES):
        return found
    return (*found, *outcome_gaps(door.programme, as_of=door.as_of, known_on=door.known_on))


def gap_rows(gaps: Iterable[Gap], state: ProgrammeState, door: Door) -> dict[str, Sequence[GapRow]]:
    """Group the gaps by what they are about."""
    numbers = {measure.id: measure.number for measure in state.measures}

    def url(gap: Gap) -> str:
        if gap.subject is Subject.MEASURE:
            return door.url("measure", number=numbers[gap.subject_id])
        if gap.code == OUTCOMES_DIFFER:
            return with_query(door.url("outcomes"), hanke=gap.subject_id)
        tab = next((name for start, name in _TABS.items() if gap.code.startswith(start)), "project")
        return door.url(tab, code=state.projects_by_id[gap.subject_id].code or gap.subject_id)

    rows = [GapRow(gap, url(gap)) for gap in gaps]
    return {
        _("Toimenpiteet"): [row for row in rows if row.gap.subject is Subject.MEASURE],
        _("Hankkeet"): [row for row in rows if row.gap.subject is Subject.PROJECT],
    }
