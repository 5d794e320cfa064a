from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hankekori.core.description.business_id import is_valid_business_id
from hankekori.core.description.checks import remarks_on, repaired_names
from hankekori.core.description.model import (
    Area,
    CoImplementer,
    Contact,
    Description,
    Figures,
    Implementer,
    PlannedAndActual,
    Project,
    PublicFunding,
    Results,
    UnreadLine,
)
from hankekori.core.description.reader import read_description

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
SOUND = Description("project-2007", fund="ESR", project=Project(code="S19901"))


def found(record):
    return [(remark.code, remark.field) for remark in remarks_on(record)]


def with_implementer(**values):
    return replace(SOUND, implementer=Implementer(**values))


def test_sound_record_has_no_remarks():
    assert found(SOUND) == []


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (Project(), ("code-missing", "project.code")),
        (Project(code="19901"), ("code-form", "project.code")),
        (Project(code="S19901", start=date(2012, 1, 1), end=date(2011, 1, 1)), ("start-after-end", "project.start")),
        (Project(code="S19901", part="Keski-Suomen osio"), ("value-not-in-list", "project.part")),
        (Project(code="S19901", type="Kehitysprojekti"), ("value-not-in-list", "project.type")),
    ],
)
def test_project_remarks(project, expected):
    assert found(replace(SOUND, project=project)) == [expected]


@pytest.mark.parametrize(
    ("name", "printed_type", "is_remarked"),
    [
        ("Lahden Alueen Kehittämisyhtiö Oy", "Kuntayhtymä", True),
        ("Mallipaja Oy", "Yritys", False),
        ("Mallin kehittämiskeskus Oy", "Muu yhteisö", True),
        ("Mallin yliopisto", "Säätiö", True),
        ("Mallin yliopisto, kemia", "Yliopisto", False),
        ("Mallin ammattikorkeakoulu", "Ammattikorkeakoulu", False),
        ("Mallin ammattikorkeakoulu Oy", "Ammattikorkeakoulu", False),
        ("Mallin kesäyliopisto", "Järjestö tai yhdistys", False),
        ("Mallin kaupunki", "Kunta", False),
        ("Mallin kaupunki", "Yritys", True),
        ("Puupaja Malli", "Mikroyritys", False),
        ("Mallin ammattiopisto Oy", "Ammatillinen oppilaitos", False),
        ("Koulutuskuntayhtymä Malli", "Kuntayhtymä", False),
    ],
)
def test_type_is_held_against_the_name(name, printed_type, is_remarked):
    record = with_implementer(name=name, type=printed_type)

    assert (("type-against-name", "implementer.type") in found(record)) is is_remarked


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("website", "ww.example.org", "website-not-address"),
        ("website", "http://www.example.org", None),
        ("website", "www.example.org, www.example.com", None),
        ("website", "", None),
        ("website", "ei ole", "website-not-address"),
        ("project_website", "www.example.org/hanke", None),
        ("project_website", "wwww.example.org", "website-not-address"),
        ("project_website", "www.example.org ja www.example.com", "homepage-not-address"),
        ("project_website", "example.org/" + "a" * 81, "homepage-cut"),
        ("postal_code", "0099", "postal-code-form"),
        ("business_id", "2345678-1", "business-id-invalid"),
        ("business_id", "2345678-0", None),
    ],
)
def test_implementer_remarks(field, value, code):
    expected = [(code, f"implementer.{field}")] if code else []

    assert found(with_implementer(**{field: value})) == expected


@pytest.mark.parametrize(
    ("email", "code"), [("malli@", "email-broken"), ("malli", "email-form"), ("malli@example.org", None), ("", None)]
)
def test_email_remarks(email, code):
    record = with_implementer(contact=Contact(email=email))

    assert [remark.code for remark in remarks_on(record)] == ([code] if code else [])


def test_partner_with_a_wrong_business_id_is_pointed_at():
    record = with_implementer(co_implementers=(CoImplementer("a", "1234567-1"), CoImplementer("b", "1234567-2")))

    assert found(record) == [("business-id-invalid", "implementer.co_implementers.1.business_id")]


def test_split_place_names_are_offered_repaired_and_left_as_they_are():
    area = Area(subregions=("Joensuun", "Pielisen", "Karjalan"), municipalities=("Koski", "Tl", "Salo"))
    record = replace(SOUND, area=area)

    remarks = remarks_on(record)

    assert [(remark.code, remark.field) for remark in remarks] == [
        ("place-name-split", "area.subregions"),
        ("place-name-split", "area.municipalities"),
    ]
    assert "Joensuun, Pielisen Karjalan." in remarks[0].message.fi
    assert repaired_names(area.municipalities) == ("Koski Tl", "Salo")
    assert record.area == area


@pytest.mark.parametrize(
    ("planned", "actual", "codes"),
    [
        (Figures(0, 0), Figures(10, 4), ["unplanned-result"]),
        (Figures(10, 11), Figures(0, 0), ["women-over-total"]),
        (Figures(None, 1), None, ["women-over-total"]),
        (Figures(200, 80), Figures(49, 19), []),
        (None, Figures(10, 1), []),
    ],
)
def test_result_remarks(planned, actual, codes):
    record = replace(SOUND, results=Results(jobs=PlannedAndActual(planned, actual)))

    assert [remark.code for remark in remarks_on(record)] == codes


def test_project_type_is_held_against_planned_persons():
    def record(printed_type, planned):
        results = Results(participants=PlannedAndActual(Figures(planned, 0)))
        return replace(SOUND, project=Project(code="S19901", type=printed_type), results=results)

    assert found(record("Projekti, jossa on henkilöitä mukana", 0))[0][0] == "persons-not-planned"
    assert found(record("Projekti, jossa ei ole henkilöitä mukana", 3))[0][0] == "persons-not-expected"
    assert found(record("Projekti, jossa on henkilöitä mukana", 3)) == []


def test_funding_remarks_tell_an_observation_from_a_finding():
    record = replace(SOUND, funding=PublicFunding(100_000, 120_000, 90_000, 130_000))

    remarks = remarks_on(record)

    assert [(remark.code, remark.field) for remark in remarks] == [
        ("realised-over-planned", "funding.realised_eu_state"),
        ("realised-over-planned", "funding.realised_public"),
        ("public-below-eu-state", "funding.planned_public"),
    ]
    assert "100\u00a0000" in remarks[2].message.fi


def test_unread_lines_are_counted():
    record = replace(SOUND, unread=(UnreadLine(7, "x"), UnreadLine(9, "y")))

    assert remarks_on(record)[0].message.en == "Lines that were not understood: 2. The first is line 7."


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_remark_speaks_three_languages(path):
    for remark in read_description(path.read_text(encoding="utf-8")).remarks:
        texts = (remark.message.fi, remark.message.sv, remark.message.en)
        assert len(set(texts)) == 3
        assert not any("{" in text for text in texts)


@pytest.mark.parametrize(
    ("code", "is_valid"),
    [("1074350-2", True), ("1234567-1", True), ("1234567-2", False), ("12345671", False), ("", False), ("x", False)],
)
def test_business_id_check_digit(code, is_valid):
    assert is_valid_business_id(code) is is_valid
