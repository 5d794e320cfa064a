"""Spreadsheets from the file to the basket: xlsx, ods and csv alike, faulty rows left out and given back marked."""

from datetime import date, datetime

import pytest

from hankekori.areas.partners.models import Organisation
from hankekori.areas.projects.models import Project
from hankekori.exchange.applying import apply_import
from hankekori.exchange.marked_workbooks import marked_workbook
from hankekori.exchange.plans import plan_import
from hankekori.exchange.spreadsheets import read_sheets
from hankekori.exchange.uploads import UploadedFile, collect_files
from tests.builders import NOW, a_municipality, a_programme, a_project, an_organisation
from tests.exchange.workbooks import open_document_of, open_document_row, workbook_of

pytestmark = pytest.mark.django_db

HEADINGS = ("Koodi", "Hankkeen nimi", "Hakija", "Alkaa", "Myönnetty EU- ja valtion rahoitus", "Kunnat")
ROW = ("S19999", "Verkosto", "Esimerkki Oy", "1.5.2009", "194 225", "Heinola, Olematon")

FILES = {
    "hankkeet.xlsx": workbook_of(
        rows=(("Hankkeet 2009",), (), HEADINGS, (*ROW[:3], datetime(2009, 5, 1), 194225, ROW[5]))
    ),
    "hankkeet.ods": open_document_of(open_document_row(*HEADINGS) + open_document_row(*ROW)),
    "hankkeet.csv": "\n".join(";".join(cells) for cells in (HEADINGS, ROW)).encode("latin-1"),
}


def plan_of(programme, name, content, **options):
    return plan_import(collect_files([UploadedFile(name, content)]), programme=programme, **options)


def bring_in(programme, content, name="hankkeet.csv"):
    return apply_import(plan=plan_of(programme, name, content.encode()), by=None, now=NOW)


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_workbook_becomes_the_same_project(name):
    programme = a_programme()
    a_municipality(code="111", name_fi="Heinola")

    result = apply_import(plan=plan_of(programme, name, FILES[name]), by=None, now=NOW)

    project = Project.objects.get()
    assert (result.created, result.not_imported) == (1, ())
    assert (project.code, project.name, project.implementer.name) == ("S19999", "Verkosto", "Esimerkki Oy")
    assert (project.start, project.granted_eu_state) == (date(2009, 5, 1), 194225)
    assert list(project.municipalities.values_list("code", flat=True)) == ["111"]
    assert [("Olematon" in remark.sentence.fi, remark.about) for remark in result.remarks] == [(True, "Verkosto")]


@pytest.mark.parametrize("name", FILES)
def test_same_workbook_again_changes_nothing(name):
    programme = a_programme()
    apply_import(plan=plan_of(programme, name, FILES[name]), by=None, now=NOW)

    assert not plan_of(programme, name, FILES[name]).changes_something


def test_columns_chosen_by_hand_go_before_the_guess():
    plan = plan_of(
        a_programme(), "a.csv", b"Koodi;Nimi;x\nS19999;Vanha;Uusi\n", mappings={"a.csv": {0: "code", 2: "name"}}
    )

    assert dict(plan.items[0].new)["name"] == "Uusi"


def test_faulty_row_is_left_out_and_its_cells_marked_in_the_workbook_given_back():
    rows = (HEADINGS, ROW, ("S1", "Väärä", "Esimerkki Oy", "eilen", "paljon", ""))
    plan = plan_of(a_programme(), "hankkeet.xlsx", workbook_of(rows=rows))

    assert [item.key for item in plan.items] == ["S19999"]
    assert [(one.line, one.text) for one in plan.not_imported] == [(3, "S1"), (3, "eilen"), (3, "paljon")]
    (sheet,) = plan.sheets
    marked, listed = read_sheets("takaisin.xlsx", marked_workbook(sheet.sheet, sheet.faults))
    assert marked.rows == sheet.sheet.rows
    assert [row[:2] for row in listed.rows[1:]] == [("A3", "S1"), ("D3", "eilen"), ("E3", "paljon")]


def test_corrected_workbook_is_read_where_the_marked_one_was():
    rows = (HEADINGS, ("S1", "Verkosto", "Esimerkki Oy", "1.5.2009", "1", ""))
    (sheet,) = plan_of(a_programme(), "hankkeet.xlsx", workbook_of(rows=rows)).sheets
    marked = marked_workbook(sheet.sheet, sheet.faults)
    assert read_sheets("takaisin.xlsx", marked)[0].rows[1][0] == "S1"

    (again,) = plan_of(a_programme(), "takaisin.xlsx", marked).sheets

    assert (again.mapping, again.heading_row) == (sheet.mapping, sheet.heading_row)


def test_an_identity_code_above_the_headings_is_told_with_its_row():
    """The code is nobody's."""
    content = workbook_of(rows=(("Hankkeet",), ("Laatija 010594Y9021",), HEADINGS, ROW))
    plan = plan_of(a_programme(), "hankkeet.xlsx", content)

    assert [(one.line, one.identity_code) for one in plan.not_imported] == [(2, True)]
    assert "rivillä 2 on henkilötunnus" in plan.not_imported[0].reason.fi


def test_implementers_business_id_is_filled_in_where_it_is_empty():
    programme = a_programme()
    a_project(programme, code="S19999", implementer=an_organisation(programme, name="Esimerkki Oy"))

    result = bring_in(programme, "Koodi;Toteuttaja;Y-tunnus\nS19999;Esimerkki Oy;2077474-0\n")

    assert (result.changed, Organisation.objects.get().business_id) == (1, "2077474-0")
    assert bring_in(programme, "Koodi;Toteuttaja;Y-tunnus\nS19999;Esimerkki Oy;2077474-0\n").unchanged == 1


def test_implementers_business_id_is_never_replaced_and_the_difference_is_said():
    programme = a_programme()
    owner = an_organisation(programme, name="Esimerkki Oy", business_id="1074350-2")
    a_project(programme, code="S19999", implementer=owner)

    result = bring_in(programme, "Koodi;Toteuttaja;Y-tunnus\nS19999;Esimerkki Oy;2077474-0\n")

    assert (result.unchanged, Organisation.objects.get().business_id) == (1, "1074350-2")
    assert [("1074350-2" in remark.sentence.fi, "2077474-0" in remark.sentence.fi) for remark in result.remarks] == [
        (True, True)
    ]


def test_new_implementer_brings_its_own_business_id_and_whether_it_may_be_a_person():
    programme = a_programme()
    former = an_organisation(programme, name="Entinen Oy", business_id="1074350-2")
    a_project(programme, code="S19999", implementer=former)

    bring_in(programme, "Koodi;Toteuttaja;Y-tunnus\nS19999;Malli Esimerkki;2077474-0\n")

    implementer = Project.objects.get().implementer
    assert (implementer.name, implementer.business_id, implementer.may_be_person) == (
        "Malli Esimerkki",
        "2077474-0",
        True,
    )


def test_business_id_without_an_implementer_is_not_saved_and_said():
    result = bring_in(a_programme(), "Koodi;Nimi;Y-tunnus\nS19999;Verkosto;2077474-0\n")

    assert result.created == 1
    assert ["2077474-0" in remark.sentence.fi for remark in result.remarks] == [True]
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_number_of_queries_does_not_grow_with_the_rows(rows, django_assert_num_queries):
    a_municipality(code="111", name_fi="Heinola")
    lines = "".join(f"S1{number:04};Hanke {number};Toteuttaja {number};;1;Heinola\n" for number in range(rows))
    content = (";".join(HEADINGS) + "\n" + lines).encode()
    programme = a_programme()

    with django_assert_num_queries(2):
        plan = plan_of(programme, "a.csv", content)
    with django_assert_num_queries(16):
        apply_import(plan=plan, by=None, now=NOW)
