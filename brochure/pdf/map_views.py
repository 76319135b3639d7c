"""The names by which a link from outside opens the map sheet at a zone or a stage."""

from collections.abc import Sequence
from typing import Final

from brochure.maps.outline import Frame
from brochure.maps.projection import View
from brochure.model.geometry import Feature
from brochure.model.link import fragment_of
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.words import takeaway as say

CLOSE_UP_MM: Final = 46.0
"""Half of what is shown around a zone when a link opens the sheet at it."""


def name_views(sheet: Sheet, edition: Edition, features: Sequence[Feature], view: View, margin_mm: float) -> None:
    """Give each zone and stage a name that a link from outside can open the sheet at; the map lies at the margins."""
    lang = edition.lang
    sheet.views["map"] = (margin_mm, margin_mm, view.width_mm, view.height_mm)
    sheet.outline(say.SHEET.to(lang), "map")
    for kind, heading in (("zones", say.ZONES), ("stages", say.STAGES)):
        found = [
            (feature, record, frame)
            for feature in features
            if (record := edition.library.find(feature.record or "")) is not None
            and record.kind == kind
            and (frame := _around(feature, view, margin_mm)) is not None
        ]
        if not found:
            continue
        sheet.views[kind] = sheet.views["map"]
        sheet.outline(heading.to(lang), kind)
        for feature, record, frame in found:
            key = fragment_of(record)
            sheet.views.setdefault(key, frame)
            sheet.outline(feature.name.to(lang), key, 1)


def _around(feature: Feature, view: View, margin_mm: float) -> Frame | None:
    """Return the part of the page to show when somebody asks for a thing; None when it lies off the map."""
    spots = [view.point(position) for run in feature.parts for position in run]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    x, y = (left + right) / 2, (top + bottom) / 2
    across, down = max(CLOSE_UP_MM, (right - left) / 2 + 8), max(CLOSE_UP_MM * 0.7, (bottom - top) / 2 + 8)
    edges = max(0.0, x - across), max(0.0, y - down), min(view.width_mm, x + across), min(view.height_mm, y + down)
    if edges[2] <= edges[0] or edges[3] <= edges[1]:
        return None
    return margin_mm + edges[0], margin_mm + edges[1], edges[2] - edges[0], edges[3] - edges[1]
