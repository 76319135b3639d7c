"""A screen that stands, and a narrow one: all that matters is there in full, within the window and within reach."""

import itertools

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from brochure.gui.overview_view import measure
from brochure.gui.shell import SMALLEST_PX, Shell
from brochure.gui.widgets import width_of
from brochure.words import window as say

SEARCH_HINT = say.SEARCH.en
PORTRAIT, NARROW = (1080, 1920), (1080, 800)
SIZES = (PORTRAIT, NARROW, (1280, 800), (1440, 900), (1920, 1080))


def show(window, size, lang, place):
    window.resize(*size)
    window.hub.set_language(lang)
    window.go(place)
    QApplication.processEvents()
    QApplication.processEvents()


def frame_in(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def test_the_window_may_be_as_narrow_as_a_standing_screen(qtbot, window):
    shell = Shell("light")
    qtbot.addWidget(shell)
    shell.hold(window)
    assert (shell.minimumWidth(), shell.minimumHeight()) == SMALLEST_PX == NARROW
    shell.show()
    shell.resize(*PORTRAIT)
    QApplication.processEvents()
    assert window.width() == 1080
    window.setParent(None)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_overview_cuts_no_word(window, painted, size, lang):
    show(window, size, lang, "overview")
    view = window.views["overview"]
    painted.clear()
    assert not view.grab().isNull()
    assert [word for word in painted if "…" in word] == []
    for door in view.doors.values():
        assert set(door.texts()) <= set(painted)
    for block in view.figures.blocks:
        assert block.value in painted
        assert block.date in painted
        assert block.label in painted


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_parts_of_the_overview_keep_out_of_each_others_way(window, size, lang):
    show(window, size, lang, "overview")
    view = window.views["overview"]
    parts = [view.hero, *view.figures.blocks, *view.doors.values()]
    frames = [frame_in(part, view) for part in parts]
    assert all(view.rect().contains(frame) for frame in frames)
    assert not any(a.intersects(b) for at, a in enumerate(frames) for b in frames[at + 1 :])
    assert all(block.height() >= block.heightForWidth(block.width()) for block in view.figures.blocks)
    hero = view.hero.height() / view.hero.width()
    assert 0.19 < hero < 0.68


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_on_the_profile_do_not_meet(window, size, lang):
    """The heights, the heading and the names on the axis each have a place of their own."""
    show(window, size, lang, "overview")
    hero = window.views["overview"].hero
    laid, _, _ = hero._lay_words()
    lines = [
        (layout.lineAt(number), y) for layout, y, _ in laid[1:] for number in range(layout.lineCount())
    ]  # the heading line by line, as far as its words go
    heading = [
        QRect(32, round(y + line.y()), round(line.naturalTextWidth()), round(line.height())) for line, y in lines
    ]
    band, gate = hero._band_frame(), hero._gate_frame()
    word = QRect(round(band.left()), round(band.center().y()) - 11, round(band.width()), 22)
    for frame in heading:
        assert not frame.intersects(word)
        assert not frame.intersects(gate.toRect())
    assert not word.intersects(gate.toRect())
    _, caption, y = hero._lay_words()
    if caption:
        under = QRect(32, round(y) + 4, round(width_of(caption, "small")) + hero.mark.width() + 16, 20)
        assert not under.intersects(gate.toRect())
    assert band.right() < hero._x(hero._gate().chainage_m)
    assert gate.right() < hero._x(hero._gate().chainage_m)


def test_upright_the_figures_stand_two_by_four_and_the_doors_two_by_two(window):
    show(window, PORTRAIT, "en", "overview")
    view = window.views["overview"]
    assert len({block.x() for block in view.figures.blocks}) == 2
    assert len({block.y() for block in view.figures.blocks}) == 4
    assert len({door.x() for door in view.doors.values()}) == 2
    rows = sorted({block.y() for block in view.figures.blocks})
    gaps = [b - a for a, b in itertools.pairwise(rows)]
    assert max(gaps) - min(gaps) <= 2  # an even rhythm
    assert max(gaps) < 230  # and no void
    show(window, (1440, 900), "en", "overview")
    assert len({block.x() for block in view.figures.blocks}) == 4
    assert len({door.x() for door in view.doors.values()}) == 4


def test_measures_grow_with_the_window_and_never_past_it():
    for width in range(1008, 2500, 37):
        for height in range(680, 2300, 61):
            found = measure(width, height)
            rows = 8 // found.figure_columns
            doors = 4 // found.door_columns
            least = found.hero + found.top + found.foot + doors * found.door + (doors - 1) * found.gap + rows * 112
            least += rows * found.air
            assert least <= height, (width, height)


@pytest.mark.parametrize("size", [PORTRAIT, NARROW])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("place", ["overview", "policies", "enterprises", "compare", "studio", "content"])
@pytest.mark.parametrize("card", [False, True])
def test_every_button_lies_in_the_window_with_its_words_in_full(window, painted, size, lang, place, card):
    window.hub.set_shortlist(("zone-kangyang", "zone-core", "policy-build-on-land-award", "enterprise-jinhe"))
    window.hub.set_compared(("zone-kangyang", "zone-core", "carrier-bio-incubator", "stage-qhu-science-park"))
    show(window, size, lang, place)
    if card:
        window.hub.choose("zone-kangyang")
        QApplication.processEvents()
    bars = [window.top_bar, window.rail, *([window.tray] if window.tray.isVisible() else [])]
    for bar in [*bars, *([window.card] if card else [])]:
        for button in bar.findChildren(QAbstractButton):
            if button.isVisible() and not button.visibleRegion().isEmpty():
                frame = frame_in(button, window)
                assert window.rect().intersects(frame)
                if type(button).__name__ in ("Button", "PrimaryButton", "SecondaryButton", "VisitorButton", "RailItem"):
                    assert window.rect().contains(frame), button.text()
                    assert button.width() >= button.sizeHint().width() or type(button).__name__ == "RailItem"
    view = window.views[place]
    for button in view.findChildren(QAbstractButton):
        if button.isVisible() and type(button).__name__ in ("Button", "PrimaryButton", "SecondaryButton"):
            assert button.width() >= button.sizeHint().width(), button.text()
            assert frame_in(button, window).right() < window.width(), button.text()
    painted.clear()
    assert not window.top_bar.grab().isNull()
    assert not window.rail.grab().isNull()
    assert [word for word in painted if "…" in word and word != SEARCH_HINT] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_upright_the_lists_name_every_row_in_full(window, painted, lang):
    for place in ("policies", "enterprises"):
        show(window, PORTRAIT, lang, place)
        view = window.views[place]
        if place == "policies":
            view.matcher.ask(None)  # a question below takes the room of the last rows until it is answered
            QApplication.processEvents()
        painted.clear()
        assert not view.grab().isNull()
        model = view.list.model
        names = {str(model.index(row, 0).data()) for row in range(model.rowCount())}
        assert names <= set(painted)
        bar = view.filters if place == "policies" else view.filters[view.page]
        shown = [chip for chip in (*bar.chips.values(), *bar.menus.values()) if chip.isVisible()]
        shown += [view.day.field] if place == "policies" else []
        foot = max(frame_in(chip, view).bottom() for chip in shown)
        top = frame_in(view.list, view).top()
        assert 0 < top - foot < 40  # no void between the chips and the list
        assert view.head.note.height() >= view.head.note.heightForWidth(view.head.note.width())


def test_upright_the_pages_of_the_studio_are_large_and_the_checks_lie_below_the_form(window):
    show(window, PORTRAIT, "en", "studio")
    studio = window.views["studio"]
    assert studio.checks.y() > studio.form.y()
    assert studio.preview.width() > 660
    show(window, (1280, 800), "en", "studio")
    assert studio.checks.y() == studio.form.y()
    assert studio.checks.x() > studio.preview.x()
