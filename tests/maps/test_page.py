"""The map page in the real web engine: whole, silent, deaf to hostile names, and answering to hand and keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from brochure.gui import scheme
from tests.hostile import hostile_strings
from tests.maps.world import shipped_features

scheme.register()  # before any application exists

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from brochure.gui.web_page import ParkView  # noqa: E402
from brochure.model.geometry import Feature  # noqa: E402
from brochure.pages import START, Pages  # noqa: E402
from brochure.settings import places  # noqa: E402
from brochure.words import Text  # noqa: E402


class Bridge(QObject):
    drawn = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.taps: list[str] = []
        self.moves: list[str] = []
        self.count = 0

    @Slot(str)
    def featureTapped(self, feature_id: str) -> None:
        self.taps.append(feature_id)

    @Slot(int)
    def ready(self, count: int) -> None:
        self.count = count
        self.drawn.emit(count)

    @Slot(str)
    def viewMoved(self, view: str) -> None:
        self.moves.append(view)


class Map:
    """One open map page."""

    def __init__(self, qtbot: QtBot, features: tuple[Feature, ...], home: Path) -> None:
        class Library:
            def records(self, kind: str) -> tuple[()]:
                return ()

        library = Library()
        library.features = features  # type: ignore[attr-defined]
        pages = Pages(library, places(home))  # type: ignore[arg-type]
        self.qtbot, self.bridge, self.host = qtbot, Bridge(), QWidget()
        self.host.resize(1208, 680)
        self.view = ParkView(pages.find, self.bridge, self.host)
        self.view.resize(1208, 680)
        self.said: list[str] = []
        self.view.console.connect(self.said.append)
        self.host.show()
        with qtbot.waitSignal(self.bridge.drawn, timeout=20_000):
            self.view.open(START)
        self.wait_for("{ return park.counts().things > 0 }")  # the list for the keyboard comes after the picture

    def run(self, script: str) -> Any:
        heard: list[Any] = []
        self.view.run(f"JSON.stringify((() => {script})() ?? null)", heard.append)
        self.qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
        return json.loads(heard[0])

    def counts(self) -> dict[str, int]:
        return self.run("{ return park.counts() }")

    def tap(self, x: float, y: float) -> None:
        QTest.mouseClick(self.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    def wait_for(self, script: str) -> None:
        self.qtbot.waitUntil(lambda: bool(self.run(script)), timeout=30_000)

    def close(self) -> None:
        self.view.close_page()
        self.host.close()


@pytest.fixture
def park_map(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Map]:
    opened = Map(qtbot, shipped_features(), _home(tmp_path_factory))
    yield opened
    opened.close()


def _home(factory: pytest.TempPathFactory, made: list[Path] = []) -> Path:  # noqa: B006  (one shell for all tests)
    if not made:
        made.append(factory.mktemp("home"))
    return made[0]


def test_everything_is_drawn_and_nothing_is_said(park_map: Map) -> None:
    features = shipped_features()
    counts = park_map.counts()
    assert park_map.bridge.count == counts["features"] == len(features)
    assert counts["drawn"] > 50
    assert counts["labels"] > 15
    assert park_map.run("{ return [...document.querySelectorAll('#map_park canvas')].length }") == 1
    assert park_map.run("{ return Object.keys(window).filter((k) => k.startsWith('feature_group_')).length }") == 8
    assert park_map.said == []


def test_the_policy_holds(park_map: Map) -> None:
    tried = "{ const s = document.createElement('script'); s.textContent = 'window.HX=1'; document.body.append(s); "
    assert park_map.run(tried + "return window.HX === undefined }") is True
    assert any("Content Security Policy" in message for message in park_map.said)


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_hostile_names_are_text(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, start: int) -> None:
    base = next(f for f in shipped_features() if f.id == "poi-wanda")
    names = hostile_strings(300)[start : start + 100]
    features = tuple(
        msgspec.structs.replace(
            base, id=f"poi-{i}", name=Text(name, name), short=Text(name, name),
            kind="incubator" if i % 7 == 0 else "poi", parts=(((36.68 + i % 10 * 0.004,
            101.72 + i // 10 * 0.006),),), labels={},
        )
        for i, name in enumerate(names)
    )  # fmt: skip
    opened = Map(qtbot, (*features, *shipped_features()), _home(tmp_path_factory))
    opened.run("{ park.zoom(1); park.show('poi-3'); park.setLanguage('en'); park.setLanguage('zh') }")
    shown = opened.run(
        "{ return [...document.querySelectorAll('.things button')].map((b) => [b.textContent, b.children.length]) }"
    )
    assert [text for text, _ in shown[:100]] == [_as_stored(name) for name in names]
    assert all(children == 0 for _, children in shown)
    assert opened.run("{ return [window.HX === undefined, document.title, location.href] }")[::2] == [True, START]
    assert (
        opened.run("{ return document.querySelectorAll('img,iframe,svg,a,b,font,base,link[href^=\"//\"]').length }")
        == 0
    )
    assert opened.run("{ return document.body.innerText.includes('HX49HX') }") is False
    assert opened.counts()["features"] == 100 + len(shipped_features())
    assert opened.said == []
    opened.close()


def _as_stored(name: str) -> str:
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def test_a_tap_reaches_the_window(park_map: Map) -> None:
    beside = {"zone-food": (-28, -30), "stage-bio-incubator": (9, 9), "poi-gate": (9, 12), "zone-dayou-hill": (-40, 0)}
    for feature_id, (dx, dy) in beside.items():
        park_map.run("{ park.home(false) }")
        x, y = park_map.run(f"{{ return park.pointOf('{feature_id}') }}")
        park_map.bridge.taps.clear()
        park_map.tap(x + dx, y + dy)
        park_map.qtbot.waitUntil(lambda: bool(park_map.bridge.taps), timeout=30_000)
        assert park_map.bridge.taps == [feature_id]
        assert park_map.run("{ return park.state().selected }") == feature_id


def test_a_tap_on_the_ground_lets_go(park_map: Map) -> None:
    park_map.run("{ park.mark('zone-sme') }")
    park_map.tap(1150, 300)
    park_map.qtbot.waitUntil(lambda: bool(park_map.bridge.taps), timeout=30_000)
    assert park_map.bridge.taps == [""]
    assert park_map.run("{ return park.state().selected }") is None


def test_a_choice_flies_there(park_map: Map) -> None:
    before = park_map.run("{ return map_park.getCenter() }")
    park_map.run("{ park.setInset({ left: 328, right: 392 }); park.show('zone-qhusp') }")
    park_map.wait_for(
        "{ const p = park.pointOf('zone-qhusp'); return p[0] > 328 && p[0] < 816 && p[1] > 0 && p[1] < 600 }"
    )
    assert park_map.run("{ return map_park.getCenter() }") != before
    park_map.qtbot.waitUntil(lambda: bool(park_map.bridge.moves), timeout=30_000)
    seen = park_map.bridge.moves[-1]
    park_map.run("{ park.home(false) }")
    park_map.run(f"{{ park.setView({json.dumps(seen)}) }}")
    lat, lon, zoom = json.loads(seen)
    centre = park_map.run("{ return [map_park.getCenter().lat, map_park.getCenter().lng, map_park.getZoom()] }")
    assert centre == pytest.approx([lat, lon, zoom], abs=2e-4)


def test_language_and_theme_change_in_place(park_map: Map) -> None:
    words = "{ return document.querySelector('.bar').innerText + document.querySelector('.credit').innerText }"
    chinese = park_map.run(words)
    assert "示意" in chinese
    assert "约 1 公里" in chinese
    park_map.run("{ park.setLanguage('en'); park.setTheme('dark') }")
    english = park_map.run(words)
    assert not any("\u4e00" <= char <= "\u9fff" for char in english)
    assert "OpenStreetMap" in english
    assert park_map.run("{ return getComputedStyle(document.body).backgroundColor }") == "rgb(12, 27, 36)"
    assert park_map.run("{ return document.documentElement.lang }") == "en"


def test_layers_follow_the_questions(park_map: Map) -> None:
    everything = park_map.counts()["drawn"]
    park_map.run("{ park.setLayers(['zones']) }")
    zones = park_map.counts()
    assert zones["drawn"] < everything
    assert zones["pills"] == 0
    assert "OpenStreetMap" not in park_map.run("{ return document.querySelector('.credit').innerText }")
    park_map.run(
        "{ park.setLayers({ zones: true, chain: true, access: true, base: true, heights: true, schools: true }) }"
    )
    assert park_map.counts()["drawn"] > everything


def test_the_keyboard_goes_from_thing_to_thing(park_map: Map) -> None:
    park_map.run("{ document.querySelector('.things button[data-id=\"zone-sme\"]').focus() }")
    assert park_map.run("{ return park.state().focused }") == "zone-sme"
    park_map.run("{ document.activeElement.click() }")
    park_map.qtbot.waitUntil(lambda: park_map.bridge.taps == ["zone-sme"], timeout=30_000)
    zoom = park_map.run("{ return map_park.getZoom() }")
    park_map.run("{ document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true })) }")
    park_map.wait_for(f"{{ return map_park.getZoom() > {zoom} }}")


def test_places_out_of_view_wait_at_the_edge(park_map: Map) -> None:
    park_map.run(
        "{ park.setInset({ left: 328, right: 392 }); map_park.setView([36.684, 101.746], 14.25, { animate: false }) }"
    )
    boxes = park_map.run(
        "{ const boxes = [...document.querySelectorAll('.pill')].map((p) => p.getBoundingClientRect());"
        " return boxes.map((b) => [b.left, b.top, b.right, b.bottom]) }"
    )
    assert boxes
    for left, top, right, bottom in boxes:
        assert left >= 328
        assert right <= 1208 - 392
        assert 0 <= top < bottom <= 680
    park_map.run("{ document.querySelector('.pill').click() }")
    park_map.qtbot.waitUntil(lambda: bool(park_map.bridge.taps), timeout=30_000)
    assert park_map.bridge.taps[0].startswith("stage-")


def test_seven_thousand_points_are_one_pass(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> None:
    base = next(f for f in shipped_features() if f.id == "poi-wanda")
    firms = tuple(
        msgspec.structs.replace(
            base, id=f"point-{i}", name=Text(f"n{i}", f"n{i}"), short=None, kind="enterprise", record=None, labels={},
            parts=(((36.6 + i % 83 * 0.002, 101.65 + i // 83 * 0.002),),),
        )
        for i in range(7000)
    )  # fmt: skip
    opened = Map(qtbot, (*shipped_features(), *firms), _home(tmp_path_factory))
    assert opened.counts()["points"] == 7000
    opened.run("{ park.setLayers(['enterprises']); map_park.setView([36.72, 101.70], 16, { animate: false }) }")
    x, y = opened.run("{ const p = map_park.latLngToContainerPoint([36.72, 101.70]); return [p.x, p.y] }")
    opened.tap(x, y)
    opened.qtbot.waitUntil(lambda: bool(opened.bridge.taps), timeout=30_000)
    assert opened.bridge.taps[0].startswith("point-")
    assert opened.said == []
    opened.close()
