"""Changes of the office over the shipped records: what fits, what does not, and what awaits a choice."""

import pytest

from brochure.content.overlay import Laid, lay_over
from brochure.model.change import Change
from brochure.model.record import Record
from brochure.words import Text
from tests import factories

RECORDS = factories.small_records()
DRAWN = {"zone-test", "road-test"}
AT = "2025-06-15T08:00:00Z"


def change(field: str, value: str | None, base: str | None, record: str = "zone-test", kind: str = "zones") -> Change:
    change.count = getattr(change, "count", 0) + 1  # type: ignore[attr-defined]
    return Change(record, kind, field, value, base, AT, "office", id=change.count)  # type: ignore[attr-defined]


def new(id: str, kind: str, **cells: str | None) -> list[Change]:
    """Return what adds a record."""
    return [change(field, value, None, id, kind) for field, value in {"id": id, **cells}.items()]


def find(laid: Laid, id: str) -> Record | None:
    return next((record for each in laid.records.values() for record in each if record.id == id), None)


def test_the_later_of_two_changes_holds() -> None:
    laid = lay_over(RECORDS, [change("area_mu", "901", "900"), change("area_mu", "902", "900")], DRAWN)
    assert find(laid, "zone-test").area_mu == 902  # type: ignore[union-attr]
    assert (laid.unfit, laid.conflicts) == ((), ())


def test_a_new_record_stands_after_the_shipped_ones() -> None:
    laid = lay_over(RECORDS, new("zone-new", "zones", name_zh="新", type="area", parent="zone-test"), DRAWN)
    assert [record.id for record in laid.records["zones"]] == ["zones-plain", "zone-test", "zone-new"]
    assert laid.unfit == ()


def test_half_a_new_record_is_none() -> None:
    changes = new("zone-new", "zones", name_zh="新", type="nonsense")
    laid = lay_over(RECORDS, changes, DRAWN)
    assert find(laid, "zone-new") is None
    assert laid.unfit == tuple(changes)
    assert laid.records == RECORDS


def test_new_records_that_lean_on_each_other_fall_together() -> None:
    first = new("zone-a", "zones", name_zh="甲", type="area", parent="zone-b")
    second = new("zone-b", "zones", name_zh="乙", type="area", parent="zone-c")
    assert lay_over(RECORDS, [*first, *second], DRAWN).records == RECORDS
    third = new("zone-c", "zones", name_zh="丙", type="area", parent="zone-a")
    whole = lay_over(RECORDS, [*first, *second, *third], DRAWN)
    assert whole.unfit == ()
    assert [record.id for record in whole.records["zones"][2:]] == ["zone-a", "zone-b", "zone-c"]


def test_a_cell_that_points_nowhere_falls_and_the_rest_stays() -> None:
    laid = lay_over(RECORDS, [change("parent", "zone-gone", None), change("area_mu", "5", "900")], DRAWN)
    zone = find(laid, "zone-test")
    assert (zone.parent, zone.area_mu) == (None, 5)  # type: ignore[union-attr]
    assert [each.field for each in laid.unfit] == ["parent"]


def test_both_sides_of_a_text_fall_together() -> None:
    changes = [
        change("focus_zh", "一|二", None),
        change("focus_en", "one", None),
        change("name_zh", "新", "黄金海拔康养区"),
    ]
    laid = lay_over(RECORDS, changes, DRAWN)
    assert find(laid, "zone-test").name.zh == "新"  # type: ignore[union-attr]
    assert {each.field for each in laid.unfit} == {"focus_zh", "focus_en"}


def test_half_a_position_falls() -> None:
    laid = lay_over(RECORDS, [change("lon", None, "101.75", "place-test", "places")], DRAWN)
    assert find(laid, "place-test").lon == 101.75  # type: ignore[union-attr]
    assert [each.field for each in laid.unfit] == ["lon"]


def test_a_feature_that_is_not_drawn_falls() -> None:
    laid = lay_over(RECORDS, [change("feature", "lake-gone", "zone-test")], DRAWN)
    assert find(laid, "zone-test").feature == "zone-test"  # type: ignore[union-attr]
    assert len(laid.unfit) == 1


def test_a_required_text_may_not_be_emptied() -> None:
    changes = [change("name_zh", None, "黄金海拔康养区"), change("name_en", None, "Golden-Altitude Zone")]
    laid = lay_over(RECORDS, changes, DRAWN)
    assert laid.records == RECORDS
    assert len(laid.unfit) == 2


def test_a_change_of_another_kind_or_an_unknown_one_is_told() -> None:
    changes = [change("name_zh", "x", None, "zone-test", "funds"), change("name_zh", "x", None, "thing", "things")]
    laid = lay_over(RECORDS, changes, DRAWN)
    assert laid.records == RECORDS
    assert laid.unfit == tuple(changes)


@pytest.mark.parametrize(
    ("value", "base", "conflict"),
    [
        ("新", "黄金海拔康养区", False), ("新", "从前的名字", True), ("黄金海拔康养区", "从前的名字", False),
        ("新", None, True),
    ],
)  # fmt: skip
def test_a_cell_is_in_conflict_when_both_sides_changed_it(value: str, base: str | None, conflict: bool) -> None:
    laid = lay_over(RECORDS, [change("name_zh", value, base)], DRAWN)
    assert bool(laid.conflicts) == conflict
    assert find(laid, "zone-test").name.zh == ("黄金海拔康养区" if conflict else value)  # type: ignore[union-attr]
    assert laid.unfit == ()


def test_a_record_in_conflict_takes_none_of_its_changes_and_others_all() -> None:
    changes = [
        change("name_zh", "新", "从前的名字"), change("area_mu", "5", "900"),
        change("name_zh", "新企业", "金诃藏药", "enterprise-test", "enterprises"),
    ]  # fmt: skip
    laid = lay_over(RECORDS, changes, DRAWN)
    zone = find(laid, "zone-test")
    assert (zone.name.zh, zone.area_mu) == ("黄金海拔康养区", 900)  # type: ignore[union-attr]
    assert find(laid, "enterprise-test").name == Text("新企业", "Jinhe Tibetan Medicine")  # type: ignore[union-attr]
    assert [(each.field, each.then, each.ours, each.theirs) for each in laid.conflicts] == [
        ("name_zh", "从前的名字", "新", "黄金海拔康养区"), ("area_mu", "900", "5", "900"),
    ]  # fmt: skip


def test_what_points_to_a_record_in_conflict_is_no_worse_for_it() -> None:
    changes = [
        *new("zones-plain", "zones", name_zh="别的", type="area"),
        change("zone", "zones-plain", "zone-test", "enterprise-test", "enterprises"),
        *new("enterprise-new", "enterprises", name_zh="新企业", zone="zones-plain"),
    ]
    laid = lay_over(RECORDS, changes, DRAWN)
    assert {each.record for each in laid.conflicts} == {"zones-plain"}
    assert find(laid, "enterprise-test").zone == "zones-plain"  # type: ignore[union-attr]
    assert find(laid, "enterprise-new").zone == "zones-plain"  # type: ignore[union-attr]
    assert laid.unfit == ()
