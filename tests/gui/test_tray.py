import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brochure.gui.tray import Tray
from brochure.words import compare as compare_say

THREE = ("zone-kangyang", "zone-north", "policy-plan-14th-five-year")


@pytest.fixture
def tray(qtbot, hub):
    tray = Tray(hub)
    qtbot.addWidget(tray)
    tray.resize(1208, 64)
    tray.show()
    return tray


def order(tray):
    return tuple(item.record_id for item in tray.row.items)


def test_empty_it_says_how_to_begin(tray):
    assert tray.count.text() == "手册 0"
    assert tray.hint.isVisible()
    assert not tray.area.isVisible()


def test_it_shows_the_shortlist_in_order(tray, hub):
    hub.set_shortlist(THREE)
    assert order(tray) == THREE
    assert tray.count.text() == "手册 3"
    assert tray.row.items[1].text() == hub.library.record("zone-north").name.zh


def test_the_cross_takes_an_item_out_and_undo_brings_it_back_to_its_place(tray, hub, qtbot):
    hub.set_shortlist(THREE)
    undo = []
    hub.toast.connect(lambda words, do: undo.append(do))
    item = tray.row.items[1]
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton, pos=item.close_frame().center().toPoint())
    assert hub.shortlist == (THREE[0], THREE[2])
    undo[0]()
    assert hub.shortlist == THREE


def test_a_press_elsewhere_opens_the_card(tray, hub, qtbot):
    hub.set_shortlist(THREE)
    with qtbot.waitSignal(hub.record_chosen) as told:
        qtbot.mouseClick(tray.row.items[0], Qt.MouseButton.LeftButton)
    assert told.args == [THREE[0]]
    assert hub.shortlist == THREE


def test_keys_take_out_and_move(tray, hub, qtbot):
    hub.set_shortlist(THREE)
    qtbot.keyClick(tray.row.items[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hub.shortlist == (THREE[1], THREE[0], THREE[2])
    qtbot.keyClick(tray.row.items[2], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hub.shortlist == (THREE[1], THREE[0], THREE[2])
    qtbot.keyClick(tray.row.items[0], Qt.Key.Key_Delete)
    assert hub.shortlist == (THREE[0], THREE[2])


def carry(qtbot, item, to_x, *, let_go=True):
    """Press an item, carry it to a place of the row and let it go there."""
    qtbot.mousePress(item, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    begun = item.x() + 20
    for step in range(1, 9):  # a hand does not jump
        x = round(begun + (to_x - begun) * step / 8)
        qtbot.mouseMove(item, item.mapFromParent(QPoint(x, 20)))
    if let_go:
        qtbot.mouseRelease(item, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("x", "expected"), [(0, (2, 0, 1)), (200, (0, 2, 1)), (1000, (0, 1, 2))])
def test_a_carried_item_lands_where_it_is_let_go(tray, hub, qtbot, x, expected):
    hub.set_shortlist(THREE)
    qtbot.wait(10)
    carry(qtbot, tray.row.items[2], x)
    assert hub.shortlist == tuple(THREE[i] for i in expected)


def test_while_it_is_carried_a_golden_bar_shows_where_it_would_lie(tray, hub, qtbot):
    hub.set_shortlist(THREE)
    qtbot.wait(10)
    assert tray.row.bar_x() is None
    carry(qtbot, tray.row.items[2], 0, let_go=False)
    assert tray.row.target == 0
    bar = round(tray.row.bar_x())
    assert bar < tray.row.items[0].x()
    tray.row.items[2].hide()  # it lies over the bar it points to
    assert tray.row.grab().toImage().pixelColor(bar, 20).name().upper() == "#C7922B"
    tray.row.items[2].show()
    tray.row.carry(10_000)
    assert tray.row.target == 2
    qtbot.mouseRelease(tray.row.items[2], Qt.MouseButton.LeftButton)
    assert tray.row.bar_x() is None
    assert hub.shortlist == THREE
    assert not any(item.carrying for item in tray.row.items)


def test_a_carried_item_is_neither_opened_nor_taken_out(tray, hub, qtbot):
    hub.set_shortlist(THREE)
    qtbot.wait(10)
    item = tray.row.items[0]
    opened = []
    hub.record_chosen.connect(opened.append)
    qtbot.mousePress(item, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.mouseMove(item, item.close_frame().center().toPoint())
    qtbot.mouseRelease(item, Qt.MouseButton.LeftButton, pos=item.close_frame().center().toPoint())
    assert opened == []
    assert set(hub.shortlist) == set(THREE)


def test_the_cross_is_as_large_as_a_finger_and_only_a_whole_press_on_it_counts(tray, hub, qtbot):
    hub.set_shortlist(THREE)
    item = tray.row.items[0]
    frame = item.close_frame()
    assert min(frame.width(), frame.height(), item.height()) >= 44
    for corner in (frame.topLeft() + QPointF(1, 1), frame.bottomRight() - QPointF(2, 2)):
        hub.set_shortlist(THREE)
        item = tray.row.items[0]
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton, pos=corner.toPoint())
        assert THREE[0] not in hub.shortlist
    hub.set_shortlist(THREE)
    item = tray.row.items[0]
    with qtbot.waitSignal(hub.record_chosen):  # pressed on the name, let go on the cross: no mishap
        qtbot.mousePress(item, Qt.MouseButton.LeftButton, pos=QPoint(round(frame.left()) - 3, 20))
        qtbot.mouseRelease(item, Qt.MouseButton.LeftButton, pos=QPoint(round(frame.left()) + 2, 20))
    assert hub.shortlist == THREE


def finger(item, kind, x, touch):
    """Send what Qt makes of a touch: a mouse event of the touch screen."""
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    down = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    at = QPointF(x, 20)
    there = QPointF(item.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(item, QMouseEvent(kind, at, at, there, button, down, Qt.KeyboardModifier.NoModifier, touch))


@pytest.fixture
def touch():
    return QTest.createTouchDevice()


def test_a_finger_moves_an_item_in_a_row_that_fits(tray, hub, qtbot, touch):
    hub.set_shortlist(THREE)
    qtbot.wait(10)
    item = tray.row.items[0]
    assert touch.pointerType() == QPointingDevice.PointerType.Finger
    finger(item, QEvent.Type.MouseButtonPress, 20, touch)
    for x in (60, 200, 900):
        finger(item, QEvent.Type.MouseMove, x - item.x(), touch)
    finger(item, QEvent.Type.MouseButtonRelease, 20, touch)
    assert hub.shortlist == (THREE[1], THREE[2], THREE[0])


def test_a_quick_stroke_of_a_finger_scrolls_an_over_full_row_and_a_held_one_lifts(tray, hub, qtbot, touch):
    ids = tuple(each.id for each in hub.library.records("zones"))[:14]
    hub.set_shortlist(ids)
    bar = tray.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    item = tray.row.items[1]
    finger(item, QEvent.Type.MouseButtonPress, 80, touch)
    finger(item, QEvent.Type.MouseMove, 30, touch)
    finger(item, QEvent.Type.MouseMove, 60, touch)
    finger(item, QEvent.Type.MouseButtonRelease, 60, touch)
    assert bar.value() == 70
    assert hub.shortlist == ids
    finger(item, QEvent.Type.MouseButtonPress, 80, touch)
    item._hold.stop()  # the finger rested
    finger(item, QEvent.Type.MouseMove, -200, touch)
    finger(item, QEvent.Type.MouseButtonRelease, 0, touch)
    assert hub.shortlist == (ids[1], ids[0], *ids[2:])


def test_carried_to_the_edge_it_pulls_the_row_on(tray, hub, qtbot):
    ids = tuple(each.id for each in hub.library.records("zones"))[:14]
    hub.set_shortlist(ids)
    bar = tray.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    item = tray.row.items[0]
    carry(qtbot, item, tray.area.width() - 10, let_go=False)
    before = tray.row.target
    for _ in range(400):
        tray.area.pull()
    assert bar.value() == bar.maximum()
    assert tray.row.target == len(ids) - 1 > before
    qtbot.mouseRelease(item, Qt.MouseButton.LeftButton)
    assert hub.shortlist == (*ids[1:], ids[0])


def test_compare_appears_when_two_things_can_be_compared(tray, hub, qtbot):
    hub.set_shortlist((THREE[0], THREE[2]))
    assert not tray.compare.isVisible()
    hub.set_shortlist(THREE)
    assert tray.compare.isVisible()
    assert tray.compare.text() == compare_say.COMPARE.zh
    assert min(tray.compare.width(), tray.compare.height()) >= 44
    with qtbot.waitSignal(hub.place_chosen) as told:
        qtbot.mouseClick(tray.compare, Qt.MouseButton.LeftButton)
    assert told.args == ["compare"]
    assert hub.compared == (THREE[0], THREE[1])


def test_of_more_than_four_the_first_four_are_compared_and_that_is_said(tray, hub, qtbot):
    ids = tuple(each.id for each in hub.library.records("zones"))[:6]
    hub.set_shortlist(ids)
    said = []
    hub.toast.connect(lambda words, _: said.append(words))
    qtbot.mouseClick(tray.compare, Qt.MouseButton.LeftButton)
    assert hub.compared == ids[:4]
    assert said == [compare_say.FIRST_FOUR.zh]


def test_over_full_it_scrolls_and_the_count_stays(tray, hub, qtbot):
    ids = tuple(each.id for each in (*hub.library.records("zones"), *hub.library.records("policies")))[:20]
    hub.set_shortlist(ids)
    qtbot.waitUntil(lambda: tray.area.horizontalScrollBar().maximum() > 0)
    assert tray.count.isVisible()
    assert tray.count.text() == "手册 20"
    assert all(item.width() >= item.sizeHint().width() for item in tray.row.items)
    assert tray.export.geometry().right() <= tray.width()


def test_progress_shows_a_golden_line_and_a_way_to_stop(tray, qtbot):
    tray.set_progress(0.4)
    assert not tray.preview.isVisible()
    assert tray.cancel.isVisible()
    assert not tray.export.isEnabled()
    picture = tray.grab().toImage()
    assert picture.pixelColor(100, 0).name().upper() == "#C7922B"
    assert picture.pixelColor(1000, 0).name().upper() != "#C7922B"
    tray.set_progress(None)
    assert tray.export.isEnabled()
    assert tray.preview.isVisible()


def test_names_change_with_the_language(tray, hub):
    hub.set_shortlist(THREE)
    hub.lang = "en"
    tray.retranslate()
    assert tray.count.text() == "Brochure 3"
    assert tray.row.items[1].text() == hub.library.record("zone-north").name.en
