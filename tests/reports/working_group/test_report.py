"""The working group's report: what stands where, and that the same inputs give the same bytes."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.projects.models import Project
from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED
from hankekori.core.status import Light
from hankekori.reports.canonical_json import to_canonical_json
from hankekori.reports.document import Facts, KeyFigures, Table, Text
from hankekori.reports.frozen_files import written_as
from hankekori.reports.working_group import ENDINGS, build_report, freeze_report
from tests import builders
from tests.reports.working_group.conftest import chapters_of, first_page_of, table_of, values_of

missing, not_applicable, not_measured = MISSING.state, NOT_APPLICABLE.state, NOT_MEASURED.state


def test_chapters_stand_in_the_order_of_a_meeting(build):
    assert chapters_of(build()) == [
        "Tilanne 30.4.2012",
        "Päätettävät asiat",
        "Aiemmat päätökset ja niiden tila",
        "Mitä on muuttunut",
        "Suunnitelmassa pysyminen",
        "Hankekori ja rahoitus",
        "Tulokset ja työllistyminen",
        "Puuttuvat tiedot",
        "Tietoja raportista",
    ]


def test_first_page_tells_the_state_red_items_first(build):
    page = first_page_of(build())

    figures = next(block for block in page if isinstance(block, KeyFigures))
    assert [(item.label, item.cell.value) for item in figures.items][:1] == [("Aloittaneet", 90)]
    tables = {block.id: block for block in page if isinstance(block, Table)}
    attention = values_of(tables["attention"])
    assert attention[0][:2] == ["1.2 Koulutus", Light.AT_RISK]
    assert "Aloittaneet: 0, tähän mennessä odotettu" in attention[0][2]
    assert attention[0][3] == "Heinolan kaupunki"
    assert values_of(tables["objectives"])[0][1] == Light.AT_RISK


def test_the_page_of_state_never_lists_more_than_fits(world):
    for number in range(30):
        measure = builders.a_measure(
            world.programme, world.risk.objective, number=f"1.{number + 10}", position=number + 10,
            name_fi="Yritysten kansainvälistymisvalmiuksien ja verkostojen kehittäminen",
        )  # fmt: skip
        builders.a_target(measure, world.people, 100)
        project = builders.a_project(world.programme, measure)
        builders.a_ledger_entry(project, world.people, 1)

    page = first_page_of(build_report(world.programme, as_of=builders.AS_OF, known_on=builders.AS_OF, language="fi"))

    shown = next(block for block in page if isinstance(block, Table) and block.id == "attention")
    assert 3 <= len(shown.rows) <= 6
    left = 31 - len(shown.rows)
    assert any(isinstance(block, Text) and f"huomiota: {left}." in block.text for block in page)


def test_a_programme_without_a_plan_says_so(db):
    document = build_report(builders.a_programme(), as_of=builders.AS_OF, known_on=builders.AS_OF, language="fi")

    page = first_page_of(document)
    assert any(isinstance(block, Text) and block.kind == "warning" for block in page)
    assert "Hankekorissa ei ole hankkeita." in [block.text for block in document.blocks if isinstance(block, Text)]


def test_decisions_follow_from_the_state_and_from_the_coordinator(build):
    asked = values_of(table_of(build(decisions_asked=("Hyväksytään raportti.",)), "decisions"))

    assert [row[:2] for row in asked] == [
        [1, "Hankkeen ottaminen hankekoriin"],
        [2, "Vaarassa oleva toimenpide"],
        [3, "Vastuutahon nimeäminen"],
        [4, "Koordinaattorin esitys"],
    ]
    assert asked[0][2] == (
        "S20004 Uusi hanke. Toteuttaja ei ilmoitettu. Suunniteltu julkinen rahoitus 38\u00a0000 €. "
        "Toimenpiteet: ei ilmoitettu."
    )
    assert asked[1][2].startswith("1.2 Koulutus. ")
    assert asked[2][2] == "2.3 Markkinointi: vastuutaho puuttuu."
    assert asked[3][3] == "Hyväksytään raportti."


def test_each_measure_stands_against_its_target(build):
    rows = values_of(table_of(build(), "measures"))

    assert [row[:4] for row in rows] == [
        ["1.1 Neuvonta", Light.ON_COURSE, "Heinolan kaupunki", "Aloittaneet, henkilöä"],
        ["1.2 Koulutus", Light.AT_RISK, "Heinolan kaupunki", "Aloittaneet, henkilöä"],
        ["2.1 Verkosto", Light.NOT_MEASURED, "Heinolan kaupunki", "Yritykset, yritystä"],
        ["2.2 Tontit", Light.MISSING, "Heinolan kaupunki", "Yritykset, yritystä"],
        ["2.3 Markkinointi", Light.NOT_APPLICABLE, "ei vastuutahoa", not_applicable],
    ]
    assert [row[6] for row in rows] == [90, 0, not_measured, missing, not_applicable]


def test_money_is_told_planned_and_used(build):
    document = build()

    rows = {row[0]: row[4:] for row in values_of(table_of(document, "basket"))}
    assert rows["S20001"] == [100000, 50000, 50, 200000, 0, 0]
    assert rows["S20002"][3] == missing
    assert [row[0] for row in values_of(table_of(document, "other-projects"))] == ["S20004"]
    assert [row[1] for row in values_of(table_of(document, "other-projects"), kind="sum")] == [
        "Muut hankkeet yhteensä",
        "Kaikki seurattavat hankkeet",
    ]


def test_results_tell_the_womens_share(build):
    rows = values_of(table_of(build(), "results"))

    assert rows[0] == ["Aloittaneet, henkilöä", 200, 80, 90, 45, 50, 2]
    name, planned, women_planned, actual, women, share, _ = rows[1]
    assert (name, planned, actual) == ("Yritykset, yritystä", 20, not_measured)
    assert (women_planned, women, share) == (not_applicable, not_applicable, not_applicable)


def test_gaps_come_with_what_is_done_about_them(build):
    rows = values_of(table_of(build(), "gaps"))

    assert any("Tontit" in gap and "Etsitään toteuttaja" in remedy for gap, remedy in rows)
    assert any("Markkinointi" in gap and "Työryhmä sopii vastuutahosta." in remedy for gap, remedy in rows)


def test_the_same_inputs_give_the_same_bytes(build):
    first = to_canonical_json(build(decisions_asked=("A",)))

    assert to_canonical_json(build(decisions_asked=("A",))) == first
    assert to_canonical_json(build(decisions_asked=("B",))) != first
    assert to_canonical_json(build(known_on=date(2012, 4, 29), decisions_asked=("A",))) != first


def test_a_report_known_on_an_earlier_day_stays_the_same_when_more_is_recorded(build, world):
    before = to_canonical_json(build())
    builders.a_ledger_entry(world.project, world.people, 7, recorded_at=datetime(2012, 5, 3, tzinfo=UTC))

    assert to_canonical_json(build()) == before
    assert to_canonical_json(build(known_on=date(2012, 5, 3))) != before


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_anchor_is_a_place_of_its_own(build, language):
    document = build(language=language)

    places = [block.anchor for block in document.blocks if hasattr(block, "anchor")]
    for table in document.tables():
        places += [table.id, *(row.anchor for row in table.rows)]
    assert len(places) == len(set(places))


def test_links_lead_to_places_of_the_report(build):
    document = build()
    anchors = document.anchors()

    links = {cell.link for table in document.tables() for row in table.rows for cell in row.cells if cell.link}
    assert links
    assert {link for link in links if link[1:] not in anchors} == set()


def test_invented_data_is_marked_on_every_page_and_table_of_it(build, world):
    world.programme.example_data = True
    world.programme.save()

    document = build()

    assert document.marking == "Seurantatiedot ovat keksittyjä esimerkkejä"
    unmarked = {table.id for table in document.tables() if "(keksittyjä esimerkkitietoja)" not in table.caption}
    assert unmarked == {"basket", "other-projects", "timeline-1", "decisions"}


def test_the_colophon_says_days_sources_and_limits(build):
    facts = [block for block in build().blocks if isinstance(block, Facts)][-1]

    said = {item.label: item.text for item in facts.items}
    assert said["Tilannepäivä"].startswith("30.4.2012")
    assert said["Kirjaukset"] == "30.4.2012 mennessä tehdyt"
    assert "vähintään 90\u00a0% odotetusta" in said["Tilojen rajat"]


def test_queries_do_not_grow_with_the_programme(build, world):
    counts = []
    for more in (1, 2, 47):
        for _ in range(more):
            measure = builders.a_measure(world.programme, world.risk.objective)
            builders.a_target(measure, world.people)
            project = builders.a_project(world.programme, measure)
            builders.a_ledger_entry(project, world.people, 5)
        with CaptureQueriesContext(connection) as captured:
            build()
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 30


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_frozen_report_is_the_same_file_every_time(world, ending):
    frozen = freeze_report(
        world.programme, by=None, now=builders.NOW, as_of=builders.AS_OF, known_on=builders.AS_OF, language="fi"
    )

    assert written_as(frozen, ending) == written_as(frozen, ending)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_implementer_who_may_be_a_person_is_not_named(build, world, language):
    person = builders.an_organisation(world.programme, name="Tmi Esimerkki", may_be_person=True)
    Project.objects.filter(programme=world.programme).update(implementer=person)

    document = build(language=language)

    told = to_canonical_json(document).decode()
    assert "Tmi Esimerkki" not in told
    assert {"fi": "yksityinen toteuttaja", "sv": "privat genomförare", "en": "private implementer"}[language] in told
