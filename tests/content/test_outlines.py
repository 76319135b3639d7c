"""Red lines on the lattice: what bounds an area is kept, everything else is refused with its reason."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content.outlines import (
    MAX_POINTS,
    OutlineError,
    check_polygons,
    read_outline,
    say_outline,
    write_outline,
)
from brochure.content.rings import anchor, area_m2, doubled_area, to_run

A, B = 36.68, 101.74


def ring(*dots: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    """Return a closed ring from steps of a thousandth of a degree, east and north of a corner."""
    return tuple((A + north / 1000, B + east / 1000) for east, north in (*dots, dots[0]))


SQUARE = ring((0, 0), (10, 0), (10, 10), (0, 10))
HOLE = ring((2, 2), (4, 2), (4, 4), (2, 4))
BEYOND = ring((20, 0), (30, 0), (30, 10), (20, 10))


def fault(*polygons) -> str:
    with pytest.raises(OutlineError) as caught:
        check_polygons(polygons)
    assert caught.value.fault.en
    return caught.value.fault.zh


def test_the_area_of_a_square_kilometre():
    """A thousandth of a degree is 110.98 m north and 89.4 m east at 36.685 N (GRS 80 and WGS 84 alike)."""
    assert area_m2(check_polygons([[SQUARE]])) == pytest.approx(1109.8 * 894.2, rel=0.001)


def test_holes_are_taken_off_and_parts_added_whichever_way_they_go_round():
    plain = area_m2([SQUARE])
    for outer in (SQUARE, SQUARE[::-1]):
        for inner in (HOLE, HOLE[::-1]):
            rings = check_polygons([[outer, inner], [BEYOND]])
            assert [math.copysign(1, doubled_area(to_run(each))) for each in rings] == [1, -1, 1]
            assert area_m2(rings) == pytest.approx(2 * plain - 0.04 * plain, rel=1e-6)


def test_a_cell_gives_back_what_was_written():
    island = ring((2.5, 2.5), (3.5, 2.5), (3.5, 3.5), (2.5, 3.5))
    rings = check_polygons([[SQUARE, HOLE], [BEYOND], [island]])
    cell = write_outline(rings)
    assert sorted(read_outline(cell)) == sorted(rings)
    assert area_m2(read_outline(cell)) == pytest.approx(area_m2(rings))
    assert say_outline(cell).zh.startswith("红线 16 点，")
    assert say_outline(cell).en.startswith("red line, 16 points, ")


def test_positions_are_kept_to_six_decimals_and_repeated_ones_dropped():
    rings = check_polygons([[(*SQUARE[:2], SQUARE[1], (SQUARE[2][0] + 1e-9, SQUARE[2][1]), *SQUARE[2:])]])
    assert rings == check_polygons([[SQUARE]])
    assert all(value == round(value, 6) for each in rings for position in each for value in position)


@pytest.mark.parametrize(
    ("polygons", "said"),
    [
        ([[ring((0, 0), (10, 10), (10, 0), (0, 10))]], "与自己相交"),
        ([[ring((0, 0), (10, 0), (10, 10), (5, 0), (0, 10))]], "与自己相交"),
        ([[ring((0, 0), (10, 0), (10, 10), (5, 5), (10, 10), (0, 10))]], "折回"),
        ([[ring((0, 0), (10, 0), (15, 0), (10, 0), (10, 10))]], "折回"),
        ([[ring((0, 0), (5, 0), (10, 0))]], "围不成面积"),
        ([[ring((0, 0), (0.001, 0), (0, 0.001))]], "围不成面积"),
        ([[SQUARE[:3] + SQUARE[:1]]], None),
        ([[SQUARE[:3]]], "只有 3 点"),
        ([[SQUARE[:4]]], "首尾不相接"),
        ([[(SQUARE[0],) * 5]], "只有 1 个不同的点"),
        ([[SQUARE, ring((20, 20), (24, 20), (24, 24), (20, 24))]], "不在外环之内"),
        ([[SQUARE, ring((8, 8), (14, 8), (14, 9), (8, 9))]], "相交"),
        ([[HOLE, SQUARE]], "不在外环之内"),
        ([[SQUARE, HOLE, ring((2.5, 2.5), (3.5, 2.5), (3.5, 3.5), (2.5, 3.5))]], "重叠"),
        ([[SQUARE], [HOLE]], "重叠"),
        ([[SQUARE], [SQUARE]], "相交"),
        ([[SQUARE], [ring((5, 5), (15, 5), (15, 15), (5, 15))]], "相交"),
        ([[]], "没有外环"),
        ([[tuple((A + i / 1e5, B) for i in range(MAX_POINTS + 1))]], f"最多 {MAX_POINTS} 点"),
    ],
)
def test_what_bounds_no_area_is_refused(polygons, said):
    if said is None:
        assert area_m2(check_polygons(polygons)) > 0
    else:
        assert said in fault(*polygons)


def test_parts_may_touch_in_a_corner_and_a_hole_may_touch_its_edge():
    corner = ring((10, 10), (20, 10), (20, 20), (10, 20))
    check_polygons([[SQUARE], [corner]])
    check_polygons([[SQUARE, ring((0, 5), (5, 2), (5, 8))]])


def test_an_island_lies_in_a_hole():
    lake, island = ring((1, 1), (9, 1), (9, 9), (1, 9)), HOLE
    assert len(check_polygons([[SQUARE, lake], [island]])) == 3


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=3, max_size=7))
def test_a_ring_that_is_taken_has_no_two_sides_that_meet(dots):
    """Held against the plainest check there is: each pair of sides by itself, in whole numbers."""

    def turn(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    def on(a, b, c):
        return (
            turn(a, b, c) == 0
            and min(a[0], b[0]) <= c[0] <= max(a[0], b[0])
            and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])
        )

    def meet(a, b, c, d):
        cross = turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
        return cross or on(a, b, c) or on(a, b, d) or on(c, d, a) or on(c, d, b)

    kept = [dot for place, dot in enumerate(dots) if dot != dots[place - 1]]
    n = len(kept)
    sides = [(kept[i], kept[(i + 1) % n]) for i in range(n)]
    bad = n < 3 or any(
        meet(*sides[i], *sides[j]) for i in range(n) for j in range(i + 2, n) if not (i == 0 and j == n - 1)
    )
    bad = bad or any(on(*sides[i], sides[(i + 1) % n][1]) or on(*sides[(i + 1) % n], sides[i][0]) for i in range(n))
    try:
        check_polygons([[ring(*dots)]])
    except OutlineError:
        assert bad
    else:
        assert not bad


@pytest.mark.parametrize(
    "cell",
    ["", "x", "{}", "[]", "[[]]", "[1]", "null", "[[[101.74]]]", '[[["101.74",36.68]]]', "[[[NaN,36.68]]]", "[" * 9000,
     "[[[36.68,101.74],[36.68,101.75],[36.69,101.75],[36.68,101.74]]]", "[[[101.74,36.68],[101.75,36.68]]]",
     "[[[true,36.68]]]", "[[[101.74,36.68,5],[101.75,36.68,5],[101.75,36.69,5],[101.74,36.68,5]]]"],
)  # fmt: skip
def test_a_cell_that_holds_no_red_line_is_refused(cell):
    with pytest.raises(OutlineError):
        read_outline(cell)
    assert say_outline(cell).zh == cell


def test_a_name_stands_inside():
    bow = check_polygons([[ring((0, 0), (10, 0), (10, 10), (9, 10), (9, 1), (0, 1))]])
    lat, lon = anchor(bow)
    assert (A < lat < A + 0.001 and B < lon < B + 0.01) or (A < lat < A + 0.01 and B + 0.009 < lon < B + 0.01)
    lat, lon = anchor(check_polygons([[SQUARE, ring((1, 1), (9, 1), (9, 9), (1, 9))]]))
    assert not (A + 0.001 <= lat <= A + 0.009 and B + 0.001 <= lon <= B + 0.009)


def test_a_jagged_line_of_as_many_points_as_are_taken_is_looked_at_in_full():
    teeth = [(i / 100, 0 if i % 2 else 9) for i in range(MAX_POINTS - 3)]
    comb = ring(*teeth, (teeth[-1][0], 10), (0, 10))
    assert len(check_polygons([[comb]])[0]) == MAX_POINTS
