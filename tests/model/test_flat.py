"""One record, one row, and back: nothing is lost, nothing is guessed."""

import datetime

import pytest

from brochure.model.flat import CellError, column_names, columns, from_row, to_row
from brochure.model.kinds import KINDS, Figure, Place, Policy, Zone
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.words import Text
from tests.factories import make


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_record_comes_back_equal(kind: str, library: Library) -> None:
    for record in library.records(kind, archive=True):
        assert from_row(KINDS[kind], to_row(record)) == record


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_survives_a_text_file(kind: str, library: Library) -> None:
    """What a spreadsheet keeps of a cell is its text."""
    for record in library.records(kind, archive=True):
        row = {name: "" if cell is None else str(cell) for name, cell in to_row(record).items()}
        assert from_row(KINDS[kind], row) == record


def test_a_text_has_two_columns_and_a_list_one_cell() -> None:
    zone = make(
        Zone,
        "zone-a",
        name=Text("北区", "North"),
        focus=(Text("药", "drugs"), Text("械", "devices")),
        industries=("a", "b"),
    )
    row = to_row(zone)
    assert (row["name_zh"], row["name_en"]) == ("北区", "North")
    assert (row["focus_zh"], row["focus_en"]) == ("药|械", "drugs|devices")
    assert row["industries"] == "a|b"
    assert row["area_mu"] is None
    assert set(row) == set(column_names(Zone))


def test_references_and_choices_are_known() -> None:
    known = {column.field: column for column in columns(Zone)}
    assert known["industries"].ref == "industries"
    assert known["parent"].ref == "zones"
    assert known["related"].ref == "*"
    assert "operating" in known["status"].choices
    assert known["id"].optional is False


def row_of(cls: type[Record], **changes: object) -> dict[str, object]:
    return {**to_row(make(cls, "x-1")), **changes}


@pytest.mark.parametrize(
    ("cls", "changes", "column"),
    [
        (Zone, {"id": "Zone 1"}, "id"),
        (Zone, {"id": ""}, "id"),
        (Zone, {"name_zh": "", "name_en": ""}, "name_zh"),
        (Zone, {"status": "open"}, "status"),
        (Zone, {"area_mu": "九百"}, "area_mu"),
        (Zone, {"area_mu": "1e3"}, "area_mu"),
        (Zone, {"area_mu": "nan"}, "area_mu"),
        (Zone, {"as_of": "2025-6"}, "as_of"),
        (Zone, {"as_of": "六月"}, "as_of"),
        (Zone, {"as_of_inferred": "yes"}, "as_of_inferred"),
        (Zone, {"focus_zh": "药|械", "focus_en": "drugs"}, "focus_en"),
        (Figure, {"headline": "1.5"}, "headline"),
        (Place, {"pressure_percent": "120"}, "pressure_percent"),
        (Policy, {"type": "law"}, "type"),
    ],
)
def test_a_bad_cell_is_named(cls: type[Record], changes: dict[str, object], column: str) -> None:
    with pytest.raises(CellError) as caught:
        from_row(cls, row_of(cls, **changes))
    assert caught.value.column == column
    assert caught.value.expected.zh
    assert caught.value.expected.en


def test_a_missing_column_counts_as_empty() -> None:
    row = row_of(Zone)
    del row["area_mu"], row["note_zh"]
    assert from_row(Zone, row).area_mu is None
    del row["type"]
    with pytest.raises(CellError):
        from_row(Zone, row)


def test_one_side_of_a_text_stays_open() -> None:
    record = from_row(Zone, row_of(Zone, name_zh="北区", name_en=""))
    assert record.name == Text("北区", "")
    assert record.name.to("en") == "北区"


def test_spaces_round_a_cell_are_not_meant() -> None:
    record = from_row(Zone, row_of(Zone, name_zh=" 北区 ", industries=" a | b |"))
    assert record.name.zh == "北区"
    assert record.industries == ("a", "b")


def test_whole_numbers_of_a_spreadsheet() -> None:
    assert from_row(Figure, row_of(Figure, headline=3.0, value=7.0)).headline == 3
    assert from_row(Figure, row_of(Figure, value="6879")).value == 6879.0
    assert from_row(Figure, row_of(Figure, value=9.9)).value == 9.9


def test_dates_are_periods_not_objects() -> None:
    with pytest.raises(CellError):
        from_row(Zone, row_of(Zone, as_of=datetime.date(2025, 6, 15).strftime("%d.%m.%Y")))
