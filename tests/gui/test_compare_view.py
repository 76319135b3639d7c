"""The place 对比: from card and list to columns, by mouse and by keyboard alone, and into the brochure."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from brochure.desk.change import load_compared, load_shortlist
from brochure.gui import app as wiring
from brochure.gui.compare_table import ValueLine, columns
from brochure.words import compare as say
from brochure.words import kinds
from tests.gui.seen import tab_stops, visible_words

FOUR = ("zone-kangyang", "zone-core", "carrier-bio-incubator", "stage-qhu-science-park")


@pytest.fixture
def place(window):
    window.go("compare")
    return window.views["compare"]


def order(place):
    return tuple(head.record for head in place.table.heads)


def shown_rows(place):
    return [row.key for row, *_ in place.table.rows.rows]


def test_empty_it_offers_the_ways_on(place, window, qtbot):
    assert place.stack.currentWidget() is place.empty
    assert place.empty.heading.text() == say.EMPTY.zh
    assert not place.empty.actions[2].isVisible()  # nothing in the brochure that could be compared
    window.hub.set_shortlist(("zone-core", "policy-build-on-land-award", "zone-north"))
    assert place.empty.actions[2].isVisible()
    qtbot.mouseClick(place.empty.actions[2], Qt.MouseButton.LeftButton)
    assert window.hub.compared == ("zone-core", "zone-north")
    assert place.stack.currentWidget() is place.table


def test_the_card_puts_a_thing_beside_the_others_and_takes_it_back(window, qtbot):
    window.hub.choose("zone-kangyang")
    button = window.card.foot.compare_button
    assert button.text() == say.COMPARE.zh
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.hub.compared == ("zone-kangyang",)
    assert window.toast.text() == say.JOINED.fill(window.hub.library.record("zone-kangyang").name, 1).zh
    assert window.card.foot.compare_button.text() == say.IN_COMPARE.zh
    qtbot.mouseClick(window.card.foot.compare_button, Qt.MouseButton.LeftButton)
    assert window.hub.compared == ()
    qtbot.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    assert window.hub.compared == ("zone-kangyang",)


def test_only_what_can_be_compared_has_the_action_and_the_map_stays_in_reach(window):
    window.hub.choose("policy-build-on-land-award")
    assert window.card.foot.compare_button is None
    window.hub.choose("zone-kangyang")
    assert not window.card.foot.compare_button.isHidden()
    assert not window.card.foot.map_button.isHidden()  # on the overview the map is elsewhere
    window.go("compare")
    assert not window.card.foot.map_button.isHidden()
    window.card.set_place("map")
    assert window.card.foot.map_button.isHidden()


def test_the_fifth_is_refused_in_words_with_a_way_to_make_room(window, qtbot):
    window.hub.set_compared(FOUR)
    window.hub.compare("zone-north")
    assert window.hub.compared == FOUR
    assert window.toast.text() == say.TOO_MANY.fill(window.hub.library.record("zone-north").name).zh
    qtbot.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    assert window.hub.compared == (*FOUR[1:], "zone-north")


def test_rows_differ_by_sign_and_word_and_not_by_colour_alone(place, window):
    window.hub.set_compared(("zone-kangyang", "zone-north"))
    told = {row.key: verdict.text() for row, _, verdict, _ in place.table.rows.rows}
    assert told["type"] == say.DIFFERS.zh
    assert told["status"] == say.SAME.zh
    assert told["area"] == say.PARTLY_OPEN.zh
    assert told["price"] == say.ALL_OPEN.zh
    signs = {}
    for row, _, verdict, _ in place.table.rows.rows:
        verdict._words = "X"
        signs[row.verdict] = verdict.grab().toImage()
    assert signs["differs"] != signs["same"]
    assert signs["differs"] != signs["open"]


def test_only_differences_folds_what_is_the_same_and_says_how_much(place, window, qtbot):
    window.hub.set_compared(("zone-kangyang", "zone-north"))
    every = shown_rows(place)
    assert every == list(say.ROWS)
    qtbot.mouseClick(place.only, Qt.MouseButton.LeftButton)
    left = shown_rows(place)
    assert "status" not in left
    assert "price" not in left
    assert {"type", "area"} <= set(left)
    assert place.only.detail == say.LEFT_OUT.fill(len(every) - len(left)).zh
    qtbot.mouseClick(place.only, Qt.MouseButton.LeftButton)
    assert shown_rows(place) == every


def test_what_is_unknown_is_written_and_every_value_opens_a_card(place, window, qtbot):
    window.hub.set_compared(FOUR)
    lines = place.table.rows.lines()
    assert kinds.TO_BE_CONFIRMED.zh in {line.text() for line in lines if not line.line.known}
    wanted = next(line for line in lines if line.line.record == "industry-wellness")
    place.table.scroll.ensureWidgetVisible(wanted)
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert window.hub.chosen == "industry-wellness"
    assert window.has_card


def test_all_are_put_into_the_brochure_in_their_order_and_back(place, window, qtbot, where):
    window.hub.set_shortlist(("zone-core",))
    window.hub.set_compared(FOUR)
    qtbot.mouseClick(place.put_all, Qt.MouseButton.LeftButton)
    assert window.hub.shortlist == ("zone-core", "zone-kangyang", "carrier-bio-incubator", "stage-qhu-science-park")
    assert load_shortlist(where) == window.hub.shortlist
    assert not place.put_all.isEnabled()
    assert place.put_all.text() == say.ALL_ARE_IN.zh
    qtbot.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    assert window.hub.shortlist == ("zone-core",)


def test_what_is_compared_is_there_again_after_a_restart(window, qapp, where):
    window.hub.set_compared(FOUR)
    window.hub.set_compared((FOUR[1], FOUR[0], *FOUR[2:]))
    again = wiring.build_window(qapp, where)
    again.go("compare")
    assert order(again.views["compare"]) == (FOUR[1], FOUR[0], *FOUR[2:])
    again.deleteLater()


def test_ids_that_are_gone_are_not_compared_after_a_restart(window, qapp, where):
    window.hub.set_compared(("zone-core", "zone-of-nobody", "zone-north"))
    assert load_compared(where) == ("zone-core", "zone-of-nobody", "zone-north")
    again = wiring.build_window(qapp, where)
    assert again.hub.compared == ("zone-core", "zone-north")
    again.deleteLater()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_everything_is_done_by_keyboard_alone(place, window, qtbot):
    """Add by typing, add by arrows, move, open a value, fold, put all in, take one out: no pointer anywhere."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    place.empty.actions[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert place.picker.isVisible()
    assert QApplication.focusWidget() is place.picker.line
    place.picker.line.insert("康养")
    press(Qt.Key.Key_Return)
    assert window.hub.compared == ("zone-kangyang",)
    place.picker.line.setText("")
    for _ in range(2):  # the mark stays where it was: on what was just added
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
    assert len(window.hub.compared) == 3
    press(Qt.Key.Key_Escape)
    assert not place.picker.isVisible()
    assert QApplication.focusWidget() is place.add
    before = window.hub.compared
    place.table.heads[0].to_right.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert window.hub.compared == (before[1], before[0], before[2])
    assert QApplication.focusWidget() is place.table.heads[1].to_right  # the arrow goes along with its column
    press(Qt.Key.Key_Space)
    assert window.hub.compared == (before[1], before[2], before[0])
    place.only.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert len(shown_rows(place)) < len(say.ROWS)
    place.put_all.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert window.hub.shortlist == window.hub.compared
    place.table.heads[2].close_button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert window.hub.compared == before[1:]
    line = place.table.rows.lines()[0]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert window.hub.chosen == line.line.record


def test_tab_reaches_every_value_and_shows_it(place, window, qtbot):
    window.hub.set_compared(FOUR)
    qtbot.waitUntil(lambda: place.table.rows.height() > 0)
    reached = tab_stops(window, 600)
    lines = place.table.rows.lines()
    assert len(lines) > 60
    assert all(line in reached for line in lines)
    assert lines[-1].visibleRegion().isEmpty()
    lines[-2].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is lines[-1]
    qtbot.waitUntil(lambda: not lines[-1].visibleRegion().isEmpty())


def test_the_picker_takes_out_what_is_in_and_says_so_when_full(place, window, qtbot):
    window.hub.set_compared(FOUR[:3])
    place.open_picker()
    row = next(row for row in place.picker.rows if row.record_id == "zone-kangyang")
    assert row.why == say.THERE.zh
    place.picker.picked.emit("zone-kangyang")
    assert window.hub.compared == FOUR[1:3]
    for key in ("zone-north", "zone-food", "zone-tcm"):
        place.picker.picked.emit(key)
    assert window.hub.compared == (*FOUR[1:3], "zone-north", "zone-food")
    assert "“" in window.toast.text()
    assert not place.add.isEnabled()
    assert place.add.text() == say.FULL.zh


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920), (1080, 800), (1920, 1080)])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("card", [False, True])
def test_heads_stand_over_their_columns_and_only_rows_scroll(place, window, qtbot, size, lang, card):
    window.resize(*size)
    window.hub.set_language(lang)
    window.hub.set_compared(FOUR)
    if card:
        window.hub.choose("zone-core")
    qtbot.waitUntil(lambda: place.table.rows.width() == place.table.scroll.viewport().width())
    QApplication.processEvents()
    rows, heads = place.table.rows, place.table.heads
    for _, _, _, cells in rows.rows:
        for head, cell in zip(heads, cells, strict=True):
            for line in cell:
                assert line.x() == head.x()
                assert line.width() == head.width()
                assert line.height() >= max(44, line.heightForWidth(line.width()))
    assert heads[-1].geometry().right() < place.table.width()
    assert rows.height() > place.table.scroll.viewport().height()
    right = place.put_all.mapTo(window, place.put_all.rect().topRight()).x()
    edge = window.card.x() if card else window.width()
    assert right < edge
    for head in heads:
        assert head.name.height() >= head.name.heightForWidth(head.name.width())
        assert min(head.close_button.width(), head.close_button.height()) >= 44
        assert head.close_button.geometry().right() <= head.width()
    least = max(head.name.heightForWidth(head.name.width()) for head in heads)
    assert heads[0].height() <= max(least + 24 + 44 + 40, 104 + 24)  # names, state and buttons, and no void


def test_lines_do_not_lie_over_each_other(place, window):
    window.hub.set_compared(FOUR)
    frames = [line.geometry() for line in place.table.rows.lines()]
    assert not any(a.intersects(b) for at, a in enumerate(frames) for b in frames[at + 1 :])


def test_columns_give_labels_their_own_line_where_it_is_narrow():
    assert not columns(1140, 4).stacked
    assert columns(560, 4).stacked
    assert not columns(560, 2).stacked


def test_a_value_says_its_column_and_row_to_a_screen_reader(place, window):
    window.hub.set_compared(FOUR)
    name = window.hub.library.record("zone-core").name.zh
    heard = [line.accessibleName() for line in place.findChildren(ValueLine)]
    assert f"{name}, {say.ROWS['status'].zh}: 运营" in heard


def test_the_language_turns_the_table_in_place(place, window):
    window.hub.set_compared(FOUR)
    zh = visible_words(place)
    window.hub.set_language("en")
    en = visible_words(place)
    assert say.ROWS["neighbours"].en in en
    assert say.ROWS["neighbours"].zh in zh
    window.hub.set_language("zh")
    assert visible_words(place) == zh


def test_dark_draws_the_small_maps_anew(place, window):
    window.hub.set_compared(FOUR[:2])
    light = place.table.heads[0].picture.drawing()
    window.hub.set_theme("dark")
    dark = place.table.heads[0].picture.drawing()
    assert dark != light
    paper = dark.shapes[0].shapes[0]
    assert QColor(paper.fill).lightness() < 60  # no grey card in a dark table
    window.hub.set_theme("light")


def test_a_name_nobody_has_is_said_right_below_the_box(place, window, qtbot):
    place.open_picker()
    picker = place.picker
    picker.line.setText("zzzz")
    qtbot.waitUntil(picker.none.isVisible)
    qtbot.waitUntil(lambda: 0 < picker.none.y() - picker.kinds.geometry().bottom() < 40)
    picker.line.setText("")
    qtbot.waitUntil(picker.area.isVisible)
    assert not picker.none.isVisible()


def test_what_a_finger_presses_in_picker_and_empty_place_is_large_enough(place, window, qtbot):
    window.hub.set_shortlist(FOUR[:2])
    place.open_picker()
    picker = place.picker
    QApplication.processEvents()
    for each in (picker.line, picker.close_button, *picker.kinds.parts.values(), *place.empty.actions):
        assert min(each.width(), each.height()) >= 44, each
