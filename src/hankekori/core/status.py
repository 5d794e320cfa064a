"""The light of an indicator, a measure and an objective, with the reason in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hankekori.core.figures import ValueState
from hankekori.core.money import format_date, format_number, format_percent
from hankekori.core.rollup import NodeFigure
from hankekori.core.texts import LANGUAGES, Translated


class Light(StrEnum):
    """How something stands; the last three are grey and never look like ON_COURSE."""

    ON_COURSE = "on_course"
    LATE = "late"
    AT_RISK = "at_risk"
    MISSING = "missing"
    NOT_MEASURED = "not_measured"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits of actual / expected for the lights, and the share of time before which nothing is judged.

    An indicator may have a band of its own, in percent of what is planned: then a result is on course when it is short
    of the expected by at most that, and `on_course` is not asked.
    """

    on_course: Decimal = Decimal("0.9")
    late: Decimal = Decimal("0.7")
    min_time_share: Decimal = Decimal("0.1")
    band: int | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """A light and why."""

    light: Light
    reason: Translated


DEFAULT_THRESHOLDS = Thresholds()


def light_of(
    node: NodeFigure, *, indicator: Translated, decimals: int = 0, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> Status:
    """Judge one indicator at one node by actual / expected; the reason names the figures and who is missing.

    On course from 0.9 or within the indicator's band, late from 0.7, else at risk; at risk also when a milestone is
    missed by over 30 days or nobody in the node has figures for the last due period. A target that is reached is on
    course. Grey: nothing to compare with (no target, or zero), too early (under a tenth of the time, or nothing
    expected yet), no numbers.
    Source: our rule, domain reference 5.3.
    """
    words = _Words(node, indicator, decimals)
    light, sentence = _judge(node, thresholds)
    return Status(light, words.reason(sentence))


def measure_status(indicators: Iterable[Status]) -> Status:
    """Judge a measure: the worst of its indicators, with the reasons of those that stand so.

    A missing figure is worse than on course, for nobody can vouch for it; not measured and not applicable weigh least.
    """
    listed = list(indicators)
    if not listed:
        return Status(Light.NOT_APPLICABLE, _NO_INDICATORS)
    worst = min((status.light for status in listed), key=_WORST_FIRST.index)
    return Status(worst, _joined([status.reason for status in listed if status.light is worst]))


def objective_status(measures: Iterable[tuple[Status, Decimal]]) -> Status:
    """Judge an objective (or the programme) from its measures' lights and their weights, for example budgets.

    Of the weight of the measures that are judged or missing: at risk when half is at risk; late when any is at risk or
    a third is late; missing when half is missing; else on course. Without weights each measure weighs the same.
    Where no measure is judged, the objective is grey like the first of missing, not measured, not applicable.
    """
    listed = list(measures)
    if not listed:
        return Status(Light.NOT_APPLICABLE, _NO_MEASURES)
    even = not any(weight for _, weight in listed)
    weights: defaultdict[Light, Decimal] = defaultdict(Decimal)
    counts: defaultdict[Light, int] = defaultdict(int)
    for status, weight in listed:
        weights[status.light] += 1 if even else weight
        counts[status.light] += 1
    return Status(_weigh(weights, counts), _count_in_words(counts))


def _judge(node: NodeFigure, thresholds: Thresholds) -> tuple[Light, Translated]:
    if not node.actual.is_reported:
        return _GREY[node.actual.state]
    if node.actual.value is None or node.planned_total is None:
        return Light.NOT_APPLICABLE, _NO_TARGET
    if node.planned_total == 0:
        return Light.NOT_APPLICABLE, _ZERO_TARGET
    if node.actual.value >= node.planned_total:
        return Light.ON_COURSE, _REACHED
    return _judge_course(node, node.actual.value, thresholds)


def _judge_course(node: NodeFigure, actual: Decimal, thresholds: Thresholds) -> tuple[Light, Translated]:
    if not node.expected or node.time_share is None or node.time_share < thresholds.min_time_share:
        return Light.NOT_MEASURED, _TOO_EARLY
    if node.missed_step:
        return Light.AT_RISK, _MISSED_STEP
    if node.behind and node.behind == node.reported:
        return Light.AT_RISK, _SILENT
    if thresholds.band is not None and (node.expected - actual) * 100 <= thresholds.band * (node.planned_total or 0):
        return Light.ON_COURSE, _WITHIN_BAND if actual < node.expected else _AGAINST_EXPECTED
    return _by_index(actual / node.expected, thresholds), _AGAINST_EXPECTED


def _by_index(index: Decimal, thresholds: Thresholds) -> Light:
    if thresholds.band is None and index >= thresholds.on_course:
        return Light.ON_COURSE
    return Light.LATE if index >= thresholds.late else Light.AT_RISK


def _weigh(weights: dict[Light, Decimal], counts: dict[Light, int]) -> Light:
    judged = sum((weights[light] for light in _JUDGED), Decimal(0))
    if not any(counts[light] for light in _JUDGED if light is not Light.MISSING):
        return next(light for light in _WORST_FIRST if counts[light])
    if weights[Light.AT_RISK] >= judged * _HALF and counts[Light.AT_RISK]:
        return Light.AT_RISK
    if counts[Light.AT_RISK] or (counts[Light.LATE] and weights[Light.LATE] * 3 >= judged):
        return Light.LATE
    if counts[Light.MISSING] and weights[Light.MISSING] >= judged * _HALF:
        return Light.MISSING
    return Light.ON_COURSE


@dataclass(frozen=True, slots=True)
class _Words:
    """Writes a node's figures into sentences."""

    node: NodeFigure
    indicator: Translated
    decimals: int

    def reason(self, sentence: Translated) -> Translated:
        said = {language: sentence.in_language(language).format(**self._places(language)) for language in LANGUAGES}
        return _joined([Translated(**said), *self._absent()])

    def _places(self, language: str) -> dict[str, str]:
        step = self.node.missed_step
        return {
            "name": self.indicator.in_language(language),
            "actual": self._number(self.node.actual.value, language),
            "planned": self._number(self.node.planned_total, language),
            "expected": self._number(self.node.expected, language),
            "step": self._number(step.total if step else None, language),
            "day": format_date(step.day, language) if step else "",
            "period": format_date(self.node.last_period, language) if self.node.last_period else "",
        }

    def _number(self, value: Decimal | None, language: str) -> str:
        if value is None:
            return "–"
        if self.node.actual.denominator is not None:
            return format_percent(value, language, decimals=self.decimals)
        return format_number(value, language, decimals=self.decimals)

    def _absent(self) -> list[Translated]:
        """Tell how many projects are missing, and how many have old figures when not all have."""
        some_behind = len(self.node.behind) if self.node.behind != self.node.reported else 0
        said = []
        if self.node.missing:
            said.append(_counted(len(self.node.missing), _ONE_MISSING, _MANY_MISSING))
        if some_behind:
            said.append(_counted(some_behind, _ONE_BEHIND, _MANY_BEHIND))
        return said


def _counted(number: int, one: Translated, many: Translated) -> Translated:
    return (one if number == 1 else many).filled(n=number)


def _joined(sentences: list[Translated]) -> Translated:
    return Translated(
        **{language: " ".join(each.in_language(language) for each in sentences) for language in LANGUAGES}
    )


def _count_in_words(counts: dict[Light, int]) -> Translated:
    said = {
        language: ", ".join(
            f"{LIGHT_WORDS[light].in_language(language)} {counts[light]}" for light in _WORST_FIRST if counts[light]
        )
        for language in LANGUAGES
    }
    total = sum(counts.values())
    return Translated(
        fi=f"Toimenpiteitä {total}: {said['fi']}.",
        sv=f"Åtgärder {total}: {said['sv']}.",
        en=f"Measures {total}: {said['en']}.",
    )


_HALF = Decimal("0.5")
_WORST_FIRST = (Light.AT_RISK, Light.LATE, Light.MISSING, Light.ON_COURSE, Light.NOT_MEASURED, Light.NOT_APPLICABLE)
_JUDGED = (Light.AT_RISK, Light.LATE, Light.MISSING, Light.ON_COURSE)

LIGHT_WORDS = {
    Light.AT_RISK: Translated("vaarassa", "i riskzonen", "at risk"),
    Light.LATE: Translated("jäljessä", "släpar efter", "behind"),
    Light.MISSING: Translated("tieto puuttuu", "uppgift saknas", "figure missing"),
    Light.ON_COURSE: Translated("tavoitteessa", "enligt planen", "on course"),
    Light.NOT_MEASURED: Translated("ei vielä mitattu", "inte mätt ännu", "not yet measured"),
    Light.NOT_APPLICABLE: Translated("ei koske", "gäller inte", "not applicable"),
}

_AGAINST_EXPECTED = Translated(
    fi="{name}: {actual}, tähän mennessä odotettu {expected}.",
    sv="{name}: {actual}, väntat hittills {expected}.",
    en="{name}: {actual}, expected by now {expected}.",
)
_WITHIN_BAND = Translated(
    fi="{name}: {actual}, tähän mennessä odotettu {expected}; ero mahtuu mittarin vaihteluväliin.",
    sv="{name}: {actual}, väntat hittills {expected}; skillnaden ryms inom indikatorns variationsbredd.",
    en="{name}: {actual}, expected by now {expected}; the difference is within the indicator’s band.",
)
_REACHED = Translated(
    fi="{name}: {actual}, tavoite {planned} on saavutettu.",
    sv="{name}: {actual}, målet {planned} har nåtts.",
    en="{name}: {actual}, the target of {planned} has been reached.",
)
_TOO_EARLY = Translated(
    fi="{name}: {actual}, tavoite {planned}. Vielä on liian varhaista arvioida.",
    sv="{name}: {actual}, målet är {planned}. Det är ännu för tidigt att bedöma.",
    en="{name}: {actual}, target {planned}. It is too early to judge.",
)
_NO_TARGET = Translated(
    fi="{name}: {actual}, tavoitetta ei ole asetettu.",
    sv="{name}: {actual}, inget mål har satts.",
    en="{name}: {actual}, no target has been set.",
)
_ZERO_TARGET = Translated(
    fi="{name}: {actual}, tavoitteeksi on merkitty 0.",
    sv="{name}: {actual}, som mål står 0.",
    en="{name}: {actual}, the target is given as 0.",
)
_MISSED_STEP = Translated(
    fi="{name}: {actual}, välitavoite {step} oli määrä saavuttaa {day}.",
    sv="{name}: {actual}, delmålet {step} skulle ha nåtts {day}.",
    en="{name}: {actual}, the milestone of {step} was due on {day}.",
)
_SILENT = Translated(
    fi="{name}: {actual}, tähän mennessä odotettu {expected}. Uusimmat luvut ovat kaudelta, joka päättyi {period}.",
    sv="{name}: {actual}, väntat hittills {expected}. De nyaste talen är från perioden som slutade {period}.",
    en="{name}: {actual}, expected by now {expected}. The newest figures are of the period that ended on {period}.",
)
_GREY = {
    ValueState.MISSING: (
        Light.MISSING,
        Translated(
            fi="{name}: tiedot puuttuvat.",
            sv="{name}: uppgifter saknas.",
            en="{name}: figures are missing.",
        ),
    ),
    ValueState.NOT_MEASURED: (
        Light.NOT_MEASURED,
        Translated(
            fi="{name}: ei vielä mitattu.",
            sv="{name}: inte mätt ännu.",
            en="{name}: not yet measured.",
        ),
    ),
    ValueState.NOT_APPLICABLE: (
        Light.NOT_APPLICABLE,
        Translated(
            fi="{name}: ei koske näitä hankkeita.",
            sv="{name}: gäller inte de här projekten.",
            en="{name}: does not apply to these projects.",
        ),
    ),
}
_ONE_MISSING = Translated(
    fi="{n} hanke ei ole raportoinut.", sv="{n} projekt har inte rapporterat.", en="{n} project has not reported."
)
_MANY_MISSING = Translated(
    fi="{n} hanketta ei ole raportoinut.", sv="{n} projekt har inte rapporterat.", en="{n} projects have not reported."
)
_ONE_BEHIND = Translated(
    fi="{n} hankkeelta puuttuvat viime kauden luvut.",
    sv="För {n} projekt saknas den senaste periodens tal.",
    en="{n} project lacks the last period's figures.",
)
_MANY_BEHIND = Translated(
    fi="{n} hankkeelta puuttuvat viime kauden luvut.",
    sv="För {n} projekt saknas den senaste periodens tal.",
    en="{n} projects lack the last period's figures.",
)
_NO_INDICATORS = Translated(
    fi="Toimenpiteellä ei ole tavoitteita eikä lukuja.",
    sv="Åtgärden har varken mål eller tal.",
    en="The measure has neither targets nor figures.",
)
_NO_MEASURES = Translated(
    fi="Tavoitteella ei ole toimenpiteitä.", sv="Målet har inga åtgärder.", en="The objective has no measures."
)
