"""Placing on the real page: the point is dragged, tapped to, moved by keys or pasted; save keeps it, Esc does not."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from brochure.desk.intake import imports
from brochure.desk.opening import open_library
from brochure.gui.app import fill
from brochure.gui.map_view import MapView
from brochure.gui.place_panel import PlacePanel, first_position
from brochure.gui.shell import Shell
from brochure.gui.widgets import Button
from brochure.model.datum import distance_m, from_wgs84
from brochure.store.user_db import UserStore

FIRM, STAGE = "enterprise-jinhe", "stage-tusstar"


@pytest.fixture
def view(qtbot, hub):
    open_library(hub.places)
    place = MapView(hub)
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.is_ready, timeout=30_000)
    yield place
    place.close_page()
    place.deleteLater()


@pytest.fixture
def placing(qtbot, view, ask) -> PlacePanel:
    view.start_placing(STAGE)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().placing") is not None, timeout=30_000)
    qtbot.wait(700)  # the flight there
    return view.placing


def middle(view, ask) -> QPoint:
    """Return where the handle is on the page."""
    box = ask(view.web, "document.querySelector('.handle').getBoundingClientRect()")
    x, y, wide = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["width"]
    assert wide >= 44
    return QPoint(round(x), round(y))


def paste(placing, text: str) -> None:
    """Put a text into the field as people do: copied elsewhere, pasted here."""
    QApplication.clipboard().setText(text)
    placing.field.selectAll()
    QTest.keySequence(placing.field, QKeySequence.StandardKey.Paste)
    assert placing.field.text() == text


def surface(view) -> QWidget:
    return view.web.focusProxy() or view.web.findChild(QWidget)


def test_the_point_is_dragged_and_save_keeps_where_it_was_put(qtbot, view, placing, ask, hub):
    start, target = middle(view, ask), surface(view)
    before = placing.position
    QTest.mousePress(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 9):
        QTest.mouseMove(target, start + QPoint(10 * step, -5 * step))
        qtbot.wait(20)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(80, -40))
    qtbot.waitUntil(lambda: placing.position != before, timeout=30_000)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().placing") == list(placing.position), timeout=30_000)
    lat, lon = placing.position
    assert lat > before[0]
    assert lon > before[1]
    assert f"{lat:.6f}" in placing.reading.text()
    assert middle(view, ask) == start + QPoint(80, -40), "the finger holds it where it was taken"
    assert not UserStore(hub.places.user_db).changes(), "nothing is kept before somebody says so"
    with qtbot.waitSignal(hub.content_changed, timeout=20_000) as heard:
        placing.save_button.click()
    assert "已标到图上" in heard.args[0].zh
    assert hub.chosen == STAGE
    record = open_library(hub.places).record(STAGE)
    assert (record.lat, record.lon) == (lat, lon)


def test_arrows_move_it_ten_metres_and_a_hundred_with_shift(qtbot, view, placing, ask):
    view.web.setFocus()
    view.web.run("document.querySelector('.handle').focus()")
    qtbot.waitUntil(lambda: ask(view.web, "document.activeElement.className") == "handle", timeout=30_000)
    for key, shift, metres, axis in (
        (Qt.Key.Key_Up, False, 10, 0), (Qt.Key.Key_Right, False, 10, 1), (Qt.Key.Key_Down, True, 100, 0),
        (Qt.Key.Key_Left, True, 100, 1),
    ):  # fmt: skip
        before = placing.position
        QTest.keyClick(
            surface(view), key, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        )
        qtbot.waitUntil(lambda before=before: placing.position != before, timeout=30_000)
        assert distance_m(before, placing.position) == pytest.approx(metres, abs=0.6)
        assert placing.position[1 - axis] == before[1 - axis]
        assert (placing.position[axis] > before[axis]) == (key in (Qt.Key.Key_Up, Qt.Key.Key_Right))
    name = ask(view.web, "document.querySelector('.handle').getAttribute('aria-label')")
    assert name == "“启迪众创空间”的位置，用方向键移动"


def test_a_tap_sets_it_there_and_opens_no_card(qtbot, view, placing, ask, hub):
    spot = middle(view, ask) + QPoint(120, 60)
    before = placing.position
    QTest.mouseClick(surface(view), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    qtbot.waitUntil(lambda: placing.position != before, timeout=30_000)
    assert middle(view, ask) == spot
    assert hub.chosen is None


def test_pasted_coordinates_move_the_point_and_are_read_in_both_datums(qtbot, view, placing, ask):
    lat, lon = from_wgs84(36.6875, 101.7484, "bd09")
    placing.datum.parts["bd09"].click()
    placing.field.setFocus()
    QTest.keyClicks(placing.field, f"{lon:.7f}, {lat:.7f}")
    assert distance_m(placing.position, (36.6875, 101.7484)) < 0.2
    qtbot.waitUntil(lambda: ask(view.web, "park.state().placing") == list(placing.position), timeout=30_000)
    assert placing.reading.text().startswith("WGS 84：36.6875")
    assert placing.other.text() == f"BD-09：{lat:.6f} N，{lon:.6f} E"
    assert "0.00 公里" in placing.far.text()
    placing.datum.parts["wgs84"].click()
    assert distance_m(placing.position, (36.6875, 101.7484)) > 900, "the same text read in another datum"
    assert placing.other.text().startswith("GCJ-02")


def test_what_cannot_be_read_is_told_and_cannot_be_saved(view, placing, hub):
    for text, said in (("36.6875", "还缺经度"), ("39.9, 116.4", "西宁一带"), ("哪里", "读不懂")):
        paste(placing, text)
        assert said in placing.problem.text()
        assert placing.problem.isVisible()
        assert not placing.save_button.isEnabled()
        QTest.keyClick(placing.field, Qt.Key.Key_Return)
    assert not UserStore(hub.places.user_db).changes()
    placing.field.clear()
    QTest.keyClicks(placing.field, "101.90, 36.90")
    assert "请核对" in placing.far.text(), "far away is taken, but asked about"
    assert placing.save_button.isEnabled()


def test_cancel_and_esc_leave_everything_where_it_was(qtbot, view, placing, ask, hub):
    QTest.keyClicks(placing.field, "101.75, 36.69")
    assert view.step_back()
    assert view.placing is None
    assert view.panel.isVisible()
    assert hub.chosen == STAGE
    qtbot.waitUntil(lambda: ask(view.web, "park.state().placing") is None, timeout=30_000)
    assert ask(view.web, "document.querySelector('.handle').hidden") is True
    view.start_placing(STAGE)
    view.placing.cancel_button.click()
    assert view.placing is None
    assert not UserStore(hub.places.user_db).changes()


def test_the_next_visitor_finds_no_panel_and_no_card(qtbot, view, placing, ask, hub):
    QTest.keyClicks(placing.field, "101.75, 36.69")
    view.new_visitor()
    assert view.placing is None
    assert hub.chosen is None
    qtbot.waitUntil(lambda: ask(view.web, "park.state().placing") is None, timeout=30_000)
    assert not UserStore(hub.places.user_db).changes()


def test_what_is_being_kept_is_waited_for(qtbot, view, placing, hub):
    QTest.keyClicks(placing.field, "101.75, 36.69")
    with qtbot.waitSignal(hub.content_changed, timeout=20_000):
        placing.save()
        assert not view.step_back()
        view.new_visitor()
        assert view.placing is placing
        assert not placing.save_button.isEnabled()


def test_nothing_moves_without_the_panel(qtbot, view, ask):
    assert ask(view.web, "park.state().placing") is None
    assert ask(view.web, "document.querySelector('.handle')") is None
    view.web.run("park.movePlacing({lat: 36.7, lon: 101.7}); park.startPlacing({lat: 'x', lon: NaN})")
    assert ask(view.web, "park.state().placing") is None
    view.over.placing.hear('{"lat": 36.7, "lon": 101.7}')
    assert view.placing is None


def test_what_the_page_tells_is_taken_as_a_strangers(view, placing):
    before = placing.position
    for told in (
        "",
        "x",
        "[]",
        "{}",
        '{"lat": "a", "lon": 1}',
        '{"lat": NaN, "lon": 1}',
        '{"lat": 1e999, "lon": 1}',
        "7" * 5000,
    ):
        view.over.placing.hear(told)
    assert placing.position == before
    assert all(map(math.isfinite, placing.position))


def test_both_languages_and_every_target_large_enough(view, placing, hub):
    for lang in ("en", "zh"):
        hub.lang = lang
        placing.retranslate()
        for button in placing.findChildren(Button):
            assert button.height() >= 44 or not button.isVisible()
            assert button.accessibleName()
        for part in placing.datum.parts.values():
            assert part.height() >= 44
    assert placing.field.accessibleName() == "坐标"
    hub.lang = "en"
    placing.retranslate()
    shown = placing.title.text() + placing.how.text() + placing.reading.text() + placing.far.text()
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in shown)


def test_a_place_that_nobody_put_it_at_cannot_be_kept(qtbot, view, ask, hub):
    view.start_placing(FIRM)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().placing") is not None, timeout=30_000)
    assert not view.placing.save_button.isEnabled(), "where it is looked for first is no place of a firm"
    QTest.keyClick(view.placing.field, Qt.Key.Key_Return)
    assert view.placing.job is None
    paste(view.placing, "101.7484, 36.6875")
    assert view.placing.save_button.isEnabled(), "typed, the same spot is somebody's word"


def test_one_thing_at_a_time(qtbot, view, ask):
    """Measuring and the notes give way to placing, and come back after it."""
    view.compass.measure.setChecked(True)
    view.compass.notes.setChecked(True)
    view.start_placing(FIRM)
    assert not view.compass.measure.isChecked()
    assert not view.compass.measure.isEnabled()
    assert not view.notes.isVisible()
    view.placing.cancel_button.click()
    assert view.compass.measure.isEnabled()


def test_a_window_that_grows_leaves_the_point_in_sight(qtbot, view, placing, ask):
    zoom = ask(view.web, "map_park.getZoom()")
    view.resize(1180, 700)
    qtbot.wait(400)
    assert ask(view.web, "map_park.getZoom()") == zoom
    spot = middle(view, ask)
    assert 0 < spot.x() < view.width()
    assert 0 < spot.y() < view.height()


def test_names_keep_out_from_under_the_point(qtbot, view, placing, ask):
    placing.field.clear()
    QTest.keyClicks(placing.field, "101.7484, 36.6875")  # the museum has its name there
    script = """(() => {
        const { painter } = Park.world, [x, y] = painter.at(Park.world.each('state').find((s) => s.placing).placing);
        return painter.written.filter(([a, b, c, d]) => a < x + 27 && x - 27 < c && b < y + 27 && y - 27 < d).length;
    })()"""
    qtbot.waitUntil(lambda: ask(view.web, "park.state().placing") == [36.6875, 101.7484], timeout=30_000)
    qtbot.waitUntil(lambda: ask(view.web, script) == 0, timeout=30_000)


def test_where_a_thing_is_looked_for_first(library):
    assert first_position(library, STAGE) == next(f for f in library.features if f.record == STAGE).parts[0][0]
    assert first_position(library, FIRM) == (36.6875, 101.7484)


def test_the_window_comes_back_to_the_map_with_the_thing_chosen_and_undo_takes_it_back(qtbot, qapp, where, ask):
    qapp.setStyle("Fusion")
    shell = Shell("light")
    shell.resize(1368, 860)
    fill(qapp, shell, where)
    shell.show()
    window = shell.content
    window.go("map")
    qtbot.waitUntil(lambda: window.views["map"].is_ready, timeout=30_000)
    window.hub.choose(FIRM)
    window.card.place_button.click()
    view = window.views["map"]
    assert view.placing is not None
    assert not window.has_card
    QTest.keyClicks(view.placing.field, "36.690123 N 101.750456 E")
    view.placing.save()
    qtbot.waitUntil(lambda: shell.content is not window, timeout=30_000)
    renewed = shell.content
    assert renewed.place == "map"
    assert renewed.hub.chosen == FIRM
    assert renewed.has_card
    words = renewed.card.content.place.lines[0].zh
    assert "由园区标注" in words
    renewed_map = renewed.views["map"]
    assert renewed_map.panel.rows["enterprises"].isEnabled()
    qtbot.waitUntil(lambda: renewed_map.is_ready, timeout=30_000)
    assert ask(renewed_map.web, "park.state().selected") == FIRM
    assert ask(renewed_map.web, "park.counts().points") == 1
    free = renewed_map.width() - renewed_map.over.right_px
    covered = f"(() => {{ const [x, y] = park.pointOf('{FIRM}'); return x > {free} || x < 0 || y < 0; }})()"
    qtbot.waitUntil(lambda: ask(renewed_map.web, covered) is False, timeout=30_000)
    assert renewed.toast.isVisible()
    renewed.toast.button.click()
    qtbot.waitUntil(lambda: shell.content is not renewed, timeout=30_000)
    assert shell.content.hub.library.record(FIRM).lat is None
    assert all(change.undone for _, made in imports(where) for change in made)
    shell.content.put_away()
    shell.close()
    shell.deleteLater()
