"""Writing claims: the chain holds whatever is typed, in whatever order."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankekori.areas.claims import errors
from hankekori.areas.claims.actions import remove_claim, save_budget, save_claim
from hankekori.areas.claims.models import Claim, CostBudget
from hankekori.areas.claims.queries import claims_of
from hankekori.areas.errors import DomainError, NotInProgrammeError
from hankekori.core.claims import CostKind
from tests import builders

FIRST_END, SECOND_END = date(2010, 6, 30), date(2010, 12, 31)

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    return builders.a_project(builders.a_programme())


@pytest.fixture
def save(project):
    """Return a function that saves a claim of the project."""

    def saved(serial=None, **fields):
        return save_claim(by=None, now=builders.NOW, project=project, serial=serial, **fields)

    return saved


@pytest.fixture
def two(save):
    save(period_end=FIRST_END)
    save(period_end=SECOND_END)


def test_claims_are_numbered_in_order(project, save):
    save(period_end=FIRST_END, cost_personnel=Decimal("1200.50"))
    save(period_end=SECOND_END)

    assert [(row.serial, row.period_end, row.costs) for row in claims_of(project)] == [
        (1, FIRST_END, {CostKind.PERSONNEL: Decimal("1200.50")}),
        (2, SECOND_END, {}),
    ]


def test_only_what_is_given_changes(save):
    save(period_end=FIRST_END, cost_travel=Decimal(10), income=Decimal(1))

    assert save(1, income=Decimal(2)).cost_travel == 10


def test_what_was_changed_is_kept_under_the_action(save):
    claim = save(period_end=FIRST_END)
    save(1, cost_travel=Decimal(10))

    events = apps.get_model("claims", "ClaimEvent").objects.filter(pgh_obj_id=claim.pk).order_by("pgh_id")
    assert [(event.cost_travel, event.pgh_context.metadata["action"]) for event in events] == [
        (None, "claims.save_claim"),
        (10, "claims.save_claim"),
    ]


@pytest.mark.parametrize(
    ("serial", "fields", "error"),
    [
        (None, {"period_end": SECOND_END}, errors.EndBeforeStartError),
        (2, {"period_end": FIRST_END}, errors.EndBeforeStartError),
        (1, {"period_end": SECOND_END}, errors.EndPastNextError),
        (2, {"decided_on": date(2011, 5, 1)}, errors.PreviousUndecidedError),
        (1, {"sent_on": date(2010, 9, 2), "decided_on": date(2010, 9, 1)}, errors.DecidedBeforeSentError),
        (1, {"approved": Decimal(1)}, errors.ApprovedWithoutDecisionError),
        (1, {"is_last": True}, errors.LastWithNextError),
        (2, {"of_total": 1}, errors.SerialPastTotalError),
        (2, {"income": Decimal(-1)}, errors.NegativeSumError),
        (3, {"income": Decimal(1)}, NotInProgrammeError),
    ],
)
@pytest.mark.usefixtures("two")
def test_what_would_break_the_chain_is_refused(project, save, serial, fields, error):
    before = list(claims_of(project).values())
    with pytest.raises(error):
        save(serial, **fields)

    assert list(claims_of(project).values()) == before


def test_a_corrected_end_moves_the_next_start_until_the_next_is_decided(save, two):
    save(1, period_end=date(2010, 7, 31), decided_on=date(2010, 9, 1))
    save(2, decided_on=date(2011, 3, 1))

    with pytest.raises(errors.NextDecidedError) as refused:
        save(1, period_end=FIRST_END)
    assert refused.value.field == "period_end"
    with pytest.raises(errors.NextDecidedError) as refused:
        save(1, decided_on=None)
    assert refused.value.field == "decided_on"
    assert save(1, cost_travel=Decimal(5)).cost_travel == 5


def test_the_last_claim_ends_the_chain(save, two):
    save(2, is_last=True)

    with pytest.raises(errors.ChainEndedError):
        save(period_end=date(2011, 6, 30))


def test_a_project_without_a_start_has_no_claims():
    project = builders.a_project(builders.a_programme(), start=None)

    with pytest.raises(errors.ProjectStartMissingError):
        save_claim(by=None, now=builders.NOW, project=project, period_end=FIRST_END)


def test_only_the_newest_undecided_claim_is_removed(project, save, two):
    def remove(serial):
        remove_claim(by=None, now=builders.NOW, project=project, serial=serial)

    with pytest.raises(errors.NotRemovableError):
        remove(1)
    remove(2)
    save(1, decided_on=SECOND_END)
    with pytest.raises(errors.NotRemovableError):
        remove(1)
    assert claims_of(project).count() == 1


def test_a_budget_is_set_changed_and_cleared(project):
    def budget(**costs):
        save_budget(
            by=None,
            now=builders.NOW,
            project=project,
            costs={CostKind(kind): Decimal(each) for kind, each in costs.items()},
        )
        return [row.costs for row in CostBudget.objects.filter(project=project)]

    assert budget(personnel=100, travel=5) == [{CostKind.PERSONNEL: 100, CostKind.TRAVEL: 5}]
    assert budget(personnel=120) == [{CostKind.PERSONNEL: 120}]
    with pytest.raises(errors.NegativeSumError):
        budget(travel=-1)
    assert budget() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"serial": 0},
        {"serial": 3, "of_total": 2},
        {"sent_on": SECOND_END, "decided_on": FIRST_END},
        {"approved": Decimal(1)},
        {"decided_on": SECOND_END, "approved": Decimal(-1)},
        {"income": Decimal(-1)},
    ],
)
def test_database_refuses(project, fields):
    values = {"programme": project.programme, "project": project, "serial": 1, "period_end": FIRST_END}
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(**values | fields)


steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "end", "decide", "undecide", "last", "remove"]), st.integers(1, 4), st.integers(0, 900)
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_whatever_is_done_the_chain_is_whole_and_decided_in_order(project, steps):
    Claim.objects.filter(project=project).delete()
    for what, serial, days in steps:
        day = project.start + timedelta(days=days)
        fields = {
            "add": {"period_end": day},
            "end": {"period_end": day},
            "decide": {"decided_on": day},
            "undecide": {"decided_on": None},
            "last": {"is_last": bool(days % 2)},
        }
        try:
            if what == "remove":
                remove_claim(by=None, now=builders.NOW, project=project, serial=serial)
            else:
                which = None if what == "add" else serial
                save_claim(by=None, now=builders.NOW, project=project, serial=which, **fields[what])
        except DomainError:
            continue

    rows = list(claims_of(project))
    periods = [row.period_end for row in rows]
    decided = [row.decided_on is not None for row in rows]
    assert [row.serial for row in rows] == list(range(1, len(rows) + 1))
    assert all(before < after for before, after in pairwise(periods))
    assert decided == sorted(decided, reverse=True)
    assert not any(row.is_last for row in rows[:-1])
