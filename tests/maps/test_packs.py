"""Base maps by their content: right tiles from real packs, and for every spoilt file one sentence in both languages."""

import gzip
import io
import os
import random
import re
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pmtiles.tile import Compression

from brochure.errors import GroundError
from brochure.maps.grounds import BLANK, Shelf, look_at, open_pack
from brochure.maps.grounds import mbtiles as mbtiles_module
from brochure.maps.grounds.checks import plain_words, tile_bounds, tile_range
from brochure.maps.grounds.picture import check_corners, parse_corners, read_picture
from brochure.model.ground import Ground
from tests import packs
from tests.packs import PARK, tile, write_mbtiles, write_picture, write_pmtiles, write_world
from tests.spoilt_packs import BAD, cut, locked

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


# ---- every spoilt file of ours is refused ----


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
        except GroundError:
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
    kept = read_picture(write_picture(tmp_path / "a", (200, 100), "JPEG"), turn=True)
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
