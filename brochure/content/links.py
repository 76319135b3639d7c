"""What no single row can know: that an id is used once, and that every id pointed to is there."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping

from brochure.content.geometry import Fault, position_faults
from brochure.content.outlines import OutlineError, read_outline
from brochure.errors import ContentError
from brochure.model.flat import columns
from brochure.model.geometry import Feature
from brochure.model.kinds import Carrier, Enterprise, Place, Stage, Zone
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import content as say
from brochure.words.kinds import KINDS
from brochure.words.placing import VALID_OUTLINE
from brochure.words.text import shown

Rows = Mapping[str, list[tuple[int, Record]]]


def check_links(rows: Rows, features: Iterable[tuple[str, int, Feature]]) -> None:
    """Refuse content in which an id is used twice, points to nothing, or a place lies elsewhere on Earth.

    Raises:
        ContentError: The first thing found, with file, row and column.
    """
    kinds = _check_ids(rows)
    drawn = _check_features(features, kinds)
    for kind, records in rows.items():
        for row, record in records:
            _check_record(f"{kind}.csv", row, record, kinds, drawn)


def _check_ids(rows: Rows) -> dict[str, str]:
    """Return the kind of each id."""
    seen: dict[str, tuple[str, int]] = {}
    for kind, records in rows.items():
        for row, record in records:
            if record.id in seen:
                first_kind, first_row = seen[record.id]
                raise ContentError(say.ID_TWICE.fill(f"{kind}.csv", row, record.id, f"{first_kind}.csv", first_row))
            seen[record.id] = (kind, row)
    return {id: kind for id, (kind, _) in seen.items()}


def _check_features(features: Iterable[tuple[str, int, Feature]], kinds: dict[str, str]) -> set[str]:
    features = list(features)
    drawn: set[str] = set()
    for file, number, feature in features:
        if feature.id in drawn:
            raise ContentError(say.FEATURE_TWICE.fill(file, number, feature.id))
        drawn.add(feature.id)
    for file, number, feature in features:
        for source in feature.sources:
            if kinds.get(source) != "sources":
                wanted = _wanted("sources", source, kinds)
                raise ContentError(say.FEATURE.fill(file, number, feature.id, "sources", wanted, source))
        if feature.record is not None and feature.record not in kinds:
            wanted = _wanted("*", feature.record, kinds)
            raise ContentError(say.FEATURE.fill(file, number, feature.id, "record", wanted, feature.record))
        if feature.parent is not None and feature.parent not in drawn:
            raise ContentError(say.FEATURE.fill(file, number, feature.id, "parent", say.KNOWN_FEATURE, feature.parent))
    return drawn


def _check_record(file: str, row: int, record: Record, kinds: dict[str, str], drawn: set[str]) -> None:
    for fault in faults_of(record, kinds, drawn):
        raise ContentError(say.CELL.fill(file, row, fault.column, fault.expected, fault.found))


def faults_of(record: Record, kinds: Mapping[str, str], drawn: Collection[str], hint: bool = True) -> Iterator[Fault]:
    """Return what no single cell can know: ids that point to nothing, a place elsewhere on Earth.

    Args:
        record: The record to look at.
        kinds: The kind of each id that there is.
        drawn: The ids of what is on the map.
        hint: Whether to look for a near spelling of an id that is not there.
    """
    for column in columns(type(record)):
        if column.ref is None:
            continue
        value = getattr(record, column.field)
        for id in (value,) if isinstance(value, str) else value or ():
            if kinds.get(id) is None or column.ref not in ("*", kinds[id]):
                yield Fault(column.field, _wanted(column.ref, id, kinds if hint else {}), id)
    feature = getattr(record, "feature", None)
    if feature is not None and feature not in drawn:
        yield Fault("feature", say.KNOWN_FEATURE, feature)
    if isinstance(record, Place | Enterprise | Stage | Carrier):
        yield from _place_faults(record)
    if isinstance(record, Zone) and record.outline is not None:
        try:
            read_outline(record.outline)
        except OutlineError as error:
            yield Fault("outline", VALID_OUTLINE.fill(error.fault), shown(record.outline))


def _place_faults(place: Place | Enterprise | Stage | Carrier) -> Iterator[Fault]:
    if (place.lat is None) != (place.lon is None):
        column, found = ("lon", place.lat) if place.lon is None else ("lat", place.lon)
        yield Fault(column, say.BOTH, found)
    elif place.lat is None or place.lon is None:
        return
    elif not isinstance(place, Place) or place.type != "comparison":
        yield from position_faults(place.lat, place.lon)
    elif not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
        yield Fault("lat", say.ON_EARTH, f"{place.lat}, {place.lon}")


def _wanted(ref: str, id: str, kinds: Mapping[str, str]) -> Text:
    known = [each for each, kind in kinds.items() if ref in ("*", kind)]
    near = difflib.get_close_matches(id, known, n=1)
    where = say.ANY_KIND if ref == "*" else KINDS[ref]
    return say.KNOWN_ID.fill(where, say.NEAR_ID.fill(near[0]) if near else Text("", ""))
