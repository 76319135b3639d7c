"""Tables: rows are never split, the head comes again, and the last page is no mere remainder."""

import io
from itertools import pairwise

import pytest

from brochure.pdf import theme
from brochure.pdf.book import Book, Sheet
from brochure.pdf.lines import Style, Typesetter
from brochure.pdf.tables import HEAD_MM, LEAST_SHARE, NEXT_TOP_Y, Block, Column, Flow, Row

COLUMNS = (Column("名称", 16, 60), Column("说明", 82, 112))
LONG = "园区为医疗器械企业建立审批绿色通道，搭建药械六方联审平台，并成立工作专班，跟进每一个项目。" * 3


def flow(setter: Typesetter, top: float = 60.0) -> tuple[Flow, list[Sheet]]:
    book = Book(io.BytesIO(), setter)
    sheets: list[Sheet] = []

    def next_page() -> tuple[Sheet, float]:
        sheets.append(book.sheet())
        return sheets[-1], top if len(sheets) == 1 else NEXT_TOP_Y

    return Flow(COLUMNS, setter, next_page, row_mm=17.6), sheets


def row(name: str, words: str = "短", key: str = "") -> Row:
    return Row(((Block(name, theme.TABLE_FIRST),), (Block(words, theme.TABLE),)), key=key)


def test_a_row_is_as_high_as_its_tallest_cell(setter: Typesetter) -> None:
    table, _ = flow(setter)
    assert table.height(row("一")) == 17.6
    lines = len(setter.lay(LONG, 112 * 72 / 25.4, theme.TABLE))
    assert lines > 3
    assert table.height(row("一", LONG)) == pytest.approx(table.pad_mm + (lines - 1) * theme.TABLE.leading_mm + 2.0)


def test_rows_follow_each_other_and_stay_on_the_page(setter: Typesetter) -> None:
    table, sheets = flow(setter)
    places = [
        (table.add(row(f"{number}", LONG if number % 3 else "短", f"row-{number}")), len(sheets))
        for number in range(40)
    ]
    for ((top, foot), page), ((after, _), after_page) in pairwise(places):
        assert top < foot <= theme.LAST_LINE_Y
        assert after == (foot if page == after_page else NEXT_TOP_Y + HEAD_MM)
    assert len(sheets) > 2
    keys = [key for sheet in sheets for key in sheet.places]
    assert keys == [f"row-{number}" for number in range(40)]


def test_the_head_comes_again(setter: Typesetter) -> None:
    table, sheets = flow(setter)
    for number in range(30):
        table.add(row(f"{number}"))
    assert len(sheets) > 1
    for sheet in sheets:
        for head in "名称说明":
            assert head in sheet.used[400]


def test_the_last_row_keeps_what_belongs_to_it(setter: Typesetter) -> None:
    table, sheets = flow(setter)
    while table.room() > 2 * 17.6:
        table.add(row("一"))
    table.add(row("末"), keep_with=30)
    assert len(sheets) == 2
    assert table.room() > 30


@pytest.mark.parametrize("count", range(1, 45))
def test_the_last_page_is_no_remainder(count: int, setter: Typesetter) -> None:
    table, sheets = flow(setter)
    rows = [row(f"{number}", LONG if number % 4 == 0 else "短") for number in range(count)]
    tail = 25.0
    table.balance(rows, tail)
    on_page: list[int] = []
    for each in rows:
        table.add(each, keep_with=tail if each is rows[-1] else 0.0)
        on_page.append(len(sheets))
    assert table.room() >= tail
    if len(sheets) > 1:
        last = sum(table.height(each) for each, page in zip(rows, on_page, strict=True) if page == len(sheets))
        assert last + tail >= (theme.LAST_LINE_Y - 2 - NEXT_TOP_Y - HEAD_MM) / 3
    assert LEAST_SHARE > 1 / 3


def test_a_painted_block_takes_its_line(setter: Typesetter) -> None:
    table, _ = flow(setter)
    painted: list[tuple[float, float]] = []
    block = Block(style=Style(8, 5), paint=lambda sheet, x, y: painted.append((x, y)))
    top, _ = table.add(Row(((Block("一"),), (block, block))))
    assert painted == [(82, top + table.pad_mm), (82, top + table.pad_mm + 5)]


def test_a_lit_row_reaches_both_edges(setter: Typesetter) -> None:
    table, sheets = flow(setter)
    before = len(sheets[0].ops)
    top, foot = table.add(row("一")._replace(lit=True))
    assert f"0.000 {top:.3f} 210.000 {foot - top:.3f} re" in " ".join(sheets[0].ops[before:])
