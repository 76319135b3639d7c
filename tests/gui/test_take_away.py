"""The map is taken away from the window: a file beside it, a line at the foot that opens it, a sentence if it fails."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from brochure.gui.take_away import MapTaker
from brochure.gui.view import Hub


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("kind", ["html", "pdf", "svg"])
def test_a_button_writes_the_map_and_offers_to_open_it(
    qtbot: QtBot, hub: Hub, owner: QWidget, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taker = MapTaker(hub, owner)
    buttons = taker.build_buttons()
    qtbot.addWidget(buttons)
    button = buttons.findChild(QWidget, f"take-{kind}")
    assert button.height() >= 44 or button.sizeHint().height() >= 44
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "地图"), ""))
    with qtbot.waitSignal(hub.offer, timeout=60_000) as heard:
        button.clicked.emit()
        taker.take(kind)  # pressed again while it is being written: once is enough
    assert f"地图.{kind}" in heard.args[0]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [f"地图.{kind}"]


def test_nothing_is_written_when_the_person_thinks_better_of_it(
    hub: Hub, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    taker = MapTaker(hub, owner)
    taker.take("html")
    assert taker.job is None


def test_what_cannot_be_is_said_in_the_language_of_the_window(
    qtbot: QtBot, hub: Hub, owner: QWidget, tmp_path: Path
) -> None:
    taker = MapTaker(hub, owner)
    with qtbot.waitSignal(hub.toast, timeout=60_000) as heard:
        taker.take("html", tmp_path / "not there" / "a.html")
    assert "没有" in heard.args[0]
    assert taker.job is None


def test_the_notes_of_the_map_have_the_buttons(qtbot: QtBot, hub: Hub, owner: QWidget) -> None:
    from brochure.gui.map_notes import MapNotes

    notes = MapNotes(hub, owner)
    assert [notes.findChild(QWidget, f"take-{kind}") is not None for kind in ("html", "pdf", "svg")] == [True] * 3
