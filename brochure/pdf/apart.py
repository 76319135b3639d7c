"""Where a report and our sketch do not agree: a neighbour of a site that has another zone between on the map."""

from collections.abc import Iterator, Sequence

from brochure.maps.outline import centroid, contains
from brochure.model.geometry import Feature, Position
from brochure.model.kinds import Zone
from brochure.pdf.edition import Edition
from brochure.words import Text
from brochure.words.page import formats as say

STEPS = 40
GROUNDS = ("zone", "park_outline", "site")


def notes_on(edition: Edition, zones: Sequence[Zone]) -> Iterator[str]:
    """Yield a sentence for each neighbour a report gives one of the zones that something else parts from it here."""
    known = {feature.id: feature for feature in edition.features}
    for zone in zones:
        own = known.get(zone.feature or "")
        if own is None or own.shape != "polygon" or zone.clue is None or zone.drawn_as == "placed":
            continue
        for other in edition.features:
            if _is_neighbour(edition, other) and other.name.zh in zone.clue.zh:
                parting = parted_by(own, other, edition.features)
                if parting is not None:
                    yield edition.say(say.APART.fill(zone.name, _called(other), _name(edition, parting)))


def notes_on_sites(edition: Edition) -> Iterator[str]:
    """Yield those sentences for every site there is, for a map that shows the whole park."""
    records = edition.library.records("zones")
    return notes_on(edition, [each for each in records if isinstance(each, Zone) and each.type == "site"])


def parted_by(one: Feature, other: Feature, features: Sequence[Feature]) -> Feature | None:
    """Return the outermost zone that the straight way from one shape to the other crosses."""
    way = _way(centroid(one.parts[0]), centroid(other.parts[0]))
    free = [spot for spot in way if not contains(one.parts[0], spot) and not contains(other.parts[0], spot)]
    crossed = [
        feature
        for feature in features
        if feature.kind in GROUNDS
        and feature.shape == "polygon"
        and feature.parent is None
        and feature.id not in (one.id, other.id)
        and any(contains(feature.parts[0], spot) for spot in free)
    ]
    return crossed[0] if crossed else None


def _name(edition: Edition, feature: Feature) -> Text:
    record = edition.library.find(feature.record or "")
    return record.name if isinstance(record, Zone) else _called(feature)


def _called(feature: Feature) -> Text:
    """Return what the map calls a shape, on one line."""
    name = feature.short or feature.name
    return Text(name.zh.replace("\n", ""), name.en.replace("\n", " "))


def _way(start: Position, end: Position) -> list[Position]:
    shares = [step / STEPS for step in range(STEPS + 1)]
    return [(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in shares]


def _is_neighbour(edition: Edition, feature: Feature) -> bool:
    """Tell whether a shape is a park or a hill beside the zones, which alone a report can mean by lying next to it."""
    record = edition.library.find(feature.record or "")
    return feature.shape == "polygon" and isinstance(record, Zone) and record.type == "neighbour"
