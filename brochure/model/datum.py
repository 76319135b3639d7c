"""Where a position lies in WGS 84, whichever map it was read from; pure arithmetic, good to centimetres.

China's official maps are in CGCS2000, which agrees with WGS 84 to well under a metre. Maps for the public are shifted
by law (GCJ-02), and one publisher shifts its own once more (BD-09): a point taken from there unconverted lies 180 m or
1 km away, beside its building.
"""

import math
from collections.abc import Callable
from typing import Literal, get_args

Datum = Literal["wgs84", "gcj02", "bd09"]
"""``wgs84`` is CGCS2000 as well; ``gcj02`` are AMap and Tencent, ``bd09`` is Baidu."""
DATUMS: tuple[Datum, ...] = get_args(Datum)

_AXIS_M, _ECCENTRICITY_2 = 6378245.0, 0.00669342162296594323
"""The ellipsoid of Krasovsky 1940, which the shift is worked out on."""
_BD_TURN = math.pi * 3000 / 180
_ENOUGH = 1e-9
"""Degrees: a tenth of a millimetre, far below what anybody can point at."""
_MOST_ROUNDS = 12
EARTH_M = 6371008.8
"""Mean radius of the Earth, metres."""


def to_wgs84(lat: float, lon: float, datum: Datum) -> tuple[float, float]:
    """Return a position of another datum in WGS 84.

    The shift is only known from WGS 84 outwards, so the way back is found by approaching it: each round takes off what
    the last guess was shifted by too much.

    Args:
        lat: Latitude in degrees, in ``datum``.
        lon: Longitude in degrees, in ``datum``.
        datum: The datum it was read in.

    Returns:
        Latitude, longitude; shifted again they give the position to within a millimetre.

    Source:
        As ``from_wgs84``.
    """
    if datum == "bd09":
        lat, lon = _undone(_gcj_to_bd, lat, lon)
    return (lat, lon) if datum == "wgs84" else _undone(_wgs_to_gcj, lat, lon)


def from_wgs84(lat: float, lon: float, datum: Datum) -> tuple[float, float]:
    """Return a position of WGS 84 in another datum, degrees.

    Source:
        GCJ-02: the transform published in 2010 with ChinaMapDeviation and since reproduced by eviltransform (MIT) and
        prcoords (public domain). BD-09: the transform of the publisher's own coordinate service, reproduced likewise.
    """
    if datum == "wgs84":
        return lat, lon
    lat, lon = _wgs_to_gcj(lat, lon)
    return _gcj_to_bd(lat, lon) if datum == "bd09" else (lat, lon)


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return how far two positions lie apart over the ground, metres, on a sphere: good to half a per cent."""
    (lat_a, lon_a), (lat_b, lon_b) = a, b
    p, q = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_M * math.asin(math.sqrt(half))


def _undone(shift: Callable[[float, float], tuple[float, float]], lat: float, lon: float) -> tuple[float, float]:
    there_lat, there_lon = lat, lon
    for _ in range(_MOST_ROUNDS):
        shifted_lat, shifted_lon = shift(there_lat, there_lon)
        off_lat, off_lon = shifted_lat - lat, shifted_lon - lon
        there_lat, there_lon = there_lat - off_lat, there_lon - off_lon
        if abs(off_lat) < _ENOUGH and abs(off_lon) < _ENOUGH:
            break
    return there_lat, there_lon


def _wgs_to_gcj(lat: float, lon: float) -> tuple[float, float]:
    x, y = lon - 105.0, lat - 35.0
    turn = math.radians(lat)
    magic = 1 - _ECCENTRICITY_2 * math.sin(turn) ** 2
    root = math.sqrt(magic)
    north = math.degrees(_north(x, y) * magic * root / (_AXIS_M * (1 - _ECCENTRICITY_2)))
    east = math.degrees(_east(x, y) * root / (_AXIS_M * math.cos(turn)))
    return lat + north, lon + east


def _north(x: float, y: float) -> float:
    pi = math.pi
    return (
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
        + (20.0 * math.sin(6.0 * x * pi) + 20.0 * math.sin(2.0 * x * pi)) * 2.0 / 3.0
        + (20.0 * math.sin(y * pi) + 40.0 * math.sin(y / 3.0 * pi)) * 2.0 / 3.0
        + (160.0 * math.sin(y / 12.0 * pi) + 320.0 * math.sin(y * pi / 30.0)) * 2.0 / 3.0
    )  # fmt: skip


def _east(x: float, y: float) -> float:
    pi = math.pi
    return (
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
        + (20.0 * math.sin(6.0 * x * pi) + 20.0 * math.sin(2.0 * x * pi)) * 2.0 / 3.0
        + (20.0 * math.sin(x * pi) + 40.0 * math.sin(x / 3.0 * pi)) * 2.0 / 3.0
        + (150.0 * math.sin(x / 12.0 * pi) + 300.0 * math.sin(x / 30.0 * pi)) * 2.0 / 3.0
    )  # fmt: skip


def _gcj_to_bd(lat: float, lon: float) -> tuple[float, float]:
    far = math.hypot(lon, lat) + 0.00002 * math.sin(lat * _BD_TURN)
    angle = math.atan2(lat, lon) + 0.000003 * math.cos(lon * _BD_TURN)
    return far * math.sin(angle) + 0.006, far * math.cos(angle) + 0.0065
