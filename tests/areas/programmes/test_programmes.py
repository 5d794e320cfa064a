from datetime import date
from decimal import Decimal

import pytest

from hankekori.areas.errors import EmptyFieldError, WrongOrderError
from hankekori.areas.programmes.actions import LightsOrderError, MunicipalityPlace, save_programme, set_municipalities
from hankekori.areas.programmes.queries import municipalities_of, programmes
from tests.builders import NOW, a_municipality, a_programme

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}
VALUES = {"name_fi": "Heinolan seutu nousuun", "start": date(2009, 1, 1), "end": date(2014, 12, 31)}


def test_a_programme_is_made_and_changed_by_its_slug():
    made = save_programme(**NOBODY, slug="heinola", **VALUES)
    save_programme(**NOBODY, slug="heinola", slogan_fi="Uutta työtä")
    (found,) = programmes()
    assert (found, found.slogan.fi) == (made, "Uutta työtä")


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"name_fi": ""}, EmptyFieldError),
        ({"end": date(2008, 1, 1)}, WrongOrderError),
        ({"light_late": Decimal("0.95")}, LightsOrderError),
        ({"unknown": 1}, TypeError),
    ],
)
def test_a_programme_that_cannot_be_is_refused(fields, refusal):
    with pytest.raises(refusal):
        save_programme(**NOBODY, slug="heinola", **VALUES | fields)
    assert not programmes().exists()


def test_municipalities_take_the_place_of_the_old_ones():
    programme, heinola, sysma = a_programme(), a_municipality(name_fi="Heinola"), a_municipality(name_fi="Sysmä")
    set_municipalities(**NOBODY, programme=programme, places=[MunicipalityPlace(heinola), MunicipalityPlace(sysma)])
    set_municipalities(**NOBODY, programme=programme, places=[MunicipalityPlace(sysma, "served", 1, 2)])
    (link,) = municipalities_of(programme)
    assert (link.municipality, link.standing, link.tile_row, link.tile_column) == (sysma, "served", 1, 2)
