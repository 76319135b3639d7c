"""The altitude place: the ruler obeys mouse and keys, the air is computed, everything else stands in the records."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from brochure.gui.altitude_view import AltitudeView
from brochure.gui.base_parts import Timeline
from brochure.gui.ruler import AltitudeRuler, Mark, spread
from brochure.model.altitude import oxygen_ratio


@pytest.fixture
def view(qtbot, hub):
    place = AltitudeView(hub)
    qtbot.addWidget(place)
    place.resize(1368, 780)
    place.show()
    return place


@pytest.fixture
def ruler(qtbot):
    widget = AltitudeRuler()
    qtbot.addWidget(widget)
    widget.resize(344, 640)
    widget.set_marks([Mark("A", 2000), Mark("B", 2393), Mark("C", 3650, home=True)], "en")
    widget.show()
    return widget


def test_arrow_keys_move_ten_metres_and_page_keys_a_hundred(ruler):
    ruler.setValue(2500)
    for key, height in (
        (Qt.Key.Key_Up, 2510), (Qt.Key.Key_Down, 2500), (Qt.Key.Key_PageUp, 2600), (Qt.Key.Key_PageDown, 2500),
        (Qt.Key.Key_Home, 1500), (Qt.Key.Key_Down, 1500), (Qt.Key.Key_End, 4000), (Qt.Key.Key_Up, 4000),
    ):  # fmt: skip
        QTest.keyClick(ruler, key)
        assert ruler.value() == height


def test_keys_stop_at_a_city_of_crooked_height_and_go_on_in_tens(ruler):
    ruler.setValue(2380)
    heights = []
    for _ in range(3):
        QTest.keyClick(ruler, Qt.Key.Key_Up)
        heights.append(ruler.value())
    assert heights == [2390, 2393, 2400]


def test_the_handle_snaps_to_a_city_nearby(ruler):
    y = round(ruler.y_of(2393)) + 4
    QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(138, y))
    assert ruler.value() == 2393
    assert ruler.here().name == "B"
    QTest.mouseMove(ruler, QPoint(138, round(ruler.y_of(2700))))
    QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=QPoint(138, round(ruler.y_of(2700))))
    assert abs(ruler.value() - 2700) <= 10
    assert ruler.value() % 10 == 0


def test_a_screen_reader_hears_a_slider_with_its_value(ruler):
    heard = QAccessible.queryAccessibleInterface(ruler)
    assert heard.role() == QAccessible.Role.Slider
    ruler.setValue(2393)
    assert heard.valueInterface().currentValue() == 2393
    assert ruler.accessibleDescription() == "2393 m B"


@given(st.lists(st.floats(0, 600), min_size=1, max_size=16))
def test_labels_keep_their_order_and_their_distance(wished):
    wished = sorted(wished)
    placed = spread(wished, 18, 0, 600)
    assert all(after - before >= 18 - 1e-6 for before, after in itertools.pairwise(placed))
    assert placed[-1] <= 600 + 1e-6


def test_labels_with_room_stay_where_they_belong():
    assert spread([10, 100, 300], 18, 0, 600) == [10, 100, 300]


def test_the_share_of_the_air_is_that_of_the_standard_atmosphere(view):
    view.ruler.setValue(3650)
    assert view.own_share.text() == f"{oxygen_ratio(3650):.1%}" == "63.7%"
    assert view.park_share.text() == "75.1—76.1%"
    assert "标准大气计算" in view.pressure_words.text()


def test_every_city_on_the_ruler_is_a_record(view, library):
    known = {place.name.zh: place.elevation_m for place in library.records("places")}
    assert len(view.ruler.marks) >= 8
    assert all(known[mark.name] == mark.altitude_m for mark in view.ruler.marks)
    assert sum(mark.home for mark in view.ruler.marks) == 1


def test_the_section_starts_the_park_at_its_south_gate(view, library):
    assert len(view.profile.points) == len(library.profile) == 81
    assert "海湖大道互通" in view.profile.gate.name.zh


def test_steps_neighbours_and_claim_come_from_the_base(view, library):
    parts = {part.id: part for part in library.records("base")}
    phases = [part for part in parts.values() if part.part == "phase"]
    assert [step.what for step in view.timeline.steps][: len(phases)] == [part.statement.zh for part in phases]
    assert view.timeline.steps[-1].when == "此后"
    assert view.timeline.steps[-1].mark == "unverified"
    assert view.sides.sides["north"] == ("北", "待核实", False)
    assert view.sides.sides["east"][1] == "北川湿地公园"
    claim = next(part for part in parts.values() if part.part == "claim")
    assert claim.attributed_to.zh in view.claim.text()
    assert claim.statement.zh.rstrip("。") in view.claim.text()
    assert view.claim.text().endswith("请在医生指导下。")


def test_the_actions_lead_to_map_and_brochure(qtbot, view, hub):
    places, chosen = [], []
    hub.place_chosen.connect(places.append)
    hub.record_chosen.connect(chosen.append)
    view.see_button.click()
    assert (places, chosen) == (["map"], ["zone-kangyang"])
    view.add_button.click()
    assert hub.shortlist == ("zone-kangyang",)
    assert view.add_button.text() == "已在手册中"
    assert not view.add_button.isEnabled()


def test_english_leaves_no_chinese(view, hub):
    hub.set_language("en")
    view.retranslate()
    words = [
        block.text()
        for block in (view.title, view.lead, view.lead_site, view.claim, view.section_title, view.section_note)
    ]
    words += [mark.name for mark in view.ruler.marks] + [step.what for step in view.timeline.steps]
    words += [name for _, name, _ in view.sides.sides.values()]
    assert not [text for text in words if any("\u4e00" <= letter <= "\u9fff" for letter in text)]


def test_a_timeline_without_steps_paints_nothing_and_does_not_fail(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    assert not timeline.grab().isNull()
