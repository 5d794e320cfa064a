"""Loading the demo into a database that has none of it."""

import time

import pytest

from hankekori.areas.regions.models import Municipality, Region
from hankekori.demo.load import load_demo
from tests.conftest import DEMO_LOADED_AT

pytestmark = pytest.mark.django_db


def test_municipalities_of_the_official_list_are_kept():
    region = Region.objects.create(code="07", name_fi="Päijät-Häme", name_sv="Päijänne-Tavastland")
    Municipality.objects.create(code="111", name_fi="Heinola", region=region, boundary={"type": "Polygon"})
    load_demo(now=DEMO_LOADED_AT)
    kept = Municipality.objects.get(code="111")
    assert kept.boundary == {"type": "Polygon"}
    assert kept.region == region


def test_loading_is_quick():
    start = time.perf_counter()
    load_demo(now=DEMO_LOADED_AT)
    assert time.perf_counter() - start < 10
