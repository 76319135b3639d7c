"""One pair of coordinates as a person pastes it: decimal or in degrees, minutes and seconds, in either order."""

import re
from typing import Literal, NamedTuple

from brochure.content.geometry import LATITUDES, LONGITUDES, is_local
from brochure.errors import ContentError
from brochure.model.datum import Datum, distance_m, to_wgs84
from brochure.model.geometry import Position
from brochure.words import placing as say
from brochure.words.text import shown

MAX_LENGTH = 200
MAX_DECIMALS = 15
"""As many as a computer writes; more were made up."""
DECIMALS = 6
"""A decimetre: finer than anybody points, and as fine as a red line is kept."""
CENTRE: Position = (36.6875, 101.7484)
"""The natural museum, the park's centre: an address point, good to 50 m."""
NEAR_M = 15_000.0

_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(sign): plain
    for signs, plain in (
        ("\u3000\xa0\u2009\u202f\t\r\n", " "), ("，、；;|/", ","), ("。", "."), ("−–—－", "-"), ("º˚度", "°"),
        ("′’‘`´＇分", "'"), ("″”“＂秒", '"'), ("：:＝=", " "), ("()[]{}（）【】〔〕", " "),
    )
    for sign in signs
}  # fmt: skip
"""What a Chinese keyboard or another program writes in place of a plain sign."""
_AXES: dict[str, Literal["lat", "lon", "far"]] = {
    "n": "lat", "e": "lon", "s": "far", "w": "far", "北纬": "lat", "东经": "lon", "南纬": "far", "西经": "far",
    "纬": "lat", "经": "lon", "北": "lat", "东": "lon", "南": "far", "西": "far", "lat": "lat",
    "lon": "lon", "lng": "lon", "long": "lon", "latitude": "lat", "longitude": "lon", "north": "lat", "east": "lon",
}  # fmt: skip
_MARK = "|".join(sorted(_AXES, key=len, reverse=True))
_DIGITS = r"[0-9]{1,12}(?:\.[0-9]*)?"
_ANGLE = (
    rf"(?P<sign>[+-]?)(?P<degrees>{_DIGITS})(?:\s*°(?:\s*(?P<minutes>{_DIGITS})\s*'"
    rf"(?:\s*(?P<seconds>{_DIGITS})\s*(?:\"|''))?)?)?"
)
_STYLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<mark>(?:{_MARK})(?:\s*(?:{_MARK}))?)?\s*{_ANGLE}",
        rf"{_ANGLE}(?:\s*(?P<mark>(?:{_MARK}))(?![a-z]))?",
    )
)
"""What says which it is stands before each of the two, or behind each."""
_GAP = re.compile(r"\s*,?\s*")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?")


class _Half(NamedTuple):
    """One of the two: its value in degrees, as it was written, and whether it says which it is."""

    value: float
    written: str
    axis: Literal["lat", "lon", "far"] | None


def parse_position(text: str, datum: Datum = "wgs84") -> Position:
    """Return the position that a text holds, in WGS 84, rounded to a decimetre.

    Which of the two is the latitude is told by what is written or else by the numbers: around Xining a latitude is
    about 37 and a longitude about 102, so no pair can be read both ways.

    Args:
        text: ``101.7484, 36.6875``, ``36.6875 N 101.7484 E`` or degrees, minutes and seconds; full-width signs as well.
        datum: What it was read from.

    Raises:
        ContentError: It is no pair of coordinates near Xining; the message says why.
    """
    halves = _read(text)
    first, second = halves
    if first.axis == second.axis and first.axis is not None:
        raise ContentError(say.SAME_AXIS.fill(say.A_LATITUDE if first.axis == "lat" else say.A_LONGITUDE))
    turned = is_local(second.value, first.value)
    if not turned and not is_local(first.value, second.value):
        raise _outside(halves)
    lat, lon = (second, first) if turned else (first, second)
    for half, axis, name in ((lat, "lat", say.A_LATITUDE), (lon, "lon", say.A_LONGITUDE)):
        if half.axis not in (axis, None):
            raise ContentError(say.CROSSED.fill(shown(half.written), name))
    return rounded(*to_wgs84(lat.value, lon.value, datum))


def rounded(lat: float, lon: float) -> Position:
    """Return a position as it is kept."""
    return round(lat, DECIMALS), round(lon, DECIMALS)


def km_from_centre(position: Position) -> float:
    """Return how far a position lies from the park's centre, kilometres."""
    return distance_m(position, CENTRE) / 1000


def is_near(position: Position) -> bool:
    """Whether a position lies where the park could be."""
    return distance_m(position, CENTRE) <= NEAR_M


def _read(text: str) -> tuple[_Half, _Half]:
    if not text.strip():
        raise ContentError(say.NO_TEXT)
    if len(text) > MAX_LENGTH:
        raise ContentError(say.TOO_LONG.fill(MAX_LENGTH, len(text)))
    plain = text.replace("纬度", "纬").replace("经度", "经").translate(_PLAIN).strip(" ,")
    for style in _STYLES:
        found = _matches(style, plain)
        if len(found) == 2:
            return _half(found[0]), _half(found[1])
    raise _unreadable(text, plain)


def _matches(style: re.Pattern[str], plain: str) -> list[re.Match[str]]:
    """Return the angles of a text that holds nothing else, or nothing."""
    found, at = [], 0
    while at < len(plain):
        match = style.match(plain, at)
        gap = _GAP.match(plain, match.end()) if match is not None else None
        if match is None or gap is None or (gap[0] == "" and not match["mark"] and gap.end() < len(plain)):
            return []
        found.append(match)
        at = gap.end()
    return found


def _unreadable(text: str, plain: str) -> ContentError:
    """Return why a text is no pair: too few numbers, too many, or something else among them."""
    rest = re.sub(rf"(?:{_MARK})(?![a-z])|[0-9.,+\s°'\"-]", "", plain, flags=re.IGNORECASE)
    numbers = len(_NUMBER.findall(plain))
    if not rest and numbers == 1:
        value = float(_NUMBER.findall(plain)[0])
        missing = (
            say.A_LONGITUDE if _within(value, LATITUDES)
            else say.A_LATITUDE if _within(value, LONGITUDES)
            else say.OTHER_HALF
        )  # fmt: skip
        return ContentError(say.ONE_NUMBER.fill(missing))
    if not rest and numbers > 2 and "°" not in plain:
        return ContentError(say.TOO_MANY.fill(numbers))
    if not rest and plain.count("°") > 2:
        return ContentError(say.TOO_MANY.fill(plain.count("°")))
    return ContentError(say.NOT_READ.fill(shown(text.strip())))


def _half(match: re.Match[str]) -> _Half:
    written = match[0].strip(" ,")
    given = [match["degrees"], match["minutes"], match["seconds"]]
    numbers = [each for each in given if each is not None]
    for number in numbers:
        if len(number.partition(".")[2]) > MAX_DECIMALS:
            raise ContentError(say.TOO_FINE.fill(shown(written), MAX_DECIMALS))
    if any("." in number for number in numbers[:-1]):
        raise ContentError(say.PART_DEGREES.fill(shown(written)))
    degrees, minutes, seconds = (float(each) if each is not None else 0.0 for each in given)
    if minutes >= 60 or seconds >= 60:
        raise ContentError(say.NOT_SIXTY.fill(shown(written)))
    value = degrees + minutes / 60 + seconds / 3600
    axes = {_AXES[mark.lower()] for mark in re.findall(_MARK, match["mark"] or "", re.IGNORECASE)}
    if len(axes) > 1:
        raise ContentError(say.NOT_READ.fill(shown(written)))
    return _Half(-value if match["sign"] == "-" or axes == {"far"} else value, written, next(iter(axes), None))


def _outside(halves: tuple[_Half, _Half]) -> ContentError:
    for half in halves:
        if abs(half.value) > 360:
            return ContentError(say.PROJECTED.fill(shown(half.written)))
    return ContentError(say.OUTSIDE.fill(*(shown(half.written) for half in halves)))


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]
