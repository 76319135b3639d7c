"""资料: tables brought in, seen, decided on and taken back, in the real window on a real database."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from brochure.claims import audit
from brochure.desk.intake import imports
from brochure.gui.app import fill
from brochure.gui.audit_list import IssueRow
from brochure.gui.card_content import build_card
from brochure.gui.cell_change import Value
from brochure.gui.content_view import ContentView
from brochure.gui.jobs import Job
from brochure.gui.main_window import MainWindow
from brochure.gui.problem_page import ProblemRow
from brochure.gui.shell import Shell
from brochure.gui.text_block import TextBlock
from brochure.gui.widgets import SecondaryButton
from brochure.model.kinds import KINDS
from brochure.settings import Places
from brochure.words import Text
from brochure.words import content_place as say
from tests.factories import ON


@pytest.fixture
def shell(qtbot: Any, qapp: QApplication, where: Places) -> Iterator[Shell]:
    """The window as the program opens it, on 资料."""
    shell = Shell("light")
    shell.resize(1280, 800)
    shell.show()
    qtbot.waitExposed(shell)
    fill(qapp, shell, where)
    _window(shell).go("content")
    yield shell
    shell.close()
    shell.deleteLater()


def _window(shell: Shell) -> MainWindow:
    assert isinstance(shell.content, MainWindow)
    return shell.content


def _view(shell: Shell) -> ContentView:
    view = _window(shell).views["content"]
    assert isinstance(view, ContentView)
    return view


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of CSV files with a heading and rows."""

    def write(name: str, *rows: list[str], encoding: str = "utf-8-sig") -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return write


def _read(qtbot: Any, shell: Shell, *files: Path) -> ContentView:
    view = _view(shell)
    view.read(files)
    qtbot.waitUntil(lambda: view.job is None, timeout=20_000)
    return view


def _renewed(qtbot: Any, shell: Shell, do: Callable[[], object]) -> ContentView:
    """Do what changes the content, and return the view of the window that stands on the new one."""
    before = shell.content
    do()
    qtbot.waitUntil(lambda: shell.content is not before, timeout=20_000)
    assert _window(shell).place == "content"
    qtbot.waitUntil(_view(shell).isVisible, timeout=20_000)  # shown in the turn after it is put in; then it reads
    return _view(shell)


def _words(page: Any) -> str:
    return "\n".join(block.text() for block in page.findChildren(TextBlock))


TWO = (
    ["id", "name_zh", "name_en", "note_zh", "note_en", "sources", "status"],
    ["enterprise-damei", "大美中药", "Damei Chinese Medicine", "电话核实过。", "Confirmed.", "article-2024-mid", ""],
    ["enterprise-laike", "青海来客", "Qinghai Laike", "", "", "article-2025", "signed"],
)  # fmt: skip


def test_what_differs_is_said_in_words_before_anything_is_changed(
    qtbot: Any, shell: Shell, table: Callable[..., Path], where: Places
) -> None:
    view = _read(qtbot, shell, table("enterprises.csv", *TWO))
    assert view.stack.currentWidget() is view.differing
    model = view.differing.model
    assert [str(model.index(row, 0).data()) for row in range(model.rowCount())] == ["大美中药", "青海来客"]
    view.differing.show_record("enterprise-damei")
    shown = [value.accessibleName() for value in view.differing.detail.findChildren(Value)]
    assert "改为 电话核实过。" in shown
    assert "提示（中文）" in _words(view.differing.detail)
    view.differing.show_record("enterprise-laike")
    assert "改为 已签约" in [value.accessibleName() for value in view.differing.detail.findChildren(Value)]
    assert not any(value.accessibleName().startswith("现在") for value in view.differing.detail.findChildren(Value)), (
        "a new record has no before"
    )
    assert imports(where) == ()
    assert not where.user_db.exists()


def test_one_is_taken_one_is_left_out_and_the_whole_is_undone_and_redone(
    qtbot: Any, shell: Shell, table: Callable[..., Path], where: Places
) -> None:
    view = _read(qtbot, shell, table("enterprises.csv", *TWO))
    differing = view.differing
    index = differing.model.index(0, differing.model.columnCount() - 1)
    qtbot.mouseClick(
        differing.table.viewport(), Qt.MouseButton.LeftButton, pos=differing.table.visualRect(index).center()
    )
    assert differing.taken() == ("enterprise-laike",)
    assert differing.apply_button.text() == "套用 1 条"
    view = _renewed(qtbot, shell, differing.apply_button.click)
    library = view.hub.library
    assert library.record("enterprise-laike").status == "signed"
    assert library.record("enterprise-damei").note is None or "电话" not in library.record("enterprise-damei").note.zh
    window = _window(shell)
    assert window.toast.text() == "已套用 1 条"
    view = _renewed(qtbot, shell, window.toast.button.click)
    assert view.hub.library.find("enterprise-laike") is None
    buttons = [each for each in view.home.log.findChildren(SecondaryButton) if each.text() == "恢复"]
    view = _renewed(qtbot, shell, buttons[0].click)
    assert view.hub.library.find("enterprise-laike") is not None
    assert _window(shell).views.keys() == {"overview", "content"}, "old places stand on old content and must be gone"


def test_none_taken_nothing_to_take_over(qtbot: Any, shell: Shell, table: Callable[..., Path]) -> None:
    view = _read(qtbot, shell, table("enterprises.csv", *TWO))
    view.differing.none_button.click()
    assert not view.differing.apply_button.isEnabled()
    view.differing.all_button.click()
    assert len(view.differing.taken()) == 2
    view.differing.leave_button.click()
    assert view.stack.currentWidget() is view.home


def test_what_must_be_mended_names_the_place_and_is_read_again(
    qtbot: Any, shell: Shell, table: Callable[..., Path]
) -> None:
    path = table("enterprises.csv", *TWO[:2], [*TWO[2][:6], "finished"])
    view = _read(qtbot, shell, path)
    assert view.stack.currentWidget() is view.problems
    (row,) = view.problems.rows.findChildren(ProblemRow)
    assert row.accessibleName().startswith("enterprises.csv · 第 3 行 G 列")
    assert "finished" in row.accessibleName()
    view.hub.set_language("en")
    (row,) = view.problems.rows.findChildren(ProblemRow)
    assert row.accessibleName().startswith("enterprises.csv · row 3, column G")
    table("enterprises.csv", *TWO)
    view.problems.again_button.click()
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.differing, timeout=20_000)


def test_an_unclear_encoding_is_asked_about(qtbot: Any, shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "enterprises.csv"
    path.write_bytes("id,note_zh\nenterprise-damei,電話確認過了，資料沒有錯誤。\n".encode("big5"))
    view = _read(qtbot, shell, path)
    assert not view.problems.encoding.isHidden()
    assert "--encoding" not in _words(view.problems.rows), "what is typed elsewhere is not said here"
    assert "在下面选一种编码" in _words(view.problems.rows)
    view.problems.encoding.set_current("big5")
    view.problems.again_button.click()
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.differing, timeout=20_000)
    assert view.difference is not None
    assert view.difference.changes[0].cells[0].after == "電話確認過了，資料沒有錯誤。"


def test_an_unclear_kind_is_asked_about(qtbot: Any, shell: Shell, table: Callable[..., Path]) -> None:
    view = _read(qtbot, shell, table("list.csv", TWO[0], TWO[2]))
    assert not view.problems.kind.isHidden()
    assert "--kind" not in _words(view.problems.rows)
    view.problems.kind.setCurrentIndex(list(KINDS).index("enterprises"))
    view.problems.again_button.click()
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.differing, timeout=20_000)


def test_files_are_dropped_and_the_tables_read_back_unchanged(qtbot: Any, shell: Shell, tmp_path: Path) -> None:
    view, out = _view(shell), tmp_path / "all.xlsx"
    view.write_tables(out)
    qtbot.waitUntil(lambda: view.job is None, timeout=30_000)
    assert len(openpyxl.load_workbook(out, read_only=True).sheetnames) == len(KINDS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(out))])
    copy = Qt.DropAction.CopyAction
    drop = QDropEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.home.zone.dropEvent(drop)
    qtbot.waitUntil(lambda: view.job is None, timeout=30_000)
    assert view.stack.currentWidget() is view.same
    records = sum(len(view.hub.library.records(kind, archive=True)) for kind in KINDS)
    assert str(records) in view.same.sentence.text()


def test_a_conflict_shows_both_values_and_one_press_settles_it(
    qtbot: Any, qapp: QApplication, shell: Shell, table: Callable[..., Path], where: Places
) -> None:
    from brochure.model.change import Change
    from brochure.store.user_db import UserStore

    name = _view(shell).hub.library.record("enterprise-damei").name
    made = Change("enterprise-damei", "enterprises", "name_zh", "大美药业", "旧名", "2026-01-02T03:04:05Z", "office")
    UserStore(where.user_db).save_change(made)
    view = _renewed(qtbot, shell, lambda: _view(shell).hub.content_changed.emit(Text("", ""), None))
    assert view.hub.library.record("enterprise-damei").name == name, "nobody guesses: it stays as shipped"
    shown = [value.accessibleName() for value in view.home.log.findChildren(Value)]
    assert shown == ["园区改的 大美药业", f"新版资料 {name.zh}"]
    card = build_card(view.hub.library.record("enterprise-damei"), view.hub.library, ON)
    assert card.note is not None
    assert card.note.zh.startswith(f"待选：名称（中文），园区改为“大美药业”，新版资料为“{name.zh}”。")
    (issue,) = [each for each in audit(view.hub.library) if each.level == "error"]
    assert (issue.rule, issue.record, issue.field) == ("conflict", "enterprise-damei", "name_zh")
    keep = next(each for each in view.home.log.findChildren(SecondaryButton) if each.text() == say.KEEP.zh)
    view = _renewed(qtbot, shell, keep.click)
    assert view.hub.library.record("enterprise-damei").name.zh == "大美药业"
    assert view.hub.library.conflicts == ()


def test_a_file_that_is_not_there_is_a_sentence(qtbot: Any, shell: Shell, tmp_path: Path) -> None:
    view = _read(qtbot, shell, tmp_path / "gone.csv")
    assert view.stack.currentWidget() is view.problems
    assert "gone.csv" in _words(view.problems)


def test_the_audit_is_listed_and_each_thing_opens_its_record(qtbot: Any, shell: Shell) -> None:
    view = _view(shell)
    qtbot.waitUntil(lambda: view.home.issues is not None, timeout=20_000)
    rows = view.home.log.findChildren(IssueRow)
    assert len(rows) == len(audit(view.hub.library)) > 0
    row = next(each for each in rows if each.text() == "新引进的医疗器械企业")
    assert "12" in row.words
    assert row.height() >= 44
    row.click()
    assert view.hub.chosen == "device-firms-recruited-2025-06"
    view.hub.set_language("en")
    assert all(each.text() != "新引进的医疗器械企业" for each in view.home.log.findChildren(IssueRow))


def test_one_that_needs_another_is_told_and_the_decisions_stay(
    qtbot: Any, shell: Shell, table: Callable[..., Path]
) -> None:
    heading = ["id", "name_zh", "name_en", "sources", "related"]
    first = ["enterprise-yi", "甲", "First", "article-2025", "enterprise-er"]
    second = ["enterprise-er", "乙", "Second", "article-2025", ""]
    view = _read(qtbot, shell, table("enterprises.csv", heading, first, second))
    view.differing.toggle("enterprise-er")
    view.differing.apply_button.click()
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.failure, timeout=20_000)
    assert "enterprise-er" in view.failure.sentence.text()
    view.failure.actions[0].click()
    assert view.stack.currentWidget() is view.differing
    assert view.differing.taken() == ("enterprise-yi",)


def test_what_could_not_be_printed_is_said_before_it_is_taken_over(
    qtbot: Any, shell: Shell, table: Callable[..., Path]
) -> None:
    bold = ["enterprise-damei", "全国最好的中藏药企业。", "The best maker of medicine in China."]
    view = _read(qtbot, shell, table("enterprises.csv", ["id", "does_zh", "does_en"], bold))
    (change,) = view.differing.difference.changes
    assert {notice.level for notice in change.notices} == {"error"}
    shown = _words(view.differing.detail)
    assert "最好" in shown
    assert all(notice.message.zh in shown for notice in change.notices)


def test_a_comparison_can_be_left_halfway(qtbot: Any, shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "enterprises.csv"
    rows = "".join(f"enterprise-{number},名{number},Name {number},article-2025\n" for number in range(15_000))
    path.write_text("id,name_zh,name_en,sources\n" + rows, encoding="utf-8")
    view = _view(shell)
    view.read([path])
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.waiting, timeout=30_000)
    assert view.waiting.stop.isVisible()
    assert view.waiting.heading.text() == say.COMPARING.zh
    qtbot.mouseClick(view.waiting.stop, Qt.MouseButton.LeftButton)
    assert view.stack.currentWidget() is view.home
    qtbot.waitUntil(lambda: not Job.running, timeout=60_000)
    assert view.stack.currentWidget() is view.home, "an answer that nobody waits for any more is dropped"
