"""PMTiles version 3: one file with a head, folders of tile numbers, and tiles.

The package ``pmtiles`` knows the head and how tiles are numbered. The folders are read here: its own reader opens every
folder anew for each tile, unpacks without a bound, and maps the file into memory, where a stick that is pulled out ends
the whole program.
"""

import bisect
import contextlib
import functools
import os
import zlib
from pathlib import Path
from typing import Any, Final

from pmtiles.tile import (
    Compression,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_header,
    zxy_to_tileid,
)

from brochure.errors import GroundError
from brochure.maps.grounds import checks
from brochure.model.ground import Kind
from brochure.words import grounds as say

HEAD: Final = 127
FOLDER_BYTES: Final = 8 * 1024 * 1024
METADATA_BYTES: Final = 1024 * 1024
DEEPEST: Final = 4
_RASTER: Final = (TileType.PNG, TileType.JPEG, TileType.WEBP)
_PACKED: Final = (Compression.NONE, Compression.GZIP)

Folder = tuple[list[int], list[int], list[int], list[int]]
"""Numbers of the first tile, how many tiles share the bytes (0: a folder), lengths and offsets."""


class _Broken(Exception):  # noqa: N818 - it never leaves this module
    """Bytes that do not follow the format."""


class PmtilesPack:
    """One open file; every part is read when it is asked for."""

    kind: Kind = "pmtiles"

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._stream = path.open("rb")
        try:
            self._open(path.stem)
        except (_Broken, OSError) as error:
            self._stream.close()
            raise GroundError(say.DAMAGED.fill(self._file)) from error
        except BaseException:
            self._stream.close()
            raise

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        if not 0 <= z <= checks.MOST or not 0 <= x < 1 << z or not 0 <= y < 1 << z:
            return None
        try:
            return self._tile(z, x, y)
        except (_Broken, GroundError, OSError, ValueError):
            return None

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._stream.close()

    def _open(self, stem: str) -> None:
        self._head = head = self._read_head()
        if head["tile_type"] in (TileType.MVT, TileType.MLT):
            raise GroundError(say.VECTOR.fill(self._file))
        if head["tile_type"] not in _RASTER:
            raise GroundError(say.NO_RASTER.fill(self._file))
        for part in ("internal_compression", "tile_compression"):
            if head[part] not in _PACKED and not (part == "tile_compression" and head[part] == Compression.UNKNOWN):
                raise GroundError(say.COMPRESSION.fill(self._file, head[part].name.lower()))
        self.min_zoom, self.max_zoom = head["min_zoom"], head["max_zoom"]
        checks.check_zooms(self._file, self.min_zoom, self.max_zoom)
        west, south, east, north = (head[f"{end}_e7"] / 1e7 for end in ("min_lon", "min_lat", "max_lon", "max_lat"))
        self.bounds = (west, south, east, north)
        checks.check_bounds(self._file, self.bounds, f"{west}, {south}, {east}, {north}")
        told = self._read_metadata()
        if told.get("vector_layers"):
            raise GroundError(say.VECTOR.fill(self._file))
        self.name = checks.plain_words(told.get("name"), 80) or stem
        self.attribution = checks.plain_words(told.get("attribution"))
        self._folder = functools.lru_cache(maxsize=64)(self._read_folder)
        if not self._folder(head["root_offset"], head["root_length"])[0]:
            raise GroundError(say.NO_TILES.fill(self._file))
        self._look_near()

    def _read_head(self) -> dict[str, Any]:
        start = self._read(0, HEAD, short=True)
        size = os.fstat(self._stream.fileno()).st_size
        if len(start) < HEAD:
            raise GroundError(say.TRUNCATED.fill(self._file, HEAD, size))
        try:
            head: dict[str, Any] = dict(deserialize_header(start))
        except SpecVersionUnsupported:
            raise GroundError(say.OLD_PMTILES.fill(self._file, start[7])) from None
        except (MagicNumberNotFound, ValueError) as error:
            raise _Broken from error
        ends = [
            head[f"{part}_offset"] + head[f"{part}_length"]
            for part in ("root", "metadata", "leaf_directory", "tile_data")
        ]
        if max(ends) > size:
            raise GroundError(say.TRUNCATED.fill(self._file, max(ends), size))
        return head

    def _read_metadata(self) -> dict[str, Any]:
        import msgspec

        head = self._head
        if not head["metadata_length"]:
            return {}
        data = self._unpacked(head["metadata_offset"], head["metadata_length"], METADATA_BYTES)
        try:
            return msgspec.json.decode(data, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise _Broken from error

    def _look_near(self) -> None:
        """Look at a few tiles around the park; there must be one, and each must be a picture."""
        seen = 0
        for area, most in ((checks.PARK, 2048), (checks.REGION, 1024)):
            near = checks.overlap(self.bounds, area)
            if near is None:
                continue
            for z in range(self.min_zoom, self.max_zoom + 1):
                for x, y in checks.spots(near, z, most):
                    data = self._tile(z, x, y)
                    if data is not None:
                        checks.check_tile(self._file, data)
                        seen += 1
                        break
            if seen:
                return
        raise GroundError(say.NOTHING_NEAR.fill(self._file))

    def _tile(self, z: int, x: int, y: int) -> bytes | None:
        head, number = self._head, zxy_to_tileid(z, x, y)
        offset, length = head["root_offset"], head["root_length"]
        for _ in range(DEEPEST):
            firsts, runs, lengths, offsets = self._folder(offset, length)
            place = bisect.bisect_right(firsts, number) - 1
            if place < 0:
                return None
            offset, length = offsets[place], lengths[place]
            if runs[place]:
                if number - firsts[place] >= runs[place]:
                    return None
                if length > checks.TILE_BYTES:
                    raise GroundError(say.TILE_TOO_BIG.fill(self._file))
                return self._read_tile(offset, length)
            if offset + length > head["leaf_directory_length"]:
                raise _Broken
            offset += head["leaf_directory_offset"]
        raise _Broken

    def _read_tile(self, offset: int, length: int) -> bytes:
        head = self._head
        if offset + length > head["tile_data_length"]:
            raise _Broken
        data = self._read(head["tile_data_offset"] + offset, length)
        if head["tile_compression"] == Compression.GZIP:
            data = _gunzip(data, checks.TILE_BYTES)
        return data

    def _read_folder(self, offset: int, length: int) -> Folder:
        return _parse_folder(self._unpacked(offset, length, FOLDER_BYTES))

    def _unpacked(self, offset: int, length: int, most: int) -> bytes:
        if length > most:
            raise _Broken
        data = self._read(offset, length)
        return _gunzip(data, most) if self._head["internal_compression"] == Compression.GZIP else data

    def _read(self, offset: int, length: int, *, short: bool = False) -> bytes:
        self._stream.seek(offset)
        data = self._stream.read(length)
        if len(data) < length and not short:
            raise _Broken
        return data


def _gunzip(data: bytes, most: int) -> bytes:
    """Unpack to so many bytes at most; what would be more is a bomb."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        out = unpacker.decompress(data, most)
    except zlib.error as error:
        raise _Broken from error
    if not unpacker.eof:
        raise _Broken
    return out


def _parse_folder(data: bytes) -> Folder:
    """Return a folder: a count, then the numbers as steps, the runs, the lengths, the offsets (0: right after)."""
    values = _parse_numbers(data)
    count = values[0] if values else 0
    if len(values) != 1 + 4 * count:
        raise _Broken
    firsts, last = [], 0
    for step in values[1 : count + 1]:
        last += step
        firsts.append(last)
    runs, lengths, raw = (values[1 + part * count : 1 + (part + 1) * count] for part in (1, 2, 3))
    offsets: list[int] = []
    for place, value in enumerate(raw):
        if not value and not place:
            raise _Broken
        offsets.append(value - 1 if value else offsets[-1] + lengths[place - 1])
    return firsts, runs, lengths, offsets


def _parse_numbers(data: bytes) -> list[int]:
    """Return the numbers of seven bits a byte that a folder is made of."""
    values, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            if shift > 63:
                raise _Broken
        else:
            values.append(value)
            value = shift = 0
    if shift:
        raise _Broken
    return values
