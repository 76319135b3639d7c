"""One box of a chain or of steps: a firm or project with the sector's edge, what a report names, or a dashed gap."""

from typing import Literal

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.status_mark import GLYPH_PX, paint_mark
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.widgets import Pressable

LEAST_PX, PAD_PX, EDGE_PX, LEAD_PX = 60, 12, 3, 18
TITLE_LINES, NOTE_LINES = 4, 8


class BoxWords(msgspec.Struct, frozen=True):
    """What a box says, how it looks and what it opens: the record ``target``, or gap number ``gap``.

    ``colour`` is a token; ``mark`` a status before the note; ``leads`` draws the way on to the next step.
    """

    title: str
    note: str
    tone: Literal["named", "record", "gap"] = "named"
    colour: str = "rule"
    mark: str | None = None
    target: str | None = None
    gap: int | None = None
    leads: bool = False
    name: str = ""


class ChainBox(Pressable):
    """A box that is pressed as a whole; its height follows its words."""

    def __init__(self, words: BoxWords, parent: QWidget | None = None, *, wide_px: int = 0) -> None:
        super().__init__(parent=parent)
        self.words, self._wide, self.tall_px = words, wide_px, 0
        self.set_text(words.title)
        self.setAccessibleName(words.name or (f"{words.title}, {words.note}" if words.note else words.title))
        self.setCheckable(words.tone == "gap")

    def texts(self) -> list[str]:
        """Return what is painted."""
        return [each for each in (self.words.title, self.words.note) if each]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST_PX, round(self._title(width)[1] + self._note(width)[1] + 20), self.tall_px)

    def sizeHint(self) -> QSize:
        wide = self._wide or 200
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, LEAST_PX)

    def _room(self, width: int) -> float:
        return max(40.0, width - 2 * PAD_PX - (LEAD_PX if self.words.leads else 0))

    def _title(self, width: int):
        return lay_text(self.words.title, "body", 500, self._room(width), TITLE_LINES)

    def _note(self, width: int):
        if not self.words.note:
            return None, 0.0, 0.0
        lead = GLYPH_PX + 6 if self.words.mark else 0
        return lay_text(self.words.note, "small", 400, self._room(width) - lead, NOTE_LINES)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        words, on = self.words, self.isChecked()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, frame, on=on)
        title, tall, _ = self._title(self.width())
        note, note_tall, _ = self._note(self.width())
        y = (self.height() - tall - note_tall) / 2
        ink = "gold_text" if on else "secondary" if words.tone == "gap" else "text"
        paint_text(painter, title, PAD_PX, y, ink)
        if note is not None:
            lead = 0.0
            if words.mark:
                paint_mark(painter, words.mark, PAD_PX, y + tall + 3)
                lead = GLYPH_PX + 6
            paint_text(painter, note, PAD_PX + lead, y + tall, "text" if on else "secondary")
        if words.leads:
            frame_of = QRectF(self.width() - PAD_PX - 12, self.height() / 2 - 8, 16, 16)
            paint_icon(painter, "chevron_right", frame_of, theme.colour("secondary"))
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()))

    def _paint_ground(self, painter: QPainter, frame: QRectF, *, on: bool) -> None:
        tone = self.words.tone
        if tone == "gap":
            pen = QPen(theme.colour("gold" if on else "secondary"), 2 if on else 1.2)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            ground = "gold_wash" if on else "hover" if self.hovered() else "ground"
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
            return
        painter.setPen(QPen(theme.colour("brand" if self.hovered() else "rule"), 1))
        painter.setBrush(theme.colour("wash" if self.isDown() else "panel"))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        if tone == "record":
            clip = QPainterPath()
            clip.addRoundedRect(frame, theme.RADIUS, theme.RADIUS)
            painter.save()
            painter.setClipPath(clip)
            edge = QRectF(frame.left(), frame.top(), EDGE_PX, frame.height())
            painter.fillRect(edge, theme.colour(self.words.colour))
            painter.restore()
            painter.setPen(Qt.PenStyle.NoPen)
