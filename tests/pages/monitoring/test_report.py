"""One report: shown, written part by part, sent; two people at it; what is refused keeps what was typed."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from hankekori.areas.rounds.models import ReportFigure
from hankekori.core.periods import period_of
from tests import builders
from tests.pages.monitoring.conftest import a_whole_report, an_open_round, controls, written

HTMX = {"HX-Request": "true"}


def figure(asked):
    asked.figure.refresh_from_db()
    return asked.figure


def sum_of(page, asked):
    return LexborHTMLParser(page).css_first(f"#{asked.key}-kertyma strong").text()


def test_report_shows_plan_earlier_and_running_total(asked, officer):
    page = LexborHTMLParser(officer.get(asked.address).content.decode())
    cells = [" ".join(cell.text(separator=" ").split()) for cell in page.css(f"#{asked.key} td.number")]

    assert cells == ["90", "40 naisia 15", "40 naisia 15, 38 %"]


def test_untouched_form_saves_nothing(asked, officer):
    response = officer.post(f"{asked.address}tallenna/", written(officer, asked))

    assert response.status_code == 302
    assert figure(asked).revision == 0


def test_whole_form_is_saved_without_javascript(asked, officer):
    officer.post(f"{asked.address}tallenna/", a_whole_report(officer, asked))

    assert (figure(asked).total, figure(asked).women, figure(asked).state) == (12, 5, "reported")
    assert asked.report.texts.get(field="highlights").text == "Hyvin"


def test_one_part_is_saved_by_htmx(asked, officer):
    sent = {name: value for name, value in written(officer, asked, total="12").items() if name.startswith(asked.key)}
    response = officer.post(f"{asked.address}tallenna/", sent, headers=HTMX)
    page = response.content.decode()

    assert response.status_code == 200
    assert figure(asked).total == 12
    assert sum_of(page, asked) == "52"
    assert "Tallennettu" in page
    assert f'name="{asked.key}-total"' not in page, "a control somebody types in is never replaced"


def test_next_save_goes_on_from_the_mark_that_came_back(asked, officer):
    sent = {name: value for name, value in written(officer, asked, total="12").items() if name.startswith(asked.key)}
    page = officer.post(f"{asked.address}tallenna/", sent, headers=HTMX).content.decode()
    mark = LexborHTMLParser(page).css_first(f"#{asked.key}-nahty").attributes["value"]
    again = sent | {f"{asked.key}-seen": mark, f"{asked.key}-total": "13"}

    assert officer.post(f"{asked.address}tallenna/", again, headers=HTMX).status_code == 200
    assert (figure(asked).total, figure(asked).revision) == (13, 2)


def test_zero_button_writes_zero_for_women_too(asked, officer):
    response = officer.post(f"{asked.address}tallenna/", written(officer, asked) | {"nolla": asked.key})

    assert response["Location"] == f"{asked.address}#{asked.key}"
    assert (figure(asked).total, figure(asked).women) == (0, 0)


@pytest.mark.parametrize("state", ["not_measured", "not_applicable"])
def test_reason_for_no_figure_is_an_answer(asked, officer, state):
    officer.post(f"{asked.address}tallenna/", written(officer, asked, state=state))

    assert (figure(asked).state, figure(asked).total) == (state, None)


def test_emptied_figure_says_nothing_again(asked, officer):
    officer.post(f"{asked.address}tallenna/", written(officer, asked, total="12"))
    officer.post(f"{asked.address}tallenna/", written(officer, asked, total=""))

    assert figure(asked).state == "missing"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"total": "kaksitoista"}, "”kaksitoista” ei ole luku"),
        ({"total": "12", "women": "13"}, "Naisia ei voi olla enemmän"),
        ({"total": "-3"}, "Luku ei voi olla negatiivinen"),
        ({"total": "3", "state": "not_measured"}, "Anna joko luku tai syy"),
        ({"total": "3", "state": "eilen"}, "eilen"),
        ({"total": "1,5"}, "desimaalia"),
        ({"total": "9" * 14}, ""),
        ({"total": "3", "deviation": "131052-308T kertoi"}, "henkilötunnus"),
        ({"total": "3", "deviation": "x" * 6000}, "5000"),
        ({"total": "3\x00"}, ""),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["form", "htmx"])
def test_bad_input_is_told_and_kept(asked, officer, typed, sentence, headers):
    response = officer.post(f"{asked.address}tallenna/", written(officer, asked, **typed), headers=headers)
    page = response.content.decode()

    assert response.status_code == 422
    assert sentence in page
    assert figure(asked).revision == 0
    if not headers and "\x00" not in typed["total"]:
        assert controls(page)[f"{asked.key}-total"] == typed["total"]


def test_good_parts_are_saved_beside_a_bad_one(asked, officer):
    sent = a_whole_report(officer, asked, total="x")

    assert officer.post(f"{asked.address}tallenna/", sent).status_code == 422
    assert asked.report.texts.get(field="highlights").text == "Hyvin"


def test_two_people_at_one_figure_see_both(asked, officer):
    mine = written(officer, asked, total="12", women="3")
    officer.post(f"{asked.address}tallenna/", written(officer, asked, total="15", women="4"))
    response = officer.post(f"{asked.address}tallenna/", mine)
    page = response.content.decode()

    assert response.status_code == 409
    assert "Kaikkiaan: 15, Naisia: 4" in page
    assert "Kaikkiaan: 12, Naisia: 3" in page
    assert figure(asked).total == 15


def test_clash_stays_until_one_chooses(asked, officer):
    mine = written(officer, asked, total="12", women="3")
    officer.post(f"{asked.address}tallenna/", written(officer, asked, total="15", women="4"))
    page = officer.post(f"{asked.address}tallenna/", mine).content.decode()
    again = officer.post(f"{asked.address}tallenna/", controls(page))
    keep = LexborHTMLParser(page).css_first("button[name=pida]").attributes["value"]
    kept = officer.post(f"{asked.address}tallenna/", controls(page) | {"pida": keep})

    assert (again.status_code, kept.status_code) == (409, 302)
    assert figure(asked).total == 12


def test_other_parts_of_a_stale_form_do_not_clash(asked, officer):
    mine = written(officer, asked)
    officer.post(f"{asked.address}tallenna/", written(officer, asked, total="15", women="4"))
    response = officer.post(f"{asked.address}tallenna/", mine | {"t-problems-written": "Kiire"})

    assert response.status_code == 302
    assert figure(asked).total == 15


def test_report_that_lacks_something_is_not_sent(asked, officer):
    response = officer.post(f"{asked.address}tallenna/", written(officer, asked, total="12") | {"tee": "laheta"})
    page = response.content.decode()

    assert response.status_code == 422
    assert "Raporttia ei voi vielä lähettää" in page
    assert 'href="#t-highlights"' in page
    assert figure(asked).total == 12, "what was typed is kept"


def test_sent_report_is_read_only_and_says_where_it_is(sent_report, officer, own_reporter):
    page = own_reporter.get(sent_report.address).content.decode()

    assert controls(page) == {}
    assert "Raportti on ohjelmatoimistossa" in page
    assert (
        officer.post(
            f"{sent_report.address}tallenna/", {f"{sent_report.key}-seen": "1.", f"{sent_report.key}-total": "99"}
        ).status_code
        == 422
    )
    assert figure(sent_report).total == 12


def test_report_before_its_opening_can_only_be_read(asked, officer):
    asked.round.opens_on = asked.round.due_on
    asked.round.save()
    page = officer.get(asked.address).content.decode()

    assert controls(page) == {}
    assert "Raportointi alkaa" in page


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.MEMBER, Role.OBSERVER])
def test_report_opens_for_a_reader(asked, entered, role):
    assert entered(role).get(asked.address).status_code == 200


def test_reader_may_not_write(asked, member):
    assert controls(member.get(asked.address).content.decode()) == {}
    assert member.post(f"{asked.address}tallenna/", {}).status_code == 403


def test_own_report_opens_for_its_reporter(asked, own_reporter):
    assert own_reporter.get(asked.address).status_code == 200
    assert own_reporter.post(f"{asked.address}tallenna/", written(own_reporter, asked, total="7")).status_code == 302
    assert figure(asked).total == 7


def test_another_projects_report_does_not_exist_for_a_reporter(asked, reporter):
    assert reporter.get(asked.address).status_code == 404
    assert reporter.post(f"{asked.address}tallenna/", {}).status_code == 404


def test_report_does_not_exist_for_the_outsider(asked, outsider):
    assert outsider.get(asked.address).status_code == 404


def test_report_of_another_programme_is_not_found(asked, officer):
    other = builders.a_programme()
    builders.a_project(other, stage="running")
    report = an_open_round(other).reports.get()

    assert officer.get(f"/seutu/seuranta/raportti/{report.pk}/").status_code == 404
    assert officer.get("/seutu/seuranta/raportti/99999999999999999999/").status_code == 404


def test_saving_needs_a_post(asked, officer):
    assert officer.get(f"{asked.address}tallenna/").status_code == 405


def test_queries_do_not_grow_with_indicators(small, officer):
    small.project.stage = "running"
    small.project.save()
    counts = []
    for size, half in ((1, 1), (3, 2), (50, 3)):
        while small.programme.indicators.count() < size:
            builders.a_project_plan(small.project, builders.an_indicator(small.programme))
        period = period_of(date(2011 + half // 2, 1 + half % 2 * 6, 1))
        report = an_open_round(small.programme, period=period).reports.get()
        assert report.figures.count() == size
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(f"/seutu/seuranta/raportti/{report.pk}/").status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20
    assert ReportFigure.objects.count() == 54
