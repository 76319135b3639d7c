"""批量: a list of recipients brought in, looked over, made; and the register of who has which copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from brochure import tokens
from brochure.content.decoding import ENCODINGS, EncodingError
from brochure.errors import BrochureError
from brochure.gui.batch_home import BatchHome
from brochure.gui.batch_page import BatchPage
from brochure.gui.batch_run import BatchJob, batch_job, reading_job, register_job
from brochure.gui.content_view import Waiting
from brochure.gui.jobs import Job
from brochure.gui.states import ErrorState
from brochure.gui.view import Hub
from brochure.words import Text
from brochure.words import batch as say


class BatchView(QWidget):
    """Four faces, one at a time: home, waiting, the rows, and why a list cannot be read."""

    left = Signal()

    def __init__(self, hub: Hub, defaults: Callable[[], object]) -> None:
        super().__init__()
        self.hub, self._defaults = hub, defaults
        self.file: Path | None = None
        self.job: Job | None = None
        self.making: BatchJob | None = None
        self._looking: Job | None = None
        self._failed: Text | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(tokens.MARGIN_PX, 24, tokens.MARGIN_PX, 16)
        self.stack = QStackedWidget()
        self._column.addWidget(self.stack)
        self.home, self.waiting, self.page = BatchHome(hub), Waiting(), BatchPage(hub)
        self.failure = ErrorState()
        for face in (self.home, self.waiting, self.page, self.failure):
            self.stack.addWidget(face)
        self.failure.add_action("", self.go_home, primary=True)
        for encoding in ENCODINGS:
            self.failure.add_action("", lambda encoding=encoding: self._read_as(encoding))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.home.left.connect(self.left)
        self.home.zone.dropped.connect(lambda files: self.read(files[0]))
        self.home.zone.choose.clicked.connect(self.choose_list)
        self.home.zone.write.clicked.connect(self.choose_place)
        self.home.register.forget.connect(self.forget)
        self.waiting.stop.clicked.connect(self.go_home)
        self.page.left.connect(self.go_home)
        self.page.again.connect(lambda: self.read(self.file))
        self.page.folder_asked.connect(self.choose_folder)
        self.page.start.connect(self.start)
        self.page.stop.connect(self.stop)
        self.page.open_asked.connect(self.open_folder)

    def retranslate(self) -> None:
        """Say every visible text again, in place."""
        to = self.hub.say
        self.home.retranslate()
        self.page.retranslate()
        self.waiting.heading.set_text(to(say.READING))
        self.waiting.stop.set_text(to(say.STOP))
        if self._failed is not None:
            words = [to(say.AS_ENCODING.fill(encoding.upper())) for encoding in ENCODINGS]
            self.failure.set_words(to(say.NOT_READ), to(self._failed), to(say.BACK), *words)

    def enter(self) -> None:
        """Show what the register holds now."""
        if self.stack.currentWidget() is self.home:
            self._look_up()

    def go_home(self) -> None:
        """Leave the list and show the first page."""
        if self.making is not None:
            return
        if self.job is not None:
            self.job.cancel()
            self.job = None
        self.stack.setCurrentWidget(self.home)
        self._look_up()

    def step_back(self) -> bool:
        """Leave the list, or tell that there is none to leave."""
        if self.stack.currentWidget() is self.home or self.making is not None:
            return False
        self.go_home()
        return True

    def choose_list(self) -> None:
        """Ask which list to read."""
        kinds = f"{self.hub.say(say.LIST_FILES)} (*.xlsx *.xlsm *.csv)"
        name, _ = QFileDialog.getOpenFileName(self, self.hub.say(say.CHOOSE), str(_documents()), kinds)
        if name:
            self.read(Path(name))

    def choose_place(self) -> None:
        """Ask where to keep the empty sheet."""
        suggested = _documents() / f"{self.hub.say(say.EMPTY_NAME)}.xlsx"
        name, _ = QFileDialog.getSaveFileName(self, self.hub.say(say.WHERE_EMPTY), str(suggested), "Excel (*.xlsx)")
        if name:
            self.save_empty(Path(name))

    def save_empty(self, out: Path) -> None:
        """Write the empty sheet in the language of the window."""
        lang = self.hub.lang

        def work(_: Job) -> object:
            from brochure.desk.empty_sheet import write_empty_sheet

            return write_empty_sheet(out, lang)

        job = Job(work, self)
        job.done.connect(lambda _: self.hub.toast.emit(self.hub.say(say.EMPTY_SAVED.fill(out.name)), None))
        job.failed.connect(self._tell_failure)
        job.start()

    def choose_folder(self) -> None:
        """Ask where the brochures go."""
        title = self.hub.say(say.WHICH_FOLDER)
        name = QFileDialog.getExistingDirectory(self, title, str(self.page.folder or _documents()))
        if name:
            self.page.set_folder(Path(name))

    def read(self, path: Path, encoding: str = "") -> None:
        """Read a list, and look each row over."""
        if self.job is not None:
            self.job.cancel()
        self.file = Path(path)
        job = self.job = reading_job(self.hub, self.file, self._defaults(), encoding, self)
        job.done.connect(lambda read: self._was_read(job, read))
        job.failed.connect(lambda error: self._not_read(job, error))
        QTimer.singleShot(100, self, lambda: self.job is job and self.stack.setCurrentWidget(self.waiting))
        job.start()

    def start(self) -> None:
        """Make what can be made; without a folder the person says where first."""
        if self.making is not None:
            return
        if self.page.folder is None:
            self.choose_folder()
        if self.page.folder is None:
            return
        rows = [line.row for line in self.page.lines]
        job = self.making = batch_job(self.hub, rows, self.page.folder, self)
        job.told.connect(self.page.show_outcome)
        job.done.connect(self._was_made)
        job.failed.connect(self._not_made)
        self.page.begin()
        job.start()

    def stop(self) -> None:
        """Ask it to stop; what is finished stays."""
        if self.making is not None:
            self.making.cancel()
            self.page.stopping = True
            self.page.retranslate()

    def open_folder(self) -> None:
        """Show the brochures in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.page.folder)))

    def forget(self, recipient: str) -> None:
        """Take a recipient out of the register."""
        places = self.hub.places

        def work(_: Job) -> object:
            from brochure.desk.register import forget

            return forget(places, recipient)

        def done(gone) -> None:
            files = ", ".join(path.name for path in (*gone.files, *gone.kept))
            words = say.FORGOTTEN_TOAST.fill(gone.copies, files) if files else say.FORGOTTEN_SHORT.fill(gone.copies)
            self.hub.toast.emit(self.hub.say(words), None)
            self._look_up()

        job = Job(work, self)
        job.done.connect(done)
        job.failed.connect(self._tell_failure)
        job.start()

    def _read_as(self, encoding: str) -> None:
        self.read(self.file, encoding)

    def _was_read(self, job: Job, read) -> None:
        if self.job is not job:
            return
        self.job = None
        folder = self.page.folder
        self.page.show_rows(read.file, read.rows, read.left_out)
        if folder is None and self.file is not None:
            self.page.set_folder(_beside(self.file))
        self.stack.setCurrentWidget(self.page)

    def _not_read(self, job: Job, error: Exception) -> None:
        if self.job is not job:
            return
        self.job = None
        self._failed = self._reason(error)
        asks = isinstance(error, EncodingError)
        for button in self.failure.actions[1:]:
            button.setVisible(asks)
        self.retranslate()
        self.stack.setCurrentWidget(self.failure)

    def _was_made(self, result) -> None:
        wanted, self.making = self.making is not None and self.making.cancelled, None
        self.page.end(result.stopped or result.unregistered, grave=not wanted)
        if result.stopped is None and not self.isVisible():  # else it stands in the page's own foot
            counts = (result.count("made"), result.count("kept"), result.count("failed"))
            self.hub.toast.emit(self.hub.say(say.DONE.fill(*counts)), None)

    def _not_made(self, error: Exception) -> None:
        self.making = None
        self.page.end(self._reason(error), grave=True)

    def _look_up(self) -> None:
        job = self._looking = register_job(self.hub, self)
        job.done.connect(lambda found: job is self._looking and self.home.register.show_copies(*found))
        job.failed.connect(self._tell_failure)
        job.start()

    def _tell_failure(self, error: Exception) -> None:
        self.hub.toast.emit(self.hub.say(self._reason(error)), None)

    def _reason(self, error: Exception) -> Text:
        if isinstance(error, BrochureError):
            return error.message
        import logging
        import traceback

        from brochure.words.places import UNEXPECTED

        frames = "".join(traceback.format_tb(error.__traceback__))  # its words may hold a recipient
        logging.getLogger(__name__).error("a batch failed: %s\n%s", type(error).__name__, frames)
        return UNEXPECTED


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _beside(file: Path) -> Path:
    """Return the folder suggested for a list: named after it, beside it."""
    return file.absolute().parent / file.stem
