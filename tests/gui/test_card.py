import datetime

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from brochure.gui.card import Card, Caution
from brochure.gui.card_content import build_card
from brochure.gui.card_related import FIRST_SHOWN, RelatedChips
from brochure.gui.text_block import TextBlock
from brochure.gui.widgets import Chip
from brochure.model.kinds import KINDS, Figure
from brochure.words import LANGS, Text, kinds
from brochure.words import card as say
from tests.factories import ON
from tests.gui.seen import CHINESE, visible_words
from tests.hostile import hostile_strings

CHECKED = [kind for kind in KINDS if kind != "sources"]


def words_of(card) -> str:
    return "\n".join(visible_words(card))


@pytest.mark.parametrize("kind", CHECKED)
def test_every_record_of_every_kind_has_a_card(kind, library):
    for record in library.records(kind):
        content = build_card(record, library, ON)
        assert 1 <= len(content.facts) <= 3, record.id
        assert content.sources, record.id
        assert all(each.kind != "sources" for each in content.related)
        for fact in content.facts:
            assert all(fact.value.to(lang) and fact.label.to(lang) for lang in LANGS)
        for part in content.parts:
            assert all(line.zh and line.en for line in part.lines), record.id


def test_a_card_shows_both_names_marks_caution_and_sources(window, hub_card, library):
    card = hub_card("zone-kangyang")
    zone = library.record("zone-kangyang")
    words = words_of(card)
    for said in (zone.name.zh, zone.name.en, "规划", "示意", zone.note.zh, zone.summary.zh):
        assert said in words
    for source in library.sources(zone):
        assert f"{source.mark}\n{source.mark}\n{source.cite.zh}" in words
    assert card.findChild(Caution)


@pytest.fixture
def hub_card(window):
    def choose(record_id: str) -> Card:
        window.hub.choose(record_id)
        return window.card

    return choose


def test_a_figure_tells_its_other_readings_apart(library):
    for figure in library.records("figures"):
        assert isinstance(figure, Figure)
        content = build_card(figure, library, ON)
        dates = [fact.date for fact in content.facts if fact.unit.zh]
        assert all(dates)


def test_an_inferred_date_is_marked(library):
    record = next(each for each in library.records("enterprises") if each.as_of_inferred)
    content = build_card(record, library, ON)
    assert any(fact.date and "推断" in fact.date.zh and "inferred" in fact.date.en for fact in content.facts)


def test_a_policy_without_conditions_says_that_none_are_listed(library):
    policy = next(each for each in library.records("policies") if not each.conditions)
    lines = [line.zh for part in build_card(policy, library, ON).parts for line in part.lines]
    assert "原文未列" in lines


def test_escape_and_the_cross_close_it(window, qtbot, hub_card):
    for close in ("key", "cross"):
        card = hub_card("zone-north")
        assert card.isVisible()
        if close == "key":
            qtbot.keyClick(window, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
        assert not card.isVisible()
        assert window.hub.chosen is None


def test_it_lies_16_px_inside_the_place_and_the_list_makes_room(window, qtbot, hub_card):
    window.go("policies")
    view = window.views["policies"]
    card = hub_card("policy-plan-14th-five-year")
    edge = card.SHADOW
    frame = card.geometry().adjusted(edge, edge, -edge, -edge)
    assert frame.width() == 376
    assert window.width() - frame.right() - 1 == 16
    qtbot.waitUntil(lambda: view.mapTo(window, view.list.geometry().topRight()).x() < frame.left())


def test_related_chips_lead_on_and_a_trail_leads_back(window, qtbot, hub_card):
    card = hub_card("zone-kangyang")
    chips = [each for each in card.findChildren(Chip) if each.isVisible()]
    assert chips
    chips[0].click()
    other = window.hub.chosen
    assert other != "zone-kangyang"
    assert card.trail == ["zone-kangyang", other]
    card.go_back()
    assert window.hub.chosen == "zone-kangyang"
    assert card.trail == ["zone-kangyang"]


def test_a_choice_from_outside_begins_a_new_trail(window, hub_card):
    card = hub_card("zone-kangyang")
    card.follow("zone-north")
    hub_card("zone-sme")
    assert card.trail == ["zone-sme"]


def test_adding_and_taking_out_with_undo(window, qtbot, hub_card):
    card = hub_card("zone-north")
    qtbot.mouseClick(card.foot.add_button, Qt.MouseButton.LeftButton)
    assert window.hub.shortlist == ("zone-north",)
    assert card.foot.add_button.text() == "移出手册"
    assert window.toast.isVisible()
    qtbot.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    assert window.hub.shortlist == ()
    assert card.foot.add_button.text() == "加入手册"


@pytest.mark.parametrize("kind", CHECKED)
def test_english_cards_show_no_chinese_but_names(window, library, kind, hub_card):
    window.hub.set_language("en")
    for record in library.records(kind)[:6]:
        card = hub_card(record.id)
        names = {record.name.zh, record.quote or "", ", ".join(record.aliases)}
        for block in card.findChildren(TextBlock):
            if not block.isVisible() or not CHINESE.search(block.text()):
                continue
            assert block.text() in names or (record.quote and block.colour == "secondary"), (record.id, block.text())


def test_sources_come_into_view_when_a_mark_is_pressed(window, qtbot, hub_card):
    card = hub_card("policy-plan-14th-five-year")
    qtbot.wait(20)
    card.show_sources()
    top = card._sources_heading.mapTo(card.scroll.viewport(), card._sources_heading.rect().topLeft()).y()
    assert 0 <= top < card.scroll.viewport().height()


def test_hostile_names_are_text(qtbot, hub, library, monkeypatch):
    parent = Caution("")
    qtbot.addWidget(parent)
    parent.resize(500, 800)
    parent.show()
    card = Card(hub, parent)
    card.resize(card.width(), 700)
    for bad in hostile_strings():
        record = msgspec.structs.replace(library.record("zone-north"), name=Text(bad, bad), summary=Text(bad, bad))
        monkeypatch.setattr(library, "record", lambda key, record=record: record)
        card.show_record("zone-north")
        assert card.title.text() == bad
        assert not card.grab().isNull(), bad


def test_chips_are_pressed_at_44_and_a_latin_name_keeps_its_space(window):
    window.hub.choose("zone-north")
    QApplication.processEvents()
    chips = window.card.findChildren(Chip)
    assert chips
    assert all(chip.height() >= 44 for chip in chips)
    window.hub.choose("base-study-swiss-2009")
    words = [block.text() for block in window.card.findChildren(TextBlock)]
    assert any(each.startswith("据 Faeh") for each in words)
    window.hub.choose("base-altitude-ideal")
    words = [block.text() for block in window.card.findChildren(TextBlock)]
    assert any(each.startswith("据吴天一") for each in words)


def test_papers_of_one_family_lead_to_each_other(window, qtbot, hub_card):
    card = hub_card("policy-science-project-rules")
    content = card.content
    assert [each.id for each in content.versions] == ["policy-science-project-rules-trial"]
    assert content.versions_note is not None  # no source says which replaces which
    assert not set(content.versions) & set(content.related)
    chip = next(chip for chip in card.findChildren(Chip) if chip.text() == content.versions[0].name.zh)
    chip.click()
    assert [each.id for each in card.content.versions] == ["policy-science-project-rules"]
    assert card.trail[-2:] == ["policy-science-project-rules", "policy-science-project-rules-trial"]


def test_papers_of_one_date_need_no_caution(library):
    content = build_card(library.record("policy-science-education-base-plan"), library, ON)
    assert [each.id for each in content.versions] == ["policy-research-achievements-plan"]
    assert content.versions_note is None


def test_a_card_tells_validity_for_the_day_that_was_picked(window, hub_card):
    card = hub_card("policy-plan-14th-five-year")
    assert card.content.marks[0][0] == "expired"
    window.hub.set_day(datetime.date(2024, 5, 1))
    mark, words = card.content.marks[0]
    assert mark == "in_force"
    assert "2024-05-01" in words.zh
    window.hub.set_day(None)
    assert card.content.marks[0][0] == "expired"


def test_every_related_record_is_one_press_away(window, library, hub_card):
    most = max(
        (record for kind in KINDS for record in library.records(kind)),
        key=lambda record: len(build_card(record, library, ON).related),
    )
    card = hub_card(most.id)
    related = card.content.related
    assert len(related) > FIRST_SHOWN + 1
    chips = card.findChild(RelatedChips)
    assert chips.more is not None
    chips.more.click()
    shown = [chip for chip in chips.findChildren(Chip) if not chip.isHidden()]
    assert [chip.accessibleName() for chip in shown] == [
        (getattr(each, "short", None) or each.name).zh
        if each.kind != "partners" or each.status is None
        else say.STATE_SEEN.fill(each.name, kinds.STATUS[each.status]).zh
        for each in related
    ]
