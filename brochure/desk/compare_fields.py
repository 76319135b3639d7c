"""What each row of a comparison says of a zone, a carrier or a stage, and which record says so."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec

from brochure.maps.projection import distance_km
from brochure.model.altitude import hectares
from brochure.model.geometry import Feature, Position
from brochure.model.kinds import BasePart, Carrier, Figure, Place, Stage, Zone
from brochure.model.record import Record
from brochure.provenance import say_published
from brochure.store.library import Library
from brochure.words import Text, kinds
from brochure.words import card as card_words
from brochure.words import compare as say
from brochure.words.dates import say_seen
from brochure.words.numbers import say_number

Site = Zone | Carrier | Stage
ALTITUDE, CENTRE, BASE = "park-altitude-2023-h1", "centre-distance-2023-h1", "zone-kangyang"
CITY, STATION, AIRPORT = "place-city-centre", "place-xining-station", "place-airport"
COMPUTED: Final = "computed"
MU_PER_KM2: Final = 1500


class Line(msgspec.Struct, frozen=True):
    """One value: its words, the record whose card says so, and what must be known of it.

    ``date`` and ``marks`` are when its sources say so and their numbers; without ``known`` the value is open and
    ``note`` tells what is known instead.
    """

    text: Text
    record: str
    note: Text | None = None
    date: Text | None = None
    marks: str = ""
    known: bool = True
    status: str | None = None


def _line(
    library: Library, record: Record, text: Text, note: Text | None = None, *, says: Record | None = None,
    status: str | None = None,
) -> Line:  # fmt: skip
    """Return a value of a record; ``says`` is another record whose card and sources carry it."""
    teller = says or record
    return Line(text, teller.id, note, date_of(teller), marks_of(library, teller), status=status)


def date_of(record: Record) -> Text | None:
    """Return when the sources last speak of a record, with a word where that is inferred."""
    if record.as_of is None:
        return None
    said = say_seen(record.as_of)
    return say.INFERRED.fill(said) if record.as_of_inferred else said


def marks_of(library: Library, record: Record) -> str:
    """Return the numbers of a record's sources."""
    return ",".join(dict.fromkeys(str(source.mark) for source in library.sources(record)))


def _type(site: Site, library: Library) -> list[Line]:
    if isinstance(site, Zone):
        return [_line(library, site, say.ZONE_TYPE[site.type])]
    if isinstance(site, Carrier):
        return [_line(library, site, card_words.CARRIER_TYPE[site.type])]
    return [_line(library, site, say.STAGE_TYPE.fill(site.order, site.role))]


def _level(site: Site, library: Library) -> list[Line]:
    level = getattr(site, "level", None)
    return [_line(library, site, kinds.LEVEL[level])] if level else []


def _status(site: Site, library: Library) -> list[Line]:
    if site.status is None or site.status == "unverified":
        return []
    return [_line(library, site, kinds.STATUS[site.status], status=site.status)]


def _area(site: Site, library: Library) -> list[Line]:
    """Return the area as the source counts it, below it what that is in the other units."""
    if not isinstance(site, Zone):
        return []
    if site.area_mu is not None:
        said, others = say.AREA_MU.fill(_number(site.area_mu)), (_ha(site.area_mu), _km2(site.area_mu / MU_PER_KM2))
    elif site.area_km2 is not None:
        mu = site.area_km2 * MU_PER_KM2
        said, others = _km2(site.area_km2), (_ha(mu), say.AREA_MU.fill(_number(round(mu))))
    else:
        if site.area_basis is None:
            return []
        return [Line(kinds.TO_BE_CONFIRMED, site.id, site.area_basis, known=False)]
    converted = say.CONVERTED.fill(*others)
    note = (
        converted if site.area_mu is not None or site.area_basis is None else say.AND.fill(converted, site.area_basis)
    )
    return [_line(library, site, said, note)]


def _ha(area_mu: float) -> Text:
    return say.AREA_HA.fill(_number(round(hectares(area_mu), 1)))


def _km2(area_km2: float) -> Text:
    return say.AREA_KM2.fill(_number(round(area_km2, 3)))


def _precision(site: Site, library: Library) -> list[Line]:
    feature = _own_feature(site, library)
    if feature is None:
        return []
    note = say.POINT_ONLY if feature.shape == "point" else None
    return [_line(library, site, kinds.PRECISION[feature.precision], note)]


def _part_of(site: Site, library: Library) -> list[Line]:
    zone = library.find(_whole(site) or "")
    return [_line(library, site, zone.name, says=zone)] if zone is not None else []


def _whole(site: Site) -> str | None:
    return site.parent if isinstance(site, Zone) else site.zone


def _altitude(site: Site, library: Library) -> list[Line]:
    feature = _own_feature(site, library)
    if feature is not None and feature.elevation_m is not None:
        return [_line(library, site, say.METRES.fill(_number(feature.elevation_m)))]
    park = library.find(ALTITUDE)
    if not isinstance(park, Figure) or park.text is None:
        return []
    if isinstance(site, Zone) and site.type == "park":
        return [_line(library, park, say.METRES.fill(park.text))]
    note = say.PARK_ALTITUDE.fill(park.text)
    return [Line(kinds.TO_BE_CONFIRMED, park.id, note, date_of(park), marks_of(library, park), known=False)]


def _distance(place_id: str) -> Callable[[Site, Library], list[Line]]:
    def tell(site: Site, library: Library) -> list[Line]:
        place = library.find(place_id)
        spot, how = _middle(site, library)
        if not isinstance(place, Place) or place.lat is None or place.lon is None or spot is None:
            return []
        km = round(distance_km(spot, (place.lat, place.lon)), 1)
        computed = library.find(COMPUTED)
        marks = str(getattr(computed, "mark", ""))
        return [Line(say.KM.fill(_number(km)), place.id, how, None, marks)]

    return tell


def _city(site: Site, library: Library) -> list[Line]:
    lines = _distance(CITY)(site, library)
    said = library.find(CENTRE)
    if isinstance(said, Figure) and said.value is not None and isinstance(site, Zone) and site.type == "park":
        lines.append(_line(library, said, say.REPORTED_CENTRE.fill(_number(said.value))))
    return lines


def _road(site: Site, library: Library) -> list[Line]:
    place = library.find(AIRPORT)
    if not isinstance(place, Place) or place.road is None or _middle(site, library)[0] is None:
        return []
    return [_line(library, place, place.road, say.ROAD_FROM_GATE)]


def _industries(site: Site, library: Library) -> list[Line]:
    refs = site.industries if isinstance(site, Zone | Carrier) else getattr(_carrier(site, library), "industries", ())
    found = (library.find(ref) for ref in refs)
    return [_line(library, site, getattr(each, "short", each.name), says=each) for each in found if each is not None]


def _focus(site: Site, library: Library) -> list[Line]:
    if isinstance(site, Stage):
        return [_line(library, site, site.fits, site.fits_basis)]
    return [_line(library, site, _joined(site.focus))] if site.focus else []


def _entry(site: Site, library: Library) -> list[Line]:
    teller = _carrier(site, library) if isinstance(site, Stage) else site
    rules = getattr(teller, "entry_rules", ())
    return [_line(library, teller or site, _joined(rules))] if rules else []


def _here(site: Site, library: Library) -> list[Line]:
    kinds_here = {"carriers", "stages", "enterprises"}
    if isinstance(site, Zone):
        wanted = [each for kind in sorted(kinds_here) for each in library.records(kind)]
        found = [each for each in wanted if getattr(each, "zone", None) == site.id]
        found += [each for each in library.related(site.id) if each.kind in kinds_here and each not in found]
    else:
        found = [each for each in library.related(site.id) if each.kind in kinds_here]
    names: dict[Text, Record] = {}
    for each in found:  # a stage and its carrier share a name: told once
        names.setdefault(each.name, each)
    return [_line(library, site, name, say.ONE_OF[each.kind], says=each) for name, each in names.items()]


def _policies(site: Site, library: Library) -> list[Line]:
    found: list[tuple[Record, Text | None]] = []
    found += [(each, None) for each in library.related(site.id) if each.kind == "policies"]
    if isinstance(site, Carrier):
        for stage in library.related(site.id):
            if isinstance(stage, Stage):
                said = say.BY_STAGE.fill(stage.order)
                found += [(each, said) for each in library.related(stage.id) if each.kind == "policies"]
    unique = {each.id: (each, note) for each, note in found}
    return [_line(library, site, each.name, note, says=each) for each, note in unique.values()]


def _neighbours(site: Site, library: Library) -> list[Line]:
    """Return who lies around the wellness base; the sources tell the neighbours of nothing else."""
    if site.id != BASE:
        return []
    parts = [each for each in library.records("base") if isinstance(each, BasePart) and each.part == "neighbour"]
    lines = []
    for part in parts:
        zone = library.find(part.zone or "")
        side = kinds.DIRECTION[part.direction] if part.direction else card_words.SIDE
        name = zone.name if zone is not None else kinds.TO_BE_CONFIRMED
        line = _line(library, part, say.SIDE.fill(side, name), says=zone or part)
        lines.append(line if zone is not None else msgspec.structs.replace(line, known=False))
    return lines


def _nothing(_site: Site, _library: Library) -> list[Line]:
    """The sources say nothing of it yet; the row stands so that the gap is seen."""
    return []


def _seen(site: Site, library: Library) -> list[Line]:
    said = date_of(site)
    return [Line(said, site.id, marks=marks_of(library, site))] if said is not None else []


def _sources(site: Site, library: Library) -> list[Line]:
    return [
        Line(source.name, source.id, None, say_published(source), str(source.mark)) for source in library.sources(site)
    ]


def _carrier(site: Site, library: Library) -> Carrier | None:
    found = library.find(getattr(site, "carrier", None) or "")
    return found if isinstance(found, Carrier) else None


def _features(site: Site, library: Library) -> Iterator[Feature]:
    wanted = getattr(site, "feature", None)
    yield from (each for each in library.features if each.id == wanted)


def _own_feature(site: Site, library: Library) -> Feature | None:
    return next(_features(site, library), None)


def _middle(site: Site, library: Library) -> tuple[Position | None, Text | None]:
    """Return from where distances are counted, and what that is."""
    feature = _own_feature(site, library)
    if feature is not None:
        return _centre(feature), say.FROM_POINT if feature.shape == "point" else say.FROM_SKETCH
    zone = library.find(_whole(site) or "")
    if isinstance(zone, Zone) and (around := _own_feature(zone, library)) is not None:
        return _centre(around), say.FROM_ZONE
    return None, None


def _centre(feature: Feature) -> Position:
    ring = feature.parts[0]
    return sum(lat for lat, _ in ring) / len(ring), sum(lon for _, lon in ring) / len(ring)


def _joined(items: Iterable[Text]) -> Text:
    parts = tuple(items)
    return Text("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def _number(value: float) -> Text:
    return Text(say_number(value, "zh"), say_number(value, "en"))


FIELDS: Final[dict[str, Callable[[Site, Library], list[Line]]]] = {
    "type": _type, "level": _level, "status": _status, "area": _area, "precision": _precision, "part_of": _part_of,
    "altitude": _altitude, "city": _city, "station": _distance(STATION), "airport": _distance(AIRPORT), "road": _road,
    "industries": _industries, "focus": _focus, "entry": _entry, "here": _here, "policies": _policies,
    "neighbours": _neighbours, "utilities": _nothing, "price": _nothing, "seen": _seen, "sources": _sources,
}  # fmt: skip
