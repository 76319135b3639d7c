"""Datums: there and back to within a metre anywhere near Xining, and the shifts that are known at the park."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.model.datum import DATUMS, distance_m, from_wgs84, to_wgs84

LATS, LONS = st.floats(35.5, 38.0), st.floats(100.0, 103.5)
PARK = (36.69, 101.75)


@given(LATS, LONS, st.sampled_from(DATUMS))
def test_there_and_back_is_the_same_place(lat, lon, datum):
    assert distance_m(to_wgs84(*from_wgs84(lat, lon, datum), datum), (lat, lon)) < 0.01
    assert distance_m(from_wgs84(*to_wgs84(lat, lon, datum), datum), (lat, lon)) < 0.01


@pytest.mark.parametrize(
    ("datum", "off_lat", "off_lon"), [("wgs84", 0.0, 0.0), ("gcj02", -0.00003, 0.00196), ("bd09", 0.0062, 0.0084)]
)
def test_the_shift_at_the_park_is_the_known_one(datum, off_lat, off_lon):
    lat, lon = from_wgs84(*PARK, datum)
    assert distance_m((lat, lon), (PARK[0] + off_lat, PARK[1] + off_lon)) < 10
    assert distance_m(to_wgs84(PARK[0] + off_lat, PARK[1] + off_lon, datum), PARK) < 10


@given(LATS, LONS)
def test_a_shifted_map_is_off_by_what_makes_it_matter(lat, lon):
    assert 20 < distance_m(from_wgs84(lat, lon, "gcj02"), (lat, lon)) < 800
    assert 300 < distance_m(from_wgs84(lat, lon, "bd09"), (lat, lon)) < 2000


def test_a_known_pair_of_the_city():
    """Tian'anmen as eviltransform and prcoords give it: 39.90734, 116.39089 in WGS 84."""
    lat, lon = from_wgs84(39.90734, 116.39089, "gcj02")
    assert distance_m((lat, lon), (39.908743, 116.397133)) < 15


def test_a_distance_is_measured_over_the_ground():
    assert distance_m((36.0, 101.0), (37.0, 101.0)) == pytest.approx(111_195, rel=0.001)
    assert distance_m(PARK, PARK) == 0
