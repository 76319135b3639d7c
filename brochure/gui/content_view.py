"""资料: bring tables in, see what they would change, decide, take it over, take it back."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from brochure import tokens
from brochure.errors import BrochureError
from brochure.gui.difference_page import DifferencePage
from brochure.gui.intake_home import IntakeHome
from brochure.gui.jobs import Job
from brochure.gui.log import reason_of
from brochure.gui.problem_page import ProblemPage
from brochure.gui.states import EmptyState, ErrorState, Skeleton
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import SecondaryButton
from brochure.model.difference import Difference
from brochure.words import Text
from brochure.words import content_place as say
from brochure.words.kinds import KINDS


class Waiting(QWidget):
    """What is being done, the coming layout, and a way to stop where stopping does no harm."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading = TextBlock("", "title", 700)
        self.stop = SecondaryButton("", "close", 44)
        column.addWidget(self.heading)
        column.addWidget(Skeleton(8))
        column.addWidget(self.stop, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


class ContentView(View):
    """Five faces, one at a time: home, waiting, what must be mended, what differs, and that nothing does."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.files: tuple[Path, ...] = ()
        self.encoding = self.kind = ""
        self.difference: Difference | None = None
        self.job: Job | None = None
        self._failed: Text | None = None
        self._doing = say.COMPARING
        self._column = QVBoxLayout(self)
        self.stack = QStackedWidget()
        self._column.addWidget(self.stack)
        self.home, self.waiting, self.problems = IntakeHome(hub), Waiting(), ProblemPage(hub)
        self.differing, self.same, self.failure = DifferencePage(hub), EmptyState(), ErrorState()
        for page in (self.home, self.waiting, self.problems, self.differing, self.same, self.failure):
            self.stack.addWidget(page)
        self.waiting.stop.clicked.connect(self.go_home)
        self.same.add_action("", self.go_home, primary=True)
        self.failure.add_action("", self._go_back, primary=True)
        self.home.zone.dropped.connect(self.read)
        self.home.zone.choose.clicked.connect(self.choose_files)
        self.home.zone.write.clicked.connect(self.choose_place)
        self.home.undo.connect(lambda number: self.turn(number, back=True))
        self.home.redo.connect(lambda number: self.turn(number, back=False))
        self.home.settled.connect(self._settle)
        self.problems.again.connect(lambda encoding, kind: self.read(self.files, encoding, kind))
        self.problems.left.connect(self.go_home)
        self.differing.left.connect(self.go_home)
        self.differing.applied.connect(self.apply)
        self.differing.datum_asked.connect(lambda datum: self.read(self.files, self.encoding, self.kind, datum))
        self.leave_room(0)
        self.retranslate()

    def leave_room(self, right_px: int) -> None:
        margin = tokens.MARGIN_PX
        self._column.setContentsMargins(margin, 24, max(margin, right_px), 16)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list_imports()
        if self.home.issues is None:
            self._audit()

    def retranslate(self) -> None:
        to = self.hub.say
        self.home.retranslate()
        self.waiting.heading.set_text(to(self._doing))
        self.waiting.stop.set_text(to(say.STOP))
        self.problems.retranslate()
        self.differing.retranslate()
        self.same.set_words(to(say.SAME), to(say.SAME_NOTE.fill(self._unchanged())), to(say.BACK))
        if self._failed is not None:
            self.failure.set_words(to(say.NOT_DONE), to(self._failed), to(say.BACK))

    def new_visitor(self) -> None:
        """What the office is doing here is no visitor's: it stays."""

    def go_home(self) -> None:
        """Leave what was brought and show the first page."""
        if self.job is not None:
            self.job.cancel()
            self.job = None
        self.difference = None
        self._list_imports()
        self.stack.setCurrentWidget(self.home)

    def _go_back(self) -> None:
        """Return from a failure to the decisions that were made, where there were any."""
        if self.difference is not None and not self.difference.problems:
            self.stack.setCurrentWidget(self.differing)
        else:
            self.go_home()

    def choose_files(self) -> None:
        """Ask which files to read."""
        kinds = f"{self.hub.say(say.TABLE_FILES)} (*.xlsx *.xlsm *.csv *.geojson *.json)"
        names, _ = QFileDialog.getOpenFileNames(self, self.hub.say(say.CHOOSE_FILES), str(Path.home()), kinds)
        if names:
            self.read([Path(name) for name in names])

    def choose_place(self) -> None:
        """Ask where to write the tables."""
        day = datetime.date.today().isoformat()  # noqa: DTZ011  the reader's own day
        suggested = Path.home() / f"{self.hub.say(say.TABLES_NAME)}-{day}.xlsx"
        kinds = f"{self.hub.say(say.WORKBOOKS)} (*.xlsx)"
        name, _ = QFileDialog.getSaveFileName(self, self.hub.say(say.SAVE_TABLES), str(suggested), kinds)
        if name:
            self.write_tables(Path(name))

    def write_tables(self, out: Path) -> None:
        """Write all content as a workbook."""
        library, lang = self.hub.library, self.hub.lang

        def work(_: Job) -> object:
            from brochure.desk.workbook import write_workbook

            return write_workbook(library, out, KINDS, lang)

        def done(counts: tuple[int, int]) -> None:
            self.stack.setCurrentWidget(self.home)
            self.hub.toast.emit(self.hub.say(say.TABLES_WRITTEN.fill(out.name, counts[1])), None)

        self._start(work, done, say.WRITING)

    def read(self, files: Sequence[Path], encoding: str = "", kind: str = "", datum: str = "") -> None:
        """Compare files with the content of today."""
        self.encoding, self.kind = encoding, kind
        self.files = tuple(files)
        library, places, paths = self.hub.library, self.hub.places, self.files

        def work(_: Job) -> object:
            from brochure.desk.intake import compare

            return compare(library, places, paths, kind=kind or None, encoding=encoding or None, datum=datum or None)

        self._start(work, self._compared, say.COMPARING)

    def apply(self, ids: Sequence[str]) -> None:
        """Take over the records that are wanted, then show the window on the new content."""
        library, places, difference = self.hub.library, self.hub.places, self.difference
        assert difference is not None

        def work(_: Job) -> object:
            from brochure.desk.intake import apply
            from brochure.desk.opening import open_library

            applied = apply(library, places, difference, ids)
            open_library(places)
            return applied

        def done(applied) -> None:
            self.go_home()
            number = applied.number
            words = say.APPLIED.fill(applied.records)
            self.hub.content_changed.emit(words, lambda view: view.turn(number, back=True))

        self._start(work, done)

    def _compared(self, difference: Difference) -> None:
        self.difference = difference
        if difference.problems:
            self.problems.show_problems(difference)
            self.stack.setCurrentWidget(self.problems)
        elif difference.changes:
            self.differing.show_difference(difference)
            self.stack.setCurrentWidget(self.differing)
        else:
            self.retranslate()
            self.stack.setCurrentWidget(self.same)

    def turn(self, number: int, *, back: bool) -> None:
        """Undo an import, or make it again."""
        places = self.hub.places

        def work(_: Job) -> object:
            from brochure.desk import intake
            from brochure.desk.opening import open_library

            count = (intake.undo if back else intake.redo)(places, number)
            open_library(places)
            return count

        def done(count: int) -> None:
            self.go_home()
            words = (say.UNDONE if back else say.REDONE).fill(count)
            self.hub.content_changed.emit(words, lambda view: view.turn(number, back=not back))

        self._start(work, done)

    def _settle(self, record: str, keep: bool) -> None:
        library, places = self.hub.library, self.hub.places
        found = library.find(record)
        name = found.name if found is not None else Text(record, record)

        def work(_: Job) -> object:
            from brochure.desk import intake
            from brochure.desk.opening import open_library

            intake.settle(library, places, record, keep=keep)
            open_library(places)
            return None

        def done(_: object) -> None:
            self.go_home()
            self.hub.content_changed.emit(say.SETTLED.fill(name), None)

        self._start(work, done)

    def _start(
        self, work: Callable[[Job], object], done: Callable[[object], object], doing: Text = say.APPLYING
    ) -> None:
        """Work beside the window; whatever was begun before is dropped. Only a comparison can be left halfway."""
        self._doing = doing
        self.waiting.heading.set_text(self.hub.say(doing))
        self.waiting.stop.setVisible(doing is say.COMPARING)
        if self.job is not None:
            self.job.cancel()
        job = self.job = Job(work, self)

        def ended(result: object) -> None:
            if self.job is job:
                self.job = None
                done(result)

        job.done.connect(ended)
        job.failed.connect(lambda error: self._fail(job, error))
        QTimer.singleShot(100, self, lambda: self.job is job and self.stack.setCurrentWidget(self.waiting))
        job.start()

    def _fail(self, job: Job, error: Exception) -> None:
        if self.job is not job:
            return
        self.job = None
        self._failed = reason_of(error, "an import failed")
        self.retranslate()
        self.stack.setCurrentWidget(self.failure)

    def _list_imports(self) -> None:
        from brochure.desk.intake import imports

        try:
            self.home.show_made(imports(self.hub.places))
        except BrochureError as error:
            self.hub.toast.emit(self.hub.say(error.message), None)

    def _audit(self) -> None:
        library = self.hub.library

        def work(_: Job) -> object:
            from brochure.desk.check import check

            return check(library)

        job = Job(work, self)
        job.done.connect(self.home.show_issues)
        job.start()

    def _unchanged(self) -> int:
        return self.difference.unchanged if self.difference is not None else 0
