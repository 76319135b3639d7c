"""One or two pages in the preview: as large as the place allows or larger, with blocks that can be tapped."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.preview_pages import Frame
from brochure.gui.widgets import paint_shadow

MARGIN_PX = 40
ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class SpreadPicture(QWidget):
    """One or two pages; skeletons of pages while they are being set. A tap on a block tells its record."""

    tapped = Signal(str)
    panned = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.images: tuple[QImage, ...] = ()
        self.count, self.shape, self.zoom = 2, 297 / 210, 1.0
        self.page_mm = (210.0, 297.0)
        self.blocks: tuple[tuple[tuple[Frame, str], ...], ...] = ()
        """The blocks of the pages that are shown."""
        self.outlined: tuple[int, Frame] | None = None
        """A block that is ringed: which of the shown pages, and where."""
        self.room = QSize(600, 600)
        self._from: QPoint | None = None
        self._moved = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def page_height(self) -> float:
        """Return how high one page is drawn."""
        tall = self.room.height() - MARGIN_PX
        wide = (self.room.width() - MARGIN_PX) / max(self.count, 1) * self.shape
        return max(80.0, min(tall, wide)) * self.zoom

    def fit_to(self, room: QSize, zoom: float) -> None:
        """Take the room there is and the zoom asked for."""
        self.room, self.zoom = room, zoom
        tall = self.page_height()
        self.setMinimumSize(
            *((round(tall / self.shape * self.count) + MARGIN_PX, round(tall) + MARGIN_PX) if zoom > 1 else (0, 0))
        )
        self.update()

    def show_images(self, images: Sequence[QImage], count: int) -> None:
        """Show drawn pages; with none, as many blank ones as will come."""
        self.images, self.count = tuple(images), count
        self.update()

    def show_blocks(self, blocks: Sequence[tuple[tuple[Frame, str], ...]], page_mm: tuple[float, float]) -> None:
        """Take the blocks of the pages shown."""
        self.blocks, self.page_mm, self.outlined = tuple(blocks), page_mm, None
        self.update()

    def outline(self, place: int, frame: Frame) -> None:
        """Ring a block of one of the pages shown."""
        self.outlined = (place, frame)
        self.update()

    def frame_of(self, place: int) -> QRectF:
        """Return where one of the pages lies."""
        tall = self.page_height()
        wide = tall / self.shape
        left = (self.width() - wide * self.count) / 2
        return QRectF(left + place * wide, (self.height() - tall) / 2, wide, tall)

    def on_screen(self, place: int, frame: Frame) -> QRectF:
        """Return where a block of a page lies."""
        page = self.frame_of(place)
        unit = page.width() / self.page_mm[0]
        left, top, width, height = (length * unit for length in frame)
        return QRectF(page.left() + left, page.top() + top, width, height).intersected(page)

    def record_at(self, at: QPointF) -> tuple[int, Frame, str] | None:
        """Return the smallest block at a point: which page, where, and its record."""
        found = [
            (frame[2] * frame[3], place, frame, record)
            for place, blocks in enumerate(self.blocks[: self.count])
            for frame, record in blocks
            if self.on_screen(place, frame).contains(at)
        ]
        return min(found)[1:] if found else None

    def step_block(self, step: int) -> None:
        """Ring the next block of the pages shown, or the one before it."""
        every = [(place, frame) for place, blocks in enumerate(self.blocks[: self.count]) for frame, _ in blocks]
        if every:
            now = every.index(self.outlined) if self.outlined in every else -1 if step > 0 else 0
            self.outline(*every[(now + step) % len(every)])

    def outlined_record(self) -> str:
        """Return the record of the block that is ringed, empty where none is."""
        if self.outlined is None or self.outlined[0] >= len(self.blocks):
            return ""
        place, wanted = self.outlined
        return next((record for frame, record in self.blocks[place] if frame == wanted), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from, self._moved = event.position().toPoint(), False
        event.ignore()  # the preview takes the keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = at - self._from
            if self._moved or way.manhattanLength() > QApplication.startDragDistance():
                self._moved = True
                if self.zoom > 1:
                    self.panned.emit(way)
            return
        hand = self.record_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, self._from = self._from, None
        if begun is None or self._moved or event.button() != Qt.MouseButton.LeftButton:
            return
        found = self.record_at(event.position())
        if found is not None:
            self.outline(found[0], found[1])
            self.tapped.emit(found[2])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        first = self.frame_of(0)
        paint_shadow(painter, QRectF(first.left(), first.top(), first.width() * self.count, first.height()), 16)
        for number in range(self.count):
            frame = self.frame_of(number)
            painter.fillRect(frame, Qt.GlobalColor.white)
            if number < len(self.images):
                painter.drawImage(frame, self.images[number])
            else:
                self._paint_blank(painter, frame)
        if self.count == 2:
            painter.setPen(QPen(theme.colour("secondary", 0.25), 1))
            painter.drawLine(QPointF(first.right(), first.top()), QPointF(first.right(), first.bottom()))
        if self.outlined is not None and self.outlined[0] < self.count:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("gold"), 3))
            painter.drawRoundedRect(self.on_screen(*self.outlined).adjusted(-2, -2, 2, 2), 4, 4)

    def _paint_blank(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.lightGray)
        painter.setOpacity(0.35)
        unit = frame.width() / 20
        for row, share in enumerate((0.5, 0.8, 0.75, 0.8, 0.4)):
            tall = unit * (1.2 if row == 0 else 0.6)
            painter.drawRoundedRect(QRectF(frame.left() + 2 * unit, frame.top() + unit * (3 + 2 * row),
                                           frame.width() * share, tall), 3, 3)  # fmt: skip
        painter.setOpacity(1.0)


class SpreadArea(QScrollArea):
    """Holds the picture: it fits, or is larger and moves under the hand."""

    resized = Signal()

    def __init__(self, picture: SpreadPicture) -> None:
        super().__init__()
        self.picture = picture
        self.zoom = 1.0
        picture.setObjectName("page")
        picture.panned.connect(self._pan)
        self.setWidget(picture)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(240, 240)

    def set_zoom(self, zoom: float) -> None:
        """Draw larger or at fit; what was in the middle stays there."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        before = [(bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep()) for bar in bars]
        self.zoom = zoom
        self._tell_room()
        self.widget().resize(self.widget().minimumSize().expandedTo(self.viewport().size()))
        for bar, share in zip(bars, before, strict=True):
            bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def see(self, place: int, frame: Frame) -> None:
        """Bring a block into view."""
        spot = self.picture.on_screen(place, frame).center()
        self.ensureVisible(round(spot.x()), round(spot.y()), self.width() // 3, self.height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_room()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the arrows turn pages

    def _tell_room(self) -> None:
        self.picture.fit_to(self.size(), self.zoom)

    def _pan(self, way: QPoint) -> None:
        for bar, step in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
            bar.setValue(bar.value() - step)
