import itertools

import pytest
from PySide6.QtCore import Qt

from brochure.desk.opening import open_library
from brochure.gui.chain_box import ChainBox
from brochure.gui.export import shortlist_recipe
from brochure.gui.figures_view import FiguresView
from brochure.gui.industries_view import OPEN, IndustriesView
from brochure.gui.main_window import VIEWS
from brochure.gui.rail import KEYS, LEAST_ITEM_PX
from brochure.gui.view import Hub
from brochure.words import industries as say
from brochure.words import lists
from brochure.words import window as window_say
from tests.gui.seen import CHINESE, nameless, visible_words

SIZES = [(1280, 800), (1440, 900), (1920, 1080), (1080, 1920)]


@pytest.fixture
def view(window):
    window.go("industries")
    return window.views["industries"]


def box_of(view, target: str) -> ChainBox:
    return next(box for box in view.board.all_boxes() if box.words.target == target)


def gap_of(view, number: int) -> ChainBox:
    return next(box for box in view.board.all_boxes() if box.words.gap == number)


def test_every_firm_of_every_chain_has_one_box(view, library):
    seen = []
    for key in view.industries:
        view.show_industry(key)
        seen += [box.words.target for box in view.board.all_boxes() if box.words.tone == "record"]
    view.show_industry(OPEN)
    seen += [record.id for record in view.ways.list.model.records]
    everyone = [each.id for kind in ("enterprises", "projects") for each in library.records(kind)]
    assert sorted(seen) == sorted(everyone)


def test_an_inferred_place_says_so_on_its_box(view):
    box = box_of(view, "enterprise-sanjiangyuan")
    assert lists.INFERRED.zh in box.words.note
    view.hub.set_language("en")
    assert lists.INFERRED.en.strip() in box_of(view, "enterprise-sanjiangyuan").words.note


def test_a_box_opens_its_card_by_press_and_by_key(view, window, qtbot):
    qtbot.mouseClick(box_of(view, "enterprise-jinhe"), Qt.MouseButton.LeftButton)
    assert view.hub.chosen == "enterprise-jinhe"
    qtbot.keyClick(box_of(view, "enterprise-damei"), Qt.Key.Key_Return)
    assert view.hub.chosen == "enterprise-damei"
    named = next(box for box in view.board.all_boxes() if box.words.tone == "named")
    qtbot.mouseClick(named, Qt.MouseButton.LeftButton)
    assert view.hub.chosen == "industry-traditional-medicine"


def test_a_gap_is_lit_and_filled_with_one_tap(view, qtbot):
    assert view.panel.isHidden()
    gap = gap_of(view, 1)
    qtbot.mouseClick(gap, Qt.MouseButton.LeftButton)
    assert view.panel.isVisible()
    assert [box.words.gap for box in view.board.all_boxes() if box.isChecked()] == [1]
    leads = {link.record_id for link in view.panel.links}
    assert {"zone-tcm", "policy-plan-14th-five-year", "enterprise-jinhe", "project-qingyao-tablets"} <= leads
    qtbot.mouseClick(gap_of(view, 1), Qt.MouseButton.LeftButton)
    assert view.panel.isHidden()
    assert not any(box.isChecked() for box in view.board.all_boxes())


def test_a_fit_opens_its_card_and_the_gap_comes_back_after_it(view, qtbot):
    view.choose_gap(0)
    link = next(link for link in view.panel.links if link.record_id == "zone-tcm")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert view.hub.chosen == "zone-tcm"
    assert view.panel.isHidden()
    view.hub.close_card()
    assert view.panel.isVisible()


def test_all_that_fits_goes_into_the_brochure_and_out_again(view, window):
    view.hub.set_shortlist(("zone-north",))
    view.choose_gap(1)
    wanted = view.panel.left_to_take()
    view.panel.take_button.click()
    assert view.hub.shortlist == ("zone-north", *wanted)
    assert wanted[0] == "industry-traditional-medicine"
    assert not view.panel.take_button.isEnabled()
    assert view.panel.take_button.text() == say.TAKEN.zh
    assert view.panel.left_to_take() == ()
    view.hub.set_shortlist(("zone-north",))
    assert view.panel.take_button.isEnabled()


def test_two_places_of_one_name_are_told_apart(view):
    view.choose_gap(0)
    words = [link.text() for link in view.panel.links]
    assert len(set(words)) == len(words)
    view.show_industry("industry-devices")
    view.choose_gap(0)
    words = [link.text() for link in view.panel.links]
    assert len(set(words)) == len(words)
    assert sum(word.startswith("生命健康谷") for word in words) == 2


def test_esc_puts_the_gap_back(view, window, qtbot):
    view.choose_gap(0)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert view.panel.isHidden()
    assert view.step_back() is False


def test_a_sector_without_firms_says_so(view):
    view.show_industry("industry-wellness")
    assert view.nobody.isVisible()
    assert view.sectors.rows["industry-wellness"].count == 0
    view.show_industry("industry-digital")
    assert not view.nobody.isVisible()
    view.choose_gap(0)
    assert say.HELP_NONE.zh in visible_words(view.panel)


def test_firms_without_an_industry_stand_apart_without_a_chain(view):
    view.show_industry(OPEN)
    assert not view.board.isVisible()
    assert len(view.ways.list.model.records) == 9 + sum(each.kind == "projects" for each in view.placeless)


def test_the_pages_below_lead_to_cards(view, qtbot):
    for page in ("parties", "funds", "ways"):
        view.ways.show_page(page)
        boxes = view.ways.host.findChildren(ChainBox)
        assert boxes, page
        assert all(view.hub.library.find(box.words.target) is not None for box in boxes)
        boxes[0].click()
        assert view.hub.chosen == boxes[0].words.target
        view.hub.close_card()
    view.ways.show_page("list")
    assert view.ways.host is None
    assert view.ways.list.isVisible()


def test_a_new_visitor_finds_the_first_chain_and_no_gap(view, window):
    view.show_industry("industry-digital")
    view.ways.show_page("funds")
    view.choose_gap(0)
    window.hub.welcome_visitor()
    assert view.current == "industry-traditional-medicine"
    assert view.panel.isHidden()
    assert view.ways.page == "list"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_targets_are_large_named_and_nothing_overlaps(view, window, qtbot, size, lang):
    window.hub.set_language(lang)
    window.resize(*size)
    qtbot.wait(30)
    for key in view.industries:
        view.show_industry(key)
        view.choose_gap(0)
        qtbot.wait(5)
        boxes = view.board.all_boxes()
        assert min(min(box.width(), box.height()) for box in boxes) >= 44
        frames = [box.geometry() for box in boxes]
        assert all(view.board.rect().contains(frame) for frame in frames), key
        assert not any(one.intersects(two) for n, one in enumerate(frames) for two in frames[:n])
        assert all(box.height() >= box.heightForWidth(box.width()) for box in boxes)
        assert view.page.width() <= view.scroll.viewport().width()
    assert nameless(view) == []
    assert min(row.height() for row in view.sectors.rows.values()) >= 44
    assert min(link.height() for link in view.panel.links) >= 44


def test_the_chain_narrows_for_the_card(view, window, qtbot):
    view.hub.choose("enterprise-jinhe")
    qtbot.wait(20)
    edge = window.card.mapTo(window, window.card.rect().topLeft()).x()
    right = max(box.mapTo(window, box.rect().topRight()).x() for box in view.board.all_boxes())
    assert right < edge


def test_an_industry_in_the_tray_is_lit_in_the_brochure(view):
    assert shortlist_recipe(view.hub).sectors is None
    view.choose_gap(1)
    view.panel.take_button.click()
    recipe = shortlist_recipe(view.hub)
    assert recipe.sectors == ("industry-traditional-medicine",)
    assert "zone-tcm" in recipe.zones
    assert "policy-plan-14th-five-year" in recipe.policies


def test_sectors_keep_clear_of_the_card_in_a_window_that_stands_upright(view, window, qtbot):
    window.resize(1080, 1920)
    view.hub.choose("enterprise-jinhe")
    qtbot.wait(30)
    edge = window.card.mapTo(window, window.card.rect().topLeft()).x()
    rows = view.sectors.rows.values()
    assert max(row.mapTo(window, row.rect().topRight()).x() for row in rows) < edge


def test_a_small_content_has_both_places(qtbot, where, small_data):
    hub = Hub(open_library(where, small_data), where)
    for place in (IndustriesView(hub), FiguresView(hub)):
        qtbot.addWidget(place)
        place.resize(1208, 680)
        place.show()
        place.retranslate()
        place.new_visitor()
        assert not place.grab().isNull()


def test_columns_go_below_each_other_where_it_is_narrow(view):
    wide, narrow = view.board.heightForWidth(900), view.board.heightForWidth(420)
    assert not view.board.upright(900)
    assert view.board.upright(420)
    assert narrow > wide


def test_rail_holds_all_places_in_the_lowest_window(window, qtbot):
    qtbot.wait(10)
    assert list(window.rail.items) == list(VIEWS) == list(window_say.PLACES)
    items = list(window.rail.items.values())
    assert all(item.height() >= LEAST_ITEM_PX >= 44 for item in items)
    assert all(one.geometry().bottom() < two.geometry().top() for one, two in itertools.pairwise(items))
    assert items[-1].geometry().bottom() < window.rail.date.geometry().top()
    assert window.rail.date.geometry().bottom() < window.height()


def test_each_place_has_a_key(window, qtbot):
    assert len(VIEWS) <= len(KEYS)
    for key, place in zip(KEYS, VIEWS, strict=False):
        if place in ("map", "studio"):  # a web page and a brochure are made on the way; the rest shows that keys work
            continue
        qtbot.keyClick(window, Qt.Key(ord(key)), Qt.KeyboardModifier.ControlModifier)
        assert window.place == place
        assert window.rail.items[place].toolTip().endswith(f"Ctrl+{key}")


def test_every_chain_gap_and_page_is_english_in_english(view, window):
    window.hub.set_language("en")
    for key in (*view.industries, OPEN):
        view.show_industry(key)
        for gap in view.chain.gaps if view.chain is not None else ():
            view.choose_gap(gap.number)
            assert [word for word in visible_words(view) if CHINESE.search(word)] == []
    for page in say.TABS:
        view.ways.show_page(page)
        assert [word for word in visible_words(view) if CHINESE.search(word)] == []
