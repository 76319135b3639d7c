"""What staff placed, as features of the map: points where they set them, red lines in place of sketches."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from brochure.content.coordinates import rounded
from brochure.content.outlines import OutlineError, Ring, read_outline, say_area
from brochure.content.rings import MILLION, anchor, area_m2, to_run, where
from brochure.model.change import Edit
from brochure.model.datum import distance_m
from brochure.model.geometry import Feature, Position
from brochure.model.kinds import Carrier, Enterprise, Industry, Stage, Zone
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import placing as say
from brochure.words.dates import say_date

Placeable = Enterprise | Stage | Carrier
PLACEABLE = (Enterprise, Stage, Carrier)
FIELDS = frozenset({"lat", "lon", "outline"})
"""The columns that place a record on the map and say nothing else of it."""
AWAY_M = 1_500.0
"""A red line further from its sketch than this was hardly read in the right datum, or is of another zone."""


def place_features(
    records: Mapping[str, Sequence[Record]], features: Sequence[Feature], edits: Sequence[Edit] = ()
) -> tuple[Feature, ...]:
    """Return the features of the map with everything that was placed in its true place.

    A stage stands where it was placed itself, else where its carrier was; a carrier whose stage stands there already is
    not drawn a second time. A record that was not placed stays as the sketch has it.

    Args:
        records: The records of each kind, the office's changes among them.
        features: The map as it was shipped.
        edits: What the office changed; the day of a change is the day something was placed.
    """
    return _Placing(records, features, edits).features()


class _Placing:
    def __init__(
        self, records: Mapping[str, Sequence[Record]], features: Sequence[Feature], edits: Sequence[Edit]
    ) -> None:
        self._records = {record.id: record for each in records.values() for record in each}
        self._shipped = features
        self._days: dict[str, str] = {}
        for edit in edits:
            if edit.field in FIELDS:
                self._days[edit.record] = max(self._days.get(edit.record, ""), edit.made_at[:10])

    def features(self) -> tuple[Feature, ...]:
        changed: dict[str, Feature] = {}
        added: list[Feature] = []
        stood_for: set[str] = set()
        for record in self._records.values():
            if isinstance(record, Stage):
                feature, by = self._feature_of(record), self._placed_by(record)
                if feature is not None and by is not None:
                    changed[feature.id] = self._moved(feature, by)
                    stood_for |= {record.carrier} if record.carrier is not None and by.id == record.carrier else set()
            elif isinstance(record, Zone) and record.outline is not None:
                feature = self._outlined(record)
                if self._feature_of(record) is not None:
                    changed[feature.id] = feature
                else:
                    added.append(feature)
        added += [
            self._point(record)
            for record in self._records.values()
            if isinstance(record, Enterprise | Carrier) and _position(record) is not None and record.id not in stood_for
        ]
        return (*(changed.get(feature.id, feature) for feature in self._shipped), *added)

    def _feature_of(self, record: Stage | Zone) -> Feature | None:
        wanted = (record.feature, record.id)
        return next((each for each in self._shipped if each.id == wanted[0] or each.record == wanted[1]), None)

    def _placed_by(self, stage: Stage) -> Placeable | None:
        """Return the record whose position a stage takes."""
        carrier = self._records.get(stage.carrier or "")
        for record in (stage, carrier):
            if isinstance(record, Stage | Carrier) and _position(record) is not None:
                return record
        return None

    def _moved(self, feature: Feature, by: Placeable) -> Feature:
        position = _position(by)
        assert position is not None
        return msgspec.structs.replace(
            feature, parts=((position,),), labels=dict.fromkeys(feature.labels, position), **self._marks(by.id)
        )

    def _point(self, record: Enterprise | Carrier) -> Feature:
        position = _position(record)
        assert position is not None
        industry = self._records.get(record.industry or "") if isinstance(record, Enterprise) else None
        return Feature(
            id=record.id, kind="enterprise" if isinstance(record, Enterprise) else "carrier", name=record.name,
            shape="point", parts=((position,),), scale="park", status=record.status, record=record.id,
            parent=self._drawn(record.zone), sector=industry.colour if isinstance(industry, Industry) else None,
            labels={"park": position}, **self._marks(record.id),
        )  # fmt: skip

    def _outlined(self, zone: Zone) -> Feature:
        assert zone.outline is not None
        rings = read_outline(zone.outline)
        sketch = self._feature_of(zone)
        labels = sketch.labels if sketch is not None else {"park": (0.0, 0.0)}
        inside = anchor(rings)
        kept = {scale: at if _holds(rings, at) else inside for scale, at in labels.items()}
        shape: dict[str, Any] = {
            "shape": "polygon", "parts": rings, "labels": kept, "area_km2": round(area_m2(rings) / 1e6, 4),
            **self._marks(zone.id),
        }  # fmt: skip
        if sketch is not None:
            return msgspec.structs.replace(sketch, **shape)
        plain = Feature(
            id=zone.id, kind="zone", name=zone.name, shape="polygon", parts=(), precision="placed", scale="park",
            sources=(), basis=zone.name, status=zone.status, record=zone.id, parent=self._drawn(zone.parent),
        )  # fmt: skip
        return msgspec.structs.replace(plain, **shape)

    def _drawn(self, zone: str | None) -> str | None:
        """Return the id of the feature of a zone, where it is drawn."""
        return next((each.id for each in self._shipped if zone is not None and each.record == zone), None)

    def _marks(self, id: str) -> dict[str, Any]:
        day = self._days.get(id)
        basis = say.BY_PARK.fill(say_date(day)) if day is not None else say.BY_PARK_PLAIN
        return {"precision": "placed", "assumed": False, "sources": (), "basis": basis, "placed_on": day}


def _position(record: Placeable) -> Position | None:
    return rounded(record.lat, record.lon) if record.lat is not None and record.lon is not None else None


def _holds(rings: Sequence[Ring], at: Position) -> bool:
    dot = round(at[1] * MILLION), round(at[0] * MILLION)
    return sum(where(to_run(ring), dot) == 1 for ring in rings) % 2 == 1


def told_of_outline(before: Feature | None, outline: str | None) -> Iterator[Text]:
    """Tell what a new red line does to the map: the areas, and that it lies elsewhere than the sketch.

    Args:
        before: How the zone is drawn today, where it is.
        outline: The cell it would have; nothing where the red line is taken away.
    """
    if outline is None:
        if before is not None:
            yield say.OUTLINE_GONE.fill(say_area(area_m2(before.parts)))
        return
    try:
        rings = read_outline(outline)
    except OutlineError:
        return  # that is told as a fault of the cell
    after = say_area(area_m2(rings))
    if before is None or before.shape != "polygon":
        yield say.OUTLINE_NEW.fill(after)
        return
    yield say.OUTLINE_CHANGE.fill(say_area(area_m2(before.parts)), after)
    away = distance_m(anchor(before.parts), anchor(rings))
    if away > AWAY_M:
        yield say.OUTLINE_AWAY.fill(f"{away / 1000:.1f}")
