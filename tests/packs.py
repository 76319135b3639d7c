"""Real tile packs and pictures over the park, small, and to be spoilt at will."""

import io
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from brochure.maps.grounds.checks import tile_range

PARK = (101.70, 36.64, 101.80, 36.74)
ZOOMS = range(11, 15)


def tile(colour: str = "#C02060", kind: str = "PNG", size: int = 256) -> bytes:
    """Return a tile of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(out, kind)
    return out.getvalue()


def spots(zooms: Iterable[int] = ZOOMS, area: tuple[float, float, float, float] = PARK) -> list[tuple[int, int, int]]:
    """Return level, column and row, counted from the north, of the tiles over an area."""
    found = []
    for z in zooms:
        left, right, top, bottom = tile_range(area, z)
        found += [(z, x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
    return found


def write_mbtiles(
    path: Path,
    data: bytes | Callable[[int, int, int], Any] | None = None,
    told: Mapping[str, str | None] | None = None,
    places: Iterable[tuple[int, int, int]] | None = None,
    *,
    index: bool = True,
) -> Path:
    """Write an MBTiles pack; ``told`` changes its metadata, None takes a line away."""
    data = tile() if data is None else data
    metadata = {
        "name": "Test ground", "format": "png", "bounds": ",".join(map(str, PARK)), "minzoom": "11", "maxzoom": "14",
        "attribution": "© Test maker", **(told or {}),
    }  # fmt: skip
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE metadata(name TEXT, value TEXT)")
        connection.execute(
            "CREATE TABLE tiles(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"
        )
        if index:
            connection.execute("CREATE UNIQUE INDEX tile_index ON tiles(zoom_level, tile_column, tile_row)")
        connection.executemany(
            "INSERT INTO metadata VALUES (?, ?)", [item for item in metadata.items() if item[1] is not None]
        )
        rows = [
            (z, x, (1 << z) - 1 - y, data(z, x, y) if callable(data) else data)
            for z, x, y in (spots() if places is None else places)
        ]
        connection.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    connection.close()
    return path


def write_pmtiles(
    path: Path,
    data: bytes | Callable[[int, int, int], bytes] | None = None,
    head: Mapping[str, Any] | None = None,
    told: Mapping[str, Any] | None = None,
    places: Iterable[tuple[int, int, int]] | None = None,
) -> Path:
    """Write a PMTiles pack with the format's own writer; ``head`` and ``told`` change what it says of itself."""
    data = tile() if data is None else data
    bounds = dict(
        zip(("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7"), (round(end * 1e7) for end in PARK), strict=True)
    )
    with path.open("wb") as file:
        writer = Writer(file)
        for z, x, y in sorted(spots() if places is None else places, key=lambda spot: zxy_to_tileid(*spot)):
            writer.write_tile(zxy_to_tileid(z, x, y), data(z, x, y) if callable(data) else data)
        writer.finalize(
            {"tile_type": TileType.PNG, "tile_compression": Compression.NONE, **bounds, **(head or {})},
            {"name": "Test ground", "attribution": "© Test maker", **(told or {})},
        )
    return path


def write_picture(path: Path, size: tuple[int, int] = (200, 160), kind: str = "PNG", **more: Any) -> Path:
    """Write a picture: left half red, right half blue."""
    image = Image.new("RGB", size, "#D02020")
    image.paste("#2020D0", (size[0] // 2, 0, size[0], size[1]))
    image.save(path, kind, **more)
    return path


def write_world(path: Path, size: tuple[int, int] = (200, 160), area: tuple[float, float, float, float] = PARK) -> Path:
    """Write the world file of a picture that covers an area."""
    west, south, east, north = area
    step_x, step_y = (east - west) / size[0], (south - north) / size[1]
    lines = (step_x, 0.0, 0.0, step_y, west + step_x / 2, north + step_y / 2)
    path.write_text("".join(f"{line:.12f}\n" for line in lines), "ascii")
    return path
