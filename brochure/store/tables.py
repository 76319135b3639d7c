"""How a record lies in the database: one table for each kind, one column for each cell of the flat form."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from brochure.model.flat import SEPARATOR, Column, columns
from brochure.model.geometry import Feature, Position, ProfilePoint
from brochure.model.kinds import KINDS
from brochure.model.record import Record
from brochure.words import Text

SCHEMA = "10"
"""Changes when the tables do; a database of another schema is built anew."""

R = TypeVar("R", bound=Record)
FEATURE_COLUMNS = (
    "id", "kind", "name_zh", "name_en", "short_zh", "short_en", "shape", "parts", "precision", "scale", "sources",
    "basis_zh", "basis_en", "status", "record", "parent", "sector", "elevation_m", "area_km2", "labels",
    "placed_on", "assumed",
)  # fmt: skip
FEATURE_FORMS: dict[str, type] = {"elevation_m": float, "area_km2": float, "assumed": int}
"""Those of them that hold no text."""
PROFILE_COLUMNS = ("chainage_m", "lat", "lon", "ground_m", "section", "name_zh", "name_en")
NAME_COLUMNS = ("record", "own", "lang", "name", "folded", "initials", "pinyin")
"""Each name and alias of a record, with its pinyin, for the ranking of hits; ``own`` is 1 for the name itself."""
TABLES = (
    "meta", "records", *KINDS, "conditions", "features", "profile", "links", "names",
    "search", "search_config", "search_data", "search_docsize", "search_idx",
)  # fmt: skip
"""Every table of the content database; each has its digest in ``meta``."""


@functools.cache
def cell_names(cls: type[Record]) -> tuple[str, ...]:
    """Return the column names of a kind's table."""
    return tuple(name for column in columns(cls) for name in column.names)


def to_records(cls: type[R], rows: Iterable[Sequence[Any]]) -> Iterator[R]:
    """Return the records that rows of a kind's table hold; what was checked when it was built is not checked again."""
    plan = _plan(cls)
    for row in rows:
        values: dict[str, Any] = {}
        for field, form, place, default in plan:
            cell = row[place]
            if form == "plain":
                values[field] = default if cell is None else cell
            elif form == "text":
                other = row[place + 1]
                values[field] = default if cell is None and other is None else Text(cell or "", other or "")
            elif form == "bool":
                values[field] = bool(cell)
            elif form == "strs":
                values[field] = tuple(cell.split(SEPARATOR)) if cell else ()
            else:
                values[field] = _to_texts(cell, row[place + 1])
        yield cls(**values)


def _to_texts(zh: str | None, en: str | None) -> tuple[Text, ...]:
    if zh is None and en is None:
        return ()
    return tuple(
        Text(first, second)
        for first, second in zip((zh or "").split(SEPARATOR), (en or "").split(SEPARATOR), strict=True)
    )


@functools.cache
def _plan(cls: type[Record]) -> tuple[tuple[str, str, int, Any], ...]:
    """Return for each field its name, form, first cell and what an empty cell means."""
    defaults = {field.name: field.default for field in msgspec.structs.fields(cls) if not field.required}
    steps, place = [], 0
    for column in columns(cls):
        form = "plain" if column.form in ("str", "int", "float") else column.form
        steps.append((column.field, form, place, defaults.get(column.field)))
        place += len(column.names)
    return tuple(steps)


def sql_type(column: Column) -> type:
    """Return the Python type whose SQL type a column has."""
    return {"int": int, "bool": int, "float": float}.get(column.form, str)


def feature_row(feature: Feature) -> dict[str, Any]:
    """Return a feature as cells; shapes and lists are JSON."""
    short = feature.short
    return {
        "id": feature.id, "kind": feature.kind, "name_zh": feature.name.zh, "name_en": feature.name.en,
        "short_zh": short.zh if short else None, "short_en": short.en if short else None,
        "shape": feature.shape, "parts": _json(feature.parts), "precision": feature.precision, "scale": feature.scale,
        "sources": _json(feature.sources), "basis_zh": feature.basis.zh, "basis_en": feature.basis.en,
        "status": feature.status, "record": feature.record, "parent": feature.parent, "sector": feature.sector,
        "elevation_m": feature.elevation_m, "area_km2": feature.area_km2, "labels": _json(feature.labels),
        "placed_on": feature.placed_on, "assumed": int(feature.assumed),
    }  # fmt: skip


def to_feature(row: Sequence[Any]) -> Feature:
    """Return the feature of a row, its cells in the order of ``FEATURE_COLUMNS``."""
    cell = dict(zip(FEATURE_COLUMNS, row, strict=True))
    return Feature(
        id=cell["id"], kind=cell["kind"], name=Text(cell["name_zh"], cell["name_en"]), shape=cell["shape"],
        parts=_PARTS.decode(cell["parts"]), precision=cell["precision"], scale=cell["scale"],
        sources=_IDS.decode(cell["sources"]), basis=Text(cell["basis_zh"], cell["basis_en"]), status=cell["status"],
        record=cell["record"], parent=cell["parent"], sector=cell["sector"], elevation_m=cell["elevation_m"],
        area_km2=cell["area_km2"], labels=_LABELS.decode(cell["labels"]),
        short=None if cell["short_zh"] is None else Text(cell["short_zh"], cell["short_en"]),
        placed_on=cell["placed_on"], assumed=bool(cell["assumed"]),
    )  # fmt: skip


def profile_row(point: ProfilePoint) -> dict[str, Any]:
    """Return a point of the profile as cells."""
    name = point.name
    return {
        "chainage_m": point.chainage_m, "lat": point.lat, "lon": point.lon, "ground_m": point.ground_m,
        "section": point.section, "name_zh": name.zh if name else None, "name_en": name.en if name else None,
    }  # fmt: skip


def to_profile_point(row: Sequence[Any]) -> ProfilePoint:
    """Return the point of a row, its cells in the order of ``PROFILE_COLUMNS``."""
    *numbers, section, name_zh, name_en = row
    chainage_m, lat, lon, ground_m = numbers
    return ProfilePoint(chainage_m, lat, lon, ground_m, section, None if name_zh is None else Text(name_zh, name_en))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


_PARTS = msgspec.json.Decoder(tuple[tuple[Position, ...], ...])
_IDS = msgspec.json.Decoder(tuple[str, ...])
_LABELS = msgspec.json.Decoder(dict[str, Position])
