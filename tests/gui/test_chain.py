"""The chain place: six stages in the order of the source, one in full, its discs on the small map."""

import itertools
import math

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brochure.desk.stage import QUESTIONS
from brochure.drawing import Circle, Drawing, Group, Label, Path, Rect, Stroke
from brochure.gui import theme
from brochure.gui.chain_map import hops_between
from brochure.gui.chain_side import NAMED
from brochure.gui.chain_view import ChainView
from brochure.gui.drawing_painter import paint_drawing
from brochure.gui.export import shortlist_recipe
from brochure.gui.jobs import Job
from brochure.gui.plan_picture import PX_PER_MM, build_picture, in_the_dark
from brochure.gui.text_block import TextBlock, lay_text
from brochure.gui.widgets import width_of
from brochure.maps.plan import labels_of
from tests.gui.seen import CHINESE


@pytest.fixture
def view(qtbot, hub):
    place = ChainView(hub)
    qtbot.addWidget(place)
    place.resize(1368, 780)
    place.show()
    qtbot.waitUntil(lambda: place.picture.drawing() is not None, timeout=30_000)
    return place


def test_six_columns_climb_from_left_to_right(view):
    discs = [view.climb.disc_at(index) for index in range(6)]
    assert len(view.climb.columns) == 6
    assert all(after.x() > before.x() and after.y() < before.y() for before, after in itertools.pairwise(discs))
    assert [column.rung.order for column in view.climb.columns] == [1, 2, 3, 4, 5, 6]
    assert view.climb.columns[0].rung.name == "启迪众创空间"
    assert "不表示高度" in view.order.text()


def test_a_level_the_source_does_not_give_is_to_be_confirmed(view, library):
    for column, stage in zip(view.climb.columns, library.records("stages"), strict=True):
        assert (column.rung.level == "级别待核实") is (stage.level is None)
    assert view.detail.rule.text() == "待核实"


def test_a_click_shows_the_stage_and_marks_the_next(qtbot, view):
    QTest.mouseClick(view.climb.columns[2], Qt.MouseButton.LeftButton)
    assert view.detail.name.text() == "食保区加速器"
    assert view.climb.columns[2].isChecked()
    assert [column.tag for column in view.climb.columns] == ["", "", "", "下一级", "", ""]


def test_arrow_keys_walk_the_chain(qtbot, view):
    view.climb.columns[0].setFocus()
    for _ in range(7):
        QTest.keyClick(view.window().focusWidget() or view.climb.columns[view.current], Qt.Key.Key_Right)
    assert view.current == 5
    assert view.climb.columns[5].hasFocus()


def test_the_links_open_the_cards_of_what_helps(qtbot, view, hub, library):
    view.show_stage(1)
    stage = view.stages[1]
    first = view.detail.links[0]
    with qtbot.waitSignal(hub.record_chosen) as heard:
        first.click()
    assert heard.args == [stage.policies[0]]
    assert first.text().startswith(library.record(stage.policies[0]).name.zh)


def test_the_detail_tells_role_level_carrier_policies_and_products(view, hub, library):
    for index, stage in enumerate(view.stages):
        view.show_stage(index)
        detail = view.detail
        assert stage.role.zh in detail.role.text()
        assert detail.fits.text() == stage.fits.zh
        assert "非报道原话" in detail.basis.text()
        assert [link.record_id for link in detail.links] == [*stage.policies, *stage.products]
        detail.carrier.click()
        assert hub.chosen == (stage.carrier or stage.zone)
        if stage.carrier:
            assert library.record(stage.carrier).name.zh in detail.carrier.text()


def answer(view, *answers):
    for question, key in zip(QUESTIONS, answers, strict=True):
        view.questions.choices[question].parts[key].click()


def test_three_answers_light_the_own_stage_and_the_next_everywhere(view, hub):
    view.ask_button.click()
    assert view.below.current() is view.questions
    assert view.questions.verdict.text() == "还差 3 个问题。"
    answer(view, "company", "sample", "office")
    assert view.questions.verdict.text() == "你在第 2 级：生科孵化器。下一级：第 3 级 食保区加速器。"
    kinds = ["", "own", "next", "", "", ""]
    assert [column.light.kind for column in view.climb.columns] == kinds
    assert [light.kind for light in view.picture.lights] == kinds
    assert view.climb.columns[1].tag == "你在这一级"
    assert hub.own_stage == "stage-bio-incubator"
    view.show_stage(4)  # looking at another stage does not move the visitor
    assert [column.light.kind for column in view.climb.columns] == kinds
    assert view.climb.columns[4].isChecked()


def test_where_two_stages_are_possible_the_visitor_says_which_is_closer(view, hub):
    view.ask()
    answer(view, "company", "sample", "plant")
    assert "都可能" in view.questions.verdict.text()
    assert [column.light.kind for column in view.climb.columns] == ["", "own", "", "", "", "own"]
    assert hub.own_stage is None
    buttons = [button for button in view.questions.closer if button.isVisibleTo(view)]
    assert [button.text() for button in buttons] == ["第 2 级 生科孵化器", "第 6 级 产业园"]
    buttons[1].click()
    assert hub.own_stage == "stage-industrial-park"
    assert view.questions.verdict.text() == "你在第 6 级：产业园。这是链上的最后一级。"
    assert [column.light.kind for column in view.climb.columns] == ["", "", "", "", "", "own"]


@pytest.mark.parametrize("answers", list(itertools.product(*QUESTIONS.values())), ids="-".join)
def test_every_way_to_answer_says_something_in_both_languages(view, hub, answers):
    answer(view, *answers)
    for lang in ("zh", "en"):
        hub.set_language(lang)
        view.retranslate()
        words = view.questions.verdict.text()
        assert words
        assert bool(CHINESE.search(words)) is (lang == "zh")
        assert all(str(place + 1) in words for place in view.possible)


def test_a_new_visitor_starts_without_answers(view, hub):
    view.ask()
    answer(view, "company", "orders", "office")
    view.new_visitor()
    assert hub.own_stage is None
    assert view.questions.answers == {}
    assert not any(choice.current() for choice in view.questions.choices.values())
    assert view.below.current() is view.detail
    assert view.current == 0
    assert [column.tag for column in view.climb.columns] == ["", "下一级", "", "", "", ""]


def test_the_brochure_lights_the_visitors_own_stage(view, hub):
    assert shortlist_recipe(hub).stage is None
    answer(view, "company", "product", "pilot")
    assert shortlist_recipe(hub).stage == "stage-food-accelerator"


def test_a_tap_on_a_disc_of_the_small_map_chooses_its_stage(view, hub, qtbot):
    picture = view.picture
    qtbot.waitUntil(lambda: len(picture.discs) == 6)
    places = []
    hub.place_chosen.connect(places.append)
    for index, disc in enumerate(picture.discs):
        assert picture.rect().contains(disc.toPoint())
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=disc.toPoint())
        assert view.current == index
        assert view.climb.columns[index].isChecked()
    assert places == []


def test_a_disc_is_as_large_as_a_finger_and_the_nearest_wins(view, qtbot):
    picture = view.picture
    qtbot.waitUntil(lambda: len(picture.discs) == 6)
    for index, disc in enumerate(picture.discs):
        free = [other for at, other in enumerate(picture.discs) if at != index]
        for dx, dy in ((21, 0), (-21, 0), (0, 21), (0, -21)):
            at = disc + QPointF(dx, dy)
            if all((at - other).manhattanLength() > 60 for other in free):
                assert picture.disc_near(at) == index
        assert picture.disc_near(disc) == index
        assert min(picture.keys[index].width(), picture.keys[index].height()) >= 44
        assert picture.keys[index].accessibleName()
    assert picture.disc_near(QPointF(2, 2)) is None


def test_the_line_of_the_small_map_runs_through_no_other_stage(view, qtbot):
    qtbot.waitUntil(lambda: len(view.picture.discs) == 6)
    discs = view.picture.discs
    hops = hops_between(discs)
    assert len(hops) == 5
    for number, hop in enumerate(hops):
        others = [disc for at, disc in enumerate(discs) if at not in (number, number + 1)]
        assert all(math.dist(point.toTuple(), disc.toTuple()) >= 20 for point in hop for disc in others)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [(1208, 680), (1368, 780), (1848, 960)])
def test_nothing_crosses_a_name_on_the_small_map(view, hub, qtbot, lang, size):
    hub.set_language(lang)
    view.resize(*size)
    view.retranslate()
    qtbot.waitUntil(lambda: not view.side.late.isActive() and not Job.running)
    names = labels_of(view.picture.drawing())
    assert "zone-core" in names
    assert set(names) <= set(NAMED)
    discs = [point.toTuple() for point in view.picture.discs]
    line = [point.toTuple() for hop in hops_between(view.picture.discs) for point in hop]
    for lines in names.values():
        for label in (each for each in lines if not each.turn_deg):
            tall = label.size_pt * 25.4 / 72
            wide = width_of(label.text, "body", label.weight) / theme.font("body").pixelSize() * tall
            left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
            box = QRectF(left, label.y - tall * 0.8, wide, tall)
            for x, y in (*line, *discs):
                assert not box.contains(x / PX_PER_MM, y / PX_PER_MM), label.text


def test_the_stage_takes_no_room_for_the_questions_behind_it(view, qtbot):
    wanted = view.detail.minimumSizeHint().height()
    view.ask()
    answer(view, "company", "sample", "plant")
    view.questions.closer[0].click()
    view.questions.see_button.click()
    tall = max(wanted, view.detail.minimumHeight())
    assert tall < view.questions.minimumHeight()
    qtbot.waitUntil(lambda: view.below.height() <= tall + 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_of_the_questions_can_be_seen_while_they_are_answered(view, hub, qtbot, lang):
    hub.set_language(lang)
    view.retranslate()
    view.resize(1208, 680)
    view.ask()
    answer(view, "company", "sample", "office")
    seen = view.scroll.viewport()

    def inside() -> bool:
        at = view.questions.basis.mapTo(seen, view.questions.basis.rect().bottomLeft())
        return 0 < at.y() < seen.height() and view.questions.title.mapTo(seen, QPoint(0, 0)).y() >= 0

    qtbot.waitUntil(inside)


def test_names_in_the_other_language_are_never_cut(view):
    for width in (1008, 1208, 1368, 1848):
        view.resize(width, 780)
        QApplication.processEvents()
        for column in view.climb.columns:
            room = column.width() - 18
            words = column._other_for(room)
            assert lay_text(words, "small", 400, room)[1] <= 2 * theme.line_height("small"), words


def test_keys_reach_the_discs_too(view, qtbot):
    qtbot.waitUntil(lambda: len(view.picture.discs) == 6)
    QTest.keyClick(view.picture.keys[4], Qt.Key.Key_Return)
    assert view.current == 4


def test_choosing_a_stage_does_not_draw_the_map_anew(view, qtbot):
    qtbot.waitUntil(lambda: not view.side.late.isActive() and not Job.running)
    before = view.picture.drawing()
    view.show_stage(3)
    QApplication.processEvents()
    assert view.picture.drawing() is before
    assert not view.side.late.isActive()


def test_the_map_opens_with_the_stage_and_gives_it_back(view, hub):
    places, chosen = [], []
    hub.place_chosen.connect(places.append)
    hub.record_chosen.connect(chosen.append)
    view.show_stage(2)
    view.open_map.click()
    assert (places, chosen) == (["map"], ["stage-food-accelerator"])
    hub.choose("stage-qhu-science-park")  # on the map
    assert view.current == 4


def test_a_stage_chosen_before_the_first_visit_is_shown(qtbot, hub):
    hub.choose("stage-youth-park")
    hub.set_own_stage("stage-bio-incubator")
    place = ChainView(hub)
    qtbot.addWidget(place)
    assert place.current == 3
    assert [column.light.kind for column in place.climb.columns] == ["", "own", "next", "", "", ""]


def test_both_ladders_keep_their_wording_and_their_source(view, hub):
    assert [ladder.steps for ladder in view.ladder.ladders] == [
        ("科技型中小企业", "高新技术企业", "科技小巨人"), ("微成长", "小升高", "高壮大"),
    ]  # fmt: skip
    assert ["2023" in link.text() for link in view.ladder.links] == [True, False]
    assert ["2024" in link.text() for link in view.ladder.links] == [False, True]
    assert "张国强" in view.ladder.cites[0].text()
    assert "师晓琼" in view.ladder.cites[1].text()
    assert "不合并" in view.ladder.note.text()
    view.ladder.links[1].click()
    assert hub.chosen == "policy-three-type-doubling"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_finger_presses_on_the_chain_is_large_enough(view, hub, lang):
    hub.set_language(lang)
    view.retranslate()
    view.ask()
    answer(view, "company", "sample", "plant")
    QApplication.processEvents()
    pressed = [view.ask_button, view.open_map, view.questions.clear_button, *view.climb.columns]
    pressed += [button for button in view.questions.closer if button.isVisibleTo(view)]
    pressed += [part for choice in view.questions.choices.values() for part in choice.parts.values()]
    view.below.show_page(view.detail)
    QApplication.processEvents()
    pressed += [view.detail.add_button, view.detail.carrier, *view.detail.links, *view.ladder.links]
    for button in pressed:
        assert min(button.width(), button.height()) >= 44, button.accessibleName()


@pytest.mark.parametrize(("width", "height"), [(1208, 680), (1368, 780), (1848, 960), (1008, 1800)])
@pytest.mark.parametrize("taken", [0, 408])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_on_the_chain_is_wider_than_its_place_and_no_name_is_broken(view, hub, width, height, taken, lang):
    hub.set_language(lang)
    view.retranslate()
    view.resize(width, height)
    view.leave_room(taken)
    for index in range(6):
        view.show_stage(index)
        for _ in range(6):  # a change of words travels up through the layouts one event at a time
            QApplication.processEvents()
        assert view.page.width() <= view.scroll.viewport().width()
        for block in view.detail.findChildren(TextBlock):
            if block.isVisibleTo(view.detail) and block.text() and not block.max_lines:
                assert block.height() >= block.heightForWidth(block.width()) - 1, block.text()
    for column in view.climb.columns:
        room = column.width() - 18 if not column.upright else column.width() * 0.5
        longest = max(column._name_for(room).split(), key=len)
        assert width_of(longest, "body", 700) <= room + 2, longest
    for above in (view.heading.geometry(), view.ask_button.geometry()):
        assert view.climb.rect().contains(above)
        assert not any(column.geometry().intersects(above) for column in view.climb.columns), above


def test_a_stage_chosen_elsewhere_is_shown_and_the_tray_takes_it(view, hub):
    hub.choose("stage-youth-park")
    assert view.current == 3
    view.detail.add_button.click()
    assert hub.shortlist == ("stage-youth-park",)
    assert not view.detail.add_button.isEnabled()


def test_the_counts_are_the_figures_with_their_dates(view):
    shown = {figure.measure: block.texts() for block, figure in view.counts}
    assert shown["incubating-firms"][0] == "537"
    assert shown["carriers"][0] == "8"
    assert [shown[key][0] for key in ("national-incubators", "national-maker-spaces")] == ["3", "2"]
    assert all("2023" in texts[3] for texts in shown.values())


def test_the_small_map_numbers_the_stages_and_has_a_scale(library):
    drawing = build_picture(library, "zh", "light", width_mm=90, height_mm=120, mm_per_km=10, own_stage=2)
    names = {shape.text for shape in labels(drawing)}
    assert {"1", "2", "3", "4", "5", "6", "约 1 公里"} <= names


def test_in_the_dark_no_light_ground_is_left(library):
    dark = build_picture(library, "zh", "dark", width_mm=90, height_mm=120)
    light = build_picture(library, "zh", "light", width_mm=90, height_mm=120)
    assert dark == in_the_dark(light)
    paper = next(shape for shape in walk(dark) if isinstance(shape, Rect) and shape.width_mm == 90)
    assert paper.fill == "#0C1B24"


def test_a_painted_drawing_is_where_it_says(qapp):
    drawing = Drawing(
        100, 50,
        (
            Rect(0, 0, 100, 50, fill="#FFFFFF"),
            Group((Rect(10, 10, 40, 20, fill="#FF0000"), Circle(80, 25, 8, fill="#0000FF")), clip=(0, 0, 60, 50)),
            Path((((60, 40), (95, 40)),), stroke=Stroke("#00FF00", 4)),
            Path((((0, 0), (8, 0), (8, 8), (0, 8)), ((2, 2), (6, 2), (6, 6), (2, 6))), True, fill="#000000"),
            Label(70, 20, "高", 30, "#000000", 700),
        ),
    )  # fmt: skip
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_drawing(painter, drawing, QRectF(0, 0, 400, 200))
    painter.end()
    seen = lambda x, y: image.pixelColor(x * 4, y * 4).name()  # noqa: E731
    assert seen(30, 20) == "#ff0000"
    assert seen(80, 28) != "#0000ff"  # outside the clip
    assert seen(75, 40) == "#00ff00"
    assert seen(1, 1) == "#000000"
    assert seen(4, 4) == "#ffffff"  # the hole
    assert any(image.pixelColor(x, y).lightness() < 60 for x in range(280, 330) for y in range(44, 84))


def test_english_leaves_no_chinese_but_second_names(view, hub):
    hub.set_language("en")
    view.retranslate()
    words = [
        view.title.text(),
        view.lead.text(),
        view.detail.fits.text(),
        view.detail.basis.text(),
        view.side.sketch.text(),
    ]
    words += [word for column in view.climb.columns for word in (column.rung.name, column.rung.role, column.rung.place)]
    words += [link.text() for link in view.detail.links]
    assert not [text for text in words if any("\u4e00" <= letter <= "\u9fff" for letter in text)]


def walk(drawing: Drawing | Group) -> list[object]:
    found: list[object] = []
    for shape in drawing.shapes:
        found += [shape, *(walk(shape) if isinstance(shape, Group) else [])]
    return found


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in walk(drawing) if isinstance(shape, Label)]
