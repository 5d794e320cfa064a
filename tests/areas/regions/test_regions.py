from datetime import date

import pytest

from hankekori.areas.regions.models import Authority, Region
from hankekori.areas.regions.queries import authority_named, municipalities_named, municipalities_with_codes, regions
from tests.builders import a_municipality

pytestmark = pytest.mark.django_db


def test_municipalities_are_found_by_either_name_whatever_the_case():
    hartola = a_municipality(code="081", name_fi="Hartola", name_sv="Gustav Adolfs")
    a_municipality(code="111", name_fi="Heinola")
    assert municipalities_named(["HARTOLA", "gustav adolfs", "Nowhere", " "]) == {
        "HARTOLA": hartola,
        "gustav adolfs": hartola,
    }
    assert municipalities_named([]) == {}


def test_a_valid_municipality_comes_before_an_ended_one():
    a_municipality(code="088", name_fi="Heinola", valid_to=date(1996, 12, 31))
    valid = a_municipality(code="111", name_fi="Heinola")
    assert municipalities_named(["Heinola"]) == {"Heinola": valid}


def test_others_are_found_by_code_and_name():
    heinola = a_municipality(code="111")
    authority = Authority.objects.create(name="Hämeen ELY-keskus")
    region = Region.objects.create(code="07", name_fi="Päijät-Häme")
    assert municipalities_with_codes(["111", "999"]) == {"111": heinola}
    assert authority_named("hämeen ely-keskus ") == authority
    assert list(regions()) == [region]
