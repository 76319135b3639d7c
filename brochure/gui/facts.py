"""A fact as a block: value large, unit small, what it is, its date, and the mark that opens its sources."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.curves import lay_balanced
from brochure.gui.status_mark import GLYPH_PX, paint_mark
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.widgets import CENTRE, LEFT, Pressable, width_of
from brochure.model.kinds import Figure
from brochure.store.library import Library
from brochure.words import Lang, kinds
from brochure.words import window as say
from brochure.words.dates import say_period
from brochure.words.numbers import say_value


class SourceMark(Pressable):
    """A small raised number in lake; a press opens the sources of what it stands beside."""

    def __init__(self, number: str = "") -> None:
        super().__init__(number)
        self.resize(self.sizeHint())

    def set_number(self, number: str, words: str) -> None:
        """Show another number, named for a screen reader."""
        self.setText(number)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.resize(self.sizeHint())
        self.setVisible(bool(number))

    def sizeHint(self) -> QSize:
        return mark_size(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        paint_number(painter, self.text(), self.width(), 500 if self.hovered() else 400)
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()), 6)


class SourceLabel(QWidget):
    """The same number inside something that is pressed as a whole: it only shows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def text(self) -> str:
        return self._number

    def set_number(self, number: str, words: str) -> None:
        """Show another number, named for a screen reader."""
        self._number = number
        self.setAccessibleName(words)
        self.resize(mark_size(number))
        self.setVisible(bool(number))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_number(QPainter(self), self._number, self.width(), 400)


def mark_size(number: str) -> QSize:
    """Return how much room a source mark takes."""
    return QSize(max(24, round(width_of(number, "note")) + 12), 24)


def paint_number(painter: QPainter, number: str, width: float, weight: int) -> None:
    """Draw the number of a source mark, small and raised."""
    font = theme.font("note", weight)
    font.setPixelSize(10)
    painter.setFont(font)
    painter.setPen(theme.colour("brand"))
    painter.drawText(QRectF(3, 0, width, 18), LEFT, number)


class FactBlock(Pressable):
    """One figure, all of it to be pressed; ``large`` on the overview, small on a card, ``faint`` for an older reading.

    ``asked`` tells that its sources are wanted.
    """

    asked = Signal()

    def __init__(self, *, large: bool = True) -> None:
        super().__init__()
        self.role = "hero" if large else "title"
        self.label_role = "body" if large else "small"
        self.value = self.unit = self.label = self.date = ""
        self.unsettled = self.faint = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.mark = SourceLabel(self)
        self.mark.hide()
        self.clicked.connect(self.asked)

    def set_fact(
        self,
        value: str,
        unit: str,
        label: str,
        date: str,
        mark: str = "",
        *,
        unsettled: bool = False,
        mark_words: str = "",
    ) -> None:
        """Show a fact; ``unsettled`` puts the 待核实 mark before the date."""
        label = label.replace("RMB ", "RMB\u00a0")  # a currency does not part from its number
        self.value, self.unit, self.label, self.date, self.unsettled = value, unit, label, date, unsettled
        self.mark.set_number(mark, mark_words)
        self.setAccessibleName(f"{label} {value} {unit} {date}".replace("  ", " "))
        self.setAccessibleDescription(mark_words)
        self._place_mark()
        self.updateGeometry()
        self.update()

    def set_figure(self, figure: Figure, library: Library, lang: Lang) -> None:
        """Show a figure of the library."""
        value, unit = say_value(figure, lang)
        date = say_period(figure.as_of, figure.span) if figure.as_of else None
        unsettled = figure.status == "unverified" or date is None
        words = (
            say.YEAR_UNSETTLED if unsettled and date is not None else kinds.TO_BE_CONFIRMED if date is None else date
        )
        marks = ",".join(str(source.mark) for source in library.sources(figure))
        self.set_fact(
            value, unit, figure.name.to(lang), words.to(lang), marks, unsettled=unsettled,
            mark_words=say.SOURCES_OF.fill(figure.name).to(lang),
        )  # fmt: skip

    def texts(self) -> Sequence[str]:
        """Return every word it shows."""
        return (self.value, self.unit, self.label, self.date)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        label = lay_text(self.label, self.label_role, 400, width, 2)[1]
        return round(self._value_height() + label + theme.line_height("small") * self._date_lines(width))

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self._value_height() + 44)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_mark()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        font, unit_font, words = self._value_fonts()
        tall = self._value_height()
        metrics = QFontMetricsF(font)
        base = tall * 0.78
        painter.setFont(font)
        painter.setPen(theme.colour("brand" if self.hovered() else "secondary" if self.faint else "text"))
        shown = metrics.elidedText(self.value, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(0, round(base), shown)
        painter.setFont(unit_font)
        painter.setPen(theme.colour("secondary"))
        painter.drawText(round(words + 5), round(base), self.unit)
        layout, height, _ = self._lay_label()
        paint_text(painter, layout, 0, tall, "text" if self.role == "hero" else "secondary")
        x, y = 0.0, tall + height
        if self.unsettled:
            paint_mark(painter, "unverified", 0, y + 4, GLYPH_PX - 1)
            x = GLYPH_PX + 3
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        if self._date_lines(self.width()) > 1:
            paint_text(painter, lay_text(self.date, "small", 400, self.width(), 2)[0], x, y, "secondary")
        else:
            painter.drawText(QRectF(x, y, self.width(), theme.line_height("small")), LEFT, self._date_shown(x))
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()))

    def _lay_label(self) -> tuple[QTextLayout, float, float]:
        """Return the label in at most two lines, those about as long as each other: no word is left alone."""
        laid = lay_text(self.label, self.label_role, 400, self.width(), 2)
        whole = lay_text(self.label, self.label_role, 400, self.width())[1] == laid[1]
        two = laid[1] > theme.line_height(self.label_role)
        return lay_balanced(self.label, self.label_role, self.width(), 400) if two and whole else laid

    def _date_lines(self, width: int) -> int:
        if self.role == "hero" or self.unsettled:
            return 1
        return 2 if width_of(self.date, "small") > width - (self.mark.width() - 8 if self.mark.text() else 0) else 1

    def _value_height(self) -> int:
        return 44 if self.role == "hero" else 34

    def _value_fonts(self):
        unit_font = theme.font("body" if self.role == "hero" else "small")
        room = self.width() - (QFontMetricsF(unit_font).horizontalAdvance(self.unit) + 6 if self.unit else 0)
        font = theme.font(self.role, 700)
        for role in (self.role, "title", "lead", "body"):
            font = theme.font(role, 700)
            words = QFontMetricsF(font).horizontalAdvance(self.value)
            if words <= room:
                break
        return font, unit_font, min(words, room)

    def _date_shown(self, x: float) -> str:
        metrics = QFontMetricsF(theme.font("small"))
        return metrics.elidedText(self.date, Qt.TextElideMode.ElideRight, self.width() - x - self.mark.width() + 8)

    def _place_mark(self) -> None:
        x = GLYPH_PX + 3 if self.unsettled else 0
        width = width_of(self._date_shown(x), "small")
        y = self._value_height() + lay_text(self.label, self.label_role, 400, self.width(), 2)[1] - 2
        if self._date_lines(self.width()) > 1:
            date = lay_text(self.date, "small", 400, self.width(), 2)[0]
            width = date.lineAt(date.lineCount() - 1).naturalTextWidth()
            y += theme.line_height("small") * (date.lineCount() - 1)
        self.mark.move(round(x + width), round(y))


class KeyCap(QWidget):
    """The name of a key, set like one."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def text(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._words, "note")) + 14, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("rule"))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font("note"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(self.rect()), CENTRE, self._words)
