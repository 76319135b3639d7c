"""The altitude place: the ruler obeys mouse and keys, the air is computed, everything else stands in the records."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brochure.claims.wording import Setting, judge_text
from brochure.gui.altitude_air import difference
from brochure.gui.altitude_side import PlaceRow
from brochure.gui.altitude_view import AltitudeView
from brochure.gui.base_parts import Timeline
from brochure.gui.record_link import RecordLink
from brochure.gui.ruler import AltitudeRuler, Mark, spread
from brochure.gui.spot import LEAST_PX
from brochure.gui.text_block import TextBlock
from brochure.model.altitude import oxygen_ratio, points_apart
from brochure.words import Text, altitude, chain


@pytest.fixture
def view(qtbot, hub):
    place = AltitudeView(hub)
    qtbot.addWidget(place)
    place.resize(1368, 780)
    place.show()
    return place


@pytest.fixture
def ruler(qtbot):
    widget = AltitudeRuler()
    qtbot.addWidget(widget)
    widget.resize(344, 640)
    widget.set_marks([Mark("A", 2000), Mark("B", 2393), Mark("C", 3650, home=True)], "en")
    widget.show()
    return widget


def test_arrow_keys_move_ten_metres_and_page_keys_a_hundred(ruler):
    ruler.setValue(2500)
    for key, height in (
        (Qt.Key.Key_Up, 2510), (Qt.Key.Key_Down, 2500), (Qt.Key.Key_PageUp, 2600), (Qt.Key.Key_PageDown, 2500),
        (Qt.Key.Key_Home, 1500), (Qt.Key.Key_Down, 1500), (Qt.Key.Key_End, 4000), (Qt.Key.Key_Up, 4000),
    ):  # fmt: skip
        QTest.keyClick(ruler, key)
        assert ruler.value() == height


def test_keys_stop_at_a_city_of_crooked_height_and_go_on_in_tens(ruler):
    ruler.setValue(2380)
    heights = []
    for _ in range(3):
        QTest.keyClick(ruler, Qt.Key.Key_Up)
        heights.append(ruler.value())
    assert heights == [2390, 2393, 2400]


def test_the_handle_snaps_to_a_city_nearby(ruler):
    y = round(ruler.y_of(2393)) + 4
    QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(138, y))
    assert ruler.value() == 2393
    assert ruler.here().name == "B"
    QTest.mouseMove(ruler, QPoint(138, round(ruler.y_of(2700))))
    QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=QPoint(138, round(ruler.y_of(2700))))
    assert abs(ruler.value() - 2700) <= 10
    assert ruler.value() % 10 == 0


def test_a_screen_reader_hears_a_slider_with_its_value(ruler):
    heard = QAccessible.queryAccessibleInterface(ruler)
    assert heard.role() == QAccessible.Role.Slider
    ruler.setValue(2393)
    assert heard.valueInterface().currentValue() == 2393
    assert ruler.accessibleDescription() == "2393 m B"


@given(st.lists(st.floats(0, 600), min_size=1, max_size=16))
def test_labels_keep_their_order_and_their_distance(wished):
    wished = sorted(wished)
    placed = spread(wished, 18, 0, 600)
    assert all(after - before >= 18 - 1e-6 for before, after in itertools.pairwise(placed))
    assert placed[-1] <= 600 + 1e-6


def test_labels_with_room_stay_where_they_belong():
    assert spread([10, 100, 300], 18, 0, 600) == [10, 100, 300]


def test_the_share_of_the_air_is_that_of_the_standard_atmosphere(view):
    view.ruler.setValue(3650)
    assert view.air.own_share.text() == f"{oxygen_ratio(3650):.1%}" == "63.7%"
    assert view.air.park_share.text() == "75.1～76.1%"
    assert view.air.note.text() == "标准大气计算值，非实测"
    assert "ISO 2533:1975" in view.air.formula.text()
    assert "Antoine" in view.air.formula.text()


def test_the_air_of_a_height_stands_beside_that_of_the_park(view, hub):
    view.ruler.setValue(3650)
    assert [value.own.text() for value in view.air.values] == ["645 hPa", "−8.7 ℃", "0.85 kg/m³", "87.8 ℃"]
    parks = ["园区 761～772", "园区 −0.3 到 0.4", "园区 0.97～0.98", "园区 92.2～92.5"]
    assert [value.park.text() for value in view.air.values] == parks
    assert view.air.words.text() == "园区的氧分压比拉萨高 11～12 个百分点。"
    hub.set_language("en")
    view.retranslate()
    assert view.air.words.text() == "Compared with Lhasa, the park’s oxygen pressure is 11–12 points higher."
    assert view.air.note.text() == "Standard-atmosphere value, not measured"


@pytest.mark.parametrize("height_m", range(1500, 4001, 10))
def test_the_difference_in_words_agrees_with_the_numbers(height_m):
    words = difference(height_m, "X")
    top, foot = points_apart(height_m, 2240, 2350)
    if "高" in words.zh and "个百分点" in words.zh and "不到" not in words.zh:
        assert top > 0
        assert "higher" in words.en
    elif "低" in words.zh:
        assert foot < 0
        assert "lower" in words.en
    else:
        assert min(abs(top), abs(foot)) < 1.1, words
    for number in re.findall(r"\d+", words.en):
        assert int(number) <= max(abs(top), abs(foot)) + 1


def test_one_point_is_no_plural():
    words = {difference(height_m, "X").en for height_m in range(1500, 4001)}
    assert not any(re.search(r"\b1 points", sentence) for sentence in words)


def test_the_first_sentences_carry_date_source_and_whose_band_it_is(view, hub, library):
    mark = library.record("article-2023").mark
    assert view.lead_note.text().startswith(f"2023 年中报道，来源 {mark}；理想海拔由吴天一院士提出。")
    hub.set_language("en")
    view.retranslate()
    assert f"mid-2023, source {mark};" in view.lead_note.text()
    assert "not a medical class" in view.lead_note.text()


def test_upright_the_ruler_waits_while_a_card_is_open(window):
    window.resize(1080, 1920)
    window.go("altitude")
    view = window.views["altitude"]
    assert view.side.isVisible()
    window.hub.choose("zone-kangyang")
    assert not view.side.isVisible()
    assert view.page.width() >= 560
    window.hub.close_card()
    assert view.side.isVisible()


def test_every_place_on_the_ruler_is_a_record_with_a_source(view, library):
    known = {place.id: place for place in library.records("places")}
    assert len(view.ruler.marks) == 21
    for mark in view.ruler.marks:
        place = known[mark.key]
        assert (place.elevation_m, place.type == "training") == (mark.altitude_m, mark.training)
        assert place.name.zh.startswith(mark.name)
        assert library.sources(place)
    assert sum(mark.home for mark in view.ruler.marks) == 1


def test_cities_and_training_places_can_be_told_apart_and_shown_alone(view):
    training = {mark.name for mark in view.ruler.marks if mark.training}
    assert training == {"多巴镇", "猛犸湖", "伊腾", "丰罗默", "圣莫里茨", "弗拉格斯塔夫", "科罗拉多斯普林斯", "博尔德"}
    view.side.filter.parts["training"].click()
    assert {mark.name for mark in view.ruler.marks if not mark.home} == training
    view.side.filter.parts["city"].click()
    assert not any(mark.training for mark in view.ruler.marks)
    view.side.filter.parts["all"].click()
    assert len(view.ruler.marks) == 21


def test_a_tap_anywhere_among_the_names_chooses_the_nearest(view):
    ruler = view.ruler
    for mark, y in ruler.labels():
        for slip in (-7, 0, 7):
            QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(200, round(y) + slip))
            assert ruler.here() == mark, (mark.name, slip)
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(300, 3))
    assert ruler.here() == ruler.marks[0]


@pytest.mark.parametrize("tall", [440, 500, 640, 1600])
def test_no_name_stands_far_from_its_height_and_cities_never_lose_theirs(view, tall):
    ruler = view.ruler
    ruler.resize(ruler.width(), tall)
    ruler.choose(next(mark for mark in ruler.marks if mark.name == "丰罗默"))
    labels = ruler.labels()
    named = [mark for mark, _ in labels]
    assert all(mark in named for mark in ruler.marks if not mark.training)
    assert ruler.here() in named
    assert all(after - before >= 18 - 1e-6 for (_, before), (_, after) in itertools.pairwise(labels))
    assert max(abs(y - ruler.y_of(mark.altitude_m)) for mark, y in labels) <= 32
    assert (len(named) == len(ruler.marks)) is (tall == 1600)


def test_a_drag_that_starts_among_the_names_moves_the_handle(view):
    ruler = view.ruler
    QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(200, round(ruler.y_of(3800))))
    QTest.mouseMove(ruler, QPoint(200, round(ruler.y_of(3000))))
    assert abs(ruler.value() - 3000) <= 10
    QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=QPoint(200, round(ruler.y_of(3000))))
    assert abs(ruler.value() - 3000) <= 10


def test_arrows_of_a_finger_reach_every_place_up_and_down(view):
    view.ruler.choose(view.ruler.marks[-1])
    seen = [view.ruler.here().key]
    while view.side.higher.isEnabled():
        view.side.higher.click()
        seen.append(view.ruler.here().key)
    assert seen == [mark.key for mark in reversed(view.ruler.marks)]  # two of them at one height
    while view.side.lower.isEnabled():
        view.side.lower.click()
    assert view.ruler.here() == view.ruler.marks[-1]
    view.ruler.setValue(3000)
    view.side.lower.click()
    assert view.ruler.here().name == "基多"


def test_the_list_holds_every_place_in_rows_for_a_finger(view, qtbot):
    view.side.here.click()
    rows = view.side.list.findChildren(PlaceRow)
    assert [row.mark for row in rows] == list(view.ruler.marks)
    qtbot.waitUntil(lambda: rows[0].height() > 0)
    assert all(row.height() >= LEAST_PX for row in rows)
    qtbot.keyClick(rows[3], Qt.Key.Key_Return)
    assert view.ruler.here() == view.ruler.marks[3]
    assert view.side.list is None


def test_escape_closes_the_list_and_leaves_the_card_open(window, qtbot):
    window.go("altitude")
    side = window.views["altitude"].side
    window.hub.choose("zone-kangyang")
    side.toggle_list()
    qtbot.keyClick(side.list.findChildren(PlaceRow)[0], Qt.Key.Key_Escape)
    assert side.list is None
    assert side.here.hasFocus()
    assert window.has_card
    qtbot.keyClick(side.here, Qt.Key.Key_Escape)
    assert not window.has_card


def test_what_a_finger_presses_is_large_enough(view):
    side = view.side
    for button in (side.lower, side.here, side.higher, *side.filter.parts.values(), view.see_button, view.add_button):
        assert min(button.width(), button.height()) >= LEAST_PX, button.accessibleName()
    links = [link for link in view.findChildren(RecordLink) if link.isVisibleTo(view)]
    assert len(links) >= 15
    assert all(min(link.width(), link.height()) >= LEAST_PX for link in links)


def test_partners_stand_by_year_and_none_has_signed(view, hub):
    names = [(row.phase.as_of, [link.text() for link in row.links]) for row in view.base.rows]
    assert names == [
        ("2023-H1", ["中康养", "保利集团", "华大基因", "泰康", "亿护家"]),
        ("2024-H1", ["光大健康", "泰康人寿"]),
    ]
    assert view.base.talks.text() == "对接，未见签约报道"
    assert all(partner.status == "in_talks" for row in view.base.rows for partner in row.partners)
    view.base.rows[1].links[0].click()
    assert hub.chosen == "partner-everbright-health"


def test_functions_and_area_are_those_of_the_records(view, hub):
    assert [link.text() for link in view.base.functions] == ["康养产业", "医疗康复", "康养服务", "康养旅居"]
    view.base.functions[1].click()
    assert hub.chosen == "base-function-rehabilitation"
    assert view.sides.middle == ("示范园区", "900 亩", "= 60 公顷")


def test_each_study_says_range_association_and_doctor(view, hub):
    for lang, doctor, link in (("zh", "医生", "关联"), ("en", "doctor", "association")):
        hub.set_language(lang)
        view.retranslate()
        assert doctor in view.studies.rule.text()
        assert link in view.studies.rule.text()
        assert len(view.studies.each) == 4
        for tile, study in zip(view.studies.each, view.studies.studies, strict=True):
            assert doctor in tile.caution.text(), study.id
            assert tile.said_by.text() == study.attributed_to.to(lang)
            assert (tile.bar.low_m, tile.bar.high_m) == (study.low_m, study.high_m)
    assert [tile.range_words.text() for tile in view.studies.each] == [
        "259–1,960 m", "195–2,971 m", "Up to 2,000 m", "1,500–3,500 m",
    ]  # fmt: skip
    view.studies.each[0].link.click()
    assert hub.chosen == "base-study-swiss-2009"


def test_no_sentence_of_the_page_treats_or_prevents():
    told = [text for module in (altitude, chain) for text in texts_in(module)]
    assert len(told) > 60
    for text in told:
        for side in (text.zh, text.en):
            assert not judge_text(side, Setting(wellness=True)), side
        assert not re.search(r"治疗|预防|疗效|治愈", text.zh), text.zh
        assert not re.search(r"\b(treat|prevent|cure|heal)", text.en, re.IGNORECASE), text.en
        assert text.zh
        assert text.en


def texts_in(module):
    """Every sentence of a module of words, those in tables too."""
    for value in vars(module).values():
        if isinstance(value, Text):
            yield value
        elif isinstance(value, dict):
            yield from (each for each in value.values() if isinstance(each, Text))


def test_the_exaggeration_told_is_the_one_that_is_drawn(view, qtbot):
    for width in (1368, 1850):
        view.resize(width, 900)
        qtbot.waitUntil(lambda: f"约 {round(view.profile.factor())} 倍" in view.section_note.text())
        chart = view.profile
        first, last = chart.points[0], chart.points[-1]
        across = (chart._x(last.chainage_m) - chart._x(first.chainage_m)) / (last.chainage_m - first.chainage_m)
        up = (chart._y(2100) - chart._y(2200)) / 100
        assert chart.factor() == pytest.approx(up / across)


def test_a_tap_or_a_key_reads_the_section(view, qtbot):
    chart = view.profile
    gate = chart.points.index(chart.gate)
    at = QPoint(round(chart._x(chart.gate.chainage_m)), round(chart._plot().bottom()) - 60)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert chart.at == gate
    assert view.reading.text() == "海湖大道互通（园区南门），K1807+400，海拔 2305 米"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == gate + 1
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.at == 0
    assert chart.accessibleDescription() == view.reading.text()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [1208, 1368, 1848])
def test_airport_gate_and_hill_are_named_on_the_section(view, hub, lang, width):
    hub.set_language(lang)
    view.retranslate()
    view.resize(width, 800)
    QApplication.processEvents()
    shown = [point for point, _ in view.profile._fitting()]
    assert view.profile.gate in shown
    assert view.profile.airport in shown
    assert "机场" in view.profile.airport.name.zh
    assert view.profile._hill() is not None
    frames = [frame for _, frame in view.profile._fitting()]
    assert not any(one.intersects(other) for one, other in itertools.combinations(frames, 2))


@pytest.mark.parametrize(("width", "taken"), [(1208, 0), (1208, 408), (1368, 408), (1848, 0), (1008, 0), (1008, 408)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_crushed_or_wider_than_its_place(view, hub, width, taken, lang):
    hub.set_language(lang)
    view.retranslate()
    view.resize(width, 680)
    view.leave_room(taken)
    for _ in range(6):  # a change of width travels through the layouts one event at a time
        QApplication.processEvents()
    if width - taken < 648:  # with the card open upright the ruler waits
        assert not view.ruler.isVisibleTo(view)
    else:
        assert view.ruler.isVisibleTo(view)
        assert view.ruler.height() >= 400
    assert view.page.width() <= view.scroll.viewport().width()
    for block in view.page.findChildren(TextBlock):
        if block.isVisibleTo(view.page) and block.text() and not block.max_lines:
            assert block.height() >= block.heightForWidth(block.width()) - 1, block.text()


def test_a_new_visitor_finds_the_page_as_it_was(view):
    view.side.filter.parts["training"].click()
    view.ruler.setValue(2000)
    view.profile.read_at(3)
    view.new_visitor()
    assert view.side.shown == "all"
    assert view.ruler.here().name == "拉萨"
    assert view.reading.text() == "点剖面读地点与海拔"


def test_the_section_starts_the_park_at_its_south_gate(view, library):
    assert len(view.profile.points) == len(library.profile) == 81
    assert "海湖大道互通" in view.profile.gate.name.zh


def test_steps_neighbours_and_claim_come_from_the_base(view, library):
    parts = {part.id: part for part in library.records("base")}
    phases = [part for part in parts.values() if part.part == "phase"]
    assert [step.what for step in view.timeline.steps][: len(phases)] == [part.statement.zh for part in phases]
    assert view.timeline.steps[-1].when == "此后"
    assert view.timeline.steps[-1].mark == "unverified"
    assert view.sides.sides["north"] == ("北", "待核实", False)
    assert view.sides.sides["east"][1] == "北川湿地公园"
    claim = next(part for part in parts.values() if part.part == "claim")
    assert claim.attributed_to.zh in view.claim.text()
    assert claim.statement.zh.rstrip("。") in view.claim.text()
    assert view.claim.text().endswith("请在医生指导下。")


def test_the_actions_lead_to_map_and_brochure(qtbot, view, hub):
    places, chosen = [], []
    hub.place_chosen.connect(places.append)
    hub.record_chosen.connect(chosen.append)
    view.see_button.click()
    assert (places, chosen) == (["map"], ["zone-kangyang"])
    view.add_button.click()
    assert hub.shortlist == ("zone-kangyang",)
    assert view.add_button.text() == "已在手册中"
    assert not view.add_button.isEnabled()


def test_english_leaves_no_chinese(view, hub):
    hub.set_language("en")
    view.retranslate()
    words = [
        block.text()
        for block in (view.title, view.lead, view.lead_site, view.claim, view.section_title, view.section_note)
    ]
    words += [mark.name for mark in view.ruler.marks] + [step.what for step in view.timeline.steps]
    words += [name for _, name, _ in view.sides.sides.values()]
    assert not [text for text in words if any("\u4e00" <= letter <= "\u9fff" for letter in text)]


def test_a_timeline_without_steps_paints_nothing_and_does_not_fail(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    assert not timeline.grab().isNull()
