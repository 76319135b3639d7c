"""A place over painted or written words that opens the card of what they say, by mouse, finger or key."""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from brochure.gui import theme
from brochure.gui.pressable import Pressable
from brochure.gui.view import Hub
from brochure.words import Text
from brochure.words import window as say

LEAST_PX = 44


class Spot(Pressable):
    """Nothing is painted but a line below the words under the pointer, and the ring of the keyboard."""

    def __init__(self, hub: Hub, parent: QWidget, record_id: str | None = None) -> None:
        super().__init__("", parent)
        self.hub, self.record_id = hub, record_id
        self._over: QWidget | None = None
        self.clicked.connect(self._open)
        self.show()

    def lead_to(self, record_id: str | None) -> None:
        """Open another record; without one there is nothing to press."""
        self.record_id = record_id
        self.retranslate()

    def retranslate(self) -> None:
        """Say again what it opens."""
        record = self.hub.library.find(self.record_id) if self.record_id else None
        self.setVisible(record is not None)
        if record is not None:
            name: Text = say.SOURCES_OF.fill(record.name)
            self.setAccessibleName(self.hub.say(name))
            self.setToolTip(self.hub.say(name))

    def put(self, frame: QRectF) -> None:
        """Lie over a frame of the parent, made as tall as a finger needs."""
        more = max(0.0, LEAST_PX - frame.height()) / 2
        wide = max(0.0, LEAST_PX - frame.width()) / 2
        self.setGeometry(frame.adjusted(-wide, -more, wide, more).toAlignedRect())

    def cover(self, widget: QWidget) -> None:
        """Lie over a widget of the same parent and follow it."""
        self._over = widget
        widget.installEventFilter(self)
        self.put(QRectF(widget.geometry()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self.put(QRectF(self._over.geometry()))
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.ring and not self.hovered():
            return
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.hovered():
            painter.setPen(QPen(theme.colour("brand"), 1))
            y = frame.height() - max(1.0, (frame.height() - 26) / 2)
            painter.drawLine(0, round(y), round(frame.width()), round(y))
        if self.ring:
            theme.paint_focus(painter, frame, 6)

    def _open(self) -> None:
        if self.record_id is not None:
            self.hub.choose(self.record_id)
