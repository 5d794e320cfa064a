"""The programme's own details, its municipalities and the first steps."""

from datetime import date
from decimal import Decimal

import pytest

from hankekori.areas.programmes.models import Programme
from hankekori.areas.regions.models import Municipality
from tests import builders

STEPS, PROGRAMME, PLACES = (f"/seutu/asetukset/{rest}" for rest in ("", "ohjelma/", "kunnat/"))
TYPED = {
    "name_fi": "Seudun nousu", "name_sv": "Regionens lyft", "name_en": "", "slogan_fi": "", "slogan_sv": "",
    "slogan_en": "", "coordinator_name": "Seudun Kehitys Oy", "start": "1.1.2009", "end": "31.12.2014",
    "previous_meeting": "", "shown_as_of": "", "light_on_course": "95", "light_late": "80 %",
}  # fmt: skip


def test_the_programme_is_described(officer, programme):
    form = officer.get(PROGRAMME).context["form"]

    saved = officer.post(PROGRAMME, {**TYPED, "nahty": form["nahty"].value()})

    assert saved.status_code == 302
    changed = Programme.objects.get(pk=programme.pk)
    assert (changed.name_fi, changed.name_sv, changed.coordinator_name) == (
        "Seudun nousu", "Regionens lyft", "Seudun Kehitys Oy",
    )  # fmt: skip
    assert (changed.light_on_course, changed.light_late, changed.shown_as_of) == (
        Decimal("0.95"), Decimal("0.80"), None,
    )  # fmt: skip
    assert changed.slug == "seutu"


def test_what_another_saved_meanwhile_stays_where_one_did_not_touch_it(officer, programme):
    form = officer.get(PROGRAMME).context["form"]
    seen, opened = form["nahty"].value(), {name: form[name].value() or "" for name in TYPED}
    Programme.objects.filter(pk=programme.pk).update(slogan_fi="Nousuun", previous_meeting=date(2012, 2, 2))

    officer.post(PROGRAMME, {**opened, "name_fi": "Uusi nimi", "nahty": seen})

    changed = Programme.objects.get(pk=programme.pk)
    assert (changed.name_fi, changed.slogan_fi, changed.previous_meeting) == (
        "Uusi nimi", "Nousuun", date(2012, 2, 2),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name_fi": ""}, "Nimi suomeksi"),
        ({"end": "1.1.2001"}, "Päättymispäivä on ennen alkamispäivää"),
        ({"start": "1.1.209"}, "1.1.209"),
        ({"start": "1.1.1209"}, "liian kaukana"),
        ({"light_on_course": "60"}, "ei saa olla pienempi"),
        ({"light_on_course": "yhdeksän"}, "kokonaisluku"),
        ({"light_late": "0"}, "kokonaisluku"),
    ],
)
def test_a_programme_that_cannot_be_is_refused(officer, programme, typed, said):
    seen = officer.get(PROGRAMME).context["form"]["nahty"].value()

    refused = officer.post(PROGRAMME, {**TYPED, **typed, "nahty": seen})

    assert (refused.status_code, said in refused.content.decode()) == (422, True)
    assert Programme.objects.get(pk=programme.pk).name_fi == "Seudun ohjelma"


def test_a_municipality_is_added_by_name_placed_and_taken_away(officer, programme):
    place = builders.a_municipality(code="111", name_fi="Heinola")
    officer.post(f"{PLACES}uusi/", {"uusi-name": "heinola", "uusi-code": "", "uusi-standing": "served"})
    link = programme.municipality_links.get()
    assert (link.standing, link.tile_row, link.tile_column) == ("served", 0, 0)
    form = officer.get(PLACES).context["form"]
    row = {f"standing-{place.pk}": "in_framework", f"row-{place.pk}": "2", f"column-{place.pk}": "3"}
    officer.post(PLACES, {**row, "nahty": form["nahty"].value()})

    link = programme.municipality_links.get()
    assert (link.municipality, link.standing, link.tile_row, link.tile_column) == (place, "in_framework", 2, 3)
    seen = officer.get(PLACES).context["form"]["nahty"].value()
    officer.post(PLACES, {**row, f"standing-{place.pk}": "removed", "nahty": seen})
    assert not programme.municipality_links.exists()


def test_a_municipality_nobody_told_of_comes_with_its_number(officer, programme):
    unknown = officer.post(f"{PLACES}uusi/", {"uusi-name": "Uusikunta", "uusi-code": "", "uusi-standing": "served"})
    assert (unknown.status_code, "kirjoita myös kuntanumero" in unknown.content.decode()) == (422, True)
    assert 'value="Uusikunta"' in unknown.content.decode()

    officer.post(f"{PLACES}uusi/", {"uusi-name": "Uusikunta", "uusi-code": "987", "uusi-standing": "served"})

    assert programme.municipality_links.get().municipality == Municipality.objects.get(code="987", name_fi="Uusikunta")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"uusi-name": "Lahti", "uusi-code": "111"}, "kuuluu kunnalle Heinola"),
        ({"uusi-name": "Heinola"}, "on jo ohjelmassa"),
        ({"uusi-name": "Lahti", "uusi-code": "11"}, "kolme numeroa"),
        ({"uusi-name": "Lahti", "uusi-code": "398", "uusi-standing": "muu"}, "muu"),
    ],
)
def test_a_municipality_that_cannot_be_added_is_told(officer, programme, typed, said):
    place = builders.a_municipality(code="111", name_fi="Heinola")
    programme.municipality_links.create(programme=programme, municipality=place)

    refused = officer.post(f"{PLACES}uusi/", {"uusi-code": "", "uusi-standing": "served", **typed})

    assert (refused.status_code, said in refused.content.decode()) == (422, True)


def test_a_place_on_the_map_is_a_small_number(officer, programme):
    place = builders.a_municipality()
    programme.municipality_links.create(programme=programme, municipality=place)
    row = {f"standing-{place.pk}": "served", f"row-{place.pk}": "-1", f"column-{place.pk}": "999"}

    assert officer.post(PLACES, row).status_code == 422


def test_the_first_steps_of_an_empty_programme(officer, programme):
    page = officer.get(STEPS)

    assert [step.is_done for step in page.context["steps"]] == [False] * len(page.context["steps"])
    assert page.context["following"].text == "Täydennä ohjelman tiedot"


def test_the_first_steps_tell_what_is_done(officer, small):
    steps = {step.text: (step.is_done, step.standing) for step in officer.get(STEPS).context["steps"]}

    assert steps["Kirjoita suunnitelma"] == (True, "2 toimenpidettä")
    assert steps["Aseta tavoitearvot"] == (False, "1/2 toimenpidettä")
    assert steps["Merkitse suunnitelma hyväksytyksi"][0]
    assert steps["Tuo hankkeet"] == (True, "1 hanke")
    assert not steps["Avaa ensimmäinen kierros"][0]
