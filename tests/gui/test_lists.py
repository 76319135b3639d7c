import datetime
import html

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication

from brochure.desk.lists import ALL, ANY_HONOUR, OPEN, honours_of, state_of
from brochure.gui import theme
from brochure.gui.enterprises_view import EnterprisesView
from brochure.gui.facet_chip import FacetChip
from brochure.gui.list_models import CELL, ROW_PX, elide
from brochure.gui.policies_view import PoliciesView
from brochure.gui.view import today
from brochure.model.kinds import Partner
from brochure.words import Text, kinds
from brochure.words import lists as say
from tests.hostile import hostile_strings


@pytest.fixture
def policies(qtbot, hub):
    view = PoliciesView(hub)
    qtbot.addWidget(view)
    view.resize(1208, 680)
    view.show()
    return view


@pytest.fixture
def firms(qtbot, hub):
    view = EnterprisesView(hub)
    qtbot.addWidget(view)
    view.resize(1208, 680)
    view.show()
    return view


def press(qtbot, table, row, column=0):
    spot = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_all_policies_are_listed_newest_first(policies, hub):
    rows = policies.list.model.records
    assert {row.id for row in rows} == {each.id for each in hub.library.records("policies")}
    years = [int(row.as_of.rpartition("/")[2][:4]) for row in rows if row.as_of]
    assert years == sorted(years, reverse=True)
    assert policies.list.table.rowHeight(0) == ROW_PX


def test_no_policy_without_dates_is_called_in_force(policies):
    for row in policies.list.model.records:
        if row.valid_from is None:
            assert state_of(row, policies.hub.on) != "in_force"


def test_chips_count_the_rows_they_show(policies, qtbot):
    for (facet, answer), chip in policies.filters.chips.items():
        if not chip.isVisible():
            continue
        policies.filters.clear()
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert policies.list.model.rowCount() == chip.count, (facet, answer)
        assert chip.isChecked()


def test_a_lit_chip_pressed_again_takes_its_filter_back(policies, qtbot):
    chip = policies.filters.chips["validity", "drafting"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert policies.list.model.rowCount() == 1
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert policies.list.model.rowCount() == len(policies.policies)
    assert not policies.filters.is_filtering()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_answer_of_every_menu_leaves_as_many_rows_as_it_says(policies, firms, hub, lang):
    hub.lang = lang
    for view, bar, rows in (
        (policies, policies.filters, policies.list),
        (firms, firms.filters["enterprises"], firms.list),
        (firms, firms.filters["partners"], firms.partner_list),
    ):
        view.retranslate()
        for facet, menu in bar.menus.items():
            bar.clear()
            answers = menu.answers
            assert answers[0][0] == ALL
            assert all(words for _, words, _ in answers)
            for answer, words, count in answers:
                bar.clear()
                bar.choose(facet, answer)
                assert rows.model.rowCount() == count, (facet, answer)
                assert menu.answer == ("" if answer == ALL else words)
        bar.clear()


def test_filters_stand_together_and_count_for_each_other(policies, hub):
    policies.filters.choose("stage", "stage-industrial-park")
    shown = policies.list.model.records
    assert shown
    assert all("stage-industrial-park" in row.stages for row in shown)
    by_topic = policies.filters.chips["topic", "approval"].count
    policies.filters.choose("topic", "approval")
    assert policies.list.model.rowCount() == by_topic
    assert all(row.topic == "approval" for row in policies.list.model.records)


def test_what_a_source_does_not_name_is_an_answer_of_its_own(policies):
    for facet, field in (("sector", "industries"), ("stage", "stages"), ("issuer", "issuer")):
        policies.filters.clear()
        policies.filters.choose(facet, OPEN)
        rows = policies.list.model.records
        assert rows
        assert not any(getattr(row, field) for row in rows)


def test_a_menu_opens_below_its_chip_and_is_picked_by_finger(policies, qtbot):
    chip = policies.filters.menus["level"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = chip.menu
    assert menu.isVisible()
    assert menu.window() is policies.window()  # no window of its own
    inner = menu.contentsRect().translated(menu.mapTo(policies, QPoint(0, 0)))
    assert policies.rect().contains(inner)
    assert inner.top() >= chip.mapTo(policies, QPoint(0, 0)).y()
    assert all(row.height() >= 44 for row in menu.rows)
    row = next(row for row in menu.rows if row.key == "development_zone")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert [each.level for each in policies.list.model.records] == ["development_zone"] * row.count
    assert chip.menu is None


def test_a_menu_is_worked_by_keys_and_left_by_escape(policies, qtbot):
    chip = policies.filters.menus["type"]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    rows = chip.menu.rows
    assert QApplication.focusWidget() is rows[0]
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], Qt.Key.Key_End)
    qtbot.keyClick(rows[-1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[0]
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    wanted, count = rows[1].key, rows[1].count
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert policies.filters.chosen["type"] == wanted
    assert policies.list.model.rowCount() == count
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert chip.menu is None
    assert QApplication.focusWidget() is chip
    assert policies.filters.chosen["type"] == wanted


def test_a_press_elsewhere_puts_a_menu_away(policies, qtbot):
    chip = policies.filters.menus["sector"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(policies.head, Qt.MouseButton.LeftButton)
    assert chip.menu is None
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.menu is None


def test_validity_is_told_for_the_day_that_was_picked(policies, hub):
    plan = hub.library.record("policy-plan-14th-five-year")

    def told():
        at = policies.list.model.row_of(plan.id)
        return policies.list.model.index(at, 4).data(CELL).mark

    assert told() == "expired"
    policies.day.field.setDate(QDate(2024, 5, 1))
    assert hub.on == datetime.date(2024, 5, 1)
    assert told() == "in_force"
    assert policies.filters.chips["validity", "in_force"].isVisible()
    assert "2024-05-01" in policies.matcher.decides.text()
    found = {each.record.id: each.validity for each in policies.matcher.found.findings}
    assert found[plan.id] == "in_force"
    policies.day.field.setDate(QDate(2020, 12, 31))
    assert told() == "upcoming"
    assert policies.day.back.isVisible()
    policies.day.back.click()
    assert hub.on == today()
    assert told() == "expired"
    assert not policies.day.back.isVisible()


def test_a_filter_that_another_day_empties_still_says_what_it_asks(policies, hub):
    hub.set_day(datetime.date(2024, 5, 1))
    policies.filters.choose("validity", "in_force")
    assert policies.list.model.rowCount() == 1
    hub.set_day(None)
    chip = policies.filters.chips["validity", "in_force"]
    assert policies.list.model.rowCount() == 0
    assert chip.isVisible()
    assert chip.isChecked()
    assert chip.text() == kinds.VALIDITY["in_force"].zh
    assert policies.list.empty.isVisible()


def test_an_empty_answer_offers_the_way_back(policies, qtbot):
    policies.filters.choose("topic", "registration")
    policies.filters.choose("validity", "drafting")
    assert policies.list.model.rowCount() == 0
    assert policies.list.empty.isVisible()
    qtbot.mouseClick(policies.list.empty.actions[0], Qt.MouseButton.LeftButton)
    assert policies.list.model.rowCount() == len(policies.policies)
    assert policies.list.table.isVisible()


def test_a_press_opens_the_card_and_marks_the_row(policies, hub, qtbot):
    with qtbot.waitSignal(hub.record_chosen) as told:
        press(qtbot, policies.list.table, 2)
    assert told.args == [policies.list.model.records[2].id]
    assert policies.list.table.selectionModel().selectedRows()[0].row() == 2


def test_enter_opens_and_space_puts_on_the_shortlist(policies, hub, qtbot):
    table = policies.list.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    first = policies.list.model.records[0].id
    with qtbot.waitSignal(hub.record_chosen) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [first]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert hub.shortlist == (first,)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert hub.shortlist == ()


def test_the_last_column_adds_and_takes_out(firms, hub, qtbot):
    table, last = firms.list.table, firms.list.model.columnCount() - 1
    press(qtbot, table, 1, last)
    assert hub.shortlist == (firms.list.model.records[1].id,)
    assert table.model().index(1, last).data(CELL).button == "check"
    press(qtbot, table, 1, last)
    assert hub.shortlist == ()


def test_the_thing_chosen_elsewhere_is_marked_here(policies, hub):
    last = policies.list.model.records[-1].id
    hub.choose(last)
    assert policies.list.table.selectionModel().selectedRows()[0].row() == policies.list.model.rowCount() - 1
    hub.close_card()
    assert not policies.list.table.selectionModel().selectedRows()


def test_firms_are_filtered_by_industry_with_colour_and_word(firms, hub, qtbot):
    bar = firms.filters["enterprises"]
    for (_, answer), chip in bar.chips.items():
        if answer.startswith("industry-") and chip.isVisible():
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
            rows = firms.list.model.records
            assert len(rows) == chip.count
            assert all(row.industry == answer for row in rows)
            assert chip.dot == hub.library.record(answer).colour
            for row in rows:
                cell = firms._industry_cell(row)
                assert cell.dot
                assert bool(cell.suffix) == row.industry_inferred
                assert bool(firms._link_cell(row).suffix) == (row.link_inferred and row.link is not None)


def test_inferred_is_never_cut_off(firms, hub):
    font = theme.font()
    for lang in ("zh", "en"):
        hub.lang = lang
        suffix = hub.say(say.INFERRED)
        for room in (90, 140, 300):
            shown = elide("Traditional medicine and more" + suffix, suffix, font, room)
            assert shown.endswith(suffix)
            assert QFontMetricsF(font).horizontalAdvance(shown) <= max(
                room, QFontMetricsF(font).horizontalAdvance(suffix) + 16
            )


def test_honours_are_a_filter_of_their_own(firms, hub):
    bar = firms.filters["enterprises"]
    bar.choose("honour", ANY_HONOUR)
    holders = firms.list.model.records
    assert holders
    assert all(honours_of(hub.library, row) for row in holders)
    bar.choose("honour", OPEN)
    others = firms.list.model.records
    assert {row.id for row in holders} | {row.id for row in others} == {row.id for row in firms.enterprises}
    for honour in hub.library.records("honours"):
        bar.choose("honour", honour.id)
        held = {row.id for row in firms.list.model.records}
        assert set(honour.holders) & {row.id for row in firms.enterprises} <= held


def test_firms_are_filtered_by_link_and_zone(firms):
    bar = firms.filters["enterprises"]
    bar.choose("link", "downstream")
    assert firms.list.model.records
    assert all(row.link == "downstream" for row in firms.list.model.records)
    bar.clear()
    bar.choose("zone", "zone-phase3")
    assert [row.zone for row in firms.list.model.records] == ["zone-phase3"]


def test_tenants_and_partners_never_mix(firms, hub, qtbot):
    assert not any(isinstance(row, Partner) for row in firms.list.model.records)
    qtbot.mouseClick(firms.tabs.parts["partners"], Qt.MouseButton.LeftButton)
    assert not firms.list.isVisible()
    rows = firms.partner_list.model.records
    assert rows
    assert all(isinstance(row, Partner) for row in rows)
    assert not firms.filters["enterprises"].isVisible()
    assert firms.filters["partners"].isVisible()
    words = {str(firms.partner_list.model.index(r, 1).data()) for r in range(len(rows))}
    assert words <= {text.zh for text in kinds.STATUS.values()}


def test_a_partner_found_elsewhere_opens_its_own_page(firms, hub):
    partner = hub.library.records("partners")[0]
    hub.choose(partner.id)
    assert firms.page == "partners"
    assert firms.partner_list.table.selectionModel().selectedRows()


def test_a_narrow_list_drops_columns_but_never_name_and_state(policies):
    policies.leave_room(408)
    policies.resize(1700, 680)
    policies.layout().activate()
    table = policies.list.table
    hidden = [table.isColumnHidden(i) for i in range(6)]
    assert hidden[2]
    assert not hidden[0]
    assert not hidden[4]
    shown = [i for i in range(6) if not hidden[i]]
    assert sum(table.columnWidth(i) for i in shown) == table.viewport().width()
    policies.leave_room(0)
    policies.layout().activate()
    assert not table.isColumnHidden(2)


def test_a_hostile_name_is_text_in_a_row(firms, hub, monkeypatch):
    import msgspec

    bad = "<img src=x onerror=alert(1)> {{7*7}} \u202egnp 𠮷"
    firm = msgspec.structs.replace(firms.enterprises[0], id="enterprise-bad", name=Text(bad, bad))
    firms.list.set_records([firm])
    assert firms.list.model.index(0, 0).data() == bad
    assert not firms.list.grab().isNull()


def test_hostile_answers_are_text_in_a_menu(qtbot, hub, painted):
    strings = hostile_strings(500)
    chip = FacetChip(ALL)
    qtbot.addWidget(chip)
    chip.tell(
        "级别", [(ALL, "全部", 0), *((f"key-{number}", words, number) for number, words in enumerate(strings))], ALL
    )
    chip.show()
    chip.toggle()
    rows = chip.menu.rows
    assert tuple(row.text() for row in rows[1:]) == strings
    for row, words in zip(rows[1:], strings, strict=True):
        row.resize(round(row.wanted_px()) + 60, row.height())  # as wide as it asks for nothing is cut
        painted.clear()
        assert not row.grab().isNull()
        assert words in painted
    for number, words in enumerate(strings):
        chip.tell("级别", [(f"key-{number}", words, 1)], f"key-{number}")
        assert chip.answer == words
        assert not chip.grab().isNull()
        assert not GuiQt.mightBeRichText(chip.toolTip()) or html.escape(words) in chip.toolTip()
