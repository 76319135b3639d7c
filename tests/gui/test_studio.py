"""The studio: the form becomes a recipe, the recipe becomes pages off the window's thread, findings lead to pages."""

import datetime
import threading
import time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from brochure.desk import tailor
from brochure.desk.change import load_settings
from brochure.desk.match import Answers
from brochure.errors import RenderError
from brochure.gui import export_run, failure
from brochure.gui.preview_pages import draw_pages, read_preview, spread_of
from brochure.gui.studio_view import StudioView
from brochure.pdf.preflight import Finding
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import SECTIONS
from brochure.words import Text
from brochure.words import places as say
from brochure.words.press import ADVICE, PROFILE
from tests.factories import spoilt

FEW = ("cover", "altitude", "sources")


@pytest.fixture
def view(qtbot, hub):
    place = StudioView(hub)
    qtbot.addWidget(place)
    place.resize(1368, 844)
    return place


@pytest.fixture
def few(view):
    """Only a few sections, so that a brochure is set quickly."""
    for section, row in view.form.rows.items():
        row.setChecked(section in FEW)
    return view


def composed(qtbot, view: StudioView) -> None:
    qtbot.waitUntil(lambda: view.preview.preview is not None and view.is_still, timeout=120_000)


def test_an_untouched_form_asks_for_the_whole_book(view):
    recipe = view.recipe()
    assert (recipe.reader, recipe.sectors, recipe.sections) == (None, None, None)
    assert (recipe.zones, recipe.policies, recipe.enterprises) == (None, None, None)
    assert recipe.lang == "zh"
    assert recipe.on == datetime.date.today()  # noqa: DTZ011


def test_what_is_filled_in_is_what_is_asked(view, hub, library):
    view.form.request.reader.setText("  第 26 届青洽会来宾 ")
    view.form.request.day.setDate(QDate(2025, 6, 15))
    view.form.request.edition.parts["both"].click()
    view.form.request.sector.setCurrentIndex(4)
    view.form.rows["industries"].click()
    recipe = view.recipe()
    assert recipe.reader == "第 26 届青洽会来宾"
    assert recipe.on == datetime.date(2025, 6, 15)
    assert recipe.lang == "both"
    assert recipe.sectors == (library.records("industries")[3].id,)
    assert "industries" not in recipe.sections
    assert len(recipe.sections) == len(SECTIONS) - 1


def test_every_profile_can_be_picked_and_is_called_in_both_languages(view, hub):
    picker = view.form.request.profile
    assert view.recipe().profile == "office"
    for place, name in enumerate(PROFILES):
        picker.setCurrentIndex(place)
        assert view.recipe().profile == name
        assert picker.currentText() == PROFILE[name].zh
    hub.set_language("en")
    view.retranslate()
    assert (picker.currentText(), view.recipe().profile) == (PROFILE[name].en, name)
    assert view.form.request.labels[say.PROFILE].text() == "Printed as"
    view.form.clear()
    assert view.recipe().profile == "office"


def test_the_preview_shows_the_print_file_and_the_checks_know_it(qtbot, few):
    few.form.request.profile.setCurrentIndex(list(PROFILES).index("press"))
    few.show()
    composed(qtbot, few)
    made = few.preview.preview
    assert made.data == tailor.preview(few.hub.library, few.recipe(), few.hub.places)
    assert made.pages % 4 == 0
    assert made.width_pt / 72 * 25.4 == pytest.approx(236, abs=0.1)
    assert any(ADVICE["press"].zh in row.text() for row in few.checks.rows)
    few.form.request.profile.setCurrentIndex(list(PROFILES).index("booklet"))
    qtbot.waitUntil(lambda: few.preview.preview is not made and not few.proofs.is_composing, timeout=120_000)
    few.preview.turn_to(1)
    assert few.preview.spread.count == 1, "two pages lie on one sheet already"
    assert few.preview.spread.shape < 1


def test_chosen_means_chosen_and_may_be_switched_off(view, hub):
    hub.set_shortlist(("zone-north", "policy-build-on-land-award"))
    recipe = view.recipe()
    assert recipe.zones == ("zone-north",)
    assert recipe.policies == ("policy-build-on-land-award",)
    assert recipe.enterprises == ()
    assert view.form.chosen_words.text() == "片区 1 · 政策 1"
    view.form.only_chosen.click()
    assert view.recipe().zones is None


def test_the_two_sections_of_the_visitor_are_listed_when_they_have_something_to_say(view, hub):
    view.show()
    assert view.form.rows["match"].isHidden()
    assert view.form.rows["also"].isHidden()
    assert view.recipe().sections is None
    hub.set_answers(Answers(size="small", export="no"))
    assert not view.form.rows["match"].isHidden()
    assert view.form.chosen_words.text() == say.ONLY_ANSWERED.fill(2).zh
    hub.set_shortlist(("zone-north", "fund-cicc", "carrier-tusstar", "fund-jidi"))
    assert not view.form.rows["also"].isHidden()
    assert view.form.chosen_words.text() == "片区 1 · 载体 1 · 基金 2 · 回答 2"
    recipe = view.recipe()
    assert recipe.also == ("fund-cicc", "carrier-tusstar", "fund-jidi")
    assert recipe.answers == hub.answers
    view.form.only_chosen.click()
    assert view.recipe().zones is None
    assert view.recipe().also == recipe.also
    view.form.rows["match"].click()
    assert "match" not in view.recipe().sections
    hub.welcome_visitor()
    assert view.form.rows["match"].isHidden()
    assert view.form.rows["also"].isHidden()


def test_the_edition_follows_the_window_until_one_is_picked(view, hub):
    hub.set_language("en")
    view.retranslate()
    assert view.recipe().lang == "en"
    view.form.request.edition.parts["both"].click()
    hub.set_language("zh")
    view.retranslate()
    assert view.recipe().lang == "both"


def test_the_pages_are_those_of_the_print(qtbot, few):
    few.show()
    composed(qtbot, few)
    made = few.preview.preview
    assert made.pages == len(few.preview.thumbs) >= 3
    assert made.data == tailor.preview(few.hub.library, few.recipe(), few.hub.places)
    assert few.form.rows["altitude"].tail.endswith("页")
    assert few.form.rows["policies"].tail == ""
    qtbot.waitUntil(lambda: bool(few.preview.spread.images), timeout=30_000)


def test_turning_pages_by_keys_thumbnails_and_sections(qtbot, few):
    few.show()
    composed(qtbot, few)
    few.preview.turn_to(0)
    QTest.keyClick(few.preview, Qt.Key.Key_Right)
    assert few.preview.number == 1
    QTest.keyClick(few.preview, Qt.Key.Key_Home)
    assert few.preview.number == 0
    few.preview.thumbs[2].click()
    assert few.preview.thumbs[2].shown
    few._open_page("海拔")
    assert few.form.rows["altitude"].shown


def test_findings_are_listed_counted_and_lead_to_their_page(qtbot, few):
    few.show()
    composed(qtbot, few)
    few.checks.show_findings(
        (
            Finding("stop", Text("封面", "Cover"), Text("字体没有这些字：𠮷", "missing")),
            Finding("warn", Text("海拔", "Altitude"), Text("提醒一句", "a word")),
            Finding("note", Text("地图", "Map"), Text("说明一句", "a note")),
        )
    )
    assert few.checks.counts.text() == "1 项须改，1 项提醒，1 项说明"
    assert [row.level for row in few.checks.rows] == ["stop", "warn", "note"]
    assert not few.checks.export_button.isEnabled()
    few.preview.turn_to(0)
    few.checks.rows[1].click()
    assert few.preview.number > 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_claim_is_told_in_the_panel_and_keeps_the_export_shut(qtbot, few, lang):
    note = Text("海拔空气治疗失眠。", "The altitude cures insomnia.")
    few.hub.library = spoilt(few.hub.library, "base-altitude-park", note=note)
    record = few.hub.library.record("base-altitude-park")
    few.hub.set_language(lang)
    few.retranslate()
    few.show()
    composed(qtbot, few)
    (row,) = [row for row in few.checks.rows if row.level == "stop"]
    assert record.id in row.text()
    assert {"zh": "“治疗”", "en": "“cures”"}[lang] in row.text()
    assert row.where.endswith(record.name.to(lang))
    assert any(char.isdigit() for char in row.where)  # the page it stands on
    assert row.height() >= row.heightForWidth(row.width())
    assert not few.checks.export_button.isEnabled()


@pytest.mark.alone
def test_the_window_stays_free_while_a_brochure_is_set(qtbot, few, monkeypatch):
    where: list[bool] = []
    real = tailor.proof

    def slow(*arguments: object) -> tailor.Proof:
        where.append(threading.current_thread() is threading.main_thread())
        time.sleep(0.5)
        return real(*arguments)

    monkeypatch.setattr(tailor, "proof", slow)
    worked, begun = time.thread_time(), time.perf_counter()
    few.compose()
    assert time.thread_time() - worked < 0.1
    assert time.perf_counter() - begun < 0.5
    composed(qtbot, few)
    assert where == [False]


def test_a_change_while_setting_asks_once_more_and_the_last_one_wins(qtbot, few):
    few.show()
    few.compose()
    few.form.request.reader.setText("新读者")
    few.compose()
    few.compose()
    qtbot.waitUntil(lambda: not few.proofs.is_composing, timeout=120_000)
    assert few.preview.preview.data == tailor.preview(few.hub.library, few.recipe(), few.hub.places)


def test_a_brochure_without_sections_says_so_in_words(qtbot, view):
    for row in view.form.rows.values():
        row.setChecked(False)
    view.compose()
    qtbot.waitUntil(lambda: not view.proofs.is_composing, timeout=60_000)
    assert view.preview.pile.currentWidget() is view.preview.state
    assert "章节" in view.preview.state.sentence.text()
    assert [row.level for row in view.checks.rows] == ["stop"]


def test_a_fault_of_the_program_is_no_traceback_for_the_reader(qtbot, view, monkeypatch, caplog):
    def broken(*arguments: object) -> bytes:
        raise ValueError("inner words")

    monkeypatch.setattr(tailor, "proof", broken)
    view.compose()
    qtbot.waitUntil(lambda: not view.proofs.is_composing, timeout=60_000)
    assert "inner words" not in view.preview.state.sentence.text()
    assert "inner words" in caplog.text


def test_export_tells_its_progress_and_writes_the_file(qtbot, few, tmp_path):
    told: list[float] = []
    done = few.checks.set_progress
    few.checks.set_progress = lambda share: (told.append(share), done(share))
    few.hub.offer.connect(lambda words, *_: told.append(words))
    out = tmp_path / "手册 一.pdf"
    few.export(out)
    assert not few.checks.export_button.isEnabled()
    qtbot.waitUntil(lambda: not few.exporting.is_running, timeout=120_000)
    assert out.read_bytes().startswith(b"%PDF")
    assert any("手册 一.pdf" in words for words in told if isinstance(words, str))


def test_a_stopped_export_leaves_nothing(qtbot, few, tmp_path, monkeypatch):
    real = export_run.export_job

    def slowly(hub, recipe, out, parent):
        job = real(hub, recipe, out, parent)
        job.cancel()
        return job

    monkeypatch.setattr(export_run, "export_job", slowly)
    said: list[str] = []
    few.hub.toast.connect(lambda words, *_: said.append(words))
    few.export(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: not few.exporting.is_running, timeout=120_000)
    assert list(tmp_path.glob("*.p*")) == []
    assert said
    assert few.checks.export_button.isEnabled()


def test_a_failed_export_says_why(qtbot, few, tmp_path, monkeypatch):
    shown: list[Text] = []

    class Told:
        def __init__(self, hub, parent, what, why, again) -> None:
            shown.append(why)

        def open(self) -> None: ...

    def refuse(*arguments: object, **more: object) -> None:
        raise RenderError(Text("磁盘已满", "The disk is full"))

    monkeypatch.setattr(failure, "Failure", Told)
    monkeypatch.setattr(tailor, "export", refuse)
    few.export(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: not few.exporting.is_running, timeout=20_000)
    assert shown == [Text("磁盘已满", "The disk is full")]


def test_the_reader_is_remembered(view, where):
    view.form.request.reader.setText("东方美谷")
    view.form.request.reader.editingFinished.emit()
    assert load_settings(where)["reader"] == "东方美谷"


@pytest.mark.parametrize(
    ("number", "pages", "single", "seen"),
    [
        (0, 12, False, (0,)), (1, 12, False, (1, 2)), (2, 12, False, (1, 2)), (11, 12, False, (11,)),
        (4, 12, True, (4,)), (3, 4, False, (3,)),
    ],
)  # fmt: skip
def test_pages_pair_as_they_bind(number, pages, single, seen):
    assert spread_of(number, pages, single=single) == seen


def test_pages_are_drawn_at_the_size_asked(qtbot, few):
    few.show()
    composed(qtbot, few)
    data = few.preview.preview.data
    first = draw_pages(data, (0,), 400, 2.0)[0]
    assert first.height() == pytest.approx(800, abs=2)
    assert first.devicePixelRatio() == 2.0
    assert read_preview(data, 74, 1.0).headings
