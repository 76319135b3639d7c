"""What is drawn on the map: features with their precision, and the ground profile along the G6."""

from typing import Literal

import msgspec

from brochure.model.record import Precision, Status
from brochure.words import Text

Position = tuple[float, float]
"""Latitude, longitude in degrees, WGS 84."""

MapScale = Literal["region", "city", "park"]


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """One thing on the map; ``parts`` are rings of a polygon, runs of a line or one position of a point.

    ``labels`` holds the hand-set anchor of the name for each scale it is named at. ``record`` is the id of the record
    whose card opens on a tap.
    """

    id: str
    kind: str
    name: Text
    shape: Literal["point", "line", "polygon"]
    parts: tuple[tuple[Position, ...], ...]
    precision: Precision
    scale: MapScale
    sources: tuple[str, ...]
    basis: Text
    status: Status | None = None
    record: str | None = None
    parent: str | None = None
    sector: str | None = None
    elevation_m: float | None = None
    area_km2: float | None = None
    labels: dict[str, Position] = {}
    short: Text | None = None
    assumed: bool = False
    """Whether no source says where it lies: its place on the map is this drawing's, not only its shape."""
    placed_on: str | None = None
    """The day the park's office placed it, where it did."""


class ProfilePoint(msgspec.Struct, frozen=True):
    """Ground height at a chainage of the G6, east to west; ``tunnel_surface`` is the hill above the tunnel."""

    chainage_m: int
    lat: float
    lon: float
    ground_m: int
    section: Literal["road", "tunnel_surface"]
    name: Text | None = None
