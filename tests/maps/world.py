"""The shipped map, read without the store."""

import csv
import functools
import json

from brochure.model.geometry import Feature, Position, ProfilePoint
from brochure.resources import data_folder
from brochure.words import Text


@functools.cache
def shipped_features() -> tuple[Feature, ...]:
    made: list[Feature] = []
    for name in ("map.geojson", "map_osm.geojson"):
        for row in json.loads((data_folder() / name).read_text("utf-8"))["features"]:
            made.append(_feature(row))
    return tuple(made)


@functools.cache
def shipped_profile() -> tuple[ProfilePoint, ...]:
    with (data_folder() / "g6_profile.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(
            ProfilePoint(
                chainage_m=int(row["chainage_m"]),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                ground_m=int(row["ground_m"]),
                section="road" if row["section"] == "road" else "tunnel_surface",
                name=Text(row["name_zh"], row["name_en"]) if row["name_zh"] else None,
            )
            for row in csv.DictReader(file)
        )


def _feature(row: dict) -> Feature:
    p, shape = row["properties"], row["geometry"]["type"]
    coordinates = row["geometry"]["coordinates"]
    runs = {"Point": [[coordinates]], "LineString": [coordinates], "Polygon": coordinates}
    runs = runs[shape][0] if shape == "Point" else runs[shape]
    turn = lambda pair: (pair[1], pair[0])  # noqa: E731
    short = Text(p["short_zh"] or p["name_zh"], p["short_en"] or p["name_en"]) if p["short_zh"] or p["short_en"] else None
    return Feature(
        id=p["id"], kind=p["kind"], name=Text(p["name_zh"], p["name_en"]), short=short,
        shape={"Point": "point", "LineString": "line", "Polygon": "polygon"}[shape],
        parts=tuple(tuple(turn(pair) for pair in run) for run in (runs if shape != "Point" else [[coordinates]])),
        precision=p["precision"], scale=p["scale"], sources=tuple(p["sources"]), basis=Text(p["basis_zh"], p["basis_en"]),
        status=p["status"], record=p["record"], parent=p["parent"], sector=p["sector"], elevation_m=p["elevation_m"],
        area_km2=p["area_km2"], labels={key: turn(pair) for key, pair in p["labels"].items()},
    )  # fmt: skip


def boxes_overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def turned(pairs: list) -> tuple[Position, ...]:
    return tuple((lat, lon) for lon, lat in pairs)
