"""Taking tables in: what would change is shown, then all of it is kept or nothing, and it can be taken back."""

import datetime
import sqlite3

import msgspec
import pytest

from brochure.desk import intake
from brochure.desk.opening import open_library
from brochure.errors import ContentError, NotFoundError, StoreError
from brochure.model.change import Conflict
from brochure.store.backup import backups
from brochure.store.user_db import UserStore
from brochure.store.user_file import MIGRATIONS
from brochure.words import Text
from tests import factories
from tests.desk.conftest import Office
from tests.factories import change_cell
from tests.hostile import hostile_strings

ZONE = "zone-test"


def outline(office: Office, *paths: object) -> list[tuple[str, str, str, str | None, str | None]]:
    """Return each changed cell: action, record, column, before, after."""
    found = office.compare(*paths)  # type: ignore[arg-type]
    return [
        (cell.action, change.record, cell.column, cell.before, cell.after)
        for change in found.changes
        for cell in change.cells
    ]


def test_added_changed_and_removed_cells_are_shown_and_nothing_is_applied(office: Office) -> None:
    table = office.table(
        "zones", ["id", "name_zh", "area_mu", "clue_zh", "clue_en"], [ZONE, "新康养区", "", "河边", "By the river"]
    )
    assert outline(office, table) == [
        ("changed", ZONE, "name_zh", "黄金海拔康养区", "新康养区"),
        ("removed", ZONE, "area_mu", "900", None),
        ("added", ZONE, "clue_zh", None, "河边"),
        ("added", ZONE, "clue_en", None, "By the river"),
    ]
    assert not office.places.user_db.exists()
    assert office.cell(ZONE, "area_mu") == 900


def test_columns_and_rows_that_are_not_brought_stay(office: Office) -> None:
    before = factories.small_records()
    office.take(office.table("zones", ["id", "name_zh"], [ZONE, "新康养区"]))
    after = {kind: office.open().records(kind, archive=True) for kind in before}
    assert after.pop("zones") != before.pop("zones")
    assert after == before
    zone = office.open().record(ZONE)
    assert zone.name == Text("新康养区", "Golden-Altitude Zone")


def test_what_is_the_same_is_no_change(office: Office) -> None:
    found = office.compare(office.table("zones", ["id", "name_zh", "area_mu"], [ZONE, " 黄金海拔康养区 ", "900.0"]))
    assert (found.changes, found.unchanged) == ((), 1)
    with pytest.raises(ContentError):
        intake.apply(office.open(), office.places, found, data=office.data)
    assert not office.places.user_db.exists()


def test_several_files_may_lean_on_each_other(office: Office) -> None:
    firms = office.table(
        "enterprises", ["id", "name_zh", "name_en", "zone"], ["enterprise-new", "新企业", "New", "zone-new"]
    )
    zones = office.table(
        "zones", ["id", "name_zh", "name_en", "type", "sources"], ["zone-new", "新区", "New Zone", "area", "paper-new"]
    )
    sources = office.table(
        "sources", ["id", "name_zh", "name_en", "role", "cite_zh", "cite_en", "mark"],
        ["paper-new", "会议纪要", "Minutes", "office", "会议纪要，2026", "Minutes, 2026", "9"],
    )  # fmt: skip
    done = office.take(firms, zones, sources)
    library = office.open()
    assert (done.number, done.records, done.backup) == (1, 3, None)
    assert [record.id for record in library.related("zone-new")] == ["enterprise-new"]
    assert [source.id for source in library.sources(library.record("zone-new"))] == ["paper-new"]
    assert (library.unfit, library.conflicts) == ((), ())


def test_a_single_file_that_leans_on_nothing_is_refused(office: Office) -> None:
    firms = office.table(
        "enterprises", ["id", "name_zh", "name_en", "zone"], ["enterprise-new", "新", "New", "zone-new"]
    )
    found = intake.compare(office.open(), office.places, [firms], data=office.data)
    (problem,) = found.problems
    assert (problem.row, problem.column, problem.letter) == (2, "zone", "D")
    with pytest.raises(ContentError):
        intake.apply(office.open(), office.places, found, data=office.data)
    assert not office.places.user_db.exists()


@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_new_record_may_wait_for_its_translation(office: Office, side: str) -> None:
    office.take(office.table("funds", ["id", f"name_{side}"], ["fund-new", "名 name"]))
    assert office.cell("fund-new", "name") == (Text("名 name", "") if side == "zh" else Text("", "名 name"))


def test_one_side_of_a_record_that_is_there_leaves_the_other(office: Office) -> None:
    office.take(office.table("funds", ["id", "name_en"], ["funds-plain", "Better name"]))
    assert office.cell("funds-plain", "name") == Text("名称funds-plain", "Better name")


def test_what_was_taken_in_outlives_a_rebuild(office: Office) -> None:
    office.take(office.table("zones", ["id", "area_mu"], [ZONE, "901"]))
    office.places.content_db.unlink()
    assert office.cell(ZONE, "area_mu") == 901
    change_cell(office.data, "zones", 2, "name_zh", "别的")  # new data that leaves this record alone
    assert office.cell(ZONE, "area_mu") == 901


def test_only_some_records_are_taken(office: Office) -> None:
    table = office.table("zones", ["id", "name_zh"], [ZONE, "甲"], ["zones-plain", "乙"])
    assert office.take(table, only=[ZONE]).records == 1
    assert (office.cell(ZONE, "name").zh, office.cell("zones-plain", "name").zh) == ("甲", "名称zones-plain")  # type: ignore[attr-defined]
    assert [change.record for change in office.compare(table).changes] == ["zones-plain"]


def test_a_record_is_not_taken_without_the_new_one_it_points_to(office: Office) -> None:
    firms = office.table(
        "enterprises", ["id", "name_zh", "zone", "related"], ["enterprise-new", "新", "zone-new", "zone-new"]
    )
    zones = office.table("zones", ["id", "name_zh", "type"], ["zone-new", "新区", "area"])
    with pytest.raises(ContentError) as caught:
        office.take(firms, zones, only=["enterprise-new"])
    assert "zone-new" in caught.value.message.zh
    assert not office.places.user_db.exists()
    assert office.take(firms, zones, only=["enterprise-new", "zone-new"]).records == 2


def test_a_chosen_id_that_is_not_there_is_told(office: Office) -> None:
    table = office.table("zones", ["id", "name_zh"], [ZONE, "甲"])
    with pytest.raises(NotFoundError) as caught:
        office.take(table, only=["zone-tset"])
    assert ZONE in caught.value.message.en


def test_a_second_import_lies_over_the_first_and_each_can_be_taken_back(office: Office) -> None:
    office.take(office.table("zones", ["id", "name_zh", "area_mu"], [ZONE, "一", "901"]))
    office.take(office.table("zones", ["id", "name_zh", "clue_zh"], [ZONE, "二", "河边"]))

    def seen() -> tuple[str, object]:
        zone = office.open().record(ZONE)
        return zone.name.zh, zone.area_mu  # type: ignore[attr-defined]

    assert seen() == ("二", 901)
    assert intake.undo(office.places, 1) == 2
    assert seen() == ("二", 900)
    assert intake.redo(office.places, 1) == 2
    assert seen() == ("二", 901)
    assert intake.undo(office.places, 2) == 2
    assert seen() == ("一", 901)
    assert intake.undo(office.places, 1, only=["zones-plain"]) == 0
    assert intake.undo(office.places, 1, only=[ZONE]) == 2
    assert seen() == ("黄金海拔康养区", 900)
    assert office.open().conflicts == ()
    assert [made.id for made, _ in intake.imports(office.places)] == [2, 1]
    with pytest.raises(NotFoundError):
        intake.undo(office.places, 3)


def test_a_record_taken_back_while_another_points_to_it_is_told(office: Office) -> None:
    office.take(office.table("zones", ["id", "name_zh", "type"], ["zone-new", "新区", "area"]))
    office.take(office.table("enterprises", ["id", "zone"], ["enterprise-test", "zone-new"]))
    assert office.cell("enterprise-test", "zone") == "zone-new"
    intake.undo(office.places, 1)
    library = office.open()
    assert library.find("zone-new") is None
    assert library.record("enterprise-test").zone == ZONE  # type: ignore[attr-defined]
    assert "enterprise-test" in library.unfit[0].zh
    intake.redo(office.places, 1)
    assert office.cell("enterprise-test", "zone") == "zone-new"
    assert office.open().unfit == ()


def test_a_new_record_and_a_later_change_of_it(office: Office) -> None:
    office.take(office.table("funds", ["id", "name_zh", "size_yi"], ["fund-new", "新", "5"]))
    office.take(office.table("funds", ["id", "size_yi"], ["fund-new", ""]))
    assert office.cell("fund-new", "size_yi") is None
    intake.undo(office.places, 1)
    assert office.open().find("fund-new") is None
    assert len(office.open().unfit) == 1
    office.take(office.table("funds", ["id", "name_zh", "size_yi"], ["fund-new", "再来", "7"]))
    assert office.cell("fund-new", "size_yi") == 7
    assert office.open().unfit == ()


# --- new content files


def bring_two(office: Office) -> None:
    """The office changes two records, then new content files change a cell of the first as well."""
    office.take(
        office.table("zones", ["id", "name_zh", "area_mu"], [ZONE, "单位的名字", "901"]),
        office.table("funds", ["id", "name_zh"], ["funds-plain", "单位的基金"]),
    )
    change_cell(office.data, "zones", 3, "name_zh", "新版的名字")


def test_a_conflict_is_shown_and_not_guessed(office: Office) -> None:
    bring_two(office)
    library = office.open()
    zone = library.record(ZONE)
    assert (zone.name.zh, zone.area_mu) == ("新版的名字", 900)  # type: ignore[attr-defined]
    assert library.record("funds-plain").name.zh == "单位的基金"
    shown = {each.field: (each.then, each.ours, each.theirs) for each in library.conflicts}
    assert shown == {"name_zh": ("黄金海拔康养区", "单位的名字", "新版的名字"), "area_mu": ("900", "901", "900")}
    again = open_library(office.places, office.data)  # kept with the database, not only found while building
    assert again.conflicts == library.conflicts


@pytest.mark.parametrize("keep", [True, False])
def test_a_conflict_is_settled(office: Office, keep: bool) -> None:
    bring_two(office)
    assert intake.settle(office.open(), office.places, ZONE, keep=keep) == 2
    library = office.open()
    zone = library.record(ZONE)
    assert (zone.name.zh, zone.area_mu) == (("单位的名字", 901) if keep else ("新版的名字", 900))  # type: ignore[attr-defined]
    assert (library.conflicts, library.unfit) == ((), ())
    assert library.record("funds-plain").name.zh == "单位的基金"
    with pytest.raises(ContentError):
        intake.settle(library, office.places, ZONE, keep=keep)
    intake.undo(office.places, 1)
    assert office.open().record(ZONE).name.zh == "新版的名字"
    assert office.open().conflicts == ()


def test_a_new_import_over_a_conflict_settles_it(office: Office) -> None:
    bring_two(office)
    office.take(office.table("zones", ["id", "name_zh", "area_mu"], [ZONE, "第三个名字", "902"]))
    zone = office.open().record(ZONE)
    assert (zone.name.zh, zone.area_mu) == ("第三个名字", 902)  # type: ignore[attr-defined]
    assert office.open().conflicts == ()


def test_no_conflict_where_the_content_files_catch_up(office: Office) -> None:
    office.take(office.table("zones", ["id", "name_zh", "area_mu"], [ZONE, "同名", "901"]))
    change_cell(office.data, "zones", 3, "name_zh", "同名")
    library = office.open()
    assert library.conflicts == ()
    assert library.record(ZONE).area_mu == 901  # type: ignore[attr-defined]


def test_new_content_without_the_record_is_told(office: Office) -> None:
    office.take(office.table("funds", ["id", "name_zh"], ["funds-plain", "单位的基金"]))
    records = factories.small_records()
    factories.write_content(office.data, {**records, "funds": ()})
    library = office.open()
    assert library.problem is None
    assert library.records("funds") == ()
    assert "funds-plain" in library.unfit[0].zh


@pytest.mark.parametrize("same", [True, False])
def test_new_content_that_brings_the_record_the_office_added(office: Office, same: bool) -> None:
    office.take(office.table("funds", ["id", "name_zh", "name_en"], ["fund-new", "新基金", "New"]))
    records = factories.small_records()
    theirs = msgspec.structs.replace(
        records["funds"][0], id="fund-new", name=Text("新基金", "New" if same else "Another"), sources=()
    )
    factories.write_content(office.data, {**records, "funds": (*records["funds"], theirs)})
    library = office.open()
    assert library.record("fund-new") == theirs
    assert library.conflicts == (
        () if same else (Conflict("fund-new", "funds", "name_en", None, "New", "Another", library.conflicts[0].change),)
    )
    assert library.unfit == ()


# --- two at a time


def test_the_second_of_two_comparisons_is_told_that_the_content_changed(office: Office) -> None:
    first = office.compare(office.table("zones", ["id", "name_zh"], [ZONE, "一"]))
    second = office.compare(office.table("zones", ["id", "name_zh"], [ZONE, "二"]))
    library = office.open()
    intake.apply(library, office.places, first, data=office.data)
    for seen in (library, office.open()):
        with pytest.raises(StoreError) as caught:
            intake.apply(seen, office.places, second, data=office.data)
        assert "重新比较" in caught.value.message.zh
    assert office.cell(ZONE, "name").zh == "一"  # type: ignore[attr-defined]
    assert len(intake.imports(office.places)) == 1


@pytest.mark.parametrize("meanwhile", ["undo", "redo"])
def test_an_undo_between_comparing_and_applying_is_noticed(office: Office, meanwhile: str) -> None:
    office.take(office.table("zones", ["id", "name_zh"], [ZONE, "一"]))
    if meanwhile == "redo":
        intake.undo(office.places, 1)
    library = office.open()
    difference = office.compare(office.table("zones", ["id", "area_mu"], [ZONE, "901"]))
    (intake.undo if meanwhile == "undo" else intake.redo)(office.places, 1)
    with pytest.raises(StoreError):
        intake.apply(library, office.places, difference, data=office.data)


def test_a_library_of_before_is_not_compared_with(office: Office) -> None:
    old = office.open()
    table = office.table("zones", ["id", "area_mu"], [ZONE, "901"])
    office.take(office.table("zones", ["id", "name_zh"], [ZONE, "一"]))
    with pytest.raises(StoreError):
        intake.compare(old, office.places, [table], data=office.data)
    old = office.open()
    change_cell(office.data, "zones", 3, "name_en", "New data")
    with pytest.raises(StoreError):
        intake.compare(old, office.places, [table], data=office.data)


# --- what lies on the disk


def test_the_backup_is_the_state_before(office: Office) -> None:
    store = UserStore(office.places.user_db)
    store.save_setting("lang", "en")
    first = office.take(office.table("zones", ["id", "name_zh"], [ZONE, "一"]))
    assert first.backup is not None
    assert UserStore(first.backup).settings() == {"lang": "en"}
    assert UserStore(first.backup).changes() == ()
    second = office.take(office.table("zones", ["id", "name_zh"], [ZONE, "二"]))
    assert second.backup is not None
    assert [change.value for change in UserStore(second.backup).changes()] == ["一"]
    assert backups(office.places.user_db, office.places.backups) == (first.backup, second.backup)
    assert [made.backup for made, _ in intake.imports(office.places)] == [second.backup.name, first.backup.name]


def test_a_file_of_the_first_schema_is_read_and_brought_forward(office: Office) -> None:
    office.places.data.mkdir(parents=True)
    connection = sqlite3.connect(office.places.user_db)
    with connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO settings VALUES ('lang', 'en')")
        connection.execute(
            "INSERT INTO changes(record, kind, field, value, base_value, made_at, made_by) "
            "VALUES (?, 'zones', 'name_zh', '旧改', '黄金海拔康养区', '2025-06-15T08:00:00Z', 'office')",
            (ZONE,),
        )
    connection.close()
    before = UserStore(office.places.user_db).changes()
    assert office.cell(ZONE, "name").zh == "旧改"  # type: ignore[attr-defined]
    assert intake.imports(office.places) == ()
    done = office.take(office.table("zones", ["id", "area_mu"], [ZONE, "901"]))
    store = UserStore(office.places.user_db)
    assert store.changes()[:1] == before
    assert store.settings() == {"lang": "en"}
    assert [change.import_id for change in store.changes()] == [None, 1]
    zone = office.open().record(ZONE)
    assert (zone.name.zh, zone.area_mu) == ("旧改", 901)  # type: ignore[attr-defined]
    assert done.backup is not None
    assert UserStore(done.backup).changes() == before


def test_who_and_when_is_kept(office: Office) -> None:
    office.take(office.table("zones", ["id", "name_zh"], [ZONE, "一"]))
    ((made, (change,)),) = intake.imports(office.places)
    assert made.files == ("zones.csv",)
    assert made.made_by == change.made_by != ""
    when = datetime.datetime.fromisoformat(made.made_at)
    assert abs(datetime.datetime.now(datetime.UTC) - when) < datetime.timedelta(minutes=5)
    assert (change.base_value, change.value) == ("黄金海拔康养区", "一")


# --- hostile texts


def test_hostile_texts_come_back_as_they_were_or_are_refused_with_their_place(office: Office) -> None:
    texts = hostile_strings(700)
    rows = [[f"event-{number}", text, text] for number, text in enumerate(texts)]
    found = intake.compare(
        office.open(), office.places, [office.table("events", ["id", "name_zh", "name_en"], *rows)], data=office.data
    )
    refused = {problem.row - 2 for problem in found.problems if problem.row is not None}
    assert 0 < len(refused) < 80
    for problem in found.problems:
        assert problem.column in ("name_zh", "name_en")
        assert problem.message.zh.replace("\u3000", " ").isprintable()
    kept = [row for number, row in enumerate(rows) if number not in refused]
    office.take(office.table("events", ["id", "name_zh", "name_en"], *kept))
    library = office.open()
    for id, text, _ in kept:
        assert library.record(id).name == Text(*[text.replace("\r\n", "\n").strip()] * 2), ascii(text)
    assert library.record("zone-test").name.zh == "黄金海拔康养区"
    again = office.compare(office.table("events", ["id", "name_zh", "name_en"], *kept))
    assert again.changes == ()


def test_numbers_at_the_edge_come_back_as_they_were(office: Office) -> None:
    numbers = [
        "-0.0",
        "0.00001",
        "10000000000000000",
        "1234567890.123",
        "-0.5",
        "0",
        "123456789012345678901234567890",
        "007.50",
    ]
    rows = [[f"fund-{place}", f"基金{place}", number] for place, number in enumerate(numbers)]
    table = office.table("funds", ["id", "name_zh", "size_yi"], *rows)
    office.take(table)
    library = office.open()
    assert library.unfit == ()
    assert [library.record(row[0]).size_yi for row in rows] == [float(number) for number in numbers]  # type: ignore[attr-defined]
    assert office.compare(table).changes == ()
