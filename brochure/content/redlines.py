"""Red lines that the office brings as GeoJSON: which zone each is of, and why one cannot be taken."""

import difflib
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from brochure.content.decoding import decode
from brochure.content.geometry import is_local
from brochure.content.outlines import OutlineError, check_polygons, write_outline
from brochure.content.sheets import Reading, Sheet, explain_table_error, name_of, read_file
from brochure.content.workbook import Cell, Row
from brochure.errors import TableError
from brochure.model.datum import Datum, to_wgs84
from brochure.model.difference import Problem
from brochure.model.geometry import Position
from brochure.model.kinds import Zone
from brochure.words import Text
from brochure.words import placing as say
from brochure.words.sentence import begun
from brochure.words.text import shown

SUFFIXES = (".geojson", ".json")
MAX_FEATURES = 200
MAX_IN_FILE = 10_000
NAMES = ("id", "zone", "name", "名称", "name_zh", "name_en", "片区", "编号")
"""Properties in which a zone may be named."""
DEGREES = re.compile(
    r"(?:OGC:(?:[0-9.]*:)?:?CRS84|EPSG:(?:[0-9.]*:)?:?(?:4326|4490))$|^CGCS2000$|^WGS ?84$", re.IGNORECASE
)
"""How a file says that its numbers are degrees of WGS 84 or CGCS2000."""
SHAPES = ("Polygon", "MultiPolygon")


class RedLines(msgspec.Struct):
    """What came out of the files; ``stated`` is whether all of them say which datum they are in."""

    reading: Reading = msgspec.field(default_factory=Reading)
    stated: bool = True


class _FeatureError(ValueError):
    """One feature cannot be taken; ``reason`` says why, as a part of a sentence."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def is_red_line(path: Path) -> bool:
    """Whether a file is read as red lines, by the end of its name."""
    return path.suffix.lower() in SUFFIXES


def read_red_lines(
    paths: Iterable[Path],
    zones: Sequence[Zone],
    known: frozenset[str],
    *,
    datum: Datum = "wgs84",
    encoding: str | None = None,
) -> RedLines:
    """Return the red lines of some files as tables of zones, each row an id and an outline in WGS 84.

    A row has the number of its feature. One bad file or feature does not hide the next.

    Args:
        paths: The files.
        zones: Every zone there is.
        known: The characters that the content uses, which tell one encoding from another.
        datum: What the positions are in.
        encoding: The encoding of the files, where somebody named it.
    """
    found = RedLines()
    names = _Names(zones)
    for path in paths:
        file = name_of(path)
        try:
            text = decode(read_file(path), file, known, encoding)
            collection = _parse(text, file)
            found.stated = _check_system(collection, file) and found.stated
            features = _features(collection, file)
        except TableError as error:
            found.reading.problems.append(explain_table_error(path, error))
            continue
        sheet = Sheet(file, None, "zones", {1: "id", 2: "outline"}, [])
        seen: dict[str, int] = {}
        for number, feature in enumerate(features, start=1):
            try:
                zone, outline = _read_feature(feature, names, seen, datum)
            except _FeatureError as fault:
                found.reading.problems.append(_problem(file, number, feature, fault.reason))
                continue
            seen[zone.id] = number
            sheet.rows.append(Row(number, [Cell(zone.id), Cell(outline)]))
        found.reading.sheets.append(sheet)
    return found


def _problem(file: str, number: int, feature: Any, reason: Text) -> Problem:
    called = next(_called(feature), "") if isinstance(feature, dict) else ""
    place = say.NAMED.fill(file, number, shown(called)) if called else say.UNNAMED.fill(file, number)
    short = Text(f"{reason.zh}。", f"{begun(reason.en)}.")
    return Problem(file, say.FAULT.fill(place, reason), short=short, feature=number)


def _parse(text: str, file: str) -> dict[str, Any]:
    if not text.strip():
        raise TableError(say.EMPTY_FILE.fill(file))
    try:
        found = json.loads(text, parse_constant=_refuse_constant, parse_int=_parse_int)
    except json.JSONDecodeError as error:
        raise TableError(say.NOT_JSON.fill(file, error.lineno, error.colno)) from error
    except RecursionError as error:
        raise TableError(say.ODD_JSON.fill(file, say.DEEP_JSON)) from error
    except _FeatureError as fault:
        raise TableError(say.ODD_JSON.fill(file, fault.reason)) from fault
    kind = found.get("type") if isinstance(found, dict) else None
    if not isinstance(found, dict) or kind != "FeatureCollection" or not isinstance(found.get("features"), list):
        what = Text(f"“{shown(kind)}”", f"“{shown(kind)}”") if isinstance(kind, str) and kind else say.SOMETHING_ELSE
        raise TableError(say.NO_COLLECTION.fill(file, what))
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise _FeatureError(say.A_CONSTANT.fill(name))  # Python takes NaN and Infinity, JSON does not


def _parse_int(digits: str) -> int:
    if len(digits) > 300:
        raise _FeatureError(say.A_HUGE_NUMBER)
    return int(digits)


def _check_system(collection: Mapping[str, Any], file: str) -> bool:
    """Return whether a file says that it is in degrees of WGS 84; refuse one that says it is in something else."""
    system = collection.get("crs")
    if system is None:
        return False
    inner = system.get("properties") if isinstance(system, dict) else None
    name = inner.get("name") if isinstance(inner, dict) else None
    if not isinstance(name, str) or not DEGREES.search(name):
        said = name if isinstance(name, str) else json.dumps(system, ensure_ascii=False)
        raise TableError(say.OTHER_SYSTEM.fill(file, shown(said)))
    return True


def _features(collection: Mapping[str, Any], file: str) -> list[Any]:
    features: list[Any] = collection["features"]
    if not features:
        raise TableError(say.NO_FEATURES.fill(file))
    if len(features) > MAX_FEATURES:
        raise TableError(say.MANY_FEATURES.fill(file, len(features), MAX_FEATURES))
    count = sum(_count(each.get("geometry")) for each in features if isinstance(each, dict))
    if count > MAX_IN_FILE:
        raise TableError(say.MANY_IN_FILE.fill(file, count, MAX_IN_FILE))
    return features


def _count(geometry: Any) -> int:
    """Return how many positions a geometry holds, as far as it is one."""
    waiting, count = [geometry.get("coordinates") if isinstance(geometry, dict) else None], 0
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            if each and not isinstance(each[0], list):
                count += 1
            else:
                waiting += each
    return count


def _read_feature(feature: Any, names: "_Names", seen: Mapping[str, int], datum: Datum) -> tuple[Zone, str]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        kind = feature.get("type") if isinstance(feature, dict) else feature
        raise _FeatureError(say.NOT_FEATURE.fill(_brief(kind)))
    zone = names.zone_of(feature)
    if zone.id in seen:
        raise _FeatureError(say.TWICE.fill(zone.name, seen[zone.id]))
    geometry = feature.get("geometry")
    if geometry is None:
        raise _FeatureError(say.NO_GEOMETRY)
    shape = geometry.get("type") if isinstance(geometry, dict) else geometry
    if not isinstance(geometry, dict) or shape not in SHAPES:
        raise _FeatureError(say.WRONG_SHAPE.fill(_brief(shape)))
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if shape == "Polygon" else coordinates
    read = [[_ring(ring, datum) for ring in _list(rings)] for rings in _list(polygons)]
    try:
        return zone, write_outline(check_polygons(read))
    except OutlineError as error:
        raise _FeatureError(error.fault) from error


def _list(found: Any) -> list[Any]:
    if not isinstance(found, list) or not found:
        raise _FeatureError(say.NOT_LISTS.fill(_brief(found)))
    return found


def _ring(found: Any, datum: Datum) -> tuple[Position, ...]:
    return tuple(_position(pair, datum) for pair in _list(found))


def _position(pair: Any, datum: Datum) -> Position:
    if not isinstance(pair, list) or not 2 <= len(pair) <= 4 or not all(type(part) in (int, float) for part in pair):
        raise _FeatureError(say.NOT_A_PAIR.fill(_brief(pair)))
    lon, lat = pair[:2]
    said = _brief(pair[:2])
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise _FeatureError(say.NOT_FINITE.fill(said))
    if not is_local(lat, lon):
        if is_local(lon, lat):
            raise _FeatureError(say.LOOKS_SWAPPED.fill(said))
        raise _FeatureError((say.LOOKS_PROJECTED if max(abs(lon), abs(lat)) > 360 else say.LIES_OUTSIDE).fill(said))
    return to_wgs84(lat, lon, datum)


def _brief(found: Any) -> str:
    """Return a value as a sentence quotes it; a deep or long one is cut before it is written out."""
    if isinstance(found, list):
        return "[" + ", ".join(_brief(each) if not isinstance(each, list) else "[…]" for each in found[:4]) + "]"
    if isinstance(found, dict):
        return "{…}"
    return shown(found if isinstance(found, str) else json.dumps(found))


def _called(feature: Mapping[str, Any]) -> Iterator[str]:
    """Return what a feature calls itself, the properties before its own id."""
    given = feature.get("properties")
    properties: Mapping[str, Any] = given if isinstance(given, dict) else {}
    for value in (*(properties.get(name) for name in NAMES), feature.get("id")):
        if isinstance(value, str) and value.strip():
            yield value.strip()


class _Names:
    """The zones by every name they have."""

    def __init__(self, zones: Sequence[Zone]) -> None:
        self._zones: dict[str, list[Zone]] = {}
        for zone in zones:
            for name in dict.fromkeys(
                map(_plain, (zone.id, zone.feature or "", zone.name.zh, zone.name.en, *zone.aliases))
            ):
                if name:
                    self._zones.setdefault(name, []).append(zone)

    def zone_of(self, feature: Mapping[str, Any]) -> Zone:
        """Return the zone that a feature is of."""
        called = list(_called(feature))
        found: dict[str, Zone] = {}
        for name in called:
            for zone in self._zones.get(_plain(name), ()):
                found[zone.id] = zone
        if len(found) > 1:
            one, two, *_ = found.values()
            raise _FeatureError(say.TWO_ZONES.fill(one.name, two.name))
        if not found:
            raise _FeatureError(self._unknown(called))
        return next(iter(found.values()))

    def _unknown(self, called: Sequence[str]) -> Text:
        if not called:
            return say.NO_NAME
        for name in called:
            near = difflib.get_close_matches(_plain(name)[:80], self._zones, n=1)
            if near:
                zone = self._zones[near[0]][0]
                return say.NO_ZONE_NEAR.fill(shown(name), zone.name, zone.id)
        return say.NO_ZONE.fill(shown(called[0]))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
