"""Cells of a workbook as the person who typed them saw them."""

import datetime
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from brochure.content.workbook import escape, read_workbook, unescape
from brochure.errors import TableError
from tests.books import book, by_hand, head, packed, parts_of, row, words


def cells(data: bytes) -> list[list[str]]:
    """Return the texts of the only sheet; none of them has a fault."""
    (table,) = read_workbook(data, "book.xlsx")
    assert table.fault is None
    assert [cell.fault for each in table.rows for cell in each.cells if cell.fault] == []
    return [[cell.text for cell in each.cells] for each in table.rows]


def one(value: Any, form: str | None = None) -> str:
    """Return what a single cell reads as."""

    def dress(made: Any) -> None:
        made["zones"]["B2"].value = value
        if form is not None:
            made["zones"]["B2"].number_format = form

    return cells(book({"zones": [["id", "x"], ["zone-core", "-"]]}, dress))[1][1]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("园区", None, "园区"), ("0971", None, "0971"), (6123458, None, "6123458"),
        (9.9, None, "9.9"), (4.0, None, "4"),
        (0.1 + 0.2, None, "0.3"), (1e-7, None, "0.0000001"), (123456789012345, None, "123456789012345"),
        (1332, "#,##0", "1332"), (900, '0"亩"', "900"), (0.5, '0.0"%"', "0.5"), (-3, None, "-3"), (True, None, "TRUE"),
        (False, None, "FALSE"),
        (datetime.date(2025, 6, 15), None, "2025-06-15"), (datetime.date(2025, 6, 15), "d/m/yy", "2025-06-15"),
        (datetime.date(2025, 6, 1), "yyyy-mm", "2025-06"), (datetime.date(2025, 6, 1), "mmm-yy", "2025-06"),
        (datetime.date(2025, 6, 1), 'yyyy"年"m"月"', "2025-06"), (datetime.date(2025, 6, 1), "yyyy年m月", "2025-06"),
        (datetime.date(2025, 6, 1), "[$-804]yyyy年m月", "2025-06"), (datetime.date(2025, 1, 1), "yyyy", "2025"),
        (datetime.date(2025, 6, 15), 'yyyy"年"m"月"d"日"', "2025-06-15"),
        (datetime.datetime(2025, 6, 15), None, "2025-06-15"),  # noqa: DTZ001 - cells know no zone
        (datetime.date(1900, 3, 1), "yyyy-mm-dd", "1900-03-01"),
    ],
)  # fmt: skip
def test_a_cell_reads_as_it_is_seen(value: Any, form: str | None, text: str) -> None:
    assert one(value, form) == text


def test_rich_text_and_readings_above_the_characters() -> None:
    assert one(CellRichText("生物", TextBlock(InlineFont(b=True), "科技"), "园区")) == "生物科技园区"
    strings = [
        "<r><t>生物</t></r><r><rPr><b/></rPr><t>园区</t></r>",
        "<t>西宁</t><rPh sb='0' eb='2'><t>xining</t></rPh><phoneticPr fontId='1'/>",
    ]
    body = row(2, '<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="s"><v>1</v></c>')
    assert cells(by_hand(head("id", "x") + body, strings))[1] == ["生物园区", "西宁"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="B2"><f>900+1</f><v>901</v></c>', "901"),
        ('<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', "ab"),
        ('<c r="B2" t="str"><f>""</f><v></v></c>', ""),
        ('<c r="B2" t="b"><f>1=1</f><v>1</v></c>', "TRUE"),
        ('<c r="B2"><v>9.0</v></c>', "9"),
        ('<c r="B2"><v>1.5E2</v></c>', "150"),
        ('<c r="B2"><v>0.29999999999999999</v></c>', "0.3"),
        ('<c r="B2" t="d"><v>2025-06-15</v></c>', "2025-06-15"),
        (words("B2", "a_x000D_\nb"), "a\r\nb"),
        (words("B2", "_x005F_x0041_"), "_x0041_"),
        (words("B2", "snake_x_case"), "snake_x_case"),
        (words("B2", "&lt;b&gt;&amp;"), "<b>&"),
    ],
)
def test_a_stored_cell_reads_as_its_result(cell: str, text: str) -> None:
    found = cells(by_hand(head("id", "x") + row(2, words("A2", "zone-core"), cell)))[1]
    assert [*found, ""][1] == text


def test_what_a_workbook_cannot_hold_is_spelt_out_and_comes_back() -> None:
    for text in ("a\x07b", "_x0041_", "_x005F_", "a\r\nb", "\ufffe", "plain_x_", "_x000_", "𠮷"):
        assert unescape(escape(text)) == text
        assert "\x07" not in escape(text)


def test_styled_empty_cells_far_out_do_not_count() -> None:
    far = '<c r="XFD2" s="0"/>' + '</row><row r="1048576"><c r="A1048576" s="0"/>'
    assert cells(by_hand(head("id", "x") + row(2, words("A2", "a"), words("B2", "b"), far)))[1] == ["a", "b"]


@pytest.mark.parametrize("size", ["A1", "A1:B2", "A1:XFD1048576", "C7:D9"])
def test_what_a_file_says_of_its_size_is_not_believed(size: str) -> None:
    data = by_hand(head("id", "x") + row(2, words("A2", "a"), words("B2", "b")))
    parts = parts_of(data)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<sheetData>", f'<dimension ref="{size}"/><sheetData>'.encode())
    assert cells(packed(parts)) == [["id", "x"], ["a", "b"]]


def test_rows_keep_their_numbers() -> None:
    body = row(3, words("A3", "a")) + row(7, words("A7", "b"))
    (table,) = read_workbook(by_hand(head("id", "x") + body), "book.xlsx")
    assert [each.number for each in table.rows] == [1, 3, 7]


def test_rows_without_numbers_are_counted() -> None:
    body = f"<row>{words('A1', 'id')}</row><row>{words('A2', 'a')}</row>"
    assert cells(by_hand(body)) == [["id"], ["a"]]


def test_hidden_rows_and_sheets_are_read_and_empty_sheets_are_not() -> None:
    def hide(made: Any) -> None:
        made["zones"].row_dimensions[2].hidden = True
        made["funds"].sheet_state = "hidden"

    rows = [["id"], ["a"]]
    tables = list(
        read_workbook(book({"zones": rows, "Sheet2": [], "funds": rows, "blank": [[None, "  "]]}, hide), "b.xlsx")
    )
    assert [table.title for table in tables] == ["zones", "funds", "blank"]
    assert all(len(table.rows) == 2 for table in tables[:2])


def test_macros_pictures_and_charts_do_not_disturb() -> None:
    from openpyxl.chart import BarChart

    def draw(made: Any) -> None:
        made["zones"].add_chart(BarChart(), "E5")
        made.create_chartsheet("图表").add_chart(BarChart())

    parts = parts_of(book({"zones": [["id"], ["a"]]}, draw))
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macro"
    parts["xl/media/image1.png"] = b"\x89PNG"
    assert cells(packed(parts)) == [["id"], ["a"]]


def test_days_of_a_machine_that_counts_from_1904() -> None:
    def old_mac(made: Any) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        made.epoch = CALENDAR_MAC_1904

    data = book({"zones": [["id", "as_of"], ["a", datetime.date(2025, 6, 15)]]}, old_mac)
    assert cells(data)[1] == ["a", "2025-06-15"]


def test_a_flipped_bit_is_noticed_or_does_not_matter() -> None:
    data = book({"zones": [["id", "note_zh"], *([f"zone-{number}", f"注{number}"] for number in range(30))]})
    truth = cells(data)
    refused = 0
    for at in range(0, len(data), 13):
        spoilt = bytearray(data)
        spoilt[at] ^= 1 << at % 8
        try:
            tables = list(read_workbook(bytes(spoilt), "book.xlsx"))
        except TableError as error:
            refused += "book.xlsx" in error.message.zh
            continue
        assert [[[cell.text for cell in each.cells] for each in table.rows] for table in tables] == [truth], at
    assert refused > 100
