"""A base map that staff laid below our own drawing: a pack of tiles, or a picture with its corners."""

from typing import Final, Literal

import msgspec

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees, as people type them and as packs write them."""
Kind = Literal["mbtiles", "pmtiles", "picture"]
Datum = Literal["wgs84", "gcj02"]
"""``wgs84`` stands for CGCS2000 too: they differ by less than a metre."""

SHIFT: Final[dict[str, tuple[float, float]]] = {"wgs84": (0.0, 0.0), "gcj02": (-0.00196, 0.00003)}
"""Degrees of longitude and latitude that bring a datum to WGS 84 at the park, true to 10 m there and only there."""


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """One base map of the list; the first of the list lies on top.

    ``path`` is where a pack lies, or the name of a picture's own copy; ``bounds`` are in the datum of the map itself.
    ``size`` (bytes) and ``mtime_ns`` are those of the file when it was added.
    """

    id: int = 0
    path: str
    kind: Kind
    name: str
    attribution: str = ""
    bounds: Bounds
    min_zoom: int = 0
    max_zoom: int = 24
    opacity: float = 1.0
    visible: bool = True
    datum: Datum = "wgs84"
    review_number: str = ""
    maker: str = ""
    map_date: str = ""
    size: int = 0
    mtime_ns: int = 0

    @property
    def is_locked(self) -> bool:
        """Whether it is a reviewed map, which is used as it is."""
        return bool(self.review_number)

    @property
    def place(self) -> Bounds:
        """The bounds in WGS 84."""
        lon, lat = SHIFT[self.datum]
        west, south, east, north = self.bounds
        return west + lon, south + lat, east + lon, north + lat
