import pytest

from hankekori.areas.errors import EmptyFieldError
from hankekori.areas.partners.actions import (
    BusinessIdError,
    OrganisationNameTakenError,
    find_or_create_organisation,
    save_organisation,
)
from hankekori.areas.partners.queries import find_organisation, organisations_of
from tests.builders import NOW, a_programme, an_organisation

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}
VALID_ID = "0112038-9"


@pytest.fixture
def programme():
    return a_programme()


def test_an_organisation_is_made_once(programme):
    made = find_or_create_organisation(**NOBODY, programme=programme, name=" Heinolan kaupunki ", kind="Kunta")
    again = find_or_create_organisation(**NOBODY, programme=programme, name="HEINOLAN KAUPUNKI", kind="Muu")
    assert (made, made.name, again.kind) == (again, "Heinolan kaupunki", "Kunta")


def test_a_business_id_finds_an_organisation_under_a_new_name(programme):
    made = find_or_create_organisation(**NOBODY, programme=programme, name="Vanha nimi", business_id="01120389")
    found = find_or_create_organisation(**NOBODY, programme=programme, name="Uusi nimi", business_id=VALID_ID)
    assert (found, found.name, found.business_id) == (made, "Vanha nimi", VALID_ID)


def test_a_business_id_is_added_to_one_found_by_name(programme):
    an_organisation(programme, name="Yritys")
    found = find_or_create_organisation(**NOBODY, programme=programme, name="Yritys", business_id=VALID_ID)
    assert find_organisation(programme, business_id=VALID_ID) == found


def test_organisations_of_another_programme_are_not_found(programme):
    an_organisation(a_programme(), name="Yritys", business_id=VALID_ID)
    assert find_organisation(programme, name="Yritys", business_id=VALID_ID) is None
    assert find_organisation(programme) is None


def test_what_cannot_be_is_refused(programme):
    with pytest.raises(BusinessIdError):
        find_or_create_organisation(**NOBODY, programme=programme, name="Yritys", business_id="0112038-1")
    with pytest.raises(EmptyFieldError):
        find_or_create_organisation(**NOBODY, programme=programme, name="")
    assert not organisations_of(programme).exists()


def test_an_organisation_is_changed(programme):
    organisation = an_organisation(programme, name="Yritys")
    save_organisation(**NOBODY, organisation=organisation, may_be_person=True, business_id="01120389")
    organisation.refresh_from_db()
    assert (organisation.may_be_person, organisation.business_id) == (True, VALID_ID)
    an_organisation(programme, name="Toinen")
    with pytest.raises(OrganisationNameTakenError):
        save_organisation(**NOBODY, organisation=organisation, name="Toinen")
    with pytest.raises(EmptyFieldError):
        save_organisation(**NOBODY, organisation=organisation, name=" ")
