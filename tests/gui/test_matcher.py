"""哪些我能用 in the window: asked by finger or key, run again at once, kept for the visitor and gone with them."""

import math
import re
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from brochure.desk.match import QUESTIONS, Answers, put_in
from brochure.gui.matcher_panel import PANEL_PX, TABS
from brochure.gui.policies_view import PoliciesView
from brochure.gui.widgets import width_of
from brochure.words import matcher as say
from brochure.words.page.furniture import SECTION
from tests.gui.seen import CHINESE, nameless, visible_words

DEVICES = {"sector": "industry-devices", "activity": "make", "size": "small", "space": "land"}


@pytest.fixture
def view(qtbot, hub):
    view = PoliciesView(hub)
    qtbot.addWidget(view)
    view.resize(1368, 780)
    view.show()
    return view


@pytest.fixture
def panel(view):
    return view.matcher


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_questions_come_one_after_another_and_the_result_runs_at_once(panel, hub, qtbot):
    assert panel.asking == "sector"
    assert not panel.found.of("met")
    for question, answer in DEVICES.items():
        if panel.asking != question:
            press(qtbot, panel.skip)
        assert panel.asking == question
        press(qtbot, panel.choice_buttons[answer])
        assert panel.answers.to(question) == answer
        assert panel.found.answers == panel.answers == hub.answers
    assert panel.asking == "export"
    assert say.NO_EXPORT_RULE.zh == panel.remark.text()
    press(qtbot, panel.choice_buttons["no"])
    assert panel.asking is None
    assert panel.tabs["met"].count == len(panel.found.of("met")) > 0
    assert [row.finding for row in panel.rows] == list(panel.found.of("met"))


def test_answers_stay_as_chips_and_are_changed_or_taken_back(panel, hub, qtbot):
    hub.set_answers(Answers(**DEVICES))
    panel.ask(None)
    assert panel.chips["sector"].answer == "新型医药"
    press(qtbot, panel.chips["size"])
    assert panel.choice_buttons["small"].isChecked()
    press(qtbot, panel.choice_buttons["above"])
    assert panel.asking is None
    assert {row.finding.record.id for row in panel.rows} >= {"policy-input-subsidy"}
    press(qtbot, panel.chips["size"])
    press(qtbot, panel.choice_buttons["above"])
    assert hub.answers.size is None
    assert panel.chips["size"].answer == ""


def test_a_press_on_a_chip_that_is_asked_puts_the_question_away(panel, hub, qtbot):
    hub.set_answers(Answers(**DEVICES))
    press(qtbot, panel.chips["stage"])
    assert panel.sheet.isVisible()
    press(qtbot, panel.chips["stage"])
    assert not panel.sheet.isVisible()


def test_every_target_of_the_panel_is_large_enough_for_a_finger(panel):
    for question in QUESTIONS:
        panel.ask(question)
        QApplication.processEvents()
        for button in (
            *panel.choice_buttons.values(),
            *panel.chips.values(),
            *panel.tabs.values(),
            panel.put,
            panel.print,
            panel.skip,
        ):
            assert button.height() >= 44
            assert button.width() >= 44
        assert nameless(panel) == []


def test_groups_hold_what_they_count(panel, hub, qtbot):
    hub.set_answers(Answers(**DEVICES))
    for tab in TABS[:3]:
        press(qtbot, panel.tabs[tab])
        assert len(panel.rows) == panel.tabs[tab].count
        assert {row.finding.verdict for row in panel.rows} <= {tab}
    press(qtbot, panel.tabs["places"])
    words = visible_words(panel.scroll)
    for record_id in ("zone-device-cluster", "stage-industrial-park", "enterprise-baikang"):
        assert hub.library.record(record_id).name.zh in words
    assert any("上游材料与零部件" in word for word in words)
    panel.ask("sector")
    press(qtbot, panel.choice_buttons["industry-digital"])
    assert panel.tab == "places"  # whoever chose a group stays there
    assert any("无污染、无噪音、无异味" in word for word in visible_words(panel.scroll))


def test_a_row_shows_clause_source_and_validity_apart_from_the_verdict_and_opens_the_card(panel, hub, qtbot):
    hub.set_answers(Answers(**DEVICES))
    row = next(row for row in panel.rows if row.finding.record.id == "policy-device-fast-lane")
    said = row.accessibleDescription().replace("\u00a0", " ")  # a date stays on one line
    for words in (
        "满足",
        "效力待核实",
        "行业属于药品或医疗器械",
        "建立审批绿色通道",
        "⑤",
        "2025 年 6 月",
        "六方成员报道未列",
    ):
        assert words in said
    assert row.height() >= row.heightForWidth(row.width()) > 44
    with qtbot.waitSignal(hub.record_chosen) as told:
        press(qtbot, row)
    assert told.args == ["policy-device-fast-lane"]


def test_by_keyboard(panel, hub, qtbot):
    panel.choice_buttons["industry-devices"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.choice_buttons["industry-devices"], Qt.Key.Key_Return)
    assert hub.answers.sector == "industry-devices"
    row = panel.rows[0]
    with qtbot.waitSignal(hub.record_chosen):
        qtbot.keyClick(row, Qt.Key.Key_Space)


def test_what_is_met_goes_into_the_tray_and_comes_out_again(panel, hub, qtbot):
    hub.set_shortlist(("zone-core",))
    hub.set_answers(Answers(**DEVICES))
    ids = put_in(panel.found)
    assert panel.put.text() == say.PUT_IN.fill(len(ids)).zh
    with qtbot.waitSignal(hub.toast) as told:
        press(qtbot, panel.put)
    assert hub.shortlist == ("zone-core", *ids)
    assert not panel.put.isEnabled()
    assert panel.put.text() == say.ALL_IN.zh
    told.args[1]()
    assert hub.shortlist == ("zone-core",)
    assert panel.put.isEnabled()


def test_who_decides_and_on_which_day_is_always_said(panel, hub):
    for lang in ("zh", "en"):
        hub.lang = lang
        panel.retranslate()
        assert {"zh": "以主管部门解释为准", "en": "the competent authority decides"}[lang] in panel.decides.text()
        assert str(hub.on.year) in panel.decides.text()


def test_in_english_no_chinese_is_left(view, panel, hub, qtbot):
    hub.set_answers(Answers(**DEVICES))
    hub.lang = "en"
    view.retranslate()
    for tab in TABS:
        press(qtbot, panel.tabs[tab])
        for question in QUESTIONS:
            panel.ask(question)
            assert [word for word in visible_words(panel) if CHINESE.search(word)] == []


def test_beside_the_list_and_out_of_the_way_of_a_card(view, panel):
    assert (view.how, panel.width()) == ("beside", PANEL_PX)
    view.leave_room(408)
    assert not panel.isVisible()
    assert view.lists.isVisible()
    view.leave_room(0)
    assert panel.isVisible()


def test_below_the_list_on_a_screen_that_stands_and_in_its_place_on_a_narrow_one(view, panel, hub, qtbot):
    hub.set_answers(Answers(**DEVICES))
    panel.ask(None)
    view.resize(1008, 1800)
    QApplication.processEvents()
    assert view.how == "below"
    assert panel.y() >= view.lists.geometry().bottom()
    view.resize(1008, 680)
    QApplication.processEvents()
    assert view.how == "instead"
    assert not panel.isVisible()
    press(qtbot, view.to_matcher)
    assert panel.isVisible()
    assert not view.lists.isVisible()
    press(qtbot, panel.back)
    assert view.lists.isVisible()
    assert not panel.isVisible()


def test_the_stage_is_one_thing_for_chain_and_matcher(window):
    hub = window.hub
    window.go("chain")
    chain = window.views["chain"]
    window.go("policies")
    panel = window.views["policies"].matcher
    panel.answer("stage", "stage-youth-park")
    assert hub.own_stage == "stage-youth-park"
    assert chain.possible == (3,)
    chain.questions.answered.emit((1,))
    assert hub.answers.stage == "stage-bio-incubator"
    assert panel.chips["stage"].answer == hub.library.record("stage-bio-incubator").name.zh
    panel.answer("stage", "before")
    assert hub.own_stage is None
    assert chain.possible == ()
    assert hub.answers.stage == "before"


def test_the_next_visitor_begins_anew(window):
    hub = window.hub
    window.go("policies")
    panel = window.views["policies"].matcher
    for question, answer in {**DEVICES, "stage": "stage-youth-park"}.items():
        panel.answer(question, answer)
    panel.show_tab("unmet")
    hub.welcome_visitor()
    assert hub.answers is None
    assert hub.own_stage is None
    assert panel.asking == "sector"
    assert all(not chip.answer for chip in panel.chips.values())
    assert not panel.found.of("met")


def test_a_policy_that_is_spent_is_offered_to_nobody(hub, qtbot):
    from tests.factories import spoilt

    hub.library = spoilt(hub.library, "policy-device-fast-lane", valid_from="2020", valid_to="2021")
    view = PoliciesView(hub)
    qtbot.addWidget(view)
    hub.set_answers(Answers(sector="industry-devices"))
    met = {finding.record.id for finding in view.matcher.found.of("met")}
    assert "policy-device-fast-lane" in met  # what it asks for is met, and the command says so beside its validity
    for verdict in ("met", "unknown", "unmet"):
        assert "policy-device-fast-lane" not in {each.record.id for each in view.matcher.group(verdict)}
    view.matcher.show_tab("met")
    assert {row.finding.record.id for row in view.matcher.rows} == met - {"policy-device-fast-lane"}
    assert "policy-device-fast-lane" not in put_in(view.matcher.found)


def test_the_result_is_printed_as_soon_as_one_question_is_answered(panel, hub, qtbot, tmp_path, monkeypatch):
    assert not panel.print.isEnabled()
    assert panel.print.accessibleDescription() == say.PRINT_NONE.zh
    hub.set_answers(Answers(size="small"))
    assert panel.print.isEnabled()
    hub.set_answers(Answers(**DEVICES))
    hub.set_shortlist(("zone-core", "fund-cicc"))  # the tray is another brochure
    suggested, out = [], tmp_path / "result.pdf"

    def name_it(_window, _title, path, _kinds):
        suggested.append(Path(path).name)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name_it)
    offered = []
    hub.offer.connect(lambda words, action, do: offered.append(words))
    press(qtbot, panel.print)
    qtbot.waitUntil(lambda: bool(offered), timeout=30_000)
    assert suggested[0].startswith(say.PRINT_FILE.zh)
    assert "result.pdf" in offered[0]
    reader = pypdf.PdfReader(out)
    assert [entry.title for entry in reader.outline] == [SECTION["match"].zh, SECTION["sources"].zh]
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
    assert panel.hub.on.isoformat() in text
    for finding in panel.found.offered("met"):
        assert re.sub(r"\s", "", hub.name(finding.record)) in text
    assert "中金青海高新技术基金" not in text


def test_nothing_is_printed_where_nobody_says_where(panel, hub, qtbot, monkeypatch):
    hub.set_answers(Answers(size="small"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press(qtbot, panel.print)
    assert not panel.foot.printing.is_running


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_foot_shows_all_its_words(panel, hub, lang):
    hub.set_language(lang)
    panel.retranslate()
    for answers in (None, Answers(size="small"), Answers(**DEVICES)):
        hub.set_answers(answers)
        panel.ask(None)
        QApplication.processEvents()
        assert panel.width() == PANEL_PX
        for button in (panel.print, panel.put):
            assert button.width() >= button.sizeHint().width()
            corner = button.mapTo(panel, button.rect().bottomRight())
            assert corner.x() < panel.width() - 16
            assert corner.y() < panel.height()
        lines = width_of(panel.decides.text(), "small") / panel.decides.width()
        assert lines < 2
        assert panel.decides.height() >= 18 * math.ceil(lines)
