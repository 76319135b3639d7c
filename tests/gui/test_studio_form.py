"""The left of the studio: order, own words, sender and recipes, by hand, by finger and by keyboard."""

import datetime
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from brochure.desk import recipes, tailor
from brochure.desk.match import Answers
from brochure.desk.sender import load_sender
from brochure.gui.pressable import Pressable
from brochure.gui.studio_view import StudioView
from brochure.pdf.recipe import SECTIONS, OwnWords, Recipe, load_recipe, save_recipe
from brochure.words import studio as say

ON = datetime.date(2026, 3, 2)


@pytest.fixture
def view(qtbot, hub):
    place = StudioView(hub)
    qtbot.addWidget(place)
    place.resize(1368, 844)
    place.compose = lambda: None  # what is asked is looked at here, not the pages
    place.show()
    qtbot.waitExposed(place)
    return place


def order(view: StudioView) -> list[str]:
    return list(view.form.sections.order)


def drop(widget: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    widget.dropEvent(event)


def drag(view: StudioView, section: str, by: int, *, x: int = 12) -> None:
    """Lift a row at its grip and let it go so many pixels lower."""
    row = view.form.rows[section]
    start = QPoint(x, row.height() // 2)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        QTest.mouseMove(row, start + QPoint(0, by * step // 8))
        place = row.mapFromGlobal(row.mapToGlobal(start + QPoint(0, by * step // 8)))
        _move(row, place)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=start + QPoint(0, by))


def _move(row: QWidget, at: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), row.mapToGlobal(QPointF(at)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    row.mouseMoveEvent(event)


# order


def test_a_row_is_dragged_to_another_place(view):
    assert view.recipe().sections is None
    drag(view, "figures", 2 * view.form.rows["figures"].height() + 20)
    assert order(view)[:5] == ["cover", "contents", "location", "industries", "figures"]
    assert view.recipe().sections[:5] == ("cover", "contents", "location", "industries", "figures")
    assert all(view.form.rows[section].isChecked() for section in SECTIONS)  # a drag is no press
    drag(view, "figures", -2 * view.form.rows["figures"].height() - 20)
    assert view.recipe().sections is None


def test_the_ends_keep_their_places(view):
    drag(view, "cover", 200)
    drag(view, "sources", -200)
    drag(view, "altitude", -5000)
    assert order(view)[:2] == ["cover", "altitude"]
    drag(view, "altitude", 5000)
    seen = [section for section in order(view) if not view.form.rows[section].isHidden()]
    assert seen[-2:] == ["altitude", "sources"]
    view.form.sections.step("cover", 1)
    assert order(view)[0] == "cover"


def test_a_quick_stroke_beside_the_grip_moves_nothing(view):
    drag(view, "figures", 120, x=120)
    assert order(view) == list(SECTIONS)


def test_a_press_that_is_held_lifts_the_row(qtbot, view):
    row = view.form.rows["figures"]
    start = QPoint(120, 20)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    qtbot.wait(380)
    for step in range(1, 6):
        _move(row, start + QPoint(0, 12 * step))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))
    assert order(view).index("figures") > SECTIONS.index("figures")


def test_alt_and_arrows_move_a_row_past_those_that_are_seen(view):
    row = view.form.rows["policies"]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    at = order(view).index
    assert at("enterprises") < at("policies") < at("services")  # the hidden row of the answers was passed as well
    assert view.form.sections.current == "policies"
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = order(view)
    assert moved.index("policies") < moved.index("enterprises")
    QTest.keyClick(row, Qt.Key.Key_Up)  # without Alt nothing moves
    assert order(view) == moved


def test_two_buttons_move_the_row_that_was_touched_last(view):
    sections = view.form.sections
    assert not sections.up.isEnabled()
    view.form.rows["zones"].click()
    view.form.rows["zones"].click()
    sections.up.click()
    assert order(view).index("zones") == SECTIONS.index("zones") - 1
    sections.down.click()
    assert order(view) == list(SECTIONS)
    sections._make_current("contents")
    assert not sections.up.isEnabled()
    assert sections.down.isEnabled()


def test_an_old_recipe_without_some_sections_keeps_the_rest_in_place(view):
    view.form.sections.show_sections(("sources", "policies", "cover", "figures"))
    assert view.form.sections.ticked() == ("cover", "policies", "figures", "sources")
    assert sorted(order(view)) == sorted(SECTIONS)
    view.form.rows["altitude"].click()
    assert "altitude" in view.form.sections.ticked()


# own words


def test_the_guard_reads_along_and_marks_the_words(qtbot, view):
    field = view.form.own["greeting"]
    field.edit.setPlainText("这里是全省最大的园区。")
    qtbot.waitUntil(lambda: bool(field.claims), timeout=30_000)
    assert "全省最大" in field.remark.text()
    assert "广告法" in field.remark.text()
    assert not field.remark.isHidden()
    (mark,) = field.edit.extraSelections()
    assert mark.cursor.selectedText() == "全省最大"
    field.edit.setPlainText("这里是一个园区。")
    qtbot.waitUntil(lambda: not field.claims, timeout=30_000)
    assert field.remark.isHidden()
    assert field.edit.extraSelections() == []


@pytest.mark.parametrize("words", ["企业所得税先征后返", "康养基地治疗高血压", "稳赚不赔"])
def test_other_claims_are_told_as_well(view, words):
    field = view.form.own["closing"]
    field.show_words(OwnWords(zh=f"😀 {words}。"))
    assert field.claims
    assert field.claims[0].wording in field.remark.text()
    assert field.edit.extraSelections()[0].cursor.selectedText() == field.claims[0].wording


def test_words_go_into_the_recipe_one_text_a_language(view):
    view.form.own["greeting"].edit.setPlainText("您好。")
    view.form.own["closing"].edit.setPlainText("  \n ")
    assert view.recipe().greeting == OwnWords(zh="您好。")
    assert view.recipe().closing is None
    view.form.request.edition.parts["both"].click()
    field = view.form.own["greeting"]
    assert not field.sides.isHidden()
    field.sides.parts["en"].click()
    assert field.edit.toPlainText() == ""
    field.edit.setPlainText("Hello.")
    assert view.recipe().greeting == OwnWords(zh="您好。", en="Hello.")
    view.form.request.edition.parts["zh"].click()
    assert field.sides.isHidden()
    assert field.edit.toPlainText() == "您好。"


def test_the_field_grows_with_its_text_and_tells_when_it_is_full(view):
    field = view.form.own["greeting"]
    low = field.edit.height()
    field.edit.setPlainText("\n".join(["一行字"] * 40))
    assert low < field.edit.height() <= 220
    field.edit.setPlainText("字" * 20_010)
    field.judge()
    assert field.remark.text() == say.OWN_OVER.fill(10).zh


def test_the_next_visitor_finds_no_words(view):
    view.form.own["greeting"].edit.setPlainText("给测试公司的话")
    view.form.sections.step("altitude", -1)
    view.form.recipes.name.setText("测试公司")
    view.new_visitor()
    assert view.recipe().greeting is None
    assert view.recipe().sections is None
    assert view.form.own["greeting"].edit.toPlainText() == ""
    assert not view.form.own["greeting"].edit.document().isUndoAvailable()
    assert view.form.recipes.name.text() == ""


# sender


def test_the_sender_is_kept_as_it_is_typed(view, hub):
    panel = view.form.sender
    view.form.sender_row.click()
    assert view.form.pile.currentIndex() == 1
    panel.fields["name"].setText(" 张三 ")
    panel.fields["name"].editingFinished.emit()
    panel.fields["email"].setText("no address")
    panel.fields["email"].editingFinished.emit()
    assert load_sender(hub.places).words() == ("张三",)
    assert "no address" in panel.remarks["email"].text()
    panel.fields["email"].setText("a@b.cn")
    panel.fields["email"].editingFinished.emit()
    assert panel.remarks["email"].isHidden()
    panel.back.click()
    assert view.form.pile.currentIndex() == 0
    assert view.form.sender_row.tail == "张三"


def test_a_photo_is_dropped_and_a_wrong_file_is_told(qtbot, view, hub, tmp_path):
    panel = view.form.sender
    Image.new("RGB", (900, 1200), "teal").save(tmp_path / "me.jpg")
    changed: list[bool] = []
    panel.changed.connect(lambda: changed.append(True))
    drop(panel.boxes["photo"], tmp_path / "me.jpg")
    qtbot.waitUntil(lambda: load_sender(hub.places).photo is not None, timeout=30_000)
    qtbot.waitUntil(lambda: bool(changed), timeout=30_000)
    assert not panel.boxes["photo"].image.isNull()
    assert "900 × 1200" in panel.remarks["photo"].text()
    (tmp_path / "trick.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    drop(panel.boxes["logo"], tmp_path / "trick.png")
    qtbot.waitUntil(lambda: "trick.png" in panel.remarks["logo"].text(), timeout=30_000)
    panel.take_out["photo"].click()
    assert load_sender(hub.places).photo is None
    assert panel.boxes["photo"].image.isNull()


# recipes


def names(view: StudioView) -> list[str]:
    return list(view.form.recipes.rows)


def keep(view: StudioView, name: str) -> None:
    view.form.recipes.name.setText(name)
    view.form.recipes.keep()


def test_a_recipe_is_kept_and_opened_again(view, hub):
    said: list[str] = []
    view._toast = lambda words, *_: said.append(words)
    hub.set_shortlist(("zone-north", "policy-build-on-land-award"))
    view.form.request.reader.setText("测试公司")
    view.form.own["greeting"].edit.setPlainText("您好。")
    view.form.sections.step("altitude", -1)
    asked = view.recipe()
    view.form.recipes_button.click()
    keep(view, "青洽会")
    assert names(view) == ["青洽会"]
    view.new_visitor()
    hub.welcome_visitor()
    assert view.recipe() != asked
    view.form.show_recipes()
    view.form.recipes.rows["青洽会"].click()
    view.form.recipes.verbs["open"].click()
    assert view.recipe() == asked
    assert hub.shortlist == ("zone-north", "policy-build-on-land-award")
    assert view.form.pile.currentIndex() == 0
    assert said[-1] == say.RECIPE_OPENED.fill("青洽会").zh


@pytest.mark.parametrize(
    "text",
    [
        'zones = ["zone-north"]\nreader = "甲"',
        'sectors = ["industry-devices", "industry-wellness"]\npolicies = []',
        'sectors = ["industry-devices"]\nalso = ["fund-cicc"]\nlang = "both"',
        '[answers]\nsize = "small"\n[greeting]\nzh = "您好。"',
        'sections = ["policies", "cover"]\nforce_unverified = true\ncontact = "李四"',
        "on = 2025-01-02",
    ],
)
def test_the_window_asks_what_the_command_line_would(view, hub, tmp_path, text):
    hub.set_shortlist(("zone-core", "enterprise-damei"))
    path = tmp_path / "a.toml"
    path.write_text(f"{text if 'on =' in text else 'on = 2026-03-02' + chr(10) + text}\n", encoding="utf-8")
    view.form.recipes.take_file(path)
    wanted = load_recipe(path, ON)
    asked = view.recipe()
    assert asked.in_order() == wanted.in_order()
    same = msgspec.structs.replace(asked, sections=wanted.sections)
    assert same == wanted
    assert save_recipe(same) == save_recipe(wanted)


def test_opening_is_taken_back_whole(view, hub, tmp_path):
    undo: list[object] = []
    view._toast = lambda words, action="", do=None: undo.append(do)
    hub.set_shortlist(("zone-core",))
    hub.set_answers(Answers(size="small"))
    view.form.request.reader.setText("原来的")
    before = view.recipe()
    (tmp_path / "a.toml").write_text('reader = "别人"\nzones = ["zone-north"]\n', encoding="utf-8")
    view.form.recipes.take_file(tmp_path / "a.toml")
    assert view.recipe().reader == "别人"
    undo[-1]()
    assert view.recipe() == before
    assert hub.shortlist == ("zone-core",)


def test_what_is_chosen_after_opening_counts(view, hub, tmp_path):
    (tmp_path / "a.toml").write_text('zones = ["zone-north"]\n', encoding="utf-8")
    view.form.recipes.take_file(tmp_path / "a.toml")
    assert view.recipe().policies is None
    hub.add("policy-build-on-land-award")
    assert view.recipe().policies == ("policy-build-on-land-award",)
    assert view.recipe().zones == ("zone-north",)


def test_a_taken_name_asks_before_it_replaces(view, hub):
    view.form.request.reader.setText("甲")
    keep(view, "会")
    view.form.request.reader.setText("乙")
    keep(view, "会")
    assert "没有覆盖" in view.form.recipes.problem.text()
    assert recipes.open_kept(hub.places, "会", hub.library, ON).reader == "甲"
    assert not view.form.recipes.replace.isHidden()
    view.form.recipes.replace.click()
    assert recipes.open_kept(hub.places, "会", hub.library, ON).reader == "乙"
    assert view.form.recipes.problem.isHidden()


def test_rename_copy_delete_and_take_back(view, hub):
    undo: list[object] = []
    view._toast = lambda words, action="", do=None: undo.append(do)
    keep(view, "甲")
    panel = view.form.recipes
    panel.verbs["rename"].click()
    assert panel.name.text() == "甲"
    panel.name.setText("乙")
    panel.keep()
    assert names(view) == ["乙"]
    panel.verbs["duplicate"].click()
    assert names(view) == ["乙", "乙 副本"]
    panel.rows["乙"].click()
    panel.verbs["delete"].click()
    assert names(view) == ["乙 副本"]
    undo[-1]()
    assert names(view) == ["乙", "乙 副本"]
    assert all(button.isHidden() for button in panel.verbs.values()) == (panel.chosen() == "")


def test_a_recipe_is_sent_and_a_bad_one_is_told(view, tmp_path, library):
    keep(view, "甲")
    view.form.recipes.send(tmp_path / "送.toml")
    assert load_recipe(tmp_path / "送.toml", ON) == view.recipe()
    (tmp_path / "坏.toml").write_text('zones = ["zone-x"]', encoding="utf-8")
    before = view.recipe()
    drop(view.form.recipes, tmp_path / "坏.toml")
    assert "坏.toml" in view.form.recipes.problem.text()
    assert "zones" in view.form.recipes.problem.text()
    assert view.recipe() == before


def test_the_command_line_makes_the_same_pages(view, hub, tmp_path, where):
    hub.set_shortlist(("zone-north",))
    view.form.own["greeting"].edit.setPlainText("您好。")
    keep(view, "甲")
    kept = load_recipe(where.recipes / "甲.toml", ON)
    assert tailor.preview(hub.library, kept, where) == tailor.preview(hub.library, view.recipe(), where)


# touch


def test_what_a_finger_presses_is_large_enough(qtbot, view, hub):
    keep(view, "甲")
    for show in (view.form.show_form, view.form.show_sender, view.form.show_recipes):
        show()
        qtbot.wait(20)
        for button in view.form.pile.currentWidget().findChildren(Pressable):
            if button.isVisible():
                assert button.height() >= 44, (type(button).__name__, button.text(), button.height())
                assert button.accessibleName(), type(button).__name__


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_button_is_narrower_than_its_words(qtbot, view, hub, lang):
    hub.set_language(lang)
    view.retranslate()
    keep(view, "甲")
    for show in (view.form.show_form, view.form.show_sender, view.form.show_recipes):
        show()
        qtbot.wait(20)
        page = view.form.pile.currentWidget()
        for button in page.findChildren(Pressable):
            if button.isVisible() and hasattr(button, "tone"):
                assert button.width() >= button.sizeHint().width(), (lang, button.text())
            right = button.mapTo(page, button.rect().topRight()).x()
            assert not button.isVisible() or right <= page.width(), (lang, button.text())


def test_a_recipe_of_nothing_is_read_as_the_whole_book(view, tmp_path):
    (tmp_path / "a.toml").write_text("", encoding="utf-8")
    view.form.recipes.take_file(tmp_path / "a.toml")
    assert view.recipe() == Recipe(on=datetime.date.today())  # noqa: DTZ011
