"""Spoilt base maps: how each is made, and a word of the sentence that refuses it."""

import gzip
import io
import os
import random
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from pmtiles.tile import Compression, TileType

from tests import packs
from tests.packs import tile, write_mbtiles, write_pmtiles


def sql(path: Path, script: str) -> Path:
    write_mbtiles(path)
    with sqlite3.connect(path) as connection:
        connection.executescript(script)
    connection.close()
    return path


def overwritten(path: Path, place: int, data: bytes) -> Path:
    body = bytearray(path.read_bytes())
    body[place : place + len(data)] = data
    path.write_bytes(body)
    return path


def cut(path: Path, share: float) -> Path:
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    return path


def png_of(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


def claims(width: int) -> bytes:
    """Return a small PNG whose head claims to be large."""
    data = bytearray(tile())
    data[16:24] = width.to_bytes(4, "big") * 2
    return bytes(data)


def fifo(path: Path) -> Path:
    os.mkfifo(path)
    return path


def unix_socket(path: Path) -> Path:
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path)[-100:] if len(str(path)) > 100 else str(path))
    server.close()
    return path


def locked(path: Path) -> Path:
    write_mbtiles(path).chmod(0)
    return path


def put(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def mb(told: dict[str, str | None], **more: object) -> Callable[[Path], Path]:
    return lambda path: write_mbtiles(path, told=told, **more)  # type: ignore[arg-type]


def pm(
    head: dict[str, object] | None = None, told: dict[str, object] | None = None, **more: object
) -> Callable[[Path], Path]:
    return lambda path: write_pmtiles(path, head=head, told=told, **more)  # type: ignore[arg-type]


VECTOR = b"\x1a\x05water"
ENDLESS = (
    "DROP TABLE tiles; CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT i AS zoom_level, 0 AS tile_column, 0 AS tile_row, x'00' AS tile_data FROM n"
)
BAD: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "nothing there": ("no.mbtiles", lambda path: path, "not there"),
    "in no folder": ("x/no.mbtiles", lambda path: path, "not there"),
    "a folder": ("dir.mbtiles", folder, "is a folder"),
    "a pipe": ("pipe.mbtiles", fifo, "no ordinary file"),
    "a socket": ("s", unix_socket, "no ordinary file"),
    "empty": ("e.mbtiles", put(b""), "is empty"),
    "empty picture": ("e.png", put(b""), "is empty"),
    "text": ("t.mbtiles", put(b"these are no tiles at all, only words"), "no MBTiles database"),
    "noise as an encrypted database": ("k.mbtiles", put(random.Random(1).randbytes(9000)), "encrypted"),
    "noise": ("k.bin", put(b"\x07" + random.Random(2).randbytes(900)), "is no base map"),
    "a page of an error": ("p.mbtiles", put(b"<!DOCTYPE html><h1>404</h1>"), "no MBTiles database"),
    "HTML": ("p.html", put(b"<!DOCTYPE html><h1>404</h1>"), "HTML file"),
    "GeoJSON": ("g.geojson", put(b'{"type": "FeatureCollection"}'), "JSON file"),
    "KML": ("g.kml", put(b'<?xml version="1.0"?><kml/>'), "XML file"),
    "ZIP": ("z.zip", put(b"PK\x03\x04" + bytes(60)), "ZIP file"),
    "GeoTIFF": ("t.tif", put(b"II*\x00" + bytes(60)), "GeoTIFF file"),
    "PDF": ("t.pdf", put(b"%PDF-1.7\n"), "PDF file"),
    "EPS as PNG": ("e.png", put(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"), "EPS file"),
    "GIF": ("a.png", put(b"GIF89a" + bytes(60)), "GIF file"),
    "SVG as PNG": ("s.png", put(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "SVG file"),
    "one vector tile": ("13.pbf", put(VECTOR), "vector pack"),
    "head of a database only": ("h.mbtiles", put(b"SQLite format 3\x00"), ""),
    "a database of zeros": ("h.mbtiles", put(b"SQLite format 3\x00" + bytes(5000)), ""),
    "another database": ("o.db", lambda p: sql(p, "DROP TABLE tiles; DROP TABLE metadata"), "metadata, tiles"),
    "no tiles table": ("o.mbtiles", lambda p: sql(p, "DROP TABLE tiles"), "lacks tiles"),
    "no metadata table": ("o.mbtiles", lambda p: sql(p, "DROP TABLE metadata"), "lacks metadata"),
    "a column missing": ("o.mbtiles", lambda p: sql(p, "ALTER TABLE tiles RENAME tile_data TO d"), "tiles.tile_data"),
    "no tile": ("n.mbtiles", lambda p: sql(p, "DELETE FROM tiles"), "no tile at all"),
    "tiles that are words": ("w.mbtiles", lambda p: sql(p, "UPDATE tiles SET tile_data = 'png'"), "not PNG"),
    "tiles that are nothing": ("w.mbtiles", lambda p: sql(p, "UPDATE tiles SET tile_data = NULL"), "not PNG"),
    "levels that are words": ("w.mbtiles", lambda p: sql(p, "UPDATE tiles SET zoom_level = 'x'"), "zoom levels x–x"),
    "an endless view": ("v.mbtiles", lambda p: sql(p, ENDLESS), "reads too slowly"),
    "vector by word": ("v.mbtiles", mb({"format": "pbf"}), "vector pack"),
    "vector by tile": ("v.mbtiles", mb({}, data=gzip.compress(VECTOR)), "vector pack"),
    "vector unpacked": ("v.mbtiles", mb({}, data=VECTOR), "vector pack"),
    "tiles that are GIF": ("g.mbtiles", mb({}, data=tile(kind="GIF")), "not PNG"),
    "tiles that are TIFF": ("g.mbtiles", mb({}, data=tile(kind="TIFF")), "not PNG"),
    "tiles that are cut heads": ("g.mbtiles", mb({}, data=b"\x89PNG\r\n\x1a\n"), "not PNG"),
    "a heavy tile": ("b.mbtiles", mb({}, data=tile() + bytes(2 * 1024 * 1024)), "more than 2 MB"),
    "a tile beyond reading": ("b.mbtiles", mb({}, data=tile() + bytes(9 * 1024 * 1024)), "more than 2 MB"),
    "a wide tile": ("b.mbtiles", mb({}, data=png_of(4097, 8)), "4096 pixels"),
    "a bomb of a tile": ("b.mbtiles", mb({}, data=claims(60_000)), "4096 pixels"),
    "bounds of words": ("x.mbtiles", mb({"bounds": "here,there"}), "here,there"),
    "bounds of three": ("x.mbtiles", mb({"bounds": "101,36,102"}), "101,36,102"),
    "bounds swapped": ("x.mbtiles", mb({"bounds": "102,37,101,36"}), "not west, south"),
    "bounds in metres": ("x.mbtiles", mb({"bounds": "11330000,4395000,11340000,4400000"}), "not west, south"),
    "bounds of nan": ("x.mbtiles", mb({"bounds": "nan,36,102,37"}), "not west, south"),
    "bounds endless": ("x.mbtiles", mb({"bounds": "-inf,36,inf,37"}), "not west, south"),
    "Beijing": ("x.mbtiles", mb({"bounds": "116,39,117,40"}), "does not cover"),
    "says the park, has Beijing": (
        "x.mbtiles", mb({}, places=packs.spots([12], (116.3, 39.8, 116.5, 40.0))), "no tiles around the park",
    ),
    "zooms swapped": ("x.mbtiles", mb({"minzoom": "14", "maxzoom": "11"}), "14–11"),
    "zooms absurd": ("x.mbtiles", mb({"minzoom": "0", "maxzoom": "99"}), "0–99"),
    "zooms negative": ("x.mbtiles", mb({"minzoom": "-3"}), "-3"),
    "zooms of words": ("x.mbtiles", mb({"maxzoom": "many"}), "many"),
    "zooms huge": ("x.mbtiles", mb({"minzoom": "1", "maxzoom": "9" * 5000}), "zoom levels"),
    "tiles of level 30": ("x.mbtiles", lambda p: sql(p, "UPDATE tiles SET zoom_level = 30 WHERE zoom_level = 14"), "11–30"),
    "too coarse": ("x.mbtiles", mb({"minzoom": "3", "maxzoom": "6"}, places=packs.spots([6])), "too coarse"),
    "begins too fine": ("x.mbtiles", mb({"minzoom": "19", "maxzoom": "19"}, places=packs.spots([19], (101.74, 36.68, 101.741, 36.681))), "level 19"),
    "columns beyond the world": (
        "x.mbtiles", lambda p: sql(p, "UPDATE tiles SET tile_column = tile_column + 900000; DELETE FROM metadata WHERE name = 'bounds'"), "damaged",
    ),
    "a database cut": ("c.mbtiles", lambda p: cut(write_mbtiles(p), 0.4), ""),
    "a database with a hole": ("c.mbtiles", lambda p: overwritten(write_mbtiles(p), 4096, bytes(3000)), ""),
    "PMTiles, no more": ("p.pmtiles", put(b"PMTiles"), "cut short"),
    "PMTiles magic spoilt": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 0, b"XMTiles"), "is no base map"),
    "PMTiles 1": ("p.pmtiles", put(b"PM\x01\x00" + bytes(512_000)), "version 1"),
    "PMTiles 2": ("p.pmtiles", put(b"PM\x02\x00" + bytes(512_000)), "version 2"),
    "PMTiles 4": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 7, b"\x04"), "version 4"),
    "PMTiles head cut": ("p.pmtiles", lambda p: cut(write_pmtiles(p), 0.05), "cut short"),
    "PMTiles cut": ("p.pmtiles", lambda p: cut(write_pmtiles(p), 0.9), "cut short"),
    "PMTiles vector": ("p.pmtiles", pm({"tile_type": TileType.MVT}, data=VECTOR), "vector pack"),
    "PMTiles other vector": ("p.pmtiles", pm({"tile_type": TileType.MLT}, data=VECTOR), "vector pack"),
    "PMTiles says PNG, has vector": ("p.pmtiles", pm(data=gzip.compress(VECTOR)), "vector pack"),
    "PMTiles with vector layers": ("p.pmtiles", pm(told={"vector_layers": [{"id": "water"}]}), "vector pack"),
    "PMTiles AVIF": ("p.pmtiles", pm({"tile_type": TileType.AVIF}), "not PNG"),
    "PMTiles unknown tiles": ("p.pmtiles", pm({"tile_type": TileType.UNKNOWN}), "not PNG"),
    "PMTiles type 77": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 99, b"\x4d"), "damaged"),
    "PMTiles zstd": ("p.pmtiles", pm({"tile_compression": Compression.ZSTD}), "zstd"),
    "PMTiles brotli inside": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 97, b"\x03"), "brotli"),
    "PMTiles folders not packed as said": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 97, b"\x01"), "damaged"),
    "PMTiles folder spoilt": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 127, b"\xff" * 20), "damaged"),
    "PMTiles elsewhere": ("p.pmtiles", pm({"min_lon_e7": 0, "max_lon_e7": 50_000_000}), "does not cover"),
    "PMTiles bounds swapped": ("p.pmtiles", pm({"min_lat_e7": 380_000_000, "max_lat_e7": 360_000_000}), "not west, south"),
    "PMTiles says the park, has Beijing": (
        "p.pmtiles", pm(places=packs.spots([12], (116.3, 39.8, 116.5, 40.0))), "no tiles around the park",
    ),
    "PMTiles zooms": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 100, b"\x0e\x0b"), "14–11"),
    "PMTiles zooms absurd": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 101, b"\xfe"), "11–254"),
    "PMTiles heavy tile": ("p.pmtiles", pm(data=tile() + bytes(2 * 1024 * 1024)), "more than 2 MB"),
    "PMTiles bomb of a tile": ("p.pmtiles", pm(data=claims(50_000)), "4096 pixels"),
    "PMTiles gzip bomb": ("p.pmtiles", pm({"tile_compression": Compression.GZIP}, data=gzip.compress(bytes(90_000_000))), ""),
    "PMTiles offset beyond": ("p.pmtiles", lambda p: overwritten(write_pmtiles(p), 56, (1 << 60).to_bytes(8, "little")), "cut short"),
    "a picture of text": ("w.png", put(b"not a picture"), "no whole PNG"),
    "a picture cut at its head": ("w.png", put(tile()[:20]), "no whole PNG"),
    "a picture of 169 megapixels": ("w.png", put(png_of(13_000, 13_000)), "too big"),
    "a picture of 51 megapixels": ("w.png", put(png_of(10_200, 5_000)), "too big"),
    "a picture that claims to be endless": ("w.png", put(claims(2_000_000)), ""),
    "a JPEG of noise": ("w.jpg", put(b"\xff\xd8\xff\xe0" + random.Random(3).randbytes(500)), "no whole PNG"),
    "a WEBP of noise": ("w.webp", put(b"RIFF\x00\x10\x00\x00WEBPVP8 " + random.Random(3).randbytes(500)), "no whole PNG"),
    "a name of no encoding": (os.fsdecode(b"\xff\xfe.mbtiles"), write_mbtiles, "does not know"),
}  # fmt: skip
