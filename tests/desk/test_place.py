"""From a position to the map and back: the change is kept, drawn, told on the card, and taken back."""

import datetime
import json
import math
import sqlite3
from pathlib import Path

import msgspec
import pytest

from brochure.claims import audit
from brochure.content.outlines import read_outline
from brochure.content.rings import area_m2
from brochure.desk import intake
from brochure.desk.opening import open_library
from brochure.desk.place import is_placeable, place, take_off
from brochure.desk.workbook import write_workbook
from brochure.errors import ContentError, NotFoundError, StoreError
from brochure.gui.card_content import build_card
from brochure.maps.layers import layers_for
from brochure.maps.legend import LEGEND_ORDER, build_legend, legend_entries
from brochure.maps.plan import SPREAD, build_plan
from brochure.maps.sheet import build_sheet
from brochure.model.flat import to_cells
from brochure.model.geometry import Feature
from brochure.model.kinds import KINDS
from brochure.settings import Places
from brochure.store.backup import backups
from brochure.store.library import Library
from brochure.store.user_db import UserStore
from brochure.words.maps import LEGEND
from brochure.words.placing import SUPERSEDED, without_sketch
from tests.content.red_lines import S, W, box, feature, write
from tests.desk.conftest import Office
from tests.factories import ON, change_cell

HERE = (36.690123, 101.750456)
FIRM, STAGE, CARRIER = "enterprise-jinhe", "stage-tusstar", "carrier-tusstar"
TODAY = datetime.datetime.now(datetime.UTC).date().isoformat()


@pytest.fixture
def home(places: Places, library: Library) -> Places:
    """The shipped content, built already."""
    from brochure.resources import data_folder

    assert data_folder().is_dir()
    open_library(places)
    return places


def drawn(library: Library, record: str) -> Feature | None:
    return next((each for each in library.features if each.record == record), None)


def test_a_placed_firm_is_drawn_told_and_counted_and_undo_takes_it_back(home: Places) -> None:
    before = open_library(home)
    assert drawn(before, FIRM) is None
    done = place(before, home, FIRM, *HERE)
    assert (done.number, done.records, done.backup) == (1, 1, None)
    library = open_library(home)
    mark = drawn(library, FIRM)
    assert mark is not None
    assert (mark.kind, mark.parts, mark.precision, mark.placed_on) == ("enterprise", ((HERE,),), "placed", TODAY)
    assert TODAY in mark.basis.zh
    layer = next(each for each in layers_for(library.features) if each.id == "enterprises")
    assert layer.available
    assert layer.note.zh == f"园区标注 1 家 · {TODAY}"
    sheet = json.loads(build_sheet(library.features))
    assert sheet["points"]["ids"] == [FIRM]
    assert sheet["points"]["precision"] == ["placed"]
    card = build_card(library.record(FIRM), library, ON)
    assert card.place is not None
    assert f"由园区标注，{TODAY}" in card.place.lines[0].zh
    assert "36.690123" in card.place.lines[1].en
    assert "实测" not in str(card.place)
    assert dict(card.marks)["placed"].en == "Set by the park"
    assert (made := intake.imports(home)[0])[0].files == (f"placing:{FIRM}",)
    assert intake.say_files(made[0], library).en == "Placed on the map: Jinhe Tibetan Medicine"
    assert intake.undo(home, 1) == 2
    after = open_library(home)
    assert after.features == before.features
    assert build_card(after.record(FIRM), after, ON) == build_card(before.record(FIRM), before, ON)
    assert not next(each for each in layers_for(after.features) if each.id == "enterprises").available
    intake.redo(home, 1)
    assert open_library(home).features == library.features


def test_each_placing_is_one_import_with_a_backup_before_it(home: Places) -> None:
    place(open_library(home), home, FIRM, *HERE)
    done = place(open_library(home), home, FIRM, HERE[0] + 0.001, HERE[1])
    assert done.number == 2
    assert done.backup is not None
    assert len(backups(home.user_db, home.backups)) == 1
    assert [change.field for change in UserStore(home.user_db).changes()] == ["lat", "lon", "lat"]
    intake.undo(home, 2)
    assert drawn(open_library(home), FIRM).parts == ((HERE,),)  # type: ignore[union-attr]
    done = take_off(open_library(home), home, FIRM)
    assert done.number == 3
    assert drawn(open_library(home), FIRM) is None


def test_a_stage_moves_with_its_carrier_until_it_is_placed_itself(home: Places) -> None:
    place(open_library(home), home, CARRIER, *HERE)
    library = open_library(home)
    assert drawn(library, STAGE).parts == ((HERE,),)  # type: ignore[union-attr]
    assert drawn(library, CARRIER) is None, "its stage stands there already"
    card = build_card(library.record(CARRIER), library, ON)
    assert card.place is not None
    assert "由园区标注" in card.place.lines[0].zh
    place(library, home, STAGE, 36.7, 101.76)
    library = open_library(home)
    assert drawn(library, STAGE).parts == (((36.7, 101.76),),)  # type: ignore[union-attr]
    assert drawn(library, CARRIER).kind == "carrier"  # type: ignore[union-attr]
    assert next(each.id for each in library.features if each.kind == "incubator") == STAGE, "the order is the chain's"


def test_what_a_sketch_says_of_itself_goes_once_it_is_placed(home: Places) -> None:
    place(open_library(home), home, STAGE, *HERE)
    library = open_library(home)
    card = build_card(library.record(STAGE), library, ON)
    assert "示意" not in str(card.facts) + str(card.note)
    assert "sketch" not in str(card.facts) + str(card.note)
    assert card.note is not None
    assert "级别待核实" in card.note.zh
    assert "改过" not in card.note.zh, "its place is told by itself"


def test_nothing_that_is_shipped_speaks_of_a_sketch_after_it_was_placed(library: Library) -> None:
    """Held against the content itself, so that new wording there is noticed."""
    asked = (
        ("示意", "不落点", "绘图假定", "不绘出", "不单独绘出"),
        ("sketch", "plotted", "assumed", "not drawn"),
    )
    for kind in ("zones", "stages", "carriers", "enterprises"):
        for record in library.records(kind, archive=True):
            for field in ("note", "place", "area_basis"):
                text = getattr(record, field, None)
                left = without_sketch(text) if text is not None else None
                if left is not None:
                    assert not any(word in left.zh for word in asked[0]), (record.id, left.zh)
                    assert not any(word in left.en for word in asked[1]), (record.id, left.en)
                    assert left.zh[-1] in "。）" or field != "note"
    said = "".join(
        f"{text.zh} {text.en} "
        for kind in ("zones", "stages", "carriers", "enterprises")
        for record in library.records(kind, archive=True)
        for field in ("note", "place", "area_basis")
        if (text := getattr(record, field, None)) is not None
    )
    assert [part for part in SUPERSEDED if part not in said] == []


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(float("nan"), 101.75), (36.69, float("inf")), (101.75, 36.69), (0.0, 0.0), (39.9, 116.4), (-36.69, 101.75),
     (1e308, 1e308)],
)  # fmt: skip
def test_a_position_that_is_none_is_refused_and_nothing_is_kept(home: Places, lat: float, lon: float) -> None:
    with pytest.raises(ContentError) as caught:
        place(open_library(home), home, FIRM, lat, lon)
    assert caught.value.to("zh").endswith("。")
    assert not home.user_db.exists()


def test_what_cannot_be_placed_is_refused(home: Places) -> None:
    library = open_library(home)
    for record in ("zone-food", "policy-build-on-land-award", "place-museum"):
        assert not is_placeable(library, record)
        with pytest.raises(ContentError):
            place(library, home, record, *HERE)
    with pytest.raises(NotFoundError):
        place(library, home, "enterprise-nobody", *HERE)
    with pytest.raises(ContentError):
        take_off(library, home, FIRM)
    place(library, home, FIRM, *HERE)
    with pytest.raises(StoreError):
        place(library, home, FIRM, 36.7, 101.7)  # of before the change
    with pytest.raises(ContentError):
        place(open_library(home), home, FIRM, HERE[0] + 1e-9, HERE[1])
    assert len(UserStore(home.user_db).changes()) == 2


def test_a_file_that_cannot_be_kept_leaves_everything_as_it_was(home: Places) -> None:
    place(open_library(home), home, FIRM, *HERE)
    library = open_library(home)
    before = home.user_db.read_bytes()
    other = sqlite3.connect(home.user_db, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("brochure.store.user_file.WAIT_S", 0.1)
            patch.setattr("brochure.store.backup.WAIT_S", 0.1, raising=False)
            with pytest.raises(StoreError):
                place(library, home, STAGE, *HERE)
    finally:
        other.close()
    assert home.user_db.read_bytes() == before


def test_a_red_line_takes_the_place_of_a_sketch_and_undo_brings_it_back(home: Places, tmp_path: Path) -> None:
    before = open_library(home)
    path = write(
        tmp_path, feature([box(15, 3), box(17, 5, 2)]), feature([box(18, 20)], name="科创产业发展区", zone="科创区")
    )
    found = intake.compare(before, home, [path])
    assert found.problems == ()
    assert found.datum == "wgs84"
    done = intake.apply(before, home, found)
    library = open_library(home)
    sketch, line = drawn(before, "zone-food"), drawn(library, "zone-food")
    assert line is not None
    assert sketch is not None
    assert (line.precision, line.id, line.sector, line.parent) == ("placed", sketch.id, sketch.sector, sketch.parent)
    assert len(line.parts) == 2
    assert line.parts == read_outline(library.record("zone-food").outline)  # type: ignore[attr-defined]
    assert line.area_km2 == pytest.approx(area_m2(line.parts) / 1e6, abs=1e-4)
    assert set(line.labels) == set(sketch.labels)
    new = drawn(library, "zone-sci-tech-district")
    assert new is not None
    assert (new.kind, new.parent, new.precision) == ("zone", "zone-north", "placed")
    zones = next(each for each in layers_for(library.features) if each.id == "zones")
    assert zones.note.zh.endswith("其中红线 2")
    card = build_card(library.record("zone-food"), library, ON)
    assert card.place is not None
    assert card.place.lines[0].zh == f"红线由园区导入，{TODAY}，文件 红线.geojson。"
    assert "红线面积" in card.place.lines[1].zh
    assert "schematic" not in dict(card.marks)
    assert "placed" in dict(card.marks)
    assert "绘图假定" not in str(card)
    sheet = {each["id"]: each for each in json.loads(build_sheet(library.features))["features"]}
    assert sheet["zone-food"]["dashed"] is False
    assert sheet["zone-tcm"]["dashed"] is True
    entries, usual = legend_entries(library.features), legend_entries(before.features)
    assert entries == (*usual, "red_line")
    assert LEGEND["red_line"].zh in str(build_legend(lang="zh", entries=entries))
    assert LEGEND["red_line"].zh not in str(build_legend(lang="zh", entries=usual))
    assert set(usual) == {*LEGEND_ORDER, "assumed"}
    intake.undo(home, done.number)
    assert open_library(home).features == before.features


def test_the_area_of_a_red_line_is_told_beside_a_stated_one_that_differs(home: Places, tmp_path: Path) -> None:
    path = write(tmp_path, feature([box(0, 5)], name="zone-kangyang"))  # 99 ha, 60 are stated
    library = open_library(home)
    intake.apply(library, home, intake.compare(library, home, [path]))
    library = open_library(home)
    card = build_card(library.record("zone-kangyang"), library, ON)
    assert card.place is not None
    assert card.place.lines[1].zh == "红线面积 99.19 公顷（1488 亩），所列面积 60.00 公顷（900 亩），相差 65 %。"
    assert card.facts[0].value.zh == "900", "what is stated stays stated"
    close = [
        [[101.7311, 36.6820], [101.7380, 36.6820], [101.7380, 36.69084], [101.7311, 36.69084], [101.7311, 36.6820]]
    ]
    path = write(tmp_path, feature(close, name="zone-kangyang"))
    intake.apply(library, home, intake.compare(library, home, [path]))
    library = open_library(home)
    card = build_card(library.record("zone-kangyang"), library, ON)
    assert card.place is not None
    assert len(card.place.lines) == 1


def test_newer_content_that_placed_it_too_holds_the_office_back(office: Office) -> None:
    place(office.open(), office.places, "enterprise-test", *HERE, data=office.data)
    assert drawn(office.open(), "enterprise-test") is not None
    change_cell(office.data, "enterprises", 3, "lat", "36.7")
    change_cell(office.data, "enterprises", 3, "lon", "101.76")
    library = office.open()
    assert {(each.field, each.ours, each.theirs) for each in library.conflicts} == {
        ("lat", "36.690123", "36.7"), ("lon", "101.750456", "101.76"),
    }  # fmt: skip
    shown = drawn(library, "enterprise-test")
    assert shown is not None
    assert (shown.parts, shown.placed_on) == ((((36.7, 101.76),),), None)
    intake.settle(library, office.places, "enterprise-test", keep=True)
    assert drawn(office.open(), "enterprise-test").parts == ((HERE,),)  # type: ignore[union-attr]


def test_a_red_line_is_carried_by_the_workbook_and_read_back_the_same(home: Places, tmp_path: Path) -> None:
    path = write(tmp_path, feature([box(15, 3)]))
    library = open_library(home)
    intake.apply(library, home, intake.compare(library, home, [path]))
    place(open_library(home), home, FIRM, *HERE)
    library = open_library(home)
    out = tmp_path / "内容.xlsx"
    write_workbook(library, out, tuple(KINDS), "zh")
    found = intake.compare(library, home, [out])
    assert (found.problems, found.changes) == ((), ())


def test_the_printed_map_draws_what_was_placed(home: Places) -> None:
    bare = open_library(home)
    place(bare, home, FIRM, *HERE)
    place(open_library(home), home, "carrier-showroom-first", 36.688, 101.745)
    library = open_library(home)
    for lang in ("zh", "en"):
        assert build_plan(library.features, SPREAD, lang=lang) != build_plan(bare.features, SPREAD, lang=lang)
    assert legend_entries(library.features)[-1] == "placed"


def test_an_outline_that_no_longer_holds_is_left_out_and_told(home: Places) -> None:
    from brochure.model.change import Change

    made = Change("zone-food", "zones", "outline", "[[[101.7,36.6]]]", None, "2026-01-02T03:04:05Z", "office")
    UserStore(home.user_db).save_change(made)
    library = open_library(home)
    assert len(library.unfit) == 1
    assert drawn(library, "zone-food").precision == "schematic"  # type: ignore[union-attr]
    half = Change(FIRM, "enterprises", "lat", "36.69", None, "2026-01-02T03:04:05Z", "office")
    UserStore(home.user_db).save_change(half)
    assert len(open_library(home).unfit) == 2
    assert drawn(open_library(home), FIRM) is None


def test_what_was_placed_raises_nothing_in_the_audit(home: Places, tmp_path: Path) -> None:
    before = set(audit(open_library(home)))
    for record in (FIRM, STAGE, "carrier-showroom-first"):
        place(open_library(home), home, record, *HERE)
    many = [[W + 0.005 + 0.004 * math.sin(i / 20), S + 0.005 + 0.004 * math.cos(i / 20)] for i in range(125)]
    path = write(tmp_path, feature([[*many, many[0]]]))
    library = open_library(home)
    intake.apply(library, home, intake.compare(library, home, [path]))
    assert set(audit(open_library(home))) == before, "the office and its day are the source"


def test_a_feature_keeps_its_day_in_the_database(home: Places) -> None:
    place(open_library(home), home, FIRM, *HERE)
    first, second = open_library(home), open_library(home)
    assert drawn(first, FIRM) == drawn(second, FIRM)
    assert msgspec.structs.asdict(drawn(first, FIRM))["placed_on"] == TODAY  # type: ignore[arg-type]
    assert to_cells(first.record(FIRM))["lat"] == "36.690123"
