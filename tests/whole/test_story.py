"""The fair: a visitor asks for 康养, takes a few things along, and leaves with a brochure made out to the company."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from brochure.gui.list_models import RECORD
from brochure.gui.main_window import MainWindow
from brochure.settings import Places
from tests.whole.conftest import put_away

COMPANY = "青海示例生物科技有限公司"


class Visitor:
    """Somebody at the screen: every press is counted."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.presses = window, qtbot, 0

    def press(self, widget: QWidget) -> None:
        self.qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled(), timeout=30_000)
        self.presses += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def press_row(self, table: Any, record_id: str) -> None:
        model = table.model()
        row = next(row for row in range(model.rowCount()) if model.index(row, 0).data(RECORD).id == record_id)
        table.scrollTo(model.index(row, 0))
        self.presses += 1
        spot: QPoint = table.visualRect(model.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def type_in(self, field: QWidget, words: str) -> None:
        """Type Chinese, which comes from an input method and not from keys."""
        for word in words:
            event = QInputMethodEvent()
            event.setCommitString(word)
            QApplication.sendEvent(field, event)

    def choose(self, words: str, record_id: str) -> None:
        """Look for words and go down to a record in what was found."""
        self.look_for(words)
        box = self.window.top_bar.search
        for _ in range([row.record_id for row in box.rows].index(record_id)):
            QTest.keyClick(box.line, Qt.Key.Key_Down)
        QTest.keyClick(box.line, Qt.Key.Key_Return)

    def look_for(self, words: str) -> list[str]:
        """Type into the search box by its key, as at a keyboard; return the names found."""
        box = self.window.top_bar.search
        QTest.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert box.line.hasFocus()
        self.type_in(box.line, words)
        self.qtbot.waitUntil(lambda: bool(box.rows), timeout=30_000)
        return [row.text() for row in box.rows]


@pytest.fixture
def window(open_window: Callable[..., MainWindow], where: Places) -> MainWindow:
    return open_window(where, "zh", (1440, 900))


@pytest.fixture
def visitor(window: MainWindow, qtbot: QtBot) -> Visitor:
    return Visitor(window, qtbot)


@pytest.fixture
def saved_as(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The answer to the system's own question where to keep the file."""
    out = tmp_path / "for the visitor.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    return out


def pages_of(out: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(out).pages]


def test_from_a_word_to_a_brochure_made_out_to_the_company(visitor: Visitor, saved_as: Path) -> None:
    window = visitor.window
    found = visitor.look_for("康养")
    assert any("康养" in name for name in found[:3])
    QTest.keyClick(window.top_bar.search.line, Qt.Key.Key_Return)
    visitor.qtbot.waitUntil(lambda: window.has_card, timeout=30_000)
    visitor.press(window.card.close_button)
    visitor.look_for("黄金海拔")
    row = next(row for row in window.top_bar.search.rows if row.record_id == "zone-kangyang")
    visitor.press(row)
    assert window.card.title.text() == "黄金海拔康养产业示范园区"
    visitor.press(window.card.foot.add_button)
    assert window.hub.shortlist == ("zone-kangyang",)
    assert [item.text() for item in window.tray.row.items] == ["黄金海拔康养产业示范园区"]
    visitor.press(window.rail.items["policies"])
    visitor.press_row(window.views["policies"].list.table, "policy-build-on-land-award")
    visitor.press(window.card.foot.add_button)
    visitor.press(window.rail.items["studio"])
    studio = window.views["studio"]
    studio.form.request.reader.setFocus()
    visitor.type_in(studio.form.request.reader, COMPANY)
    visitor.qtbot.waitUntil(
        lambda: studio.is_still and studio.checks.export_button.isEnabled(),
        timeout=120_000,
    )
    visitor.press(studio.checks.export_button)
    visitor.qtbot.waitUntil(lambda: saved_as.exists() and not studio.exporting.is_running, timeout=120_000)
    pages = pages_of(saved_as)
    assert COMPANY in pages[0]
    whole = "".join(pages)
    assert "黄金海拔康养产业示范园区" in whole
    assert "拿地即开工" in whole
    assert "金诃藏药" not in "".join(page for page in pages if page.startswith("园区企业"))  # chosen means chosen
    assert studio.preview.preview.pages == len(pages)
    assert [each.name for each in saved_as.parent.iterdir() if each.suffix in (".pdf", ".part")] == [saved_as.name]
    assert "for the visitor.pdf" in window.toast.text()


def test_four_presses_from_the_overview_to_the_file(visitor: Visitor, saved_as: Path) -> None:
    window = visitor.window
    assert window.place == "overview"
    visitor.press(window.rail.items["enterprises"])
    visitor.press_row(window.views["enterprises"].list.table, "enterprise-jinhe")
    visitor.press(window.card.foot.add_button)
    visitor.press(window.tray.export)
    visitor.qtbot.waitUntil(lambda: saved_as.exists() and not window.is_exporting, timeout=120_000)
    assert visitor.presses <= 4
    assert "金诃藏药" in "".join(pages_of(saved_as))
    assert len(pypdf.PdfReader(saved_as).outline) > 3


def test_a_stopped_export_leaves_nothing(visitor: Visitor, saved_as: Path) -> None:
    window = visitor.window
    visitor.press(window.tray.export)
    window.stop_export()
    visitor.qtbot.waitUntil(lambda: not window.is_exporting, timeout=60_000)
    assert not saved_as.exists()
    assert [each.name for each in saved_as.parent.glob(".*")] == []
    assert window.tray.export.isEnabled()


def test_language_and_theme_keep_place_card_and_shortlist(visitor: Visitor) -> None:
    window = visitor.window
    window.hub.set_shortlist(("zone-kangyang", "policy-build-on-land-award"))
    for place in ("policies", "altitude", "chain", "map", "studio", "enterprises"):
        visitor.press(window.rail.items[place])
        window.hub.choose("zone-kangyang")
        visitor.press(window.top_bar.language.parts["en"])
        assert (window.place, window.hub.chosen, window.has_card) == (place, "zone-kangyang", True)
        assert window.card.title.text().startswith("Golden")
        visitor.press(window.top_bar.dark)
        visitor.press(window.top_bar.language.parts["zh"])
        visitor.press(window.top_bar.dark)
        assert (window.place, window.hub.chosen, window.has_card) == (place, "zone-kangyang", True)
        assert window.card.title.text() == "黄金海拔康养产业示范园区"
        assert window.hub.shortlist == ("zone-kangyang", "policy-build-on-land-award")
        assert window.hub.theme == "light"
        visitor.press(window.card.close_button)


def test_shortlist_language_theme_and_reader_survive_a_restart(
    visitor: Visitor, where: Places, open_window: Callable[..., MainWindow]
) -> None:
    window = visitor.window
    window.hub.choose("zone-kangyang")
    visitor.press(window.card.foot.add_button)
    window.hub.add("enterprise-jinhe")
    visitor.press(window.top_bar.dark)
    visitor.press(window.top_bar.language.parts["en"])
    visitor.press(window.rail.items["studio"])
    reader = window.views["studio"].form.request.reader
    reader.setText(COMPANY)
    reader.editingFinished.emit()
    put_away(window)
    again = open_window(where, None)
    assert again.hub.shortlist == ("zone-kangyang", "enterprise-jinhe")
    assert [item.record_id for item in again.tray.row.items] == ["zone-kangyang", "enterprise-jinhe"]
    assert (again.hub.lang, again.hub.theme) == ("en", "dark")
    again.go("studio")
    assert again.views["studio"].form.request.reader.text() == COMPANY


@pytest.mark.alone
def test_a_dead_map_is_back_in_five_seconds_with_what_was_chosen(
    visitor: Visitor, ask: Callable[[Any, str], Any]
) -> None:
    window, qtbot = visitor.window, visitor.qtbot
    visitor.press(window.rail.items["map"])
    view = window.views["map"]
    qtbot.waitUntil(lambda: view.is_ready, timeout=60_000)
    visitor.choose("黄金海拔", "zone-kangyang")
    qtbot.waitUntil(lambda: ask(view.web, "park.state().selected") == "zone-kangyang", timeout=30_000)
    visitor.press(window.top_bar.language.parts["en"])
    for _ in range(2):  # a third death within a minute brings the still picture
        before = view.web.page()
        dead_at = time.monotonic()
        with qtbot.waitSignal(view.web.revived, timeout=30_000):
            os.kill(before.renderProcessPid(), signal.SIGKILL)
        qtbot.waitUntil(lambda: view.is_ready, timeout=20_000)
        assert time.monotonic() - dead_at <= 5.0
        state = ask(view.web, "park.state()")
        assert (state["selected"], state["lang"]) == ("zone-kangyang", "en")
        assert window.has_card
        assert window.card.title.text().startswith("Golden")
    os.kill(view.web.page().renderProcessPid(), signal.SIGKILL)
    qtbot.waitUntil(lambda: view.still is not None and view.still.isVisible(), timeout=30_000)
    assert view.still.list.count() > 10
    assert window.hub.chosen == "zone-kangyang"


def test_a_press_on_the_map_reaches_the_card_and_a_list_moves_the_map(
    visitor: Visitor, ask: Callable[[Any, str], Any]
) -> None:
    window, qtbot = visitor.window, visitor.qtbot
    visitor.press(window.rail.items["map"])
    view = window.views["map"]
    qtbot.waitUntil(lambda: view.is_ready, timeout=60_000)
    x, y = ask(view.web, "park.pointOf('zone-tcm')")
    QTest.mouseClick(view.web.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: window.has_card, timeout=30_000)
    assert window.hub.chosen == "zone-tcm"
    before = ask(view.web, "[map_park.getCenter().lat, map_park.getCenter().lng]")
    visitor.choose("青海大学科技园", "stage-qhu-science-park")
    qtbot.waitUntil(
        lambda: ask(view.web, "[map_park.getCenter().lat, map_park.getCenter().lng]") != before, timeout=30_000
    )
    assert ask(view.web, "park.state().selected") == "stage-qhu-science-park"
    assert window.place == "map"
