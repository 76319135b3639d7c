"""批量 in the real window: a list dropped, looked over, made beside the window, stopped, taken up again, registered."""

import itertools
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from brochure.desk.empty_sheet import columns, write_empty_sheet
from brochure.desk.opening import open_library
from brochure.desk.recipients import read_recipients
from brochure.desk.register import list_copies
from brochure.errors import RenderError
from brochure.gui.batch_view import BatchView
from brochure.gui.main_window import MainWindow
from brochure.gui.problem_page import ProblemRow
from brochure.gui.register_list import ForgetButton
from brochure.gui.text_block import TextBlock
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import batch as say
from brochure.words.places import UNEXPECTED
from tests.desk.sheets_of import write_csv
from tests.factories import ON
from tests.gui.seen import CHINESE, nameless, visible_words

ROWS = (("公司", "语言", "章节"), ("青海大美", "", "封面"), ("Acme", "法文", "封面"), ("金诃藏药", "en", "封面"))


@pytest.fixture
def window(window: MainWindow, where: Places) -> MainWindow:
    """The window on the studio, with its content on the disk for other processes to read."""
    open_library(where)
    window.go("studio")
    return window


@pytest.fixture
def view(window: MainWindow) -> Iterator[BatchView]:
    window.views["studio"].checks.batch_button.click()
    batch = window.views["studio"].batch
    assert batch is not None
    yield batch
    batch.stop()


@pytest.fixture
def read(qtbot: Any, view: BatchView, tmp_path: Path) -> Callable[..., BatchView]:
    """Bring a list, and wait until it is looked over."""

    def read(*rows: tuple[str, ...], path: Path | None = None) -> BatchView:
        view.read(path or write_csv(tmp_path / "名单.csv", *(rows or ROWS)))
        qtbot.waitUntil(lambda: view.job is None, timeout=60_000)
        return view

    return read


def states(view: BatchView) -> list[str]:
    return [line.state for line in view.page.lines]


def run(qtbot: Any, view: BatchView) -> None:
    view.page.start_button.click()
    qtbot.waitUntil(lambda: view.making is None, timeout=60_000)


def shown(root: Any) -> str:
    return "\n".join(block.text() for block in root.findChildren(TextBlock))


def test_the_studio_gives_way_and_comes_back(window: MainWindow, view: BatchView) -> None:
    studio = window.views["studio"]
    assert view.isVisible()
    assert not studio.form.isVisible()
    assert view.home.register.isVisible()
    view.home.back.click()
    assert studio.form.isVisible()
    assert not view.isVisible()
    studio.checks.batch_button.click()
    window._step_back()
    assert studio.form.isVisible()


def test_a_list_that_is_dropped_is_looked_over_before_anything_is_made(
    qtbot: Any, view: BatchView, tmp_path: Path
) -> None:
    sheet = write_csv(tmp_path / "名单.csv", *ROWS, encoding="gb18030")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    view.home.zone.dropEvent(event)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.page, timeout=30_000)
    assert states(view) == ["ready", "problem", "ready"]
    model = view.page.model
    table = [[str(model.index(row, column).data()) for column in range(5)] for row in range(3)]
    assert table[0] == ["青海大美", "2", "中文", "办公", "可以做"]
    assert table[1] == ["Acme", "3", "–", "–", "有问题"]
    assert "第 3 行 B 列 · 语言" in shown(view.page.detail), "the first problem is the one shown"
    assert "“法文”不行" in shown(view.page.detail)
    assert view.page.start_button.text() == "开始，2 份"
    assert view.page.folder == tmp_path / "名单"
    assert not (tmp_path / "名单").exists()
    view.page.table.selectRow(2)
    assert "语言：英文" in shown(view.page.detail)
    assert "章节：封面" in shown(view.page.detail)


def test_what_the_pre_flight_would_stop_is_known_beforehand(read: Callable[..., BatchView]) -> None:
    view = read(("公司",), ("\u202e倒写",), ("甲",))
    assert states(view) == ["problem", "ready"]
    assert "字体没有这些字" in shown(view.page.detail)
    assert view.page.detail.findChildren(ProblemRow)


@pytest.mark.alone
def test_made_stopped_and_taken_up_again(qtbot: Any, read: Callable[..., BatchView], where: Places) -> None:
    view = read(("公司",), *((f"公司{number}",) for number in range(30)))
    view.page.start_button.click()
    assert view.page.stop_button.isVisible()
    assert not view.page.start_button.isVisible()
    qtbot.waitUntil(lambda: view.page.count("made") >= 2, timeout=60_000)
    assert "/ 30 份" in view.page.where.text()
    pressed = time.perf_counter()
    view.page.stop_button.click()
    qtbot.waitUntil(lambda: view.making is None, timeout=30_000)
    assert time.perf_counter() - pressed < 1.5
    made = view.page.count("made")
    assert 2 <= made < 30
    assert set(states(view)) == {"made", "waiting"}
    assert "已停止" in view.page.where.text()
    folder = view.page.folder
    assert folder is not None
    assert len(list(folder.glob("*.pdf"))) == made
    assert view.page.start_button.text() == f"接着做，{30 - made} 份"
    run(qtbot, view)
    assert view.page.count("kept") == made
    assert view.page.count("made") == 30 - made
    assert sorted(path.suffix for path in folder.iterdir()) == [".csv"] + [".pdf"] * 30
    assert view.page.start_button.text() == "都做好了"
    assert not view.page.start_button.isEnabled()
    assert view.page.open_button.isVisible()
    assert len(list_copies(where)) == 30


@pytest.mark.alone
def test_the_window_stays_free(qtbot: Any, read: Callable[..., BatchView]) -> None:
    """A beat of 5 ms comes through while processes start and files come.

    What the window itself does between two beats is what holds it up; how long it then waits for a core is the
    machine's business, and there only a hold-up that anybody would see counts.
    """
    view = read(("公司",), *((f"公司{number}",) for number in range(16)))
    beats: list[tuple[float, float]] = []
    beat = QTimer()
    beat.timeout.connect(lambda: beats.append((time.thread_time(), time.perf_counter())))
    beat.start(5)
    run(qtbot, view)
    beat.stop()
    worked, passed = zip(*((b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(beats)), strict=True)
    assert view.page.count("made") == 16
    assert max(worked) < 0.1
    assert statistics.median(passed) < 0.02
    assert max(passed) < 0.5


def test_a_row_that_is_mended_is_read_again(qtbot: Any, read: Callable[..., BatchView], tmp_path: Path) -> None:
    view = read()
    run(qtbot, view)
    assert states(view) == ["made", "failed", "made"]
    assert "没有做成 1 份" in view.page.where.text()
    assert view.page.start_button.text() == "能做的都做好了"
    write_csv(tmp_path / "名单.csv", ROWS[0], ROWS[1], ("Acme", "双语", "封面"), ROWS[3])
    view.page.again_button.click()
    qtbot.waitUntil(lambda: view.job is None, timeout=30_000)
    assert states(view) == ["ready"] * 3
    run(qtbot, view)
    assert states(view) == ["kept", "made", "kept"]


def test_empty_cells_are_as_the_studio_has_it(qtbot: Any, window: MainWindow, read: Callable[..., BatchView]) -> None:
    form = window.views["studio"].form
    form.request.edition.parts["both"].click()
    form.request.reader.setText("工作室里的名字")
    view = read(("公司", "语言"), ("甲", ""), ("", "en"))
    assert view.page.lines[0].row.recipe.lang == "both"
    assert states(view) == ["ready", "problem"], "the studio's own reader is nobody in a list"


def test_a_list_that_cannot_be_read_says_so_with_a_way_back(
    qtbot: Any, read: Callable[..., BatchView], tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\3\4 but no workbook")
    view = read(path=path)
    assert view.stack.currentWidget() is view.failure
    assert "a.xlsx" in view.failure.sentence.text()
    assert not any(button.isVisible() for button in view.failure.actions[1:])
    view.failure.actions[0].click()
    assert view.stack.currentWidget() is view.home


def test_an_unclear_encoding_is_asked_for(qtbot: Any, read: Callable[..., BatchView], tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("名稱,公司\n臺灣,生技\n".encode("big5"))
    view = read(path=path)
    asked = [button for button in view.failure.actions[1:] if button.isVisible()]
    assert len(asked) == 4
    asked[-1].click()
    qtbot.waitUntil(lambda: view.job is None, timeout=30_000)
    assert view.stack.currentWidget() is view.page
    assert view.page.lines[0].row.name == "生技"


def test_without_a_folder_the_person_says_where(
    qtbot: Any, read: Callable[..., BatchView], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = read()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "elsewhere"))
    view.page.folder_button.click()
    assert view.page.where.text() == str(tmp_path / "elsewhere")
    run(qtbot, view)
    assert (tmp_path / "elsewhere" / "青海大美.pdf").exists()


def test_a_folder_that_cannot_be_written_is_said_in_place(
    qtbot: Any, read: Callable[..., BatchView], tmp_path: Path
) -> None:
    view = read()
    (tmp_path / "file").write_text("in the way")
    view.page.set_folder(tmp_path / "file")
    run(qtbot, view)
    assert str(tmp_path / "file") in view.page.where.text()
    assert view.page.where.colour == "brick"
    assert view.page.start_button.isEnabled()


def test_a_bug_is_told_and_logged_without_a_name(
    qtbot: Any, read: Callable[..., BatchView], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    view = read(("公司",), ("绝密公司",))
    name = view.page.lines[0].row.name

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"odd: {name}")

    monkeypatch.setattr("brochure.desk.batch.run", fail)
    run(qtbot, view)
    assert view.page.where.text() == UNEXPECTED.zh
    assert "RuntimeError" in caplog.text
    assert name not in caplog.text


def test_the_register_shows_what_to_send_again_first_and_forgets(
    qtbot: Any, read: Callable[..., BatchView], where: Places
) -> None:
    view = read(("公司", "章节"), ("青海大美", "数字"), ("金诃藏药", "封面、数字"))
    run(qtbot, view)
    with sqlite3.connect(where.user_db) as connection:  # as if the park had said something else then
        connection.execute("UPDATE prints SET digest = 'then' WHERE id = (SELECT min(print) FROM copy_prints)")
    connection.close()
    view.page.leave_button.click()
    qtbot.waitUntil(lambda: len(view.home.register.copies) == 2, timeout=30_000)
    words = shown(view.home.register)
    assert words.index("要补寄") < words.index("给过谁")
    assert "改了：" in words
    button = view.home.register.findChildren(ForgetButton)[-1]
    name = button.accessibleDescription()
    button.click()
    assert button.text() == say.FORGET_SURE.zh
    assert len(list_copies(where)) == 2, "once is not enough"
    button.click()
    qtbot.waitUntil(lambda: len(view.home.register.copies) == 1, timeout=30_000)
    assert name.encode() not in where.user_db.read_bytes()


def test_both_languages_in_place_and_every_control_named(
    qtbot: Any, window: MainWindow, read: Callable[..., BatchView]
) -> None:
    view = read(("Recipient", "Language"), ("Acme", ""), ("Beta", "French"))
    view.page.set_folder(Path("/x"))
    for lang in ("en", "zh", "en"):
        window.hub.set_language(lang)
        for face in (view.page, view.home):
            view.stack.setCurrentWidget(face)
            words = [word for word in visible_words(view) if "名单.csv" not in word]
            foreign = [word for word in words if CHINESE.search(word)]
            assert bool(foreign) == (lang == "zh"), foreign
            assert nameless(view) == []
            buttons = [each for each in view.findChildren(QAbstractButton) if each.isVisible()]
            assert [each.text() for each in buttons if each.height() < 44 or each.width() < 44] == []
    view.stack.setCurrentWidget(view.page)
    assert view.page.model.index(1, 4).data() == "Problem"


def test_a_new_visitor_sees_no_recipient(window: MainWindow, read: Callable[..., BatchView]) -> None:
    view = read()
    window.hub.welcome_visitor()
    window.go("studio")
    assert not view.isVisible()
    assert window.views["studio"].form.isVisible()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_empty_sheet_can_be_filled_and_read(
    qtbot: Any, view: BatchView, window: MainWindow, library: Library, tmp_path: Path, lang: str
) -> None:
    window.hub.set_language(lang)
    out = tmp_path / "empty.xlsx"
    view.save_empty(out)
    qtbot.waitUntil(out.exists, timeout=30_000)
    book = openpyxl.load_workbook(out)
    sheet = book.active
    assert sheet.cell(1, 1).value == ("公司" if lang == "zh" else "Recipient")
    assert all(sheet.cell(2, place).value for place in range(1, len(columns()) + 1))
    sheet.cell(3, 1).value = "大美中药"
    sheet.cell(3, columns().index("lang") + 1).value = say.LANGS["both"].to(lang)  # type: ignore[arg-type]
    sheet.cell(3, columns().index("profile") + 1).value = say.PROFILES["office"].to(lang)  # type: ignore[arg-type]
    book.save(out)
    (row,) = read_recipients(library, out, Recipe(on=ON)).rows
    assert (row.problems, row.recipe) == ((), Recipe(reader="大美中药", lang="both", on=ON))


def test_an_empty_sheet_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        write_empty_sheet(tmp_path / "no" / "a.xlsx", "zh")
    assert str(tmp_path / "no" / "a.xlsx") in caught.value.message.zh
