"""Boundaries on a flat sheet."""

import json
import math

import pytest

from hankekori.charts.geometry import GeometryError, shape_of
from hankekori.charts.values import MapArea
from tests.charts.samples import square


def test_a_square_degree_becomes_as_wide_as_it_is_on_the_ground():
    shape = shape_of([MapArea("1", "A", square(26.0, 60.0))])

    assert shape.width == pytest.approx(0.5 * math.cos(math.radians(60.125)), abs=1e-4)
    assert shape.height == pytest.approx(0.25)


def test_the_label_stands_in_the_middle_of_the_largest_part():
    large = [[[25.0, 61.0], [26.0, 61.0], [26.0, 62.0], [25.0, 62.0], [25.0, 61.0]]]
    small = [[[27.0, 61.0], [27.1, 61.0], [27.1, 61.1], [27.0, 61.1], [27.0, 61.0]]]
    geometry = json.dumps({"type": "MultiPolygon", "coordinates": [small, large]})

    ((x, y),) = shape_of([MapArea("1", "A", geometry)]).centres

    assert y == pytest.approx(61.5)
    assert x == pytest.approx(25.5 * math.cos(math.radians(61.5)), abs=1e-3)


@pytest.mark.parametrize("geometry", ['{"type": "Point", "coordinates": [25, 61]}', "{}"])
def test_what_is_no_polygon_is_refused(geometry):
    with pytest.raises(GeometryError, match="Polygon"):
        shape_of([MapArea("1", "A", geometry)])


def test_nothing_to_draw_is_refused():
    with pytest.raises(GeometryError, match="no area"):
        shape_of([])
