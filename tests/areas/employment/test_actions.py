"""Saving episodes and records, counting and publishing them."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps

from hankekori.areas.employment.actions import publish_counts, remove_episode, save_episode, save_outcome
from hankekori.areas.employment.errors import (
    BusinessIdError,
    FullTimeShareError,
    MonthsError,
    NobodyToPublishError,
    PublicationDayError,
    UnknownWordError,
)
from hankekori.areas.employment.exact_counts import Dimension, counts_by
from hankekori.areas.employment.models import EmploymentEpisode, FrozenCounts, OutcomeRecord
from hankekori.areas.employment.outcome_queries import outcome_gaps
from hankekori.areas.employment.publication import digest, read_tables
from hankekori.areas.employment.queries import episode_figures, newest_publication
from hankekori.areas.errors import DomainError, NotInProgrammeError
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.core.periods import period_of
from tests import builders

FIELDS = {
    "start_month": date(2011, 3, 17),
    "end_month": None,
    "fte": Decimal("0.5"),
    "kind": "fixed_term",
    "situation_before": "unemployed",
    "gender": "woman",
    "age_band": "unknown",
}


@pytest.fixture
def project(db):
    return builders.a_project(builders.a_programme())


def save(project, **fields):
    return save_episode(by=None, now=builders.NOW, project=project, **FIELDS | fields)


def test_an_episode_is_kept_by_its_months_and_a_code_that_tells_nothing(project):
    saved = save(project, employer="FI10743502")

    assert (saved.start_month, saved.employer) == (date(2011, 3, 1), "1074350-2")
    assert len(saved.code) == 6


def test_a_correction_keeps_the_code_and_the_history_what_was(project):
    saved = save(project)
    save_episode(by=None, now=builders.NOW, project=project, episode=saved, kind="permanent")
    remove_episode(by=None, now=builders.NOW, episode=EmploymentEpisode.objects.get())

    history = apps.get_model("employment", "EmploymentEpisodeEvent").objects
    assert list(history.order_by("pgh_id").values_list("pgh_label", "kind")) == [
        ("insert", "fixed_term"),
        ("update", "permanent"),
        ("delete", "permanent"),
    ]


@pytest.mark.parametrize(
    ("fields", "error", "field"),
    [
        ({"employer": "1074350-3"}, BusinessIdError, "employer"),
        ({"fte": Decimal(0)}, FullTimeShareError, "fte"),
        ({"fte": Decimal("1.01")}, FullTimeShareError, "fte"),
        ({"end_month": date(2011, 2, 1)}, MonthsError, "end_month"),
        ({"kind": "ei"}, UnknownWordError, "kind"),
        ({"isco_major": 10}, UnknownWordError, "isco_major"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(project, fields, error, field):
    with pytest.raises(error) as refused:
        save(project, **fields)
    assert refused.value.field == field
    assert not EmploymentEpisode.objects.exists()


def test_an_episode_stays_in_its_programme(project):
    other = builders.a_project(builders.a_programme())

    with pytest.raises(NotInProgrammeError):
        save(other, episode=save(project))


def outcome(project, **fields):
    values = {"kind": "job", "month": date(2011, 3, 9), "gender": "woman", "indicator": None} | fields
    values["indicator"] = values["indicator"] or builders.an_indicator(project.programme)
    return save_outcome(by=None, now=builders.NOW, project=project, **values)


def test_a_company_has_its_business_id_and_no_person_is_named(project):
    assert outcome(project, kind="company", company="1074350-2").month == date(2011, 3, 1)
    with pytest.raises(BusinessIdError):
        outcome(project, kind="company")
    with pytest.raises(IdentityCodeError) as refused:
        outcome(project, evidence="ote 010594Y9021")
    assert "010594" not in str(refused.value)
    with pytest.raises(IdentityCodeError):
        outcome(project, file_name="010594Y9021.pdf", file_content=b"x")


def test_records_that_differ_from_the_report_are_a_gap_that_names_them(project):
    people = builders.an_indicator(project.programme, name_fi="Työpaikat")
    builders.a_ledger_entry(project, people, 3, women=1)
    records = [builders.an_outcome(project, people) for _ in range(2)]

    days = {"as_of": builders.AS_OF, "known_on": builders.AS_OF}
    (gap,) = outcome_gaps(project.programme, **days)
    codes = ", ".join(sorted(record.code for record in records))
    assert gap.message.fi == (
        f"{project}: mittarissa ”Työpaikat” on todisteita 2, mutta raportoitu on 3. Todisteet: {codes}."
    )
    builders.an_outcome(project, people, gender="man")
    (gap,) = outcome_gaps(project.programme, **days)
    assert "naisista on todisteita 2, mutta raportoitu on 1" in gap.message.fi
    OutcomeRecord.objects.filter(pk=records[0].pk).update(gender="man")
    assert outcome_gaps(project.programme, **days) == ()


def test_a_period_of_a_project_is_counted_for_its_report(project):
    save(project, start_month=date(2010, 11, 1), end_month=date(2011, 2, 1), fte=Decimal(1), gender="man")
    save(project, start_month=date(2011, 3, 1), fte=Decimal("0.5"))

    found = episode_figures(project, period_of(date(2011, 1, 1)))
    assert (found["HK-EMP-DURING"].total, found["HK-EMP-DURING"].women) == (1, 1)
    assert (found["HK-EMP-PM"].total, found["HK-EMP-PM"].women) == (Decimal("4.0"), Decimal("2.0"))
    assert episode_figures(builders.a_project(project.programme), period_of(date(2011, 1, 1))) == {}


@pytest.mark.parametrize("dimension", Dimension)
def test_rows_of_every_dimension_add_up_to_the_total(project, dimension):
    measure = builders.a_measure(project.programme)
    builders.a_share(project, measure, Decimal("0.6"))
    for number in range(7):
        save(project, gender=("woman", "man")[number % 2], isco_major=number, employer=("", "1074350-2")[number % 2])

    counted = counts_by(project.programme, dimension, since=date(2009, 1, 1), day=builders.AS_OF)
    assert sum(row.started for row in counted.rows) == counted.total.started == 7
    assert sum(row.person_months for row in counted.rows) == counted.total.person_months


def publish(programme, day):
    return publish_counts(by=None, now=builders.NOW, programme=programme, day=day)


def test_a_publication_holds_what_readers_get_and_no_hidden_count(project):
    for number in range(14):
        save(project, gender=("woman", "man")[number % 2], kind="permanent" if number == 0 else "fixed_term")

    frozen = publish(project.programme, builders.AS_OF)
    assert frozen.sha256 == digest(FrozenCounts.objects.get().tables)
    hidden = [cell for cell in frozen.tables["cells"] if cell[3] != "count"]
    assert hidden
    assert all(cell[4] is None for cell in hidden)
    assert read_tables(frozen).total().text() == "14"
    days = {"by": builders.AS_OF, "known_on": builders.AS_OF}
    assert newest_publication(project.programme, **days) == read_tables(frozen)
    assert newest_publication(project.programme, by=date(2012, 4, 29), known_on=builders.AS_OF) is None


def test_a_second_publication_weighs_in_the_first(project):
    for _ in range(20):
        save(project)
    publish(project.programme, date(2011, 12, 31))
    save(project)

    second = read_tables(publish(project.programme, builders.AS_OF))
    assert second.total().text() == ".."


def test_days_go_forward_and_there_is_somebody(project):
    with pytest.raises(NobodyToPublishError):
        publish(project.programme, builders.AS_OF)
    save(project)
    publish(project.programme, builders.AS_OF)
    for day in (builders.AS_OF, date(2012, 1, 1), date(2012, 5, 1)):
        with pytest.raises(PublicationDayError):
            publish(project.programme, day)


def test_refusals_are_in_three_languages():
    errors = [BusinessIdError("x"), FullTimeShareError(), MonthsError(), PublicationDayError(date(2011, 1, 1))]

    assert all(isinstance(error, DomainError) and error.message.sv and error.message.en for error in errors)
