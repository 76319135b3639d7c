import time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from brochure.gui.search_results import GroupHead, Result
from brochure.words import window as say
from tests.hostile import hostile_strings


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


def heads_of(box):
    """The heads in sight, with the rows below each."""
    found, below = {}, None
    children = [child for child in box.results.page.findChildren(QWidget) if child.isVisible()]
    for child in sorted(children, key=lambda child: child.y()):
        if isinstance(child, GroupHead):
            below = found.setdefault(child.text(), [])
        elif isinstance(child, Result):
            below.append(child)
    return found


def test_hits_stand_below_their_kind_the_best_first(window, qtbot, box):
    type_in(qtbot, box, "康养")
    heads = heads_of(box)
    assert next(iter(heads)) == "产业 · 1"
    assert "黄金海拔 · 前 3 条，共 14 条" in heads
    assert [row for rows in heads.values() for row in rows] == box.rows
    assert all(len({row.kind for row in rows}) == 1 for rows in heads.values())
    window.hub.set_language("en")
    assert next(iter(heads_of(box))) == "Industries · 1"
    type_in(qtbot, box, "jhzy")  # a shorter list leaves nothing of the longer one
    assert [row for rows in heads_of(box).values() for row in rows] == box.rows
    assert box.rows[0].record_id == "enterprise-jinhe"


def test_a_slip_finds_and_says_so(window, qtbot, box):
    window.hub.set_language("en")
    type_in(qtbot, box, "Jihne")
    assert (box.rows[0].record_id, box.rows[0].why) == ("enterprise-jinhe", "Close spelling: Jinhe")


def test_a_burst_of_keys_is_one_search(window, qtbot, box, monkeypatch):
    asked = []
    monkeypatch.setattr(box, "look", lambda: asked.append(box.line.text()))
    box._timer.timeout.disconnect()
    box._timer.timeout.connect(box.look)
    box.line.setFocus()
    for words in ("k", "ka", "kan", "kang"):
        box.line.setText(words)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["kang"]


def test_every_row_is_reached_by_the_arrows_and_comes_into_sight(window, qtbot, box):
    type_in(qtbot, box, "园区")
    view = box.results.area.viewport()
    for row in [*box.rows[1:], box.rows[0]]:
        qtbot.keyClick(box.line, Qt.Key.Key_Down)
        assert row.marked
        place = QRect(row.mapTo(view, QPoint(0, 0)), row.size())
        assert view.rect().contains(place)
    assert box.results.geometry().bottom() < window.height()


@pytest.mark.parametrize(
    ("place", "words", "wanted"),
    [("enterprises", "jhzy", "enterprise-jinhe"), ("policies", "shuangbeizeng", "policy-double-increase")],
)
def test_a_choice_is_marked_in_the_list_that_is_open(window, qtbot, box, place, words, wanted):
    window.go(place)
    type_in(qtbot, box, words)
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert window.card.isVisible()
    listed = window.views[place].list
    marked = listed.table.currentIndex()
    assert listed.model.records[marked.row()].id == wanted


def test_a_choice_on_the_map_flies_there(window, qtbot, box, ask):
    window.go("map")
    view = window.views["map"]
    qtbot.waitUntil(lambda: view.is_ready, timeout=20_000)
    before = ask(view.web, "[map_park.getCenter().lat, map_park.getCenter().lng, map_park.getZoom()]")
    type_in(qtbot, box, "hj")
    qtbot.mouseClick(box.rows[0], Qt.MouseButton.LeftButton)
    assert window.hub.chosen == "zone-kangyang"

    def flown():
        return ask(view.web, "[map_park.getCenter().lat, map_park.getCenter().lng, map_park.getZoom()]") != before

    qtbot.waitUntil(flown, timeout=30_000)


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '" OR 1=1 --', "{{7*7}}", "𠮷", "\u202eabc", "%_*()^", "a" * 120]
)
def test_hostile_words_only_find_nothing_or_something(window, qtbot, box, words):
    type_in(qtbot, box, words)
    assert box.results.isVisible()


def test_five_hundred_hostile_strings_change_nothing_and_names_are_shown_as_stored(window, qtbot, box):
    library = window.hub.library
    before = library._connection.total_changes
    strings = hostile_strings(500)
    assert len(strings) == 500
    for words in strings:
        box.line.setText(words)
        box.look()
        kept = box.line.text()
        for row in box.rows:
            assert row.text() == window.hub.say(library.record(row.record_id).name)
        if not box.rows and kept.strip():
            assert box.results.nothing.text() == window.hub.say(say.NO_HITS.fill(kept.strip()))
    assert library._connection.total_changes == before
    assert not box.results.grab().isNull()


@pytest.mark.alone
def test_a_search_holds_the_window_up_for_less_than_a_picture(window, qtbot, box):
    type_in(qtbot, box, "园")
    spent = []
    for words in ("康养", "yq", "政策", "medicine", "孵化", "z"):
        box.line.setText(words)
        begun = time.perf_counter()
        box.look()
        spent.append(time.perf_counter() - begun)
    assert sorted(spent)[len(spent) // 2] < 0.033
