"""Base maps of one's own in the window, with the real web engine: drawn where they lie, in order, thanked, let go."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSlider

from brochure.desk import grounds as desk
from brochure.gui.ground_row import GroundRow
from brochure.gui.map_view import MapView
from brochure.maps.grounds.checks import tile_bounds, tile_range
from tests.gui.seen import CHINESE, nameless, visible_words
from tests.maps.test_packs import numbered
from tests.packs import PARK, tile, write_mbtiles, write_picture, write_pmtiles

HILL = (36.672, 101.7215)
OPEN = (HILL, (36.700, 101.7215), (36.672, 101.7635), (36.700, 101.778))
"""Where nothing of ours is drawn once a base map lies below, at the level the tests look at."""


@pytest.fixture
def view(qtbot, hub):
    place = MapView(hub)
    place.said = []
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.web is not None, timeout=30_000)
    place.web.console.connect(place.said.append)
    qtbot.waitUntil(lambda: place.is_ready and not place.grounds._busy, timeout=30_000)
    yield place
    assert place.said == []  # no tile that is missing, no page that complains
    place.close_page()
    place.deleteLater()


def add(qtbot, view: MapView, path: Path, **words: str) -> int:
    """Put a file on the map as a person does: take it, fill in the form, press the button."""
    panel, before = view.grounds, len(view.grounds.listed)
    if not panel.isVisible():
        view.panel.grounds.click()
    panel.take([path])
    qtbot.waitUntil(lambda: panel.form is not None, timeout=30_000)
    for line, word in zip(panel.form.edges, words.pop("edges", "").split(), strict=False):
        line.setText(word)
    panel.form.datum.setCurrentIndex(panel.form.datum.findData(words.pop("datum", "wgs84")))
    for key, word in words.items():
        panel.form.lines[key].setText(word)
    panel.form.use.click()
    qtbot.waitUntil(lambda: len(panel.listed) == before + 1 and not panel._busy, timeout=30_000)
    return panel.listed[0].ground.id


def rest(qtbot, view: MapView, ask, numbers: list[int]) -> None:
    """Wait until the page draws these base maps and every tile of them has come."""
    qtbot.waitUntil(lambda: ask(view.web, "park.state().grounds") == numbers, timeout=30_000)
    loaded = (
        "(() => { const all = [...document.querySelectorAll('#map_park img')];"
        " return all.length > 0 && all.every((i) => i.complete && i.naturalWidth > 0 && i.style.opacity !== '0'); })()"
    )
    if numbers:
        qtbot.waitUntil(lambda: ask(view.web, loaded), timeout=30_000)


def look(qtbot, view: MapView, ask, lat: float, lon: float, dx: int = 0) -> QColor | None:
    """Return the colour seen at a position of the map; nothing when the page was tidying up and did not answer."""
    spot = ask(
        view.web, f"(() => {{ const p = map_park.latLngToContainerPoint([{lat}, {lon}]); return [p.x, p.y]; }})()"
    )
    if spot is None:
        return None
    picture: QImage = view.web.grab().toImage()
    ratio = picture.width() / view.web.width()
    return picture.pixelColor(round((spot[0] + dx) * ratio), round(spot[1] * ratio))


def until_seen(qtbot, view: MapView, ask, colour: str, spot: tuple[float, float] = HILL, dx: int = 0) -> None:
    """Wait until a colour is seen at a place, but for what the eye would not tell apart."""
    wanted = QColor(colour)

    def is_seen() -> bool:
        seen = look(qtbot, view, ask, *spot, dx)
        return seen is not None and max(abs(a - b) for a, b in zip(seen.getRgb(), wanted.getRgb(), strict=True)) <= 3

    qtbot.waitUntil(is_seen, timeout=30_000)


def thanks(view: MapView, ask) -> str:
    """Return the lines that say whom to thank; an answer that did not come changes nothing."""
    return ask(view.web, "document.querySelector('.credit').textContent") or "底图 Base map"


def go(view: MapView, lat: float = 36.683, lon: float = 101.74, zoom: float = 14) -> None:
    view._tell("setView", [lat, lon, zoom])


def tile_at(lat: float, lon: float) -> tuple[int, int, int]:
    """Return the tile of level 14 a position lies in."""
    left, _, top, _ = tile_range((lon, lat, lon, lat), 14)
    return 14, left, top


def test_the_row_leads_to_the_panel_and_back(qtbot, view, hub):
    row = view.panel.grounds
    assert row.height() == 54
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert view.grounds.isVisible()
    assert not view.panel.isVisible()
    assert view.grounds.close_button.hasFocus()
    assert view.step_back()
    assert view.panel.isVisible()
    assert not view.grounds.isVisible()


def test_each_tile_is_seen_where_it_lies(qtbot, view, ask, tmp_path):
    number = add(qtbot, view, write_mbtiles(tmp_path / "a.mbtiles", numbered))
    go(view)
    rest(qtbot, view, ask, [number])
    for lat, lon in OPEN:
        z, x, y = tile_at(lat, lon)
        until_seen(qtbot, view, ask, f"#{z:02x}{x % 256:02x}{y % 256:02x}", (lat, lon))
    assert "底图：© Test maker" in thanks(view, ask)
    go(view, 36.30, 102.3, 12)
    qtbot.waitUntil(lambda: "底图" not in thanks(view, ask), timeout=30_000)


def test_the_one_on_top_is_seen_and_the_order_and_the_way_out_work(qtbot, view, hub, ask, tmp_path):
    red = add(qtbot, view, write_mbtiles(tmp_path / "red.mbtiles", tile("#C03030"), {"name": "Red"}))
    blue = add(qtbot, view, write_pmtiles(tmp_path / "blue.pmtiles", tile("#3030C0"), told={"name": "Blue"}))
    go(view)
    rest(qtbot, view, ask, [blue, red])
    until_seen(qtbot, view, ask, "#3030C0")
    view.grounds.rows[0].buttons["down"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.grounds.rows[0].buttons["down"], Qt.Key.Key_Space)
    rest(qtbot, view, ask, [red, blue])
    until_seen(qtbot, view, ask, "#C03030")
    assert view.grounds.rows[1].focused() == "up"  # it cannot go further down; the keyboard stays with it
    view.grounds.rows[0].eye.click()
    rest(qtbot, view, ask, [blue])
    until_seen(qtbot, view, ask, "#3030C0")
    with qtbot.waitSignal(hub.toast, timeout=30_000) as said:
        view.grounds.rows[1].buttons["remove"].click()
    rest(qtbot, view, ask, [])
    assert said.args[0] == "已移除底图“Blue”"
    qtbot.waitUntil(lambda: "底图" not in thanks(view, ask), timeout=30_000)
    said.args[1]()
    rest(qtbot, view, ask, [blue])
    assert [each.ground.id for each in view.grounds.listed] == [red, blue]


def test_what_is_faded_shows_the_one_below(qtbot, view, ask, tmp_path):
    below = add(qtbot, view, write_mbtiles(tmp_path / "a", tile("#000000")))
    above = add(qtbot, view, write_pmtiles(tmp_path / "b", tile("#F0F0F0")))
    go(view)
    rest(qtbot, view, ask, [above, below])
    slider = view.grounds.rows[0].slider
    slider.setFocus()
    slider.setValue(50)
    until_seen(qtbot, view, ask, "#787878")
    qtbot.waitUntil(lambda: desk.list_grounds(view.hub.places)[0].ground.opacity == 0.5, timeout=30_000)
    QTest.keyClick(view.grounds.rows[0].slider, Qt.Key.Key_Right)
    assert view.grounds.rows[0].slider.value() == 55
    qtbot.waitUntil(lambda: desk.list_grounds(view.hub.places)[0].ground.opacity == 0.55, timeout=30_000)


def test_tiles_in_gcj02_are_moved_to_fit(qtbot, view, ask, tmp_path):
    number = add(qtbot, view, write_mbtiles(tmp_path / "a", numbered), datum="gcj02")
    go(view)
    rest(qtbot, view, ask, [number])
    z, x, y = tile_at(HILL[0], HILL[1] + 0.02)
    edge = (HILL[0], tile_bounds(z, x, x, y, y)[0])
    until_seen(qtbot, view, ask, f"#{z:02x}{x % 256:02x}{y % 256:02x}", edge, dx=-19)  # 0.00196° are 22.8 pixels
    until_seen(qtbot, view, ask, f"#{z:02x}{(x - 1) % 256:02x}{y % 256:02x}", edge, dx=-27)


def test_a_picture_lies_between_its_edges_and_shows_its_number(qtbot, view, hub, ask, tmp_path):
    path = write_picture(tmp_path / "map.png", (200, 160))
    number = add(qtbot, view, path, edges="101.70 36.67 101.74 36.70", review_number="青S(2024)018号 <b>", maker="某院")
    path.unlink()
    go(view)
    rest(qtbot, view, ask, [number])
    until_seen(qtbot, view, ask, "#D02020", (36.6735, 101.7185))
    until_seen(qtbot, view, ask, "#2020D0", (36.6735, 101.7225))
    assert "底图：map，某院，审图号 青S(2024)018号 <b>" in thanks(view, ask)
    row = view.grounds.rows[0]
    assert row.findChildren(QSlider) == []
    assert any("原样使用" in words for words in visible_words(row))
    hub.set_language("en")
    view.retranslate()
    line = "Base map: map, 某院, Review no. 青S(2024)018号 <b>"
    qtbot.waitUntil(lambda: line in thanks(view, ask), timeout=30_000)


def test_an_edge_that_is_wrong_is_said_and_what_was_typed_stays(qtbot, view, hub, tmp_path):
    panel = view.grounds
    view.panel.grounds.click()
    panel.take([write_picture(tmp_path / "map.png")])
    qtbot.waitUntil(lambda: panel.form is not None, timeout=30_000)
    panel.form.lines["maker"].setText("某院")
    for line, word in zip(panel.form.edges, ("101.7", "36.6", "west", "36.8"), strict=True):
        line.setText(word)
    panel.form.use.click()
    assert any("东（经度）“west”不是数字" in words for words in visible_words(panel))
    assert [line.text() for line in panel.form.edges] == ["101.7", "36.6", "west", "36.8"]
    panel.form.edges[2].setText("101.6")
    panel.form.use.click()
    qtbot.waitUntil(lambda: any("颠倒或重合" in words for words in visible_words(panel)), timeout=30_000)
    assert panel.form.lines["maker"].text() == "某院"
    hub.set_language("en")
    panel.retranslate()
    assert any("swapped or equal" in words for words in visible_words(panel))
    assert panel.form.lines["maker"].text() == "某院"
    panel.form.cancel.click()
    assert panel.form is None
    assert desk.list_grounds(hub.places) == ()
    assert not list(hub.places.data.glob("grounds/*"))


def test_what_cannot_be_a_base_map_is_said_in_the_panel(qtbot, view, hub, tmp_path):
    bad = tmp_path / "roads.mbtiles"
    write_mbtiles(bad, told={"format": "pbf"})
    view.panel.grounds.click()
    for lang, part in (("zh", "只能用栅格包"), ("en", "only raster packs")):
        hub.set_language(lang)
        view.retranslate()
        view.grounds.take([bad])
        qtbot.waitUntil(lambda part=part: any(part in words for words in visible_words(view.grounds)), timeout=30_000)
    assert view.grounds.form is None
    assert view.grounds.add_button.isEnabled()
    assert not hub.places.data.exists()


def test_files_that_are_dropped_are_asked_about_one_after_the_other(qtbot, view, tmp_path):
    panel = view.grounds
    view.panel.grounds.click()
    mime = QMimeData()
    paths = [write_mbtiles(tmp_path / "a"), tmp_path / "no such file", write_pmtiles(tmp_path / "b")]
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel.dropEvent(QDropEvent(QPointF(60, 60), Qt.DropAction.CopyAction, mime, button, none))
    qtbot.waitUntil(lambda: panel.form is not None and panel.form.path == paths[0], timeout=30_000)
    panel.form.use.click()
    qtbot.waitUntil(lambda: panel.form is not None and panel.form.path == paths[2], timeout=30_000)
    panel.form.cancel.click()
    assert len(panel.listed) == 1


def test_a_restart_keeps_the_order_and_what_is_hidden(qtbot, view, hub, ask, tmp_path):
    first = add(qtbot, view, write_mbtiles(tmp_path / "a", tile("#C03030")))
    second = add(qtbot, view, write_pmtiles(tmp_path / "b", tile("#3030C0")))
    third = add(qtbot, view, write_picture(tmp_path / "c"), edges=" ".join(map(str, PARK)))
    view.grounds.rows[0].eye.click()
    qtbot.waitUntil(lambda: not view.grounds.listed[0].ground.visible, timeout=30_000)
    view.grounds.rows[2].buttons["up"].click()
    qtbot.waitUntil(lambda: view.grounds.listed[1].ground.id == first and not view.grounds._busy, timeout=30_000)
    again = MapView(hub)
    again.resize(1368, 780)
    again.show()
    qtbot.waitUntil(lambda: again.is_ready, timeout=30_000)
    rest(qtbot, again, ask, [first, second])
    assert [each.ground.id for each in again.grounds.listed] == [third, first, second]
    go(again)
    until_seen(qtbot, again, ask, "#C03030")
    assert again.panel.grounds.detail == "已添加 3 幅，显示 2 幅"
    again.close_page()
    again.deleteLater()


def test_a_pack_that_went_away_is_told_and_the_map_works(qtbot, view, hub, ask, tmp_path):
    path = write_mbtiles(tmp_path / "a", tile("#C03030"))
    number = add(qtbot, view, path)
    go(view)
    rest(qtbot, view, ask, [number])
    path.write_bytes(b"")  # cut while it is open and drawn
    go(view, 36.70, 101.75, 15)
    path.unlink()
    view.grounds.reload()
    rest(qtbot, view, ask, [])
    told = [words for words in visible_words(view.grounds) if "不在原处" in words]
    assert len(set(told)) == 1
    assert ask(view.web, "park.counts().features") > 50


def test_a_dead_page_comes_back_with_its_base_maps(qtbot, view, ask, tmp_path):
    number = add(qtbot, view, write_mbtiles(tmp_path / "a"))
    rest(qtbot, view, ask, [number])
    view._on_revived()
    view.web.renew()
    view.web.open("park://app/map.html")
    qtbot.waitUntil(lambda: view.is_ready, timeout=30_000)
    rest(qtbot, view, ask, [number])


def test_everything_has_a_name_room_for_a_finger_and_both_languages(qtbot, view, hub, tmp_path):
    add(qtbot, view, write_mbtiles(tmp_path / "a", told={"name": "Air photos"}))
    hub.set_language("en")
    view.retranslate()
    assert nameless(view.grounds) == []
    view.grounds.take([write_picture(tmp_path / "b")])
    qtbot.waitUntil(lambda: view.grounds.form is not None, timeout=30_000)
    for panel_state in ("form", "list"):
        if panel_state == "list":
            view.grounds.form.cancel.click()
        assert [words for words in visible_words(view.grounds) if CHINESE.search(words)] == []
        kinds = (QAbstractButton, QSlider, QLineEdit)
        small = [
            (type(each).__name__, each.accessibleName(), each.width(), each.height())
            for each in view.grounds.findChildren(QAbstractButton) + view.grounds.findChildren(QSlider)
            if isinstance(each, kinds) and each.isVisible() and min(each.width(), each.height()) < 44
        ]
        assert small == []
    row = view.grounds.findChildren(GroundRow)[0]
    assert row.buttons["remove"].accessibleName() == "Remove “Air photos”"
    assert row.slider.accessibleName() == "Opacity of “Air photos”"


def test_the_panel_leaves_credit_and_bar_free_in_a_low_window(qtbot, view, tmp_path):
    for name in "abcd":
        add(qtbot, view, write_mbtiles(tmp_path / name))
    view.resize(1208, 600)
    bottom = view.grounds.geometry().bottom() - view.grounds.SHADOW
    assert bottom <= view.height() - 110
