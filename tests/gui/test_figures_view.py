import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from brochure.gui.figures_view import ALL, SEVERAL
from brochure.gui.reading_line import ReadingLine
from brochure.words import figures as say
from tests.gui.seen import CHINESE, nameless, visible_words


@pytest.fixture
def view(window):
    window.go("figures")
    return window.views["figures"]


def press_row(view, qtbot, row: int) -> None:
    table = view.list.table
    where = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_it_opens_with_a_true_series_and_its_chart(view):
    assert view.panel.measure.key == "value-added-growth"
    assert view.panel.chart.isVisible()
    assert set(view.panel.buttons) == {"svg", "png"}
    assert [line.row.figure.id for line in view.panel.lines] == [
        "value-added-growth-2025-01-2025-05", "value-added-growth-2024",
    ]  # fmt: skip


def test_without_a_series_there_is_a_dated_table_and_the_reason(view):
    view.show_measure("outside-funds")
    assert view.panel.chart is None
    assert view.panel.buttons == {}
    assert view.panel.why.isVisible()
    assert "口径不同" in view.panel.why.text()
    assert len(view.panel.lines) == 2
    assert all(line.when for line in view.panel.lines)


def test_each_value_opens_its_card_by_press_and_by_key(view, qtbot):
    qtbot.mouseClick(view.panel.lines[1], Qt.MouseButton.LeftButton)
    assert view.hub.chosen == "value-added-growth-2024"
    view.hub.close_card()
    qtbot.keyClick(view.panel.lines[0], Qt.Key.Key_Return)
    assert view.hub.chosen == "value-added-growth-2025-01-2025-05"


def test_a_row_shows_its_measure_and_the_card_follows_where_it_covers_the_panel(view, qtbot):
    press_row(view, qtbot, 0)
    assert view.panel.measure.key == "market-entities"
    assert view.hub.chosen is None
    view.panel.lines[0].click()
    assert view.panel.isHidden()
    press_row(view, qtbot, 1)
    assert view.hub.chosen == "new-entities-2025-06-15"
    view.hub.close_card()
    assert view.panel.isVisible()
    assert view.panel.measure.key == "new-entities"


def test_panel_and_card_stand_beside_each_other_where_there_is_room(view, window, qtbot):
    window.resize(1920, 1080)
    qtbot.wait(20)
    view.panel.lines[0].click()
    qtbot.wait(20)
    assert view.panel.isVisible()
    edge = window.card.mapTo(window, window.card.rect().topLeft()).x()
    assert view.panel.mapTo(window, view.panel.rect().topRight()).x() < edge


def test_a_topic_lists_its_measures_and_shows_one_of_them(view):
    view.filters.chips["talent"].click()
    assert {record.topic for record in view.list.model.records} == {"talent"}
    assert view.panel.measure.topic == "talent"
    view.filters.chips[SEVERAL].click()
    assert len(view.list.model.records) == 3
    assert view.filters.chips[ALL].count == len(view.measures)
    for key, chip in view.filters.chips.items():
        view.choose_topic(key)
        assert chip.count == len(view.list.model.records) > 0


def test_an_empty_topic_says_so_and_leads_back(view):
    view.measures = {}
    view.choose_topic("talent")
    assert view.list.empty.isVisible()
    assert say.EMPTY.zh in visible_words(view.list)
    view.list.empty.actions[0].click()
    assert view.topic == ALL


def test_the_chart_is_dressed_and_said_anew(view, window):
    before = view.panel.chart.drawing()
    window.hub.set_theme("dark")
    assert view.panel.chart.drawing() != before
    window.hub.set_language("en")
    assert "January–May 2025" in str(view.panel.chart.drawing())
    window.hub.set_theme("light")


def test_a_new_visitor_finds_all_and_the_first_chart(view, window):
    view.choose_topic("talent")
    window.hub.welcome_visitor()
    assert view.topic == ALL
    assert view.panel.measure.key == "value-added-growth"


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_chart_is_kept_as_a_file(view, qtbot, tmp_path, kind):
    out = tmp_path / f"chart.{kind}"
    offered = []
    view.hub.offer.connect(lambda *given: offered.append(given))
    view.saver.save_chart(view.panel.measure, kind, out)
    qtbot.waitUntil(lambda: bool(offered), timeout=30_000)
    if kind == "svg":
        assert "9.9%" in out.read_text(encoding="utf-8")
    else:
        image = QImage(str(out))
        assert image.width() > 1000
        dots = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 20)}
        assert len(dots) > 3
    assert out.name in offered[0][0]


def test_the_table_is_kept_as_shown(view, qtbot, tmp_path):
    view.choose_topic(SEVERAL)
    out = tmp_path / "table.csv"
    view.saver.save_table(view.shown(), out)
    qtbot.waitUntil(lambda: view.saver.job is None, timeout=30_000)
    text = out.read_bytes().decode("utf-8-sig")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(text.splitlines()) == 7


def test_a_folder_that_is_not_there_is_said_in_one_sentence(view, qtbot, tmp_path):
    told = []
    view.hub.toast.connect(lambda words, undo: told.append(words))
    view.saver.save_table(view.shown(), tmp_path / "nowhere" / "table.csv")
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "nowhere" in told[0]
    assert view.saver.job is None


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_is_large_named_and_whole(view, window, qtbot, size, lang):
    window.hub.set_language(lang)
    window.resize(*size)
    qtbot.wait(30)
    assert nameless(view) == []
    for key in ("value-added-growth", "outside-funds", "business-handled"):
        view.show_measure(key)
        qtbot.wait(10)
        lines = view.panel.findChildren(ReadingLine)
        assert all(line.height() >= max(44, line.heightForWidth(line.width())) for line in view.panel.lines)
        assert lines
        assert view.panel.geometry().right() <= view.rect().right()
        assert view.list.geometry().width() >= 400
    assert view.save_button.height() >= 44


def test_every_measure_is_english_in_english(view, window):
    window.hub.set_language("en")
    for key in view.measures:
        view.show_measure(key)
        assert [word for word in visible_words(view) if CHINESE.search(word)] == []
