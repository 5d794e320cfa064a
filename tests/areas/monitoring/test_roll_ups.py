from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankekori.areas.monitoring.actions import (
    adopt_plan_version,
    correct_entry,
    rebuild_roll_ups,
    record_entries,
    set_measure_shares,
)
from hankekori.areas.monitoring.entries import NewEntry
from hankekori.areas.monitoring.errors import EntriesRefusedError, NothingToCorrectError
from hankekori.areas.monitoring.models import LedgerEntry, StoredRollUp
from hankekori.areas.monitoring.roll_ups import differences, fresh_roll_ups, stored_roll_ups
from hankekori.core.figures import ValueState, reported
from hankekori.core.rollup import PROGRAMME
from tests.builders import (
    NOW,
    a_ledger_entry,
    a_measure,
    a_plan,
    a_programme,
    a_project,
    an_indicator,
    an_objective,
)

PERIODS = [
    (date(2010, 1, 1), date(2010, 6, 30)),
    (date(2010, 7, 1), date(2010, 12, 31)),
    (date(2011, 1, 1), date(2011, 6, 30)),
]
SHARES = [
    {0: Decimal(1)},
    {0: Decimal("0.333333"), 1: Decimal("0.666667")},
    {1: Decimal("0.5"), 2: Decimal("0.25"), 0: Decimal("0.25")},
    {},
]

numbers = st.tuples(st.integers(0, 30), st.none() | st.integers(0, 30))
steps = st.one_of(
    st.tuples(st.just("report"), st.integers(0, 2), st.integers(0, 2), st.sampled_from(PERIODS), numbers),
    st.tuples(
        st.just("state"),
        st.integers(0, 2),
        st.integers(0, 2),
        st.sampled_from(PERIODS),
        st.sampled_from([ValueState.NOT_MEASURED, ValueState.NOT_APPLICABLE]),
    ),
    st.tuples(st.just("correct"), st.integers(0, 20), numbers),
    st.tuples(st.just("share"), st.integers(0, 2), st.sampled_from(SHARES)),
)


class World:
    """A small programme on which a sequence of steps is taken."""

    def __init__(self):
        self.programme = a_programme()
        first, second = an_objective(self.programme), an_objective(self.programme)
        self.measures = [a_measure(self.programme, each) for each in (first, first, second)]
        self.projects = [a_project(self.programme, self.measures[0]) for _ in range(3)]
        ways = ("sum", "latest", "share")
        self.indicators = [an_indicator(self.programme, combination=way) for way in ways]
        self.now = NOW

    def take(self, step):
        self.now += timedelta(minutes=1)
        kind, *values = step
        with suppress(EntriesRefusedError, NothingToCorrectError):  # refused steps leave everything as it was
            getattr(self, kind)(*values)

    def report(self, project, indicator, period, pair):
        total, women = pair
        denominator = Decimal(40) if indicator == 2 else None
        self._record(project, indicator, period, total=Decimal(total), women=_number(women), denominator=denominator)

    def state(self, project, indicator, period, state):
        self._record(project, indicator, period, state=state)

    def correct(self, position, pair):
        entries = list(LedgerEntry.objects.filter(programme=self.programme, total__isnull=False).order_by("pk"))
        if entries:
            entry = entries[position % len(entries)]
            total, women = Decimal(pair[0]), _number(pair[1])
            reason = {"reason": "typing", "explanation": "Korjaus."}
            correct_entry(by=None, now=self.now, entry=entry, total=total, women=women, **reason)

    def share(self, project, shares):
        chosen = {self.measures[place]: share for place, share in shares.items()}
        set_measure_shares(by=None, now=self.now, project=self.projects[project], shares=chosen)

    def _record(self, project, indicator, period, **values):
        entry = NewEntry(self.projects[project].pk, self.indicators[indicator].pk, *period, **values)
        record_entries(by=None, now=self.now, programme=self.programme, entries=[entry])


def _number(value):
    return None if value is None else Decimal(value)


@pytest.mark.django_db
@given(taken=st.lists(steps, max_size=14))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_stored_equals_fresh_after_any_steps(taken):
    world = World()
    for step in taken:
        world.take(step)
    assert differences(world.programme) == ()


@pytest.mark.django_db
def test_a_share_change_moves_the_figures():
    world = World()
    world.report(0, 0, PERIODS[0], (30, 12))
    world.share(0, SHARES[1])
    stored = stored_roll_ups(world.programme)
    actuals = {key[0].id: figure.total for key, figure in stored.items() if key[0].kind == "measure"}
    assert actuals == {world.measures[0].pk: Decimal("9.99999"), world.measures[1].pk: Decimal("20.00001")}
    assert stored[PROGRAMME, world.indicators[0].pk, PERIODS[0][1]] == reported(Decimal(30), Decimal(12))


@pytest.mark.django_db
def test_differences_name_what_was_tampered_with_and_a_rebuild_mends_it():
    world = World()
    world.report(0, 0, PERIODS[0], (30, 12))
    StoredRollUp.objects.filter(programme=world.programme, measure=None, objective=None).update(total=31)

    (found,) = differences(world.programme)
    assert (found.node, found.stored.total, found.fresh.total) == (PROGRAMME, 31, 30)

    rebuild_roll_ups(by=None, now=NOW, programme=world.programme)
    assert differences(world.programme) == ()


@pytest.mark.django_db
def test_many_entries_at_once_equal_a_fresh_computation():
    world = World()
    entries = [
        NewEntry(project.pk, world.indicators[0].pk, *period, total=Decimal(2), women=Decimal(1))
        for project in world.projects
        for period in PERIODS
        for _ in range(25)
    ]
    record_entries(by=None, now=NOW, programme=world.programme, entries=entries)
    assert len(fresh_roll_ups(world.programme)) == 9
    assert differences(world.programme) == ()


@pytest.mark.django_db
def test_adopting_a_plan_version_computes_the_roll_up_for_it():
    world = World()
    world.report(0, 0, PERIODS[0], (30, 12))
    version = a_plan(world.programme, number=2, adopted_on=None)
    a_measure(world.programme, an_objective(world.programme, version))

    adopt_plan_version(by=None, now=NOW, version=version, adopted_on=date(2012, 1, 1))

    assert stored_roll_ups(world.programme) == {}
    assert differences(world.programme) == ()


@pytest.mark.django_db
def test_the_ledger_of_another_programme_is_not_touched():
    world, other = World(), World()
    world.report(0, 0, PERIODS[0], (30, 12))
    a_ledger_entry(other.projects[0], other.indicators[0])
    assert StoredRollUp.objects.filter(programme=other.programme).count() == 0
    assert len(differences(other.programme)) == 3
