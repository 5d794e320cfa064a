"""The days a measure can be looked at."""

from datetime import UTC, datetime

from selectolax.lexbor import LexborHTMLParser

from tests import builders


def lists_of(client, query=""):
    """Give the options of both lists as (value, is chosen)."""
    page = LexborHTMLParser(client.get(f"/seutu/suunnitelma/1.1/{query}").content.decode())
    return [
        [(option.attributes["value"], "selected" in option.attributes) for option in each.css("option")]
        for each in page.css("form.time-choice select")
    ]


def test_half_years_until_the_day_shown_and_days_of_recording_are_offered(small, officer):
    builders.a_ledger_entry(small.project, small.people, 1, recorded_at=datetime(2012, 3, 1, tzinfo=UTC))
    days, known = lists_of(officer)

    assert [day for day, _ in days] == [
        "2009-06-30", "2009-12-31", "2010-06-30", "2010-12-31", "2011-06-30", "2011-12-31", "2012-04-30",
    ]  # fmt: skip
    assert [day for day, chosen in days if chosen] == ["2012-04-30"]
    assert [day for day, _ in known][:2] == ["2012-01-20", "2012-03-01"]
    assert [chosen for _, chosen in known] == [False, False, True]


def test_a_chosen_day_between_is_among_them(small, officer):
    days, known = lists_of(officer, "?paiva=2011-10-10&tiedetty=2012-02-02")

    assert ("2011-10-10", True) in days
    assert ("2012-02-02", True) in known
    assert sorted(days) == days


def test_each_day_shows_its_figures(small, officer):
    page = LexborHTMLParser(officer.get("/seutu/suunnitelma/1.1/?paiva=2011-06-30").content.decode())

    assert page.css_first("#paivat").text().startswith("Tilanne 30.6.2011; mukana")
    assert page.css_first("#tilanne td[data-label=Nyt]").text() == "puuttuu"
    assert page.css_first("#muutokset").attributes["href"] == "/seutu/suunnitelma/1.1/muutokset/?paiva=2011-06-30"
