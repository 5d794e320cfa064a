"""The day a page looks at, and the day on which the results were known."""

from datetime import UTC, date, datetime

import pytest

from tests import builders

PAGES = [
    "", "suunnitelma/", "suunnitelma/puutteet/", "suunnitelma/muutokset/", "suunnitelma/1.1/",
    "suunnitelma/1.1/muutokset/", "suunnitelma/1.1/{people}/",
]  # fmt: skip


def figures_on(client, small, query):
    """Give actual, expected and the women on the first page."""
    (line,) = client.get(small.url(query)).context["figures"]
    return line["figure"].value, round(line["expected"] or 0), line["figure"].women


def test_pages_open_on_the_day_set_for_the_programme(small, officer):
    assert officer.get(small.url()).context["state"].as_of == date(2012, 4, 30)


def test_as_of_leaves_out_later_periods(small, officer):
    builders.a_ledger_entry(small.project, small.people, 5, period_start=date(2010, 1, 1), period_end=date(2010, 6, 30))

    assert figures_on(officer, small, "?paiva=2010-12-31")[0] == 5
    assert figures_on(officer, small, "?paiva=2011-12-31")[0] == 45


def test_known_on_leaves_out_what_was_recorded_later(small, officer):
    builders.a_ledger_entry(small.project, small.people, 7, recorded_at=datetime(2012, 4, 2, 9, 0, tzinfo=UTC))

    assert figures_on(officer, small, "?paiva=2012-04-30&tiedetty=2012-04-01")[0] == 40
    assert figures_on(officer, small, "?paiva=2012-04-30&tiedetty=2012-04-02")[0] == 47


def test_chosen_days_are_said_and_kept_in_every_link(small, officer):
    page = officer.get(small.url("?paiva=2011-12-31&tiedetty=2012-02-01")).content.decode()

    assert "Tilanne 31.12.2011; mukana 1.2.2012 mennessä tehdyt kirjaukset." in page
    assert f'href="{small.url()}"' in page  # the way back
    kept = "?paiva=2011-12-31&amp;tiedetty=2012-02-01"
    assert f'href="{small.url("suunnitelma/")}{kept}' in page
    assert f'href="{small.url(f"suunnitelma/tavoite/1/{small.people.pk}/")}{kept}"' in page
    assert f'href="{small.url(f"suunnitelma/luku/{small.people.pk}/")}{kept}"' in page


def test_a_plan_adopted_later_does_not_show_on_an_earlier_day(small, officer):
    version = builders.a_plan(small.programme, number=2, adopted_on=date(2012, 1, 1))
    objective = builders.an_objective(small.programme, version, number="7")
    builders.a_measure(small.programme, objective, number="7.1")

    assert officer.get(small.url("suunnitelma/7.1/?paiva=2012-04-30")).status_code == 200
    assert officer.get(small.url("suunnitelma/7.1/?paiva=2011-12-31")).status_code == 404
    assert officer.get(small.url("suunnitelma/1.1/?paiva=2011-12-31")).status_code == 200


@pytest.fixture(params=PAGES)
def address(request, small):
    return small.url(request.param.format(people=small.people.pk))


@pytest.mark.parametrize("name", ["paiva", "tiedetty"])
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("eilen", "Osoitteen päivä ”eilen” ei ole päivämäärä. Kirjoita se muodossa 2012-04-30."),
        ("30.4.2012", "Osoitteen päivä ”30.4.2012” ei ole päivämäärä."),
        ("2012-02-30", "Osoitteen päivä ”2012-02-30” ei ole päivämäärä."),
        ("<script>", "Osoitteen päivä ”&lt;script&gt;” ei ole päivämäärä."),
        ("%00", "ei ole päivämäärä."),
        ("0001-01-01", "Osoitteen päivä 0001-01-01 on liian kaukana. Valitse päivä vuosilta 1990–2100."),
        ("9999-12-31", "Osoitteen päivä 9999-12-31 on liian kaukana."),
    ],
)
def test_bad_day_is_said_in_clear_words(officer, address, name, written, said):
    response = officer.get(f"{address}?{name}={written}")

    assert response.status_code == 400
    assert said in response.content.decode()


@pytest.mark.parametrize("day", ["1990-01-01", "2100-12-31"])
def test_first_and_last_day_open(officer, address, day):
    assert officer.get(f"{address}?paiva={day}&tiedetty={day}").status_code in {200, 404}


def test_empty_day_is_the_usual_day(small, officer):
    assert officer.get(small.url("?paiva=&tiedetty=")).context["state"].as_of == date(2012, 4, 30)
