import math

import pytest
from PySide6.QtCore import QPoint, Qt

from brochure.gui import hero as hero_module
from brochure.gui.curves import monotone_slopes
from brochure.gui.ground_section import HIGH_M, LOW_M
from brochure.gui.hero import Hero
from brochure.gui.overview_view import OverviewView
from brochure.model.geometry import ProfilePoint
from brochure.words import Text
from brochure.words import window as say


@pytest.fixture
def view(qtbot, hub):
    view = OverviewView(hub)
    qtbot.addWidget(view)
    view.resize(1208, 680)
    view.show()
    return view


def test_eight_figures_stand_in_their_order_with_date_and_source(view, hub):
    figures = view.figures.figures
    assert [figure.headline for figure in figures] == list(range(1, 9))
    for block, figure in zip(view.figures.blocks, figures, strict=True):
        assert block.value
        assert block.date
        assert block.mark.text() == ",".join(str(s.mark) for s in hub.library.sources(figure))


def test_a_figure_with_an_unsettled_date_shows_the_mark(view):
    unsettled = [b for b, f in zip(view.figures.blocks, view.figures.figures, strict=True) if f.status == "unverified"]
    assert unsettled
    assert all(block.unsettled and block.date == say.YEAR_UNSETTLED.zh for block in unsettled)


def test_a_source_mark_opens_the_card_of_its_figure(view, hub, qtbot):
    with qtbot.waitSignal(hub.record_chosen) as told:
        qtbot.mouseClick(view.figures.blocks[3].mark, Qt.MouseButton.LeftButton)
    assert told.args == [view.figures.figures[3].id]


def test_figures_are_counted_in_both_languages(view, hub):
    assert view.figures.blocks[0].texts()[:2] == ("6879", "户")
    hub.lang = "en"
    view.retranslate()
    assert view.figures.blocks[0].texts()[:2] == ("6,879", "entities")


def test_no_figure_is_cut_in_either_language(view, hub):
    for lang in ("zh", "en"):
        hub.lang = lang
        view.retranslate()
        view.resize(1209 if lang == "zh" else 1208, 680)
        view.layout().activate()
        for block in view.figures.blocks:
            font, _, words = block._value_fonts()
            assert font.pixelSize() == 36, block.value
            assert words <= block.width()
            assert block.height() >= block.heightForWidth(block.width())


def test_the_hero_says_the_goal_and_its_years(view):
    assert view.hero.sentence().startswith("打造生态文明高地上的")
    assert not view.hero.sentence().endswith("。")


def test_a_press_on_the_profile_opens_the_altitude_page(view, hub, qtbot):
    with qtbot.waitSignal(hub.place_chosen) as told:
        qtbot.mouseClick(view.hero, Qt.MouseButton.LeftButton, pos=QPoint(900, 200))
    assert told.args == ["altitude"]


def test_the_profile_is_the_real_one_and_never_overshoots(qtbot, hub):
    hero = Hero(hub)
    qtbot.addWidget(hero)
    hero.resize(1208, 330)
    path = hero._curve()
    heights = [point.ground_m for point in hero.profile]
    assert len(heights) > 60
    frame = path.boundingRect()
    assert frame.top() == pytest.approx(hero._y(max(heights)), abs=0.01)
    assert frame.bottom() == pytest.approx(hero._y(min(heights)), abs=0.01)
    assert min(heights) > LOW_M
    assert max(heights) < HIGH_M
    assert hero._y(2350) < hero._y(2240)


def test_monotone_slopes_keep_each_piece_between_its_ends():
    points = [(0, 0), (1, 1), (2, 10), (3, 10), (4, 3), (5, 4)]
    slopes = monotone_slopes(points)
    for (x0, y0), (x1, y1), a, b in zip(points, points[1:], slopes, slopes[1:], strict=False):
        third = (x1 - x0) / 3
        for step in range(101):
            t = step / 100
            handles = (y0, y0 + a * third, y1 - b * third, y1)
            y = sum(math.comb(3, k) * t**k * (1 - t) ** (3 - k) * h for k, h in enumerate(handles))
            assert min(y0, y1) - 1e-9 <= y <= max(y0, y1) + 1e-9


def test_the_pointer_reads_place_and_height(qtbot, hub):
    hero = Hero(hub)
    qtbot.addWidget(hero)
    hero.resize(1208, 330)
    hero.show()
    still = hero.grab().toImage()
    qtbot.mouseMove(hero, QPoint(300, 200))
    qtbot.waitUntil(lambda: hero._pointer is not None)
    assert hero.grab().toImage() != still


def test_without_a_profile_the_hero_still_stands(qtbot, hub, monkeypatch):
    monkeypatch.setattr(hub.library, "profile", ())
    hero = Hero(hub)
    qtbot.addWidget(hero)
    hero.resize(1208, 330)
    assert not hero.grab().isNull()


def test_a_hostile_name_on_the_profile_shows_as_text(qtbot, hub, monkeypatch):
    point = ProfilePoint(1766600, 36.5, 102.0, 2100, "road", Text("<b>{{7*7}}</b>", "<b>{{7*7}}</b>"))
    monkeypatch.setattr(hub.library, "profile", (point, *hub.library.profile[1:]))
    hero = Hero(hub)
    qtbot.addWidget(hero)
    assert "<b>{{7*7}}</b>" in hero.texts()


@pytest.mark.parametrize("size", [(1008, 625), (1008, 236), (1208, 252), (1368, 330), (1848, 447)])
def test_between_two_points_the_line_never_leaves_their_heights(qtbot, hub, size):
    """Each piece as it is painted lies between its two ends, at every size of the window."""
    hero = Hero(hub)
    qtbot.addWidget(hero)
    hero.resize(*size)
    path = hero._curve()
    corners = [path.elementAt(number) for number in range(path.elementCount())]
    assert len(corners) == 1 + 3 * (len(hero.profile) - 1)
    for at in range(0, len(corners) - 1, 3):
        piece = [(corners[at + k].x, corners[at + k].y) for k in range(4)]
        low, high = sorted((piece[0][1], piece[3][1]))
        before = piece[0][0]
        for step in range(1, 41):
            t = step / 40
            x, y = (
                sum(math.comb(3, k) * t**k * (1 - t) ** (3 - k) * piece[k][axis] for k in range(4)) for axis in (0, 1)
            )
            assert low - 1e-6 <= y <= high + 1e-6
            assert x > before
            before = x


def test_the_line_is_drawn_once_and_stands(qtbot, hub, monkeypatch):
    monkeypatch.setattr(hero_module, "wants_motion", lambda _: True)
    hero = Hero(hub)
    qtbot.addWidget(hero)
    hero.resize(1208, 330)
    hero.show()
    assert hero._drawing.duration() <= 1000
    assert hero._drawing.loopCount() == 1
    hero._drawing.setCurrentTime(100)
    begun = hero.grab().toImage()
    hero._drawing.setCurrentTime(hero._drawing.duration())
    done = hero.grab().toImage()
    assert begun != done
    assert begun.pixelColor(1100, 200) != done.pixelColor(1100, 200)
    assert begun.copy(0, 0, 400, 180) == done.copy(0, 0, 400, 180)  # the words stand from the first moment
    again = hero._drawing
    hero.hide()
    hero.show()
    assert hero._drawing is again
    assert hero.drawn == 1.0


def test_who_asks_for_less_motion_sees_it_whole_at_once(qtbot, hub, monkeypatch):
    monkeypatch.setattr(hero_module, "wants_motion", lambda _: False)
    hero = Hero(hub)
    qtbot.addWidget(hero)
    hero.resize(1208, 330)
    hero.show()
    assert hero._drawing is None
    assert hero.drawn == 1.0


def test_a_currency_does_not_part_from_its_number(window):
    window.hub.set_language("en")
    labels = [block.label for block in window.views["overview"].figures.blocks]
    assert any("RMB\u00a0" in label for label in labels)
    assert not any("RMB " in label for label in labels)
