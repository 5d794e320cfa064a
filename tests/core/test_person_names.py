"""Which implementers' names are held back as possibly a natural person's; all names are invented."""

import pytest

from hankekori.core.person_names import may_name_person


@pytest.mark.parametrize(
    "name",
    [
        "Maija Esimerkki Malli",
        "Tmi Esimerkki",
        "MALLI MATTI T:MI",
        "Matti-Pekka Malli",
        "Malli Matti, kuolinpesä",
        "M. Malli",
    ],
)
def test_sole_traders_and_name_like_names_are_held_back(name):
    assert may_name_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Esimerkki Oy",
        "Esimerkin kaupunki",
        "Mallin Yliopisto",
        "Malli Yhdistys r.y.",
        "Malli Avoin yhtiö",
        "ESIMERKKI OY AB",
    ],
)
@pytest.mark.parametrize("company_aid", [True, False])
def test_legal_forms_and_public_bodies_are_not(name, company_aid):
    assert not may_name_person(name, company_aid=company_aid)


def test_receiver_of_company_aid_without_a_legal_form_is_held_back():
    assert may_name_person("Parturi-kampaamo Malli", company_aid=True)
    assert not may_name_person("Parturi-kampaamo Malli")
