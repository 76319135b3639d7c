"""Provenance in sight: every number opens its figure, and every figure opens to its readings and its sources."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brochure.gui.altitude_spots import figure_of
from brochure.gui.card_content import build_card
from brochure.gui.card_parts import SourceEntry
from brochure.gui.facts import FactBlock
from brochure.gui.reading_line import ReadingLine
from brochure.gui.spot import LEAST_PX, Spot
from brochure.gui.status_mark import StatusMark
from brochure.model.kinds import Enterprise, Figure
from brochure.provenance import how_compared, lookalikes, parts_of, readings, say_published, say_when, whole_of
from brochure.words import LANGS, Text
from brochure.words import provenance as say
from brochure.words.numbers import say_value
from tests.factories import ON
from tests.gui.seen import CHINESE, tab_stops, visible_words


def words_of(card) -> str:
    QApplication.processEvents()  # a fresh card is shown when its turn comes
    return "\n".join(visible_words(card))


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_opens_a_card_with_its_period_its_sources_and_its_other_readings(window, library, lang):
    window.hub.set_language(lang)
    figures = [each for each in library.records("figures") if isinstance(each, Figure)]
    assert len(figures) > 100
    for figure in figures:
        window.hub.choose(figure.id)
        seen = words_of(window.card)
        value, unit = say_value(figure, lang)
        for said in (value, unit, say_when(figure).to(lang), (figure.scope or say.SCOPE_OPEN).to(lang)):
            assert said in seen, (figure.id, said)
        assert not figure.quote or figure.quote.strip("“”") in seen, figure.id
        assert figure.note is None or figure.note.to(lang) in seen, figure.id
        around = (*readings(library, figure), *parts_of(library, figure), *lookalikes(library, figure))
        lines = {line.row.figure.id: line for line in window.card.findChildren(ReadingLine)}
        for other in around:
            if other.id == figure.id:
                continue
            assert other.id in lines, (figure.id, other.id)
            assert {*say_value(other, lang)} <= set(lines[other.id].texts()), other.id
            assert say_when(other).to(lang) in lines[other.id].when
        for reading in readings(library, figure):
            for source in library.sources(reading):
                assert source.cite.to(lang) in seen, (figure.id, source.id)
                published = say_published(source)
                assert published is None or published.to(lang) in seen
                assert source.file is None or source.file in seen


def test_readings_are_newest_first_with_the_current_one_marked_and_why_they_are_not_compared(window, library):
    window.hub.choose("outside-funds-2023")
    found = readings(library, library.record("outside-funds-2023"))
    lines = [line for line in window.card.findChildren(ReadingLine) if line.row.figure in found]
    assert [line.row.figure.id for line in lines] == [each.id for each in found]
    assert [line.tag for line in lines] == ["现用", "本条"]
    seen = words_of(window.card)
    assert how_compared(found).zh in seen
    assert "不相比" in seen


def test_a_reading_is_followed_by_mouse_and_by_key_and_the_way_back_stays(window, qtbot):
    for press in ("mouse", Qt.Key.Key_Space, Qt.Key.Key_Return):
        window.hub.close_card()
        window.hub.choose("outside-funds-2023")
        line = next(each for each in window.card.findChildren(ReadingLine) if not each.row.here)
        assert line.height() >= LEAST_PX
        if press == "mouse":
            qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
        else:
            line.setFocus()
            QTest.keyClick(line, press)
        assert window.hub.chosen == "outside-funds-2024-07"
        assert window.card.trail == ["outside-funds-2023", "outside-funds-2024-07"]
        assert window.place == "overview"
        window.card.go_back()
        assert window.hub.chosen == "outside-funds-2023"


def test_a_part_shows_its_whole_and_a_whole_its_parts(window, library):
    part = library.record("platforms-provincial-2023-h1")
    whole = whole_of(library, part)
    window.hub.choose(part.id)
    assert whole.id in {line.row.figure.id for line in window.card.findChildren(ReadingLine)}
    assert say.WHOLE.zh in words_of(window.card)
    window.hub.choose(whole.id)
    assert part.id in {line.row.figure.id for line in window.card.findChildren(ReadingLine)}


def test_each_number_on_the_overview_opens_its_own_figure(window, qtbot):
    figures = window.views["overview"].figures
    for block, figure in zip(figures.blocks, figures.figures, strict=True):
        assert block.height() >= LEAST_PX
        window.hub.close_card()
        qtbot.mouseClick(block, Qt.MouseButton.LeftButton)
        assert window.hub.chosen == figure.id
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            window.hub.close_card()
            block.setFocus()
            QTest.keyClick(block, key)
            assert window.hub.chosen == figure.id
    assert set(figures.blocks) <= set(tab_stops(window))


def test_the_heights_of_the_hero_open_what_says_them(window, qtbot, library):
    hero = window.views["overview"].hero
    for key, target in (
        ("band", figure_of(library, "park-altitude")),
        ("gate", "place-gate"),
        ("hill", "place-dayou-tunnel"),
    ):
        spot = hero.spots[key]
        assert spot.height() >= LEAST_PX
        assert hero.rect().contains(spot.geometry()), key
        qtbot.mouseClick(spot, Qt.MouseButton.LeftButton)
        assert window.hub.chosen == target


def test_every_spot_of_the_altitude_page_is_large_enough_and_opens_a_record(window, qtbot, library):
    window.go("altitude")
    view = window.views["altitude"]
    spots = [spot for spot in view.findChildren(Spot) if spot.isVisible()]
    assert len(spots) >= 15
    opened = set()
    for spot in spots:
        assert min(spot.width(), spot.height()) >= LEAST_PX, spot.accessibleName()
        assert spot.accessibleName()
        qtbot.mouseClick(spot, Qt.MouseButton.LeftButton)
        opened.add(window.hub.chosen)
    for measure in ("park-altitude", "ideal-altitude", "wellness-area"):
        assert figure_of(library, measure) in opened


def test_the_share_of_pressure_opens_the_place_it_is_computed_for(window, library):
    window.go("altitude")
    view = window.views["altitude"]
    lhasa = next(each for each in library.records("places") if each.name.zh == "拉萨")
    view.ruler.setValue(round(lhasa.elevation_m))
    assert view.spots["own"].record_id == lhasa.id
    view.ruler.setValue(3000)
    assert not view.spots["own"].isVisible()


def test_the_counts_beside_the_chain_open_their_figures(window, qtbot):
    window.go("chain")
    for block, figure in window.views["chain"].counts:
        qtbot.mouseClick(block, Qt.MouseButton.LeftButton)
        assert window.hub.chosen == figure.id
        window.hub.close_card()


@pytest.mark.parametrize("lang", LANGS)
def test_an_inferred_placing_says_so_and_why(window, library, lang):
    window.hub.set_language(lang)
    firms = [each for each in library.records("enterprises") if isinstance(each, Enterprise)]
    inferred = [each for each in firms if each.industry_inferred or each.link_inferred]
    assert inferred
    for firm in inferred:
        window.hub.choose(firm.id)
        QApplication.processEvents()
        marks = [each.mark for each in window.card.findChildren(StatusMark) if each.isVisible()]
        assert "inferred" in marks, firm.id
        assert firm.placement_note.to(lang) in words_of(window.card), firm.id
    plain = next(each for each in firms if not (each.industry_inferred or each.link_inferred))
    window.hub.choose(plain.id)
    assert "inferred" not in [each.mark for each in window.card.findChildren(StatusMark) if each.isVisible()]


def test_a_project_placed_by_us_says_why(library):
    project = library.record("project-whitethorn")
    why = Text("按产品推断", "By its product")
    given = {"industry": "industry-devices", "industry_inferred": True, "link": "midstream", "placement_note": why}
    placed = msgspec.structs.replace(project, **given)
    content = build_card(placed, library, ON)
    assert "inferred" in [mark for mark, _ in content.marks]
    assert why in [line for part in content.parts for line in part.lines]


def test_the_registered_name_and_other_names_stand_apart(window, library):
    firm = library.record("enterprise-damei")
    window.hub.choose(firm.id)
    seen = words_of(window.card)
    for said in ("登记名称", firm.legal_name.zh, "又名", *firm.aliases):
        assert said in seen


def test_a_partner_never_looks_like_a_tenant(window, library):
    for lang in LANGS:
        window.hub.set_language(lang)
        for partner in library.records("partners"):
            window.hub.choose(partner.id)
            assert say.NOT_A_TENANT.to(lang) in words_of(window.card), partner.id


def test_how_many_the_source_names_stands_on_the_card(library):
    figure = msgspec.structs.replace(library.record("listed-firms-2023"), named=3)
    assert build_card(figure, library, ON).proof.details[-1] == (say.NAMED, say.say_named(3, 7.0, figure.unit))


def test_sources_stand_in_full_once_each(window, library):
    window.hub.choose("outside-funds-2023")
    entries = window.card.findChildren(SourceEntry)
    assert len(entries) == 2


def test_figures_linked_with_a_record_are_lines_not_chips(window, qtbot):
    window.go("enterprises")
    window.hub.choose("project-whitethorn")
    lines = [each for each in window.card.findChildren(ReadingLine) if each.isVisibleTo(window)]
    assert len(lines) >= 5
    qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert window.hub.chosen == lines[0].row.figure.id
    assert window.place == "enterprises"


def test_english_cards_of_figures_keep_chinese_to_quotes_and_names(window, library):
    window.hub.set_language("en")
    for figure in library.records("figures"):
        window.hub.choose(figure.id)
        for line in window.card.findChildren(ReadingLine):
            assert not CHINESE.search(" ".join(line.texts())), figure.id


def test_words_on_a_card_are_never_cut(window, library, qtbot):
    for lang in LANGS:
        window.hub.set_language(lang)
        for key in ("outside-funds-2023", "platforms-2023-h1", "whitethorn-oil-2025-02-16"):
            window.hub.choose(key)
            qtbot.wait(30)
            for line in window.card.findChildren(ReadingLine):
                assert line.height() >= line.heightForWidth(line.width()), (lang, key)
            for block in window.card.findChildren(FactBlock):
                assert block.height() >= block.heightForWidth(block.width()), (lang, key)
