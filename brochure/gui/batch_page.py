"""The rows of a list: what each will be, what stands in its way, how far it is; and the way to the files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui.list_models import Cell, Column, RecordTable
from brochure.gui.problem_page import ProblemRow
from brochure.gui.record_list import Table
from brochure.gui.studio_checks import Progress
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, PrimaryButton, Rule, ScrollPanel, SecondaryButton
from brochure.words import Text
from brochure.words import batch as say
from brochure.words.kinds import KINDS
from brochure.words.page.furniture import SECTION

CALM_MS = 120
"""However fast rows change, the table is painted no more often."""
DONE = ("made", "kept", "failed")


class Line(msgspec.Struct):
    """One row and what has become of it; ``state`` also knows ``ready`` and ``problem``, before anything begins."""

    id: str
    row: object
    state: str
    file: str = ""
    pages: int = 0
    problem: Text | None = None

    @property
    def is_good(self) -> bool:
        """Whether it can be made."""
        return self.row.recipe is not None


class BatchPage(QWidget):
    """``left``, ``again``, ``folder_asked``, ``start``, ``stop`` and ``open_asked`` tell what was pressed."""

    left = Signal()
    again = Signal()
    folder_asked = Signal()
    start = Signal()
    stop = Signal()
    open_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.file = ""
        self.left_out: Sequence[str] = ()
        self.lines: list[Line] = []
        self.folder: Path | None = None
        self.running = self.stopping = self.ended = self._grave = False
        self.remark: Text | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading, self.note = TextBlock("", "title", 700, max_lines=1), TextBlock("", "small", 400, "secondary")
        column.addWidget(self.heading)
        column.addWidget(self.note)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._build_list(), stretch=8)
        self.detail = ScrollPanel()
        body.addWidget(self.detail, stretch=4)
        column.addLayout(body, stretch=1)
        self.progress = Progress()
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the rows must not jump when it comes
        self.progress.setSizePolicy(policy)
        column.addWidget(self.progress)
        column.addLayout(self._build_foot())

    def show_rows(self, file: str, rows: Sequence[object], left_out: Sequence[str]) -> None:
        """Show another list; what the last one came to is gone."""
        self.file, self.left_out = file, left_out
        self.lines = [
            Line(str(index), row, "ready" if row.recipe is not None else "problem") for index, row in enumerate(rows)
        ]
        self.running = self.stopping = self.ended = False
        self.remark = None
        self.model.set_records(self.lines)
        self.retranslate()
        first = next((index for index, line in enumerate(self.lines) if line.state == "problem"), 0)
        self.table.setCurrentIndex(self.model.index(first, 0))
        self._show_current()

    def begin(self) -> None:
        """Show that it has begun."""
        self.running, self.stopping, self.ended, self.remark = True, False, False, None
        for line in self.lines:
            line.state, line.problem = ("waiting" if line.is_good else "failed"), None
        self.retranslate()

    def show_outcome(self, outcome: object) -> None:
        """Keep what became of a row; it is seen a little later, with others."""
        line = self.lines[outcome.index]
        line.state, line.problem = outcome.state, outcome.problem
        if outcome.file:
            line.file, line.pages = outcome.file, outcome.pages
        if not self._calm.isActive():
            self._calm.start()

    def end(self, remark: Text | None, *, grave: bool) -> None:
        """Show that it has ended, or why it stopped; ``grave`` where nobody wanted it so."""
        self.running, self.stopping, self.ended, self.remark = False, False, True, remark
        self._grave = grave
        for line in self.lines:
            if line.state == "making":
                line.state = "waiting"
        self.retranslate()

    def set_folder(self, folder: Path | None) -> None:
        """Say where the files go."""
        self.folder, self.ended, self.remark = folder, False, None
        for line in self.lines:
            line.state, line.file = ("ready" if line.is_good else "problem"), ""
        self.retranslate()

    def good(self) -> int:
        """Return how many rows can be made."""
        return sum(1 for line in self.lines if line.is_good)

    def count(self, *states: str) -> int:
        """Return how many rows are in some states."""
        return sum(1 for line in self.lines if line.state in states)

    def retranslate(self) -> None:
        """Say it again in the language of the window."""
        to = self.hub.say
        self.heading.set_text(self.file)
        note = to(say.ROWS_NOTE.fill(len(self.lines), self.good(), len(self.lines) - self.good()))
        if self.left_out:
            note += "\n" + to(say.LEFT_OUT_SHORT.fill(", ".join(self.left_out)))
        self.note.set_text(note)
        for named in (self.table, self.table.horizontalHeader()):
            named.setAccessibleName(to(say.TITLE))
        self.leave_button.set_text(to(say.BACK))
        self.again_button.set_text(to(say.READ_AGAIN))
        self.folder_button.set_text(to(say.CHOOSE_FOLDER))
        self.stop_button.set_text(to(say.STOPPING if self.stopping else say.STOP))
        self.open_button.set_text(to(say.OPEN_FOLDER))
        self._tell()

    def _tell(self) -> None:
        """Say how far it is: rows, the golden line, the buttons."""
        to = self.hub.say
        self.model.say_again()
        done, good = self.count(*DONE), self.good()
        left = sum(1 for line in self.lines if line.is_good and line.state not in ("made", "kept"))
        self.progress.setVisible(self.running or self.ended)
        self.progress.set_done(done / max(len(self.lines), 1))
        all_done = say.ALL_DONE if good == len(self.lines) else say.REST_DONE
        self.start_button.set_text(
            to(say.NOTHING_TO_MAKE if not good else all_done if not left else
               say.GO_ON.fill(left) if self.ended else say.START.fill(good))
        )  # fmt: skip
        self.start_button.setEnabled(bool(left) and not self.running)
        self.start_button.setVisible(not self.running)
        self.stop_button.setVisible(self.running)
        self.stop_button.setEnabled(not self.stopping)
        self.open_button.setVisible(self.ended and self.folder is not None)
        for button in (self.again_button, self.folder_button, self.leave_button):
            button.setEnabled(not self.running)
        if self.remark is not None:
            words = to(self.remark)
        elif self.running:
            words = to(say.RUNNING.fill(done, len(self.lines)))
        elif self.ended:
            words = to(say.DONE.fill(self.count("made"), self.count("kept"), self.count("failed", "problem")))
        else:
            words = str(self.folder) if self.folder is not None else to(say.NO_FOLDER)
        self.where.set_text(words)
        self.where.set_colour("brick" if self.remark is not None and self._grave else "secondary")
        self._show_current()

    def _build_list(self) -> Panel:
        frame = Panel()
        holder = QVBoxLayout(frame)
        holder.setContentsMargins(1, 1, 1, 9)  # the table must not cover the round corners
        columns = [
            Column(say.RECIPIENT, self._say_name, 6, 170),
            Column(say.ROW, lambda line: Cell(_plain(line.row.row)), 1, 48, 3),
            Column(say.LANGUAGE, _say_language, 1, 76, 1),
            Column(say.PROFILE, _say_profile, 1, 76, 2),
            Column(say.STATE, _say_state, 2, 140),
        ]
        self.model = RecordTable(columns, self.hub.say)
        self.table = Table(self.model)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        holder.addWidget(self.table)
        return frame

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.leave_button, self.again_button = SecondaryButton("", None, 44), SecondaryButton("", "swap", 44)
        self.folder_button, self.open_button = SecondaryButton("", "folder", 44), SecondaryButton("", "folder", 44)
        self.stop_button, self.start_button = SecondaryButton("", "close", 44), PrimaryButton("", "download", 44)
        self.where = TextBlock("", "small", 400, "secondary", max_lines=2)
        for button, signal in (
            (self.leave_button, self.left), (self.again_button, self.again), (self.folder_button, self.folder_asked),
            (self.open_button, self.open_asked), (self.stop_button, self.stop), (self.start_button, self.start),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
        for widget in (self.leave_button, self.again_button, self.folder_button):
            foot.addWidget(widget)
        foot.addSpacing(8)
        foot.addWidget(self.where, stretch=1)
        for widget in (self.open_button, self.stop_button, self.start_button):
            foot.addWidget(widget)
        return foot

    def _show_current(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and index.row() < len(self.lines):
            self.detail.show_inside(self._details(self.lines[index.row()]), (0, 16, 0, 20), 10)

    def _details(self, line: Line) -> Iterator[QWidget]:
        to, row = self.hub.say, line.row
        yield _inset(TextBlock(row.name or to(say.NO_NAME_YET), "lead", 700))
        yield _inset(TextBlock(to(say.STATES.get(line.state, say.READY if line.is_good else say.PROBLEM)), "small", 400,
                               "secondary"))  # fmt: skip
        if line.file:
            yield _inset(TextBlock(to(say.FILE_IS.fill(line.file, line.pages)), "small", 500))
        yield Rule()
        for problem in row.problems:
            yield ProblemRow(self._place(problem), to(problem.short or problem.message))
        if line.problem is not None and not row.problems:
            yield ProblemRow(to(say.PLACE_ROW.fill(row.row)), to(line.problem))
        if row.problems:
            yield _inset(TextBlock(to(say.MEND_HINT), "small", 400, "secondary"))
        if line.is_good:
            yield _inset(TextBlock(to(say.PRINTS), "small", 700))
            for label, words in self._printed(row.recipe):
                yield _inset(TextBlock(to(say.PRINTS_LINE.fill(label, words)), "small", 400))

    def _place(self, problem: object) -> str:
        to = self.hub.say
        if problem.letter is None:
            return to(say.PLACE_ROW.fill(problem.row))
        return to(say.PLACE_CELL.fill(problem.row, problem.letter, problem.column or ""))

    def _printed(self, recipe: object) -> Iterator[tuple[Text, Text]]:
        """Yield what is asked of each kind, in the order of the form."""
        library = self.hub.library
        yield say.LANGUAGE, say.LANGS.get(recipe.lang, _plain(recipe.lang))
        yield say.PROFILE, say.PROFILES.get(recipe.profile, _plain(recipe.profile))
        for field, kind in (("sectors", "industries"), ("zones", "zones"), ("policies", "policies"),
                            ("enterprises", "enterprises")):  # fmt: skip
            ids = getattr(recipe, field)
            if ids is None:
                yield KINDS[kind], say.ALL_OF_THEM
                continue
            names = [record.name for key in ids if (record := library.find(key)) is not None]
            yield KINDS[kind], _join(names) if names else say.NOTHING
        sections = recipe.sections
        yield say.COLUMNS["sections"][0], say.ALL_OF_THEM if sections is None else _join(SECTION[s] for s in sections)
        yield say.COLUMNS["on"][0], _plain(recipe.on.isoformat())
        if recipe.contact:
            yield say.COLUMNS["contact"][0], _plain(recipe.contact)

    def _say_name(self, line: Line) -> Cell:
        return Cell(_plain(line.row.name) if line.row.name else say.NO_NAME_YET)


def _say_language(line: Line) -> Cell:
    recipe = line.row.recipe
    return Cell(say.LANGS.get(recipe.lang, _plain(recipe.lang)) if recipe is not None else _plain("–"))


def _say_profile(line: Line) -> Cell:
    recipe = line.row.recipe
    return Cell(say.PROFILES.get(recipe.profile, _plain(recipe.profile)) if recipe is not None else _plain("–"))


def _say_state(line: Line) -> Cell:
    words = {**say.STATES, "ready": say.READY, "problem": say.PROBLEM}
    return Cell(words[line.state], mark=line.state)


def _plain(words: object) -> Text:
    return Text(str(words), str(words))


def _join(names) -> Text:
    names = list(names)
    return Text("、".join(name.to("zh") for name in names), "; ".join(name.to("en") for name in names))


def _inset(block: TextBlock) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(20, 0, 20, 0)
    row.addWidget(block)
    return holder
