"""The programme's indicators: from the catalogue, its own, their order and use."""

import pytest

from hankekori.areas.plan.models import Indicator
from hankekori.areas.plan.queries import indicators_of
from hankekori.pages.settings.words import code_shown
from tests import builders

LIST = "/seutu/asetukset/mittarit/"
CATALOGUE, NEW = f"{LIST}luettelo/", f"{LIST}uusi/"
OWN = {
    "code": "HK-TONTIT", "name_fi": "Kaavoitetut tontit", "name_sv": "", "name_en": "", "unit_fi": "tonttia",
    "unit_sv": "", "unit_en": "", "combination": "sum", "decimals": "0", "asked_of_all": "on", "headline": "1",
    "band": "15",
}  # fmt: skip


def test_indicators_are_chosen_from_the_catalogue(officer, programme):
    ticked = ["2021-2027|ESR+|EECO02", "2021-2027|JTF|RCO01"]
    chosen = officer.post(CATALOGUE, {"mittari": ticked})

    assert (chosen.status_code, chosen["Location"]) == (302, LIST)
    assert [indicator.code for indicator in indicators_of(programme)] == ["EECO02", "RCO01"]
    page = officer.get(LIST).content.decode()
    assert "EECO02 · ESR+ 2021–2027" in page
    again = officer.get(CATALOGUE).content.decode()
    assert 'value="2021-2027|ESR+|EECO02" disabled checked' in again


@pytest.mark.parametrize(
    ("search", "some", "none"),
    [
        ("?haku=pitkäaikais", "EECO03", "RCO01"),
        ("?haku=långtidsarbetslösa", "EECO03", "RCO01"),
        ("?haku=rcr01", "RCR01", "RCR02"),
        ("?rahasto=JTF&laji=result", "RCR01", "RCO01"),
        ("?kausi=2007-2013", "FI07-START", "EECO02"),
        ("?kausi=any", "HK-EVENT", "FI07-START"),
    ],
)
def test_the_catalogue_is_searched(officer, programme, search, some, none):
    page = officer.get(f"{CATALOGUE}{search}").content.decode()

    assert f"{some}" in page
    assert f"{none}" not in page


def test_a_search_that_finds_nothing_offers_an_own_indicator(officer, programme):
    page = officer.get(f"{CATALOGUE}?haku=avaruusasema").content.decode()

    assert "Luettelosta ei löydy tällaista" in page
    assert NEW in page


@pytest.mark.parametrize("ticked", [[], ["2021-2027|ESR+|CO99"], ["roska"], ["a|b|c|d"]])
def test_choosing_nothing_or_nonsense_is_told(officer, programme, ticked):
    refused = officer.post(CATALOGUE, {"mittari": ticked})

    assert refused.status_code == 422
    assert not indicators_of(programme).exists()


def test_a_programme_makes_an_own_indicator_and_changes_it(officer, programme):
    assert officer.post(NEW, OWN).status_code == 302
    own = Indicator.objects.get(code="HK-TONTIT")
    assert (own.asked_of_all, own.headline, own.band, own.counts_women) == (True, 1, 15, False)
    address = f"{LIST}{own.pk}/"
    form = officer.get(address).context["form"]
    assert "code" not in form.fields

    officer.post(address, {**OWN, "name_fi": "Tontit", "headline": "", "band": "", "nahty": form["nahty"].value()})

    own.refresh_from_db()
    assert (own.name_fi, own.headline, own.band, own.code) == ("Tontit", None, None, "HK-TONTIT")
    page = officer.get(LIST).content.decode()
    assert "oma tunnus HK-TONTIT" in page
    officer.post(f"{address}poista/")
    assert not indicators_of(programme).exists()


def test_of_an_indicator_of_the_catalogue_only_the_use_changes(officer, programme):
    officer.post(CATALOGUE, {"mittari": ["2021-2027|ESR+|EECO02"]})
    chosen = Indicator.objects.get()
    address = f"{LIST}{chosen.pk}/"
    form = officer.get(address).context["form"]
    assert set(form.fields) == {"headline", "asked_of_all", "band", "nahty"}

    officer.post(
        address, {"name_fi": "Muu", "asked_of_all": "on", "headline": "", "band": "0", "nahty": form["nahty"].value()}
    )

    chosen.refresh_from_db()
    assert (chosen.name_fi, chosen.asked_of_all, chosen.band) == (
        "Työttömät, mukaan lukien pitkäaikaistyöttömät", True, 0,
    )  # fmt: skip


def test_what_another_changed_meanwhile_is_asked_about(officer, programme):
    officer.post(NEW, OWN)
    address = f"{LIST}{Indicator.objects.get().pk}/"
    seen = officer.get(address).context["form"]["nahty"].value()
    officer.post(address, {**OWN, "band": "20", "nahty": seen})

    clash = officer.post(address, {**OWN, "band": "30", "nahty": seen})

    assert (clash.status_code, "Tähän on sillä välin tallennettu: 20" in clash.content.decode()) == (409, True)


def test_indicators_change_places(officer, programme):
    officer.post(CATALOGUE, {"mittari": ["2021-2027|ESR+|EECO02", "2021-2027|JTF|RCO01"]})
    first, second = indicators_of(programme)

    moved = officer.post(f"{LIST}{second.pk}/siirra/", {"suunta": "ylos"})

    assert moved["Location"] == f"{LIST}#m{second.pk}"
    assert list(indicators_of(programme)) == [second, first]
    assert officer.get(f"{LIST}{second.pk}/siirra/").status_code == 405


def test_an_indicator_in_use_is_not_removed(officer, small):
    refused = officer.post(f"{LIST}{small.people.pk}/poista/")

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "tavoitearvoja 1, hankkeiden omia tavoitteita 1, kirjauksia 1" in page or "kirjauksia 1" in page
    assert Indicator.objects.filter(pk=small.people.pk).exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"code": "RCO01"}, "Oman tunnuksen alussa on HK-"),
        ({"code": "HK-EVENT"}, "on jo käytössä: Pidetyt tilaisuudet"),
        ({"name_fi": " "}, "Nimi suomeksi"),
        ({"unit_fi": ""}, "Yksikkö suomeksi"),
        ({"band": "101"}, "101"),
        ({"band": "kymmenen"}, "kymmenen"),
        ({"combination": "tulo"}, "tulo"),
        ({"decimals": "9"}, "9"),
        ({"headline": "70"}, "70"),
        ({"name_fi": "131052-308T"}, "henkilötunnus"),
    ],
)
def test_an_indicator_that_cannot_be_is_told(officer, programme, typed, said):
    refused = officer.post(NEW, {**OWN, **typed})

    assert (refused.status_code, said in refused.content.decode()) == (422, True)


@pytest.mark.parametrize("rest", ["0/", "99999999999999999999/", "0/poista/"])
def test_what_there_is_not_is_not_found(officer, programme, rest):
    assert officer.get(f"{LIST}{rest}").status_code == 404


def test_an_indicator_of_another_programme_is_not_found(officer, programme):
    other = builders.an_indicator(builders.a_programme())

    assert officer.get(f"{LIST}{other.pk}/").status_code == 404
    assert officer.post(f"{LIST}{other.pk}/siirra/").status_code == 404


def test_a_code_of_ours_is_never_shown_as_one_of_the_eu(officer, small):
    shown = code_shown(small.people.key, is_official=False)

    assert shown == f"oma tunnus {small.people.code} · ESR 2007–2013"
    assert shown in officer.get(LIST).content.decode()
