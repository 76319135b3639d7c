"""One brochure being written: where to, how far, done or not; the window stays free."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from brochure.errors import CancelledError
from brochure.gui.export import export_job, shortlist_recipe, suggested_file
from brochure.gui.jobs import Job
from brochure.gui.made_file import tell_made
from brochure.gui.view import Hub
from brochure.pdf.recipe import Recipe
from brochure.words import Text
from brochure.words import window as say


class ExportRun(QObject):
    """``progress`` is the share done, None when nothing runs; ``made`` and ``failed`` end it.

    Without a recipe it is what the tray asks for when it begins; ``kind`` is how the file is called.
    """

    progress = Signal(object)
    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, hub: Hub, window: QWidget, recipe: Callable[[Hub], Recipe] = shortlist_recipe, kind: Text = say.FILE_NAME
    ) -> None:
        super().__init__(window)
        self.hub, self._window = hub, window
        self._recipe, self._kind = recipe, kind
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether a brochure is being written."""
        return self._job is not None

    def start(self, out: Path | None = None) -> None:
        """Begin, unless one is being written; without a name the person says where."""
        if self._job is not None:
            return
        if out is None:
            title, kinds = self.hub.say(say.SAVE_AS), f"{self.hub.say(say.PDF_FILES)} (*.pdf)"
            name, _ = QFileDialog.getSaveFileName(self._window, title, str(suggested_file(self.hub, self._kind)), kinds)
            if not name:
                return
            out = Path(name)
        self._job = export_job(self.hub, self._recipe(self.hub), out, self)
        self._job.progress.connect(self._on_progress)
        self._job.done.connect(self._done)
        self._job.failed.connect(self._not_done)
        self.progress.emit(0.0)
        self._job.start()

    def stop(self) -> None:
        """Ask it to stop; it leaves nothing behind."""
        if self._job is not None:
            self._job.cancel()

    def _on_progress(self, share: float) -> None:
        self.progress.emit(share)

    def _done(self, made: object) -> None:
        self._job = None
        self.progress.emit(None)
        self.made.emit(made)
        tell_made(self.hub, self.hub.say(say.EXPORTED.fill(made.path.name, made.pages)), made.path)

    def _not_done(self, error: Exception) -> None:
        self._job = None
        self.progress.emit(None)
        self.failed.emit(error)
        if isinstance(error, CancelledError):
            self.hub.toast.emit(self.hub.say(say.STOPPED), None)
            return
        from brochure.gui.failure import Failure
        from brochure.gui.log import reason_of

        reason = reason_of(error, "the export failed")
        Failure(self.hub, self._window, say.NOT_EXPORTED, reason, self.start).open()
