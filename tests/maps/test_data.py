"""What the shipped drawing promises: few corners, stated areas, precision and sources on everything, no boundaries."""

import itertools
import json

import pytest
from geographiclib.geodesic import Geodesic

from brochure.maps.looks import LOOKS
from brochure.resources import data_folder
from tests.maps.world import shipped_features, shipped_profile

STATED_KM2 = {"zone-kangyang": 0.600, "zone-core": 4.03, "campus-xnu": 1.0943, "zone-wetland": 1.735}


def rows(name: str) -> list[dict]:
    return json.loads((data_folder() / name).read_text("utf-8"))["features"]


def corners(row: dict) -> list[list[float]]:
    shape, coordinates = row["geometry"]["type"], row["geometry"]["coordinates"]
    return [coordinates] if shape == "Point" else coordinates if shape == "LineString" else coordinates[0]


@pytest.mark.parametrize("name", ["map.geojson", "map_osm.geojson"])
def test_lines_are_simple_and_coarse(name: str) -> None:
    for row in rows(name):
        assert len(corners(row)) <= 25, row["id"]
        for pair in corners(row):
            assert all(round(value, 4) == value for value in pair), row["id"]
            assert 101.2 < pair[0] < 102.3
            assert 36.4 < pair[1] < 37.0


@pytest.mark.parametrize("feature_id", STATED_KM2)
def test_areas_are_the_stated_ones(feature_id: str) -> None:
    feature = next(f for f in shipped_features() if f.id == feature_id)
    polygon = Geodesic.WGS84.Polygon()
    for lat, lon in feature.parts[0][:-1]:
        polygon.AddPoint(lat, lon)
    assert abs(polygon.Compute()[2]) / 1e6 == pytest.approx(STATED_KM2[feature_id], rel=0.01)


def test_everything_says_how_well_it_is_known() -> None:
    features = shipped_features()
    assert len({f.id for f in features}) == len(features)
    for f in features:
        assert f.sources, f.id
        assert f.basis.zh, f.id
        assert f.basis.en, f.id
        assert f.name.zh, f.id
        assert f.name.en, f.id
        assert f.kind in LOOKS, f.id


def test_openstreetmap_stays_in_its_own_file() -> None:
    assert all("open-osm" in row["properties"]["sources"] for row in rows("map_osm.geojson"))
    assert not any("open-osm" in row["properties"]["sources"] for row in rows("map.geojson"))


def test_no_boundaries_and_the_planned_says_so() -> None:
    features = {f.id: f for f in shipped_features()}
    assert not any("boundary" in f.kind or "district" in f.kind or "county" in f.kind for f in features.values())
    assert features["zone-kangyang"].status == features["zone-herb-garden"].status == "planned"


def test_the_profile_is_whole() -> None:
    profile = shipped_profile()
    assert len(profile) == 81
    assert [p.section for p in profile].count("tunnel_surface") == 5
    assert {p.chainage_m: p.ground_m for p in profile}[1807400] == 2305
    assert all(a.chainage_m < b.chainage_m for a, b in itertools.pairwise(profile))
