"""Base maps of one's own at the desk and on the command line: kept in order, whole or not at all."""

import io
import sqlite3
from pathlib import Path

import pytest
from PIL import Image

from brochure.cli import main
from brochure.desk import grounds as desk
from brochure.errors import GroundError, NotFoundError, StoreError
from brochure.settings import Places
from brochure.store import grounds as store_module
from brochure.store import user_file
from brochure.store.grounds import GroundStore
from brochure.store.user_db import UserStore
from tests import packs
from tests.maps.test_packs import refused_well
from tests.packs import PARK, write_mbtiles, write_picture, write_pmtiles, write_world
from tests.said import Said
from tests.spoilt_packs import BAD

NUMBER = "审图号：青S(2024)018号 <b>&"


def ids(places: Places) -> list[int]:
    return [each.ground.id for each in desk.list_grounds(places)]


@pytest.fixture
def three(places: Places, tmp_path: Path) -> list[int]:
    """A pack of each kind and a picture; the last one added lies on top."""
    write_world(tmp_path / "map.pgw")
    files = (
        write_mbtiles(tmp_path / "a.mbtiles"),
        write_pmtiles(tmp_path / "b.pmtiles"),
        write_picture(tmp_path / "map.png"),
    )
    return [desk.add_ground(places, path).id for path in files]


def test_nothing_is_made_by_looking(places: Places) -> None:
    assert desk.list_grounds(places) == ()
    assert not places.data.exists()


def test_a_new_one_lies_on_top_and_all_is_there_after_a_restart(places: Places, three: list[int]) -> None:
    first, second, third = three
    assert ids(places) == [third, second, first]
    by_id = {ground.id: ground for ground in GroundStore(places.user_db).grounds()}
    assert by_id[first].attribution == "© Test maker"
    assert by_id[first].bounds == pytest.approx(PARK)
    assert by_id[third].bounds == pytest.approx(PARK)
    assert (by_id[third].kind, by_id[third].name, by_id[third].visible, by_id[third].opacity) == (
        "picture",
        "map",
        True,
        1.0,
    )


def test_the_order_changes_by_one_and_stops_at_the_ends(places: Places, three: list[int]) -> None:
    first, second, third = three
    desk.move_ground(places, first, -1)
    assert ids(places) == [third, first, second]
    desk.move_ground(places, third, -1)
    desk.move_ground(places, second, 1)
    assert ids(places) == [third, first, second]
    GroundStore(places.user_db).order_grounds([second, 999, second])
    assert ids(places) == [second, third, first]


def test_shown_hidden_and_faded(places: Places, three: list[int]) -> None:
    first, second, _ = three
    desk.show_ground(places, first, visible=False)
    desk.set_opacity(places, second, 0.4)
    desk.set_opacity(places, first, 0.0)
    by_id = {each.ground.id: each.ground for each in desk.list_grounds(places)}
    assert (by_id[first].visible, by_id[first].opacity, by_id[second].opacity) == (False, 0.1, 0.4)
    told = desk.describe(desk.list_grounds(places))
    assert [each["id"] for each in told] == [three[2], second]
    desk.show_ground(places, first, visible=True)
    assert len(desk.describe(desk.list_grounds(places))) == 3


@pytest.mark.parametrize("verb", ["remove", "move", "show", "fade"])
def test_one_that_is_not_there_is_told(places: Places, three: list[int], verb: str) -> None:
    with pytest.raises(NotFoundError):
        {
            "remove": lambda: desk.remove_ground(places, 99), "move": lambda: desk.move_ground(places, 99, 1),
            "show": lambda: desk.show_ground(places, 99, visible=True), "fade": lambda: desk.set_opacity(places, 99, 1),
        }[verb]()  # fmt: skip
    assert len(ids(places)) == 3


def test_a_removal_leaves_nothing_and_can_be_taken_back(places: Places, three: list[int], tmp_path: Path) -> None:
    before = desk.list_grounds(places)
    picture = before[0].ground
    copy = places.grounds / picture.path
    data = copy.read_bytes()
    gone = desk.remove_ground(places, picture.id)
    assert not copy.exists()
    assert ids(places) == three[1::-1]
    desk.put_back(places, gone)
    assert copy.read_bytes() == data
    assert ids(places) == [each.ground.id for each in before]
    pack = desk.remove_ground(places, three[0])
    assert (tmp_path / "a.mbtiles").exists()
    desk.put_back(places, pack)
    assert [each.problem for each in desk.list_grounds(places)] == [None] * 3
    assert ids(places) == [each.ground.id for each in before]


def test_a_picture_is_copied_without_its_remarks_and_works_when_the_file_is_gone(
    places: Places, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "CANARY"
    path = write_picture(tmp_path / "photo.jpg", kind="JPEG", exif=exif)
    made = desk.add_ground(
        places, path, corners=PARK, review_number=f" {NUMBER} ", maker="某测绘院", map_date="2024-05"
    )
    path.unlink()
    kept = (places.grounds / made.path).read_bytes()
    assert b"CANARY" not in kept
    assert Image.open(io.BytesIO(kept)).size == (200, 160)
    listed, shelf = desk.open_shelf(places)
    assert listed[0].problem is None
    assert shelf.find(f"{made.id}/picture") == ("image/jpeg", kept)
    shelf.close()
    told = desk.describe(listed)[0]
    assert told["credit"]["zh"] == f"photo，某测绘院，2024-05，审图号 {NUMBER}"
    assert told["credit"]["en"] == f"photo, 某测绘院, 2024-05, Review no. {NUMBER}"


def test_a_reviewed_map_is_used_as_it_is(places: Places, tmp_path: Path) -> None:
    made = desk.add_ground(places, write_picture(tmp_path / "a"), corners=PARK, review_number=NUMBER)
    assert made.is_locked
    with pytest.raises(GroundError) as caught:
        desk.set_opacity(places, made.id, 0.5)
    refused_well(caught.value, "unchanged")
    assert desk.describe(desk.list_grounds(places))[0]["opacity"] == 1.0


def test_gcj02_is_moved_by_the_constant_and_bd09_refused(places: Places, tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a")
    with pytest.raises(GroundError) as caught:
        desk.add_ground(places, path, datum="bd09")
    refused_well(caught.value, "BD-09")
    assert ids(places) == []
    made = desk.add_ground(places, path, datum="gcj02")
    assert made.place == pytest.approx((PARK[0] - 0.00196, PARK[1] + 0.00003, PARK[2] - 0.00196, PARK[3] + 0.00003))


def test_twice_too_many_and_without_edges_are_told(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, picture = write_mbtiles(tmp_path / "a"), write_picture(tmp_path / "b")
    desk.add_ground(places, path)
    desk.add_ground(places, picture, corners=PARK)
    for again, more, part in (
        (path, {}, "already"),
        (picture, {"corners": PARK}, "already"),
        (picture, {}, "no world file"),
    ):
        with pytest.raises(GroundError) as caught:
            desk.add_ground(places, again, **more)
        refused_well(caught.value, part)
    monkeypatch.setattr(desk, "MOST", 2)
    with pytest.raises(GroundError) as caught:
        desk.add_ground(places, write_pmtiles(tmp_path / "c"))
    refused_well(caught.value, "2 base maps at most")
    assert len(ids(places)) == 2


@pytest.mark.parametrize("case", [*list(BAD)[::7], "a vector pack"])
def test_what_is_refused_leaves_nothing(case: str, places: Places, tmp_path: Path) -> None:
    name, write, _ = BAD.get(case, BAD["PMTiles vector"])
    path = write(tmp_path / name)
    with pytest.raises(GroundError):
        desk.add_ground(places, path, corners=PARK)
    assert not places.data.exists()


def test_a_picture_whose_list_cannot_be_kept_is_not_left_behind(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        store_module, "_renumber", lambda *what: (_ for _ in ()).throw(sqlite3.OperationalError("disk full"))
    )
    with pytest.raises(StoreError):
        desk.add_ground(places, write_picture(tmp_path / "a"), corners=PARK)
    assert list(places.grounds.iterdir()) == []
    assert ids(places) == []


def test_a_folder_that_cannot_be_written_is_told(places: Places, tmp_path: Path) -> None:
    places.data.mkdir(parents=True)
    places.grounds.write_text("in the way")
    with pytest.raises(GroundError) as caught:
        desk.add_ground(places, write_picture(tmp_path / "a"), corners=PARK)
    refused_well(caught.value, "Nothing was added")
    assert ids(places) == []


def test_a_file_that_is_gone_or_changed_is_told_and_the_others_work(
    places: Places, three: list[int], tmp_path: Path
) -> None:
    (tmp_path / "a.mbtiles").unlink()
    with (tmp_path / "b.pmtiles").open("ab") as file:
        file.write(b"more")
    listed, shelf = desk.open_shelf(places)
    problems = {each.ground.id: each.problem for each in listed}
    assert "no longer where it was" in problems[three[0]].en
    assert "was changed" in problems[three[1]].en
    assert problems[three[2]] is None
    assert [each["id"] for each in desk.describe(listed)] == [three[2]]
    assert shelf.find(f"{three[2]}/picture") is not None
    shelf.close()
    write_mbtiles(tmp_path / "a.mbtiles")
    assert [each.problem is None for each in desk.list_grounds(places)] == [True, False, False]


def test_a_pack_that_was_spoilt_in_place_is_told(places: Places, three: list[int], tmp_path: Path) -> None:
    path = tmp_path / "a.mbtiles"
    size, about = path.stat().st_size, path.stat()
    path.write_bytes(b"\x00" * size)
    import os

    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    listed, shelf = desk.open_shelf(places)
    assert "cannot be read now" in next(each.problem.en for each in listed if each.ground.id == three[0])
    shelf.close()


# ---- the file of one user ----


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_before_is_brought_forward_with_its_content(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    whole = user_file.MIGRATIONS
    monkeypatch.setattr(user_file, "MIGRATIONS", whole[:version])
    UserStore(places.user_db).save_setting("lang", "en")
    UserStore(places.user_db).save_shortlist(("zone-core",))
    monkeypatch.setattr(user_file, "MIGRATIONS", whole)
    assert desk.list_grounds(places) == ()
    desk.add_ground(places, write_mbtiles(tmp_path / "a"))
    store = UserStore(places.user_db)
    assert (store.settings(), store.shortlist(), len(ids(places))) == ({"lang": "en"}, ("zone-core",), 1)


def test_the_numbers_of_what_was_removed_are_never_used_again(places: Places, tmp_path: Path) -> None:
    first = desk.add_ground(places, write_mbtiles(tmp_path / "a")).id
    desk.remove_ground(places, first)
    assert desk.add_ground(places, write_mbtiles(tmp_path / "b")).id > first


# ---- the command ----


@pytest.fixture
def run(places: Places, capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str) -> Said:
        code = main([*arguments, "--home", str(places.data.parent)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def test_the_command_adds_orders_and_removes(run, tmp_path: Path) -> None:
    assert "--add" in run("grounds", "--lang", "en").err
    assert run("grounds", "--add", str(write_mbtiles(tmp_path / "a.mbtiles"))).code == 0
    edges = ",".join(map(str, PARK))
    made = run(
        "grounds",
        "--add",
        str(write_picture(tmp_path / "p.png")),
        "--edges",
        edges,
        "--review-number",
        NUMBER,
        "--lang",
        "en",
    )
    assert made.code == 0
    assert NUMBER in made.out
    assert [each["id"] for each in run("grounds", "--json").json] == [2, 1]
    assert [each["id"] for each in run("grounds", "--up", "1", "--json").json] == [1, 2]
    assert [each["id"] for each in run("grounds", "--down", "1", "--json").json] == [2, 1]
    assert [each["visible"] for each in run("grounds", "--hide", "2", "--json").json] == [False, True]
    assert [each["visible"] for each in run("grounds", "--show", "2", "--json").json] == [True, True]
    assert [each["opacity"] for each in run("grounds", "--opacity", "1=60", "--json").json] == [1.0, 0.6]
    (tmp_path / "a.mbtiles").unlink()
    assert "不在原处" in run("grounds").err
    assert [each["id"] for each in run("grounds", "--remove", "1", "--json").json] == [2]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("--add", "no.mbtiles"), "not there"), (("--add", "PICTURE"), "no world file"), (("--remove", "7"), "7"),
        (("--add", "PICTURE", "--edges", "1,2,3"), "is no number"),
        (("--add", "PICTURE", "--edges", "1,2,3,4,5"), "is no number"),
        (("--add", "PICTURE", "--edges", "36,101,37,102"), "no longitudes"), (("--opacity", "x"), "3=60"),
        (("--add", "PICTURE", "--datum", "bd09"), "BD-09"), (("--add", "PICTURE", "--datum", "mars"), "mars"),
    ],
)  # fmt: skip
def test_the_command_refuses_in_one_sentence(run, tmp_path: Path, arguments: tuple[str, ...], part: str) -> None:
    picture = str(write_picture(tmp_path / "p.png"))
    said = run("grounds", *(picture if word == "PICTURE" else word for word in arguments), "--lang", "en")
    assert said.code in (1, 2)
    assert part in said.err
    assert "Traceback" not in said.err
    assert run("grounds", "--json").json == []


def test_names_of_strangers_stay_text(places: Places, tmp_path: Path) -> None:
    path = write_mbtiles(
        tmp_path / "a", told={"name": "<img src=x onerror=alert(1)>{{7*7}}", "attribution": "<script>x</script>"}
    )
    made = desk.add_ground(places, path)
    assert (made.name, made.attribution) == ("{{7*7}}", "")


def test_the_tiles_are_served_from_the_address_of_the_ground(places: Places, three: list[int]) -> None:
    from brochure.maps.grounds import BLANK
    from brochure.pages import Pages

    class Library:
        features = ()

    pages = Pages(Library(), places)
    z, x, y = packs.spots()[0]
    assert pages.find(f"park://app/ground/{three[0]}/{z}/{x}/{y}") == BLANK
    pages.put_shelf(desk.open_shelf(places)[1])
    for number in three[:2]:
        assert pages.find(f"park://app/ground/{number}/{z}/{x}/{y}") == ("image/png", packs.tile())
    assert pages.find(f"park://app/ground/{three[2]}/picture")[0] == "image/png"
    assert pages.find("park://app/ground/77/1/1/1") == BLANK
    for bad in ("", "1", "1/", "1/1/1", "x/1/1/1", "1/../../x", "1/1/1/1/1", "-1/1/1/1", "1/picture/", "１/1/1/1"):
        assert pages.find(f"park://app/ground/{bad}") is None
    pages.close()
    assert pages.find(f"park://app/ground/{three[0]}/{z}/{x}/{y}") == BLANK
