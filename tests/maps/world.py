"""The shipped map, read without the store."""

import functools

from brochure.content.geometry import read_features, read_profile
from brochure.model.geometry import Feature, ProfilePoint
from brochure.resources import data_folder


@functools.cache
def shipped_features() -> tuple[Feature, ...]:
    folder = data_folder()
    return (*read_features(folder / "map.geojson"), *read_features(folder / "map_osm.geojson"))


@functools.cache
def shipped_profile() -> tuple[ProfilePoint, ...]:
    return read_profile(data_folder() / "g6_profile.csv")


def boxes_overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
