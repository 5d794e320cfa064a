"""How good the data is: how much of what should be known is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hankekori.core.figures import ValueState
from hankekori.core.rollup import NodeFigure
from hankekori.core.rounds import Rates
from hankekori.core.texts import Translated


class Quality(StrEnum):
    """What is gauged; source: domain model, Monitoring, Quality."""

    TARGET = "target"
    REPORT = "report"
    EVIDENCE = "evidence"
    WOMEN = "women"
    RECEIVED = "received"
    ON_TIME = "on_time"


QUALITY_NAMES = {
    Quality.TARGET: Translated(
        "Toimenpiteiden mittareilla on tavoitearvo",
        "Åtgärdernas indikatorer har ett målvärde",
        "Measures' indicators have a target",
    ),
    Quality.REPORT: Translated(
        "Hankkeet ovat ilmoittaneet viimeisen kauden luvut",
        "Projekten har meddelat den senaste periodens tal",
        "Projects have given the figures of the last period",
    ),
    Quality.EVIDENCE: Translated(
        "Raportoiduista tuloksista on näyttö",
        "För rapporterade resultat finns underlag",
        "There is evidence of reported results",
    ),
    Quality.WOMEN: Translated(
        "Henkilömääristä tiedetään naisten määrä",
        "I personantalen är antalet kvinnor känt",
        "Counts of people say how many are women",
    ),
    Quality.RECEIVED: Translated(
        "Kauden raportit on saatu", "Periodens rapporter har kommit", "The period's reports have come"
    ),
    Quality.ON_TIME: Translated(
        "Kauden raportit on saatu määräajassa",
        "Periodens rapporter har kommit i tid",
        "The period's reports have come on time",
    ),
}


@dataclass(frozen=True, slots=True)
class Gauge:
    """How many are as they should be, of how many that should."""

    kind: Quality
    have: int
    of: int

    @property
    def name(self) -> Translated:
        return QUALITY_NAMES[self.kind]

    @property
    def missing(self) -> int:
        return self.of - self.have

    @property
    def share(self) -> Decimal | None:
        """Give have / of in percent; None where there is nothing to gauge."""
        return Decimal(self.have) * 100 / self.of if self.of else None


def target_gauge(measures: Iterable[NodeFigure]) -> Gauge:
    """Gauge measures' indicators: those that have a target of their own or of their projects.

    An indicator that does not apply to any project of the measure needs no target.
    """
    planned = [figure.planned_total is not None for figure in measures if _needs_target(figure)]
    return Gauge(Quality.TARGET, sum(planned), len(planned))


def report_gauge(totals: Iterable[NodeFigure]) -> Gauge:
    """Gauge projects' indicators: those with a number for the last due period, of those that owe one."""
    pairs = [(len(figure.reported), len(figure.missing), len(figure.behind)) for figure in totals]
    have = sum(reported - behind for reported, _, behind in pairs)
    return Gauge(Quality.REPORT, have, sum(reported + missing for reported, missing, _ in pairs))


def women_gauge(totals: Iterable[NodeFigure]) -> Gauge:
    """Gauge projects' figures of indicators that tell women apart: those whose women's part is known."""
    pairs = [(len(figure.reported), len(figure.women_unknown)) for figure in totals]
    return Gauge(Quality.WOMEN, sum(all_ - unknown for all_, unknown in pairs), sum(all_ for all_, _ in pairs))


def rate_gauges(rates: Rates) -> tuple[Gauge, Gauge]:
    """Gauge a round: reports received, and received on time, of those expected."""
    return (
        Gauge(Quality.RECEIVED, rates.received, rates.expected),
        Gauge(Quality.ON_TIME, rates.on_time, rates.expected),
    )


def _needs_target(figure: NodeFigure) -> bool:
    return figure.planned_total is not None or figure.actual.state is not ValueState.NOT_APPLICABLE
