"""The line under every map with its review number: only ever what the park typed, never made up."""

from collections.abc import Mapping

from brochure.words import Text
from brochure.words import maps as say

KEYS = ("review_number", "map_maker", "map_date")
"""Settings that the park fills in: the number, who made the map, and when."""


def review_line(settings: Mapping[str, str]) -> Text:
    """Return the review number, the maker and the date as they were typed; without a number, that it is not known."""
    number, maker, date = (" ".join(settings.get(key, "").split()) for key in KEYS)
    line = say.REVIEWED.fill(number) if number else say.REVIEW_NUMBER
    for words, value in ((say.MAP_MAKER, maker), (say.MAP_DATE, date)):
        if value:
            said = words.fill(value)
            line = Text(f"{line.zh} · {said.zh}", f"{line.en} · {said.en}")
    return line


def is_draft(settings: Mapping[str, str]) -> bool:
    """Tell whether a map has no review number, and so is for inside use or for the review itself."""
    return not settings.get("review_number", "").strip()
