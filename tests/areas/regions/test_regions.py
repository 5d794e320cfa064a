import pytest

from hankekori.areas.regions.models import Region
from hankekori.areas.regions.queries import municipalities_with_codes, regions
from tests.builders import a_municipality

pytestmark = pytest.mark.django_db


def test_municipalities_and_regions_are_found_by_code():
    heinola = a_municipality(code="111")
    region = Region.objects.create(code="07", name_fi="Päijät-Häme")
    assert municipalities_with_codes(["111", "999"]) == {"111": heinola}
    assert list(regions()) == [region]
