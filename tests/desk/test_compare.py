"""The comparison: the same rows for all, differences told apart from what is unknown, each value with who says so."""

import itertools

import pytest

from brochure.desk.change import load_compared, save_compared, save_setting
from brochure.desk.compare import COMPARABLE, MOST, choices, compare, is_comparable, keep_comparable
from brochure.model.kinds import Zone
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import compare as say
from brochure.words import kinds

FOUR = ("zone-kangyang", "zone-core", "carrier-bio-incubator", "stage-qhu-science-park")


def row_of(library: Library, ids: tuple[str, ...], key: str):
    return next(row for row in compare(library, ids).rows if row.key == key)


def said(row, place: int) -> list[str]:
    return [line.text.zh for line in row.cells[place].lines]


def test_every_comparison_has_the_same_rows_in_the_same_order(library):
    wanted = list(say.ROWS)
    for kind in COMPARABLE:
        for record in library.records(kind):
            found = compare(library, (record.id,))
            assert [row.key for row in found.rows] == wanted
            assert all(len(row.cells) == 1 and row.cells[0].lines for row in found.rows)


def test_columns_keep_their_order_and_the_fifth_is_not_looked_at(library):
    ids = (*FOUR, "zone-north")
    assert [column.record for column in compare(library, ids).columns] == list(FOUR)
    turned = tuple(reversed(FOUR))
    assert [column.record for column in compare(library, turned).columns] == list(turned)
    assert len(compare(library, ids).columns) == MOST


def test_what_cannot_be_compared_is_left_out(library):
    ids = ("policy-build-on-land-award", "zone-core", "nothing-of-the-kind", "zone-core")
    assert keep_comparable(library, ids) == ("zone-core",)
    assert not is_comparable(library.find("enterprise-jinhe"))
    assert not is_comparable(None)


def test_values_that_differ_are_told_apart_from_those_that_agree(library):
    pair = ("zone-kangyang", "zone-north")
    assert row_of(library, pair, "type").verdict == "differs"
    assert row_of(library, pair, "status").verdict == "same"
    assert [row_of(library, pair, "status").cells[at].lines[0].text.zh for at in (0, 1)] == ["规划", "规划"]


def test_what_is_unknown_neither_equals_nor_differs(library):
    area = row_of(library, ("zone-kangyang", "zone-north"), "area")
    assert said(area, 0) == ["900 亩"]
    assert said(area, 1) == [kinds.TO_BE_CONFIRMED.zh]
    assert not area.cells[1].known
    assert area.verdict == "partly"
    assert row_of(library, ("zone-north", "zone-phase3"), "area").verdict == "open"
    for key in ("utilities", "price"):  # nobody has said yet: the row stands so that the gap is seen
        assert row_of(library, FOUR, key).verdict == "open"


def test_only_rows_that_are_the_same_or_open_for_all_may_be_folded(library):
    for row in compare(library, FOUR).rows:
        known = [{line.text for line in cell.lines if line.known} for cell in row.cells if cell.known]
        differ = any(a != b for a, b in itertools.combinations(known, 2))
        assert (row.verdict == "differs") == differ, row.key
        assert row.telling == (differ or 0 < len(known) < len(row.cells)), row.key


def test_a_lone_column_is_compared_with_nothing(library):
    assert {row.verdict for row in compare(library, FOUR[:1]).rows} == {"alone"}


def test_an_area_comes_in_all_three_units_with_its_basis(library):
    line = row_of(library, ("zone-core",), "area").cells[0].lines[0]
    assert line.text.en == "4.03 km²"
    assert "403" in line.note.en
    assert "6,045 mu" in line.note.en
    assert library.record("zone-core").area_basis.en in line.note.en


def test_the_altitude_of_the_park_is_not_put_down_to_a_site(library):
    site, park, hill = row_of(library, ("zone-kangyang", "zone-core", "zone-dayou-hill"), "altitude").cells
    assert not site.known
    assert "2240" in site.lines[0].note.zh
    assert site.lines[0].record == "park-altitude-2023-h1"
    assert park.lines[0].text.zh == "2240～2350 米"
    assert hill.lines[0].text.zh == "2441 米"


def test_distances_say_how_they_were_counted(library):
    straight = row_of(library, FOUR, "airport")
    notes = [cell.lines[0].note for cell in straight.cells]
    assert notes == [say.FROM_SKETCH, say.FROM_SKETCH, say.FROM_ZONE, say.FROM_POINT]
    assert [cell.lines[0].marks for cell in straight.cells] == ["7"] * 4  # computed here, and said so
    road = row_of(library, FOUR, "road")
    assert "33.1" in road.cells[0].lines[0].text.zh
    assert road.cells[0].lines[0].note == say.ROAD_FROM_GATE
    assert not row_of(library, ("zone-device-cluster",), "airport").cells[0].known  # it has no outline


def test_neighbours_are_told_of_the_base_alone_and_its_north_stays_open(library):
    lines = row_of(library, ("zone-kangyang",), "neighbours").cells[0].lines
    assert [line.text.zh for line in lines if not line.known] == ["北：待核实"]
    assert {line.record for line in lines if line.known} == {
        "zone-wetland", "zone-dayou-hill", "zone-haitang", "zone-sports",
    }  # fmt: skip
    assert not row_of(library, ("zone-north",), "neighbours").cells[0].known


def test_every_value_opens_a_record_and_names_its_source_or_date(library):
    for kind in COMPARABLE:
        for record in library.records(kind):
            for row in compare(library, (record.id,)).rows:
                for line in row.cells[0].lines:
                    assert library.find(line.record) is not None, (record.id, row.key)
                    if line.known:
                        assert line.marks, (record.id, row.key)
                        assert line.text.zh, (record.id, row.key)
                        assert line.text.en, (record.id, row.key)


def test_policies_of_a_carrier_come_through_its_stage_and_say_so(library):
    lines = row_of(library, ("carrier-bio-incubator",), "policies").cells[0].lines
    assert {line.note for line in lines} == {say.BY_STAGE.fill(2)}
    direct = row_of(library, ("stage-bio-incubator",), "policies").cells[0].lines
    assert {line.record for line in lines} == {line.record for line in direct}


def test_choices_are_found_by_kind_and_by_name_in_either_language(library):
    assert {record.kind for record in choices(library)} == set(COMPARABLE)
    assert all(isinstance(record, Zone) for record in choices(library, kind="zones"))
    assert choices(library, "康养")[0].id == "zone-kangyang"
    assert choices(library, "wellness park")[0].id == "zone-kangyang"
    assert choices(library, "zzzz") == ()


def test_the_same_question_has_the_same_answer(library):
    assert compare(library, FOUR) == compare(library, FOUR)


def test_what_is_compared_is_kept(places: Places):
    assert load_compared(places) == ()
    save_compared(places, FOUR)
    assert load_compared(places) == FOUR
    save_compared(places, ())
    assert load_compared(places) == ()


@pytest.mark.parametrize("kept", ["{", "[1, 2]", '"zone-core"', "null"])
def test_a_spoilt_list_is_read_as_none(places: Places, kept):
    save_setting(places, "compared", kept)
    assert load_compared(places) == ()
