"""Which kind of base map a file is, told by its first bytes and never by its name."""

import os
import stat
from pathlib import Path
from typing import Final

import msgspec

from brochure.errors import GroundError
from brochure.maps.grounds import checks
from brochure.maps.grounds.checks import Pack
from brochure.model.ground import Bounds, Kind
from brochure.words import grounds as say

_OTHERS: Final = (
    (b"II*\x00", "GeoTIFF"), (b"MM\x00*", "GeoTIFF"), (b"II+\x00", "GeoTIFF"), (b"%PDF", "PDF"), (b"GIF8", "GIF"),
    (b"BM", "BMP"), (b"%!PS", "EPS"), (b"<svg", "SVG"), (b"<?xml", "XML"), (b"<!DOCTYPE", "HTML"), (b"<html", "HTML"),
    (b"<kml", "KML"), (b"PK\x03\x04", "ZIP"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"{", "JSON"), (b"[", "JSON"),
)  # fmt: skip


class Found(msgspec.Struct, frozen=True):
    """What a file is and says of itself; ``bounds`` are unknown for a picture without a world file."""

    kind: Kind
    name: str
    attribution: str
    bounds: Bounds | None
    min_zoom: int
    max_zoom: int
    world: str | None
    size: int
    mtime_ns: int


def look_at(path: Path) -> Found:
    """Look whether a file can be a base map, and return what it says of itself.

    Raises:
        GroundError: It cannot; the sentence says why and what to do.
    """
    from brochure.maps.grounds.picture import look_at_picture

    kind, about = _kind_of(path)
    size, mtime_ns = about.st_size, about.st_mtime_ns
    if kind == "picture":
        try:
            world = look_at_picture(path)
        except OSError as error:
            raise _unreadable(path, error) from error
        name = checks.plain_words(path.stem, 80)
        return Found(
            "picture", name, "", world.bounds if world else None, 0, checks.MOST, world.name if world else None, size,
            mtime_ns,
        )  # fmt: skip
    pack = open_pack(path)
    pack.close()
    return Found(kind, pack.name, pack.attribution, pack.bounds, pack.min_zoom, pack.max_zoom, None, size, mtime_ns)


def open_pack(path: Path) -> Pack:
    """Open a pack of raster tiles; the caller closes it.

    Raises:
        GroundError: It is none that can be used.
    """
    from brochure.maps.grounds.mbtiles import MbtilesPack
    from brochure.maps.grounds.pmtiles_pack import PmtilesPack

    kind, _ = _kind_of(path)
    if kind == "picture":
        raise GroundError(say.UNKNOWN_KIND.fill(path.name))
    try:
        return MbtilesPack(path) if kind == "mbtiles" else PmtilesPack(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _kind_of(path: Path) -> tuple[Kind, os.stat_result]:
    name = checks.plain_words(path.name, 80)
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        raise GroundError(say.ODD_NAME.fill(name)) from None
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise GroundError(say.A_FOLDER.fill(name))
        if not stat.S_ISREG(about.st_mode):
            raise GroundError(say.NO_FILE.fill(name))
        with path.open("rb") as stream:
            start = stream.read(64)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise GroundError(say.NOT_THERE.fill(name)) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    if not start:
        raise GroundError(say.EMPTY.fill(name))
    return _kind_from(name, path.suffix.lower(), start), about


def _kind_from(name: str, suffix: str, start: bytes) -> Kind:
    if start.startswith(b"SQLite format 3\x00"):
        return "mbtiles"
    if start.startswith(b"PMTiles"):
        return "pmtiles"
    if checks.picture_type(start) is not None:
        return "picture"
    if start[:2] == b"PM" and start[2:4] in (b"\x01\x00", b"\x02\x00"):
        raise GroundError(say.OLD_PMTILES.fill(name, start[2]))
    if suffix in (".mbtiles", ".db", ".sqlite"):
        raise GroundError(say.NO_DATABASE.fill(name))
    if suffix == ".pmtiles":
        raise GroundError(say.UNKNOWN_KIND.fill(name))
    if suffix in (".pbf", ".mvt"):
        raise GroundError(say.VECTOR.fill(name))
    other = next((kind for magic, kind in _OTHERS if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic)), None)
    if other is not None:
        raise GroundError(say.OTHER_FORMAT.fill(name, other))
    if suffix in (".png", ".jpg", ".jpeg", ".webp"):
        raise GroundError(say.NO_PICTURE.fill(name))
    raise GroundError(say.UNKNOWN_KIND.fill(name))


def _unreadable(path: Path, error: OSError) -> GroundError:
    return GroundError(say.UNREADABLE.fill(path.name, error.strerror or type(error).__name__))
