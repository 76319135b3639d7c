"""The window as the system sees it: there at once with the frame of what comes, filled a moment later.

Nothing of the program's own content is loaded here, so that it can be painted before everything else.
"""

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brochure import tokens

SMALLEST_PX = (1080, 800)
"""As narrow as a portrait screen of 1080 × 1920, as low as a small laptop."""
USUAL_PX = (1440, 900)


class Shell(QWidget):
    """``painted`` tells once that the first picture stands on the screen."""

    painted = Signal()

    def __init__(self, theme: str) -> None:
        super().__init__()
        self._colours = tokens.DARK if theme == "dark" else tokens.LIGHT
        self._was_painted = False
        self.content: QWidget | None = None
        self.setMinimumSize(*SMALLEST_PX)
        room = self.screen().availableGeometry()
        self.resize(
            max(SMALLEST_PX[0], min(USUAL_PX[0], room.width())), max(SMALLEST_PX[1], min(USUAL_PX[1], room.height()))
        )

    def hold(self, content: QWidget) -> None:
        """Put the content where the skeleton was."""
        layout = self.layout()
        if layout is None:
            layout = QVBoxLayout(self)
            layout.setContentsMargins(0, 0, 0, 0)
        if self.content is not None:
            layout.removeWidget(self.content)
            self.content.deleteLater()
        self.content = content
        layout.addWidget(content)

    def event(self, event: QEvent) -> bool:
        heard = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return heard

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.content is not None:
            return
        painter = QPainter(self)
        width, height = self.width(), self.height()
        rail, bar, tray = tokens.RAIL_PX, tokens.TOP_BAR_PX, tokens.TRAY_PX
        ground, panel, rule, field = (QColor(self._colours[name]) for name in ("ground", "panel", "rule", "field"))
        painter.fillRect(self.rect(), ground)
        painter.fillRect(QRectF(0, 0, rail, height), panel)
        painter.fillRect(QRectF(rail, 0, width, bar), panel)
        painter.fillRect(QRectF(rail, height - tray, width, tray), panel)
        for line in (
            QRectF(rail - 1, 0, 1, height),
            QRectF(rail, bar - 1, width, 1),
            QRectF(rail, height - tray, width, 1),
        ):
            painter.fillRect(line, rule)
        left = rail + tokens.MARGIN_PX
        for block in (
            QRectF(rail + 24, 10, 420, 36), QRectF(left, bar + 28, 320, 20), QRectF(left, bar + 62, 360, 36),
            QRectF(left, bar + 110, 320, 36),
        ):  # fmt: skip
            painter.fillRect(block, field)
        gold = QColor(self._colours["gold"])
        painter.fillRect(QRectF(rail, bar + 200, width * 0.3, 2), gold)
