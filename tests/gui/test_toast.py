"""The line at the foot: how long it stays, and that it lies over nobody's buttons."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from brochure.gui import toast as toast_of
from brochure.gui.main_window import MainWindow
from brochure.tokens import TRAY_PX


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """A tenth of the time, for what is asked is the order of things; the pointer goes back to where it was."""
    for name in ("STAYS_MS", "LONGEST_MS", "AGAIN_MS"):
        monkeypatch.setattr(toast_of, name, getattr(toast_of, name) // 10)
    before = QCursor.pos()
    yield
    QCursor.setPos(before)


def test_it_leaves_although_the_pointer_rests_where_it_was_made(window: MainWindow, qtbot) -> None:
    QCursor.setPos(window.mapToGlobal(window.rect().topLeft()))
    window.say_toast("做好了")
    assert window.toast.isVisible()
    qtbot.waitUntil(window.toast.isHidden, timeout=30_000)


def test_the_pointer_on_it_keeps_it_for_a_while_the_keyboard_until_it_goes(window: MainWindow, qtbot) -> None:
    window.say_toast("做好了", "撤销", lambda: None)
    QCursor.setPos(window.toast.mapToGlobal(window.toast.rect().center()))
    window.say_toast("又做好了", "撤销", lambda: None)
    qtbot.wait(toast_of.STAYS_MS + 2 * toast_of.AGAIN_MS)
    assert window.toast.isVisible()
    window.toast.button.setFocus()
    qtbot.wait(toast_of.LONGEST_MS)
    assert window.toast.isVisible()
    window.rail.items["overview"].setFocus()
    qtbot.waitUntil(window.toast.isHidden, timeout=30_000)


@pytest.mark.parametrize("place", ["overview", "studio", "content"])
def test_it_stands_above_tray_and_buttons_in_every_place(window: MainWindow, place: str) -> None:
    window.go(place)
    window.say_toast("做好了")
    foot = window.toast.geometry().bottom() - toast_of.Panel.SHADOW
    assert foot < window.height() - TRAY_PX
