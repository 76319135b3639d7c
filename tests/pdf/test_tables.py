"""Tables: rows are never split, the head comes again, pages are full and the last one is no mere remainder."""

import io
from itertools import pairwise

import pytest

from brochure.pdf import theme
from brochure.pdf.book import Book, Sheet
from brochure.pdf.lines import Style, Typesetter
from brochure.pdf.tables import (
    HEAD_MM,
    LEAST_SHARE,
    NEXT_TOP_Y,
    Block,
    Column,
    Flow,
    Row,
    parts_of_group,
)

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
    assert table.height(row("一", LONG)) == pytest.approx(table.pad_mm + (lines - 1) * theme.TABLE.leading_mm + 3.4)


def test_white_below_the_last_line_does_not_hang_on_the_first(setter: Typesetter) -> None:
    table, _ = flow(setter)
    lines = len(setter.lay(LONG, 112 * 72 / 25.4, theme.NOTE_LEFT))
    cell = (Block("名", theme.TITLE), Block(LONG, theme.NOTE_LEFT))
    last = theme.TITLE.leading_mm + (lines - 1) * theme.NOTE_LEFT.leading_mm
    assert table.height(Row(((), cell))) == pytest.approx(table.pad_mm + last + 3.4)


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


PAGE_MM = theme.LAST_LINE_Y - 2 - NEXT_TOP_Y - HEAD_MM


@pytest.mark.parametrize("count", range(1, 45))
def test_pages_are_full_and_the_last_is_no_remainder(count: int, setter: Typesetter) -> None:
    table, sheets = flow(setter)
    rows = [row(f"{number}", LONG if number % 4 == 0 else "短") for number in range(count)]
    tail = 25.0
    table.balance(rows, tail)
    on_page: list[int] = []
    for each in rows:
        table.add(each, keep_with=tail if each is rows[-1] else 0.0)
        on_page.append(len(sheets))
    assert table.room() >= tail
    heights = [table.height(each) for each in rows]
    filled = {page: sum(h for h, on in zip(heights, on_page, strict=True) if on == page) for page in set(on_page)}
    first_mm = theme.LAST_LINE_Y - 2 - 60.0 - HEAD_MM
    white = {page: (PAGE_MM if page > 1 else first_mm) - used for page, used in filled.items()}
    last = len(sheets)
    for page in range(1, last - 1):
        assert white[page] < heights[on_page.index(page + 1)]
    if last > 1:
        first = on_page.index(last)
        assert filled[last] + tail >= LEAST_SHARE * PAGE_MM
        assert on_page.count(last) > 1
        fewer = filled[last] - heights[first] + tail
        full = white[last - 1] < heights[first] + (tail if on_page.count(last) == 1 else 0.0)
        assert full or fewer < LEAST_SHARE * PAGE_MM or on_page.count(last) == 2


def test_a_page_ends_with_two_rows_of_a_group_at_least_on_either_side(setter: Typesetter) -> None:
    assert [parts_of_group(count) for count in range(1, 7)] == [
        [1], [2], [3], [2, 2], [2, 1, 2], [2, 1, 1, 2],
    ]  # fmt: skip
    for before in range(1, 16):
        table, sheets = flow(setter)
        groups = [before, 5, 2]
        rows = [row(f"{number}") for number in range(sum(groups))]
        table.balance(rows, sizes=[size for count in groups for size in parts_of_group(count)])
        pages = [(table.add(each), len(sheets))[1] for each in rows]
        first = 0
        for count in groups:
            own = pages[first : first + count]
            first += count
            assert all(own.count(page) >= min(2, count) for page in set(own)), before


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
    assert f"-3.000 {top:.3f} 216.000 {foot - top:.3f} re" in " ".join(sheets[0].ops[before:])
