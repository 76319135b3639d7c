"""What every base map must be: over the park, of sane zooms, and of tiles that are small pictures and nothing else."""

import html
import io
import math
import re
import struct
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final, Protocol

from brochure.errors import GroundError
from brochure.model.ground import Bounds, Kind
from brochure.words import grounds as say
from brochure.words.text import CONTROLS, shown

REGION: Final[Bounds] = (100.9, 36.05, 102.75, 37.35)
"""How far the map can be moved; what lies wholly outside of it would never be seen."""
PARK: Final[Bounds] = (101.70, 36.65, 101.79, 36.75)
COARSEST, FINEST, MOST = 8, 17, 24
"""The finest level of a pack must be this at least, its first one this at most; and no level is above the last."""
TILE_BYTES: Final = 2 * 1024 * 1024
TILE_PX: Final = 4096
WORDS_LENGTH: Final = 240
_GZIP, _MVT = b"\x1f\x8b", b"\x1a"


class Pack(Protocol):
    """An open pack of raster tiles; z, x and y count as web maps do, y from the north."""

    kind: Kind
    name: str
    attribution: str
    bounds: Bounds
    min_zoom: int
    max_zoom: int

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """Return the bytes of a tile as they are in the pack, or None where there is none or it cannot be read."""

    def close(self) -> None: ...


def check_zooms(name: str, low: int, high: int) -> None:
    """Refuse zoom levels that cannot be, or that never meet those of our map."""
    if not 0 <= low <= high <= MOST:
        raise GroundError(say.BAD_ZOOMS.fill(name, low, high))
    if high < COARSEST:
        raise GroundError(say.TOO_COARSE.fill(name, high, COARSEST))
    if low > FINEST:
        raise GroundError(say.TOO_FINE.fill(name, low, FINEST))


def check_bounds(name: str, bounds: Bounds, told: str) -> None:
    """Refuse bounds that are no rectangle on the earth, or that do not touch the country around the park."""
    west, south, east, north = bounds
    if not (all(map(math.isfinite, bounds)) and -180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise GroundError(say.BAD_BOUNDS.fill(name, shown(told)))
    if overlap(bounds, REGION) is None:
        raise GroundError(say.ELSEWHERE.fill(name, REGION[0], REGION[2], REGION[1], REGION[3]))


def check_tile(name: str, data: bytes) -> str:
    """Return the type of a tile.

    Raises:
        GroundError: It is a vector tile, no picture at all, or one that is too big.
    """
    kind = picture_type(data)
    if kind is None:
        vector = data.startswith((_GZIP, _MVT))
        raise GroundError((say.VECTOR if vector else say.NO_RASTER).fill(name))
    side = _longest_side(data) if len(data) <= TILE_BYTES else TILE_PX + 1
    if side is None:
        raise GroundError(say.NO_RASTER.fill(name))
    if side > TILE_PX:
        raise GroundError(say.TILE_TOO_BIG.fill(name))
    return kind


def is_good_tile(data: bytes) -> bool:
    """Whether a tile may go to the page."""
    if picture_type(data) is None or len(data) > TILE_BYTES:
        return False
    side = _longest_side(data)
    return side is not None and side <= TILE_PX


def picture_type(data: bytes) -> str | None:
    """Return the MIME type that the first bytes of a picture tell, or None."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return None


def _longest_side(data: bytes) -> int | None:
    """Return the longer side of a picture in pixels; None where its head cannot be read."""
    from PIL import Image, UnidentifiedImageError

    if data[12:16] == b"IHDR" and len(data) > 24 and max(struct.unpack(">II", data[16:24])) > TILE_PX:
        return TILE_PX + 1  # before anybody warns of a bomb
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
            return max(image.size)
    except (Image.DecompressionBombError, RuntimeWarning):
        return TILE_PX + 1
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None


def overlap(one: Bounds, other: Bounds) -> Bounds | None:
    """Return what two rectangles share, or None."""
    west, south, east, north = (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
    return (west, south, east, north) if west < east and south < north else None


def tile_range(bounds: Bounds, z: int) -> tuple[int, int, int, int]:
    """Return the first and last column and the first and last row of the tiles a rectangle touches."""
    west, south, east, north = bounds
    left, top = _column_row(north, west, z)
    right, bottom = _column_row(south, east, z)
    return left, right, top, bottom


def tile_bounds(z: int, left: int, right: int, top: int, bottom: int) -> Bounds:
    """Return the rectangle that tiles cover, from the first to the last column and row."""
    count = 1 << z

    def lat(row: int) -> float:
        return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / count))))

    return left / count * 360 - 180, lat(bottom + 1), (right + 1) / count * 360 - 180, lat(top)


def spots(bounds: Bounds, z: int, most: int) -> Iterator[tuple[int, int]]:
    """Give columns and rows of a rectangle: all of them, or an even grid where they are more than ``most``."""
    left, right, top, bottom = tile_range(bounds, z)
    step = max(1, math.ceil(math.sqrt((right - left + 1) * (bottom - top + 1) / most)))
    for x in range(left, right + 1, step):
        for y in range(top, bottom + 1, step):
            yield x, y


def _column_row(lat: float, lon: float, z: int) -> tuple[int, int]:
    count = 1 << z
    turned = math.radians(max(-85.0511, min(85.0511, lat)))
    x = int((lon + 180) / 360 * count)
    y = int((1 - math.asinh(math.tan(turned)) / math.pi) / 2 * count)
    return max(0, min(count - 1, x)), max(0, min(count - 1, y))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._deaf = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser calls it so
        self._deaf += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._deaf = max(0, self._deaf - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        if not self._deaf:
            self.words.append(data)


def plain_words(text: object, length: int = WORDS_LENGTH) -> str:
    """Return words of a stranger without markup, controls and excess: what is left is only ever shown as text."""
    if not isinstance(text, str):
        return ""
    text = text[: 20 * length]
    if "<" in text:
        parser = _Words()
        parser.feed(text)
        parser.close()
        text = "".join(parser.words)
    else:
        text = html.unescape(text)
    text = re.sub(r"\s+", " ", CONTROLS.sub(" ", text)).strip()
    text = text.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no character
    return text if len(text) <= length else text[: length - 1] + "…"
