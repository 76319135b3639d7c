import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from brochure.gui.tray import MIME, Tray

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


@pytest.mark.parametrize(("x", "expected"), [(0, (2, 0, 1)), (250, (0, 2, 1)), (1000, (0, 1, 2))])
def test_a_dragged_item_lands_where_it_is_let_go(tray, hub, qtbot, x, expected):
    hub.set_shortlist(THREE)
    qtbot.wait(10)
    data = QMimeData()
    data.setData(MIME, THREE[2].encode())
    drop = QDropEvent(
        QPointF(x, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    tray.row.dropEvent(drop)
    assert hub.shortlist == tuple(THREE[i] for i in expected)


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
