"""The demo's people employed: they agree with the invented ledger, and their counts are published."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from hankekori.areas.employment.models import EmploymentEpisode, FrozenCounts, OutcomeRecord
from hankekori.areas.employment.outcome_queries import outcome_gaps
from hankekori.areas.employment.publication import read_tables
from hankekori.core.suppression import Shown
from hankekori.demo.data_files import read_table
from hankekori.demo.load import load_demo


def half_year(month):
    return f"{month[:4]}H{1 if int(month[5:]) <= 6 else 2}"


def test_episodes_of_a_project_are_as_many_as_its_reports_say():
    reported, women = Counter(), Counter()
    for row in read_table("monitoring.csv"):
        if (row["project"], row["indicator"]) == ("S10930", "HK-EMP-DURING") and row["total"]:
            reported[row["period"]] += int(row["total"])
            women[row["period"]] += int(row["women"])
    episodes = [row for row in read_table("episodes.csv") if row["project"] == "S10930"]

    assert Counter(half_year(row["start_month"]) for row in episodes) == reported
    assert Counter(half_year(row["start_month"]) for row in episodes if row["gender"] == "woman") == women


@pytest.mark.django_db
def test_demo_has_episodes_records_a_difference_and_two_publications():
    programme = load_demo(now=datetime(2026, 1, 1, tzinfo=UTC))

    assert EmploymentEpisode.objects.count() == len(read_table("episodes.csv"))
    assert OutcomeRecord.objects.count() == 6
    days = {"as_of": date(2012, 4, 30), "known_on": date(2012, 4, 30)}
    assert [gap.message.fi[:6] for gap in outcome_gaps(programme, **days)] == ["S11661"]
    first, second = (read_tables(frozen) for frozen in FrozenCounts.objects.order_by("day"))
    assert (first.total().text(), second.total().text()) == ("45", "65")
    shown = Counter(cell.shown for cell in second.cells.values())
    assert shown[Shown.COUNT] > shown[Shown.WITHHELD]
