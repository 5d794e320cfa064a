"""What a project's report must say before it can be sent, and what deserves a second look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hankekori.core.figures import Figure, ValueState, reported
from hankekori.core.indicators import (
    Combination,
    IndicatorRule,
    Remark,
    Severity,
    check_parts,
    check_value,
)
from hankekori.core.money import format_number
from hankekori.core.targets import time_share
from hankekori.core.texts import LANGUAGES, Translated

USUAL_BAND = 25  # percent of what is planned; our rule: a report further from the plan says why


@dataclass(frozen=True, slots=True)
class Promise:
    """What a project itself plans to reach in an indicator, evenly from its start to its end."""

    total: Decimal
    start: date
    end: date

    def expected_by(self, day: date, combination: Combination) -> Decimal:
        """Give the cumulative total expected by the day; the level of a share, in percent, from the start."""
        if combination is Combination.SHARE:
            return self.total
        return self.total * time_share(self.start, self.end, day)


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """A remark and what it is about, in words."""

    place: Translated
    remark: Remark

    @property
    def sentence(self) -> Translated:
        said = {
            language: f"{self.place.in_language(language)}: {self.remark.message.in_language(language)}"
            for language in LANGUAGES
        }
        return Translated(**said)


def check_numbers(
    rule: IndicatorRule, figure: Figure, non_binary: Decimal | None, *, is_first: bool
) -> tuple[Remark, ...]:
    """Check one figure of a report as written: a report holds increments, never reductions.

    Source: monitoring form of 2007-2013, whose first form can never be a correction (domain reference 1.4).
    """
    remarks = [*check_value(rule, figure), *_check_non_binary(rule, figure, non_binary)]
    if not is_first:
        return tuple(remarks)
    return tuple(
        Remark(remark.code, remark.field, _FIRST_NOT_CORRECTION) if remark.code == "negative" else remark
        for remark in remarks
    )


def check_used_number(used: Decimal | None) -> tuple[Remark, ...]:
    """Check money as written, in euros: cents at most, never negative."""
    if used is None:
        return ()
    return tuple(
        Remark(each.code, "used", _USED_NEGATIVE if each.code == "negative" else each.message)
        for each in check_value(_MONEY, reported(used))
    )


def check_said(figure: Figure) -> tuple[Remark, ...]:
    """Ask for a figure where nothing is said: zero, not measured and not applicable are answers too."""
    return (Remark("figure-missing", "total", _FIGURE_MISSING),) if figure.state is ValueState.MISSING else ()


def check_against_plan(
    figure: Figure,
    cumulative: Figure,
    promise: Promise | None,
    *,
    combination: Combination,
    day: date,
    deviation: str,
    band: int,
) -> tuple[Remark, ...]:
    """Ask why a figure is further from the plan than the band, unless the report says so; the band is in percent.

    figure: of the period, cumulative: by the day, its end. Source: domain model, Monitoring, deviations with reasons.
    """
    if promise is None or not promise.total or deviation.strip() or figure.state is ValueState.MISSING:
        return ()
    actual = cumulative.value
    if not figure.is_reported or actual is None:
        unmeasured = figure.state is ValueState.NOT_APPLICABLE
        return (Remark("planned-not-applicable", "deviation", _PLANNED, Severity.FINDING),) if unmeasured else ()
    expected = promise.expected_by(day, combination)
    if abs(actual - expected) * 100 <= band * promise.total:
        return ()
    return (Remark("off-plan", "deviation", _off_plan(actual, expected, band), Severity.FINDING),)


def check_written(text: str) -> tuple[Remark, ...]:
    """Ask for a part of the narrative that has to be there."""
    return () if text.strip() else (Remark("text-missing", "written", _TEXT_MISSING),)


def check_used(used: Decimal | None) -> tuple[Remark, ...]:
    """Note that the use of money of a source is not said."""
    return () if used is not None else (Remark("funding-missing", "used", _FUNDING_MISSING, Severity.FINDING),)


def check_evidence(figures: Iterable[Figure], *, has_evidence: bool) -> tuple[Remark, ...]:
    """Note that results are reported without anything that shows them."""
    if has_evidence or not any(figure.total for figure in figures):
        return ()
    return (Remark("evidence-missing", "evidence", _EVIDENCE_MISSING, Severity.FINDING),)


def check_publicity(text: str, *, has_file: bool) -> tuple[Remark, ...]:
    """Note that nothing tells how the Union's support was made visible."""
    if has_file or text.strip():
        return ()
    return (Remark("publicity-missing", "publicity", _PUBLICITY_MISSING, Severity.FINDING),)


def _check_non_binary(rule: IndicatorRule, figure: Figure, non_binary: Decimal | None) -> list[Remark]:
    if non_binary is None:
        return []
    as_count = IndicatorRule(rule.id, Combination.SUM, rule.decimals, counts_women=False)
    remarks = [Remark(each.code, "non_binary", each.message) for each in check_value(as_count, reported(non_binary))]
    if not rule.counts_women:
        remarks.append(Remark("gender-not-counted", "non_binary", _GENDER_NOT_COUNTED))
    return remarks or [*check_parts(figure.total, figure.women, non_binary)]


def _off_plan(actual: Decimal, expected: Decimal, band: int) -> Translated:
    said = {
        language: _OFF_PLAN.in_language(language).format(
            actual=format_number(actual, language, decimals=_decimals(actual)),
            expected=format_number(expected, language),
            band=band,
        )
        for language in LANGUAGES
    }
    return Translated(**said)


def _decimals(value: Decimal) -> int:
    return 0 if value == value.to_integral_value() else 1


_MONEY = IndicatorRule(0, Combination.SUM, decimals=2, counts_women=False)
_USED_NEGATIVE = Translated(
    fi="Käytetty rahoitus ei voi olla negatiivinen.",
    sv="Den använda finansieringen kan inte vara negativ.",
    en="The money used cannot be negative.",
)
_FIRST_NOT_CORRECTION = Translated(
    fi="Hankkeen ensimmäinen raportti ei voi olla oikaisu, joten luku ei voi olla negatiivinen.",
    sv="Projektets första rapport kan inte vara en rättelse, så talet kan inte vara negativt.",
    en="A project's first report cannot be a correction, so the number cannot be negative.",
)
_FIGURE_MISSING = Translated(
    fi="Luku puuttuu. Kirjoita luku, myös nolla, tai valitse, miksi lukua ei ole.",
    sv="Talet saknas. Skriv ett tal, även noll, eller välj varför det inte finns något.",
    en="The figure is missing. Write a number, zero too, or choose why there is none.",
)
_GENDER_NOT_COUNTED = Translated(
    fi="Tässä mittarissa sukupuolta ei eritellä.",
    sv="I den här indikatorn redovisas kön inte separat.",
    en="This indicator does not count genders separately.",
)
_PLANNED = Translated(
    fi="Hankkeen suunnitelmassa on tälle mittarille luku. Kerro, miksi mittari ei enää koske hanketta.",
    sv="I projektets plan finns ett tal för indikatorn. Berätta varför den inte längre gäller projektet.",
    en="The project's plan has a number for this indicator. Say why it no longer applies.",
)
_OFF_PLAN = Translated(
    fi="Kertymä {actual} poikkeaa suunnitellusta {expected} enemmän kuin {band} % tavoitteesta. Kirjoita syy.",
    sv="Det ackumulerade {actual} avviker från det planerade {expected} mer än {band} % av målet. Skriv orsaken.",
    en="The running total {actual} differs from the planned {expected} by more than {band}% of the target. Say why.",
)
_TEXT_MISSING = Translated(
    fi="Teksti puuttuu. Kirjoita ainakin lause.",
    sv="Texten saknas. Skriv åtminstone en mening.",
    en="The text is missing. Write a sentence at least.",
)
_FUNDING_MISSING = Translated(
    fi="Käytetty rahoitus puuttuu. Kirjoita euromäärä, myös nolla.",
    sv="Den använda finansieringen saknas. Skriv beloppet, även noll.",
    en="The money used is missing. Write the amount, zero too.",
)
_EVIDENCE_MISSING = Translated(
    fi="Tuloksista ei ole liitetty yhtään näyttöä.",
    sv="Inget underlag för resultaten har bifogats.",
    en="No evidence of the results is attached.",
)
_PUBLICITY_MISSING = Translated(
    fi="Raportti ei kerro, miten EU:n tuki tuotiin näkyviin.",
    sv="Rapporten berättar inte hur EU:s stöd synliggjordes.",
    en="The report does not tell how the Union's support was made visible.",
)
