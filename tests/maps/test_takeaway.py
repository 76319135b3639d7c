"""The page that is taken away: one file, inert, whole without a network, deaf to hostile names, answering to hands."""

import base64
import datetime
import hashlib
import html.parser
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from brochure.desk.map_cards import Printable, build_cards
from brochure.desk.take_away import Order, take_map
from brochure.fonts import WEIGHTS, ensure_fonts
from brochure.fonts.excerpt import build_excerpt
from brochure.maps.shell import shell_folder
from brochure.maps.takeaway import Contents, build_page, written_in
from brochure.settings import Places, shared_fonts
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Text
from tests.hostile import hostile_strings

ON = datetime.date(2026, 3, 2)
ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def page(library: Library, home: Places, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("stick") / "a folder" / "地图 #1.html"
    out.parent.mkdir()
    take_map(library, out, home, Order(on=ON))
    return out


class Parts(html.parser.HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside.append((*self._open, data))
            self._open = None


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_what_is_in_the_page_by_its_digest_and_nothing_else(page: Path) -> None:
    parts = Parts(page.read_text("utf-8"))
    (policy,) = [attrs["content"] or "" for tag, attrs in parts.tags if tag == "meta" and "http-equiv" in attrs]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    scripts = [text for tag, attrs, text in parts.inside if tag == "script" and attrs.get("type") is None]
    styles = [text for tag, _, text in parts.inside if tag == "style"]
    assert rules == {
        "default-src": "'none'", "script-src": " ".join(map(digest, scripts)),
        "style-src": " ".join(map(digest, styles)),
        "img-src": "data:", "font-src": "data:", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    assert "unsafe" not in policy
    assert len(scripts) == 3


def test_nothing_in_the_page_points_outside_it(page: Path) -> None:
    text = page.read_text("utf-8")
    parts = Parts(text)
    for tag, attrs in parts.tags:
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]
        for name in ("src", "href", "srcset", "action", "data"):
            assert (attrs.get(name) or "data:").startswith("data:"), (tag, attrs)
        assert tag not in ("form", "iframe", "object", "embed", "base", "a", "img")
    (style,) = [data for tag, _, data in parts.inside if tag == "style"]
    assert {address[:15] for address in re.findall(r"url\(\"?([^\")]*)", style)} == {"data:font/woff;"}
    assert "sourceMappingURL" not in text
    assert "park://font" not in text


def test_no_path_and_no_person_travels_along(page: Path, home: Places) -> None:
    text = page.read_text("utf-8")
    for secret in (
        str(ROOT),
        str(Path.home()),
        str(home.data.parent),
        str(page.parent),
        os.environ.get("USER") or "\0",
    ):
        assert len(secret) < 6 or secret not in text


def data_of(page: Path, name: str) -> Any:
    for _, attrs, text in Parts(page.read_text("utf-8")).inside:
        if attrs.get("id") == name:
            return json.loads(text)
    raise AssertionError(name)


def test_records_of_the_archive_and_files_of_the_sources_stay_at_home(page: Path, library: Library) -> None:
    told = json.dumps(data_of(page, "park-more"), ensure_ascii=False)
    archive = [
        record for kind in ("zones", "places", "base", "events") for record in library.records(kind, archive=True)
    ]
    archive = [record for record in archive if record.audience == "archive"]
    assert archive
    assert not [record.id for record in archive if record.name.zh in told]
    files = [record.file for record in library.records("sources") if record.file]  # type: ignore[attr-defined]
    assert files
    assert not [file for file in files if file in told]


def test_everything_on_the_map_has_a_card_that_says_who_says_so(page: Path) -> None:
    document, more = data_of(page, "park-data"), data_of(page, "park-more")
    cards = {card["id"]: card for card in more["cards"]}
    for feature in document["features"]:
        if feature["kind"] in ("water", "river"):
            continue
        card = cards[feature["id"]]
        assert card["sources"], feature["id"]
        assert card["basis"]["zh"]
        assert card["basis"]["en"]
        assert card["precision"]["zh"]
        assert all(side for side in card["name"].values())
    links = [card["link"] for card in more["cards"]]
    assert len(links) == len(set(links))
    assert {"zone/zone-kangyang", "stage/stage-qhu-science-park"} <= set(links)


def test_the_same_bytes_twice(library: Library, home: Places, page: Path, tmp_path: Path) -> None:
    take_map(library, tmp_path / "again.html", home, Order(on=ON))
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


# in the engine


class Nothing(QWebEngineUrlRequestInterceptor):
    """Notes every request and lets only the file itself and what it holds pass."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        scheme = info.requestUrl().scheme()
        if scheme != "data":
            self.asked.append(info.requestUrl().toString())
        info.block(scheme not in ("file", "data"))


class Heard(QWebEnginePage):
    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.said: list[str] = []

    def javaScriptConsoleMessage(self, level: object, message: str, line: int, source: str) -> None:
        self.said.append(f"{message} ({source[-40:]}:{line})")


class Open:
    """The page opened from its file, with no way out."""

    def __init__(self, qtbot: QtBot, path: Path, fragment: str = "", size: tuple[int, int] = (1280, 800)) -> None:
        self.qtbot = qtbot
        self.gate, self.profile = Nothing(), QWebEngineProfile()
        self.profile.setUrlRequestInterceptor(self.gate)
        self.page = Heard(self.profile)
        self.host = QWidget()
        self.host.resize(*size)
        self.view = QWebEngineView(self.host)
        self.view.setPage(self.page)
        self.view.resize(*size)
        self.host.show()
        url = QUrl.fromLocalFile(str(path))
        url.setFragment(fragment)
        self.path = path
        with qtbot.waitSignal(self.page.loadFinished, timeout=20_000):
            self.view.load(url)
        self.wait_for("typeof park === 'object' && park.counts && park.counts().labels > 5")

    def run(self, script: str) -> Any:
        heard: list[Any] = []
        self.page.runJavaScript(f"JSON.stringify(({script}) ?? null)", heard.append)
        self.qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
        return json.loads(heard[0] or "null")

    def wait_for(self, script: str) -> None:
        self.qtbot.waitUntil(lambda: bool(self.run(script)), timeout=30_000)

    def tap(self, spot: list[float]) -> None:
        target = self.view.focusProxy()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(round(spot[0]), round(spot[1])))

    def type(self, words: str) -> None:
        field = "document.querySelector('#panel input')"
        self.run(f"({field}.focus(), {field}.value = {json.dumps(words)}, true)")
        self.run(f"{field}.dispatchEvent(new Event('input'))")

    def card(self) -> str:
        return str(
            self.run("document.querySelector('#card').hidden ? '' : document.querySelector('#card h2').textContent")
        )

    def close(self) -> None:
        assert self.gate.asked[:1] == [QUrl.fromLocalFile(str(self.path)).toString()] or len(self.gate.asked) == 1
        self.host.close()
        self.view.setPage(None)  # type: ignore[arg-type]
        self.page.deleteLater()
        self.qtbot.wait(1)
        self.view.deleteLater()


Opened = Callable[..., Open]


@pytest.fixture
def opened(qtbot: QtBot, page: Path) -> Iterator[Opened]:
    made: list[Open] = []

    def open_page(fragment: str = "", path: Path | None = None, size: tuple[int, int] = (1280, 800)) -> Open:
        made.append(Open(qtbot, path or page, fragment, size))
        return made[-1]

    yield open_page
    for each in made:
        each.close()
        assert each.page.said == []
        assert len(each.gate.asked) == 1  # the file, and nothing else


def test_it_draws_everything_and_asks_nobody(opened: Opened, page: Path) -> None:
    shown = opened()
    counts = shown.run("park.counts()")
    assert counts["features"] == len(data_of(page, "park-data")["features"]) > 60
    assert counts["labels"] > 15
    assert counts["cards"] > 60
    assert shown.run("document.documentElement.lang") == "zh"
    assert shown.run("document.fonts.check('13px \"Park Sans SC\"', '园区')")
    assert shown.run("[...document.fonts].filter((font) => font.status === 'loaded').length") == 3
    assert "审图号：待核实" in shown.run("document.querySelector('.credit').textContent")
    assert "不作为权属" in shown.run("document.querySelector('.credit').textContent")
    assert "OpenStreetMap" in shown.run("document.querySelector('.credit').textContent")
    foot = shown.run("document.querySelector('.foot').textContent")
    assert "2026-03-02" in foot
    assert "2025-06-15" in foot


def test_a_tap_opens_the_card_and_the_address_leads_back(opened: Opened) -> None:
    shown = opened()
    shown.tap(shown.run("park.pointOf('zone-tcm')"))
    shown.wait_for("!document.querySelector('#card').hidden")
    name = shown.card()
    assert shown.run("location.hash").startswith("#")
    again = opened(shown.run("location.hash.slice(1)"))
    again.wait_for("!document.querySelector('#card').hidden")
    assert again.card() == name


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_a_link_shows_its_thing_beside_the_card(opened: Opened, size: tuple[int, int]) -> None:
    shown = opened("zone/zone-kangyang", size=size)
    shown.wait_for("!document.querySelector('#card').hidden")
    assert shown.card() == "黄金海拔康养产业示范园区"
    shown.wait_for(
        """(() => {
          const [x, y] = park.pointOf("zone-kangyang"), c = document.querySelector("#card").getBoundingClientRect();
          const covered = x > c.left && x < c.right && y > c.top && y < c.bottom;
          return x > 0 && y > 0 && x < innerWidth && y < innerHeight && !covered;
        })()"""
    )
    text = shown.run("document.querySelector('#card').textContent")
    for words in ("Golden-Altitude Wellness Park", "规划", "示意", "900", "来源", "张国静"):
        assert words in text
    shown.run("(() => { location.hash = '#stage/stage-qhu-science-park'; return true })()")
    shown.wait_for("document.querySelector('#card h2').textContent === '青海大学科技园'")
    shown.run("(() => { location.hash = '#%E0%A4%A'; return true })()")  # cut short on the way


def test_language_light_and_layers_are_switched_in_place(opened: Opened) -> None:
    shown = opened("zone/zone-kangyang")
    shown.wait_for("!document.querySelector('#card').hidden")
    buttons = "document.querySelectorAll('#tools .first .icon')"
    shown.run(f"({buttons}[0].click(), {buttons}[1].click(), true)")
    assert shown.card() == "Golden-Altitude Wellness Park"
    assert shown.run("document.documentElement.lang") == "en"
    assert shown.run("document.title").startswith("Map of")
    assert shown.run("park.state().theme") == "dark"
    assert not re.search(r"[\u3400-\u9fff]", shown.run("document.querySelector('#panel').textContent"))
    row = "document.querySelector('[data-layer=\"heights\"]')"
    before = shown.run("park.counts().drawn")
    shown.run(f"({row}.click(), true)")
    assert shown.run(f"{row}.getAttribute('aria-checked')") == "true"
    assert shown.run("park.counts().drawn") > before
    assert shown.run("document.querySelector('[data-layer=\"enterprises\"]').disabled")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("康养", "zone-kangyang"),
        ("golden", "zone-kangyang"),
        ("hjhb", "zone-kangyang"),
        ("caojiabao", "poi-airport"),
        ("ＸＮＮ", "poi-airport"),
    ],
)
def test_the_search_finds_names_in_both_languages_and_by_sound(opened: Opened, words: str, wanted: str) -> None:
    shown = opened()
    shown.type(words)
    assert wanted in shown.run("park.state().hits")
    assert shown.run("document.querySelectorAll('#hits [role=option]').length") == len(shown.run("park.state().hits"))
    shown.type("没有这个地方")
    assert shown.run("park.state().hits") == []
    assert "没有这个地方" in shown.run("document.querySelector('#hits').textContent")


def test_the_keyboard_reaches_search_card_and_back(opened: Opened) -> None:
    shown = opened()
    shown.type("金海拔康养")
    target = shown.view.focusProxy()
    assert target is not None
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_Return)
    shown.wait_for("!document.querySelector('#card').hidden")
    assert shown.run("document.activeElement.id") == "card"
    QTest.keyClick(target, Qt.Key.Key_Escape)
    shown.wait_for("document.querySelector('#card').hidden")
    assert shown.run("document.activeElement.getAttribute('role')") == "combobox"
    assert shown.run("location.hash") in ("", "#")
    small = shown.run(
        "[...document.querySelectorAll('#panel button, #panel input, #tools button, .home')]"
        ".filter((b) => b.offsetParent && (b.offsetHeight < 44 || b.offsetWidth < 44)).map((b) => b.className)"
    )
    assert small == []
    nameless = shown.run(
        "[...document.querySelectorAll('button')]"
        ".filter((b) => !b.textContent.trim() && !b.getAttribute('aria-label')).length"
    )
    assert nameless == 0


def test_what_has_no_record_has_a_card_too(opened: Opened) -> None:
    shown = opened()
    shown.wait_for("park.counts().things > 0")  # listed when the page has time
    things = shown.run("[...document.querySelectorAll('.things button')].map((b) => b.dataset.id)")
    assert {"road-g6", "tunnel-dayoushan", "zone-tcm"} <= set(things)
    shown.run("(Park.world.choose(Park.world.find('tunnel-dayoushan')), true)")
    assert "大酉山隧道" in shown.card()


def test_measuring_says_how_far_and_ends(opened: Opened) -> None:
    shown = opened()
    shown.run("(document.querySelectorAll('#tools .first .icon')[2].click(), true)")
    assert shown.run("park.state().measuring")
    shown.tap([700, 300])
    shown.tap([900, 500])
    shown.wait_for("park.state().metres > 0")
    assert shown.card() == ""
    shown.run("(document.querySelectorAll('#tools .first .icon')[2].click(), true)")
    assert not shown.run("park.state().measuring")


def test_hostile_names_are_shown_as_text_and_run_nothing(
    opened: Opened, library: Library, home: Places, tmp_path: Path
) -> None:
    printable = Printable(library, ON)
    names = iter(hostile_strings(300))
    called = {feature.id: Text(n := next(names), n) for feature in printable.features}
    features = tuple(msgspec.structs.replace(f, name=called[f.id], short=None) for f in printable.features)
    cards = tuple(
        msgspec.structs.replace(card, name=called[card.id], basis=called[card.id], find=(called[card.id].zh,))
        for card in build_cards(printable)
    )
    contents = Contents(
        features=features, cards=cards, review=Text("</script>", "<!--"), foot=(Text("<b>HX</b>", "<b>"),)
    )
    files = ensure_fonts(home.fonts, shared_fonts())
    fonts: dict[int, bytes] = {weight: build_excerpt(files, weight, written_in(contents)) for weight in WEIGHTS}
    path = tmp_path / "hostile.html"
    path.write_bytes(build_page(contents, fonts, shell_folder(home.map_shell)))
    assert len(Parts(path.read_text("utf-8")).inside) == 6
    shown = opened(path=path)
    wrong = shown.run(
        """JSON.parse(document.getElementById("park-more").textContent).cards.map((card) => {
          Park.world.tell("featureTapped", card.id);
          const box = document.querySelector("#card");
          const made = box.querySelectorAll("script, img, iframe, a, style, input");
          return box.querySelector("h2").textContent === card.name.zh && !made.length ? null : card.name.zh;
        }).filter(Boolean)"""
    )
    assert wrong == []
    assert shown.run("window.HX") is None
    assert not shown.run("document.body.textContent.includes('HX49HX')")
    assert shown.run("document.querySelectorAll('script').length") == 5


def browse(address: str, folder: Path) -> tuple[str, list[str]]:
    """Return the page as a real browser makes it, and what was said in its console while nothing else was open."""
    assert CHROMIUM is not None
    flags = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=6000",
        f"--user-data-dir={folder}", "--window-size=1280,800", "--enable-logging=stderr", "--v=0", "--dump-dom",
    )  # fmt: skip
    answer = subprocess.run([CHROMIUM, *flags, address], capture_output=True, encoding="utf-8", timeout=90)
    return answer.stdout, [line for line in answer.stderr.splitlines() if ":CONSOLE" in line]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine; Qt's own engine looks at the page above")
def test_a_real_browser_without_network_draws_it_too(page: Path, tmp_path: Path) -> None:
    drawn, said = browse(f"{page.as_uri()}#zone/zone-kangyang", tmp_path / "profile")
    assert said == []
    seen = Parts(drawn)
    assert sum(1 for tag, attrs in seen.tags if tag == "button" and "data-id" in attrs) > 50
    assert "<h2>黄金海拔康养产业示范园区</h2>" in drawn
    assert ">想了解什么？</h2>" in drawn


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_real_browser_would_tell_of_a_request(page: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(page.read_text("utf-8").replace("<body>", '<body><img src="https://example.com/x.png">'), "utf-8")
    _, said = browse(spoilt.as_uri(), tmp_path / "profile")
    assert any("Content Security Policy" in line and spoilt.name in line for line in said)
