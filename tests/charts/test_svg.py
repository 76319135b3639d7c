"""Drawings as SVG: one text that Qt, browsers and an XML reader all take."""

import xml.etree.ElementTree as ElementTree

import pytest

from brochure.charts.svg import Cover, to_svg
from brochure.drawing import Circle, Curve, Drawing, Group, Label, Path, Rect, Shape, Stroke
from tests.hostile import hostile_strings


def sheet(*shapes: Shape) -> Drawing:
    return Drawing(100, 50, shapes)


def test_all_shapes_are_drawn() -> None:
    svg = to_svg(
        sheet(
            Path((((0, 0), (10, 10)),), stroke=Stroke("#112233", 0.5, (1, 2), 0.5)),
            Curve((0, 0), (((1, 1), (2, 2), (3, 3)),), closed=True, fill="#FFFFFF"),
            Circle(5, 5, 2, fill="#000000", alpha=0.5),
            Rect(1, 2, 3, 4, 0.5, stroke=Stroke("#000000", 0.1)),
            Group((Label(1, 2, "园区", 9, "#000000", 500, halo=Stroke("#FFFFFF", 0.9), turn_deg=90),), key="a"),
        )
    )
    root = ElementTree.fromstring(svg)
    kinds = [node.tag.rpartition("}")[2] for node in root.iter()]
    assert kinds == ["svg", "path", "path", "circle", "rect", "g", "text", "text"]
    assert "clipPath" not in svg
    assert 'width="100mm"' in svg


def test_text_is_text_whatever_it_is() -> None:
    for words in hostile_strings(300):
        root = ElementTree.fromstring(to_svg(sheet(Label(1, 1, words, 8, "#000000"))))
        (node,) = list(root)
        assert list(node) == []
        shown = node.text or ""
        assert [
            a
            for a, b in zip(shown, words.replace("\r\n", "\n").replace("\r", "\n"), strict=True)
            if a != b and a != "\ufffd"
        ] == []


def test_a_clip_cuts_the_paths_themselves() -> None:
    square = Path((((-5, -5), (15, -5), (15, 15), (-5, 15)),), closed=True, fill="#000000")
    line = Path((((-5, 5), (15, 5)),), stroke=Stroke("#000000", 1))
    svg = to_svg(sheet(Group((square, line), clip=(0, 0, 10, 10))))
    numbers = [
        float(n)
        for node in ElementTree.fromstring(svg).iter()
        if "d" in node.attrib
        for n in _numbers(node.attrib["d"])
    ]
    assert min(numbers) == 0
    assert max(numbers) == 10


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_are_finite(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        to_svg(sheet(Circle(value, 0, 1)))


def test_qt_draws_it(qapp: object) -> None:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    svg = to_svg(sheet(Group((Rect(0, 0, 50, 50, fill="#FF0000"),), clip=(0, 0, 100, 50))))
    renderer, image = QSvgRenderer(svg.encode()), QImage(100, 50, QImage.Format.Format_ARGB32)
    assert renderer.isValid()
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(10, 10).name() == "#ff0000"
    assert image.pixelColor(90, 10).name() == "#ffffff"


def _numbers(data: str) -> list[str]:
    for letter in "MLZ":
        data = data.replace(letter, " ")
    return data.split()


def test_a_clip_reaches_into_groups() -> None:
    inside = Path((((1, 1), (2, 2)),), stroke=Stroke("#000000", 0.1))
    outside = Path((((11, 11), (12, 12)),), stroke=Stroke("#000000", 0.1))
    across = Path((((5, 5), (15, 5)),), stroke=Stroke("#000000", 0.1))
    group = Group((inside, outside, across, Circle(3, 3, 1, fill="#000000"), Circle(13, 3, 1, fill="#000000")))
    svg = to_svg(sheet(Group((group,), clip=(0, 0, 10, 10))))
    root = ElementTree.fromstring(svg)
    kinds = [node.tag.rpartition("}")[2] for node in root.iter()]
    assert kinds == ["svg", "g", "g", "path", "path", "circle"]
    assert 'd="M5 5L10 5"' in svg
    assert 'd=""' not in svg


def test_a_cover_tells_title_description_and_language() -> None:
    cover = Cover("a <b>", "c & d", "zh-CN", {400: "data:font/woff;base64,AA=="})
    svg = to_svg(sheet(Label(1, 1, "园区", 8, "#000000")), cover)
    root = ElementTree.fromstring(svg)
    assert [root[0].text, root[1].text] == ["a <b>", "c & d"]
    assert root.attrib["lang"] == "zh-CN"
    assert "data:font/woff" in (root[2].text or "")
    assert "sans-serif" in (root[2].text or "")
