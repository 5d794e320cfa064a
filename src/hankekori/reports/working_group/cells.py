"""Cells of figures: what is not reported, not planned or not to be shown looks different from zero."""

from decimal import ROUND_HALF_UP, Decimal

from hankekori.areas.monitoring.state import IndicatorState, MeasureState
from hankekori.core.figures import ValueState
from hankekori.core.money import format_number
from hankekori.core.status import Status, measure_status
from hankekori.core.texts import LANGUAGES, Language, Translated
from hankekori.reports.document import Cell
from hankekori.reports.working_group import sentences
from hankekori.reports.working_group.small_counts import SMALLEST_SHOWN, SmallCounts, is_small

LESS_THAN_SHOWN = f"<{SMALLEST_SHOWN}"
NOTHING = Cell(state=ValueState.NOT_APPLICABLE)


def number_cell(value: Decimal | None, *, decimals: int = 0) -> Cell:
    """Give a number rounded to its decimals; what was never set or expected does not apply."""
    return NOTHING if value is None else Cell(rounded(value, decimals))


def actual_cell(line: IndicatorState, small: SmallCounts, language: Language) -> Cell:
    """Give the cumulative figure, or its state, or the mark of a count too small to show."""
    actual = line.figure.actual
    if small.hides_total(line):
        return hidden_cell(actual.total, language)
    if not actual.is_reported:
        return Cell(state=actual.state)
    return number_cell(actual.value, decimals=line.indicator.decimals)


def women_cell(line: IndicatorState, small: SmallCounts, language: Language) -> Cell:
    """Give the women's part of the cumulative figure; reported without it is missing."""
    actual = line.figure.actual
    if not line.indicator.counts_women:
        return NOTHING
    if small.hides_women(line):
        return hidden_cell(actual.women, language)
    if not actual.is_reported:
        return Cell(state=actual.state)
    if actual.women is None:
        return Cell(state=ValueState.MISSING) if actual.total else Cell(0)
    return number_cell(actual.women, decimals=line.indicator.decimals)


def women_share_cell(line: IndicatorState, small: SmallCounts) -> Cell:
    """Give the women's part in per cent where it can and may be told."""
    share = line.figure.actual.women_share
    return NOTHING if share is None or small.hides_share(line) else Cell(rounded(share, 1))


def hidden_cell(value: Decimal | None, language: Language) -> Cell:
    """Write a count that is not shown: below five, or protected for the sake of another."""
    return Cell(LESS_THAN_SHOWN if is_small(value) else sentences.WITHHELD.in_language(language))


def forecast_cell(line: IndicatorState, small: SmallCounts, language: Language) -> Cell:
    """Write the likely value with its range: 52 (44–60); a forecast rests on the actual and is hidden with it."""
    said = line.forecast
    if small.hides_total(line):
        return Cell(sentences.WITHHELD.in_language(language))
    if said is None or said.low is None or said.likely is None or said.high is None:
        return NOTHING
    low, likely, high = (
        format_number(value, language, decimals=line.indicator.decimals) for value in (said.low, said.likely, said.high)
    )
    return Cell(likely if low == high else f"{likely} ({low}–{high})")


def reason_of(measure: MeasureState, small: SmallCounts, *, at_most: int | None = None) -> Translated:
    """Give the measure's reason without small counts; at most so many of its indicators, the rest are counted."""
    decisive = [line for line in measure.indicators if line.status.light is measure.light]
    left = len(decisive) - (at_most or len(decisive))
    if left <= 0 and not any(small.hides_total(line) for line in measure.indicators):
        return measure.reason
    said = measure_status(_spoken(line, small) for line in (decisive[:at_most] or measure.indicators)).reason
    if left <= 0:
        return said
    more = sentences.MORE_INDICATORS.filled(n=left)
    return Translated(*(f"{said.in_language(each)} {more.in_language(each)}" for each in LANGUAGES))


def written(cell: Cell, decimals: int, language: Language) -> str:
    """Write a cell's number inside a sentence; empty where there is none."""
    if isinstance(cell.value, int | Decimal):
        return format_number(Decimal(cell.value), language, decimals=decimals)
    return cell.value if isinstance(cell.value, str) else ""


def rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _spoken(line: IndicatorState, small: SmallCounts) -> Status:
    if not small.hides_total(line):
        return line.status
    name = line.indicator.name
    said = {
        language: sentences.WITHHELD_REASON.in_language(language).format(name=name.in_language(language))
        for language in LANGUAGES
    }
    return Status(line.status.light, Translated(**said))
