"""Preview, findings and paper: blocks lead to cards, findings to their place, pages to a printer."""

import datetime
import logging
import statistics
import time

import msgspec
import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from brochure.desk import tailor
from brochure.errors import CancelledError
from brochure.gui import print_run
from brochure.gui.print_run import build_printer, print_pages
from brochure.gui.spread_picture import ZOOMS
from brochure.gui.studio_checks import PassedRow
from brochure.gui.studio_view import StudioView
from brochure.pdf.lint import CHECKS
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import OwnWords, Recipe
from brochure.words import lint, studio
from brochure.words import places as say
from tests.factories import spoilt

ON = datetime.date(2026, 3, 2)
FEW = ("cover", "contents", "figures", "altitude", "sources")

SPENT_POLICY = "policy-plan-14th-five-year"


@pytest.fixture
def view(qtbot, hub):
    place = StudioView(hub)
    qtbot.addWidget(place)
    place.resize(1368, 844)
    for section, row in place.form.rows.items():
        row.setChecked(section in FEW)
    place.show()
    qtbot.waitExposed(place)
    settled(qtbot, place)
    return place


def settled(qtbot, view: StudioView) -> None:
    qtbot.waitUntil(lambda: view.is_still and view.checks.findings is not None, timeout=120_000)


# blocks


def test_a_tap_on_a_block_opens_the_card_of_its_record(qtbot, view, hub):
    chosen: list[str] = []
    hub.record_chosen.connect(chosen.append)
    page = next(page for page, blocks in enumerate(view.preview.preview.blocks) if blocks and page > 1)
    view.preview.turn_to(page)
    picture = view.preview.spread
    for place, blocks in enumerate(picture.blocks):
        for frame, record in blocks:
            spot = picture.on_screen(place, frame).center()
            found = picture.record_at(spot)
            assert found is not None
            QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=spot.toPoint())
            assert chosen[-1] == found[2]
            assert hub.library.find(record) is not None
    assert len(set(chosen)) >= 8
    before = len(chosen)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))  # beside the pages
    assert len(chosen) == before


def test_a_stroke_is_no_tap(view, hub):
    chosen: list[str] = []
    hub.record_chosen.connect(chosen.append)
    view.preview.turn_to(2)
    picture = view.preview.spread
    frame, _ = picture.blocks[0][0]
    spot = picture.on_screen(0, frame).center().toPoint()
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=spot)
    _move(picture, spot + QPoint(60, 60))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=spot + QPoint(60, 60))
    assert chosen == []


def _move(widget, at: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), widget.mapToGlobal(QPointF(at)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    widget.mouseMoveEvent(event)


def test_the_keyboard_goes_from_block_to_block(view, hub):
    chosen: list[str] = []
    hub.record_chosen.connect(chosen.append)
    view.preview.turn_to(2)
    for _ in range(2):
        QTest.keyClick(view.preview, Qt.Key.Key_Down)
    QTest.keyClick(view.preview, Qt.Key.Key_Return)
    assert chosen == [view.preview.spread.outlined_record()]
    QTest.keyClick(view.preview, Qt.Key.Key_Up)
    QTest.keyClick(view.preview, Qt.Key.Key_Return)
    assert chosen[1] != chosen[0]


# zoom


def test_zoom_by_buttons_and_keys(qtbot, view):
    preview = view.preview
    low = preview.spread.page_height()
    assert not preview.smaller.isEnabled()
    preview.larger.click()
    assert preview.spread.page_height() == pytest.approx(low * 1.25, rel=0.01)
    for _ in range(9):
        QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.area.zoom == ZOOMS[-1]
    assert not preview.larger.isEnabled()
    qtbot.waitUntil(lambda: preview.spread.images[0].height() >= 3.9 * low, timeout=30_000)
    assert preview.area.verticalScrollBar().maximum() > 0
    before = preview.area.verticalScrollBar().value()
    QTest.mousePress(preview.spread, Qt.MouseButton.LeftButton, pos=QPoint(300, 900))
    _move(preview.spread, QPoint(300, 800))
    QTest.mouseRelease(preview.spread, Qt.MouseButton.LeftButton, pos=QPoint(300, 800))
    assert preview.area.verticalScrollBar().value() > before
    preview.fit.click()
    assert preview.spread.page_height() == pytest.approx(low)
    assert preview.area.verticalScrollBar().maximum() == 0


# findings


def test_what_passed_is_listed_and_only_what_was_looked_at(view):
    passed = [row.words for row in view.checks.findChildren(PassedRow)]
    assert passed == [lint.PASSED[check].zh for check in CHECKS if check != "pictures"]  # there is no picture
    view.checks.show_findings(None)
    assert view.checks.passed == ()


def test_a_finding_names_its_page_rings_its_block_and_has_a_fix(qtbot, view, hub):
    hub.library = spoilt(hub.library, "base-altitude-park", sources=())
    view.compose()
    settled(qtbot, view)
    (place,) = [number for number, finding in enumerate(view.checks.findings) if finding.level == "stop"]
    row, finding = view.checks.rows[place], view.checks.findings[place]
    assert finding.record == "base-altitude-park"
    assert row.where.startswith(f"第 {finding.page} 页")
    row.click()
    assert view.preview.number == finding.page - 1
    assert view.preview.spread.outlined_record() == "base-altitude-park"
    assert not view.checks.export_button.isEnabled()
    assert not view.checks.print_button.isEnabled()
    view.checks.fixes[place].click()
    settled(qtbot, view)
    assert view.recipe().force_unverified
    assert not view.form.forced.isHidden()
    assert view.checks.stops() == 0
    assert view.checks.export_button.isEnabled()


def test_a_spent_policy_is_taken_out_by_its_fix(qtbot, view, hub):
    key = "policy-build-on-land-award"
    hub.library = spoilt(hub.library, key, valid_from="2020", valid_to="2021")
    view.form.rows["policies"].setChecked(True)
    hub.set_shortlist((key, "policy-one-trip"))
    settled(qtbot, view)
    (place,) = [number for number, finding in enumerate(view.checks.findings) if finding.fix == "leave_out"]
    view.checks.fixes[place].click()
    settled(qtbot, view)
    assert hub.shortlist == ("policy-one-trip",)
    assert view.checks.stops() == 0


def test_a_finding_of_own_words_leads_to_the_field(qtbot, view):
    view.form.own["closing"].show_words(OwnWords(zh="这里是全省最大的园区。"))
    view.compose()
    settled(qtbot, view)
    (place,) = [number for number, finding in enumerate(view.checks.findings) if finding.level == "stop"]
    assert view.checks.findings[place].page == view.preview.preview.pages - 1 or view.checks.findings[place].page > 0
    view.activateWindow()
    view.checks.fixes[place].click()
    assert view.form.own["closing"].edit.hasFocus() or view.form.own["closing"].edit is view.focusWidget()
    view.form.own["closing"].show_words(None)
    view.compose()
    settled(qtbot, view)
    assert view.checks.stops() == 0


def test_pages_that_break_a_rule_keep_the_export_shut(qtbot, view, monkeypatch):
    from brochure.pdf.sections import figures

    write = figures.write_figure

    def twice(edition, sheet, figure, x, top):
        foot = write(edition, sheet, figure, x, top)
        sheet.text(x, top + 18, "压字压字", 20)
        return foot

    monkeypatch.setattr(figures, "write_figure", twice)
    view.compose()
    settled(qtbot, view)
    assert view.checks.stops() > 0
    assert lint.PASSED["cut"].zh not in [row.words for row in view.checks.findChildren(PassedRow)]
    row = next(row for row in view.checks.rows if "压字压字" in row.text())
    row.click()
    assert view.preview.spread.outlined is not None
    assert not view.checks.export_button.isEnabled()


def test_a_book_of_two_languages_has_its_sections_too(qtbot, view):
    view.form.request.edition.parts["both"].click()
    settled(qtbot, view)
    made = view.preview.preview
    titles = [title for title, _ in made.headings]
    assert titles == [
        "封面", "前言", "数字", "海拔", "历次数据", "来源",
        "Cover", "Welcome", "Figures", "Altitude", "Readings", "Sources",
    ]  # fmt: skip
    assert view.form.rows["figures"].tail == say.PAGE_COUNT.fill(2).zh
    view._open_page("数字")
    assert view.preview.number == dict(made.headings)["数字"]
    assert view.form.rows["figures"].shown


# how soon


@pytest.mark.alone
def test_a_change_is_on_the_page_within_300_ms_in_the_middle_of_the_runs(qtbot, view):
    for row in view.form.rows.values():
        row.setChecked(True)
    settled(qtbot, view)
    view.preview.turn_to(1)
    settled(qtbot, view)
    qtbot.wait(200)
    took = []
    for number in range(9):
        before = view.preview.preview.data
        painted: list[float] = []
        begun = time.perf_counter()

        def note(before: bytes = before, painted: list[float] = painted) -> None:
            if view.preview.preview.data is not before:
                painted.append(time.perf_counter())

        view.preview.painted.connect(note)
        view.form.request.reader.setText(f"读者 {number} 公司")
        qtbot.waitUntil(lambda painted=painted: bool(painted), timeout=20_000)
        view.preview.painted.disconnect(note)
        took.append(painted[0] - begun)
        settled(qtbot, view)
    assert statistics.median(took) < 0.3 * (1 if _is_quiet() else 3), took


def _is_quiet() -> bool:
    """Whether this machine has a processor to spare; the figure is promised for one that does nothing else."""
    import os

    return not hasattr(os, "getloadavg") or os.getloadavg()[0] < (os.cpu_count() or 1)


def test_only_pages_that_say_something_else_are_drawn_small_again(qtbot, view, monkeypatch):
    from brochure.gui import preview_pages

    drawn: list[int] = []
    draw = preview_pages.draw_pages

    def watched(data, numbers, height, ratio):
        if height < 100:
            drawn.extend(numbers)
        return draw(data, numbers, height, ratio)

    monkeypatch.setattr(preview_pages, "draw_pages", watched)
    view.form.own["greeting"].edit.setPlainText("您好，这是给您的一句话。")
    settled(qtbot, view)
    assert 0 < len(drawn) < view.preview.preview.pages
    assert 1 in drawn  # the letter


def test_no_small_page_of_the_last_visitor_is_kept(qtbot, view):
    from brochure.gui import preview_pages

    view.form.request.reader.setText("上一位公司")
    settled(qtbot, view)
    assert preview_pages._THUMBS
    view.new_visitor()
    assert not preview_pages._THUMBS
    assert view.preview.thumbs == []


# paper


def test_the_printer_is_set_for_a_book(qapp, monkeypatch):
    told: list[object] = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda self, mode: told.append(mode))
    printer = build_printer()
    assert told == [QPrinter.DuplexMode.DuplexLongSide]
    assert printer.fullPage()
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
    for name in ("booklet", "trifold", "screen"):
        assert build_printer(PROFILES[name]).pageLayout().orientation() == QPageLayout.Orientation.Landscape
        assert told[-1] == QPrinter.DuplexMode.DuplexShortSide


@pytest.fixture
def on_file(qapp, tmp_path):
    """A printer that writes a file, coarse so that a test is quick."""
    printer = build_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(150)
    return printer


def as_grey(data: bytes, page: int):
    """Return a page as a coarse picture: each of its squares is the mean of what is drawn there."""
    return (
        pypdfium2.PdfDocument(data)[page]
        .render(scale=2, grayscale=True)
        .to_pil()
        .resize((60, 85), Image.Resampling.BOX)
    )


def test_the_paper_shows_the_pages_of_the_pdf(library, where, on_file, tmp_path):
    data = tailor.preview(library, Recipe(sections=("cover", "figures", "sources"), on=ON), where)
    told: list[float] = []
    assert print_pages(data, on_file, told.append) == 4
    assert told[-1] == 1.0
    assert told == sorted(told)
    paper = (tmp_path / "paper.pdf").read_bytes()
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 4
    assert document[0].get_size() == pytest.approx((595.3, 841.9), abs=1.5)
    for page in range(4):
        wanted, found = as_grey(data, page), as_grey(paper, page)
        apart = sum(abs(one - two) for one, two in zip(wanted.tobytes(), found.tobytes(), strict=True))
        assert apart / len(wanted.tobytes()) < 3, page


def test_a_range_of_pages_is_printed(library, where, on_file, tmp_path):
    data = tailor.preview(library, Recipe(sections=("cover", "figures", "sources"), on=ON), where)
    on_file.setPrintRange(QPrinter.PrintRange.PageRange)
    on_file.setFromTo(2, 3)
    assert print_pages(data, on_file) == 2
    assert len(pypdfium2.PdfDocument((tmp_path / "paper.pdf").read_bytes())) == 2


def test_printing_stops_between_two_pages(library, where, on_file):
    data = tailor.preview(library, Recipe(sections=("cover", "figures", "sources"), on=ON), where)
    told: list[float] = []
    with pytest.raises(CancelledError):
        print_pages(data, on_file, told.append, lambda: len(told) == 2)
    assert len(told) == 2


@pytest.mark.alone
def test_the_studio_prints_beside_the_window(qtbot, view, on_file, tmp_path):
    said: list[str] = []
    view._toast = lambda words, *_: said.append(words)
    begun = time.perf_counter()
    view.printing.start(view.recipe(), on_file)
    assert time.perf_counter() - begun < 0.5
    assert view.printing.is_running
    assert view.checks.print_button.isHidden()
    assert not view.checks.stop_button.isHidden()
    qtbot.waitUntil(lambda: not view.printing.is_running, timeout=60_000)
    assert said == [studio.PRINTED.fill(view.preview.preview.pages).zh]
    assert len(pypdfium2.PdfDocument((tmp_path / "paper.pdf").read_bytes())) == view.preview.preview.pages
    assert view.checks.print_button.isEnabled()


def test_the_studio_stops_printing(qtbot, view, on_file):
    said: list[str] = []
    view._toast = lambda words, *_: said.append(words)
    view.printing.start(view.recipe(), on_file)
    view.checks.stop_button.click()
    qtbot.waitUntil(lambda: not view.printing.is_running, timeout=60_000)
    assert said == [studio.PRINT_STOPPED.zh]


def test_no_printer_is_one_sentence_and_the_way_to_the_file(view, monkeypatch):
    said: list[tuple[str, str]] = []
    view._toast = lambda words, action="", do=None: said.append((words, action))
    monkeypatch.setattr(print_run.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    view.checks.print_button.click()
    assert said == [(studio.NO_PRINTER.zh, say.EXPORT_PDF.zh)]


def test_what_must_not_be_exported_is_not_printed_either(qtbot, view, on_file, tmp_path):
    said: list[str] = []
    view._toast = lambda words, *_: said.append(words)
    view.form.own["greeting"].show_words(OwnWords(zh="康养基地治疗高血压。"))
    view.printing.start(view.recipe(), on_file)
    qtbot.waitUntil(lambda: not view.printing.is_running, timeout=60_000)
    assert "治疗" in said[0]
    assert not (tmp_path / "paper.pdf").exists()


def test_what_is_printed_on_request_is_logged_as_an_export_is(qtbot, view, on_file, caplog):
    recipe = msgspec.structs.replace(view.recipe(), policies=(SPENT_POLICY,), force_unverified=True)
    with caplog.at_level(logging.INFO, "brochure.export"):
        view.printing.start(recipe, on_file)
        qtbot.waitUntil(lambda: not view.printing.is_running, timeout=60_000)
    assert SPENT_POLICY in caplog.text


def test_a_printed_copy_is_registered_and_can_be_forgotten(qtbot, view, on_file):
    from brochure.desk.register import forget, list_copies

    recipe = msgspec.structs.replace(view.recipe(), reader="甲公司")
    view.printing.start(recipe, on_file)
    qtbot.waitUntil(lambda: not view.printing.is_running, timeout=60_000)
    (copy,) = list_copies(view.hub.places)
    assert (copy.recipient, copy.path) == ("甲公司", "")
    assert copy.pages == len(pypdfium2.PdfDocument(on_file.outputFileName()))
    gone = forget(view.hub.places, "甲公司")
    assert (gone.copies, gone.files) == (1, ())
