"""Claims of a sheet: what is read, what the chain refuses, a list that comes back as it was; the code is nobody's."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from hankekori.areas.claims.actions import save_claim
from hankekori.areas.claims.models import Claim
from hankekori.areas.claims.queries import programme_claims
from hankekori.exchange.claim_imports import import_claims
from hankekori.exchange.claim_sheets import read_claims
from hankekori.exchange.spreadsheets import Sheet, SpreadsheetError, read_sheets
from hankekori.pages.claims.tables import claims_file
from hankekori.web.downloads import csv_bytes, xlsx_bytes
from tests import builders

HEADINGS = ("Hankekoodi", "Kausi alkoi", "Kausi päättyi", "Henkilöstö, euroa", "EU ja valtio", "Viimeinen", "Huomautus")
FIRST = ("S20001", date(2010, 1, 1), date(2010, 6, 30), 1000.5, "1 000,50", "", "")
SECOND = ("s20001", "1.7.2010", "31.12.2010", "500", None, "kyllä", "")


def read(*rows):
    return read_claims([Sheet("Taulukko", (("Maksatukset",), HEADINGS, *rows))])


def test_rows_are_read_by_their_headings_and_empty_rows_are_passed_over():
    reading = read(FIRST, (None,) * 7, SECOND)

    assert reading.faults == ()
    assert [line.row for line in reading.lines] == [3, 5]
    assert reading.lines[0].values == {
        "project": "S20001", "stated_start": "2010-01-01", "period_end": "2010-06-30", "cost_personnel": "1000.50",
        "fund_eu_state": "1000.50", "is_last": "",
    }  # fmt: skip
    assert reading.lines[1].values | {"is_last": "1", "fund_eu_state": ""} == reading.lines[1].values


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("", None, date(2010, 6, 30), 1), [0]),
        (("S20001", None, None, 1), [2]),
        (("S20001", None), [2]),
        (("S20001", None, "31.2.2010", "tuhat"), [2, 3]),
        (("S20001", None, 40359.0, True), [2, 3]),
        (("S20001", None, date(2010, 6, 30), float("nan")), [3]),
    ],
)
def test_faulty_row_is_named_cell_by_cell_and_the_rest_goes_in(row, cells):
    reading = read(row, FIRST)

    assert [(fault.row, fault.column) for fault in reading.faults] == [(3, place) for place in cells]
    assert [line.row for line in reading.lines] == [4]


def test_an_identity_code_anywhere_refuses_its_row_and_is_not_repeated():
    reading = read((*FIRST[:6], "ks. 010594Y9021"), FIRST)

    (fault,) = reading.faults
    assert (fault.row, fault.column, fault.found) == (3, 6, "")
    assert "henkilötunnus" in str(fault.wrong)
    assert len(reading.lines) == 1


@pytest.mark.parametrize("headings", [("Nimi", "Summa"), ("Hankekoodi", "Lähetetty")])
def test_sheet_without_what_is_needed_is_refused(headings):
    with pytest.raises(SpreadsheetError):
        read_claims([Sheet("Taulukko", (headings,))])


@pytest.fixture
def project(db):
    return builders.a_project(builders.a_programme(), code="S20001")


def run(project, reading, *, is_trial=False):
    done = import_claims(by=None, now=builders.NOW, programme=project.programme, lines=reading.lines, is_trial=is_trial)
    return [(one.line.row, one.outcome, one.serial) for one in done]


def test_lines_become_a_chain_in_the_order_of_their_periods(project):
    told = [(4, "added", 1), (3, "added", 2)]

    assert run(project, read(SECOND, FIRST), is_trial=True) == told
    assert not Claim.objects.exists()
    assert run(project, read(SECOND, FIRST)) == told
    assert [(row.cost_personnel, row.stated_start, row.is_last) for row in Claim.objects.order_by("serial")] == [
        (Decimal("1000.50"), None, False),
        (500, None, True),
    ]
    assert run(project, read(FIRST, SECOND)) == [(3, "unchanged", 1), (4, "unchanged", 2)]


def test_a_start_that_is_not_the_chain_s_is_kept_to_be_found(project):
    run(project, read(FIRST, ("S20001", date(2010, 8, 1), *SECOND[2:])))

    assert [row.stated_start for row in Claim.objects.order_by("serial")] == [None, date(2010, 8, 1)]


def test_a_line_corrects_the_claim_that_ends_with_it_and_leaves_other_columns(project):
    save_claim(
        by=None, now=builders.NOW, project=project, period_end=date(2010, 6, 30), cost_personnel=Decimal(1),
        cost_travel=Decimal(7),
    )  # fmt: skip

    assert run(project, read(FIRST)) == [(3, "changed", 1)]
    claim = Claim.objects.get()
    assert (claim.cost_personnel, claim.cost_travel) == (Decimal("1000.50"), 7)


def test_what_the_chain_refuses_is_left_out_and_the_rest_goes_in(project):
    other = builders.a_project(project.programme, code="S20002")
    save_claim(by=None, now=builders.NOW, project=project, period_end=date(2010, 12, 31))
    foreign = ("S29999", *FIRST[1:])
    told = run(project, read(FIRST, ("S20002", *FIRST[1:]), foreign))

    assert told == [(3, "refused", None), (4, "added", 1), (5, "refused", None)]
    assert [claim.project for claim in Claim.objects.filter(period_end=date(2010, 6, 30))] == [other]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_downloaded_list_comes_back_unchanged(project, language, ending):
    run(project, read(FIRST, SECOND))
    save_claim(
        by=None, now=builders.NOW, project=project, serial=1, sent_on=date(2010, 8, 1), decided_on=date(2010, 9, 1),
        approved=Decimal("990.25"), income=Decimal(0), of_total=2,
    )  # fmt: skip
    with translation.override(language):
        table = claims_file(programme_claims(project.programme))
        content = (
            csv_bytes(table.columns, table.rows)
            if ending == "csv"
            else xlsx_bytes(table.columns, table.rows, sheet="x")
        )

    reading = read_claims(read_sheets(f"luettelo.{ending}", content))
    assert reading.faults == ()
    assert {outcome for _row, outcome, _serial in run(project, reading)} == {"unchanged"}
