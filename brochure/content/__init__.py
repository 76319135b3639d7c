"""``data/`` as values of the model: read once when something in it changed, checked as a whole."""

from pathlib import Path

import msgspec

from brochure.content.conditions import read_conditions
from brochure.content.geometry import read_features, read_profile
from brochure.content.links import check_links
from brochure.content.overlay import lay_over
from brochure.content.tables import read_records
from brochure.model.condition import Condition
from brochure.model.geometry import Feature, ProfilePoint
from brochure.model.kinds import KINDS
from brochure.model.record import Record

__all__ = ["Content", "lay_over", "load_content"]

MAP_FILES = ("map.geojson", "map_osm.geojson")
PROFILE = "g6_profile.csv"


class Content(msgspec.Struct, frozen=True):
    """All there is to show: the records of each kind in the order of its file, the map, the profile, the conditions."""

    records: dict[str, tuple[Record, ...]]
    features: tuple[Feature, ...] = ()
    profile: tuple[ProfilePoint, ...] = ()
    conditions: tuple[Condition, ...] = ()


def load_content(folder: Path) -> Content:
    """Return what a folder such as ``data/`` holds.

    Raises:
        ContentError: A file is missing or something in it cannot be taken; the message names file, row and column.
    """
    rows: dict[str, list[tuple[int, Record]]] = {}
    for kind, cls in KINDS.items():
        rows[kind] = list(read_records(folder / f"{kind}.csv", cls))
    features = [
        (name, number, feature)
        for name in MAP_FILES
        for number, feature in enumerate(read_features(folder / name), start=1)
    ]
    profile = read_profile(folder / PROFILE)
    check_links(rows, features)
    return Content(
        {kind: tuple(record for _, record in records) for kind, records in rows.items()},
        tuple(feature for _, _, feature in features),
        profile,
        read_conditions(folder, rows),
    )
