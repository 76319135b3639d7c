"""What a card says of a thing's place on the map: who put it there, when, from which file, and how large it is."""

from pathlib import Path

from brochure.content.outlines import OutlineError, read_outline, say_area
from brochure.content.placing import FIELDS, PLACEABLE
from brochure.content.redlines import is_red_line
from brochure.content.rings import area_m2
from brochure.desk.card_tellers import CardPart
from brochure.model.geometry import Feature
from brochure.model.kinds import Carrier, Stage, Zone
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import placing as say
from brochure.words.dates import say_date

DIFFERS = 0.05
"""From this share on the area of a red line is told beside the stated one."""
M2_PER_MU = 10_000 / 15


def placed_feature(record: Record, library: Library) -> Feature | None:
    """Return the feature of a record that was placed by the park; for a carrier it may be that of its stage."""
    ids = {record.id, getattr(record, "feature", None)}
    if isinstance(record, Carrier) and record.lat is not None:
        ids |= {
            stage.id for stage in library.records("stages") if isinstance(stage, Stage) and stage.carrier == record.id
        }
    return next(
        (each for each in library.features if each.precision == "placed" and (each.id in ids or each.record in ids)),
        None,
    )


def place_part(record: Record, library: Library) -> CardPart | None:
    """Return what is said of the place of a record, or nothing where nobody placed it and nobody can."""
    feature = placed_feature(record, library)
    if isinstance(record, Zone):
        return CardPart(say.ON_THE_MAP, tuple(_red_line(record, library))) if record.outline is not None else None
    if feature is not None and feature.placed_on is not None:
        (lat, lon), day = feature.parts[0][0], say_date(feature.placed_on)
        return CardPart(say.ON_THE_MAP, (say.PLACED.fill(day), say.AT.fill(f"{lat:.6f}", f"{lon:.6f}")))
    if feature is not None:
        return CardPart(say.ON_THE_MAP, (say.PLACED_PLAIN,))
    if not isinstance(record, PLACEABLE):
        return None
    drawn = any(record.id in (each.id, each.record) for each in library.features)
    return CardPart(say.ON_THE_MAP, (say.ONLY_SKETCHED if drawn else say.NOT_DRAWN,))


def _red_line(zone: Zone, library: Library) -> list[Text]:
    edit = next((each for each in library.edits.get(zone.id, ()) if each.field == "outline"), None)
    lines = []
    if edit is not None:
        day = say_date(edit.made_at[:10])
        files = ", ".join(file for file in edit.files if is_red_line(Path(file)))
        lines.append(say.RED_LINE.fill(day, files) if files else say.RED_LINE_PLAIN.fill(day))
    try:
        drawn = area_m2(read_outline(zone.outline or ""))
    except OutlineError:
        return lines
    stated = zone.area_mu * M2_PER_MU if zone.area_mu is not None else (zone.area_km2 or 0) * 1e6
    if not stated:
        return [*lines, say.RED_LINE_AREA.fill(say_area(drawn))]
    off = (drawn - stated) / stated
    if abs(off) > DIFFERS:
        lines.append(say.RED_LINE_DIFFERS.fill(say_area(drawn), say_area(stated), f"{abs(off) * 100:.0f}"))
    return lines


def is_placing(field: str) -> bool:
    """Whether a changed field only says where a thing is."""
    return field in FIELDS
