"""手册: the workshop of the brochure. What is asked at the left, the pages in the middle, what to mind at the right."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout

from brochure.errors import BrochureError, CancelledError
from brochure.gui.export_run import ExportRun
from brochure.gui.preview_pages import Preview
from brochure.gui.preview_places import page_of, pages_of_sections, place_finding
from brochure.gui.print_run import PrintRun
from brochure.gui.proof_run import ProofRun
from brochure.gui.studio_checks import StudioChecks
from brochure.gui.studio_form import StudioForm
from brochure.gui.studio_preview import StudioPreview
from brochure.gui.studio_recipe import StudioRecipe
from brochure.gui.view import Hub, View
from brochure.pdf.preflight import Finding
from brochure.pdf.recipe import Recipe
from brochure.words import Text, studio, window
from brochure.words import places as say
from brochure.words.page.furniture import SECTION as SECTION_NAMES

if TYPE_CHECKING:  # loaded when it is first asked for
    from brochure.gui.batch_view import BatchView

PAUSE_MS = 80
"""How long the hands rest before the pages are set anew: less than a pause between two keys of a slow typist."""
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
        self.form.request.reader.editingFinished.connect(self._keep_reader)
        self.preview.asked_again.connect(self.compose)
        self.preview.turned.connect(self._mark_section)
        self.preview.record_asked.connect(hub.choose)
        self.checks.finding_asked.connect(self.show_finding)
        self.checks.fix_asked.connect(self.mend)
        self.checks.export_asked.connect(lambda: self.export(None))
        self.checks.stop_asked.connect(self.stop_export)
        self.asked = StudioRecipe(hub, self.form)
        self.form.recipes.current = self.recipe
        self.form.recipes.opened.connect(self.open_recipe)
        self.form.recipes.told.connect(self._tell_recipe)
        self.proofs = ProofRun(hub, self, self.recipe, self.preview.wanted)
        self.proofs.composed.connect(self._composed)
        self.proofs.refused.connect(self._refused)
        self.proofs.failed.connect(self._not_composed)
        self.proofs.looked.connect(self._looked)
        self.proofs.not_looked.connect(self.checks.show_findings)
        self.proofs.asked_again.connect(self.compose)
        self.exporting = ExportRun(hub, self, lambda _: self.recipe())
        self.exporting.progress.connect(self.checks.set_progress)
        self.printing = PrintRun(hub, self)
        self.printing.progress.connect(lambda share: self.checks.set_progress(share, printing=True))
        self.printing.printed.connect(lambda pages: self._toast(hub.say(studio.PRINTED.fill(pages))))
        self.printing.failed.connect(self._not_printed)
        self.printing.no_printer.connect(self._tell_no_printer)
        self.checks.print_asked.connect(lambda: self.printing.start(self.recipe()))
        self.checks.batch_asked.connect(self.open_batch)
        self.batch: BatchView | None = None
        self._is_old, self._asked_section = True, ""

    def retranslate(self) -> None:
        self.form.retranslate()
        self.preview.retranslate()
        self.checks.retranslate()
        if self.batch is not None:
            self.batch.retranslate()
        self._tell_pages()

    def recipe(self) -> Recipe:
        """Return what is asked now."""
        return self.asked.now()

    def open_recipe(self, recipe: Recipe, name: str) -> None:
        """Take over a recipe, with a way back to what was asked before."""
        take_back = self.asked.open(recipe)
        self.form.show_form()
        self._toast(self.hub.say(studio.RECIPE_OPENED.fill(name)), self.hub.say(window.UNDO), take_back)

    def _tell_recipe(self, words: str, undo: object) -> None:
        self._toast(words, self.hub.say(window.UNDO) if undo else "", undo)

    @property
    def is_still(self) -> bool:
        """Whether pages and findings are those of what is asked now: nothing is being set or looked over."""
        return not (self.proofs.is_busy or self._pause.isActive() or self._is_old)

    def leave_room(self, right_px: int) -> None:
        """The card lies over the checks, which are as wide."""

    def open_batch(self) -> None:
        """Make many from a list, in place of the one; a batch that runs goes on when the studio comes back."""
        if self.batch is None:
            from brochure.gui.batch_view import BatchView

            self.batch = BatchView(self.hub, lambda: msgspec.structs.replace(self.recipe(), reader=None))
            self.batch.left.connect(self.close_batch)
            self._grid.addWidget(self.batch, 0, 0, 2, 3)
        self._show_batch(shown=True)
        self.batch.enter()

    def close_batch(self) -> None:
        """Come back to the one brochure."""
        self._show_batch(shown=False)

    def _show_batch(self, *, shown: bool) -> None:
        for part in (self.form, self.preview, self.checks):
            part.setVisible(not shown)
        if self.batch is not None:
            self.batch.setVisible(shown)

    def step_back(self) -> bool:
        if self.batch is None or self.batch.isHidden():
            return False
        if not self.batch.step_back():
            self.close_batch()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.compose()  # the pause is for hands that go on typing

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
        if self.batch is not None:  # whom the office writes to is nobody else's to read
            self.close_batch()
        self._pause.stop()
        self.proofs.drop()
        self.asked.forget()
        self.form.clear()
        self._pause.stop()
        self._is_old, self._asked_section = True, ""
        self.preview.clear()
        self.checks.show_findings(None)

    def compose(self) -> None:
        """Set the brochure and draw the pages that are open, on another thread; one at a time."""
        if self.proofs.start(self.devicePixelRatioF()):
            self._is_old = False
            self.preview.show_busy(first=self.preview.preview is None)
            self.checks.show_checking()

    def export(self, out: Path | None) -> None:
        """Write the brochure; the person says where, the window stays free."""
        self.exporting.start(out)

    def stop_export(self) -> None:
        """Ask export and printing to stop; an export leaves nothing behind."""
        self.exporting.stop()
        self.printing.stop()

    def _on_change(self) -> None:
        self._is_old = True
        if self.isVisible():
            self._pause.start()

    def _remember_section(self, section: str) -> None:
        self._asked_section = section

    def _keep_reader(self) -> None:
        from brochure.desk.change import save_setting

        try:
            save_setting(self.hub.places, "reader", self.form.request.reader.text().strip())
        except BrochureError as error:  # a read-only home: the name serves this brochure all the same
            log.warning("the reader was not kept: %s", error)

    def _composed(self, findings: tuple[Finding, ...], preview: Preview, images: object, wanted: object) -> None:
        self.preview.show_preview(preview, images, wanted)
        stops = sum(finding.level == "stop" for finding in findings)
        if self.checks.findings is None or stops != self.checks.stops():
            self.checks.show_findings(findings)
        self._tell_pages()
        if self._asked_section:
            self._open_page(self.hub.say(SECTION_NAMES[self._asked_section]))
            self._asked_section = ""

    def _refused(self, findings: tuple[Finding, ...], error: BrochureError) -> None:
        self.checks.show_findings(findings)
        self._say_problem(error.message)

    def _not_composed(self, error: Exception) -> None:
        self._say_problem(error.message if isinstance(error, BrochureError) else say.UNEXPECTED)
        self.checks.show_findings(())

    def _looked(self, preview: Preview, thumbs: object, findings: tuple[Finding, ...], passed: object) -> None:
        self.preview.show_thumbs(preview, thumbs)
        self.checks.show_findings(findings, passed)

    def _say_problem(self, why: Text) -> None:
        self.preview.show_problem(self.hub.say(say.NO_PREVIEW), self.hub.say(why), self.hub.say(window.TRY_AGAIN))

    def _tell_pages(self) -> None:
        if self.preview.preview is not None:
            self.form.set_pages(pages_of_sections(self.preview.preview))

    def _mark_section(self, heading: str) -> None:
        self.form.mark_section(
            next((key for key, text in SECTION_NAMES.items() if heading in (text.zh, text.en)), None)
        )

    def _open_page(self, where: str) -> None:
        preview = self.preview.preview
        page = page_of(preview, where) if preview is not None else None
        if page is not None:
            self.preview.turn_to(page)

    def show_finding(self, finding: Finding) -> None:
        """Open the page a finding is about and ring its block."""
        placed = self._placed(finding)
        if placed.page:
            self.preview.show_block(placed.page - 1, placed.frame)
        else:
            self._open_page(self.hub.say(finding.where))

    def _placed(self, finding: Finding) -> Finding:
        preview = self.preview.preview
        return place_finding(preview, finding) if preview is not None else finding

    def mend(self, finding: Finding) -> None:
        """Do the one thing that mends a finding."""
        if finding.fix == "leave_out":
            self.hub.remove(finding.record)
        elif finding.fix == "label":
            self.form.forced.setChecked(True)
        elif finding.fix is not None:
            self.form.go_to(finding.fix)

    def _not_printed(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            self._toast(self.hub.say(studio.PRINT_STOPPED))
            return
        why = error.message if isinstance(error, BrochureError) else say.UNEXPECTED
        self._toast(
            self.hub.say(studio.PRINT_FAILED.fill(why)), self.hub.say(say.EXPORT_PDF), lambda: self.export(None)
        )

    def _tell_no_printer(self) -> None:
        self._toast(self.hub.say(studio.NO_PRINTER), self.hub.say(say.EXPORT_PDF), lambda: self.export(None))

    def _toast(self, words: str, action: str = "", do: object = None) -> None:
        frame = self.window()
        if hasattr(frame, "say_toast"):
            frame.say_toast(words, action, do)
        else:
            self.hub.toast.emit(words, None)
