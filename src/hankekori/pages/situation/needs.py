"""What needs the reader now: red measures, projects that have not reported, decisions, gaps."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.state import ProgrammeState
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.decision_queries import follow_ups_of
from hankekori.core.status import Light
from hankekori.pages.door import Door, with_query

_SHOWN = 5  # red measures by name; the rest is a number


@dataclass(frozen=True, slots=True)
class Need:
    text: str
    url: str
    note: str = ""


def needs_now(state: ProgrammeState, door: Door) -> list[Need]:
    """List what cannot wait, the worst first."""
    return [
        *_red_measures(state, door),
        *_silent_projects(state, door),
        *_proposals(state, door),
        *_late_tasks(door),
        *_gaps(state, door),
    ]


def _red_measures(state: ProgrammeState, door: Door) -> Iterator[Need]:
    language = get_language() or "fi"
    red = [measure for measure in state.measures if measure.light is Light.AT_RISK]
    for measure in red[:_SHOWN]:
        text = _("%(number)s %(name)s on vaarassa") % {
            "number": measure.number,
            "name": measure.name.in_language(language),
        }
        yield Need(text, door.url("measure", number=measure.number), measure.reason.in_language(language))
    if (rest := len(red) - _SHOWN) > 0:
        text = ngettext("%(n)s muu toimenpide on vaarassa", "%(n)s muuta toimenpidettä on vaarassa", rest)
        yield Need(text % {"n": rest}, door.url("plan"))


def _silent_projects(state: ProgrammeState, door: Door) -> Iterator[Need]:
    silent = sorted({project for line in state.totals for project in (*line.figure.missing, *line.figure.behind)})
    if silent:
        text = ngettext(
            "%(n)s hankkeelta puuttuu viime kauden tietoja",
            "%(n)s hankkeelta puuttuu viime kauden tietoja",
            len(silent),
        ) % {"n": len(silent)}
        yield Need(text, door.url("plan-gaps"), ", ".join(state.codes(tuple(silent[:_SHOWN]))))


def _proposals(state: ProgrammeState, door: Door) -> Iterator[Need]:
    proposed = [line for line in state.projects_by_id.values() if line.basket_state == Project.BasketState.PROPOSED]
    if proposed:
        text = ngettext(
            "%(n)s hanke odottaa päätöstä hankekoriin ottamisesta",
            "%(n)s hanketta odottaa päätöstä hankekoriin ottamisesta",
            len(proposed),
        ) % {"n": len(proposed)}
        yield Need(text, f"{reverse('basket', args=[door.programme.slug])}?kori=proposed", proposed[0].label)


def _late_tasks(door: Door) -> Iterator[Need]:
    if not door.may_read_meetings:
        return
    if late := follow_ups_of(door.programme).late(timezone.localdate()).count():
        text = ngettext(
            "%(n)s kokouksessa sovittu tehtävä on myöhässä", "%(n)s kokouksessa sovittua tehtävää on myöhässä", late
        ) % {"n": late}
        yield Need(text, with_query(door.url("follow-ups"), nayta="myohassa"))


def _gaps(state: ProgrammeState, door: Door) -> Iterator[Need]:
    if state.gaps:
        text = ngettext("%(n)s puute tiedoissa", "%(n)s puutetta tiedoissa", len(state.gaps)) % {"n": len(state.gaps)}
        yield Need(text, door.url("plan-gaps"), _("vastuutahot, osuudet, rahoitus ja kauden tiedot"))
