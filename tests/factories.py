"""Small worlds: records with only what a test cares about, and folders of content made of them."""

import csv
import datetime
import json
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from brochure.model.condition import Condition
from brochure.model.flat import column_names, columns, to_row
from brochure.model.kinds import KINDS, Enterprise, Figure, Place, Policy, Source, Zone
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.words import Text

R = TypeVar("R", bound=Record)
ON = datetime.date(2026, 6, 15)
"""A day for which validity is told."""
SQUARE = [[101.74, 36.68], [101.75, 36.68], [101.75, 36.69], [101.74, 36.69], [101.74, 36.68]]


def make(cls: type[R], id: str, **given: Any) -> R:
    """Return a record; whatever its kind asks for and was not given is filled with the plainest thing that holds."""
    values: dict[str, Any] = {"id": id, "name": Text(f"名称{id}", f"Name {id}"), **given}
    for column in columns(cls):
        if column.field not in values and not column.optional:
            plain: dict[str, Any] = {"text": Text("文字", "words"), "int": 1, "float": 1.0, "texts": (), "strs": ()}
            values[column.field] = column.choices[0] if column.choices else plain.get(column.form, "x")
    if cls is not Source:
        values.setdefault("sources", ("article-test",))
    return cls(**values)


def spoilt(library: Library, id: str, **given: object) -> Library:
    """Return the library with one record changed, as an import or an edit of the office could."""
    record = msgspec.structs.replace(library.record(id), **given)
    other = object.__new__(Library)
    other.__dict__.update(library.__dict__)
    other._kinds = library._kinds | {
        record.kind: tuple(record if each.id == id else each for each in library._kinds[record.kind])
    }
    other._by_id = library._by_id | {id: record}
    for cached in ("_figures", "_backlinks"):
        other.__dict__.pop(cached, None)
    other.verdicts = ""  # found of the record as it was
    return other


def small_records() -> dict[str, tuple[Record, ...]]:
    """Return one plain record of each kind, and a few with names worth searching for."""
    records: dict[str, tuple[Record, ...]] = {
        kind: (make(cls, f"{kind}-plain"),) for kind, cls in KINDS.items() if kind not in ("sources", "places")
    }
    records["sources"] = (
        make(
            Source,
            "article-test",
            role="article",
            mark=1,
            file="000.txt",
            cite=Text("《试》，2025 年", "“A Test”, 2025"),
        ),
        make(Source, "open-test", role="open_data", mark=2),
    )
    records["zones"] += (
        make(
            Zone, "zone-test", name=Text("黄金海拔康养区", "Golden-Altitude Zone"), feature="zone-test", area_mu=900.0
        ),
    )
    records["enterprises"] += (
        make(
            Enterprise, "enterprise-test", name=Text("金诃藏药", "Jinhe Tibetan Medicine"), aliases=("金河藏药",),
            zone="zone-test", related=("zone-test",), as_of="2024-H1", note=Text("待核实", "To be confirmed"),
        ),
    )  # fmt: skip
    records["figures"] += (
        make(Figure, "firms-2023", measure="firms", value=71.0, as_of="2023", current=False, unit=Text("家", "firms")),
        make(Figure, "firms-2025", measure="firms", value=80.0, as_of="2025-06-15", unit=Text("家", "firms")),
    )
    records["policies"] += (make(Policy, "policy-test", valid_from="2024-01-01", valid_to="2024-12-31"),)
    records["places"] = (make(Place, "place-test", lat=36.67, lon=101.75, type="station"),)
    return {kind: records[kind] for kind in KINDS}


def feature(id: str = "zone-test", geometry: dict[str, Any] | None = None, **properties: Any) -> dict[str, Any]:
    """Return a GeoJSON feature as the map's files hold it."""
    plain = {
        "id": id, "kind": "area", "name_zh": "片区", "name_en": "Zone", "short_zh": None, "short_en": None,
        "precision": "schematic", "scale": "park", "sources": ["open-test"], "basis_zh": "示意", "basis_en": "A sketch",
        "status": None, "record": None, "parent": None, "sector": None, "elevation_m": None, "area_km2": None,
        "labels": {"park": [101.745, 36.685]},
    }  # fmt: skip
    shape = geometry or {"type": "Polygon", "coordinates": [SQUARE]}
    return {"type": "Feature", "id": id, "properties": {**plain, **properties}, "geometry": shape}


def write_records(folder: Path, kind: str, records: tuple[Record, ...]) -> None:
    """Write the file of one kind, as a spreadsheet program would."""
    cls = Condition if kind == "conditions" else KINDS[kind]
    with (folder / f"{kind}.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, column_names(cls))
        writer.writeheader()
        writer.writerows(to_row(record) for record in records)


def write_map(folder: Path, *features: dict[str, Any], name: str = "map.geojson") -> None:
    """Write one of the map's files."""
    collection = {"type": "FeatureCollection", "features": list(features)}
    (folder / name).write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")


def write_content(folder: Path, records: dict[str, tuple[Record, ...]] | None = None) -> Path:
    """Write a whole content folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, each in (records or small_records()).items():
        write_records(folder, kind, each)
    write_records(folder, "conditions", ())
    write_map(folder, feature(record="zone-test"))
    write_map(
        folder,
        feature("road-test", {"type": "LineString", "coordinates": SQUARE[:3]}, precision="surveyed", labels={}),
        name="map_osm.geojson",
    )
    (folder / "g6_profile.csv").write_text(
        "chainage_m,lat,lon,ground_m,section,name_zh,name_en\n1000,36.67,101.75,2250,road,南口,south gate\n",
        encoding="utf-8-sig",
    )
    return folder


def change_cell(folder: Path, kind: str, row: int, column: str, value: str) -> None:
    """Write one cell of a file; row 2 is the first below the names of the columns."""
    path = folder / f"{kind}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[row - 1][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
