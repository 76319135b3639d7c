"""Keeps the table or the chart of the figures as a file: asks where to, writes beside the window, tells."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QRectF, QStandardPaths
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from brochure import tokens
from brochure.desk.figures import Measure, draw_chart, save, to_csv
from brochure.drawing import Drawing
from brochure.gui.jobs import Job
from brochure.gui.log import reason_of
from brochure.gui.made_file import tell_made
from brochure.gui.view import Hub
from brochure.words import figures as say

PX_PER_MM = 300 / 25.4
"""A chart is kept with 300 pixels to the inch, as print wants it."""


class FigureSaver(QObject):
    """One file at a time, ``csv``, ``svg`` or ``png``."""

    def __init__(self, hub: Hub, owner: QWidget) -> None:
        super().__init__(owner)
        self.hub, self.owner = hub, owner
        self.job: Job | None = None

    def save_table(self, shown: Sequence[Measure], out: Path | None = None) -> None:
        """Write what is listed, every reading of it."""
        library, lang, listed = self.hub.library, self.hub.lang, tuple(shown)
        self._save("csv", lambda: to_csv(library, listed, lang), out)

    def save_chart(self, measure: Measure, kind: str, out: Path | None = None) -> None:
        """Write the chart of one measure as ``svg`` or ``png``, in the colours of the page."""
        lang = self.hub.lang
        title = self.hub.say(measure.current.name)

        def build() -> bytes:
            drawing = draw_chart(measure, lang)
            if kind == "png":
                return to_png(drawing)
            from brochure.charts.svg import Cover, to_svg

            periods = "; ".join(f"{reading.as_of} {reading.value}" for reading in measure.readings)
            return to_svg(drawing, Cover(title, periods, lang)).encode()

        self._save(kind, build, out, f"-{measure.key}")

    def _save(self, kind: str, build, out: Path | None, tail: str = "") -> None:
        if self.job is not None:
            return
        if out is None:
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            suggested = Path(folder or Path.home()) / f"{self.hub.say(say.FILE_NAME)}{tail}.{kind}"
            name, _ = QFileDialog.getSaveFileName(
                self.owner, self.hub.say(say.SAVE_AS), str(suggested), f"{kind.upper()} (*.{kind})"
            )
            if not name:
                return
            out = Path(name) if Path(name).suffix.lower() == f".{kind}" else Path(f"{name}.{kind}")
        path = out
        self.job = Job(lambda _job: save(path, build()), self)
        self.job.done.connect(self._saved)
        self.job.failed.connect(self._not_saved)
        self.job.start()

    def _saved(self, path: Path) -> None:
        self.job = None
        tell_made(self.hub, self.hub.say(say.SAVED.fill(path.name)), path)

    def _not_saved(self, error: Exception) -> None:
        self.job = None
        self.hub.toast.emit(self.hub.say(reason_of(error, "the figures were not written")), None)


def to_png(drawing: Drawing) -> bytes:
    """Return a drawing as a picture on white."""
    from brochure.gui.drawing_painter import paint_drawing

    image = QImage(
        round(drawing.width_mm * PX_PER_MM), round(drawing.height_mm * PX_PER_MM), QImage.Format.Format_RGB32
    )
    image.fill(QColor(tokens.WHITE))
    image.setDotsPerMeterX(round(PX_PER_MM * 1000))
    image.setDotsPerMeterY(round(PX_PER_MM * 1000))
    painter = QPainter(image)
    paint_drawing(painter, drawing, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())
