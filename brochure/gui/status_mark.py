"""Status as shape, word and colour together; never a mark without its word."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from brochure.gui import theme
from brochure.words import Text, batch, kinds

MARKS: Final[dict[str, tuple[str, str]]] = {
    "operating": ("disc", "grass"),
    "in_force": ("disc", "grass"),
    "planned": ("dashed", "gold_text"),
    "upcoming": ("dashed", "gold_text"),
    "building": ("half", "sky"),
    "in_talks": ("dot", "brand"),
    "signed": ("ring", "brand"),
    "ended": ("struck", "secondary"),
    "expired": ("struck", "secondary"),
    "replaced": ("struck", "secondary"),
    "unverified": ("question", "secondary"),
    "drafting": ("pencil", "plum"),
    "schematic": ("square", "secondary"),
    "placed": ("ring", "brand"),
    "inferred": ("about", "gold_text"),
    "ready": ("ring", "brand"),
    "waiting": ("dashed", "secondary"),
    "making": ("half", "sky"),
    "made": ("disc", "grass"),
    "kept": ("ring", "grass"),
    "failed": ("struck", "brick"),
    "problem": ("struck", "brick"),
}
"""Shape and token of each status and validity."""

WORDS: Final[dict[str, Text]] = {
    **kinds.VALIDITY, **kinds.STATUS, "schematic": kinds.SCHEMATIC, "inferred": kinds.INFERRED,
    "placed": kinds.PRECISION["placed"], **batch.STATES, "ready": batch.READY, "problem": batch.PROBLEM,
}  # fmt: skip
GLYPH_PX: Final = 14
GAP_PX: Final = 6


def paint_mark(painter: QPainter, mark: str, x: float, y: float, size: float = GLYPH_PX) -> None:
    """Draw the glyph of a status with its top left corner at ``(x, y)``."""
    shape, token = MARKS[mark]
    colour = theme.colour(token)
    frame = QRectF(x, y, size, size).adjusted(1.25, 1.25, -1.25, -1.25)
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[shape](painter, frame, pen)
    painter.restore()


def _disc(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    painter.setBrush(pen.color())
    painter.drawEllipse(frame)


def _ring(painter: QPainter, frame: QRectF, pen: QPen) -> None:  # noqa: ARG001  one signature for all shapes
    painter.drawEllipse(frame)


def _dashed(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    dashed = QPen(pen)
    dashed.setDashPattern([1.6, 2.3])
    painter.setPen(dashed)
    painter.drawEllipse(frame)


def _half(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    painter.drawEllipse(frame)
    painter.setBrush(pen.color())
    painter.drawChord(frame, 90 * 16, -180 * 16)


def _dot(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    painter.drawEllipse(frame)
    painter.setBrush(pen.color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(frame.center(), frame.width() * 0.2, frame.width() * 0.2)


def _struck(painter: QPainter, frame: QRectF, pen: QPen) -> None:  # noqa: ARG001
    painter.drawEllipse(frame)
    reach = frame.width() * 0.35
    middle = frame.center()
    painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))


def _question(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    painter.drawEllipse(frame)
    middle, unit = frame.center(), frame.width() / 11.5
    painter.setPen(QPen(pen.color(), 1.2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(
        QRectF(middle.x() - 1.7 * unit, middle.y() - 3.1 * unit, 3.4 * unit, 3.4 * unit), -40 * 16, 220 * 16
    )
    painter.drawLine(middle + QPointF(1.2 * unit, -0.1 * unit), middle + QPointF(0, 1.1 * unit))
    painter.drawPoint(middle + QPointF(0, 2.9 * unit))


def _pencil(painter: QPainter, frame: QRectF, pen: QPen) -> None:  # noqa: ARG001
    left, top, size = frame.left(), frame.top(), frame.width()
    painter.drawPolygon(
        [
            QPointF(left + size * x, top + size * y)
            for x, y in ((0.08, 0.92), (0.14, 0.66), (0.7, 0.1), (0.9, 0.3), (0.34, 0.86))
        ]
    )


def _square(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    dashed = QPen(pen)
    dashed.setDashPattern([1.6, 2.0])
    painter.setPen(dashed)
    painter.drawRoundedRect(frame, 2, 2)


def _about(painter: QPainter, frame: QRectF, pen: QPen) -> None:  # noqa: ARG001
    """Two waves, the sign for “about”."""
    unit = frame.width() / 12
    for y in (4.0, 8.0):
        wave = QPainterPath(QPointF(frame.left(), frame.top() + (y + 1) * unit))
        wave.cubicTo(
            QPointF(frame.left() + 4 * unit, frame.top() + (y - 4) * unit),
            QPointF(frame.left() + 8 * unit, frame.top() + (y + 5) * unit),
            QPointF(frame.right(), frame.top() + (y - 1) * unit),
        )
        painter.drawPath(wave)


_SHAPES: Final = {
    "disc": _disc, "ring": _ring, "dashed": _dashed, "half": _half, "dot": _dot, "struck": _struck,
    "question": _question, "pencil": _pencil, "square": _square, "about": _about,
}  # fmt: skip


class StatusMark(QWidget):
    """A glyph with its word, and a year or half-year behind it where one is given."""

    def __init__(self, mark: str, word: str) -> None:
        super().__init__()
        self.mark, self._word = mark, word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def text(self) -> str:
        return self._word

    def set_mark(self, mark: str, word: str) -> None:
        """Show another status."""
        self.mark, self._word = mark, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.font("small")).horizontalAdvance(self._word)
        return QSize(round(GLYPH_PX + GAP_PX + width + 2), theme.line_height("small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, self.mark, 0, (self.height() - GLYPH_PX) / 2)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(MARKS[self.mark][1]))
        frame = QRectF(GLYPH_PX + GAP_PX, 0, self.width(), self.height())
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._word)
