"""Drawings that are kept for the next brochure."""

from collections.abc import Sequence

import pytest

from brochure.drawing import Circle, Curve, Drawing, Group, Label, Path, Rect, moved, remembered
from brochure.pdf.art import compose
from brochure.pdf.ink import Ink
from brochure.pdf.lines import Typesetter


@remembered
def build_ring(content: Sequence[float], *, radius_mm: float = 1.0, frame: Sequence[float] = ()) -> Drawing:
    return Drawing(10, 10, tuple(Circle(x, *frame[:1] or (5,), radius_mm) for x in content))


def test_the_same_content_is_drawn_once() -> None:
    content = (1.0, 2.0)
    assert build_ring(content, radius_mm=2.0) is build_ring(content, radius_mm=2.0)


def test_another_wish_is_another_drawing() -> None:
    content = (1.0, 2.0)
    assert build_ring(content, radius_mm=2.0) != build_ring(content, radius_mm=3.0)
    assert build_ring(content) != build_ring((3.0, 4.0))


def test_content_that_may_change_is_drawn_anew() -> None:
    content = [1.0]
    first = build_ring(content)
    content.append(2.0)
    assert len(build_ring(content).shapes) == len(first.shapes) + 1


def test_a_wish_that_may_change_is_drawn_anew() -> None:
    content, frame = (1.0,), [3.0]
    first = build_ring(content, frame=frame)
    frame[0] = 4.0
    assert build_ring(content, frame=frame) != first


def test_old_drawings_make_room() -> None:
    content = (1.0, 2.0)
    first = build_ring(content, radius_mm=0.5)
    for step in range(40):
        build_ring(content, radius_mm=1.0 + step)
    again = build_ring(content, radius_mm=0.5)
    assert again == first
    assert again is not first


def test_a_drawing_is_composed_once_for_each_setter() -> None:
    drawing, setters = build_ring((1.0, 2.0)), (Typesetter({}), Typesetter({}))
    inks = [compose(drawing, setter) for setter in (*setters, *setters)]
    assert inks[0] is inks[2]
    assert inks[0] is not inks[1]
    assert all(isinstance(ink, Ink) and ink.ops == inks[0].ops for ink in inks)


@pytest.mark.parametrize("count", [70])
def test_many_drawings_do_not_pile_up(count: int) -> None:
    setter = Typesetter({})
    drawings = [Drawing(1, 1, (Circle(place, 1, 1, fill="#000000"),)) for place in range(count)]
    first = compose(drawings[0], setter)
    for drawing in drawings:
        compose(drawing, setter)
    again = compose(drawings[0], setter)
    assert again is not first
    assert again.ops == first.ops


def test_everything_can_be_moved() -> None:
    shapes = (
        Path((((0.0, 0.0), (1.0, 1.0)),)),
        Curve((0.0, 0.0), (((1.0, 1.0), (2.0, 2.0), (3.0, 3.0)),)),
        Circle(1.0, 1.0, 2.0),
        Rect(1.0, 1.0, 2.0, 2.0),
        Label(1.0, 1.0, "园区", 8, "#000000"),
    )
    group = moved(Group(shapes, clip=(0.0, 0.0, 5.0, 5.0), key="a"), 10.0, 20.0)
    assert group == Group(
        (
            Path((((10.0, 20.0), (11.0, 21.0)),)),
            Curve((10.0, 20.0), (((11.0, 21.0), (12.0, 22.0), (13.0, 23.0)),)),
            Circle(11.0, 21.0, 2.0),
            Rect(11.0, 21.0, 2.0, 2.0),
            Label(11.0, 21.0, "园区", 8, "#000000"),
        ),
        clip=(10.0, 20.0, 5.0, 5.0),
        key="a",
    )
