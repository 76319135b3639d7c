"""A row of 44 px that names a record and opens its card: by finger, mouse or key."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import Pressable, width_of

TALL_PX = 44
PAD, ICON = 10, 18


class RecordLink(Pressable):
    """Icon and words on a hairline ground; a name too long for its place goes on in a second, smaller line."""

    def __init__(self, hub: Hub, icon: str = "", *, framed: bool = True) -> None:
        super().__init__()
        self.hub, self.icon_name, self.framed = hub, icon, framed
        self.record_id: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def lead_to(self, record_id: str | None, words: str, icon: str | None = None) -> None:
        """Open another record under these words."""
        self.record_id = record_id
        if icon is not None:
            self.icon_name = icon
        self.set_text(words)
        self.setToolTip(words)
        self.setEnabled(record_id is not None)

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text(), "small", 500) + self._left() + PAD + 2), TALL_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(TALL_PX * 2, TALL_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
        if self.framed or self.hovered():
            painter.setPen(QPen(theme.colour("brand" if self.hovered() else "rule"), 1))
            painter.setBrush(theme.colour("wash" if self.isDown() else "panel"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        if self.icon_name:
            box = QRectF(PAD if self.framed else 0, (TALL_PX - ICON) / 2, ICON, ICON)
            paint_icon(painter, self.icon_name, box, theme.colour("secondary"))
        room = self.width() - self._left() - (PAD if self.framed else 0)
        role, weight = ("small", 500) if width_of(self.text(), "small", 500) <= room else ("note", 500)
        layout, height, _ = lay_text(self.text(), role, weight, room, 2)
        paint_text(painter, layout, self._left(), (TALL_PX - height) / 2, "brand" if self.isEnabled() else "secondary")
        if self.ring:
            theme.paint_focus(painter, frame, 6)

    def _left(self) -> int:
        return (PAD if self.framed else 0) + (ICON + 8 if self.icon_name else 0)

    def _open(self) -> None:
        if self.record_id is not None:
            self.hub.choose(self.record_id)
