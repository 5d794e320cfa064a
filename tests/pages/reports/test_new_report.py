"""Ordering a report: what is frozen, what only shown, what is refused and how it is said."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.archive.models import FrozenReport
from tests import builders
from tests.pages.reports.conftest import page_of, words

ORDER = {"as_of": "30.4.2012", "known_on": "30.4.2012", "language": "fi", "decisions": ""}


@pytest.fixture
def address(small):
    return small.url("raportit/uusi/")


def test_order_freezes_the_report_and_opens_it(officer, address, small):
    response = officer.post(address, ORDER | {"decisions": "Hyväksytään raportti.\r\n\r\nJatketaan neuvontaa."})

    frozen = FrozenReport.objects.get()
    assert response["Location"] == small.url(f"raportit/{frozen.pk}/")
    assert (frozen.as_of, frozen.known_on, frozen.language) == (date(2012, 4, 30), date(2012, 4, 30), "fi")
    assert frozen.frozen_by.name == Role.COORDINATOR
    page = page_of(officer.get(response["Location"]))
    assert "Raportti on jäädytetty." in words(page.css_first("#viestit"))
    decided = [words(row) for row in page.css("table#decisions tbody tr")]
    assert decided[-2:] == [
        f"{len(decided) - 1} Koordinaattorin esitys Hyväksytään raportti.",
        f"{len(decided)} Koordinaattorin esitys Jatketaan neuvontaa.",
    ]


def test_first_page_leads_to_a_frozen_report_in_two_clicks(officer, small):
    first = page_of(officer.get(small.url()))
    form = page_of(officer.get(first.css_first(".page-head .actions a.first").attributes["href"])).css_first(
        "main form"
    )
    filled = {field.attributes["name"]: field.attributes.get("value", "") for field in form.css("input, textarea")}

    officer.post(small.url("raportit/uusi/"), filled | {"language": "fi"})

    assert FrozenReport.objects.get().as_of == date(2012, 4, 30)


def test_preview_shows_the_report_and_keeps_nothing(officer, address):
    page = page_of(officer.post(address, ORDER | {"esikatselu": "1", "decisions": "Hyväksytään."}))

    assert page.css_first("#esikatselu table#measures") is not None
    assert "Raporttia ei ole vielä jäädytetty." in words(page.css_first("#esikatselu"))
    assert page.css_first("textarea").text().strip() == "Hyväksytään."
    assert not FrozenReport.objects.exists()


def test_the_same_report_is_frozen_once(officer, address):
    officer.post(address, ORDER)
    response = officer.post(address, ORDER, follow=True)

    assert FrozenReport.objects.count() == 1
    assert "oli jo jäädytetty" in words(page_of(response).css_first("#viestit"))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_report_is_in_the_language_asked_for(officer, address, language):
    officer.post(address, ORDER | {"language": language})

    assert json.loads(bytes(FrozenReport.objects.get().document))["document"]["language"] == language


@pytest.mark.parametrize("role", Role)
def test_only_those_who_produce_reports_may(entered, address, role):
    allowed = Permission.PRODUCE_REPORT in permissions_of(role)

    assert entered(role).get(address).status_code == (200 if allowed else 403)
    assert entered(role).post(address, ORDER).status_code == (302 if allowed else 403)
    assert FrozenReport.objects.exists() is allowed


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"as_of": ""}, "as_of", "Tämä kenttä vaaditaan."),
        ({"as_of": "31.2.2012"}, "as_of", "31.2.2012"),
        ({"as_of": "huhtikuu"}, "as_of", "huhtikuu"),
        ({"as_of": "31.12.2008"}, "as_of", "Tilannepäivän on oltava väliltä 1.1.2009–"),
        ({"as_of": "1.1.2999"}, "as_of", "Tilannepäivän on oltava väliltä 1.1.2009–"),
        ({"known_on": "29.4.2012"}, "known_on", "Päivä on ennen tilannepäivää 30.4.2012."),
        ({"known_on": "1.1.2999"}, "known_on", "Päivä on tulevaisuudessa."),
        ({"language": "de"}, "language", "de"),
        ({"decisions": "\n".join("x" * 21)}, "decisions", "Päätöksiä on 21. Raporttiin mahtuu enintään 20."),
        ({"decisions": f"lyhyt\n{'x' * 501}"}, "decisions", "Rivi 2 on liian pitkä."),
        ({"decisions": "Maija, 131052-308T"}, "decisions", "henkilötunnus"),
        ({"decisions": "a\x00b"}, "decisions", ""),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(officer, address, typed, field, sentence):
    response = officer.post(address, ORDER | typed)

    page = page_of(response)
    wrong = [node.css_first("input, select, textarea").attributes["name"] for node in page.css(".field.wrong")]
    assert (response.status_code, wrong) == (422, [field])
    assert sentence in words(page.css_first(".field.wrong .errorlist"))
    assert not FrozenReport.objects.exists()


def test_what_was_typed_stays(officer, address):
    page = page_of(officer.post(address, ORDER | {"as_of": "1.1.1999", "decisions": "Hyväksytään."}))

    assert page.css_first("[name=as_of]").attributes["value"] == "1.1.1999"
    assert page.css_first("textarea").text().strip() == "Hyväksytään."


def test_the_chosen_day_of_the_pages_is_offered(officer, address):
    page = page_of(officer.get(f"{address}?paiva=2011-12-31&tiedetty=2012-02-29"))

    days = [page.css_first(f"[name={name}]").attributes["value"] for name in ("as_of", "known_on")]
    assert days == ["31.12.2011", "29.2.2012"]


def test_hostile_text_stays_text(officer, address):
    page = page_of(officer.post(address, ORDER | {"esikatselu": "1", "decisions": "<script>alert(1)</script>"}))

    assert page.css("#esikatselu script") == []
    assert "<script>alert(1)</script>" in page.css_first("#esikatselu table#decisions").text()


def test_queries_do_not_grow_with_the_programme(officer, address, small):
    counts, added = [], 0
    for size in (1, 3, 50):
        for number in range(added, size):
            measure = builders.a_measure(small.programme, small.objective, number=f"2.{number}")
            builders.a_target(measure, small.people)
            project = builders.a_project(small.programme, measure)
            builders.a_ledger_entry(project, small.people, 5)
        added = size
        with CaptureQueriesContext(connection) as captured:
            assert officer.post(address, ORDER | {"esikatselu": "1"}).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 40  # two states of the programme are read: now and at the previous meeting
