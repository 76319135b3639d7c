import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from brochure.words import window as say


@pytest.fixture
def box(window):
    return window.top_bar.search


def type_in(qtbot, box, words):
    box.line.setFocus()
    box.line.setText(words)
    qtbot.waitUntil(lambda: not box._timer.isActive())


def test_ctrl_k_puts_the_keyboard_into_the_box(window, qtbot, box):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.line.hasFocus()


@pytest.mark.parametrize("words", ["康养", "kangyang", "ky"])
def test_chinese_pinyin_and_initials_find_the_base(window, qtbot, box, words):
    type_in(qtbot, box, words)
    assert "zone-kangyang" in [row.record_id for row in box.rows]
    assert all(row.why for row in box.rows)


def test_results_drop_below_at_the_same_width(window, qtbot, box):
    type_in(qtbot, box, "园区")
    panel = box.results
    assert panel.isVisible()
    assert panel.contentsRect().width() == box.width()
    below = box.mapTo(window, box.rect().bottomLeft())
    assert panel.y() + panel.SHADOW > below.y()
    assert abs(panel.x() + panel.SHADOW - below.x()) <= 1
    assert all(row.height() == 44 for row in box.rows)


def test_arrows_and_enter_choose(window, qtbot, box):
    type_in(qtbot, box, "园区")
    wanted = box.rows[2].record_id
    for _ in range(2):
        qtbot.keyClick(box.line, Qt.Key.Key_Down)
    assert [row.marked for row in box.rows][:4] == [False, False, True, False]
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert window.hub.chosen == wanted
    assert window.card.isVisible()
    assert not box.results.isVisible()
    assert box.line.text() == ""


def test_enter_does_not_wait_for_the_pause(window, qtbot, box):
    box.line.setFocus()
    QTest.keyClicks(box.line, "kangyang")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert window.hub.chosen is not None


def test_a_press_chooses(window, qtbot, box):
    type_in(qtbot, box, "康养")
    wanted = box.rows[1].record_id
    qtbot.mouseClick(box.rows[1], Qt.MouseButton.LeftButton)
    assert window.hub.chosen == wanted


def test_nothing_found_is_said(window, qtbot, box):
    type_in(qtbot, box, "绝无此物")
    from tests.gui.seen import visible_words

    assert say.NO_HITS.fill("绝无此物").zh in visible_words(box.results)
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert window.hub.chosen is None


def test_escape_closes_the_list_before_the_card(window, qtbot, box):
    window.hub.choose("zone-north")
    type_in(qtbot, box, "康养")
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.results.isVisible()
    assert window.card.isVisible()


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '" OR 1=1 --', "{{7*7}}", "𠮷", "\u202eabc", "%_*()^", "a" * 120]
)
def test_hostile_words_only_find_nothing_or_something(window, qtbot, box, words):
    type_in(qtbot, box, words)
    assert box.results.isVisible()


def test_a_search_holds_the_window_up_for_less_than_a_picture(window, qtbot, box):
    type_in(qtbot, box, "园")
    spent = []
    for words in ("康养", "yq", "政策", "medicine", "孵化", "z"):
        box.line.setText(words)
        begun = time.perf_counter()
        box.look()
        spent.append(time.perf_counter() - begun)
    assert sorted(spent)[len(spent) // 2] < 0.033
