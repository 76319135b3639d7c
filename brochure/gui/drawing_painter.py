"""A drawing of the page put into the window: the same shapes, painted by Qt."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from brochure.drawing import PT, Circle, Curve, Drawing, Group, Label, Path, Rect, Shape, Stroke
from brochure.gui import theme


def paint_drawing(painter: QPainter, drawing: Drawing, frame: QRectF) -> None:
    """Draw into a frame, as large as fits, in the middle."""
    scale = min(frame.width() / drawing.width_mm, frame.height() / drawing.height_mm)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(
        frame.left() + (frame.width() - drawing.width_mm * scale) / 2,
        frame.top() + (frame.height() - drawing.height_mm * scale) / 2,
    )
    painter.scale(scale, scale)
    for shape in drawing.shapes:
        _paint(painter, shape)
    painter.restore()


def _paint(painter: QPainter, shape: Shape) -> None:
    if isinstance(shape, Group):
        painter.save()
        if shape.clip is not None:
            painter.setClipRect(QRectF(*shape.clip), Qt.ClipOperation.IntersectClip)
        for each in shape.shapes:
            _paint(painter, each)
        painter.restore()
    elif isinstance(shape, Label):
        _paint_label(painter, shape)
    else:
        painter.setBrush(_brush(shape.fill, shape.alpha))
        painter.setPen(_pen(shape.stroke))
        painter.drawPath(_outline(shape))


def _outline(shape: Path | Curve | Circle | Rect) -> QPainterPath:
    path = QPainterPath()
    if isinstance(shape, Circle):
        path.addEllipse(QPointF(shape.x, shape.y), shape.radius_mm, shape.radius_mm)
    elif isinstance(shape, Rect):
        frame = QRectF(shape.x, shape.y, shape.width_mm, shape.height_mm)
        path.addRoundedRect(frame, shape.radius_mm, shape.radius_mm)
    elif isinstance(shape, Curve):
        path.moveTo(*shape.start)
        for first, second, end in shape.segments:
            path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        if shape.closed:
            path.closeSubpath()
    else:
        for run in shape.runs:
            path.moveTo(*run[0])
            for point in run[1:]:
                path.lineTo(*point)
            if shape.closed:
                path.closeSubpath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    return path


def _paint_label(painter: QPainter, label: Label) -> None:
    """Set one line as an outline: at print sizes in millimetres Qt's own text would fall onto whole pixels."""
    size = label.size_pt * PT
    font = QFont(theme.font("body", label.weight))
    font.setPixelSize(100)  # a large size, scaled down: outlines keep their true widths
    if label.tracking_em:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 100 * label.tracking_em)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # strokes of one sign overlap in this face
    path.addText(0, 0, font, label.text)
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    shift = {"start": 0.0, "middle": -width / 2, "end": -width}[label.anchor]
    painter.save()
    painter.translate(label.x, label.y)
    painter.rotate(label.turn_deg)
    painter.scale(size / 100, size / 100)
    painter.translate(shift, 0)
    if label.halo is not None:
        pen = _pen(label.halo)
        pen.setWidthF(label.halo.width_mm * 100 / size)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(label.colour))
    painter.drawPath(path)
    painter.restore()


def _brush(fill: str | None, alpha: float) -> QBrush:
    if fill is None:
        return QBrush(Qt.BrushStyle.NoBrush)
    colour = QColor(fill)
    colour.setAlphaF(alpha)
    return QBrush(colour)


def _pen(stroke: Stroke | None) -> QPen:
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    colour = QColor(stroke.colour)
    colour.setAlphaF(stroke.alpha)
    pen = QPen(colour, stroke.width_mm)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if stroke.round and not stroke.dash_mm else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if stroke.round else Qt.PenJoinStyle.MiterJoin)
    if stroke.dash_mm:
        pen.setDashPattern([length / stroke.width_mm for length in stroke.dash_mm])
    return pen


class DrawingPicture(QWidget):
    """A drawing that fills its place; painted once for each size, and pressed to go where it shows."""

    pressed = Signal()
    top_radius_px = 0
    """How round the upper corners are, where a frame with round corners holds the picture."""

    def __init__(self, drawing: Drawing | None = None) -> None:
        super().__init__()
        self._drawing = drawing
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_drawing(self, drawing: Drawing) -> None:
        """Show another drawing."""
        self._drawing, self._picture = drawing, None
        self.update()

    def drawing(self) -> Drawing | None:
        return self._drawing

    def sizeHint(self) -> QSize:
        return QSize(320, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._picture is None or self._picture.size() != wanted:
            self._picture = QPixmap(wanted)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            paint_drawing(painter, self._drawing, QRectF(0, 0, self.width(), self.height()))
            painter.end()
        painter = QPainter(self)
        if self.top_radius_px:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            radius = self.top_radius_px
            shape.addRoundedRect(QRectF(0, 0, self.width(), self.height() + radius), radius, radius)
            painter.setClipPath(shape)
        painter.drawPixmap(0, 0, self._picture)
