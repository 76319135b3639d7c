"""The chain place: six stages in the order of the source, one in full, its discs on the small map."""

import itertools

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from brochure.drawing import Circle, Drawing, Group, Label, Path, Rect, Stroke
from brochure.gui.chain_view import ChainView
from brochure.gui.drawing_painter import paint_drawing
from brochure.gui.plan_picture import build_picture, in_the_dark


@pytest.fixture
def view(qtbot, hub):
    place = ChainView(hub)
    qtbot.addWidget(place)
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.picture.drawing() is not None, timeout=5_000)
    return place


def test_six_columns_climb_from_left_to_right(view):
    discs = [view.climb.disc_at(index) for index in range(6)]
    assert len(view.climb.columns) == 6
    assert all(after.x() > before.x() and after.y() < before.y() for before, after in itertools.pairwise(discs))
    assert [column.rung.order for column in view.climb.columns] == [1, 2, 3, 4, 5, 6]
    assert view.climb.columns[0].rung.name == "启迪众创空间"
    assert "不表示高度" in view.lead.text()


def test_a_level_the_source_does_not_give_is_to_be_confirmed(view, library):
    for column, stage in zip(view.climb.columns, library.records("stages"), strict=True):
        assert (column.rung.level == "级别待核实") is (stage.level is None)
    assert view.detail.rule.text() == "待核实"


def test_a_click_shows_the_stage_and_marks_the_next(qtbot, view):
    QTest.mouseClick(view.climb.columns[2], Qt.MouseButton.LeftButton)
    assert view.detail.name.text() == "食保区加速器"
    assert view.climb.columns[2].isChecked()
    assert [column.tag for column in view.climb.columns] == ["", "", "", "下一级", "", ""]


def test_arrow_keys_walk_the_chain(qtbot, view):
    view.climb.columns[0].setFocus()
    for _ in range(7):
        QTest.keyClick(view.window().focusWidget() or view.climb.columns[view.current], Qt.Key.Key_Right)
    assert view.current == 5
    assert view.climb.columns[5].hasFocus()


def test_the_links_open_the_cards_of_what_helps(qtbot, view, hub, library):
    view.show_stage(1)
    stage = view.stages[1]
    first = view.detail.links[0]
    with qtbot.waitSignal(hub.record_chosen) as heard:
        first.click()
    assert heard.args == [stage.policies[0]]
    assert first.text().startswith(library.record(stage.policies[0]).name.zh)


def test_a_stage_chosen_elsewhere_is_shown_and_the_tray_takes_it(view, hub):
    hub.choose("stage-youth-park")
    assert view.current == 3
    view.detail.add_button.click()
    assert hub.shortlist == ("stage-youth-park",)
    assert not view.detail.add_button.isEnabled()


def test_the_counts_are_the_figures_with_their_dates(view):
    shown = {figure.measure: block.texts() for block, figure in view.counts}
    assert shown["incubating-firms"][0] == "537"
    assert shown["carriers"][0] == "8"
    assert [shown[key][0] for key in ("national-incubators", "national-maker-spaces")] == ["3", "2"]
    assert all("2023" in texts[3] for texts in shown.values())


def test_the_small_map_numbers_the_stages_and_has_a_scale(library):
    drawing = build_picture(library, "zh", "light", width_mm=90, height_mm=120, mm_per_km=10, own_stage=2)
    names = {shape.text for shape in labels(drawing)}
    assert {"1", "2", "3", "4", "5", "6", "约 1 公里"} <= names


def test_in_the_dark_no_light_ground_is_left(library):
    dark = build_picture(library, "zh", "dark", width_mm=90, height_mm=120)
    light = build_picture(library, "zh", "light", width_mm=90, height_mm=120)
    assert dark == in_the_dark(light)
    paper = next(shape for shape in walk(dark) if isinstance(shape, Rect) and shape.width_mm == 90)
    assert paper.fill == "#0C1B24"


def test_a_painted_drawing_is_where_it_says(qapp):
    drawing = Drawing(
        100, 50,
        (
            Rect(0, 0, 100, 50, fill="#FFFFFF"),
            Group((Rect(10, 10, 40, 20, fill="#FF0000"), Circle(80, 25, 8, fill="#0000FF")), clip=(0, 0, 60, 50)),
            Path((((60, 40), (95, 40)),), stroke=Stroke("#00FF00", 4)),
            Path((((0, 0), (8, 0), (8, 8), (0, 8)), ((2, 2), (6, 2), (6, 6), (2, 6))), True, fill="#000000"),
            Label(70, 20, "高", 30, "#000000", 700),
        ),
    )  # fmt: skip
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_drawing(painter, drawing, QRectF(0, 0, 400, 200))
    painter.end()
    seen = lambda x, y: image.pixelColor(x * 4, y * 4).name()  # noqa: E731
    assert seen(30, 20) == "#ff0000"
    assert seen(80, 28) != "#0000ff"  # outside the clip
    assert seen(75, 40) == "#00ff00"
    assert seen(1, 1) == "#000000"
    assert seen(4, 4) == "#ffffff"  # the hole
    assert any(image.pixelColor(x, y).lightness() < 60 for x in range(280, 330) for y in range(44, 84))


def test_english_leaves_no_chinese_but_second_names(view, hub):
    hub.set_language("en")
    view.retranslate()
    words = [view.title.text(), view.lead.text(), view.detail.fits.text(), view.detail.basis.text(), view.sketch.text()]
    words += [word for column in view.climb.columns for word in (column.rung.name, column.rung.role, column.rung.place)]
    words += [link.text() for link in view.detail.links]
    assert not [text for text in words if any("\u4e00" <= letter <= "\u9fff" for letter in text)]


def walk(drawing: Drawing | Group) -> list[object]:
    found: list[object] = []
    for shape in drawing.shapes:
        found += [shape, *(walk(shape) if isinstance(shape, Group) else [])]
    return found


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in walk(drawing) if isinstance(shape, Label)]
