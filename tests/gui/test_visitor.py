"""新访客: asked twice, and then nothing of the last visitor is left, neither in the window nor on the disk."""

import datetime

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTextLayout
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from brochure.desk.change import load_compared, load_settings, load_shortlist
from brochure.gui import app as wiring
from brochure.gui.jobs import Job
from brochure.gui.view import today
from brochure.words import compare as say
from tests.gui.seen import visible_words

PLANTED = ("Planted-Reader-7", "Planted-Search-7", "Planted-Picker-7")


@pytest.fixture
def button(window):
    return window.top_bar.visitor


def every_word(window) -> list[str]:
    """Return every word of every widget, shown or hidden, and all that is painted."""
    words = []
    for widget in [window, *window.findChildren(QWidget)]:
        for name in ("text", "texts", "eyebrow", "sentence", "placeholderText", "currentText", "windowTitle"):
            ask = getattr(widget, name, None)
            if callable(ask):
                said = ask()
                words += [said] if isinstance(said, str) else list(said)
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QComboBox):
            words += [widget.itemText(number) for number in range(widget.count())]
    return words


def plant(window, qtbot):
    """Be a visitor: type, filter, choose, compare, move, and look at a brochure made out to a name."""
    window.hub.set_shortlist(("zone-kangyang", "policy-build-on-land-award", "enterprise-jinhe"))
    window.hub.set_compared(("zone-kangyang", "zone-north"))
    window.go("policies")
    policies = window.views["policies"]
    policies.filters.choose("topic", "innovation")
    policies.filters.choose("validity", "drafting")
    policies.filters.choose("stage", "stage-tusstar")
    window.hub.set_day(datetime.date(2024, 2, 3))
    window.go("enterprises")
    window.views["enterprises"].show_page("partners")
    window.views["enterprises"].filters["partners"].choose("industry", "industry-wellness")
    window.views["enterprises"].filters["enterprises"].choose("honour", "honoured")
    window.go("chain")
    window.views["chain"].show_stage(3)
    window.go("compare")
    compared = window.views["compare"]
    compared.only.setChecked(True)
    compared.open_picker()
    compared.picker.line.setText(PLANTED[2])
    window.go("studio")
    studio = window.views["studio"]
    studio.form.request.reader.setText(PLANTED[0])
    studio.form.request.reader.editingFinished.emit()
    studio.form.request.sector.setCurrentIndex(2)
    studio.form.request.day.setDate(QDate(2031, 5, 4))
    studio.form.rows["chain"].setChecked(False)
    studio._pause.stop()
    studio.compose()
    qtbot.waitUntil(lambda: not studio.proofs.is_composing and studio.preview.preview is not None, timeout=120_000)
    window.top_bar.search.line.setText(PLANTED[1])
    window.top_bar.search.look()
    window.hub.choose("zone-kangyang")
    window.hub.remove("zone-kangyang")  # a line that could be taken back


def test_it_is_asked_twice(window, button, qtbot):
    window.hub.set_shortlist(("zone-kangyang",))
    assert min(button.width(), button.height()) >= 44
    assert button.text() == say.NEW_VISITOR.zh
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == button.accessibleName() == say.START_OVER.zh
    assert window.hub.shortlist == ("zone-kangyang",)
    window.hub.set_language("en")
    assert button.text() == say.START_OVER.en
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.hub.shortlist == ()
    assert button.text() == say.NEW_VISITOR.en


def test_a_question_nobody_answers_goes_away(window, button, qtbot):
    window.hub.set_shortlist(("zone-kangyang",))
    button._asking.setInterval(20)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.text() == say.NEW_VISITOR.zh)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.hub.shortlist == ("zone-kangyang",)


def test_it_works_by_keyboard(window, button, qtbot):
    window.hub.set_shortlist(("zone-kangyang",))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.hub.shortlist == ()


def test_no_planted_word_is_left_in_any_widget(window, qtbot, monkeypatch):
    plant(window, qtbot)
    before = " ".join(every_word(window))
    assert all(word in before for word in PLANTED)  # else this test could not fail
    window.hub.welcome_visitor()
    qtbot.waitUntil(lambda: not Job.running, timeout=120_000)
    QApplication.sendPostedEvents()
    painted: set[str] = set()
    draw, lay, outline = QPainter.drawText, QTextLayout.draw, QPainterPath.addText
    monkeypatch.setattr(
        QPainter, "drawText", lambda p, *g: (painted.update(x for x in g if isinstance(x, str)), draw(p, *g))[1]
    )
    monkeypatch.setattr(QTextLayout, "draw", lambda t, *g: (painted.add(t.text()), lay(t, *g))[1])
    monkeypatch.setattr(
        QPainterPath, "addText", lambda p, *g: (painted.update(x for x in g if isinstance(x, str)), outline(p, *g))[1]
    )
    for place in ("overview", "policies", "enterprises", "chain", "compare", "studio", "overview"):
        window.go(place)
        QApplication.processEvents()
        assert not window.grab().isNull()
        words = " ".join([*every_word(window), *painted])
        assert [word for word in PLANTED if word in words] == [], place
        for field in window.findChildren(QLineEdit):
            field.undo()
        words = " ".join(every_word(window))
        assert [word for word in PLANTED if word in words] == [], f"{place}, taken back"
    assert len(painted) > 200


def test_everything_is_as_at_the_start(window, qtbot, where):
    plant(window, qtbot)
    window.hub.set_language("en")
    window.hub.set_theme("dark")
    window.hub.welcome_visitor()
    assert window.place == "overview"
    assert (window.hub.shortlist, window.hub.compared, window.hub.chosen) == ((), (), None)
    assert not window.has_card
    assert window.toast.button.isHidden()  # the removal of before cannot be taken back any more
    assert window.toast.text() == say.CLEARED.en
    policies = window.views["policies"]
    assert not policies.filters.is_filtering()
    assert window.hub.on == today()
    assert not policies.list.table.selectionModel().hasSelection()
    window.go("enterprises")
    firms = window.views["enterprises"]
    assert firms.page == "enterprises"
    assert not any(bar.is_filtering() for bar in firms.filters.values())
    window.go("chain")
    assert window.views["chain"].current == 0
    window.go("compare")
    compared = window.views["compare"]
    assert compared.picker.isHidden()
    assert not compared.only.isChecked()
    asked = window.views["studio"].form.asked()
    assert (asked.reader, asked.sectors, asked.sections, asked.lang) == (None, None, None, "en")
    assert asked.on.year != 2031
    assert window.views["studio"].preview.preview is None
    assert (window.hub.lang, window.hub.theme) == ("en", "dark")  # as the staff set them
    assert load_settings(where)["lang"] == "en"
    assert load_settings(where)["theme"] == "dark"


def test_no_trace_stays_on_the_disk(window, qtbot, where, qapp):
    plant(window, qtbot)
    held = b"".join(path.read_bytes() for path in where.data.rglob("*") if path.is_file())
    assert PLANTED[0].encode() in held
    assert b"zone-north" in held
    window.hub.welcome_visitor()
    assert load_shortlist(where) == ()
    assert load_compared(where) == ()
    assert load_settings(where)["reader"] == ""
    held = b"".join(path.read_bytes() for path in where.data.rglob("*") if path.is_file())
    for word in (PLANTED[0].encode(), b"zone-north", b"policy-build-on-land-award", b"enterprise-jinhe"):
        assert word not in held
    again = wiring.build_window(qapp, where)
    assert (again.hub.shortlist, again.hub.compared) == ((), ())
    again.deleteLater()


def test_a_brochure_being_set_for_the_last_visitor_reaches_nobody(window, qtbot):
    window.go("studio")
    studio = window.views["studio"]
    studio.form.request.reader.setText(PLANTED[0])
    studio._pause.stop()
    studio.compose()
    assert studio.proofs.is_composing
    window.hub.welcome_visitor()
    qtbot.waitUntil(lambda: not Job.running, timeout=120_000)
    assert studio.preview.preview is None
    window.go("studio")
    qtbot.waitUntil(lambda: studio.preview.preview is not None, timeout=120_000)
    assert studio.recipe().reader is None


def test_the_map_lies_as_at_the_start(window, qtbot, ask):
    window.go("map")
    view = window.views["map"]
    qtbot.waitUntil(lambda: view.is_ready, timeout=30_000)
    home = ask(view.web, "park.state()")
    first = view.panel.shown()
    row = next(row for row in view.panel.rows.values() if row.isEnabled() and row.isChecked())
    row.click()
    view.compass.measure.setChecked(True)
    ask(view.web, "park.show('stage-tusstar')")
    qtbot.mouseClick(view.compass, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    window.hub.choose("stage-tusstar")
    window.hub.welcome_visitor()
    assert view.panel.shown() == first
    assert not view.compass.measure.isChecked()
    window.go("map")
    qtbot.waitUntil(lambda: ask(view.web, "park.state()") == home, timeout=30_000)


def test_words_of_the_button_say_what_it_does(window, button):
    assert button.accessibleDescription() == say.NEW_VISITOR_KEYS.zh
    assert say.NEW_VISITOR.zh in visible_words(window.top_bar)
