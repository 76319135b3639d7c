"""The map's GeoJSON and the ground profile as values of the model; longitude and latitude turn round here."""

import json
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from brochure.content.tables import read_rows, read_text
from brochure.errors import ContentError
from brochure.model.geometry import Feature, MapScale, Position, ProfilePoint
from brochure.model.record import Precision, Status
from brochure.words import Text
from brochure.words import content as say

SHAPES = {"Point": "point", "LineString": "line", "MultiLineString": "line", "Polygon": "polygon"}
CHOICES: dict[str, tuple[str, ...]] = {
    "precision": typing.get_args(Precision),
    "scale": typing.get_args(MapScale),
    "status": typing.get_args(Status),
}
UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""What JSON can spell and no text can hold: a NUL, half a character."""
LATITUDES, LONGITUDES = (35.5, 38.0), (100.0, 103.5)
PROFILE_COLUMNS = ("chainage_m", "lat", "lon", "ground_m", "section", "name_zh", "name_en")
SECTIONS = ("road", "tunnel_surface")


def is_local(lat: float, lon: float) -> bool:
    """Whether a position lies in the park's part of the world."""
    return LATITUDES[0] <= lat <= LATITUDES[1] and LONGITUDES[0] <= lon <= LONGITUDES[1]


def read_features(path: Path) -> tuple[Feature, ...]:
    """Return the features of a GeoJSON file in its order.

    Raises:
        ContentError: The file, a property or a position is not what the map asks for.
    """
    try:
        collection = json.loads(read_text(path), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ContentError(say.NOT_JSON.fill(path.name, error.lineno, error.msg)) from error
    except (ValueError, RecursionError) as error:
        raise ContentError(say.NOT_JSON.fill(path.name, 1, error)) from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or collection.get("type") != "FeatureCollection":
        raise ContentError(say.NOT_GEOJSON.fill(path.name))
    return tuple(_Row(path.name, number, feature).feature() for number, feature in enumerate(features, start=1))


def read_profile(path: Path) -> tuple[ProfilePoint, ...]:
    """Return the ground profile in the order of its file.

    Raises:
        ContentError: The file, a column or a cell is not what the profile asks for.
    """
    header, rows = read_rows(path)
    for name in header:
        if name not in PROFILE_COLUMNS:
            raise ContentError(say.UNKNOWN_COLUMN.fill(path.name, name, Text("", "")))
    for name in PROFILE_COLUMNS:
        if name not in header:
            raise ContentError(say.NO_COLUMN.fill(path.name, name))
    return tuple(_profile_point(path.name, row, dict(zip(header, cells, strict=True))) for row, cells in rows)


def _profile_point(file: str, row: int, cells: dict[str, str]) -> ProfilePoint:
    def number(column: str, whole: bool = False) -> float:
        cell = cells[column].strip()
        try:
            if not cell.isascii() or "_" in cell:
                raise ValueError(cell)
            return int(cell) if whole else float(cell)
        except ValueError as error:
            wanted = say.WHOLE if whole else say.NUMBER
            raise ContentError(say.CELL.fill(file, row, column, wanted, cell)) from error

    lat, lon = number("lat"), number("lon")
    for fault in position_faults(lat, lon):
        raise ContentError(say.CELL.fill(file, row, fault.column, fault.expected, fault.found))
    section = cells["section"].strip()
    if section not in SECTIONS:
        raise ContentError(say.CELL.fill(file, row, "section", say.ONE_OF.fill(", ".join(SECTIONS)), section))
    name = Text(cells["name_zh"].strip(), cells["name_en"].strip())
    return ProfilePoint(
        chainage_m=int(number("chainage_m", whole=True)),
        lat=lat,
        lon=lon,
        ground_m=int(number("ground_m", whole=True)),
        section="road" if section == "road" else "tunnel_surface",
        name=name if name.zh or name.en else None,
    )


class Fault(NamedTuple):
    """A cell that does not fit the rest of the content: its column, what should stand there, and what does."""

    column: str
    expected: Text
    found: object


def position_faults(lat: float, lon: float) -> Iterator[Fault]:
    """Tell of a position far from the park, and when the two look swapped."""
    if is_local(lat, lon):
        return
    fault = Fault("lat", say.LATITUDE, lat)
    if LATITUDES[0] <= lat <= LATITUDES[1]:
        fault = Fault("lon", say.LONGITUDE, lon)
    yield fault._replace(expected=say.SWAPPED.fill(fault.expected)) if is_local(lon, lat) else fault


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # Python takes NaN and Infinity, JSON does not


class _Row:
    """One GeoJSON feature being read; knows where it stands, so that every refusal can say it."""

    def __init__(self, file: str, number: int, feature: Any) -> None:
        self.file, self.place = file, number
        self.given = feature if isinstance(feature, dict) else {}
        properties = self.given.get("properties")
        self.properties: dict[str, Any] = properties if isinstance(properties, dict) else {}
        self.id = str(self.properties.get("id") or "?")

    def feature(self) -> Feature:
        """Return the feature this row holds."""
        geometry = self.given.get("geometry")
        shape = geometry.get("type") if isinstance(geometry, dict) else None
        if shape not in SHAPES:
            self.refuse("geometry", say.GEOMETRY, shape)
        assert isinstance(geometry, dict)
        labels = self.properties.get("labels") or {}
        if not isinstance(labels, dict):
            self.refuse("labels", say.POSITIONS, labels)
        for scale in labels:
            if scale not in CHOICES["scale"]:
                self.refuse("labels", say.ONE_OF.fill(", ".join(CHOICES["scale"])), ascii(scale))
        short = Text(self.words("short_zh") or "", self.words("short_en") or "")
        name = Text(self.must("name_zh"), self.must("name_en"))
        values: dict[str, Any] = {field: self.choice(field) for field in CHOICES}
        return Feature(
            id=self.must("id"),
            kind=self.must("kind"),
            name=name,
            shape=SHAPES[shape],  # type: ignore[arg-type]  # the three values of the table above
            parts=self.parts(shape, geometry.get("coordinates")),
            sources=self.ids("sources"),
            basis=Text(self.must("basis_zh"), self.must("basis_en")),
            record=self.words("record"),
            parent=self.words("parent"),
            sector=self.words("sector"),
            elevation_m=self.number("elevation_m"),
            area_km2=self.number("area_km2"),
            assumed=self.flag("assumed"),
            labels={str(scale): self.position("labels", pair) for scale, pair in labels.items()},
            short=Text(short.zh or name.zh, short.en or name.en) if short.zh or short.en else None,
            **values,
        )

    def refuse(self, field: str, expected: Text, found: object) -> NoReturn:
        raise ContentError(say.FEATURE.fill(self.file, self.place, self.id, field, expected, found))

    def words(self, field: str) -> str | None:
        found = self.properties.get(field)
        if found is not None and not isinstance(found, str):
            self.refuse(field, say.TEXT, found)
        if found and UNWRITABLE.search(found):
            self.refuse(field, say.PLAIN_TEXT, found.encode("ascii", "backslashreplace").decode().replace("\0", "\\0"))
        return found or None

    def must(self, field: str) -> str:
        return self.words(field) or self.refuse(field, say.TEXT, "")

    def choice(self, field: str) -> str | None:
        found = self.words(field)
        if found not in CHOICES[field] and not (found is None and field == "status"):
            self.refuse(field, say.ONE_OF.fill(", ".join(CHOICES[field])), found or "")
        return found

    def flag(self, field: str) -> bool:
        found = self.properties.get(field)
        if found is not None and not isinstance(found, bool):
            self.refuse(field, say.FLAG, found)
        return bool(found)

    def ids(self, field: str) -> tuple[str, ...]:
        found = self.properties.get(field)
        if not isinstance(found, list) or not found or not all(isinstance(item, str) for item in found):
            self.refuse(field, say.LIST, found)
        return tuple(found)

    def number(self, field: str) -> float | None:
        found = self.properties.get(field)
        if found is not None and (isinstance(found, bool) or not isinstance(found, int | float)):
            self.refuse(field, say.NUMBER, found)
        return found

    def parts(self, shape: str, coordinates: Any) -> tuple[tuple[Position, ...], ...]:
        if shape == "Point":
            return ((self.position("geometry", coordinates),),)
        runs = [coordinates] if shape == "LineString" else coordinates
        if not isinstance(runs, list) or not runs or not all(isinstance(run, list) for run in runs):
            self.refuse("geometry", say.POSITIONS, runs)
        parts = tuple(tuple(self.position("geometry", pair) for pair in run) for run in runs)
        for part in parts:
            if len(part) < 2:
                self.refuse("geometry", say.LINE, part)
            if shape == "Polygon" and (len(part) < 4 or part[0] != part[-1]):
                self.refuse("geometry", say.RING, part)
        return parts

    def position(self, field: str, pair: Any) -> Position:
        whole = isinstance(pair, list) and len(pair) >= 2
        if not whole or not all(isinstance(part, int | float) and not isinstance(part, bool) for part in pair[:2]):
            self.refuse(field, say.POSITIONS, pair)
        lon, lat = pair[0], pair[1]
        if not is_local(lat, lon):
            inside = LATITUDES[0] <= lat <= LATITUDES[1]
            wanted, found = (say.LONGITUDE, lon) if inside else (say.LATITUDE, lat)
            self.refuse(field, say.SWAPPED.fill(wanted) if is_local(lon, lat) else wanted, found)
        return (float(lat), float(lon))
