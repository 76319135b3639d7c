"""Base maps by their content: right tiles from real packs, and for every spoilt file one sentence in both languages."""

import gzip
import io
import os
import random
import re
import socket
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pmtiles.tile import Compression, TileType

from brochure.errors import GroundError
from brochure.maps.grounds import BLANK, Shelf, look_at, open_pack
from brochure.maps.grounds import mbtiles as mbtiles_module
from brochure.maps.grounds.checks import plain_words, tile_bounds, tile_range
from brochure.maps.grounds.picture import check_corners, parse_corners, read_picture
from brochure.model.ground import Ground
from tests import packs
from tests.packs import PARK, tile, write_mbtiles, write_picture, write_pmtiles, write_world

CHINESE = re.compile(r"[\u3400-\u9fff]")


def numbered(z: int, x: int, y: int) -> bytes:
    """Return a tile whose colour tells its place."""
    return tile(f"#{z:02x}{x % 256:02x}{y % 256:02x}")


@pytest.mark.parametrize(("write", "kind"), [(write_mbtiles, "mbtiles"), (write_pmtiles, "pmtiles")])
def test_every_tile_comes_from_its_place(tmp_path: Path, write: Callable[..., Path], kind: str) -> None:
    """The name of the file tells nothing; rows count from the north whatever the pack does."""
    pack = open_pack(write(tmp_path / "pack.txt", numbered))
    assert (pack.kind, pack.name, pack.attribution) == (kind, "Test ground", "© Test maker")
    assert (pack.min_zoom, pack.max_zoom) == (11, 14)
    assert pack.bounds == pytest.approx(PARK)
    for z, x, y in packs.spots():
        assert pack.tile(z, x, y) == numbered(z, x, y)
    left, _, top, _ = tile_range(PARK, 14)
    assert [pack.tile(14, left - 1, top), pack.tile(3, 0, 0), pack.tile(14, -1, top), pack.tile(40, 1, 1)] == [None] * 4
    pack.close()
    assert pack.tile(14, left, top) is None


def test_a_large_pmtiles_has_folders_in_folders(tmp_path: Path) -> None:
    area = (101.35, 36.35, 102.1, 37.0)
    places = packs.spots([16], area)
    assert len(places) > 18_000
    rng = random.Random(4)
    path = write_pmtiles(
        tmp_path / "large.pmtiles", lambda z, x, y: tile() + rng.randbytes(rng.randrange(900)), places=places
    )
    pack = open_pack(path)
    assert pack._head["leaf_directory_length"] > 0  # type: ignore[attr-defined]
    assert all((pack.tile(*spot) or b"").startswith(tile()) for spot in places[::97])
    pack.close()


def test_tiles_and_folders_may_be_packed_with_gzip_or_not(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a", gzip.compress(tile()), {"tile_compression": Compression.GZIP})
    pack = open_pack(path)
    assert pack.tile(*packs.spots()[0]) == tile()
    pack.close()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_all_three_kinds_of_tile_work(tmp_path: Path, kind: str) -> None:
    data = tile(kind=kind)
    path = write_mbtiles(tmp_path / "a.mbtiles", data, {"format": None})
    spot = packs.spots()[0]
    shelf = Shelf([Ground(id=1, path=str(path), kind="mbtiles", name="a", bounds=PARK)])
    assert shelf.find("1/{}/{}/{}".format(*spot)) == (f"image/{kind.lower()}", data)
    shelf.close()


def test_a_pack_that_states_no_bounds_has_those_of_its_tiles(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a", told={"bounds": None, "minzoom": None, "maxzoom": None, "name": None})
    found = look_at(path)
    assert found.bounds == pytest.approx(tile_bounds(11, *tile_range(PARK, 11)))
    assert (found.name, found.min_zoom, found.max_zoom) == ("a", 11, 14)


def test_a_database_with_pictures_apart_from_their_places_works(tmp_path: Path) -> None:
    path = tmp_path / "a.mbtiles"
    write_mbtiles(path, numbered)
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "CREATE TABLE map(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);"
            "CREATE TABLE images(tile_data BLOB, tile_id TEXT);"
            "INSERT INTO map SELECT zoom_level, tile_column, tile_row, rowid FROM tiles;"
            "INSERT INTO images SELECT tile_data, rowid FROM tiles; DROP TABLE tiles;"
            "CREATE UNIQUE INDEX m ON map(zoom_level, tile_column, tile_row); CREATE UNIQUE INDEX i ON images(tile_id);"
            "CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, map.tile_row AS "
            "tile_row, images.tile_data AS tile_data FROM map JOIN images ON images.tile_id = map.tile_id;"
        )
    connection.close()
    pack = open_pack(path)
    assert all(pack.tile(*spot) == numbered(*spot) for spot in packs.spots())
    pack.close()


# ---- every spoilt file of ours: what it is, and a word of its sentence ----


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


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever starts another program fails the test."""

    def refuse(*what: object, **more: object) -> None:
        raise AssertionError(f"started {what}")

    for module, name in ((subprocess, "Popen"), (os, "system"), (os, "posix_spawn")):
        monkeypatch.setattr(module, name, refuse)


@pytest.mark.parametrize("case", BAD)
def test_a_spoilt_file_is_refused_in_one_sentence(case: str, tmp_path: Path, alone: None) -> None:
    name, write, part = BAD[case]
    path = write(tmp_path / name)
    with pytest.raises(GroundError) as caught:
        look_at(path)
    refused_well(caught.value, part)


def refused_well(error: GroundError, part: str) -> None:
    said = error.message
    assert part in said.en
    assert CHINESE.search(said.zh)
    assert not CHINESE.search(said.en)
    for words in (said.zh, said.en):
        assert words[-1] in "。.）"
        assert "{}" not in words
        assert len(words) < 260
        assert not re.search(r"Error|Exception|Traceback|sqlite3|0x", words)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GroundError) as caught:
        look_at(locked(tmp_path / "a.mbtiles"))
    refused_well(caught.value, "cannot be read")


def test_a_disk_that_gives_up_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles")

    def fail(*what: object, **more: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(GroundError) as caught:
        look_at(path)
    refused_well(caught.value, "Input/output error")


def test_a_pack_without_an_index_that_would_be_slow_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", b"", index=False, places=packs.spots([15], (101.2, 36.4, 102.2, 37.0)))
    monkeypatch.setattr(mbtiles_module, "TILE_STEPS", 0)
    with pytest.raises(GroundError) as caught:
        open_pack(path)
    refused_well(caught.value, "no index")


@pytest.mark.parametrize("write", [write_mbtiles, write_pmtiles])
def test_flipped_bits_never_do_more_than_refuse(tmp_path: Path, write: Callable[..., Path]) -> None:
    """Whatever a stick did to the bytes: a sentence, or a pack whose tiles are pictures or nothing."""
    whole = write(tmp_path / "a").read_bytes()
    rng = random.Random(7)
    path = tmp_path / "b"
    for _ in range(150):
        body = bytearray(whole)
        for _ in range(rng.randrange(1, 6)):
            body[rng.randrange(min(len(body), 9000))] ^= 1 << rng.randrange(8)
        path.write_bytes(body)
        try:
            pack = open_pack(path)
        except GroundError as error:
            assert error.message.zh
            continue
        shelf = Shelf([Ground(id=1, path=str(path), kind="mbtiles", name="b", bounds=PARK)])
        for spot in packs.spots():
            answer = shelf.find("1/{}/{}/{}".format(*spot))
            assert answer is None or answer[0].startswith("image/")
        shelf.close()
        pack.close()


# ---- pictures ----


@pytest.mark.parametrize(
    ("kind", "name", "beside"),
    [
        ("PNG", "map.png", "map.pgw"), ("JPEG", "map.jpg", "map.JGW"), ("WEBP", "map.webp", "map.wld"),
        ("PNG", "map.jpg", "map.pngw"), ("PNG", "地图.png", "地图.wld"),
    ],
)  # fmt: skip
def test_a_world_file_tells_the_edges(tmp_path: Path, kind: str, name: str, beside: str) -> None:
    path = write_picture(tmp_path / name, kind=kind)
    assert look_at(path).bounds is None
    write_world(tmp_path / beside)
    found = look_at(path)
    assert found.bounds == pytest.approx(PARK)
    assert (found.kind, found.world) == ("picture", beside)


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        ("", "six lines"), ("1\n2\n3\n", "six lines"), ("a\nb\nc\nd\ne\nf\n", "six lines"), ("\xff" * 60, "six lines"),
        ("0\n0\n0\n0\n101\n36\n", "six lines"), ("nan\n0\n0\n-0.001\n101\n36\n", "six lines"),
        ("0.001\n0.0002\n0\n-0.001\n101\n36\n", "turned"), ("0.001\n0\n0\n0.001\n101\n36\n", "turned"),
        ("-0.001\n0\n0\n-0.001\n101\n36\n", "turned"), ("2.5\n0\n0\n-2.5\n566000\n4061000\n", "not in degrees"),
    ],
)  # fmt: skip
def test_a_world_file_that_cannot_be_used_is_told(tmp_path: Path, lines: str, part: str) -> None:
    path = write_picture(tmp_path / "map.png")
    (tmp_path / "map.pgw").write_text(lines, "latin-1")
    with pytest.raises(GroundError) as caught:
        look_at(path)
    refused_well(caught.value, part)


@pytest.mark.parametrize(
    ("corners", "part"),
    [
        ((101.8, 36.6, 101.7, 36.8), "swapped"), ((101.7, 36.8, 101.8, 36.6), "swapped"),
        ((101.7, 36.6, 101.7, 36.8), "swapped"), ((101.7, 36.6, 101.8, 36.6), "swapped"),
        ((36.6, 101.7, 36.8, 101.8), "no longitudes"), ((101.7, 36.6, 1018.0, 36.8), "no longitudes"),
        ((116.0, 39.0, 117.0, 40.0), "does not cover"), ((73.0, 18.0, 135.0, 54.0), "spans 62.0°"),
        ((101.7, 36.6, 101.7001, 36.6001), "spans only"), ((float("nan"), 36.6, 101.8, 36.8), "no longitudes"),
    ],
)  # fmt: skip
def test_edges_that_cannot_be_are_told(corners: tuple[float, float, float, float], part: str) -> None:
    with pytest.raises(GroundError) as caught:
        check_corners("map", corners)
    refused_well(caught.value, part)


@pytest.mark.parametrize(
    "words", [("101.7", "36.6", "east", "36.8"), ("", "1", "2", "3"), ("1", "2", "3", "inf"), ("1", "2", "3", "36°42′")]
)
def test_an_edge_that_is_no_number_is_named(words: tuple[str, ...]) -> None:
    with pytest.raises(GroundError) as caught:
        parse_corners(words)
    refused_well(caught.value, "is no number")


def test_a_picture_is_written_anew_without_what_was_beside_its_pixels(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "CANARY-MAKER", 6
    exif.get_ifd(0x8825)[1] = "N"
    for kind in ("JPEG", "PNG", "WEBP"):
        more = {"comment": "CANARY-COMMENT"} if kind == "JPEG" else {}
        path = write_picture(tmp_path / f"{kind}.x", (200, 100), kind, exif=exif, **more)
        assert b"CANARY" in path.read_bytes()
        kept = read_picture(path, turn=True)
        assert b"CANARY" not in kept.data
        with Image.open(io.BytesIO(kept.data)) as image:
            assert (image.format, image.size, dict(image.getexif())) == (kind, (100, 200), {})
        with Image.open(io.BytesIO(read_picture(path, turn=False).data)) as image:
            assert image.size == (200, 100)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_mode_are_kept(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a"
    Image.new(mode, (30, 20)).save(path, "JPEG" if mode == "CMYK" else "PNG")
    with Image.open(io.BytesIO(read_picture(path, turn=True).data)) as image:
        assert image.size == (30, 20)
        assert image.mode in ("RGB", "RGBA")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_that_is_cut_is_refused(tmp_path: Path, kind: str, share: float) -> None:
    noise = Image.frombytes("RGB", (120, 90), random.Random(5).randbytes(120 * 90 * 3))
    path = tmp_path / "a"
    noise.save(path, kind)
    cut(path, share)
    with pytest.raises(GroundError) as caught:
        read_picture(path, turn=True)
    refused_well(caught.value, "no whole PNG")


def test_a_very_large_picture_is_kept_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.maps.grounds.picture.KEPT_PIXELS", 5_000)
    kept = read_picture(write_picture(tmp_path / "a", (200, 100)), turn=True)
    with Image.open(io.BytesIO(kept.data)) as image:
        assert image.size == (100, 50)


# ---- words of strangers, and the shelf ----


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ('<a href="http://x.y" onclick="z()">© OSM</a> contributors', "© OSM contributors"),
        ("<script>alert(1)</script>ok<style>p{}</style>", "ok"), ("<img src=x onerror=alert(1)>", ""),
        ("&copy; 天地图 &lt;b&gt;", "© 天地图 <b>"), ("a\x00b\u202ec\n\n d", "a b c d"), ("{{7*7}}", "{{7*7}}"),
        ("x" * 900, "x" * 239 + "…"), (None, ""), ("<b>" * 3000 + "deep", ""), ("\ud800", "?"),
    ],
)  # fmt: skip
def test_attribution_is_plain_text(told: object, shown: str) -> None:
    assert plain_words(told) == shown


def test_a_hole_in_a_pack_is_a_clear_tile(tmp_path: Path) -> None:
    spot, hole = packs.spots()[:2]
    path = write_mbtiles(tmp_path / "a", places=[each for each in packs.spots() if each != hole])
    shelf = Shelf([Ground(id=7, path=str(path), kind="mbtiles", name="a", bounds=PARK)])
    assert shelf.find("7/{}/{}/{}".format(*hole)) == BLANK
    assert shelf.find("7/{}/{}/{}".format(*spot)) == ("image/png", tile())
    path.unlink()
    assert shelf.find("7/{}/{}/{}".format(*spot)) == ("image/png", tile())
    for name in ("8/1/1/1", "7/1/1", "7", "7/a/b/c", "7/picture", "../7", "7/-1/0/0"):
        assert shelf.find(name) in (None, BLANK)
    shelf.close()
    assert shelf.find("7/{}/{}/{}".format(*spot)) is None
    with Image.open(io.BytesIO(BLANK[1])) as image:
        assert (image.size, image.convert("RGBA").getpixel((0, 0))) == ((1, 1), (0, 0, 0, 0))


def test_the_shelf_forgets_what_it_cannot_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.maps.grounds.shelf.MEMORY", 3 * len(tile()))
    path = write_pmtiles(tmp_path / "a")
    shelf = Shelf([Ground(id=1, path=str(path), kind="pmtiles", name="a", bounds=PARK)])
    for spot in packs.spots():
        assert shelf.find("1/{}/{}/{}".format(*spot)) == ("image/png", tile())
    assert len(shelf._kept) == 3
    shelf.close()


def test_a_pack_that_cannot_be_opened_is_told_and_the_others_work(tmp_path: Path) -> None:
    good, bad = write_mbtiles(tmp_path / "a"), tmp_path / "gone"
    shelf = Shelf([
        Ground(id=1, path=str(bad), kind="mbtiles", name="b", bounds=PARK),
        Ground(id=2, path=str(good), kind="mbtiles", name="a", bounds=PARK),
    ])  # fmt: skip
    assert list(shelf.problems) == [1]
    assert shelf.find("2/{}/{}/{}".format(*packs.spots()[0])) == ("image/png", tile())
    shelf.close()
