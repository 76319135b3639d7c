"""Plain text with the line height of the type scale; no markup is ever read out of a name."""

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from brochure.gui import theme

TOO_TALL = 100_000
_BRACKET = re.compile("（[^（）\u2028]{1,3}）")
"""A short remark such as （推断） is not torn apart; it moves to the next line as one."""


def lay_text(text: str, role: str, weight: int, width: float, max_lines: int = 0) -> tuple[QTextLayout, float, float]:
    """Break a text into lines by the Unicode rules; Chinese marks and the dot between two things do not open a line.

    Returns:
        The layout with the line height of the role, its height, and the width of its longest line, pixels.
    """
    font = theme.font(role, weight)
    text = _BRACKET.sub(lambda found: "\u2060".join(found[0]), text.replace("\n", "\u2028").replace(" · ", "\u00a0· "))
    pitch = theme.line_height(role)
    for attempt in range(2):
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = longest = 0.0
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            left = 0.0 if starts else -hang(text, font)
            line.setPosition(QPointF(left, y + (pitch - line.height()) / 2))
            starts.append(line.textStart())
            longest = max(longest, line.naturalTextWidth())
            y += pitch
        layout.endLayout()
        if not max_lines or len(starts) <= max_lines or attempt:
            break
        last = starts[max_lines - 1]
        rest = text[last:].replace("\u2028", " ")
        text = text[:last] + QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 2)
    return layout, y, longest


def paint_text(painter: QPainter, layout: QTextLayout, x: float, y: float, colour: str) -> None:
    """Draw a broken text at its top left corner in a token's colour."""
    painter.setPen(theme.colour(colour))
    layout.draw(painter, QPointF(x, y))


def hang(text: str, font: QFont) -> float:
    """Return how far a text that opens with a Chinese quotation mark moves left: half its em is empty."""
    return font.pixelSize() / 2 if text.startswith("“") and theme.wide_quotes() else 0.0


class TextBlock(QWidget):
    """A run of words that wraps; its text is its name for a screen reader."""

    def __init__(
        self, text: str = "", role: str = "body", weight: int = 400, colour: str = "text", *, max_lines: int = 0
    ) -> None:
        super().__init__()
        self._text, self.role, self.weight, self.colour, self.max_lines = text, role, weight, colour, max_lines
        self._laid: tuple[str, int, QTextLayout, float, float] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._laid = None
            self.updateGeometry()
            self.update()

    def set_colour(self, colour: str) -> None:
        """Use another token."""
        self.colour = colour
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lay(width)[1])

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.font(self.role, self.weight)).horizontalAdvance(self._text) + 2
        lines = self._text.count("\n") + 1
        return QSize(min(round(width), 640), theme.line_height(self.role) * lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, theme.line_height(self.role))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout, height, _ = self._lay(self.width())
        frame = QRectF(self.rect())
        paint_text(
            painter, layout, 0, max(0.0, (frame.height() - height) / 2 if height <= frame.height() else 0), self.colour
        )

    def _lay(self, width: int) -> tuple[QTextLayout, float, float]:
        if self._laid is None or self._laid[:2] != (self._text, width):
            self._laid = (self._text, width, *lay_text(self._text, self.role, self.weight, width, self.max_lines))
        return self._laid[2:]
