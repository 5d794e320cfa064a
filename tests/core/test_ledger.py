from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, ValueState, reported
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.ledger import Entry, ProjectFigure, check_increment, cumulate, cumulate_all

SPRING, AUTUMN, LATER = date(2010, 6, 30), date(2010, 12, 31), date(2011, 6, 30)
END = date(2014, 12, 31)


def entry(period_end, total=None, women=None, denominator=None, *, state=None, recorded="2010-07-15", indicator=1):
    def number(value):
        return None if value is None else Decimal(value)

    state = state or ValueState.REPORTED
    moment = datetime.fromisoformat(recorded).replace(tzinfo=UTC)
    return Entry(7, indicator, period_end, state, number(total), number(women), number(denominator), moment)


def test_sum_adds_all_periods_and_signed_corrections():
    entries = [entry(SPRING, 10, 4), entry(AUTUMN, 5, 1), entry(SPRING, -3, -1)]
    assert cumulate(entries, Combination.SUM, as_of=END) == ProjectFigure(
        7, 1, reported(Decimal(12), Decimal(4)), AUTUMN
    )


def test_latest_takes_the_last_period_with_its_corrections():
    entries = [entry(SPRING, 10, 4), entry(AUTUMN, 6, 2), entry(AUTUMN, -1, 0)]
    assert cumulate(entries, Combination.LATEST, as_of=END).figure == reported(Decimal(5), Decimal(2))


def test_share_keeps_its_denominator():
    entries = [entry(SPRING, 1, None, 4), entry(AUTUMN, 3, None, 4)]
    assert cumulate(entries, Combination.SHARE, as_of=END).figure.value == Decimal(75)


def test_as_of_leaves_later_periods_out():
    entries = [entry(SPRING, 10), entry(AUTUMN, 5)]
    assert cumulate(entries, Combination.SUM, as_of=SPRING).figure == reported(Decimal(10))
    assert cumulate(entries, Combination.SUM, as_of=date(2010, 1, 1)).figure == MISSING


def test_known_on_leaves_later_recordings_out():
    entries = [entry(SPRING, 10, recorded="2010-07-15T12:00"), entry(SPRING, -4, recorded="2010-09-01T12:00")]
    assert cumulate(entries, Combination.SUM, as_of=END, known_on=date(2010, 8, 31)).figure == reported(Decimal(10))
    assert cumulate(entries, Combination.SUM, as_of=END, known_on=date(2010, 9, 1)).figure == reported(Decimal(6))
    noon = datetime(2010, 9, 1, 12, tzinfo=UTC)
    assert cumulate(entries, Combination.SUM, as_of=END, known_on=noon).figure == reported(Decimal(6))
    early = datetime(2010, 9, 1, 11, 59, tzinfo=UTC)
    assert cumulate(entries, Combination.SUM, as_of=END, known_on=early).figure == reported(Decimal(10))


def test_a_later_statement_does_not_erase_numbers():
    entries = [entry(SPRING, 10), entry(AUTUMN, state=ValueState.NOT_MEASURED)]
    for combination in Combination:
        figure = cumulate(entries, combination, as_of=END)
        assert (figure.figure.total, figure.last_period) == (Decimal(10), SPRING)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([ValueState.NOT_APPLICABLE], NOT_APPLICABLE),
        ([ValueState.NOT_MEASURED], NOT_MEASURED),
        ([ValueState.NOT_APPLICABLE, ValueState.NOT_MEASURED], NOT_MEASURED),
        ([ValueState.MISSING], MISSING),
    ],
)
def test_statements_without_numbers(states, expected):
    entries = [entry(SPRING, state=state) for state in states]
    assert cumulate(entries, Combination.SUM, as_of=END) == ProjectFigure(7, 1, expected, None)


def test_zero_reported_is_not_missing():
    assert cumulate([entry(SPRING, 0, 0)], Combination.SUM, as_of=END).figure == reported(Decimal(0), Decimal(0))


def test_women_stay_unknown_when_no_entry_tells_them():
    assert cumulate([entry(SPRING, 3)], Combination.SUM, as_of=END).figure.women is None


def test_entries_of_two_indicators_are_refused():
    with pytest.raises(ValueError, match="exactly one"):
        cumulate([entry(SPRING, 1), entry(SPRING, 1, indicator=2)], Combination.SUM, as_of=END)
    with pytest.raises(ValueError, match="exactly one"):
        cumulate([], Combination.SUM, as_of=END)


def test_a_reduction_below_zero_is_remarked():
    remarks = check_increment([entry(SPRING, 10)], entry(AUTUMN, -11), Combination.SUM)
    assert [(remark.code, remark.field) for remark in remarks] == [("cumulative-negative", "total")]
    assert remarks[0].message.fi == (
        "Kertymä olisi 31.12.2010 negatiivinen: −1. Vähennä enintään se, mitä on raportoitu."
    )


def test_a_reduction_that_fits_today_but_not_then_is_remarked():
    existing = [entry(SPRING, 2), entry(AUTUMN, 10)]
    assert check_increment(existing, entry(SPRING, -5), Combination.SUM)[0].code == "cumulative-negative"
    assert check_increment(existing, entry(AUTUMN, -5), Combination.SUM) == ()


def test_women_above_total_is_remarked():
    remarks = check_increment([entry(SPRING, 10, 9)], entry(SPRING, -2, 0), Combination.SUM)
    assert [remark.code for remark in remarks] == ["women-above-total"]


def test_latest_is_checked_within_its_period():
    assert check_increment([entry(SPRING, 10)], entry(AUTUMN, -1), Combination.LATEST)[0].field == "total"
    assert check_increment([entry(AUTUMN, 10)], entry(AUTUMN, -1), Combination.LATEST) == ()


def test_a_statement_is_never_remarked():
    assert check_increment([entry(SPRING, 1)], entry(AUTUMN, state=ValueState.NOT_MEASURED), Combination.SUM) == ()


increments = st.lists(
    st.builds(
        lambda periods, total, women, recorded: Entry(
            7,
            1,
            SPRING + timedelta(days=182 * periods),
            ValueState.REPORTED,
            Decimal(total),
            women and Decimal(women),
            None,
            datetime(2010, 1, 1, tzinfo=UTC) + timedelta(days=recorded),
        ),
        st.integers(0, 6),
        st.integers(-50, 50),
        st.none() | st.integers(-50, 50),
        st.integers(0, 900),
    ),
    min_size=1,
    max_size=12,
)


@given(increments, st.sampled_from(Combination), st.randoms())
def test_the_order_of_entries_does_not_matter(entries, combination, order):
    shuffled = order.sample(entries, len(entries))
    assert cumulate(entries, combination, as_of=END) == cumulate(shuffled, combination, as_of=END)


@given(increments, st.sampled_from(Combination))
def test_cumulate_all_agrees_with_cumulate(entries, combination):
    rules = {1: IndicatorRule(1, combination, 0, counts_women=True)}
    assert cumulate_all(entries, rules, as_of=END) == (cumulate(entries, combination, as_of=END),)


@given(increments)
def test_a_sum_as_of_the_end_is_the_sum_of_the_periods(entries):
    by_period = [
        cumulate([each for each in entries if each.period_end == period], Combination.SUM, as_of=END)
        for period in {each.period_end for each in entries}
    ]
    total = cumulate(entries, Combination.SUM, as_of=END).figure.total
    assert total == sum(each.figure.total for each in by_period)


@given(increments)
def test_an_increment_without_remarks_keeps_every_cumulative_value_sound(candidates):
    ledger = []
    for candidate in candidates:
        if not check_increment(ledger, candidate, Combination.SUM):
            ledger.append(candidate)
    for period in {each.period_end for each in ledger}:
        figure = cumulate(ledger, Combination.SUM, as_of=period).figure
        assert figure.total >= 0
        assert figure.women is None or 0 <= figure.women <= figure.total
