"""From degrees to millimetres: a flat picture true to scale at its middle, good enough for a city and its valley."""

import math

import msgspec

from brochure.model.geometry import Position

KM_PER_DEGREE = 111.195
"""One degree of latitude on a sphere of 6371 km."""

Point = tuple[float, float]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet and what it shows: ``lat`` and ``lon`` lie at ``x_mm``, ``y_mm`` of a sheet of the given size."""

    width_mm: float
    height_mm: float
    lat: float
    lon: float
    x_mm: float
    y_mm: float
    mm_per_km: float

    def point(self, position: Position) -> Point:
        """Return where a position lies on the sheet, millimetres from the top left corner."""
        lat, lon = position
        scale = KM_PER_DEGREE * self.mm_per_km
        east = (lon - self.lon) * math.cos(math.radians(self.lat)) * scale
        return self.x_mm + east, self.y_mm - (lat - self.lat) * scale

    def run(self, positions: tuple[Position, ...]) -> tuple[Point, ...]:
        """Return a run of positions on the sheet."""
        scale = KM_PER_DEGREE * self.mm_per_km
        across = math.cos(math.radians(self.lat)) * scale
        x0, y0 = self.x_mm - self.lon * across, self.y_mm + self.lat * scale
        return tuple((x0 + lon * across, y0 - lat * scale) for lat, lon in positions)

    @property
    def lon_range(self) -> tuple[float, float]:
        """West and east edge of the sheet, so that a profile can hang below a map."""
        return self.position((0.0, 0.0))[1], self.position((self.width_mm, 0.0))[1]

    def position(self, point: Point) -> Position:
        """Return which position lies at a point of the sheet."""
        scale = KM_PER_DEGREE * self.mm_per_km
        lat = self.lat + (self.y_mm - point[1]) / scale
        return lat, self.lon + (point[0] - self.x_mm) / (scale * math.cos(math.radians(self.lat)))


def fit_view(
    width_mm: float,
    height_mm: float,
    bounds: tuple[Position, Position],
    margin_mm: float = 6.0,
    most_mm_per_km: float = 80.0,
) -> View:
    """Return the largest view in which both corners of ``bounds`` lie inside the margins.

    Args:
        width_mm: Width of the sheet.
        height_mm: Height of the sheet.
        bounds: South-west and north-east corner, ``(lat, lon)``.
        margin_mm: Free space on all sides.
        most_mm_per_km: No larger scale than this, so that a small thing keeps its surroundings.
    """
    (south, west), (north, east) = bounds
    lat, lon = (south + north) / 2, (west + east) / 2
    tall_km = max((north - south) * KM_PER_DEGREE, 0.001)
    wide_km = max((east - west) * KM_PER_DEGREE * math.cos(math.radians(lat)), 0.001)
    scale = min((width_mm - 2 * margin_mm) / wide_km, (height_mm - 2 * margin_mm) / tall_km, most_mm_per_km)
    return View(
        width_mm=width_mm,
        height_mm=height_mm,
        lat=lat,
        lon=lon,
        x_mm=width_mm / 2,
        y_mm=height_mm / 2,
        mm_per_km=scale,
    )


def bounds_of(positions: tuple[Position, ...]) -> tuple[Position, Position]:
    """Return the south-west and north-east corner round some positions."""
    lats, lons = [lat for lat, _ in positions], [lon for _, lon in positions]
    return (min(lats), min(lons)), (max(lats), max(lons))


def distance_km(a: Position, b: Position) -> float:
    """Return the great-circle distance of two positions on a sphere of 6371 km."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))
