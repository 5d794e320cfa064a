"""What changed since the previous report or meeting."""

from datetime import UTC, date, datetime

import pytest

from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.core.status import Light
from hankekori.reports.document import Text
from hankekori.reports.working_group import freeze_report
from tests import builders
from tests.reports.working_group.conftest import chapters_of, table_of, values_of

IN_MARCH = datetime(2012, 3, 15, tzinfo=UTC)


@pytest.fixture
def news(world):
    """Record in March what the meeting of 14 February did not know: a result, a correction, a project taken in."""
    builders.a_ledger_entry(
        world.project, world.people, 20, women=8, recorded_at=IN_MARCH,
        period_start=date(2012, 1, 1), period_end=date(2012, 3, 31),
    )  # fmt: skip
    builders.a_ledger_entry(
        world.project, world.people, -3, women=0, recorded_at=IN_MARCH, source="correction",
        corrects=LedgerEntry.objects.filter(project=world.project).earliest("pk"), reason="counted_twice",
        explanation="Kolme oli kirjattu kahdesti.",
    )  # fmt: skip
    builders.a_project(
        world.programme, world.course, code="S20009", name="Otettu hanke", basket_decided_on=date(2012, 3, 1)
    )


def texts(document):
    return " ".join(block.text for block in document.blocks if isinstance(block, Text))


def test_changes_are_told_since_the_previous_meeting(build, news):
    document = build()

    assert "Muutokset edellisen kokouksen jälkeen. Kokous pidettiin 14.2.2012." in texts(document)
    assert values_of(table_of(document, "changed-results")) == [["Aloittaneet, henkilöä", 90, 107, 17]]
    assert values_of(table_of(document, "basket-changes")) == [
        ["S20009 Otettu hanke", "otettiin hankekoriin", date(2012, 3, 1)]
    ]


def test_a_correction_is_told_with_its_reason(build, news):
    (correction,) = values_of(table_of(build(), "corrections"))

    assert correction == [
        "S20001 Neuvontahanke", date(2011, 12, 31), "Aloittaneet, henkilöä", -3, 0, "Kolme oli kirjattu kahdesti.",
    ]  # fmt: skip


def test_every_new_entry_stands_in_the_annex(build, news):
    document = build()

    assert "Uusia kirjauksia: 2, niistä oikaisuja 1." in texts(document)
    assert chapters_of(document)[-1] == "Liite: uudet kirjaukset"
    assert sorted(row[3] for row in values_of(table_of(document, "entries"))) == [-3, 20]


def test_a_frozen_report_goes_before_the_meeting(build, world, news):
    previous = freeze_report(
        world.programme,
        by=None,
        now=builders.NOW,
        as_of=date(2012, 3, 31),
        known_on=date(2012, 3, 31),
        language="fi",
    )

    document = build(previous=previous)

    assert "Sen tilannepäivä oli 31.3.2012" in texts(document)
    assert table_of(document, "changed-results") is None


def test_a_light_that_changed_is_told_both_ways(build, world, news):
    builders.a_ledger_entry(
        world.programme.projects.get(code="S20002"), world.people, 100, women=40, recorded_at=IN_MARCH,
        period_start=date(2012, 1, 1), period_end=date(2012, 3, 31),
    )  # fmt: skip

    rows = values_of(table_of(build(), "changed-lights"))
    assert ["1.2 Koulutus", Light.AT_RISK, Light.ON_COURSE] in [row[:3] for row in rows]


def test_without_anything_earlier_the_report_says_so(build, world):
    world.programme.previous_meeting = None
    world.programme.save()

    assert "Aiempaa raporttia tai kokousta ei ole" in texts(build())


def test_when_nothing_has_changed_the_report_says_so(build):
    assert "Uusia kirjauksia, oikaisuja tai hankekorin muutoksia ei ole." in texts(build())
