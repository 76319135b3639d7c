"""The map with the real web engine: taps reach the window, choices move the map, a dead renderer comes back."""

import os
import signal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from brochure.gui.map_view import MapView

ZONE = "zone-tcm"


@pytest.fixture
def view(qtbot, hub):
    place = MapView(hub)
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.is_ready, timeout=30_000)
    yield place
    place.close_page()
    place.deleteLater()


def tap(view: MapView, ask, feature: str) -> None:
    """Press the mouse where a thing lies, as a visitor does."""
    x, y = ask(view.web, f"park.pointOf('{feature}')")
    target = view.web.focusProxy() or view.web.findChild(QWidget)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y)))


def test_the_skeleton_is_there_before_the_engine(qtbot, hub):
    place = MapView(hub)
    place.resize(1208, 680)
    place.show()
    assert place.web is None
    assert place.skeleton.isVisible()
    assert place.skeleton.geometry() == place.rect()
    assert place.skeleton.accessibleName() == "正在铺开地图"
    place.deleteLater()


def test_a_tap_on_a_zone_chooses_its_record_and_leaves_the_map_where_it_is(qtbot, view, hub, ask):
    before = ask(view.web, "[map_park.getCenter().lat, map_park.getZoom()]")
    with qtbot.waitSignal(hub.record_chosen, timeout=5_000) as heard:
        tap(view, ask, ZONE)
    assert heard.args == [ZONE]
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == ZONE, timeout=5_000)
    qtbot.wait(600)
    assert ask(view.web, "[map_park.getCenter().lat, map_park.getZoom()]") == before


def test_what_the_card_would_cover_is_brought_into_sight(qtbot, view, hub, ask):
    x, _ = ask(view.web, f"park.pointOf('{ZONE}')")
    hub.record_chosen.connect(lambda _: view.leave_room(view.width() - round(x) + 40))
    tap(view, ask, ZONE)
    free = lambda: ask(view.web, f"park.pointOf('{ZONE}')[0]") < round(x) - 40  # noqa: E731
    qtbot.waitUntil(free, timeout=5_000)


def test_a_choice_elsewhere_flies_the_map_there(qtbot, view, hub, ask):
    before = ask(view.web, "map_park.getCenter().lat")
    hub.choose("stage-qhu-science-park")
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == "stage-qhu-science-park", timeout=5_000)
    qtbot.waitUntil(lambda: ask(view.web, "map_park.getCenter().lat") > before + 0.005, timeout=5_000)


def test_a_record_without_a_shape_shows_its_zone(view, library):
    carrier = next(each for each in library.records("carriers") if each.zone and view._feature_of(each.zone))
    assert view._feature_of(carrier.id) in {view._feature_of(carrier.zone), carrier.id}
    assert view._feature_of("policy-build-on-land-award") is None


def test_closing_the_card_lets_the_map_go(qtbot, view, hub, ask):
    hub.choose(ZONE)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == ZONE, timeout=5_000)
    hub.close_card()
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") is None, timeout=5_000)


def test_language_and_theme_reach_the_page(qtbot, view, hub, ask):
    hub.language_changed.connect(lambda _: view.retranslate())
    hub.set_language("en")
    qtbot.waitUntil(lambda: ask(view.web, "document.documentElement.lang") == "en", timeout=5_000)
    shown = ask(view.web, "document.body.innerText + [...document.querySelectorAll('.bar')].map(e => e.textContent)")
    assert "Surveyed" in shown
    assert not any(
        "\u4e00" <= letter <= "\u9fff" for letter in ask(view.web, "document.querySelector('.bar').textContent")
    )
    assert view.panel.title.text() == "What would you like to know?"
    assert all(row.text().isascii() for row in view.panel.rows.values())
    hub.set_theme("dark")
    qtbot.waitUntil(lambda: ask(view.web, "park.state().theme") == "dark", timeout=5_000)


def test_the_switches_are_the_layers(qtbot, view, ask):
    assert set(ask(view.web, "park.state().layers")) == set(view.panel.shown())
    drawn = ask(view.web, "park.counts().drawn")
    QTest.keyClick(view.panel.rows["schools"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ask(view.web, "park.counts().drawn") > drawn, timeout=5_000)
    closed = view.panel.rows["enterprises"]
    assert not closed.isEnabled()
    assert closed.detail == "素材无门牌，暂不上图"


def test_zoom_and_the_way_home(qtbot, view, ask):
    before = ask(view.web, "map_park.getZoom()")
    view.compass.zoom_in.click()
    qtbot.waitUntil(lambda: ask(view.web, "map_park.getZoom()") > before, timeout=5_000)
    view.home.button.click()
    qtbot.waitUntil(lambda: abs(ask(view.web, "map_park.getZoom()") - before) < 0.01, timeout=5_000)


def test_a_dead_renderer_comes_back_to_the_same_place_language_and_choice(qtbot, view, hub, ask):
    hub.set_language("en")
    view.retranslate()
    hub.choose(ZONE)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == ZONE, timeout=5_000)
    view._tell("setView", [36.7, 101.76, 13.5])
    qtbot.waitUntil(lambda: view._last_view.startswith("[36.7"), timeout=5_000)
    with qtbot.waitSignal(view.web.revived, timeout=10_000):
        os.kill(view.web.page().renderProcessPid(), signal.SIGKILL)
    assert view.skeleton.isVisible()
    with qtbot.waitSignal(view.ready, timeout=5_000):  # promised within five seconds
        pass
    state = ask(view.web, "[park.state().lang, park.state().selected, map_park.getZoom()]")
    assert state == ["en", ZONE, 13.5]
    assert abs(ask(view.web, "map_park.getCenter().lat") - 36.7) < 0.001


def test_after_too_many_deaths_a_still_picture_and_a_list_take_over(qtbot, view, hub):
    view.web.gave_up.emit()
    assert view.still is not None
    assert view.still.isVisible()
    assert view.still.picture.drawing() is not None
    assert view.still.list.count() > 10
    with qtbot.waitSignal(hub.record_chosen):
        view.still.list.itemActivated.emit(view.still.list.item(0))
    with qtbot.waitSignal(view.ready, timeout=20_000):
        view.still.again.emit()
    assert view.still is None
    assert view.panel.isVisible()


def test_nothing_was_asked_for_but_our_own_pages(view):
    assert view.web.gate.stopped == []


def test_the_page_says_nothing_on_its_console(qtbot, hub):
    place, said = MapView(hub), []
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.web is not None, timeout=10_000)
    place.web.console.connect(said.append)
    qtbot.waitUntil(lambda: place.is_ready, timeout=30_000)
    qtbot.wait(300)
    place.close_page()
    place.deleteLater()
    assert said == []
