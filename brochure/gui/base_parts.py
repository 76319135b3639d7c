"""The wellness base in small panels: how far it has come, what lies around it, and who claims what."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.facts import SourceLabel
from brochure.gui.icons import paint_icon
from brochure.gui.status_mark import GLYPH_PX, paint_mark
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.widgets import CENTRE, width_of
from brochure.words.sentence import begun


@dataclass(frozen=True)
class Step:
    """One reading of the state of a thing: when, what, and its mark."""

    when: str
    what: str
    mark: str


class Timeline(QWidget):
    """Steps on one golden line, dashed where nothing is known; in a narrow place below each other."""

    TOP, GAP, LEAST, LEFT_PX = 20, 16, 520, 28

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[Step, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps, the last of them open."""
        self.steps = tuple(steps)
        self.setAccessibleName("; ".join(f"{step.when}: {step.what}" for step in steps))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max((frame.bottom() for frame in self._frames(width)), default=40))

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(max(self.width(), 560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.steps:
            return
        beside = self._beside(self.width())
        frames = self._frames(self.width())
        marks = [QPointF(frame.left() + 8, 9) if beside else QPointF(9, frame.top() + 11) for frame in frames]
        end = QPointF(self.width() - 8, 9) if beside else QPointF(9, frames[-1].bottom() - 4)
        painter.setPen(QPen(theme.colour("gold"), 2))
        painter.drawLine(marks[0], marks[-1])
        dashed = QPen(theme.colour("gold"), 2)
        dashed.setDashPattern([3, 3])
        painter.setPen(dashed)
        painter.drawLine(marks[-1], end)
        for step, frame, mark in zip(self.steps, frames, marks, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("panel"))
            painter.drawEllipse(mark, 10, 10)
            paint_mark(painter, step.mark, mark.x() - GLYPH_PX / 2, mark.y() - GLYPH_PX / 2)
            x, top = (frame.left(), self.TOP + 22.0) if beside else (float(self.LEFT_PX), frame.top() + 16)
            painter.setFont(theme.font("body", 700))
            painter.setPen(theme.colour("text"))
            painter.drawText(QPointF(x, top), begun(step.when))
            layout, _, _ = self._lay(step, self.width())
            paint_text(painter, layout, x, top + 10, "secondary")

    def word_frames(self) -> list[QRectF]:
        """Return where the words of each step stand."""
        return self._frames(self.width())

    def _beside(self, width: int) -> bool:
        return width >= self.LEAST

    def _frames(self, width: int) -> list[QRectF]:
        heights = [self._lay(step, width)[1] for step in self.steps]
        if self._beside(width):
            pitch = width / max(len(self.steps), 1)
            tall = self.TOP + 34 + max(heights, default=0)
            return [QRectF(i * pitch, 0, pitch - self.GAP, tall) for i in range(len(self.steps))]
        frames, y = [], 0.0
        for height in heights:
            frames.append(QRectF(0, y, width, 28 + height + 8))
            y += 28 + height + 8
        return frames

    def _lay(self, step: Step, width: int):
        room = width / max(len(self.steps), 1) - self.GAP if self._beside(width) else width - self.LEFT_PX
        return lay_text(step.what, "small", 400, room)


class Surroundings(QWidget):
    """A dashed box with a neighbour at each side; it shows directions, not a shape."""

    BOX, LARGEST = QSize(96, 84), QSize(148, 132)

    def __init__(self) -> None:
        super().__init__()
        self.middle: tuple[str, str, str] = ("", "", "")
        self.sides: dict[str, tuple[str, str, bool]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_sides(self, middle: tuple[str, str, str], sides: dict[str, tuple[str, str, bool]]) -> None:
        """Show name and area in two units; for each direction its word, its neighbour and whether it is known."""
        self.middle, self.sides = middle, sides
        self.setAccessibleName("; ".join(f"{word}: {name}" for word, name, _ in sides.values()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 196)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 188)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        centre = box.center()
        pen = QPen(theme.colour("gold"), 2)
        pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        painter.setBrush(theme.colour("wash"))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        name, area, converted = self.middle
        words = QRectF(box.left(), centre.y() - self.BOX.height() / 2, box.width(), self.BOX.height())
        self._words(painter, name, words.adjusted(2, 6, -2, -48), 500, "text")
        self._words(painter, area, words.adjusted(2, 34, -2, -26), 400, "secondary")
        self._words(painter, converted, words.adjusted(2, 54, -2, -6), 400, "secondary")
        painter.setPen(QPen(theme.colour("secondary"), 1))
        for start, end in (
            (QPointF(centre.x(), box.top() - 12), QPointF(centre.x(), box.top())),
            (QPointF(centre.x(), box.bottom()), QPointF(centre.x(), box.bottom() + 12)),
            (QPointF(box.left() - 14, centre.y()), QPointF(box.left(), centre.y())),
            (QPointF(box.right(), centre.y()), QPointF(box.right() + 14, centre.y())),
        ):
            painter.drawLine(start, end)
        frames = self._frames()
        for direction, (word, neighbour, known) in self.sides.items():
            self._paint_side(painter, direction, frames[direction], word, neighbour, known=known)

    def word_frames(self) -> list[QRectF]:
        """Return where the middle stands, and the words of each direction in the order they were given."""
        frames = self._frames()
        return [self._box(), *(frames[direction] for direction in self.sides)]

    def _box(self) -> QRectF:
        """Return the box: it grows with the panel, as long as the words at its sides keep their room."""
        wide = min(max(self.BOX.width(), self.width() * 0.28), self.LARGEST.width())
        tall = min(max(self.BOX.height(), self.height() * 0.34), self.LARGEST.height())
        return QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)

    def _frames(self) -> dict[str, QRectF]:
        box = self._box()
        side = box.left() - 18
        return {
            "north": QRectF(0, 0, self.width(), box.top() - 14),
            "south": QRectF(0, box.bottom() + 14, self.width(), self.height() - box.bottom() - 14),
            "west": QRectF(0, box.center().y() - 52, side, 100),
            "east": QRectF(box.right() + 18, box.center().y() - 52, side, 100),
        }

    def _paint_side(
        self, painter: QPainter, direction: str, frame: QRectF, word: str, name: str, *, known: bool
    ) -> None:
        weight, token = (500, "text") if known else (400, "secondary")
        if direction in ("north", "south"):
            words = f"{word}  {name}"
            layout, height, longest = lay_text(words, "small", weight, frame.width() - 8, 2)
            y = frame.bottom() - height if direction == "north" else frame.top()
            paint_text(painter, layout, (frame.width() - min(longest, frame.width())) / 2, y, token)
            return
        self._words(
            painter, word, QRectF(frame.left(), frame.top() + 8, frame.width(), 20), 400, "secondary", direction
        )
        layout, _, longest = lay_text(_fitting(name, frame.width()), "small", weight, frame.width(), 4)
        x = frame.right() - longest if direction == "west" else frame.left()
        paint_text(painter, layout, x, frame.top() + 30, token)

    def _words(
        self, painter: QPainter, words: str, frame: QRectF, weight: int, token: str, side: str | None = None
    ) -> None:
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.colour(token))
        flag = {"west": Qt.AlignmentFlag.AlignRight, "east": Qt.AlignmentFlag.AlignLeft}.get(side or "")
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(frame, (CENTRE | wrap) if flag is None else int(flag | Qt.AlignmentFlag.AlignVCenter), words)


class ClaimBox(QWidget):
    """Somebody's claim in gold wash: always with its author and the rule about doctors."""

    PAD, ICON = 16, 20

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.mark = SourceLabel(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._words

    def set_words(self, words: str, mark: str, mark_words: str) -> None:
        """Say the claim."""
        self._words = words
        self.setAccessibleName(words)
        self.mark.set_number(mark, mark_words)
        self._place_mark()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lay(width)[1] + 2 * self.PAD)

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(max(self.width(), 560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 2 * self.PAD + 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_mark()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("gold_wash"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        layout, height, _ = self._lay(self.width())
        paint_icon(painter, "info", QRectF(self.PAD, (self.height() - self.ICON) / 2, self.ICON, self.ICON),
                   theme.colour("gold_text"))  # fmt: skip
        paint_text(painter, layout, self._left(), (self.height() - height) / 2, "text")

    def _left(self) -> int:
        return self.PAD + self.ICON + 12

    def _lay(self, width: int):
        return lay_text(self._words, "body", 400, width - self._left() - self.PAD - 20)

    def _place_mark(self) -> None:
        layout, height, _ = self._lay(self.width())
        if layout.lineCount():
            line = layout.lineAt(layout.lineCount() - 1)
            top = (self.height() - height) / 2 + height - theme.line_height("body")
            self.mark.move(round(self._left() + line.naturalTextWidth()), round(top - 4))


def _fitting(name: str, room: float) -> str:
    """Return the name without what stands in brackets where the whole does not fit on one line."""
    bare = name.partition("（")[0].partition(" (")[0]
    return name if width_of(name, "small", 500) <= room else bare
