"""The demo's claims are invented, hold together and leave something to find."""

from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from hankekori.areas.claims.models import Claim, CostBudget
from hankekori.areas.claims.queries import claim_gaps
from hankekori.areas.monitoring.queries import programme_state
from hankekori.demo.data_files import read_table
from hankekori.demo.load import load_demo


def test_an_ended_chain_adds_up_to_the_public_realised_sum():
    projects = {row["code"]: row for row in read_table("projects.csv")}
    sums, ended = defaultdict(Decimal), set()
    for row in read_table("claims.csv"):
        sums[row["project"]] += Decimal(row["eu_state"])
        if row["is_last"]:
            ended.add(row["project"])

    assert len(ended) >= 4
    assert {code: sums[code] for code in ended} == {
        code: Decimal(projects[code]["realised_eu_state"]) for code in ended
    }


@pytest.mark.django_db
def test_demo_has_claims_budgets_and_findings():
    programme = load_demo(now=timezone.now())

    assert Claim.objects.filter(programme=programme).count() == len(read_table("claims.csv"))
    assert CostBudget.objects.filter(programme=programme).count() == len(read_table("cost_budgets.csv"))
    gaps = claim_gaps(programme_state(programme, as_of=date(2012, 4, 30)))
    assert Counter(gap.code for gap in gaps).keys() >= {
        "claim-funding-differs",
        "claim-missing",
        "claim-chain-not-started",
    }
    assert len(gaps) <= 8
