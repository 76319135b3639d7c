"""The pages of what is asked: set beside the window, the open ones drawn first, then all of them looked over."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from brochure.errors import BrochureError
from brochure.gui.jobs import Job
from brochure.gui.preview_pages import Preview, draw_pages, draw_thumbs, forget_thumbs, read_preview, spread_of
from brochure.gui.preview_places import place_finding
from brochure.gui.studio_preview import THUMB_PX
from brochure.gui.view import Hub
from brochure.pdf.preflight import Finding
from brochure.pdf.recipe import Recipe

if TYPE_CHECKING:  # loaded on the thread that sets
    from brochure.desk.tailor import Proof
    from brochure.pdf.lint import Looked

Wanted = tuple[int, bool, float]
"""The page that is open, whether it stands alone, and how high it is drawn."""
log = logging.getLogger(__name__)


class ProofRun(QObject):
    """One at a time: what is asked meanwhile is set next, and an answer that came too late reaches nobody.

    ``composed`` tells findings, pages, the pictures of those that are open, and which were wanted; ``refused`` findings
    and why there are no pages; ``failed`` an error; ``looked`` the small pages, findings and passed checks of all;
    ``not_looked`` the findings of before, where looking failed; ``asked_again`` that something was asked meanwhile.
    """

    composed = Signal(object, object, object, object)
    refused = Signal(object, object)
    failed = Signal(object)
    looked = Signal(object, object, object, object)
    not_looked = Signal(object)
    asked_again = Signal()

    def __init__(self, hub: Hub, owner: QObject, recipe: Callable[[], Recipe], wanted: Callable[[], Wanted]) -> None:
        super().__init__(owner)
        self.hub, self._recipe, self._wanted = hub, recipe, wanted
        self._composing: Job | None = None
        self._looking: Job | None = None
        self._again = self._is_dropped = False

    @property
    def is_composing(self) -> bool:
        """Whether pages are being set, or will be at once."""
        return self._composing is not None or self._again

    @property
    def is_busy(self) -> bool:
        """Whether pages are being set or looked over."""
        return self.is_composing or self._looking is not None

    def start(self, ratio: float) -> bool:
        """Set what is asked now; return False where that waits for what is being set.

        Args:
            ratio: The screen's pixels for each logical pixel.
        """
        if self._composing is not None:
            self._again = True
            return False
        library, places, recipe, wanted = self.hub.library, self.hub.places, self._recipe(), self._wanted()

        def work(_: Job) -> object:
            from brochure.desk.change import load_settings
            from brochure.desk.tailor import preflight, proof

            number = load_settings(places).get("review_number", "")
            findings = preflight(library, recipe, places, number)
            try:
                ready = proof(library, recipe, places, number)
            except BrochureError as error:  # what was found still says what to mend
                return findings, None, error, ()
            preview = read_preview(ready.data, 0, ratio, ready.blocks)
            page, single, height = wanted
            shown = spread_of(min(page, preview.pages - 1), preview.pages, single=single)
            return findings, ready, preview, draw_pages(ready.data, shown, height, ratio)

        def show(made: tuple[Any, ...]) -> None:
            findings, ready, preview, images = made
            if isinstance(preview, BrochureError):
                self.refused.emit(findings, preview)
                return
            self.composed.emit(findings, preview, images, wanted)
            self._look_over(ready, preview, findings, ratio)

        job = self._composing = Job(work, self)
        job.done.connect(lambda made: self._end(job, show, made))
        job.failed.connect(lambda error: self._end(job, self._fail, error))
        job.start()
        return True

    def drop(self) -> None:
        """What is under way reaches nobody, and nothing of it is kept."""
        self._composing, self._looking, self._again = None, None, False
        self._is_dropped = True
        forget_thumbs()

    def _end(self, job: Job, act: Callable[[Any], None], came: object) -> None:
        job.deleteLater()
        if job is not self._composing:
            return
        self._composing, self._looking, self._is_dropped = None, None, False
        act(came)
        if self._again:
            self._again = False
            self.asked_again.emit()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BrochureError):
            log.error("the preview failed", exc_info=error)
        self.failed.emit(error)

    def _look_over(self, ready: "Proof", preview: Preview, found: tuple[Finding, ...], ratio: float) -> None:
        def work(_: Job) -> object:
            contents = [ready.book.content(sheet) for sheet in ready.book.sheets]
            return draw_thumbs(ready.data, contents, THUMB_PX, ratio), ready.look_over()

        def show(made: tuple[tuple[QImage, ...], "Looked"]) -> None:
            from brochure.desk.tailor import by_gravity

            if job is self._looking:
                self._looking = None
                thumbs, looked = made
                placed = (place_finding(preview, finding) for finding in found)
                self.looked.emit(preview, thumbs, by_gravity((*placed, *looked.findings)), looked.passed)
            elif self._is_dropped:  # they were drawn for a visitor who has left
                forget_thumbs()

        def fail(error: Exception) -> None:
            if job is self._looking:
                self._looking = None
                log.error("the pages were not looked over", exc_info=error)
                self.not_looked.emit(found)

        job = self._looking = Job(work, self)
        job.done.connect(show)
        job.failed.connect(fail)
        job.start()
