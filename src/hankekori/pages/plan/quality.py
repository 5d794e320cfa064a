"""How good the programme's data is: gauges, each leading to where what is missing is mended."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.state import ProgrammeState
from hankekori.areas.rounds.quality_facts import RoundFacts
from hankekori.charts.inline_bullet import bullet_svg
from hankekori.charts.values import BulletBar
from hankekori.core.gaps import Subject
from hankekori.core.quality import Gauge, Quality, rate_gauges, report_gauge, target_gauge, women_gauge
from hankekori.pages.door import Door


@dataclass(frozen=True, slots=True)
class GaugeRow:
    """A gauge as a bar, in numbers, and the page where it is bettered."""

    gauge: Gauge
    note: str  # which round it is of
    svg: str
    url: str


def gauge_rows(state: ProgrammeState, asked: RoundFacts | None, door: Door) -> list[GaugeRow]:
    """Gauge the plan, the figures and the last round that is due."""
    return [_row(gauge, asked, door) for gauge in _gauges(state, asked) if gauge.of]


def _gauges(state: ProgrammeState, asked: RoundFacts | None) -> Iterable[Gauge]:
    yield target_gauge(line.figure for measure in state.measures for line in measure.indicators)
    yield report_gauge(line.figure for line in state.totals)
    yield women_gauge(line.figure for line in state.totals if line.indicator.counts_women)
    if asked:
        yield asked.evidence
        yield from rate_gauges(asked.rates)


def _row(gauge: Gauge, asked: RoundFacts | None, door: Door) -> GaugeRow:
    language = get_language() or "fi"
    bar = BulletBar(gauge.name.in_language(language), actual=gauge.have, expected=None, target=gauge.of)
    svg = bullet_svg(bar, language)
    if asked and gauge.kind in _OF_ROUND:
        note = _("kausi %(period)s") % {"period": asked.period.label.in_language(language)}
        return GaugeRow(gauge, note, svg, door.url("round", round=asked.round))
    return GaugeRow(gauge, "", svg, door.url("plan") if gauge.kind is Quality.TARGET else f"#{Subject.PROJECT}")


_OF_ROUND = {Quality.EVIDENCE, Quality.RECEIVED, Quality.ON_TIME}
