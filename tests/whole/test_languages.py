"""Both languages of the whole window: all that is painted, said to a screen reader, or stands on the map page."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from brochure.gui import main_window as shell_of_views
from brochure.gui.about import About
from brochure.gui.facts import SourceMark
from brochure.gui.failure import Failure
from brochure.gui.jobs import Job
from brochure.gui.main_window import VIEWS, MainWindow
from brochure.gui.widgets import Chip
from brochure.model.kinds import KINDS
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import window as say
from tests.gui.seen import tab_stops, visible_words

HAN = re.compile(r"[\u3400-\u9fff]")
WIDE = re.compile(r"[\u3001-\u3011\uff01-\uff5e]")
OWN_NAME = {"中"}
"""The part of the language switch that leads back is named in its own language."""


COMPARED = ("zone-kangyang", "zone-core", "carrier-bio-incubator", "stage-qhu-science-park")
SMALLER = {SourceMark: 24, Chip: 32}
"""What stands in a line of words or in a flow of many, with the height the design gives it; all else is 36 or more."""


class Painted:
    """Every text our own widgets draw, taken down while the window is painted for real."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.words: set[str] = set()
        draw, lay, outline = QPainter.drawText, QTextLayout.draw, QPainterPath.addText

        def draw_text(painter: QPainter, *given: Any) -> Any:
            self.words.update(part for part in given if isinstance(part, str))
            return draw(painter, *given)

        def draw_layout(layout: QTextLayout, *given: Any) -> Any:
            self.words.add(layout.text())
            return lay(layout, *given)

        def add_outline(path: QPainterPath, *given: Any) -> Any:
            self.words.update(part for part in given if isinstance(part, str))
            return outline(path, *given)

        patch.setattr(QPainter, "drawText", draw_text)
        patch.setattr(QTextLayout, "draw", draw_layout)
        patch.setattr(QPainterPath, "addText", add_outline)

    def of(self, widget: QWidget) -> set[str]:
        """Return what is painted, and what the tree of widgets holds and tells."""
        self.words = set()
        assert not widget.grab().isNull()
        told = set(visible_words(widget))
        for field in widget.findChildren(QWidget):
            if field.isVisible() and isinstance(field, QComboBox):
                told |= {field.itemText(number) for number in range(field.count())}
        return {word for word in self.words | told | {widget.window().windowTitle()} if word.strip()}


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    return Painted(monkeypatch)


@pytest.fixture(scope="module")
def allowed(library: Library) -> set[str]:
    """Chinese that may stand in an English window: names of things as second names, and words quoted from a source."""
    found = set(OWN_NAME)
    for kind in KINDS:
        for record in library.records(kind, archive=True):
            short = getattr(record, "short", None)
            found |= {record.name.zh, *([short.zh] if short else []), *([record.quote] if record.quote else [])}
            found.add(", ".join(record.aliases))  # other names, on its card
    return found


def foreign(words: set[str], allowed: set[str]) -> set[str]:
    """Return the words with Chinese in them that are neither a name nor a quotation."""
    left = set()
    for word in words:
        bare = word.replace("\u2060", "").strip().strip("“”…").replace("\u2028", "\n")  # joiners keep brackets whole
        if not HAN.search(bare) and not WIDE.search(bare):
            continue
        whole = any(bare == name.strip("“”") for name in allowed)
        begun = word.endswith("…") and any(name.strip("“”").startswith(bare) for name in allowed)
        if not whole and not begun:
            left.add(word)
    return left


@pytest.fixture
def window(open_window: Callable[..., MainWindow], where: Places) -> MainWindow:
    return open_window(where, "zh", (1440, 900))


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until a place has what it makes beside the window."""
    if window.place == "map":
        qtbot.waitUntil(lambda: window.views["map"].is_ready, timeout=30_000)
    if window.place == "studio":
        view = window.views["studio"]
        qtbot.waitUntil(
            lambda: view.is_still and view.checks.findings is not None,
            timeout=120_000,
        )
    if window.place == "content":
        qtbot.waitUntil(lambda: window.views["content"].home.issues is not None, timeout=20_000)
    if window.place == "chain":
        view = window.views["chain"]
        QApplication.processEvents()
        qtbot.waitUntil(
            lambda: view.picture.drawing() is not None and not view.side.late.isActive() and not Job.running,
            timeout=30_000,
        )
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.mark.parametrize("place", VIEWS)
def test_every_place_changes_its_language_whole(
    window: MainWindow, painted: Painted, allowed: set[str], qtbot: QtBot, place: str
) -> None:
    window.hub.set_shortlist(("zone-kangyang", "policy-build-on-land-award", "enterprise-jinhe"))
    window.hub.set_compared(COMPARED)
    window.go(place)
    settle(window, qtbot)
    chinese = painted.of(window)
    window.hub.set_language("en")
    settle(window, qtbot)
    english = painted.of(window)
    assert foreign(english, allowed) == set()
    names = {word for word in chinese & english if HAN.search(word)}
    assert foreign(names, allowed) == set()  # what is the same in both languages is a name
    assert len(english) > 20
    window.hub.set_language("zh")
    settle(window, qtbot)
    assert painted.of(window) == chinese


def test_the_map_page_changes_its_language_whole(
    window: MainWindow, qtbot: QtBot, ask: Callable[[Any, str], Any], library: Library
) -> None:
    window.go("map")
    settle(window, qtbot)
    web = window.views["map"].web
    texts = (
        "[document.title, ...[...document.querySelectorAll('body *')].flatMap((e) => [e.getAttribute('aria-label'),"
        " e.title, ...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent)])]"
        ".filter((t) => t && t.trim())"
    )
    hook = (
        "(() => { if (!window.drawnTexts) { window.drawnTexts = new Set(); const f = CanvasRenderingContext2D.prototype"
        ".fillText; CanvasRenderingContext2D.prototype.fillText = function (t, ...r) { window.drawnTexts.add(t);"
        " return f.call(this, t, ...r); }; } window.drawnTexts.clear(); park.zoom(1); park.zoom(-1); return 1; })()"
    )
    names = {
        part for each in library.features for name in (each.name, each.short or each.name) for part in name.zh.split()
    }
    seen: dict[str, tuple[set[str], set[str]]] = {}
    for lang in ("en", "zh"):
        window.hub.set_language(lang)
        qtbot.waitUntil(lambda: ask(web, "park.state().lang") == window.hub.lang, timeout=30_000)
        ask(web, hook)
        qtbot.wait(900)
        seen[lang] = set(ask(web, texts)), set(ask(web, "[...window.drawnTexts]"))
    dom, drawn = seen["en"]
    assert len(dom) > 30
    assert {text for text in dom if HAN.search(text)} == set()
    # beside the English a name may stand in Chinese, as on the signs in the street
    assert {text for text in drawn if HAN.search(text)} <= names
    assert not {text for text in seen["zh"][0] & dom if HAN.search(text)}


@pytest.mark.parametrize("kind", KINDS)
def test_cards_of_every_kind_change_their_language_whole(
    window: MainWindow, painted: Painted, allowed: set[str], library: Library, kind: str
) -> None:
    records = library.records(kind)
    step = max(1, len(records) // 12)
    window.hub.set_language("en")
    left: dict[str, set[str]] = {}
    for record in records[::step]:
        window.hub.choose(record.id)
        found = foreign(painted.of(window.card), allowed)
        if found:
            left[record.id] = found
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert left == {}
    assert window.card.title.text().casefold() == record.name.en.casefold()
    window.hub.set_language("zh")
    assert window.card.title.text() == record.name.zh


def test_what_comes_and_goes_changes_too(
    window: MainWindow,
    painted: Painted,
    allowed: set[str],
    library: Library,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nicknames = {name.name for kind in KINDS for each in library.records(kind) for name in library.names_of(each.id)}
    window.hub.set_language("en")
    box = window.top_bar.search
    for words in ("kangyang", "wellness", "2393", "jhzy", "zzzz-nothing"):
        box.line.setText(words)
        box.look()
        assert box.results is not None
        said = {row.text(): row.why for row in box.rows}
        reasons = set(said.values()) | {row.accessibleName() for row in box.rows}
        seen = {word for word in painted.of(box.results) if word.rstrip("…") not in str(reasons)}
        assert foreign(seen | said.keys(), allowed) == set(), words
        # why something was found may quote the name or alias that holds what was typed
        assert [why for why in said.values() if HAN.search(why.partition(": ")[0])] == []
        assert [why for why in said.values() if HAN.search(why) and why.partition(": ")[2] not in nicknames] == []
    box.line.clear()
    box.close_results()
    window.hub.add("zone-kangyang")
    assert "Golden" in window.toast.text()
    assert foreign(painted.of(window.toast), allowed) == set()
    window.hub.remove("zone-kangyang")
    assert foreign(painted.of(window.toast) | painted.of(window.tray), allowed) == set()
    window.tray.set_progress(0.42)
    assert foreign(painted.of(window.tray), allowed) == set()
    window.tray.set_progress(None)
    about = About(window.hub, window)
    about.show()
    assert foreign(painted.of(about), allowed) == set()
    about.close()
    failure = Failure(window.hub, window, say.NOT_EXPORTED, Text("磁盘已满。", "The disk is full."), lambda: None)
    failure.show()
    assert foreign(painted.of(failure), allowed) == set()
    failure.close()
    window.go("policies")
    policies = window.views["policies"]
    policies.filters.choose("topic", "registration")
    policies.filters.choose("validity", "drafting")
    assert policies.list.empty.isVisible()
    assert foreign(painted.of(window), allowed) == set()
    monkeypatch.setitem(shell_of_views.VIEWS, "chain", ("brochure.gui.nothing_here", "Nothing"))
    window.go("chain")
    assert foreign(painted.of(window), allowed) == set()
    window.hub.set_language("zh")
    assert HAN.search(window.stage.currentWidget().heading.text())


@pytest.mark.parametrize("place", VIEWS)
def test_no_place_shows_a_window_of_its_own_while_it_is_built(
    window: MainWindow, qapp: QApplication, place: str
) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    window.go(place)
    window.hub.choose("zone-kangyang")
    QApplication.processEvents()
    qapp.removeEventFilter(watch)
    assert shown == []


def controls(root: QWidget) -> Iterator[QWidget]:
    """Return what a person may press, type into or choose from."""
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QDateTimeEdit, QAbstractSlider)
    for each in root.findChildren(QWidget):
        inside = isinstance(each, QLineEdit) and isinstance(each.parent(), QComboBox | QDateTimeEdit)
        still = isinstance(each, QScrollBar) or (isinstance(each, QHeaderView) and not each.sectionsClickable())
        if isinstance(each, kinds) and each.isVisible() and not still and not inside:
            yield each


def heard(control: QWidget) -> str:
    """Return the name a screen reader says."""
    return QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)


@pytest.mark.parametrize("place", VIEWS)
def test_every_control_has_a_name_a_key_and_room_for_a_finger(window: MainWindow, qtbot: QtBot, place: str) -> None:
    window.hub.set_shortlist(("zone-kangyang", "policy-build-on-land-award"))
    window.hub.set_compared(COMPARED)
    window.go(place)
    if place != "studio":
        window.hub.choose("zone-kangyang")
    settle(window, qtbot)
    present = [each for each in controls(window) if each.isEnabled()]
    assert len(present) > 12
    assert [type(each).__name__ for each in present if not heard(each).strip()] == []
    reached = tab_stops(window, 400)
    deaf = [
        f"{type(each).__name__} {heard(each)}"
        for each in present
        if each not in reached
        and not (isinstance(each, QAbstractButton) and _of_group(each, reached))
        and not any(part in reached for part in each.findChildren(QWidget))
    ]
    assert deaf == []
    small = {}
    for each in present:
        if not isinstance(each, QAbstractButton):
            continue
        least = next((floor for kind, floor in SMALLER.items() if isinstance(each, kind)), 36)
        if min(each.width(), each.height()) < least:
            small[f"{type(each).__name__} {heard(each)}"] = (each.width(), each.height())
    assert small == {}
    main = [window.rail.items[place]] + ([window.card.foot.add_button] if window.has_card else [])
    main += [window.views["studio"].checks.export_button] if place == "studio" else []
    assert [(heard(each), each.height()) for each in main if each.height() < 44] == []


def _of_group(button: QAbstractButton, reached: list[QWidget]) -> bool:
    """Of an exclusive group Tab reaches the current one; arrows reach the rest."""
    return button.group() is not None and any(each in reached for each in button.group().buttons())


def test_dialogs_are_named_and_close_by_key(window: MainWindow, qtbot: QtBot) -> None:
    window.show_about()
    about = window.findChild(QDialog)
    assert about is not None
    qtbot.waitUntil(about.isVisible, timeout=30_000)
    assert about.windowTitle() == say.ABOUT.zh
    assert about.close_button.accessibleName()
    assert about.close_button.height() >= 44
    about.reject()
    assert not about.isVisible()
