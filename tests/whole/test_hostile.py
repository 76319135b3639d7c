"""Hostile names through the whole program: what is stored is what is shown, and nothing in it is ever run."""

import collections
import datetime
import hashlib
import json
import re
import shutil
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brochure.charts.svg import to_svg
from brochure.claims import judge_text
from brochure.desk import opening
from brochure.desk.browse import search
from brochure.desk.opening import open_library
from brochure.desk.tailor import export, preflight
from brochure.errors import ContentError, RenderError
from brochure.fonts import variable_font
from brochure.gui.main_window import MainWindow
from brochure.maps.plan import SPREAD, build_plan
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.library import Library
from tests.hostile import hostile_strings
from tests.whole.conftest import Checkout, build_checkout, home_of, put_away, read_cells, write_cells

ALL = hostile_strings(300)
NAMES = tuple(name for name in ALL if "\0" not in name)
CLONED = {"enterprises": "enterprise", "policies": "policy", "zones": "zone"}
ON = datetime.date(2025, 6, 15)


def source_characters() -> frozenset[str]:
    """Return every character the font of page and window can draw, asked of the font file itself."""
    with TTFont(variable_font(), lazy=True) as file:
        return frozenset(map(chr, file.getBestCmap()))


def shapeless(char: str) -> bool:
    """Whether nothing is to be seen of a character: a space, the end of a line, a mark of width zero."""
    return char.isspace() or char in "\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff"


def undrawable(name: str, font: frozenset[str]) -> str:
    return "".join(dict.fromkeys(char for char in name if char not in font and not shapeless(char)))


class World:
    """A checkout in which every name of five kinds, and of what is on the map, is hostile."""

    def __init__(self, folder: Path) -> None:
        self.checkout: Checkout = build_checkout(folder)
        self.places: Places = home_of(self.checkout.home)
        self.stored: dict[str, str] = {}
        for kind, word in CLONED.items():
            self._clone(kind, word)
        self._rename("stages", "name")
        shipped = self._spoil_map()
        self.library: Library = open_library(self.places, self.checkout.data)
        self.on_paper = self._with_map(folder / "on-paper", shipped)

    def _clone(self, kind: str, word: str) -> None:
        """Add a record for each string, after the shipped ones, each like one of them but for its name."""
        path = self.checkout.data / f"{kind}.csv"
        rows = read_cells(path)
        made = []
        for number, name in enumerate(NAMES):
            row = {**rows[number % len(rows)], "id": f"{word}-hx-{number}", "name_zh": name, "name_en": name}
            row |= dict.fromkeys(("aliases", "feature", "valid_from", "valid_to", "audience"), "")
            row |= dict.fromkeys(("legal_name_zh", "legal_name_en", "full_title_zh", "full_title_en"), name)
            made.append({column: row.get(column, "") for column in rows[0]})
            self.stored[row["id"]] = name
        write_cells(path, rows + made)

    def _rename(self, kind: str, column: str) -> None:
        path = self.checkout.data / f"{kind}.csv"
        rows = read_cells(path)
        for number, row in enumerate(rows):
            row[f"{column}_zh"] = row[f"{column}_en"] = self.stored[row["id"]] = NAMES[7 * number]
        write_cells(path, rows)

    def _with_map(self, folder: Path, sheet: dict[str, Any]) -> Library:
        """Return the same records over a map whose hostile names can all be printed."""
        shutil.copytree(self.checkout.data, folder / "data")
        have = source_characters()
        names = [name for name in NAMES if not undrawable(name, have)]
        for number, feature in enumerate(sheet["features"]):
            self._name_feature(feature, feature["id"], names[(3 * number) % len(names)], {})
        (folder / "data" / "map.geojson").write_text(json.dumps(sheet, ensure_ascii=False), encoding="utf-8")
        return open_library(home_of(folder), folder / "data")

    def _spoil_map(self) -> dict[str, Any]:
        """Rename what is on the map and add a point for each string; return the map as it was."""
        path = self.checkout.data / "map.geojson"
        sheet = json.loads(path.read_text(encoding="utf-8"))
        shipped = json.loads(path.read_text(encoding="utf-8"))
        features = sheet["features"]
        base = next(each for each in features if each["id"] == "poi-wanda")
        self.features: dict[str, str] = {}
        for number, feature in enumerate(features):
            self._name_feature(feature, feature["id"], NAMES[(3 * number) % len(NAMES)], self.features)
        for number, name in enumerate(NAMES):
            clone = json.loads(json.dumps(base))
            lon, lat = 101.72 + number // 20 * 0.004, 36.66 + number % 20 * 0.003
            clone["geometry"]["coordinates"] = [lon, lat]
            self._name_feature(clone, f"poi-hx-{number}", name, self.features)
            features.append(clone)
        path.write_text(json.dumps(sheet, ensure_ascii=False), encoding="utf-8")
        return shipped

    def _name_feature(self, feature: dict[str, Any], key: str, name: str, into: dict[str, str]) -> None:
        feature["id"] = feature["properties"]["id"] = key
        feature["properties"] |= {"name_zh": name, "name_en": name, "short_zh": name, "short_en": name}
        into[key] = name


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def window(world: World, qapp: Any) -> Iterator[MainWindow]:
    from brochure.gui.app import build_window

    patch = pytest.MonkeyPatch()
    patch.setattr(opening, "data_folder", lambda: world.checkout.data)
    qapp.setStyle("Fusion")
    made = build_window(qapp, world.places)
    patch.undo()
    made.resize(1440, 900)
    made.show()
    yield made
    put_away(made)


def squeezed(text: str) -> str:
    """Return text without anything that has no shape: spaces, ends of lines, marks of width zero."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) not in ("Cf", "Mn"))


def told(name: str) -> str:
    """Return what a search can tell names apart by."""
    return "".join(re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold()))


def seen_hint(hint: str) -> str:
    """Return what Qt shows of a tooltip."""
    return squeezed(QTextDocumentFragment.fromHtml(hint).toPlainText() if GuiQt.mightBeRichText(hint) else hint)


def as_stored(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def test_content_keeps_every_name_as_it_was_written(world: World) -> None:
    assert len(NAMES) >= 295
    assert {key: world.library.record(key).name.zh for key in world.stored} == world.stored
    assert {key: world.library.record(key).name.en for key in world.stored} == world.stored
    drawn = {feature.id: feature.name.zh for feature in world.library.features}
    assert {key: drawn[key] for key in world.features} == world.features


@pytest.mark.parametrize("name", [name for name in ALL if "\0" in name])
def test_what_no_file_can_hold_is_refused_in_a_sentence(checkout: Checkout, name: str) -> None:
    rows = read_cells(checkout.data / "zones.csv")
    rows[4]["name_zh"] = name
    write_cells(checkout.data / "zones.csv", rows)
    with pytest.raises(ContentError) as caught:
        open_library(home_of(checkout.home), checkout.data)
    for words in (caught.value.message.zh, caught.value.message.en):
        assert re.search(r"zones\.csv", words)
        assert re.search(r"\b6\b", words)


def test_searching_for_any_of_them_finds_it_and_changes_nothing(world: World) -> None:
    connection = world.library._connection  # the one that answers every search
    before = connection.total_changes, hashlib.sha256(world.places.content_db.read_bytes()).hexdigest()
    for name in (*NAMES, *(name.strip("HX") for name in NAMES)):
        hits = search(world.library, name, limit=20)
        if name in NAMES and len(re.findall(r"\w", name.replace("HX", ""))) > 1 and len(name) < 60:
            assert told(name) in {told(hit.title.zh) for hit in hits[:6]}, name
    after = connection.total_changes, hashlib.sha256(world.places.content_db.read_bytes()).hexdigest()
    assert before == after


def test_the_search_box_shows_names_as_they_are(world: World, window: MainWindow, qtbot: QtBot) -> None:
    box = window.top_bar.search
    for name in NAMES[::6]:
        box.line.setText(name[:120])
        box.look()
        assert box.results is not None or not name.strip()
        for row in box.rows:
            assert row.text() == window.hub.name(window.hub.library.record(row.record_id))
    assert not window.grab().isNull()
    box.line.clear()
    box.close_results()


def test_lists_show_what_is_stored(world: World, window: MainWindow) -> None:
    for place, word in (("enterprises", "enterprise"), ("policies", "policy")):
        window.go(place)
        table = window.views[place].list
        for lang in ("en", "zh"):
            window.hub.set_language(lang)
            shown = {record.id: table.model.index(row, 0).data() for row, record in enumerate(table.model.records)}
            wanted = {key: name for key, name in world.stored.items() if key.startswith(f"{word}-")}
            assert {key: shown[key] for key in wanted} == wanted
        assert not window.grab().isNull()


def test_cards_and_tray_show_what_is_stored_and_no_hint_is_markup(world: World, window: MainWindow) -> None:
    window.go("overview")
    for number, (key, name) in enumerate(world.stored.items()):
        if number % 7 and not key.startswith("stage"):
            continue
        window.hub.choose(key)
        assert window.card.title.text() == name
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the body of the card before
    window.hub.close_card()
    chosen = list(world.stored)[20:80]
    window.hub.set_shortlist(tuple(chosen))
    items = {item.record_id: item.text() for item in window.tray.row.items}
    assert items == {key: world.stored[key] for key in items}
    assert items
    hints = {item.text(): item.toolTip() for item in window.tray.row.items}
    window.go("enterprises")
    model = window.views["enterprises"].list.model
    cells = [model.index(row, 0) for row in range(model.rowCount())]
    hints |= {str(cell.data()): str(cell.data(Qt.ItemDataRole.ToolTipRole)) for cell in cells}
    assert {name: seen_hint(hint) for name, hint in hints.items()} == {name: squeezed(name) for name in hints}
    window.hub.set_shortlist(())


def test_no_name_becomes_a_key_on_the_keyboard(world: World, window: MainWindow) -> None:
    window.hub.set_shortlist(tuple(key for key, name in world.stored.items() if "&" in name)[:20])
    keys = {button.shortcut().toString() for button in window.findChildren(type(window.tray.row.items[0]))}
    assert keys == {""}
    window.hub.set_shortlist(())


def test_the_map_shows_names_as_text_and_runs_none(
    world: World, window: MainWindow, qtbot: QtBot, ask: Callable[[Any, str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from brochure.gui.web_page import ParkPage

    asked: list[str] = []
    real = ParkPage.acceptNavigationRequest

    def note(self: Any, url: Any, kind: Any, main: bool) -> bool:
        asked.append(url.toString())
        return real(self, url, kind, main)

    monkeypatch.setattr(ParkPage, "acceptNavigationRequest", note)
    window.go("map")
    view = window.views["map"]
    qtbot.waitUntil(lambda: view.web is not None, timeout=20_000)
    said: list[str] = []
    view.web.console.connect(said.append)
    qtbot.waitUntil(lambda: view.is_ready, timeout=60_000)
    web = view.web
    assert ask(web, "park.counts().features") == len(world.library.features)
    for lang in ("en", "zh"):
        window.hub.set_language(lang)
        qtbot.waitUntil(lambda: ask(web, "park.state().lang") == window.hub.lang, timeout=30_000)
        layers = sorted({"ground", *view.panel.shown(), *view.panel.rows})
        web.run(f"park.setLayers({json.dumps(layers)})")
        shown = dict(
            ask(web, "[...document.querySelectorAll('.things button')].map((b) => [b.dataset.id, b.textContent])")
        )
        clones = {key: as_stored(name) for key, name in world.features.items() if key.startswith("poi-hx-")}
        assert {key: shown[key] for key in clones} == clones
        assert all(as_stored(world.features[key]) == text for key, text in shown.items() if key in world.features)
    for key in list(world.features)[::40]:
        window.hub.choose(key) if world.library.find(key) else web.run(f"park.show({json.dumps(key)})")
    web.run("park.zoom(2);park.zoom(-1)")
    qtbot.wait(500)
    assert ask(web, "typeof window.HX") == "undefined"
    assert ask(web, "location.href") == "park://app/map.html"
    assert "HX49HX" not in ask(web, "document.title + document.body.innerText")
    tags = "'.things *:not(li):not(button),.pill img,.pill svg,iframe,object,embed,base,form,body img'"
    assert ask(web, f"document.querySelectorAll({tags}).length") == 0
    assert ask(web, "document.querySelectorAll('script:not([src])').length") == 0
    assert {url for url in asked if url != "park://app/map.html"} == set()
    assert web.gate.stopped == []
    assert said == []
    window.go("overview")


def test_the_command_line_says_them_whole_and_sends_no_controls(world: World) -> None:
    listed = world.checkout.run("list", "enterprises", "--json", "--lang", "en")
    assert listed.code == 0, listed.err
    names = {record["id"]: record["name"] for record in json.loads(listed.out)}
    wanted = {key: name for key, name in world.stored.items() if key.startswith("enterprise-")}
    assert {key: (names[key]["zh"], names[key]["en"]) for key in wanted} == {k: (n, n) for k, n in wanted.items()}
    dumped = json.loads(world.checkout.run("dump", "--json").out)
    found = {record["id"]: record["name"]["zh"] for records in dumped.values() for record in records}
    assert {key: found[key] for key in world.stored} == world.stored
    for key in list(world.stored)[:300:60]:
        shown = json.loads(world.checkout.run("show", key, "--json").out)
        assert shown["name"] == {"zh": world.stored[key], "en": world.stored[key]}
    for words in (("list", "policies"), ("dump",)):
        plain = world.checkout.run(*words, "--lang", "zh")
        assert plain.code == 0
        controls = collections.Counter(
            re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain.out)
        )
        assert dict(controls) == {}


def test_the_map_as_svg_is_whole_xml(world: World) -> None:
    drawn = set()
    for start in range(0, len(world.library.features), 40):
        features = world.library.features[start : start + 40]
        svg = to_svg(build_plan(features, SPREAD, lang="zh", must_name=True))
        root = ET.fromstring(svg)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "text",
        }
        drawn |= {squeezed("".join(text.itertext())) for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert "HX49HX" not in drawn
    assert len({text for text in drawn if text.startswith("HX")}) > 20


@pytest.fixture(scope="module")
def font() -> frozenset[str]:
    return source_characters()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_brochure_prints_every_name_it_can_whole(
    world: World, font: frozenset[str], tmp_path: Path, lang: str
) -> None:
    drawable = [number for number, name in enumerate(NAMES) if not undrawable(name, font)]
    good = [number for number in drawable if not judge_text(NAMES[number])]
    assert len(good) > 200
    for number in set(drawable) - set(good):  # a row of x is left over from a form: the guard stops it by name
        asked = {**dict.fromkeys(CLONED, ()), "zones": (f"zone-hx-{number}",)}
        with pytest.raises(RenderError, match=f"zone-hx-{number}"):
            export(world.on_paper, Recipe(lang=lang, on=ON, **asked), tmp_path / "refused.pdf", world.places)
    recipe = Recipe(
        lang=lang, on=ON, sections=("cover", "contents", "location", "zones", "policies", "enterprises"),
        **{kind: tuple(f"{word}-hx-{number}" for number in good) for kind, word in CLONED.items()},
    )  # fmt: skip
    out = tmp_path / f"{lang}.pdf"
    made = export(world.on_paper, recipe, out, world.places)
    text = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(out).pages))
    other = squeezed("".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(out)))
    assert made.pages > 10
    lost = {NAMES[number]: text.count(squeezed(NAMES[number])) for number in good}
    assert {name: count for name, count in lost.items() if count < len(CLONED)} == {}
    assert "HX49HX" not in text + other
    annotated = [
        note.get_object()["/A"].get("/URI") for page in pypdf.PdfReader(out).pages for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]  # fmt: skip
    assert not [address for address in annotated if address and not str(address).startswith(("http", "mailto", "tel"))]


def test_what_the_font_lacks_is_named_and_stops_the_export(world: World, font: frozenset[str], tmp_path: Path) -> None:
    bad = {number: undrawable(name, font) for number, name in enumerate(NAMES) if undrawable(name, font)}
    assert any("𠮷" in NAMES[number] or "𠀀" in NAMES[number] for number in bad)
    silent = {}
    for number, lacking in bad.items():
        for kind, word in CLONED.items():
            recipe = Recipe(on=ON, **{**dict.fromkeys(CLONED, ()), kind: (f"{word}-hx-{number}",)})
            said = " ".join(
                each.what.zh + each.what.en for each in preflight(world.library, recipe, world.places)
                if each.level == "stop"
            )  # fmt: skip
            if not all(f"U+{ord(char):04X}" in said for char in lacking):
                silent[NAMES[number]] = lacking
    assert silent == {}
    out = tmp_path / "refused.pdf"
    with pytest.raises(RenderError, match=r"U\+"):
        export(
            world.library,
            Recipe(on=ON, zones=(), enterprises=(), policies=(f"policy-hx-{min(bad)}",)),
            out,
            world.places,
        )
    with pytest.raises(RenderError, match=r"U\+"):  # what is on the map has names too
        export(world.library, Recipe(on=ON, sections=("location",)), out, world.places)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_of_any_name_is_on_the_cover_or_named(world: World, font: frozenset[str], tmp_path: Path) -> None:
    lost = []
    for name in NAMES[::9]:
        out = tmp_path / "reader.pdf"
        recipe = Recipe(reader=name, on=ON, sections=("cover",), lang="zh")
        if undrawable(name, font):
            with pytest.raises(RenderError):
                export(world.library, recipe, out, world.places)
            assert not out.exists()
            continue
        export(world.library, recipe, out, world.places)
        if squeezed(name) not in squeezed(pypdf.PdfReader(out).pages[0].extract_text()):
            lost.append(name)
        out.unlink()
    assert lost == []
