import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from brochure.desk.change import load_settings, load_shortlist, save_setting, save_shortlist
from brochure.desk.tailor import Exported
from brochure.errors import CancelledError, RenderError
from brochure.gui import app as wiring
from brochure.gui import main_window
from brochure.gui.shell import Shell
from brochure.gui.states import ErrorState
from brochure.words import Text
from brochure.words import window as say
from tests.gui.seen import CHINESE, nameless, tab_stops, visible_words

OURS = ("overview", "policies", "enterprises")


@pytest.mark.parametrize("place", OURS)
def test_english_shows_no_chinese_but_names(window, qtbot, place):
    window.go(place)
    before = visible_words(window)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.hub.lang == "en"
    left = [word for word in visible_words(window) if CHINESE.search(word) and word != "中"]
    assert left == []
    kept = set(before) & set(visible_words(window))
    assert all(not CHINESE.search(word) or word == "中" for word in kept)


@pytest.mark.parametrize("place", OURS)
def test_language_goes_there_and_back(window, place):
    window.go(place)
    before = visible_words(window)
    window.hub.set_language("en")
    window.hub.set_language("zh")
    assert visible_words(window) == before


@pytest.mark.parametrize("place", OURS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_control_has_a_name(window, place, lang):
    window.hub.set_language(lang)
    window.go(place)
    window.hub.choose("zone-kangyang")
    assert nameless(window) == []


def test_every_button_is_reached_by_keyboard(window):
    window.hub.choose("zone-kangyang")
    window.hub.set_shortlist(("zone-north",))
    reached = tab_stops(window)
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    assert len(buttons) > 20
    outside = [
        each.accessibleName() or each.text() for each in buttons if each not in reached and not _of_group(each, reached)
    ]
    assert outside == []


def _of_group(button, reached) -> bool:
    """Of an exclusive group Tab reaches the current one; arrows reach the rest."""
    return button.group() is not None and any(each in reached for each in button.group().buttons())


def test_ctrl_and_a_number_goes_to_a_place(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.place == "policies"
    assert window.rail.items["policies"].isChecked()
    qtbot.mouseClick(window.rail.items["enterprises"], Qt.MouseButton.LeftButton)
    assert window.place == "enterprises"


def test_the_doors_lead_on(window, qtbot):
    qtbot.mouseClick(window.views["overview"].doors["policies"], Qt.MouseButton.LeftButton)
    assert window.place == "policies"


def test_language_and_theme_are_kept(window, qapp, where):
    window.hub.set_language("en")
    window.hub.set_theme("dark")
    assert load_settings(where)["lang"] == "en"
    assert load_settings(where)["theme"] == "dark"
    assert wiring.read_theme(where) == "dark"
    again = wiring.build_window(qapp, where)
    assert (again.hub.lang, again.hub.theme) == ("en", "dark")
    assert again.rail.items["map"].text() == "Map"
    again.deleteLater()


def test_dark_turns_every_part(window, qtbot):
    light = window.grab().toImage()
    qtbot.mouseClick(window.top_bar.dark, Qt.MouseButton.LeftButton)
    dark = window.grab().toImage()
    spots = [(20, 700), (600, 30), (100, 400), (700, 780), (90, 660)]
    for x, y in spots:
        assert light.pixelColor(x, y).lightness() > 200 > 100 > dark.pixelColor(x, y).lightness()


def test_the_smallest_window_shows_all_and_cuts_nothing(window):
    assert (window.minimumWidth(), window.minimumHeight()) == (1080, 800)
    window.resize(1080, 800)
    view = window.views["overview"]
    assert view.minimumSizeHint().height() <= view.height()
    foot = max(door.geometry().bottom() for door in view.doors.values())
    assert foot < view.height()
    assert view.figures.geometry().bottom() < min(door.geometry().top() for door in view.doors.values())


def test_a_place_that_fails_says_so_and_opens_when_asked_again(window, qtbot, monkeypatch):
    monkeypatch.setitem(main_window.VIEWS, "policies", ("brochure.gui.nothing_here", "Nothing"))
    window.go("policies")
    state = window.stage.currentWidget()
    assert isinstance(state, ErrorState)
    assert say.PLACES["policies"].zh in state.heading.text()
    window.hub.set_language("en")
    assert not CHINESE.search(state.heading.text() + state.sentence.text())
    monkeypatch.undo()
    qtbot.mouseClick(state.actions[0], Qt.MouseButton.LeftButton)
    assert type(window.stage.currentWidget()).__name__ == "PoliciesView"


def test_the_shell_is_painted_before_the_content_is_read(qtbot, qapp, where, monkeypatch):
    read = []
    real = wiring.build_window
    monkeypatch.setattr(wiring, "build_window", lambda *given: read.append(1) or real(*given))
    monkeypatch.setattr(wiring.Warmer, "start", lambda self: None)
    shell = Shell("light")
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.painted):
        shell.show()
    assert not read
    wiring.fill(qapp, shell, where)
    assert read
    assert shell.content.place == "overview"
    assert shell.windowTitle() == say.TITLE.zh


def test_content_that_cannot_be_read_is_said_in_the_window(qtbot, qapp, where, monkeypatch):
    def refuse(*given):
        raise RenderError(Text("内容坏了。", "The content is broken."))

    monkeypatch.setattr(wiring, "build_window", refuse)
    shell = Shell("light")
    qtbot.addWidget(shell)
    shell.show()
    wiring.fill(qapp, shell, where)
    assert isinstance(shell.content, ErrorState)
    assert "内容坏了。" in shell.content.sentence.text()
    assert "The content is broken." in shell.content.sentence.text()


def test_an_export_tells_its_progress_and_names_the_file(window, qtbot, tmp_path, monkeypatch):
    seen = []

    def export(library, recipe, out, places, *, review_number, progress, cancelled):
        seen.append(recipe)
        progress(0.5)
        out.write_bytes(b"%PDF")
        return Exported(out, 12, "0", 0.1)

    monkeypatch.setattr("brochure.desk.tailor.export", export)
    window.hub.set_shortlist(("zone-kangyang", "policy-plan-14th-five-year"))
    window.export(tmp_path / "手册.pdf")
    assert not window.tray.export.isEnabled()
    qtbot.waitUntil(window.toast.isVisible, timeout=30_000)
    assert "手册.pdf" in window.toast.text()
    assert "12" in window.toast.text()
    assert window.toast.button.text() == say.OPEN.zh
    assert window.tray.export.isEnabled()
    assert seen[0].zones == ("zone-kangyang",)
    assert seen[0].policies == ("policy-plan-14th-five-year",)
    assert seen[0].enterprises == ()


def test_an_export_can_be_stopped(window, qtbot, tmp_path, monkeypatch):
    def export(library, recipe, out, places, *, review_number, progress, cancelled):
        while not cancelled():
            time.sleep(0.01)
        raise CancelledError(Text("停", "stopped"))

    monkeypatch.setattr("brochure.desk.tailor.export", export)
    window.export(tmp_path / "a.pdf")
    qtbot.waitUntil(window.tray.cancel.isVisible)
    qtbot.mouseClick(window.tray.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.toast.isVisible, timeout=30_000)
    assert window.toast.text() == say.STOPPED.zh
    assert not (tmp_path / "a.pdf").exists()


def test_a_refused_export_says_why_and_what_is_safe(window, qtbot, tmp_path, monkeypatch):
    def export(*given, **named):
        raise RenderError(Text("磁盘已满。", "The disk is full."))

    monkeypatch.setattr("brochure.desk.tailor.export", export)
    window.export(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: _dialog() is not None, timeout=30_000)
    dialog = _dialog()
    assert "磁盘已满。" in dialog.state.sentence.text()
    assert say.DRAFT_SAFE.zh in dialog.state.sentence.text()
    dialog.reject()


def _dialog() -> QWidget | None:
    return next((each for each in QApplication.topLevelWidgets() if each.isVisible() and hasattr(each, "state")), None)


def test_the_shortlist_of_last_time_is_there_again(qapp, qtbot, where):
    save_shortlist(where, ("zone-north", "gone-since", "zone-kangyang"))
    save_setting(where, "lang", "en")
    window = wiring.build_window(qapp, where)
    qtbot.addWidget(window)
    assert window.hub.shortlist == ("zone-north", "zone-kangyang")
    assert window.tray.count.text() == "Brochure 2"
    window.hub.remove("zone-north")
    assert load_shortlist(where) == ("zone-kangyang",)


def test_about_names_version_content_and_licences(window, qtbot):
    from brochure.gui.about import About, list_parts

    window.top_bar.about.click()
    about = window.findChild(About)
    words = " ".join(visible_words(about))
    assert window.hub.library.content_date in words
    assert "OpenStreetMap" in words
    assert "ODbL" in words
    parts = {name.lower(): licence for name, _, licence in list_parts()}
    assert "pyside6" in parts
    assert all(parts.values()), parts
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not about.isVisible())


def test_no_icon_is_missing():
    folder = Path(__file__).parents[2] / "assets" / "icons"
    from brochure.gui.icons import RECORD_ICONS
    from brochure.gui.rail import ICONS

    for name in {*RECORD_ICONS.values(), *ICONS.values()}:
        assert 'stroke-width="1.5"' in (folder / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C as a signal")
def test_ctrl_c_in_the_terminal_ends_the_window(tmp_path: Path) -> None:
    start = [sys.executable, "-m", "brochure", "--home", str(tmp_path)]
    window = subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while not (tmp_path / "cache" / "content.db").exists() and time.monotonic() < deadline:
            time.sleep(0.05)  # the content is read after the first picture: the window stands
        time.sleep(0.5)
        window.send_signal(signal.SIGINT)
        assert window.wait(10) == -signal.SIGINT
    finally:
        window.kill()
        window.wait()


def test_the_keyboard_reads_rail_bar_place_card_and_tray_last(window, library):
    window.hub.set_shortlist(("zone-north", "zone-kangyang"))
    window.go("chain")
    window.hub.choose("zone-north")
    window.hub.set_shortlist(("zone-north", "zone-kangyang", "stage-tusstar"))
    chain, widget = [], window
    while (widget := widget.nextInFocusChain()) is not window:
        chain.append(widget)

    def at(part):
        return [place for place, each in enumerate(chain) if part.isAncestorOf(each) and each.focusPolicy()]

    parts = [window.rail, window.top_bar, window.views["chain"], window.card, window.tray]
    for before, after in itertools.pairwise(parts):
        assert max(at(before)) < min(at(after)), type(after)
    tray = [chain.index(each) for each in window.tray.in_order()]
    assert tray == sorted(tray)


def test_the_top_bar_is_large_enough_for_a_finger_and_the_whole_box_takes_the_keyboard(window, qtbot):
    bar = window.top_bar
    for each in (bar.search, bar.search.line, bar.visitor, bar.dark, bar.about, *bar.language.parts.values()):
        assert min(each.width(), each.height()) >= 44, each
    qtbot.mouseClick(bar.search, Qt.MouseButton.LeftButton, pos=QPoint(12, 22))  # on the glass
    assert QApplication.focusWidget() is bar.search.line
