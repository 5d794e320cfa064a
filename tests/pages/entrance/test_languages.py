"""Languages: the browser's wish, Finnish otherwise; what is chosen stays."""

import pytest

TITLES = {"fi": "Kirjaudu", "sv": "Logga in", "en": "Log in"}


def language_of(response):
    return response.content.decode().partition('<html lang="')[2][:2]


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("fi", "fi"),
        ("sv", "sv"),
        ("en", "en"),
        ("sv-FI,sv;q=0.9,en;q=0.5", "sv"),
        ("en-GB,en;q=0.9", "en"),
        ("de-DE,de;q=0.9", "fi"),
        ("de,en;q=0.5", "en"),
        ("*", "fi"),
        ("", "fi"),
        ("not a language at all", "fi"),
    ],
)
def test_first_page_speaks_the_browsers_language_or_finnish(client, db, wish, language):
    assert language_of(client.get("/", headers={"accept-language": wish})) == language


@pytest.mark.parametrize("language", TITLES)
def test_every_page_offers_the_three_languages_by_their_own_names(client, db, language):
    page = client.get("/kirjaudu/", headers={"accept-language": language}).content.decode()

    assert TITLES[language] in page
    for code, name in (("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")):
        assert f'name="language" value="{code}" lang="{code}"' in page
        assert f">{name}</button>" in page


def test_chosen_language_stays_against_the_browsers_wish(officer):
    response = officer.post("/i18n/setlang/", {"language": "sv", "next": "/seutu/suunnitelma/?paiva=2011-12-31"})

    assert response["Location"] == "/seutu/suunnitelma/?paiva=2011-12-31"
    assert language_of(officer.get("/seutu/", headers={"accept-language": "en"})) == "sv"
    assert language_of(officer.get("/seutu/suunnitelma/", headers={"accept-language": "en"})) == "sv"


def test_unknown_language_changes_nothing(officer):
    officer.post("/i18n/setlang/", {"language": "xx", "next": "/seutu/"})

    assert language_of(officer.get("/seutu/")) == "fi"


def test_choice_never_leads_out_of_the_site(officer):
    assert officer.post("/i18n/setlang/", {"language": "sv", "next": "https://example.org/"})["Location"] == "/"


def test_numbers_and_days_follow_the_language(small, officer):
    finnish = officer.get("/seutu/").content.decode()
    english = officer.get("/seutu/", headers={"accept-language": "en"}).content.decode()

    assert "Tilannekuva 30.4.2012" in finnish
    assert "30 April 2012" in english
