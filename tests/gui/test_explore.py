"""Exploring the map with the real web engine: fifty taps, measuring, links, the keyboard alone, five deaths."""

import json
import os
import random
import signal

import pytest
from geographiclib.geodesic import Geodesic
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from brochure.gui.map_view import MAP_PAGE, MapView
from brochure.model.link import fragment_of, link_of, record_of

SCALES = (
    (36.684, 101.746, 14.25), (36.72, 101.745, 14.25), (36.69, 101.746, 15.25), (36.66, 101.77, 12.0),
    (36.7, 101.8, 10.5),
)  # fmt: skip
EVERYTHING = ["zones", "base", "chain", "access", "heights", "schools", "enterprises"]


@pytest.fixture
def view(qtbot, hub):
    place = MapView(hub)
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.is_ready, timeout=30_000)
    said: list[str] = []
    place.web.console.connect(said.append)
    yield place
    assert said == []  # a word in the page's console fails every test here
    place.close_page()
    place.deleteLater()


def press(view: MapView, x: float, y: float) -> None:
    target = view.web.focusProxy() or view.web.findChild(QWidget)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y)))


SPOTS = """(() => {
  const { painter, map, sheet } = Park.world, size = map.getSize(), found = [];
  painter.begin();
  const origin = map.containerPointToLayerPoint([0, 0]);
  const free = ([x, y]) => x > 350 && x < size.x - 80 && y > 70 && y < size.y - 110;
  for (const f of painter.sorted) {
    if (!f.record || !painter.shown(f) || (f.shape === 'point' && !painter.marked(f))) continue;
    const spots = [];
    if (f.shape === 'point') spots.push(painter.middle(f));
    else if (f.shape === 'polygon') {
      const [l, t, r, b] = [0, 1, 2, 3].map((i) => f.box[i] * painter.k - (i % 2 ? painter.oy : painter.ox));
      const share = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => n / 12);
      for (const i of share) for (const j of share) spots.push([l + (r - l) * i, t + (b - t) * j]);
    } else {
      const run = f.flat[0], { k, ox, oy } = painter;
      for (let i = 0; i + 1 < run.length; i += 2) spots.push([run[i] * k - ox, run[i + 1] * k - oy]);
    }
    const own = spots.find((p) => free([p[0] - origin.x, p[1] - origin.y]) && clear(f, p));
    if (own) found.push([f.id, own[0] - origin.x, own[1] - origin.y]);
  }
  /* A spot that a person would say belongs to this thing: in it, and no mark or smaller thing within a finger. */
  function clear(f, p) {
    for (const other of painter.sorted) {
      if (other === f || !other.record || !painter.shown(other)) continue;
      if (other.shape === 'point') {
        if (!painter.marked(other)) continue;
        const [x, y] = painter.middle(other), far = Math.hypot(x - p[0], y - p[1]);
        if (f.shape !== 'point' ? far <= 24 : far < 30) return false;
        continue;
      }
      const under = other.shape === 'polygon' && other.flat.some((run) => Ink.contains(run, p, painter));
      if (f.shape === 'polygon' && under && (f.holds || Ink.area(other) < Ink.area(f))) return false;
      if (f.shape === 'line' && (under || Ink.nearest(other.flat[0], p, painter).far < 24)) return false;
    }
    const about = [[2, 2], [-2, 2], [2, -2], [-2, -2]].map(([x, y]) => [p[0] + x, p[1] + y]);
    return f.shape !== 'polygon' || about.every((q) => f.flat.some((run) => Ink.contains(run, q, painter)));
  }
  return found;
})()"""


def test_fifty_taps_on_fifty_things_open_the_fifty_right_cards(qtbot, view, hub, library, ask):
    view._tell("setLayers", EVERYTHING)
    chance = random.Random(20261126)
    cards: list[str] = []
    hub.record_chosen.connect(cards.append)
    features = {feature.id: feature for feature in library.features}
    tapped: dict[str, str] = {}
    for lat, lon, zoom in SCALES:
        view._tell("setView", [lat, lon, zoom])
        qtbot.waitUntil(lambda zoom=zoom: ask(view.web, "map_park.getZoom()") == zoom, timeout=30_000)
        spots = [spot for spot in ask(view.web, SPOTS) if spot[0] not in tapped]
        chance.shuffle(spots)
        for feature_id, x, y in spots:
            wanted = features[feature_id].record or feature_id
            cards.clear()
            press(view, x, y)
            qtbot.waitUntil(lambda: bool(cards), timeout=30_000)
            assert cards == [wanted], (feature_id, x, y, zoom)
            tapped[feature_id] = wanted
            ask(view.web, "map_park.getZoom()")
    assert len(tapped) >= 50


@pytest.mark.parametrize(
    ("first", "second"),
    [("poi-gate", "poi-airport"), ("poi-gate", "poi-xining-station"), ("poi-museum", "stage-youth-park")],
)
def test_two_taps_measure_the_straight_line_on_the_ellipsoid(qtbot, view, hub, library, ask, first, second):
    view.compass.measure.click()
    qtbot.waitUntil(lambda: ask(view.web, "park.state().measuring") is True, timeout=30_000)
    cards: list[str] = []
    hub.record_chosen.connect(cards.append)
    for layer in ("zones", "base", "access"):
        assert view.panel.rows[layer].isChecked()
    view._tell("setView", [36.64, 101.86, 11.5] if first == "poi-gate" else [36.68, 101.75, 13.75])
    heard: list[str] = []
    view.bridge.measure_made.connect(heard.append)
    for feature_id in (first, second):
        x, y = ask(view.web, f"park.pointOf('{feature_id}')")
        press(view, x, y)
    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
    told = json.loads(heard[0])
    ends = ask(view.web, "park.state().ends")
    true = Geodesic.WGS84.Inverse(*ends[0], *ends[1])["s12"]
    assert told["metres"] == pytest.approx(true, rel=5e-6)  # asked for: 0.05 %
    shown = ask(view.web, "document.querySelector('.measure').innerText")
    assert "直线距离" in shown
    assert f"{true / 1000:.1f}" in shown
    assert cards == []  # measuring opens no card
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.step_back()
    qtbot.waitUntil(lambda: ask(view.web, "park.state().measuring") is False, timeout=30_000)


def test_a_thousand_measures_agree_with_a_library_of_geodesy(view, ask):
    chance = random.Random(7)
    pairs = [
        [chance.uniform(*span) for span in ((36.1, 37.3), (101.0, 102.6), (36.1, 37.3), (101.0, 102.6))]
        for _ in range(1000)
    ]
    ours = ask(view.web, f"{json.dumps(pairs)}.map(([a, b, c, d]) => park.geodesic([a, b], [c, d]))")
    for (a, b, c, d), metres in zip(pairs, ours, strict=True):
        assert metres == pytest.approx(Geodesic.WGS84.Inverse(a, b, c, d)["s12"], rel=1e-7, abs=1e-3)
    assert ask(view.web, "park.geodesic([36.7, 101.7], [36.7, 101.7])") == 0


def test_a_link_shows_its_thing_wherever_it_is_followed(qtbot, view, hub, library, ask):
    zone = library.find("zone-tcm")
    assert fragment_of(zone) == "zone/zone-tcm"
    assert record_of(link_of(zone)) == "zone-tcm"
    with qtbot.waitSignal(hub.record_chosen, timeout=30_000) as heard:
        view.web.run(f"location.hash = '{fragment_of(zone)}'")
    assert heard.args == ["zone-tcm"]
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == "zone-tcm", timeout=30_000)
    stage = library.find("stage-youth-park")
    view.is_ready = False
    with qtbot.waitSignals([view.ready, hub.record_chosen], timeout=30_000):
        view.web.open(f"{MAP_PAGE}?again#{fragment_of(stage)}")
    assert hub.chosen == stage.id


def test_what_is_chosen_before_the_map_is_seen_is_shown_when_it_is(qtbot, hub, ask):
    place = MapView(hub)
    said: list[str] = []
    place.resize(1368, 780)
    place.warm()  # the page draws itself behind the overview, in a view that has no size yet
    place.web.console.connect(said.append)
    place.web.resize(120, 60)
    place.show()
    place.web.resize(120, 60)
    qtbot.waitUntil(lambda: place.is_ready, timeout=30_000)
    hub.choose("zone-north")
    qtbot.waitUntil(lambda: ask(place.web, "park.state().selected") == "zone-north", timeout=30_000)
    place.web.resize(1368, 780)
    seen = (
        "(() => { const p = park.pointOf('zone-north'); return p[0] > 328 && p[0] < 1368 && p[1] > 0 && p[1] < 780 })()"
    )
    qtbot.waitUntil(lambda: ask(place.web, seen), timeout=30_000)
    assert said == []
    place.close_page()
    place.deleteLater()


@pytest.mark.parametrize("link", ["", "park://app/map.html", "park://app/map.html#zone/", "https://x#zone/zone-core/y",
                                  "#zone/../x", "park://app/map.html#zone/<img>", "#zone/nowhere", "\0"])  # fmt: skip
def test_what_is_no_link_leads_nowhere(hub, link):
    assert not hub.follow(link)
    assert hub.chosen is None


def test_every_kind_of_record_has_a_link_that_leads_back(library):
    from brochure.words.kinds import KINDS

    for kind in KINDS:
        for record in library.records(kind):
            assert record_of(link_of(record)) == record.id


def test_the_keyboard_alone_finds_measures_and_comes_home(qtbot, view, hub, ask):
    """Only keys: to the list of things, along it, a card, the layers, measuring, back to the park."""
    page = view.web.focusProxy() or view.web
    qtbot.waitUntil(lambda: ask(view.web, "park.counts().things") > 0, timeout=30_000)
    view.web.setFocus()
    qtbot.wait(100)
    seen: set[str] = set()
    for _ in range(12):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        qtbot.wait(30)
        focused = ask(view.web, "park.state().focused")
        if focused:
            seen.add(focused)
    assert len(seen) >= 8
    with qtbot.waitSignal(hub.record_chosen, timeout=30_000):
        QTest.keyClick(page, Qt.Key.Key_Return)
    view.compass.measure.setFocus()
    QTest.keyClick(view.compass.measure, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().measuring") is True, timeout=30_000)
    view.web.setFocus()
    for feature_id in ("poi-gate", "zone-sme"):
        view.web.run(f"document.querySelector('.things button[data-id=\"{feature_id}\"]').focus()")
        qtbot.waitUntil(lambda name=feature_id: ask(view.web, "park.state().focused") == name, timeout=30_000)
        QTest.keyClick(page, Qt.Key.Key_Return)
        qtbot.wait(50)
    qtbot.waitUntil(lambda: ask(view.web, "park.state().metres") > 100, timeout=30_000)
    assert "示意" in ask(view.web, "document.querySelector('.measure').innerText")  # one end is only sketched
    row = view.panel.rows["schools"]
    row.setFocus()
    drawn = ask(view.web, "park.counts().drawn")
    QTest.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ask(view.web, "park.counts().drawn") > drawn, timeout=30_000)
    before = ask(view.web, "map_park.getCenter().lat")
    view._tell("setView", [36.9, 101.7, 11])
    QTest.keyClick(view.home.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: abs(ask(view.web, "map_park.getCenter().lat") - before) < 0.05, timeout=30_000)
    for button in (
        view.compass.zoom_in,
        view.compass.zoom_out,
        view.compass.measure,
        view.compass.notes,
        view.home.button,
    ):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName()
        assert min(button.width(), button.height()) >= 44


def test_five_deaths_and_the_map_is_back_at_the_same_place_each_time(qtbot, view, hub, ask):
    now = [0.0]
    view.web._clock = lambda: now[0]  # deaths that lie hours apart; three in a minute would bring the still picture
    hub.choose("zone-sme")
    for death in range(5):
        now[0] += 3600
        place = [36.68 + death / 100, 101.75, 13 + death / 4]
        view._tell("setView", place)
        qtbot.waitUntil(lambda wanted=place: json.loads(view._last_view or "[0]")[0] == wanted[0], timeout=30_000)
        with qtbot.waitSignal(view.ready, timeout=30_000):  # to come back and to be ready, both
            os.kill(view.web.page().renderProcessPid(), signal.SIGKILL)
        back = ask(view.web, "[map_park.getCenter().lat, map_park.getCenter().lng, map_park.getZoom()]")
        assert back == pytest.approx(place, abs=2e-4)
        assert ask(view.web, "park.state().selected") == "zone-sme"
    assert view.still is None


def test_the_review_number_is_only_ever_the_one_the_park_typed(qtbot, view, hub, ask):
    credit = "document.querySelector('.credit').innerText"
    assert "审图号：待核实" in ask(view.web, credit)
    view.compass.notes.click()
    assert view.notes is not None
    assert view.notes.isVisible()
    view.notes.fields["review_number"].setText("青S（2026）001号 <b>{{7*7}}</b>")
    view.notes.save_button.click()
    qtbot.waitUntil(lambda: "青S（2026）001号 <b>{{7*7}}</b>" in ask(view.web, credit), timeout=30_000)
    from brochure.desk.change import load_settings

    assert load_settings(hub.places)["review_number"] == "青S（2026）001号 <b>{{7*7}}</b>"
    view.notes.close_button.click()
    assert not view.notes.isVisible()


def test_the_questions_give_way_to_the_map_in_a_narrow_window(qtbot, view):
    view.resize(1008, 900)
    view.leave_room(408)
    assert view.panel.is_folded
    view.leave_room(0)
    assert not view.panel.is_folded
    assert view.width() - view.over.room()["left"] >= 480
