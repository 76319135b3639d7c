"""The map with the real web engine: taps reach the window, choices move the map, a dead renderer comes back."""

import os
import signal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from brochure.desk import intake
from brochure.desk.opening import open_library
from brochure.gui import theme
from brochure.gui.map_view import MapView
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from tests.content.red_lines import box, feature, write

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
    with qtbot.waitSignal(hub.record_chosen, timeout=30_000) as heard:
        tap(view, ask, ZONE)
    assert heard.args == [ZONE]
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == ZONE, timeout=30_000)
    qtbot.wait(600)
    assert ask(view.web, "[map_park.getCenter().lat, map_park.getZoom()]") == before


def test_what_the_card_would_cover_is_brought_into_sight(qtbot, view, hub, ask):
    x, _ = ask(view.web, f"park.pointOf('{ZONE}')")
    hub.record_chosen.connect(lambda _: view.leave_room(view.width() - round(x) + 40))
    tap(view, ask, ZONE)
    free = lambda: ask(view.web, f"park.pointOf('{ZONE}')[0]") < round(x) - 40  # noqa: E731
    qtbot.waitUntil(free, timeout=30_000)


def test_a_choice_elsewhere_flies_the_map_there(qtbot, view, hub, ask):
    before = ask(view.web, "map_park.getCenter().lat")
    hub.choose("stage-qhu-science-park")
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == "stage-qhu-science-park", timeout=30_000)
    qtbot.waitUntil(lambda: ask(view.web, "map_park.getCenter().lat") > before + 0.005, timeout=30_000)


def test_a_record_without_a_shape_shows_its_zone(view, library):
    carrier = next(each for each in library.records("carriers") if each.zone and view._feature_of(each.zone))
    assert view._feature_of(carrier.id) in {view._feature_of(carrier.zone), carrier.id}
    assert view._feature_of("policy-build-on-land-award") is None


def test_closing_the_card_lets_the_map_go(qtbot, view, hub, ask):
    hub.choose(ZONE)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == ZONE, timeout=30_000)
    hub.close_card()
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") is None, timeout=30_000)


def test_language_and_theme_reach_the_page(qtbot, view, hub, ask):
    hub.language_changed.connect(lambda _: view.retranslate())
    hub.set_language("en")
    qtbot.waitUntil(lambda: ask(view.web, "document.documentElement.lang") == "en", timeout=30_000)
    shown = ask(view.web, "document.body.innerText + [...document.querySelectorAll('.bar')].map(e => e.textContent)")
    assert "Surveyed" in shown
    assert not any(
        "\u4e00" <= letter <= "\u9fff" for letter in ask(view.web, "document.querySelector('.bar').textContent")
    )
    assert view.panel.title.text() == "What would you like to know?"
    assert all(row.text().isascii() for row in view.panel.rows.values())
    hub.set_theme("dark")
    qtbot.waitUntil(lambda: ask(view.web, "park.state().theme") == "dark", timeout=30_000)


def test_the_switches_are_the_layers(qtbot, view, ask):
    assert set(ask(view.web, "park.state().layers")) == set(view.panel.shown())
    drawn = ask(view.web, "park.counts().drawn")
    QTest.keyClick(view.panel.rows["schools"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ask(view.web, "park.counts().drawn") > drawn, timeout=30_000)
    closed = view.panel.rows["enterprises"]
    assert not closed.isEnabled()
    assert closed.detail == "素材无门牌，暂不上图"


def test_zoom_and_the_way_home(qtbot, view, ask):
    before = ask(view.web, "map_park.getZoom()")
    view.compass.zoom_in.click()
    qtbot.waitUntil(lambda: ask(view.web, "map_park.getZoom()") > before, timeout=30_000)
    view.home.button.click()
    qtbot.waitUntil(lambda: abs(ask(view.web, "map_park.getZoom()") - before) < 0.01, timeout=30_000)


def test_a_dead_renderer_comes_back_to_the_same_place_language_and_choice(qtbot, view, hub, ask):
    hub.set_language("en")
    view.retranslate()
    hub.choose(ZONE)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == ZONE, timeout=30_000)
    view._tell("setView", [36.7, 101.76, 13.5])
    qtbot.waitUntil(lambda: view._last_view.startswith("[36.7"), timeout=30_000)
    with qtbot.waitSignal(view.web.revived, timeout=30_000):
        os.kill(view.web.page().renderProcessPid(), signal.SIGKILL)
    assert view.skeleton.isVisible()
    with qtbot.waitSignal(view.ready, timeout=30_000):  # promised within five seconds
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
    qtbot.waitUntil(lambda: place.web is not None, timeout=30_000)
    place.web.console.connect(said.append)
    qtbot.waitUntil(lambda: place.is_ready, timeout=30_000)
    qtbot.wait(300)
    place.close_page()
    place.deleteLater()
    assert said == []


def where_it_lies(view: MapView, ask) -> list[float]:
    return ask(view.web, "[map_park.getCenter().lat, map_park.getCenter().lng, map_park.getZoom()]")


def test_what_folds_or_grows_never_takes_the_map_from_where_it_was_put(qtbot, view, hub, ask):
    home = where_it_lies(view, ask)
    view.compass.zoom_in.click()
    qtbot.waitUntil(lambda: where_it_lies(view, ask)[2] > home[2], timeout=30_000)
    qtbot.wait(400)
    put = where_it_lies(view, ask)
    view.panel.fold(True)
    hub.choose("policy-build-on-land-award")  # a card of something that has no place
    view.leave_room(392)
    hub.close_card()
    view.leave_room(0)
    view.resize(1240, 700)
    qtbot.wait(400)
    assert where_it_lies(view, ask)[2] == put[2]
    view.home.button.click()
    qtbot.waitUntil(lambda: abs(where_it_lies(view, ask)[2] - home[2]) < 0.3, timeout=30_000)
    qtbot.wait(700)
    before = where_it_lies(view, ask)[1]
    view.panel.fold(False)  # at home the park stays in the middle of what is free
    qtbot.waitUntil(lambda: where_it_lies(view, ask)[1] != before, timeout=30_000)


def test_what_was_shown_from_elsewhere_lets_the_map_go_home(qtbot, view, hub, ask):
    home = where_it_lies(view, ask)
    hub.choose("stage-qhu-science-park")
    view.leave_room(392)
    qtbot.waitUntil(lambda: where_it_lies(view, ask)[0] > home[0] + 0.005, timeout=30_000)
    hub.close_card()
    view.leave_room(0)
    qtbot.waitUntil(lambda: where_it_lies(view, ask) == pytest.approx(home, abs=1e-5), timeout=30_000)


def test_a_card_that_leaves_no_room_puts_the_base_maps_away(view):
    view.over.show_grounds(on=True)
    view.resize(1008, 680)
    assert view.grounds.isVisible()
    view.leave_room(392)
    assert not view.grounds.isVisible()
    view.over.show_grounds(on=True)
    assert view.over.room()["left"] > view.grounds.WIDTH
    assert view.grounds.isVisible(), "asked for, it comes all the same"


def test_in_a_narrow_window_the_measure_is_told_below_the_folded_questions(qtbot, view, ask):
    view.resize(1008, 680)
    view.leave_room(392)
    assert view.panel.is_folded
    view.compass.measure.setChecked(True)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().measuring") is True, timeout=30_000)
    low = view.panel.geometry().marginsRemoved(view.panel.contentsMargins()).bottom()
    top = "document.querySelector('.measure').getBoundingClientRect().top"
    qtbot.waitUntil(lambda: ask(view.web, top) > low, timeout=30_000)


OVERLAPS = """(() => {
    const over = [...document.querySelectorAll('.pill')].map((pill) => pill.getBoundingClientRect());
    const size = map_park.getSize(), origin = map_park.containerPointToLayerPoint([0, 0]);
    const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    const boxes = over.map((r) => [r.left, r.top, r.right, r.bottom]);
    const { painter, state } = Park.world;
    const shift = ([a, b, c, d]) => [a - origin.x, b - origin.y, c - origin.x, d - origin.y];
    const names = painter.written.map(shift), others = [...document.querySelectorAll('.measure:not([hidden]), .bar')];
    const floats = [...state.inset.covers, ...others.map((node) => {
        const r = node.getBoundingClientRect();
        return [r.left, r.top, r.right, r.bottom];
    })];
    return {
        pills: boxes.length,
        names: names.filter((name) => boxes.some((box) => meet(name, box))).length,
        floats: boxes.filter((box) => floats.some((each) => meet(box, each))).length,
    };
})()"""


@pytest.mark.parametrize("open_", ["nothing", "notes", "grounds"])
@pytest.mark.parametrize(("at", "folded"), [([36.67903, 101.73241, 14.25], False), ([36.53, 102.04, 12.6], True)])
def test_the_numbered_places_out_of_view_lie_over_no_name_and_under_nothing(qtbot, view, ask, at, folded, open_):
    view.panel.fold(folded)
    view.compass.notes.setChecked(open_ == "notes")
    if open_ == "grounds":
        view.over.show_grounds(on=True)
    panel = {"notes": view.notes, "grounds": view.grounds}.get(open_)
    view.compass.measure.setChecked(True)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().measuring") is True, timeout=30_000)
    view._tell("setView", at)
    qtbot.waitUntil(lambda: ask(view.web, "park.counts().pills") > 0, timeout=30_000)
    found = ask(view.web, OVERLAPS)
    assert found["pills"] >= 1
    assert found["names"] == 0
    assert found["floats"] == 0
    if panel is not None:
        box = list(panel.geometry().marginsRemoved(panel.contentsMargins()).getCoords())
        assert box in ask(view.web, "Park.world.state.inset.covers")


def test_a_place_out_of_view_can_be_an_end_of_a_measure(qtbot, view, hub, ask):
    view.compass.measure.setChecked(True)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().measuring") is True, timeout=30_000)
    qtbot.waitUntil(lambda: ask(view.web, "park.counts().pills") > 0, timeout=30_000)  # they come after the picture
    ask(view.web, "document.querySelector('.pill').click() ?? null")
    assert len(ask(view.web, "park.state().ends")) == 1
    assert hub.chosen is None


def test_the_golden_line_makes_way_for_the_names(qtbot, view, ask):
    """Between two words of a name on the line no gold is seen."""
    view._tell("setView", [36.6835, 101.7484, 14.75])
    qtbot.waitUntil(lambda: ask(view.web, "map_park.getZoom()") == 14.75, timeout=30_000)
    gold = """(() => {
        const { painter, ink } = Park.world, ctx = ink._ctx, { min } = ink._bounds;
        const ratio = window.devicePixelRatio;
        const near = (a, b) => Math.abs(a - b) < 30;
        const [x, y] = painter.middle(Park.world.byId.get('stage-bio-incubator'));
        const is = (p, i) => near(p[i], 0xC7) && near(p[i + 1], 0x92) && near(p[i + 2], 0x2B);
        const boxes = painter.written.filter(([a, b, c, d]) => a < x && x < c && b > y && (b + d) / 2 - y < 70);
        const count = ([a, b, c, d]) => {
            const top = Math.ceil((b - min.y) * ratio), foot = Math.floor((d - min.y) * ratio); // whole rows only
            const image = ctx.getImageData((x - 12 - min.x) * ratio, top, 24 * ratio, foot - top).data;
            let found = 0;
            for (let i = 0; i < image.length; i += 4) found += is(image, i);
            return found;
        };
        return { boxes: boxes.length, gold: boxes.map(count), beside: count([0, y + 14, 0, y + 150]) };
    })()"""
    qtbot.waitUntil(lambda: ask(view.web, "Park.world.state.chain") == 1, timeout=30_000)
    found = ask(view.web, gold)
    assert found["boxes"] >= 1
    assert found["beside"] > 0, "the line is drawn"
    assert set(found["gold"]) == {0}


def test_while_the_map_stands_still_nothing_is_left_unpainted_and_its_note_is_told(qtbot, view, hub):
    view.web.gave_up.emit()
    view.leave_room(392)
    ground = view.grab().toImage().pixelColor(view.width() - 200, view.height() // 2)
    assert ground == theme.colour("ground")
    assert "示意图" in view.still.note.text()
    assert "审图号：待核实" in view.still.note.text()
    assert "OpenStreetMap" in view.still.note.text()
    hub.lang = "en"
    view.retranslate()
    assert "to be confirmed" in view.still.note.text()


def test_the_next_visitor_finds_nothing_begun_and_no_refusal(qtbot, view, hub, tmp_path):
    view.compass.notes.setChecked(True)
    view.notes.fields["review_number"].setText("typed and left")
    broken = tmp_path / "broken.mbtiles"
    broken.write_bytes(b"no database")
    view.over.show_grounds(on=True)

    def said(words: str) -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return any(words in each.text() for each in view.grounds.findChildren(TextBlock))

    view.grounds.take([broken])
    qtbot.waitUntil(lambda: said("“broken.mbtiles”不是"), timeout=30_000)
    view.new_visitor()
    assert view.notes.fields["review_number"].text() == ""
    assert not view.notes.isVisible()
    assert not view.grounds.isVisible()
    assert not said("broken.mbtiles")
    view.grounds.take([broken])
    view.new_visitor()  # while it is still read
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(50)
    assert not said("broken.mbtiles")


@pytest.fixture
def lined(qtbot, where, library, tmp_path, qapp):
    """The map once the park brought a red line with a hole in it."""
    hub = Hub(open_library(where), where)
    path = write(tmp_path, feature([box(12, 2, 12), list(reversed(box(16, 6, 4)))], name="zone-food"))
    intake.apply(hub.library, where, intake.compare(hub.library, where, [path]))
    place = MapView(Hub(open_library(where), where))
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.is_ready, timeout=30_000)
    yield place
    place.close_page()
    place.deleteLater()


def test_a_red_line_has_a_key_and_what_is_in_its_hole_is_not_the_zone(qtbot, lined, ask):
    bar = "[...document.querySelectorAll('.bar .key')].filter((key) => !key.hidden).map((key) => key.textContent)"
    assert ask(lined.web, bar) == ["实测", "按地址", "园区红线", "示意", "规划"]
    thing = "(() => {{ const f = Park.world.thingAt(map_park.latLngToLayerPoint([{}, {}])); return f && f.id; }})()"
    lined._tell("setView", [36.682, 101.753, 16])
    qtbot.waitUntil(lambda: ask(lined.web, "map_park.getZoom()") == 16, timeout=30_000)
    assert ask(lined.web, thing.format(36.678, 101.749)) == "zone-food"
    assert ask(lined.web, thing.format(36.6835, 101.7535)) != "zone-food"
    lined.compass.notes.setChecked(True)
    words = [block.text() for block in lined.notes.findChildren(TextBlock)]
    assert "园区导入的红线" in words
    assert words.count("位置由园区标注") == 0, "told above, with the ways in which places are known"
