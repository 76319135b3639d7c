"""A brochure on paper through the system's own dialog: the very pages of the PDF, as fine as the printer prints."""

import hashlib
from collections.abc import Callable

import pypdfium2 as pdfium
from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from brochure.errors import BrochureError, CancelledError, RenderError
from brochure.gui.export import register
from brochure.gui.jobs import Job
from brochure.gui.view import Hub
from brochure.pdf.profile import PROFILES, Profile
from brochure.pdf.raster import ONE_AT_A_TIME, open_document
from brochure.pdf.recipe import Recipe
from brochure.words import studio as say

FINEST_DPI = 600
STRIP_PX = 600
"""A page is drawn in strips of so many rows: whole, one at 600 dpi would take 140 MB."""
PT_PER_INCH = 72
Progress = Callable[[float], object]


class PrintRun(QObject):
    """One brochure on its way to a printer; ``progress`` is the share done, None when nothing runs."""

    progress = Signal(object)
    printed = Signal(int)
    failed = Signal(object)
    no_printer = Signal()

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self._window = hub, window
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether pages are being sent."""
        return self._job is not None

    def start(self, recipe: Recipe, printer: QPrinter | None = None) -> None:
        """Ask for printer, copies and pages, then print; with a printer given, nothing is asked."""
        if self._job is not None:
            return
        if printer is None:
            if not QPrinterInfo.availablePrinterNames():
                self.no_printer.emit()
                return
            printer = build_printer(PROFILES[recipe.profile])
            dialog = QPrintDialog(printer, self._window)
            dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
            if dialog.exec() != QPrintDialog.DialogCode.Accepted:
                return
        library, places, chosen = self.hub.library, self.hub.places, printer

        def work(job: Job) -> int:
            from brochure.desk.change import load_settings
            from brochure.desk.tailor import log_override, render

            number = load_settings(places).get("review_number", "")
            data, count = render(library, recipe, places, review_number=number, cancelled=lambda: job.cancelled)
            pages = print_pages(data, chosen, job.progress.emit, lambda: job.cancelled)
            if recipe.force_unverified:
                log_override(library, recipe)
            register(self.hub, recipe, None, pages=count, sha256=hashlib.sha256(data).hexdigest())
            return pages

        self._job = Job(work, self)
        self._job.progress.connect(self._on_progress)
        self._job.done.connect(self._done)
        self._job.failed.connect(self._not_done)
        self.progress.emit(0.0)
        self._job.start()

    def stop(self) -> None:
        """Ask it to stop after the page it is at."""
        if self._job is not None:
            self._job.cancel()

    def _on_progress(self, share: float) -> None:
        self.progress.emit(share)

    def _done(self, pages: int) -> None:
        self._end()
        self.printed.emit(pages)

    def _not_done(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, BrochureError):
            from brochure.gui.log import log_failure

            log_failure("the brochure was not printed", error)
        self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self.progress.emit(None)


def build_printer(profile: Profile = PROFILES["office"]) -> QPrinter:
    """Return a printer set for a profile: whole pages, both sides, turned over at the edge that binds.

    A book turns at its long edge; what is folded (booklet, trifold) or shown wide turns at the short one.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    width_mm, height_mm = (length + 2 * profile.edge_mm for length in (profile.width_mm, profile.height_mm))
    if profile.imposition == "booklet":
        width_mm *= 2
    size = QSizeF(min(width_mm, height_mm), max(width_mm, height_mm))
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    wide = width_mm > height_mm
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide if wide else QPrinter.DuplexMode.DuplexLongSide)
    return printer


def print_pages(
    data: bytes, printer: QPrinter, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> int:
    """Draw the pages of a PDF on a printer and return how many were sent.

    Raises:
        RenderError: The printer does not begin.
        CancelledError: ``cancelled`` said so between two pages.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise RenderError(say.PRINT_REFUSED)
    try:
        with ONE_AT_A_TIME:
            document = open_document(data)
            try:
                return _print(document, printer, painter, progress, cancelled)
            finally:
                document.close()
    finally:
        painter.end()


def _print(
    document: pdfium.PdfDocument,
    printer: QPrinter,
    painter: QPainter,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> int:
    numbers = _numbers(len(document), printer)
    for done, number in enumerate(numbers):
        if cancelled is not None and cancelled():
            printer.abort()
            raise CancelledError(say.PRINT_STOPPED)
        if done:
            printer.newPage()
        _draw_page(document[number], printer, painter)
        if progress is not None:
            progress((done + 1) / len(numbers))
    return len(numbers)


def _numbers(pages: int, printer: QPrinter) -> list[int]:
    """Return the pages asked for, counted from 0, as often as they are wanted where the printer cannot repeat."""
    asked = list(range(pages))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        asked = [number for number in asked if printer.fromPage() <= number + 1 <= (printer.toPage() or pages)]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return asked * copies


def _draw_page(page: pdfium.PdfPage, printer: QPrinter, painter: QPainter) -> None:
    """Draw a page as large as the paper allows, never larger than it is, strip by strip."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    width_pt, height_pt = page.get_size()
    natural = printer.resolution() / PT_PER_INCH
    unit = min(natural, paper.width() / width_pt, paper.height() / height_pt)
    left, top = (paper.width() - width_pt * unit) / 2, (paper.height() - height_pt * unit) / 2
    scale = min(unit, FINEST_DPI / PT_PER_INCH)
    strip_pt = STRIP_PX / scale
    y = 0.0
    while y < height_pt - 0.01:
        tall = min(strip_pt, height_pt - y)
        bitmap = page.render(scale=scale, crop=(0, max(0.0, height_pt - y - tall), 0, y), prefer_bgrx=True)
        size = bitmap.width, bitmap.height, bitmap.stride
        image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGB32)
        painter.drawImage(QRectF(left, top + y * unit, width_pt * unit, bitmap.height / scale * unit), image)
        bitmap.close()
        y += tall
