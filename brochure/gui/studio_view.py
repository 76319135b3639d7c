"""手册: the workshop of the brochure. What is asked at the left, the pages in the middle, what to mind at the right."""

import logging
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout

from brochure.errors import BrochureError, CancelledError
from brochure.gui.export import export_job, shortlist_recipe, suggested_file
from brochure.gui.failure import Failure
from brochure.gui.jobs import Job
from brochure.gui.studio_checks import StudioChecks
from brochure.gui.studio_form import StudioForm
from brochure.gui.studio_preview import THUMB_PX, StudioPreview
from brochure.gui.view import Hub, View
from brochure.pdf.recipe import Recipe
from brochure.words import Text, window
from brochure.words import places as say
from brochure.words.page.furniture import SECTION as SECTION_NAMES

PAUSE_MS = 400
NARROW_PX = 1180

log = logging.getLogger(__name__)


class StudioView(View):
    """Each change asks for a new brochure after a short pause; an answer that came too late is dropped."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        from brochure.desk.change import load_settings

        self.form = StudioForm(hub, load_settings(hub.places).get("reader", ""))
        self.preview = StudioPreview(hub)
        self.checks = StudioChecks(hub)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.compose)
        self.form.changed.connect(self._on_change)
        self.form.section_asked.connect(self._remember_section)
        hub.own_stage_changed.connect(lambda _: self._on_change())
        self.form.reader.editingFinished.connect(self._keep_reader)
        self.preview.asked_again.connect(self.compose)
        self.preview.turned.connect(self._mark_section)
        self.checks.page_asked.connect(self._open_page)
        self.checks.export_asked.connect(lambda: self.export(None))
        self.checks.stop_asked.connect(self.stop_export)
        self._composing: Job | None = None
        self._again, self._is_old, self._asked_section = False, True, ""
        self._exporting: Job | None = None

    def retranslate(self) -> None:
        self.form.retranslate()
        self.preview.retranslate()
        self.checks.retranslate()
        self._tell_pages()

    def recipe(self) -> Recipe:
        """Return what is asked now."""
        return self.form.recipe(shortlist_recipe(self.hub))

    def leave_room(self, right_px: int) -> None:
        """The card lies over the checks, which are as wide."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self._pause.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the checks at the right or, where the pages would be small, below the form."""
        narrow = self.width() < NARROW_PX
        self.checks.setFixedWidth(self.form.WIDTH if narrow else self.checks.WIDTH)
        self._grid.addWidget(self.form, 0, 0)
        self._grid.addWidget(self.preview, 0, 1, 2 if narrow else 1, 1)
        self._grid.addWidget(self.checks, 1 if narrow else 0, 0 if narrow else 2)
        self._grid.setRowStretch(0, 5)
        self._grid.setRowStretch(1, 4 if narrow else 0)

    def new_visitor(self) -> None:
        """Empty the form and drop the pages; a brochure that is being set for the last visitor reaches nobody."""
        self.stop_export()
        self._pause.stop()
        self._composing, self._again = None, False
        self.form.clear()
        self._pause.stop()
        self._is_old, self._asked_section = True, ""
        self.preview.clear()
        self.checks.show_findings(None)

    def compose(self) -> None:
        """Set the brochure and look it over, on another thread; one at a time."""
        if self._composing is not None:
            self._again = True
            return
        self._is_old = False
        self.preview.show_busy(first=self.preview.preview is None)
        self.checks.show_findings(None)
        library, places, recipe = self.hub.library, self.hub.places, self.recipe()
        ratio = self.devicePixelRatioF()

        def work(_: Job) -> object:
            from brochure.desk.change import load_settings
            from brochure.desk.tailor import preflight, preview
            from brochure.gui.preview_pages import read_preview

            number = load_settings(places).get("review_number", "")
            findings = preflight(library, recipe, places, number)
            try:
                return findings, read_preview(preview(library, recipe, places, number), THUMB_PX, ratio)
            except BrochureError as error:  # what was found still says what to mend
                return findings, error

        job = self._composing = Job(work, self)
        job.done.connect(lambda made: self._composed(made) if job is self._composing else job.deleteLater())
        job.failed.connect(lambda error: self._not_composed(error) if job is self._composing else job.deleteLater())
        job.start()

    def export(self, out: Path | None) -> None:
        """Write the brochure; the person says where, the window stays free."""
        if self._exporting is not None:
            return
        if out is None:
            title, kinds = self.hub.say(window.SAVE_AS), f"{self.hub.say(window.PDF_FILES)} (*.pdf)"
            name, _ = QFileDialog.getSaveFileName(self, title, str(suggested_file(self.hub)), kinds)
            if not name:
                return
            out = Path(name)
        self._exporting = export_job(self.hub, self.recipe(), out, self)
        self._exporting.progress.connect(self.checks.set_progress)
        self._exporting.done.connect(self._exported)
        self._exporting.failed.connect(self._not_exported)
        self.checks.set_progress(0.0)
        self._exporting.start()

    def stop_export(self) -> None:
        """Ask the export to stop; it leaves nothing behind."""
        if self._exporting is not None:
            self._exporting.cancel()

    def _on_change(self) -> None:
        self._is_old = True
        if self.isVisible():
            self._pause.start()

    def _remember_section(self, section: str) -> None:
        self._asked_section = section

    def _keep_reader(self) -> None:
        from brochure.desk.change import save_setting

        try:
            save_setting(self.hub.places, "reader", self.form.reader.text().strip())
        except BrochureError as error:  # a read-only home: the name serves this brochure all the same
            log.warning("the reader was not kept: %s", error)

    def _composed(self, made: object) -> None:
        findings, preview = made
        self._finish()
        self.checks.show_findings(findings)
        if isinstance(preview, BrochureError):
            self._say_problem(preview.message)
            self._compose_waiting()
            return
        self.preview.show_preview(preview)
        self._tell_pages()
        if self._asked_section:
            self._open_page(self.hub.say(SECTION_NAMES[self._asked_section]))
            self._asked_section = ""
        self._compose_waiting()

    def _not_composed(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, BrochureError):
            log.error("the preview failed", exc_info=error)
        self._say_problem(error.message if isinstance(error, BrochureError) else say.UNEXPECTED)
        self.checks.show_findings(())
        self._compose_waiting()

    def _say_problem(self, why: Text) -> None:
        self.preview.show_problem(self.hub.say(say.NO_PREVIEW), self.hub.say(why), self.hub.say(window.TRY_AGAIN))

    def _finish(self) -> None:
        job, self._composing = self._composing, None
        if job is not None:
            job.deleteLater()

    def _compose_waiting(self) -> None:
        if self._again:
            self._again = False
            self.compose()

    def _tell_pages(self) -> None:
        """Count the pages of each section: from its heading to the next."""
        preview = self.preview.preview
        if preview is None:
            return
        named = {title: section for section, text in SECTION_NAMES.items() for title in (text.zh, text.en)}
        starts = [(named[title], page) for title, page in preview.headings if title in named]
        counts: dict[str, int] = {}
        for place, (section, page) in enumerate(starts):
            end = starts[place + 1][1] if place + 1 < len(starts) else preview.pages
            counts[section] = counts.get(section, 0) + max(end - page, 1)
        self.form.set_pages(counts)

    def _mark_section(self, heading: str) -> None:
        self.form.mark_section(
            next((key for key, text in SECTION_NAMES.items() if heading in (text.zh, text.en)), None)
        )

    def _open_page(self, where: str) -> None:
        preview = self.preview.preview
        if preview is None:
            return
        titles = dict(reversed(preview.headings))
        both = next((text for text in SECTION_NAMES.values() if where in (text.zh, text.en)), None)
        wanted = (both.zh, both.en) if both is not None else (where,)
        page = next((titles[title] for title in wanted if title in titles), None)
        if page is not None:
            self.preview.turn_to(page)

    def _exported(self, made: object) -> None:
        self._end_export()
        words = self.hub.say(window.EXPORTED.fill(made.path.name, made.pages))
        self._toast(words, self.hub.say(say.OPEN_FOLDER), lambda: _open_folder(made.path))

    def _not_exported(self, error: Exception) -> None:
        self._end_export()
        if isinstance(error, CancelledError):
            self._toast(self.hub.say(window.STOPPED))
            return
        if not isinstance(error, BrochureError):
            log.error("the export failed", exc_info=error)
        why = error.message if isinstance(error, BrochureError) else say.UNEXPECTED
        Failure(self.hub, self, window.NOT_EXPORTED, why, lambda: self.export(None)).open()

    def _end_export(self) -> None:
        job, self._exporting = self._exporting, None
        if job is not None:
            job.deleteLater()
        self.checks.set_progress(None)

    def _toast(self, words: str, action: str = "", do: object = None) -> None:
        frame = self.window()
        if hasattr(frame, "say_toast"):
            frame.say_toast(words, action, do)
        else:
            self.hub.toast.emit(words, None)


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
