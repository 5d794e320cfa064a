from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from hankekori.areas.errors import NotInProgrammeError, WrongOrderError
from hankekori.areas.monitoring.actions import correct_entry, record_entries
from hankekori.areas.monitoring.entries import NewEntry
from hankekori.areas.monitoring.errors import EntriesRefusedError, NothingToCorrectError, ReasonMissingError
from hankekori.areas.monitoring.ledger_queries import entries_of
from hankekori.areas.monitoring.models import LedgerEntry, StoredRollUp
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.roll_ups import differences, rebuild
from hankekori.core.figures import ValueState
from tests.builders import (
    AS_OF,
    NOW,
    a_cast,
    a_ledger_entry,
    a_measure,
    a_programme,
    a_project,
    an_indicator,
)

pytestmark = pytest.mark.django_db
PERIOD = {"period_start": date(2011, 7, 1), "period_end": date(2011, 12, 31)}
EARLIER = {"period_start": date(2011, 1, 1), "period_end": date(2011, 6, 30)}


@pytest.fixture
def programme():
    return a_programme()


@pytest.fixture
def indicator(programme):
    return an_indicator(programme)


@pytest.fixture
def project(programme):
    return a_project(programme, a_measure(programme))


def record(project, *entries, by=None, now=NOW):
    return record_entries(by=by, now=now, programme=project.programme, entries=entries)


def line(project, indicator, total=10, **fields):
    total = None if total is None else Decimal(total)
    return NewEntry(project.pk, indicator.pk, **PERIOD | {"total": total, "women": Decimal(0)} | fields)


def test_an_entry_is_in_the_ledger_and_in_the_stored_roll_up(programme, project, indicator):
    officer = a_cast(programme).officer
    (entry,) = record(project, line(project, indicator, 10, women=Decimal(4)), by=officer)

    assert (entry.recorded_at, entry.recorded_by) == (NOW, officer)
    assert programme_state(programme, as_of=AS_OF).totals[0].figure.actual.total == 10
    stored = StoredRollUp.objects.filter(programme=programme).values_list("period_end", "state", "total", "women")
    assert list(stored) == [(date(2011, 12, 31), "reported", 10, 4)] * 3  # measure, objective, programme


def test_one_wrong_entry_refuses_all_with_every_remark(project, indicator):
    with pytest.raises(EntriesRefusedError) as refusal:
        record(
            project,
            line(project, indicator),
            line(project, indicator, -1, women=None),
            line(project, indicator, women=Decimal(99)),
        )
    assert [(each.position, each.remark.code) for each in refusal.value.remarks] == [
        (1, "negative"),
        (2, "women-above-total"),
    ]
    assert "negatiivinen" in refusal.value.message.fi
    assert not LedgerEntry.objects.exists()
    assert not StoredRollUp.objects.exists()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"total": None, "women": None}, "number-missing"),
        ({"state": ValueState.NOT_MEASURED}, "number-missing"),
        ({"total": Decimal("1.5")}, "decimals"),
        ({"denominator": Decimal(3)}, "denominator-unused"),
        ({"women": Decimal(6), "non_binary": Decimal(5)}, "parts-above-total"),
    ],
)
def test_a_value_the_indicator_cannot_have_is_refused(project, indicator, fields, code):
    with pytest.raises(EntriesRefusedError) as refusal:
        record(project, line(project, indicator, **{"total": Decimal(10)} | fields))
    assert [each.remark.code for each in refusal.value.remarks] == [code]


def test_an_end_before_its_start_is_refused(project, indicator):
    with pytest.raises(WrongOrderError):
        record(project, line(project, indicator, period_end=date(2011, 1, 1)))


def test_projects_and_indicators_of_another_programme_are_refused(project, indicator):
    other = a_programme()
    with pytest.raises(NotInProgrammeError):
        record(project, line(project, an_indicator(other)))
    with pytest.raises(NotInProgrammeError):
        record(project, line(a_project(other), indicator))


def test_a_correction_records_the_difference_with_its_reason(project, indicator):
    (entry,) = record(project, line(project, indicator, 10, women=Decimal(4)))
    reason = {"reason": "counted_twice", "explanation": "Kaksi henkilöä oli luettelossa kahdesti."}

    def correct(total, women=None):
        women = None if women is None else Decimal(women)
        return correct_entry(by=None, now=NOW, entry=entry, total=Decimal(total), women=women, **reason)

    first, second = correct(8, 3), correct(9)

    assert [(each.total, each.women, each.source) for each in (first, second)] == [
        (-2, -1, "correction"),
        (1, None, "correction"),
    ]
    assert (first.corrects, first.reason, first.explanation) == (entry, reason["reason"], reason["explanation"])
    assert [each.total for each in entries_of(project)] == [10, -2, 1]
    assert differences(project.programme) == ()
    with pytest.raises(NothingToCorrectError):
        correct(9, 3)


def test_a_correction_below_zero_is_refused(project, indicator):
    (entry,) = record(project, line(project, indicator, 10))
    with pytest.raises(EntriesRefusedError) as refusal:
        correct_entry(by=None, now=NOW, entry=entry, total=Decimal(-1), reason="typing", explanation="Virhe.")
    assert refusal.value.remarks[0].remark.code == "negative"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"total": 5}, "parts-above-total"),
        ({"total": 3}, "women-above-total"),
        ({"total": 9, "women": 8}, "parts-above-total"),
    ],
)
def test_a_correction_leaves_no_period_with_more_parts_than_people(project, indicator, wanted, code):
    record(project, line(project, indicator, 40, **EARLIER))
    (entry,) = record(project, line(project, indicator, 10, women=Decimal(4), non_binary=Decimal(2)))
    numbers = {name: Decimal(value) for name, value in wanted.items()}
    with pytest.raises(EntriesRefusedError) as refusal:
        correct_entry(by=None, now=NOW, entry=entry, reason="typing", explanation="Virhe.", **numbers)
    assert refusal.value.remarks[0].remark.code == code


def test_a_share_is_corrected_with_its_denominator_or_without(project):
    share = an_indicator(project.programme, combination="share", counts_women=False)
    (entry,) = record(project, line(project, share, 3, women=None, denominator=Decimal(10)))

    def correct(total, denominator=None):
        return correct_entry(
            by=None, now=NOW, entry=entry, reason="typing", explanation="Virhe.", total=Decimal(total),
            denominator=denominator,
        )  # fmt: skip

    assert (correct(4).total, correct(4, Decimal(8)).denominator) == (1, -2)
    assert differences(project.programme) == ()
    with pytest.raises(EntriesRefusedError) as refusal:
        correct(4, Decimal(0))
    assert refusal.value.remarks[0].remark.code == "denominator-missing"


@pytest.mark.parametrize("missing", [{"reason": "", "explanation": "Virhe."}, {"reason": "typing", "explanation": " "}])
def test_a_correction_without_reason_or_sentence_is_refused(project, indicator, missing):
    (entry,) = record(project, line(project, indicator))
    with pytest.raises(ReasonMissingError):
        correct_entry(by=None, now=NOW, entry=entry, total=Decimal(1), **missing)


def test_the_ledger_refuses_changes_and_deletions(project, indicator):
    entry = a_ledger_entry(project, indicator)
    entries = LedgerEntry.objects.filter(pk=entry.pk)
    for change in (lambda: entries.update(total=1), entry.delete, lambda: entries._raw_delete("default")):
        with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
            change()
    assert entries.get().total == 10


@pytest.mark.parametrize(
    "fields",
    [
        {"total": None, "state": "reported"},
        {"total": 1, "state": "not_measured"},
        {"total": None, "state": "not_applicable", "women": 1},
        {"period_start": date(2012, 1, 1)},
        {"source": "correction"},
    ],
)
def test_the_database_refuses_entries_that_cannot_be(project, indicator, fields):
    with pytest.raises(IntegrityError):
        a_ledger_entry(project, indicator, **fields)


@pytest.mark.parametrize("projects", [1, 3, 50])
def test_one_figure_takes_ten_statements_whatever_the_number_of_projects(programme, indicator, projects):
    measure = a_measure(programme)
    made = [a_project(programme, measure) for _ in range(projects)]
    for each in made:
        a_ledger_entry(each, indicator, period_end=date(2012, 6, 30))
    rebuild(programme)
    with CaptureQueriesContext(connection) as statements:
        record(made[0], line(made[0], indicator))
    assert len(statements) == 10, [each["sql"][:90] for each in statements]
    assert differences(programme) == ()


@pytest.mark.parametrize("projects", [1, 3, 50])
def test_one_level_takes_fourteen_statements_whatever_the_number_of_projects(programme, projects):
    indicator, measure = an_indicator(programme, combination="latest"), a_measure(programme)
    made = [a_project(programme, measure) for _ in range(projects)]
    record(made[0], *[line(each, indicator) for each in made], now=NOW - timedelta(days=1))
    with CaptureQueriesContext(connection) as statements:
        record(made[0], line(made[0], indicator))
    assert len(statements) == 14, [each["sql"][:90] for each in statements]
