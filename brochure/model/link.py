"""Deep links: one address for a thing on the map, the same in the window, in a map that is taken away and in a PDF."""

import re
from typing import Final

from brochure.model.record import Record

PAGE: Final = "park://app/map.html"
SINGULAR: Final = {
    "policies": "policy", "base": "base", "park": "park", "industries": "industry", "services": "service",
    "enterprises": "enterprise", "stages": "stage", "places": "place",
}  # fmt: skip
"""The word for one of a kind where it is not the kind without its last letter."""
_LINK: Final = re.compile(r"(?:park://app/map\.html|[^#\s]*)#([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)", re.ASCII)


def fragment_of(record: Record) -> str:
    """Return the part after the hash: ``zone/zone-core``."""
    return f"{SINGULAR.get(record.kind, record.kind.removesuffix('s'))}/{record.id}"


def link_of(record: Record) -> str:
    """Return the whole address: ``park://app/map.html#zone/zone-core``."""
    return f"{PAGE}#{fragment_of(record)}"


def record_of(link: str) -> str | None:
    """Return the id that a link names, or None where it is no such link."""
    found = _LINK.fullmatch(link)
    return found.group(2) if found else None
