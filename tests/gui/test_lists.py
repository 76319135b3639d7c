import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from brochure.gui import theme
from brochure.gui.enterprises_view import HONOURED, EnterprisesView
from brochure.gui.list_models import CELL, ROW_PX, elide
from brochure.gui.policies_view import ALL, PoliciesView
from brochure.model.kinds import Partner
from brochure.words import Text, kinds
from brochure.words import lists as say


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
            assert policies.state_of(row) != "in_force"


def test_chips_count_the_rows_they_show(policies, qtbot):
    for key, chip in policies.topics.chips.items():
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert policies.list.model.rowCount() == chip.count, key
        assert chip.isChecked()
    qtbot.mouseClick(policies.topics.chips[ALL], Qt.MouseButton.LeftButton)
    for chip in policies.states.chips.values():
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert policies.list.model.rowCount() == chip.count


def test_an_empty_answer_offers_the_way_back(policies, qtbot):
    policies.choose_topic("registration")
    policies.choose_state("drafting")
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
    for key, chip in firms.filters.chips.items():
        if key.startswith("industry-"):
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
            rows = firms.list.model.records
            assert len(rows) == chip.count
            assert all(row.industry == key for row in rows)
            assert chip.dot == hub.library.record(key).colour
            for row in rows:
                cell = firms._industry_cell(row)
                assert cell.dot
                assert bool(cell.suffix) == row.industry_inferred


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


def test_honours_are_a_filter_of_their_own(firms, qtbot):
    qtbot.mouseClick(firms.filters.chips[HONOURED], Qt.MouseButton.LeftButton)
    assert all(firms._is_honoured(row) for row in firms.list.model.records)
    assert firms.list.model.rowCount() == firms.filters.chips[HONOURED].count


def test_tenants_and_partners_never_mix(firms, hub, qtbot):
    assert not any(isinstance(row, Partner) for row in firms.list.model.records)
    qtbot.mouseClick(firms.tabs.parts["partners"], Qt.MouseButton.LeftButton)
    assert not firms.list.isVisible()
    rows = firms.partner_list.model.records
    assert rows
    assert all(isinstance(row, Partner) for row in rows)
    assert not firms.filters.chips[HONOURED].isVisible()
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
